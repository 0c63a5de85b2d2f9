//! Greedy selection by rank and coverage: the gain of a candidate is its rank, raised a little for the concepts that it
//! would add. Gains only shrink as concepts are covered, so a heap of old gains is enough (Minoux 1978): each
//! selection is close to linear in the number of candidates.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::concepts::Concepts;
use super::ranker::STEPS_PER_OCTAVE;
use crate::order::sort_by;

/// A candidate that covers no new concept ranks this much lower than one that covers only new ones.
const COVERAGE: i32 = STEPS_PER_OCTAVE / 8;

/// A candidate that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Index into the candidates.
    pub candidate: usize,
    /// Hundredths.
    pub score: u32,
}

#[derive(Debug)]
pub struct Selection<'m> {
    /// The rank of each candidate.
    ranks: &'m [i32],
    concepts: &'m Concepts,
    best: i32,
    /// The sum of all candidates' strengths.
    total: u64,
}

/// What has been taken so far.
struct Taken {
    covered: Vec<bool>,
    list: Vec<usize>,
}

impl<'m> Selection<'m> {
    pub fn new(ranks: &'m [i32], concepts: &'m Concepts) -> Self {
        let best = ranks.iter().copied().max().unwrap_or_default();
        let total = ranks.iter().map(|&rank| strength(rank - best)).sum();
        Self { ranks, concepts, best, total }
    }

    /// The highest ranked candidate of a range, the first of equals.
    pub fn best(&self, range: Range<usize>) -> Option<usize> {
        range.max_by_key(|&index| (self.rank(index), Reverse(index)))
    }

    /// At most `limit` candidates of `range`, best first, no two alike; those of `first` before any other.
    pub fn cover(&self, range: Range<usize>, limit: usize, first: &[usize]) -> Vec<Pick> {
        let mut taken = Taken { covered: vec![false; self.concepts.number()], list: Vec::new() };
        let mut first = first.to_vec();
        let best_first = |a, b| (self.rank(b), a) < (self.rank(a), b);
        sort_by(&mut first, best_first);
        for index in first {
            self.take(index, limit, &mut taken);
        }
        let mut heap: BinaryHeap<(i32, Reverse<usize>)> =
            range.map(|index| (self.gain(index, &taken), Reverse(index))).collect();
        while taken.list.len() < limit
            && let Some((gain, Reverse(index))) = heap.pop()
        {
            let now = self.gain(index, &taken);
            if now < gain {
                heap.push((now, Reverse(index)));
            } else {
                self.take(index, limit, &mut taken);
            }
        }
        sort_by(&mut taken.list, best_first);
        let pick = |index| Pick { candidate: index, score: self.score(index, limit) };
        taken.list.into_iter().map(pick).collect()
    }

    /// The probability, in hundredths, of being among `number` key points.
    fn score(&self, index: usize, number: usize) -> u32 {
        let share = strength(self.rank(index) - self.best) * 100 * number as u64 / self.total.max(1);
        share.min(100) as u32
    }

    fn rank(&self, candidate: usize) -> i32 {
        self.ranks.get(candidate).copied().unwrap_or_default()
    }

    fn gain(&self, candidate: usize, taken: &Taken) -> i32 {
        let concepts = self.concepts.covered_by(candidate);
        let is_new = |&&concept: &&u32| !taken.covered.get(concept as usize).copied().unwrap_or(true);
        let weight = |&concept: &u32| self.concepts.weight(concept);
        let all: u32 = concepts.iter().map(weight).sum();
        let new: u32 = concepts.iter().filter(is_new).map(weight).sum();
        self.rank(candidate) + COVERAGE * new as i32 / all.max(1) as i32
    }

    /// Takes a candidate unless there are enough, or one that is taken says the same.
    fn take(&self, index: usize, limit: usize, taken: &mut Taken) {
        if taken.list.len() >= limit || taken.list.iter().any(|&other| self.concepts.are_alike(index, other))
        {
            return;
        }
        taken.list.push(index);
        for &concept in self.concepts.covered_by(index) {
            if let Some(covered) = taken.covered.get_mut(concept as usize) {
                *covered = true;
            }
        }
    }
}

/// Two to the power of the rank below the best one, in fixed point and linear between the powers.
fn strength(below_best: i32) -> u64 {
    const ONE: u64 = 1 << 24;
    let octaves = below_best.div_euclid(STEPS_PER_OCTAVE).min(0);
    let rest = below_best.rem_euclid(STEPS_PER_OCTAVE) as u64;
    (ONE + ONE * rest / STEPS_PER_OCTAVE as u64).checked_shr(octaves.unsigned_abs()).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::candidates::Candidate;
    use super::*;

    #[test]
    fn an_octave_is_twice_the_strength() {
        assert_eq!(strength(0), 2 * strength(-STEPS_PER_OCTAVE));
        assert!(strength(-1) < strength(0) && strength(-STEPS_PER_OCTAVE) < strength(-1));
        assert_eq!(strength(-100_000), 1);
    }

    fn picks(ranks: &[i32], text: &str, limit: usize, first: &[usize]) -> Vec<usize> {
        let transcript = crate::transcript(text, &crate::Options::default()).expect("a transcript");
        let concepts = Concepts::of(&transcript, &Candidate::all(&transcript));
        Selection::new(ranks, &concepts)
            .cover(0..ranks.len(), limit, first)
            .iter()
            .map(|pick| pick.candidate)
            .collect()
    }

    const OTHERS: &str = "Ferry sails. Pier rusts. Island sleeps. Lantern burns.";

    #[test]
    fn the_best_ranked_are_taken_best_first() {
        assert_eq!(picks(&[10, 40, 30, 40], OTHERS, 3, &[]), [1, 3, 2]);
        assert_eq!(picks(&[10, 40, 30, 40], OTHERS, 0, &[]), [0; 0]);
        assert_eq!(picks(&[10, 40, 30, 40], OTHERS, 2, &[0]), [1, 0], "what must be there comes first");
        assert_eq!(picks(&[10, 40, 30, 40], OTHERS, 2, &[0, 2, 1]), [1, 2]);
    }

    #[test]
    fn nothing_is_taken_twice_and_new_concepts_are_preferred() {
        assert_eq!(picks(&[50, 40, 10], "Ferry sails. Ferry sails. Pier rusts.", 3, &[]), [0, 2]);
        let text = "Ferry sails to whale island. Ferry sails with ten otters. Pier rusts at night. Pier rusts by day.";
        assert_eq!(picks(&[50, 40, 35, 0], text, 2, &[]), [0, 2], "the pier is new");
        assert_eq!(picks(&[50, 40, 40 - COVERAGE - 1, -500], text, 2, &[]), [0, 1]);
    }

    #[test]
    fn scores_are_the_chance_of_being_among_so_many() {
        let concepts = Concepts::of(&crate::transcript("x", &crate::Options::default()).expect("one"), &[]);
        let ranks = [0, 0, -STEPS_PER_OCTAVE, -STEPS_PER_OCTAVE, -STEPS_PER_OCTAVE / 2];
        let selection = Selection::new(&ranks, &concepts);
        assert_eq!(selection.score(0, 1), 26, "one part of 3.75");
        assert_eq!((selection.score(2, 1), selection.score(4, 1), selection.score(0, 9)), (13, 20, 100));
        assert_eq!(
            (selection.best(0..5), selection.best(2..4), selection.best(0..0)),
            (Some(0), Some(2), None)
        );
    }
}
