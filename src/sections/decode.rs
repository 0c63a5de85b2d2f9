//! From probabilities to sections: the segmentation with the greatest expected gain (minimum Bayes risk), which
//! finds as many sections as there are, where the single most probable path finds too few.

use super::model::KINDS;
use crate::language::data::{data, numbers};
use crate::options::Granularity;
use crate::outline::SectionKind;

/// Probabilities are counted in 1/4096.
pub const ONE: i16 = 1 << 12;

/// What the model says of a sentence, each between 0 and [`ONE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Belief {
    /// The sentence lies in a section of each kind.
    pub kind: [i16; KINDS],
    /// A section of each kind starts with it.
    pub start: [i16; KINDS],
}

impl Belief {
    fn any_start(&self) -> i32 {
        self.start.iter().map(|&p| i32::from(p)).sum()
    }
}

/// How gains are weighed; chosen by `cargo train offices`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gains {
    /// The worth of a right boundary in sentences of the right kind, in 1/16.
    pub boundary: i32,
    /// The probability from which on a boundary is worth drawing, in 1/[`ONE`].
    pub threshold: i32,
    /// The worth of a sentence of each kind, in 1/16: the rarer kinds count more, or few would be found.
    pub kinds: [i32; KINDS],
}

impl Gains {
    /// The chosen gains. Coarser and finer outlines ask a boundary for half as much probability again, or half.
    pub fn of(granularity: Granularity) -> Self {
        const CHOSEN: [i32; 2 + KINDS] = numbers(data!("gains.txt"));
        let [boundary, threshold, kinds @ ..] = CHOSEN;
        let threshold = match granularity {
            Granularity::Coarse => threshold * 3 / 2,
            Granularity::Normal => threshold,
            Granularity::Fine => threshold / 2,
        };
        Self { boundary, threshold, kinds }
    }
}

/// The start and kind of each section, in sentences.
pub fn decode(beliefs: &[Belief], gains: Gains) -> Vec<(usize, SectionKind)> {
    // best[k]: the greatest gain up to here with a section of kind k open. back: how each was reached.
    let mut best = [0_i64; KINDS];
    let mut back: Vec<[(u8, bool); KINDS]> = Vec::with_capacity(beliefs.len());
    for (i, belief) in beliefs.iter().enumerate() {
        let start = belief.any_start() - gains.threshold;
        let (leader, top) = (0_u8..).zip(best).fold((0, i64::MIN), |a, b| if b.1 > a.1 { b } else { a });
        let mut now = [0_i64; KINDS];
        let mut from = [(0, false); KINDS];
        for k in 0..KINDS {
            // Of the kinds that could start here, the likelier is worth more.
            let kind_start = i32::from(belief.start[k]) - belief.any_start() / KINDS as i32;
            let opened = top + i64::from((start + kind_start / 4) * gains.boundary / 16);
            let (gain, step) = if i == 0 || opened > best[k] {
                (opened, (leader, true))
            } else {
                (best[k], (k as u8, false))
            };
            now[k] = gain + i64::from(i32::from(belief.kind[k]) * gains.kinds[k] / 16);
            from[k] = step;
        }
        best = now;
        back.push(from);
    }
    let mut kind = (0..KINDS).max_by_key(|&k| (best[k], KINDS - k)).unwrap_or(0);
    let mut sections = Vec::new();
    for (i, from) in back.iter().enumerate().rev() {
        let (previous, starts) = from[kind];
        if starts {
            sections.push((i, SectionKind::ALL[kind]));
            kind = usize::from(previous);
        }
    }
    sections.reverse();
    sections
}
