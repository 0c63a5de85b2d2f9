//! Gradient ascent on what a draw by the softmax of the scores is worth: smooth, where the worth of the best candidate
//! has steps.

use speech_outline::sections::titles::{FEATURES, Weights};

use super::NOT_LEARNED;
use super::example::Example;

const STEPS: usize = 300;
const RATE: f64 = 0.05;
/// The score that makes a candidate e times as likely.
const SCALE: f64 = 24.0;
/// Pulls weights to nothing that bring nothing.
const DECAY: f64 = 0.000_02;
const N: usize = FEATURES.len();

pub fn ascend(weights: &mut Weights, kind: usize, examples: &[&Example]) {
    let spread = spread(examples);
    let (mut w, mut first, mut second) = ([0.0; N], [0.0; N], [0.0; N]);
    for step in 1..=STEPS {
        let gradient = gradient(&w, &spread, examples);
        for i in 0..N {
            // Adam (Kingma and Ba 2015).
            let g = gradient[i] - DECAY * w[i];
            first[i] = 0.9 * first[i] + 0.1 * g;
            second[i] = 0.999 * second[i] + 0.001 * g * g;
            let mean = first[i] / (1.0 - 0.9_f64.powi(step as i32));
            let square = second[i] / (1.0 - 0.999_f64.powi(step as i32));
            w[i] += RATE * mean / (square.sqrt() + 1e-8);
        }
    }
    for i in (0..N).filter(|&i| !NOT_LEARNED.contains(&FEATURES[i])) {
        weights.0[i][kind] = (w[i] / spread[i] * SCALE).round() as i32;
    }
}

/// The standard deviation of each feature; 1 where it never varies.
fn spread(examples: &[&Example]) -> [f64; N] {
    let all = || examples.iter().flat_map(|example| &example.candidates);
    let number = all().count().max(1) as f64;
    std::array::from_fn(|i| {
        let mean = all().map(|c| f64::from(c.features[i])).sum::<f64>() / number;
        let variance = all().map(|c| (f64::from(c.features[i]) - mean).powi(2)).sum::<f64>() / number;
        if variance > 0.0 { variance.sqrt() } else { 1.0 }
    })
}

fn gradient(w: &[f64; N], spread: &[f64; N], examples: &[&Example]) -> [f64; N] {
    let scaled: [f64; N] = std::array::from_fn(|i| w[i] / spread[i]);
    let mut gradient = [0.0; N];
    let mut chances = Vec::new();
    for example in examples {
        chances.clear();
        chances.extend(example.candidates.iter().map(|candidate| {
            scaled
                .iter()
                .zip(candidate.features)
                .map(|(weight, value)| weight * f64::from(value))
                .sum::<f64>()
        }));
        let top = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for chance in &mut chances {
            *chance = (*chance - top).exp();
        }
        let all: f64 = chances.iter().sum();
        let worth = |index: usize| example.candidates[index].worth as f64 / 1000.0;
        let expected: f64 =
            chances.iter().enumerate().map(|(index, chance)| chance / all * worth(index)).sum();
        for (index, chance) in chances.iter().enumerate() {
            let pull = chance / all * (worth(index) - expected) / examples.len() as f64;
            for i in 0..N {
                gradient[i] += pull * f64::from(example.candidates[index].features[i]) / spread[i];
            }
        }
    }
    gradient
}
