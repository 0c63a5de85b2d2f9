//! The ranking problem: within each transcript the gold key points should take the most of a softmax over its
//! sentences, the first of them a little more than the last (listwise ranking; Cao et al. 2007).

use speech_outline::key_points::BUCKETS;

use super::example::Prepared;
use super::lbfgs;

/// How much less the last of twelve key points weighs than the first.
const RANK_WEIGHT: f64 = 0.5;
const LONGEST_LIST: f64 = 12.0;
const ITERATIONS: usize = 150;
/// The scale of a feature that counts in full.
const FULL_SCALE: f64 = 5.0;

pub struct Problem {
    lists: Vec<List>,
    /// Buckets whose weight may differ from zero.
    open: Vec<bool>,
}

/// One transcript.
struct List {
    rows: Vec<Vec<(usize, f64)>>,
    /// The share that each row should take.
    target: Vec<f64>,
    weight: f64,
}

impl Problem {
    pub fn new<'a>(transcripts: impl IntoIterator<Item = &'a Prepared>) -> Self {
        let lists = transcripts.into_iter().filter_map(List::new).collect();
        Self { lists, open: vec![true; BUCKETS] }
    }

    /// The same problem with only the `number` heaviest weights: by size, and by how often they count.
    pub fn keeping(self, weights: &[f64], number: usize) -> Self {
        let mut counts = vec![0.0_f64; BUCKETS];
        for &(bucket, _) in self.lists.iter().flat_map(|list| &list.rows).flatten() {
            counts[bucket] += 1.0;
        }
        let importance = |bucket: usize| weights[bucket].abs() * counts[bucket].sqrt();
        let mut order: Vec<usize> = (0..BUCKETS).collect();
        order.sort_by(|&a, &b| importance(b).total_cmp(&importance(a)).then(a.cmp(&b)));
        let mut open = vec![false; BUCKETS];
        for bucket in order.into_iter().take(number) {
            open[bucket] = true;
        }
        Self { open, ..self }
    }

    /// The weights that minimise loss plus penalty.
    pub fn solve(&self, penalty: f64) -> Vec<f64> {
        lbfgs::minimise(vec![0.0; BUCKETS], ITERATIONS, |weights, gradient| {
            self.loss(weights, penalty, gradient)
        })
    }

    fn loss(&self, weights: &[f64], penalty: f64, gradient: &mut [f64]) -> f64 {
        let mut loss = 0.0;
        for (slope, weight) in gradient.iter_mut().zip(weights) {
            *slope = penalty * weight;
            loss += penalty / 2.0 * weight * weight;
        }
        for list in &self.lists {
            loss += list.loss(weights, gradient);
        }
        for (slope, _) in gradient.iter_mut().zip(&self.open).filter(|(_, open)| !**open) {
            *slope = 0.0;
        }
        loss
    }
}

impl List {
    /// `None` where no sentence is a key point.
    fn new(prepared: &Prepared) -> Option<Self> {
        let share = |rank: &Option<usize>| {
            rank.map_or(0.0, |rank| 1.0 - RANK_WEIGHT * (rank as f64 / LONGEST_LIST).min(1.0))
        };
        let target: Vec<f64> = prepared.ranks.iter().map(share).collect();
        let total: f64 = target.iter().sum();
        if total == 0.0 {
            return None;
        }
        let rows = prepared
            .examples
            .iter()
            .map(|example| {
                let value = |scale: u8| f64::from(scale) / FULL_SCALE;
                example.features.iter().map(|f| (usize::from(f.bucket), value(f.scale))).collect()
            })
            .collect();
        let number = prepared.ranks.iter().flatten().count();
        Some(Self {
            rows,
            target: target.iter().map(|t| t / total).collect(),
            weight: (number as f64).sqrt(),
        })
    }

    fn loss(&self, weights: &[f64], gradient: &mut [f64]) -> f64 {
        let scores: Vec<f64> = self
            .rows
            .iter()
            .map(|row| row.iter().map(|&(bucket, value)| weights[bucket] * value).sum())
            .collect();
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = scores.iter().map(|score| (score - best).exp()).sum();
        let mut loss = 0.0;
        for ((row, score), target) in self.rows.iter().zip(&scores).zip(&self.target) {
            let log_share = score - best - total.ln();
            loss -= self.weight * target * log_share;
            let slope = self.weight * (log_share.exp() - target);
            for &(bucket, value) in row {
                gradient[bucket] += slope * value;
            }
        }
        loss
    }
}
