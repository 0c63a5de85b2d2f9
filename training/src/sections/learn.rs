//! Learns the weights of the section model from examples: one fit that chooses which weights there are, and one of
//! those alone, which the first one's L1 term has pulled towards zero.

use speech_outline::features::BUCKETS;
use speech_outline::sections::model::{EMISSION_STEP, EMISSIONS, Layout, UNIT};

use super::crf::{self, Transitions};
use super::example::Example;
use super::ftrl::{Ftrl, Rates};
use crate::random::Random;

/// Hyper-parameters of a run.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub rates: Rates,
    pub epochs: usize,
    /// Share of a sentence's features that are left out at each step, so that no single one is relied on.
    pub dropout: f64,
    /// Buckets that fewer documents have are left out.
    pub least_documents: usize,
    /// The L1 term of the second fit, of the weights that the first one left.
    pub refit_l1: f64,
    /// How many fits there are, in different orders; the weights are their means.
    pub fits: u64,
}

impl Default for Settings {
    /// Chosen on the scores of cross-validation over offices and on `dev`, size of the weights included.
    fn default() -> Self {
        Self {
            rates: Rates { alpha: 0.1, beta: 1.0, l1: 24.0, l2: 0.5 },
            refit_l1: 2.0,
            fits: 3,
            epochs: 12,
            dropout: 0.25,
            least_documents: 3,
        }
    }
}

/// Learns from the examples. The weights of buckets are multiples of the step that the weights file counts in.
pub fn train(examples: &[&Example], settings: Settings) -> Vec<f64> {
    let frequent = frequent_buckets(examples, settings.least_documents);
    let examples: Vec<Example> = examples.iter().map(|example| example.with_buckets(&frequent)).collect();
    let first = learn_mean(&examples, settings, settings.rates, None);
    let refit = Rates { l1: settings.refit_l1, ..settings.rates };
    learn_mean(&examples, settings, refit, Some(&first))
}

/// The mean of several fits in different orders.
fn learn_mean(examples: &[Example], settings: Settings, rates: Rates, support: Option<&[f64]>) -> Vec<f64> {
    let mut mean = vec![0.0; crf::PARAMETERS];
    for seed in 1..=settings.fits {
        for (sum, weight) in mean.iter_mut().zip(learn(examples, settings, seed, rates, support)) {
            *sum += weight / settings.fits as f64;
        }
    }
    mean.into_iter().map(rounded).collect()
}

/// Which buckets are active in enough of the documents to be worth a weight.
fn frequent_buckets(examples: &[&Example], least: usize) -> Vec<bool> {
    let mut documents = vec![0; BUCKETS];
    for example in examples {
        let mut seen: Vec<u16> =
            (0..example.kinds.len()).flat_map(|i| example.features.of(i)).copied().collect();
        seen.sort_unstable();
        seen.dedup();
        for bucket in seen {
            documents[usize::from(bucket)] += 1;
        }
    }
    documents.iter().map(|count| *count >= least).collect()
}

/// Learns from the examples; with `support`, only the weights that are not zero there.
fn learn(
    examples: &[Example],
    settings: Settings,
    seed: u64,
    rates: Rates,
    support: Option<&[f64]>,
) -> Vec<f64> {
    let mut learner = Ftrl::new(crf::PARAMETERS, rates);
    let mut gradient = Gradient::new();
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut averaged = vec![0.0; crf::PARAMETERS];
    let mut epochs_averaged = 0.0;
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for &index in &order {
            let dropped = examples[index].with_dropout(settings.dropout, &mut random);
            gradient.gather(&dropped, learner.weights());
            gradient.apply(&mut learner, support);
        }
        if epoch * 2 >= settings.epochs {
            epochs_averaged += 1.0;
            for (sum, w) in averaged.iter_mut().zip(learner.weights()) {
                *sum += w;
            }
        }
    }
    for w in &mut averaged {
        *w /= epochs_averaged;
    }
    averaged
}

/// A weight as the weights file will have it, if it is one of a bucket: those that round to zero are zero.
fn rounded(weight: f64) -> f64 {
    let steps = f64::from(UNIT / EMISSION_STEP);
    (weight * steps).round() / steps
}

/// The gradient of one document, gathered by bucket.
struct Gradient {
    sums: Vec<[f64; EMISSIONS]>,
    touched: Vec<u16>,
    is_touched: Vec<bool>,
    transitions: Vec<f64>,
}

impl Gradient {
    fn new() -> Self {
        Self {
            sums: vec![[0.0; EMISSIONS]; BUCKETS],
            touched: Vec::new(),
            is_touched: vec![false; BUCKETS],
            transitions: vec![0.0; Layout::TRANSITIONS],
        }
    }

    fn gather(&mut self, example: &Example, weights: &[f64]) {
        let emissions: Vec<_> =
            (0..example.kinds.len()).map(|i| crf::emission(example.features.of(i), weights)).collect();
        let marginals = crf::marginals(example, &emissions, &Transitions::gather(weights));
        let Self { sums, touched, is_touched, transitions } = self;
        let add_bucket = |bucket: u16, emission: &[f64; EMISSIONS]| {
            let at = usize::from(bucket);
            if !std::mem::replace(&mut is_touched[at], true) {
                touched.push(bucket);
            }
            sums[at].iter_mut().zip(emission).for_each(|(sum, value)| *sum += value);
        };
        crf::gradient(example, &marginals, add_bucket, |index, value| {
            transitions[index - BUCKETS * EMISSIONS] += value;
        });
    }

    /// Hands the sums to the learner and forgets them.
    fn apply(&mut self, learner: &mut Ftrl, support: Option<&[f64]>) {
        let mut update = |index: usize, value: f64| {
            if value.abs() > 1e-9 && support.is_none_or(|support| support[index] != 0.0) {
                learner.update(index, -value);
            }
        };
        for bucket in self.touched.drain(..) {
            let at = usize::from(bucket);
            self.is_touched[at] = false;
            for (i, value) in std::mem::replace(&mut self.sums[at], [0.0; EMISSIONS]).into_iter().enumerate()
            {
                update(at * EMISSIONS + i, value);
            }
        }
        for (i, value) in self.transitions.iter_mut().enumerate() {
            update(BUCKETS * EMISSIONS + i, std::mem::take(value));
        }
    }
}
