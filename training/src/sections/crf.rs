//! The section model in floating point, for training: a linear-chain conditional random field (Lafferty et al. 2001)
//! whose states are a section's kind and its age in sentences, so that it knows how long sections last (a
//! semi-Markov model, Sarawagi & Cohen 2004, with geometric tails).

#![expect(clippy::needless_range_loop, reason = "the kinds index several tables of a fixed size at once")]

use speech_outline::features::{BUCKETS, Gap};
use speech_outline::sections::model::{AGES, EMISSIONS, KINDS, Layout};

use super::example::Example;

/// Log-potentials of one sentence: being inside a section of a kind, and what starting it there adds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Emission {
    pub inside: [f64; KINDS],
    pub start: [f64; KINDS],
}

impl Emission {
    pub fn plus(self, other: &Self) -> Self {
        Self {
            inside: std::array::from_fn(|k| self.inside[k] + other.inside[k]),
            start: std::array::from_fn(|k| self.start[k] + other.start[k]),
        }
    }
}

/// What the lattice says of one document, as expectations minus observations are wanted.
#[derive(Debug)]
pub struct Marginals {
    /// For each sentence the probability of each kind.
    pub kind: Vec<[f64; KINDS]>,
    /// For each sentence the probability that a section of each kind starts there.
    pub start: Vec<[f64; KINDS]>,
    /// For each gap (sentence) the probability of ending kind a and starting kind b.
    pub change: Vec<[[f64; KINDS]; KINDS]>,
    /// For each gap the probability that a section of a kind goes on.
    pub stay: Vec<[f64; KINDS]>,
    /// For each kind and age, how often a section ends at that age (the last one too).
    pub ends: [[f64; AGES]; KINDS],
}

/// The weights of the transitions, gathered for one document.
#[derive(Clone, Debug)]
pub struct Transitions {
    pub change: [[[f64; KINDS]; KINDS]; Gap::COUNT],
    pub stay: [[f64; KINDS]; Gap::COUNT],
    pub first: [f64; KINDS],
    pub last: [f64; KINDS],
    pub end_at_age: [[f64; AGES]; KINDS],
}

impl Transitions {
    pub fn gather(weights: &[f64]) -> Self {
        let mut transitions = Self {
            change: [[[0.0; KINDS]; KINDS]; Gap::COUNT],
            stay: [[0.0; KINDS]; Gap::COUNT],
            first: [0.0; KINDS],
            last: [0.0; KINDS],
            end_at_age: [[0.0; AGES]; KINDS],
        };
        for a in 0..KINDS {
            for gap in 0..Gap::COUNT {
                for b in 0..KINDS {
                    transitions.change[gap][a][b] = weights[Layout::change(gap, a, b)];
                }
                transitions.stay[gap][a] = weights[Layout::stay(gap, a)];
            }
            transitions.first[a] = weights[Layout::first(a)];
            transitions.last[a] = weights[Layout::last(a)];
            for age in 0..AGES {
                transitions.end_at_age[a][age] = weights[Layout::end_at_age(a, age)];
            }
        }
        transitions
    }
}

/// The emission of a sentence from its buckets' weights.
pub fn emission(buckets: &[u16], weights: &[f64]) -> Emission {
    let mut sums = [0.0; EMISSIONS];
    for &bucket in buckets {
        let base = usize::from(bucket) * EMISSIONS;
        for (sum, weight) in sums.iter_mut().zip(&weights[base..base + EMISSIONS]) {
            *sum += weight;
        }
    }
    Emission {
        inside: std::array::from_fn(|k| sums[k]),
        start: std::array::from_fn(|k| sums[KINDS] + sums[KINDS + 1 + k]),
    }
}

/// Forward and backward over the lattice, scaled at each sentence.
pub fn marginals(example: &Example, emissions: &[Emission], transitions: &Transitions) -> Marginals {
    let n = emissions.len();
    let exp = Exponentials::of(transitions);
    let gap = |i: usize| example.features.gap(i) as usize;
    // Potentials relative to the greatest of the sentence, so that nothing overflows.
    let potentials: Vec<([f64; KINDS], [f64; KINDS])> = emissions
        .iter()
        .map(|emission| {
            let both = |k: usize| emission.inside[k] + emission.start[k].max(0.0);
            let top = (0..KINDS).map(both).fold(f64::MIN, f64::max);
            let inside = emission.inside.map(|value| (value - top).exp());
            let mut start = [0.0; KINDS];
            for k in 0..KINDS {
                start[k] = (emission.inside[k] + emission.start[k] - top).exp();
            }
            (inside, start)
        })
        .collect();
    let mut alpha = vec![[[0.0; AGES]; KINDS]; n];
    let mut leave = vec![[0.0; KINDS]; n];
    let mut scales = vec![1.0; n];
    for i in 0..n {
        let (inside, start) = potentials[i];
        let mut now = [[0.0; AGES]; KINDS];
        if i == 0 {
            for k in 0..KINDS {
                now[k][0] = exp.first[k] * start[k];
            }
        } else {
            let before = &alpha[i - 1];
            for k in 0..KINDS {
                let enter: f64 = (0..KINDS).map(|a| leave[i - 1][a] * exp.change[gap(i)][a][k]).sum();
                now[k][0] = enter * start[k];
                let go_on = exp.stay[gap(i)][k] * inside[k];
                for age in 1..AGES {
                    now[k][age] = before[k][age - 1] * go_on;
                }
                now[k][AGES - 1] += before[k][AGES - 1] * go_on;
            }
        }
        let total: f64 = now.iter().flatten().sum();
        let scale = 1.0 / total.max(1e-300);
        scales[i] = scale;
        for k in 0..KINDS {
            for age in 0..AGES {
                now[k][age] *= scale;
                leave[i][k] += now[k][age] * exp.end_at_age[k][age];
            }
        }
        alpha[i] = now;
    }
    let last: f64 = (0..KINDS).map(|k| leave[n - 1][k] * exp.last[k]).sum();

    let mut result = Marginals {
        kind: vec![[0.0; KINDS]; n],
        start: vec![[0.0; KINDS]; n],
        change: vec![[[0.0; KINDS]; KINDS]; n],
        stay: vec![[0.0; KINDS]; n],
        ends: [[0.0; AGES]; KINDS],
    };
    // beta[k][age]: the mass of everything after sentence i, given the state there.
    let mut beta = [[0.0; AGES]; KINDS];
    for k in 0..KINDS {
        for age in 0..AGES {
            beta[k][age] = exp.end_at_age[k][age] * exp.last[k] / last;
            result.ends[k][age] += alpha[n - 1][k][age] * beta[k][age];
        }
    }
    for i in (0..n).rev() {
        for k in 0..KINDS {
            for age in 0..AGES {
                result.kind[i][k] += alpha[i][k][age] * beta[k][age];
            }
            result.start[i][k] = alpha[i][k][0] * beta[k][0];
        }
        if i == 0 {
            break;
        }
        let (inside, start) = potentials[i];
        let scale = scales[i];
        let mut before = [[0.0; AGES]; KINDS];
        for a in 0..KINDS {
            let mut out = 0.0;
            for b in 0..KINDS {
                let edge = exp.change[gap(i)][a][b] * start[b] * beta[b][0] * scale;
                result.change[i][a][b] = leave[i - 1][a] * edge;
                out += edge;
            }
            let go_on = exp.stay[gap(i)][a] * inside[a] * scale;
            for age in 0..AGES {
                let stays = go_on * beta[a][(age + 1).min(AGES - 1)];
                let ends = exp.end_at_age[a][age] * out;
                before[a][age] = stays + ends;
                result.stay[i][a] += alpha[i - 1][a][age] * stays;
                result.ends[a][age] += alpha[i - 1][a][age] * ends;
            }
        }
        beta = before;
    }
    result
}

struct Exponentials {
    change: [[[f64; KINDS]; KINDS]; Gap::COUNT],
    stay: [[f64; KINDS]; Gap::COUNT],
    first: [f64; KINDS],
    last: [f64; KINDS],
    end_at_age: [[f64; AGES]; KINDS],
}

impl Exponentials {
    fn of(transitions: &Transitions) -> Self {
        Self {
            change: transitions.change.map(|rows| rows.map(|row| row.map(f64::exp))),
            stay: transitions.stay.map(|row| row.map(f64::exp)),
            first: transitions.first.map(f64::exp),
            last: transitions.last.map(f64::exp),
            end_at_age: transitions.end_at_age.map(|row| row.map(f64::exp)),
        }
    }
}

/// Adds the gradient of the log-likelihood (observed minus expected counts) of one document.
/// The weights of a bucket stand together and are added together.
pub fn gradient(
    example: &Example,
    marginals: &Marginals,
    mut add_bucket: impl FnMut(u16, &[f64; EMISSIONS]),
    mut add: impl FnMut(usize, f64),
) {
    let n = example.kinds.len();
    let mut age = 0;
    for i in 0..n {
        let kind = example.kinds[i] as usize;
        let starts = example.starts[i];
        let mut inside = marginals.kind[i].map(|p| -p);
        let mut start = marginals.start[i].map(|p| -p);
        inside[kind] += 1.0;
        if starts {
            start[kind] += 1.0;
        }
        let mut emission = [0.0; EMISSIONS];
        emission[..KINDS].copy_from_slice(&inside);
        emission[KINDS] = start.iter().sum();
        emission[KINDS + 1..].copy_from_slice(&start);
        for &bucket in example.features.of(i) {
            add_bucket(bucket, &emission);
        }
        if i == 0 {
            for k in 0..KINDS {
                add(Layout::first(k), start[k]);
            }
            age = 0;
            continue;
        }
        let gap = example.features.gap(i) as usize;
        let before = example.kinds[i - 1] as usize;
        for a in 0..KINDS {
            for b in 0..KINDS {
                let observed = f64::from(u8::from(starts && a == before && b == kind));
                add(Layout::change(gap, a, b), observed - marginals.change[i][a][b]);
            }
            let observed = f64::from(u8::from(!starts && a == kind));
            add(Layout::stay(gap, a), observed - marginals.stay[i][a]);
        }
        if starts {
            add(Layout::end_at_age(before, age), 1.0);
            age = 0;
        } else {
            age = (age + 1).min(AGES - 1);
        }
    }
    let last = example.kinds[n - 1] as usize;
    add(Layout::end_at_age(last, age), 1.0);
    for k in 0..KINDS {
        // The last sentence's kind is the last section's.
        add(Layout::last(k), f64::from(u8::from(k == last)) - marginals.kind[n - 1][k]);
        for age in 0..AGES {
            add(Layout::end_at_age(k, age), -marginals.ends[k][age]);
        }
    }
}

/// All parameters.
pub const PARAMETERS: usize = BUCKETS * EMISSIONS + Layout::TRANSITIONS;
