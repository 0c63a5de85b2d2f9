//! Forward and backward over the states (kind × age of the section), in whole numbers: every platform computes the
//! same beliefs. Potentials are logarithms in [`UNIT`]ths of a nat; the sum of two is looked up.

#![expect(clippy::needless_range_loop, reason = "the kinds index several tables of a fixed size at once")]

use super::decode::{Belief, ONE};
use super::model::{AGES, KINDS, Model, UNIT};
use crate::features::Gap;

/// What no state has: far below any sum, far above overflow.
const NEVER: i32 = i32::MIN / 4;

/// What a sign that the model has too little of counts, where a label or a call is certain: e to the power of four.
pub const CERTAIN: i32 = 4 * UNIT;

/// The states of so many sentences at most are kept all, in 0.6 MB.
const FEW: usize = 2048;
/// Of more sentences, the states of every so manieth are kept, and those between are found anew on the way back.
const BLOCK: usize = 64;

/// The potentials of one sentence: lying in a section of each kind, and starting one there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Potentials {
    pub inside: [i32; KINDS],
    pub start: [i32; KINDS],
    pub gap: u8,
}

type States = [[i32; AGES]; KINDS];

/// The model's beliefs about each sentence. O(sentences).
pub fn beliefs(model: &Model, sentences: &[Potentials]) -> Vec<Belief> {
    let size = if sentences.len() <= FEW { FEW } else { BLOCK };
    let last_block = sentences.len().saturating_sub(1) / size * size;
    let mut alpha = [[NEVER; AGES]; KINDS];
    let mut entries: Vec<States> = vec![alpha];
    for (i, sentence) in sentences.iter().enumerate().take(last_block) {
        alpha = levelled(i, forward(model, (i > 0).then_some(&alpha), sentence));
        if (i + 1) % size == 0 {
            entries.push(alpha);
        }
    }
    let mut beliefs = vec![Belief::default(); sentences.len()];
    let mut beta =
        std::array::from_fn(|k| std::array::from_fn(|age| model.end_at_age[k][age] + model.last[k]));
    let mut block = Vec::with_capacity(size.min(sentences.len()));
    for (number, entry) in entries.iter().enumerate().rev() {
        let start = number * size;
        let mut alpha = *entry;
        let range = start..(start + size).min(sentences.len());
        for (i, sentence) in range.clone().zip(sentences.get(range.clone()).unwrap_or_default()) {
            alpha = levelled(i, forward(model, (i > 0).then_some(&alpha), sentence));
            block.push(alpha);
        }
        for i in range.rev() {
            let (Some(alpha), Some(sentence), Some(belief)) =
                (block.pop(), sentences.get(i), beliefs.get_mut(i))
            else {
                continue;
            };
            *belief = belief_of(&model.logarithms, &alpha, &beta);
            beta = levelled(i, backward(model, &beta, sentence));
        }
    }
    beliefs
}

fn forward(model: &Model, before: Option<&States>, sentence: &Potentials) -> States {
    let log_add = |a, b| model.logarithms.add(a, b);
    let mut now = [[NEVER; AGES]; KINDS];
    let gap = usize::from(sentence.gap).min(Gap::COUNT - 1);
    if let Some(before) = before {
        let leave: [i32; KINDS] = std::array::from_fn(|k| {
            before[k]
                .iter()
                .zip(&model.end_at_age[k])
                .fold(NEVER, |sum, (state, end)| log_add(sum, state + end))
        });
        for k in 0..KINDS {
            let enter = (0..KINDS).fold(NEVER, |sum, a| log_add(sum, leave[a] + model.change[gap][a][k]));
            now[k][0] = enter + sentence.start[k];
            let go_on = model.stay[gap][k] + sentence.inside[k];
            for age in 1..AGES {
                now[k][age] = before[k][age - 1] + go_on;
            }
            now[k][AGES - 1] = log_add(now[k][AGES - 1], before[k][AGES - 1] + go_on);
        }
    } else {
        for k in 0..KINDS {
            now[k][0] = model.first[k] + sentence.start[k];
        }
    }
    now
}

fn backward(model: &Model, beta: &States, sentence: &Potentials) -> States {
    let log_add = |a, b| model.logarithms.add(a, b);
    let gap = usize::from(sentence.gap).min(Gap::COUNT - 1);
    let mut before = [[NEVER; AGES]; KINDS];
    for a in 0..KINDS {
        let out = (0..KINDS)
            .fold(NEVER, |sum, b| log_add(sum, model.change[gap][a][b] + sentence.start[b] + beta[b][0]));
        let go_on = model.stay[gap][a] + sentence.inside[a];
        for age in 0..AGES {
            let stays = go_on + beta[a][(age + 1).min(AGES - 1)];
            before[a][age] = log_add(stays, model.end_at_age[a][age] + out);
        }
    }
    before
}

/// The states, at every sixteenth sentence with the greatest at zero, so that sums over long transcripts do not overflow.
/// They say the same before and after: only differences count.
fn levelled(sentence: usize, mut states: States) -> States {
    if !sentence.is_multiple_of(16) {
        return states;
    }
    let top = states.iter().flatten().copied().max().unwrap_or(0);
    for state in states.iter_mut().flatten() {
        *state = (*state - top).max(NEVER);
    }
    states
}

fn belief_of(logarithms: &Logarithms, alpha: &States, beta: &States) -> Belief {
    let sum = |a, b| logarithms.add(a, b);
    let joint: States =
        std::array::from_fn(|k| std::array::from_fn(|age| (alpha[k][age] + beta[k][age]).max(NEVER)));
    let of_kind: [i32; KINDS] = joint.map(|ages| ages.into_iter().fold(NEVER, sum));
    let all = of_kind.into_iter().fold(NEVER, sum);
    Belief {
        kind: of_kind.map(|sum| logarithms.probability(all - sum)),
        start: std::array::from_fn(|k| logarithms.probability(all - joint[k][0])),
    }
}

const STEP: u32 = UNIT.unsigned_abs() / 128;
const TABLE: usize = 128 * 9;

/// Sums and powers, looked up. The tables are made at the start, by basic operations that every platform rounds alike: in
/// the module they would take more room than the code that makes them.
#[derive(Clone, Debug)]
pub struct Logarithms {
    /// ln(1 + e^-x) at steps of 1/128, in [`UNIT`]ths.
    one_plus: Vec<i16>,
    /// e^-x at steps of 1/128, in 1/[`ONE`].
    powers: Vec<i16>,
}

impl Default for Logarithms {
    fn default() -> Self {
        /// e^(-1/128).
        const DECAY: f64 = 0.992_217_938_260_243_5;
        let mut tables = Self { one_plus: Vec::new(), powers: Vec::new() };
        let mut value = 1.0;
        for _ in 0..TABLE {
            tables.one_plus.push((log_one_plus(value) * f64::from(UNIT) + 0.5) as i16);
            tables.powers.push((value * f64::from(ONE) + 0.5) as i16);
            value *= DECAY;
        }
        tables
    }
}

impl Logarithms {
    fn add(&self, a: i32, b: i32) -> i32 {
        let more = self.one_plus.get((a.abs_diff(b) / STEP) as usize).copied().unwrap_or(0);
        a.max(b) + i32::from(more)
    }

    /// e to the power of minus `below`, in 1/[`ONE`].
    fn probability(&self, below: i32) -> i16 {
        self.powers.get((below.max(0).unsigned_abs() / STEP) as usize).copied().unwrap_or(0)
    }
}

/// ln(1 + y) = 2 artanh(y / (2 + y)), whose series falls by a factor of nine with each term.
fn log_one_plus(y: f64) -> f64 {
    let z = y / (2.0 + y);
    let (mut power, mut sum, mut odd) = (z, 0.0, 1.0);
    while odd < 24.0 {
        sum += power / odd;
        power *= z * z;
        odd += 2.0;
    }
    2.0 * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_logarithms_to_a_few_thousandths() {
        let logarithms = Logarithms::default();
        for (a, b) in [(0, 0), (0, -512), (-300, 40), (0, -9 * UNIT), (5, NEVER)] {
            let exact = (f64::from(a) / f64::from(UNIT)).exp() + (f64::from(b) / f64::from(UNIT)).exp();
            let sum = f64::from(logarithms.add(a, b)) / f64::from(UNIT);
            assert!((sum - exact.ln()).abs() < 0.005, "{a} {b}: {sum} for {}", exact.ln());
        }
    }

    #[test]
    fn probabilities_of_the_kinds_sum_to_one() {
        let model = Model::shipped();
        let sentences: Vec<Potentials> = (0..200)
            .map(|i| {
                let wave = |k: usize| ((i * 37 + k * 101) % 400) as i32 * 8 - 1600;
                let inside = std::array::from_fn(wave);
                Potentials { inside, start: inside.map(|v| v - 900), gap: (i % 5) as u8 }
            })
            .collect();
        for belief in beliefs(model, &sentences) {
            let sum: i32 = belief.kind.iter().map(|&p| i32::from(p)).sum();
            assert!((sum - i32::from(ONE)).abs() < i32::from(ONE) / 50, "{sum}");
            assert!(belief.start.iter().zip(&belief.kind).all(|(start, kind)| start <= &(kind + 40)));
        }
    }

    /// A model of weights that are no pattern, and sentences likewise.
    fn invented(sentences: usize) -> (Model, Vec<Potentials>) {
        let mut seed = 7_u32;
        let mut next = |most: i32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i32 % most - most / 2
        };
        let mut model = Model::blank();
        model.change.as_flattened_mut().as_flattened_mut().fill_with(|| next(4000));
        model.stay.as_flattened_mut().fill_with(|| next(4000));
        model.end_at_age.as_flattened_mut().fill_with(|| next(4000));
        model.first.fill_with(|| next(4000));
        model.last.fill_with(|| next(4000));
        let mut potentials = vec![Potentials::default(); sentences];
        for (i, potentials) in potentials.iter_mut().enumerate() {
            potentials.inside.fill_with(|| next(4000));
            potentials.start.fill_with(|| next(4000));
            potentials.gap = (i % Gap::COUNT) as u8;
        }
        (model, potentials)
    }

    /// Adds up every way to divide the sentences: the kind of each, and whether it starts a section.
    fn counted_out(model: &Model, sentences: &[Potentials]) -> Vec<([f64; KINDS], [f64; KINDS])> {
        fn go(
            model: &Model,
            sentences: &[Potentials],
            path: &mut Vec<(usize, bool)>,
            age: usize,
            score: i32,
            sums: &mut Vec<([f64; KINDS], [f64; KINDS])>,
        ) -> f64 {
            let end = path.last().map_or(0, |&(kind, _)| model.end_at_age[kind][age]);
            let Some(sentence) = sentences.get(path.len()) else {
                let last = path.last().map_or(0, |&(kind, _)| model.last[kind]);
                let weight = (f64::from(score + end + last) / f64::from(UNIT)).exp();
                for (&(kind, starts), (kinds, starting)) in path.iter().zip(sums) {
                    kinds[kind] += weight;
                    starting[kind] += if starts { weight } else { 0.0 };
                }
                return weight;
            };
            let gap = usize::from(sentence.gap);
            let mut total = 0.0;
            for kind in 0..KINDS {
                let before = path.last().map(|&(before, _)| before);
                let opens = before.map_or(model.first[kind], |before| end + model.change[gap][before][kind]);
                path.push((kind, true));
                total += go(model, sentences, path, 0, score + opens + sentence.start[kind], sums);
                path.pop();
                if before == Some(kind) {
                    let older = (age + 1).min(AGES - 1);
                    path.push((kind, false));
                    let stays = model.stay[gap][kind] + sentence.inside[kind];
                    total += go(model, sentences, path, older, score + stays, sums);
                    path.pop();
                }
            }
            total
        }
        let mut sums = vec![([0.0; KINDS], [0.0; KINDS]); sentences.len()];
        let total = go(model, sentences, &mut Vec::new(), 0, 0, &mut sums);
        let share = |sums: [f64; KINDS]| sums.map(|sum| sum / total * f64::from(ONE));
        sums.into_iter().map(|(kinds, starts)| (share(kinds), share(starts))).collect()
    }

    fn differ(belief: &[i16], counted: &[f64], most: f64) -> bool {
        belief.iter().zip(counted).any(|(belief, counted)| (f64::from(*belief) - counted).abs() > most)
    }

    #[test]
    fn beliefs_are_the_shares_of_all_ways_to_divide() {
        for length in [1, 2, 5] {
            let (model, sentences) = invented(length);
            for (belief, (kinds, starts)) in
                beliefs(&model, &sentences).iter().zip(counted_out(&model, &sentences))
            {
                assert!(!differ(&belief.kind, &kinds, 90.0), "{:?} for {kinds:?}", belief.kind);
                assert!(!differ(&belief.start, &starts, 90.0), "{:?} for {starts:?}", belief.start);
            }
        }
    }

    #[test]
    fn a_section_grows_old() {
        let (mut model, sentences) = invented(15);
        // Sections of one kind, each of thirteen sentences or more.
        model.change = [[[NEVER; KINDS]; KINDS]; Gap::COUNT];
        model.change.iter_mut().for_each(|change| change[2][2] = 0);
        model.first = [NEVER, NEVER, 0, NEVER, NEVER, NEVER];
        model.end_at_age = [[-40 * UNIT; AGES]; KINDS];
        model.end_at_age[2][AGES - 1] = 0;
        let beliefs = beliefs(&model, &sentences);
        assert_eq!(beliefs[0].start[2], ONE);
        assert!(beliefs.iter().skip(1).all(|belief| belief.start[2] == 0), "{beliefs:?}");
        assert!(beliefs.iter().all(|belief| belief.kind[2] > ONE - ONE / 50));
    }

    #[test]
    fn a_long_transcript_is_read_as_a_short_one() {
        let (model, sentences) = invented(FEW + 3 * BLOCK / 2);
        let (long, short) = (beliefs(&model, &sentences), beliefs(&model, &sentences[..FEW]));
        assert_eq!(long.len(), sentences.len());
        for (long, short) in long.iter().zip(&short).take(FEW - 40) {
            assert!(!differ(&long.kind, &short.kind.map(f64::from), 60.0), "{long:?} for {short:?}");
        }
        let end = beliefs(&model, &sentences[FEW - 160..]);
        for (long, end) in long[FEW - 160..].iter().zip(&end).skip(80) {
            assert!(!differ(&long.start, &end.start.map(f64::from), 60.0), "{long:?} for {end:?}");
        }
    }
}
