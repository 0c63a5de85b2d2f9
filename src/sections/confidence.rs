//! How sure the program is of a section.

use std::ops::Range;

use super::decode::{Belief, ONE};
use crate::outline::SectionKind;

/// The estimated probability that a section's kind and start are right, in hundredths.
pub fn of(beliefs: &[Belief], kind: SectionKind, range: Range<usize>) -> f64 {
    f64::from(calibrated(raw(beliefs, kind, range))) / 100.0
}

/// The mean belief in the kind times the belief in a start of that kind at the first sentence or one beside it, in
/// 1/[`ONE`].
pub fn raw(beliefs: &[Belief], kind: SectionKind, range: Range<usize>) -> i32 {
    let kind = kind as usize;
    let one = i32::from(ONE);
    let inside = beliefs.get(range.clone()).unwrap_or_default();
    let sum: i64 = inside.iter().map(|belief| i64::from(belief.kind[kind])).sum();
    let mean = (sum / (inside.len() as i64).max(1)) as i32;
    let around = range.start.saturating_sub(1)..range.start + 2;
    let start: i32 =
        beliefs.iter().take(around.end).skip(around.start).map(|b| i32::from(b.start[kind])).sum();
    mean * start.min(one) / one
}

/// Raw confidence to hundredths of a probability.
fn calibrated(raw: i32) -> i32 {
    raw * 100 / i32::from(ONE)
}
