//! How sure the program is of a section.

use std::ops::Range;

use super::decode::{Belief, ONE};
use crate::language::data::{data, numbers};
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

/// Knots of the calibration: one at each tenth of the raw confidence.
pub const KNOTS: usize = 11;

/// Raw confidence to hundredths of a probability, linear between the knots.
fn calibrated(raw: i32) -> i32 {
    const CALIBRATION: [i32; KNOTS] = numbers(data!("calibration.txt"));
    let knot = |index: i32| CALIBRATION.get(index as usize).copied().unwrap_or(0);
    let one = i32::from(ONE);
    let place = raw.clamp(0, one) * (KNOTS as i32 - 1);
    let (below, rest) = (place / one, place % one);
    let low: i32 = knot(below);
    if rest == 0 { low } else { low + (knot(below + 1) - low) * rest / one }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibrated_confidence_rises_and_is_a_probability() {
        let values: Vec<i32> = (0..=i32::from(ONE)).step_by(100).map(calibrated).collect();
        assert!(values.is_sorted() && values.iter().all(|value| (0..=100).contains(value)), "{values:?}");
        assert!(calibrated(i32::from(ONE)) > calibrated(0));
    }

    fn belief(kind: i16, start: i16) -> Belief {
        Belief { kind: [0, 0, kind, 0, 0, 0], start: [0, 0, start, 0, 0, 0] }
    }

    #[test]
    fn raw_confidence_is_the_mean_kind_times_a_start_nearby() {
        let half = ONE / 2;
        let beliefs = [belief(0, 0), belief(half, half), belief(ONE, 0), belief(0, half), belief(ONE, ONE)];
        let raw = |range| raw(&beliefs, SectionKind::AgendaItem, range);
        assert_eq!(raw(1..3), 3072 / 2, "three quarters times a half");
        assert_eq!(raw(2..3), 4096, "a start before and one behind");
        assert_eq!(raw(0..1), 0);
        assert_eq!(raw(1..4), 2048 / 2, "the start two sentences on is another's");
        assert_eq!(raw(4..5), 4096, "no more than one");
        assert_eq!(super::raw(&beliefs, SectionKind::Closing, 1..3), 0);
        assert_eq!(raw(5..5), 0);
    }

    #[test]
    fn between_two_knots_confidence_is_between_theirs() {
        let knots: Vec<i32> =
            (0..KNOTS as i32).map(|knot| calibrated((knot * i32::from(ONE) + 9) / 10)).collect();
        let middle = |knot: i32| calibrated((2 * knot + 1) * i32::from(ONE) / 20);
        for (knot, ends) in (0..).zip(knots.windows(2)) {
            let expected = ends[0].midpoint(ends[1]);
            assert!((middle(knot) - expected).abs() <= 1, "{knot}: {} for {expected}", middle(knot));
        }
        assert_eq!((calibrated(-5), calibrated(i32::from(ONE) + 5)), (knots[0], knots[KNOTS - 1]));
        let all = of(&[belief(ONE, ONE)], SectionKind::AgendaItem, 0..1);
        assert!((all * 100.0 - f64::from(knots[KNOTS - 1])).abs() < 0.001);
    }
}
