//! Greedy selection by rank and coverage: the gain of a candidate is its rank times the concepts that it would add,
//! divided by a power of its length. Gains only shrink as concepts are covered, so a heap of old gains is enough
//! (Minoux 1978): each selection is close to linear in the number of candidates.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::candidates::Candidate;
use super::concepts::Concepts;

/// Added to the concepts' weight, so that a candidate without a repeated concept can still be taken.
const BASE: u64 = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Index into the candidates.
    pub candidate: usize,
    /// Hundredths.
    pub score: u32,
}

#[derive(Debug)]
pub struct Selection<'m> {
    candidates: &'m [Candidate],
    /// The rank of each candidate in thousandths.
    ranks: &'m [u32],
    concepts: &'m Concepts,
}

impl<'m> Selection<'m> {
    pub fn new(candidates: &'m [Candidate], ranks: &'m [u32], concepts: &'m Concepts) -> Self {
        Self { candidates, ranks, concepts }
    }

    /// The highest ranked candidate of a range, the first of equals.
    pub fn best(&self, range: Range<usize>) -> Option<Pick> {
        range.max_by_key(|&index| (self.rank(index), Reverse(index))).map(|index| self.pick(index))
    }

    /// At most `limit` candidates of `range`, best first, no two alike; those of `first` before any other.
    pub fn cover(&self, range: Range<usize>, limit: usize, first: &[Pick]) -> Vec<Pick> {
        let mut covered = vec![false; self.concepts.number()];
        let mut taken: Vec<usize> = Vec::new();
        let mut take = |index: usize, covered: &mut Vec<bool>| {
            if taken.len() >= limit || taken.iter().any(|&other| self.concepts.are_alike(index, other)) {
                return taken.len() < limit;
            }
            taken.push(index);
            for &concept in self.concepts.covered_by(index) {
                if let Some(covered) = covered.get_mut(concept as usize) {
                    *covered = true;
                }
            }
            true
        };
        let mut first: Vec<usize> = first.iter().map(|pick| pick.candidate).collect();
        first.sort_by_key(|&index| (Reverse(self.rank(index)), index));
        for index in first {
            take(index, &mut covered);
        }
        let mut heap: BinaryHeap<(u64, Reverse<usize>)> =
            range.map(|index| (self.gain(index, &covered), Reverse(index))).collect();
        while let Some((gain, Reverse(index))) = heap.pop() {
            let now = self.gain(index, &covered);
            if now < gain {
                heap.push((now, Reverse(index)));
            } else if !take(index, &mut covered) {
                break;
            }
        }
        taken.sort_by_key(|&index| (Reverse(self.rank(index)), index));
        taken.into_iter().map(|index| self.pick(index)).collect()
    }

    fn pick(&self, candidate: usize) -> Pick {
        Pick { candidate, score: self.rank(candidate) / 10 }
    }

    fn rank(&self, candidate: usize) -> u32 {
        self.ranks.get(candidate).copied().unwrap_or_default()
    }

    fn gain(&self, candidate: usize, covered: &[bool]) -> u64 {
        let new = |concept: &&u32| !covered.get(**concept as usize).copied().unwrap_or(true);
        let concepts = self.concepts.covered_by(candidate).iter().filter(new);
        let weight: u64 = concepts.map(|&concept| u64::from(self.concepts.weight(concept))).sum();
        let words = self.candidates.get(candidate).map_or(1, |c| c.words.max(1)) as u64;
        u64::from(self.rank(candidate)) * (weight + BASE) * 64 / (words * 256).isqrt()
    }
}
