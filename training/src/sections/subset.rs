//! A part of the buckets, numbered anew without gaps: what learning visits stands close together in memory.

use speech_outline::features::BUCKETS;
use speech_outline::sections::model::EMISSIONS;

use super::crf::PARAMETERS;
use super::example::Example;

pub struct Subset {
    /// For each bucket its number here.
    numbers: Vec<Option<u16>>,
    /// The bucket of each number.
    buckets: Vec<usize>,
}

impl Subset {
    pub fn of(kept: impl Fn(usize) -> bool) -> Self {
        let mut subset = Self { numbers: vec![None; BUCKETS], buckets: Vec::new() };
        for bucket in (0..BUCKETS).filter(|&bucket| kept(bucket)) {
            subset.numbers[bucket] = Some(subset.buckets.len() as u16);
            subset.buckets.push(bucket);
        }
        subset
    }

    /// The examples with these buckets only, by their numbers.
    pub fn examples(&self, examples: &[&Example]) -> Vec<Example> {
        examples.iter().map(|example| example.with_buckets(&self.numbers)).collect()
    }

    /// Values of all parameters, those of buckets by number.
    pub fn numbered(&self, by_bucket: &[f64]) -> Vec<f64> {
        let mut by_number = by_bucket.to_vec();
        for (number, bucket) in self.buckets.iter().enumerate() {
            by_number[row(number)].copy_from_slice(&by_bucket[row(*bucket)]);
        }
        by_number
    }

    /// Values of all parameters, those of buckets by bucket: 0 for those that are not in the subset.
    pub fn by_bucket(&self, numbered: &[f64]) -> Vec<f64> {
        let mut by_bucket = vec![0.0; PARAMETERS];
        by_bucket[BUCKETS * EMISSIONS..].copy_from_slice(&numbered[BUCKETS * EMISSIONS..]);
        for (number, bucket) in self.buckets.iter().enumerate() {
            by_bucket[row(*bucket)].copy_from_slice(&numbered[row(number)]);
        }
        by_bucket
    }
}

/// The weights of a bucket.
pub fn row(bucket: usize) -> std::ops::Range<usize> {
    bucket * EMISSIONS..(bucket + 1) * EMISSIONS
}
