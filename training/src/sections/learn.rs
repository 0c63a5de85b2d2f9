//! Learns the weights of the section model from examples: a fit with a strong L1 term chooses which weights there may be;
//! the second fit learns those anew, with an L1 term that is weaker the larger a weight was (the adaptive lasso, Zou 2006).
//! It removes what the first one left small, and does not pull towards zero what is large.

use speech_outline::features::BUCKETS;
use speech_outline::sections::model::{EMISSION_STEPS, EMISSIONS, Layout};

use super::crf::{self, Transitions};
use super::example::Example;
use super::ftrl::{Ftrl, Rates};
use super::subset::{Subset, row};
use crate::at_once::at_once;
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
    /// The L1 term of the fit that chooses the weights.
    pub choice_l1: f64,
    /// The L1 term of the second fit, for the transitions.
    pub refit_l1: f64,
    /// The L1 term of the second fit, for a weight of a bucket that was one nat in the first. A weight that was smaller
    /// has one that is larger in proportion.
    pub adaptive_l1: f64,
    /// How many second fits there are, in different orders; the weights are their means.
    pub fits: u64,
}

impl Default for Settings {
    /// Chosen on the scores of cross-validation over offices and on `dev`, size of the weights included.
    fn default() -> Self {
        Self {
            rates: Rates { alpha: 0.1, beta: 1.0, l2: 0.5 },
            choice_l1: 24.0,
            refit_l1: 8.0,
            adaptive_l1: 2.5,
            fits: 6,
            epochs: 12,
            dropout: 0.3,
            least_documents: 3,
        }
    }
}

/// The first fit's weights are rounded to parts of a nat: those that round to zero are not chosen.
const CHOICE_STEPS: f64 = 32.0;

/// Learns from the examples. The weights of buckets are multiples of the step that the weights file counts in.
pub fn train(examples: &[&Example], settings: Settings) -> Vec<f64> {
    refit(examples, settings, &choose(examples, settings))
}

/// Chooses which weights there are, with a first idea of their size.
fn choose(examples: &[&Example], settings: Settings) -> Vec<f64> {
    let frequent = frequent_buckets(examples, settings.least_documents);
    let mut chosen = learn(&frequent.examples(examples), settings, 1, |_| settings.choice_l1);
    for weight in &mut chosen {
        *weight = rounded(*weight, CHOICE_STEPS);
    }
    frequent.by_bucket(&chosen)
}

/// Learns the chosen weights anew.
fn refit(examples: &[&Example], settings: Settings, chosen: &[f64]) -> Vec<f64> {
    let subset = Subset::of(|bucket| chosen[row(bucket)].iter().any(|weight| *weight != 0.0));
    let (examples, chosen) = (subset.examples(examples), subset.numbered(chosen));
    let l1 = |index: usize| match chosen[index] {
        0.0 => f64::INFINITY,
        weight if index < BUCKETS * EMISSIONS => settings.adaptive_l1 / weight.abs(),
        _ => settings.refit_l1,
    };
    let seeds: Vec<u64> = (1..=settings.fits).collect();
    let mut mean = vec![0.0; crf::PARAMETERS];
    for fit in at_once(&seeds, |seed| learn(&examples, settings, *seed, l1)) {
        for (sum, weight) in mean.iter_mut().zip(fit) {
            *sum += weight / settings.fits as f64;
        }
    }
    for weight in mean.iter_mut().take(BUCKETS * EMISSIONS) {
        *weight = rounded(*weight, f64::from(EMISSION_STEPS));
    }
    subset.by_bucket(&mean)
}

fn rounded(weight: f64, steps: f64) -> f64 {
    (weight * steps).round() / steps
}

/// The buckets that are active in enough of the documents to be worth a weight.
fn frequent_buckets(examples: &[&Example], least: usize) -> Subset {
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
    Subset::of(|bucket| documents[bucket] >= least)
}

/// Learns from the examples, with an L1 term for each weight: where it is infinite, the weight is zero.
fn learn(examples: &[Example], settings: Settings, seed: u64, l1: impl Fn(usize) -> f64) -> Vec<f64> {
    let l1: Vec<f64> = (0..crf::PARAMETERS).map(l1).collect();
    let mut learner = Ftrl::new(settings.rates, l1);
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
            gradient.apply(&mut learner);
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
        let marginals = crf::marginals(example, &example.learned(weights), &Transitions::gather(weights));
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
    fn apply(&mut self, learner: &mut Ftrl) {
        let mut update = |index: usize, value: f64| {
            if value.abs() > 1e-9 {
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
