//! Cross-validation over offices: what models believe of transcripts from offices that they saw nothing of. The
//! decoder's gains and the calibration of the confidence are chosen on it.

use std::fmt::Write as _;

use speech_outline::SectionKind;
use speech_outline::sections::confidence::{KNOTS, raw};
use speech_outline::sections::decode::{Belief, Gains, ONE, decode};

use super::Set;
use super::evaluate::{beliefs, propose};
use super::example::Example;
use crate::at_once::at_once;
use crate::corpus::Document;
use crate::own::INVENTED;
use crate::score::Score;

/// A transcript, and what a model of other offices believes of it.
pub struct HeldOut<'s> {
    pub document: &'s Document,
    pub example: &'s Example,
    pub beliefs: Vec<Belief>,
}

/// Of the invented transcripts, each has an institution of its own: so many parts are left out in turn.
const PARTS: usize = 4;

/// Leaves out each office that has enough transcripts in turn, and each part of the invented ones.
pub fn hold_out(set: &Set) -> Vec<HeldOut<'_>> {
    let parts = (0..PARTS).map(|part| (INVENTED, part));
    let left_out: Vec<_> = [("au", 0), ("wh", 0)].into_iter().chain(parts).collect();
    let is_in = |document: &Document, (office, part)| {
        document.office() == office && (office != INVENTED || part_of(document) == part)
    };
    let models = at_once(&left_out, |group| set.learn(|document| !is_in(document, *group)));
    let mut held_out = Vec::new();
    for (group, weights) in left_out.into_iter().zip(models) {
        for (document, example) in set.pairs() {
            if is_in(document, group) && document.is_gold() {
                held_out.push(HeldOut { document, example, beliefs: beliefs(example, &weights) });
            }
        }
    }
    held_out
}

/// The part of an invented transcript, or of the one that it is an excerpt of.
fn part_of(document: &Document) -> usize {
    let name = document.name.rsplit('/').next().unwrap_or_default();
    name.bytes().map(usize::from).sum::<usize>() % PARTS
}

/// The offices that are left out.
pub const OFFICES: [&str; 3] = ["au", "wh", INVENTED];

/// The score with some gains, of some offices.
pub fn score(held_out: &[HeldOut<'_>], offices: &[&str], gains: Gains) -> Score {
    let mut score = Score::default();
    for item in held_out.iter().filter(|item| offices.contains(&item.document.office())) {
        score.add(item.document, &propose(item.example, &decode(&item.beliefs, gains)));
    }
    score
}

/// The kinds that are worth more than the others' 16/16 where that finds more of them.
const RARE_KINDS: [SectionKind; 3] = [SectionKind::Opening, SectionKind::Announcement, SectionKind::Closing];

/// Gains that are worth less than so much more than the ones that stand are no better: runs differ by as much.
const SPREAD: f64 = 0.02;

/// The gains that stand, or the best ones where those are worth more.
pub fn chosen_gains(held_out: &[HeldOut<'_>], gains: Gains) -> Gains {
    let best = best_gains(held_out, gains);
    let [stands, found] = [gains, best].map(|gains| worth(&score(held_out, &OFFICES, gains)));
    if found > stands + SPREAD { best } else { gains }
}

/// The gains with the greatest sum of figures on all that was held out, by coordinate ascent from `gains`.
fn best_gains(held_out: &[HeldOut<'_>], mut gains: Gains) -> Gains {
    let mut best = worth(&score(held_out, &OFFICES, gains));
    loop {
        let before = best;
        for coordinate in 0..2 + RARE_KINDS.len() {
            for factor in [0.7, 0.85, 0.93, 1.08, 1.2, 1.4] {
                let mut other = gains;
                let value = match coordinate {
                    0 => &mut other.boundary,
                    1 => &mut other.threshold,
                    rare => &mut other.kinds[RARE_KINDS[rare - 2] as usize],
                };
                *value = (f64::from(*value) * factor).round() as i32;
                let found = worth(&score(held_out, &OFFICES, other));
                if found > best {
                    (best, gains) = (found, other);
                }
            }
        }
        if best < before + 1e-4 {
            return gains;
        }
    }
}

/// One number for a score: kinds, announcements and boundaries, less what lies outside the wanted number of sections.
fn worth(score: &Score) -> f64 {
    let too_many = (score.ratio() - 1.1).max(0.0) + (0.9 - score.ratio()).max(0.0);
    let announcements = score.kind_f1(SectionKind::Announcement).unwrap_or(0.0);
    score.accuracy() + score.macro_f1() + 0.5 * announcements + score.boundary_f1()
        - score.window_diff()
        - too_many
}

/// The gains as the data file has them.
pub fn gains_file(gains: Gains, comment: &str) -> String {
    let numbers = [gains.boundary, gains.threshold].into_iter().chain(gains.kinds);
    let lines: Vec<String> =
        comment.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect();
    lines
        .into_iter()
        .chain(numbers.map(|number| number.to_string()))
        .fold(String::new(), |file, line| file + &line + "\n")
}

/// How often sections are right, by their raw confidence: the kind right, and the start no more than a sentence off.
/// Monotone at the knots, in hundredths (isotonic regression by pooling adjacent violators, Ayer et al. 1955).
pub fn calibration(held_out: &[HeldOut<'_>], gains: Gains) -> [i32; KNOTS] {
    let mut bins = [(0.0, 0.0); KNOTS];
    for item in held_out {
        let sections = decode(&item.beliefs, gains);
        let ends = sections.iter().skip(1).map(|section| section.0).chain([item.beliefs.len()]);
        for (&(start, kind), end) in sections.iter().zip(ends) {
            let bin = raw(&item.beliefs, kind, start..end) * (KNOTS as i32 - 1);
            let bin = ((bin + i32::from(ONE) / 2) / i32::from(ONE)) as usize;
            bins[bin].0 += f64::from(u8::from(is_right(item.example, start, kind)));
            bins[bin].1 += 1.0;
        }
    }
    for (i, (right, all)) in bins.iter().enumerate() {
        println!("raw {:.2}: {right:4} of {all:4} right", i as f64 / (KNOTS - 1) as f64);
    }
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (right, all) in bins {
        pools.push((right, all, 1));
        while let [.., (r1, a1, n1), (r2, a2, n2)] = pools[..]
            && r1 * a2 >= r2 * a1
        {
            pools.truncate(pools.len() - 2);
            pools.push((r1 + r2, a1 + a2, n1 + n2));
        }
    }
    let mut knots = [0; KNOTS];
    let values = pools
        .iter()
        .flat_map(|&(right, all, n)| vec![(100.0 * right / f64::max(all, 1.0)).round() as i32; n]);
    knots.iter_mut().zip(values).for_each(|(knot, value)| *knot = value);
    knots
}

/// The calibration as the data file has it.
pub fn calibration_file(knots: &[i32; KNOTS]) -> String {
    let mut file =
        "# How often a section is right, in hundredths, at each tenth of its raw confidence from 0 to 1.\n\
                    # Written by `cargo train offices CORPUS --write` from transcripts of offices left out.\n"
            .to_owned();
    for knot in knots {
        let _ = writeln!(file, "{knot}");
    }
    file
}

fn is_right(example: &Example, start: usize, kind: SectionKind) -> bool {
    (start.saturating_sub(1)..=start + 1)
        .any(|i| example.starts.get(i) == Some(&true) && example.kinds.get(i) == Some(&kind))
}
