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

#[cfg(test)]
mod tests {
    use super::*;

    const GAINS: Gains = Gains { boundary: 103, threshold: 1100, kinds: [16, 6, 16, 18, 16, 15] };

    fn invented(sentences: usize, mut seed: u32) -> Vec<Belief> {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i16 % 1200
        };
        let mut belief = || Belief {
            kind: std::array::from_fn(|_| next().abs()),
            start: std::array::from_fn(|_| next().abs()),
        };
        (0..sentences).map(|_| belief()).collect()
    }

    /// What a division gains: each sentence of the right kind, each boundary that is likely enough.
    fn gain(beliefs: &[Belief], gains: Gains, division: &[(usize, SectionKind)]) -> i64 {
        let mut sum = 0;
        for (number, &(start, kind)) in division.iter().enumerate() {
            let end = division.get(number + 1).map_or(beliefs.len(), |next| next.0);
            let k = kind as usize;
            let any: i32 = beliefs[start].start.iter().map(|&p| i32::from(p)).sum();
            let of_kind = i32::from(beliefs[start].start[k]) - any / KINDS as i32;
            sum += i64::from((any - gains.threshold + of_kind / 4) * gains.boundary / 16);
            let inside =
                beliefs[start..end].iter().map(|belief| i32::from(belief.kind[k]) * gains.kinds[k] / 16);
            sum += inside.map(i64::from).sum::<i64>();
        }
        sum
    }

    fn every_division(sentences: usize) -> Vec<Vec<(usize, SectionKind)>> {
        let mut all = vec![Vec::new()];
        for at in 0..sentences {
            let mut longer: Vec<Vec<(usize, SectionKind)>> = if at > 0 { all.clone() } else { Vec::new() };
            for division in &all {
                let opened =
                    SectionKind::ALL.iter().map(|&kind| [division.as_slice(), &[(at, kind)]].concat());
                longer.extend(opened);
            }
            all = longer;
        }
        all
    }

    #[test]
    fn no_division_gains_more() {
        let divisions = every_division(4);
        for seed in 0..60 {
            let beliefs = invented(4, seed);
            let most = divisions.iter().map(|division| gain(&beliefs, GAINS, division)).max();
            let found = decode(&beliefs, GAINS);
            assert_eq!(Some(gain(&beliefs, GAINS, &found)), most, "{seed}: {found:?}");
        }
        assert!(decode(&[], GAINS).is_empty());
    }

    #[test]
    fn of_equal_divisions_the_plainest_is_taken() {
        let sure = Belief { kind: [0; KINDS], start: [0; KINDS] };
        let free = Gains { threshold: 0, ..GAINS };
        assert_eq!(decode(&[sure; 3], free), [(0, SectionKind::FrontMatter)]);
    }

    #[test]
    fn coarser_outlines_ask_for_surer_boundaries() {
        let [fine, normal, coarse] =
            [Granularity::Fine, Granularity::Normal, Granularity::Coarse].map(Gains::of);
        assert_eq!((coarse.threshold, fine.threshold), (normal.threshold * 3 / 2, normal.threshold / 2));
        assert!(0 < normal.threshold && normal.threshold < i32::from(ONE));
        assert_eq!((coarse.kinds, coarse.boundary), (fine.kinds, fine.boundary));
    }
}
