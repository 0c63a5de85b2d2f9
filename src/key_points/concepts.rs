//! Concepts: the words and pairs of neighbouring words that a transcript repeats. A set of key points that covers many
//! of them stands for the transcript (Gillick and Favre 2009; Lin and Bilmes 2011).

use super::candidates::Candidate;
use crate::language::lists::{List, list};
use crate::language::{Terms, fold_into};
use crate::order::sort_numbers;
use crate::tally::{Counts, Tally};
use crate::transcript::Transcript;

const STOP_WORDS: List = list!("en/key_points/stop_words.txt");

/// The concepts of each candidate, as ascending ids, and the weight of each id.
#[derive(Debug)]
pub struct Concepts {
    of: Vec<Vec<u32>>,
    /// Content words of each candidate, repeated or not: what near-duplicates are known by.
    content: Vec<Vec<u32>>,
    /// Candidates that hold each concept.
    frequency: Vec<u32>,
    pair: Vec<bool>,
}

impl Concepts {
    pub fn of(transcript: &Transcript<'_>, candidates: &[Candidate]) -> Self {
        let stop = Terms::of(&[STOP_WORDS]);
        let mut ids = Ids::default();
        let mut of = Vec::with_capacity(candidates.len());
        let mut content = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let (singles, pairs) = ids.of_sentence(transcript, candidate, &stop);
            of.push(sorted(singles.iter().chain(&pairs).copied()));
            content.push(sorted(singles.into_iter()));
        }
        let mut frequency = vec![0_u32; ids.pair.len()];
        for id in of.iter().flatten() {
            if let Some(frequency) = frequency.get_mut(*id as usize) {
                *frequency += 1;
            }
        }
        Self { of, content, frequency, pair: ids.pair }
    }

    pub fn covered_by(&self, candidate: usize) -> &[u32] {
        self.of.get(candidate).map_or(&[], Vec::as_slice)
    }

    /// The content words among the concepts of a candidate, ascending.
    pub fn content(&self, candidate: usize) -> &[u32] {
        self.content.get(candidate).map_or(&[], Vec::as_slice)
    }

    /// The number of candidates that hold the concept.
    pub fn frequency(&self, concept: u32) -> u32 {
        self.frequency.get(concept as usize).copied().unwrap_or_default()
    }

    pub fn is_pair(&self, concept: u32) -> bool {
        self.pair.get(concept as usize).copied().unwrap_or_default()
    }

    pub fn weight(&self, concept: u32) -> u32 {
        weight(self.frequency(concept), self.is_pair(concept))
    }

    pub fn number(&self) -> usize {
        self.frequency.len()
    }

    /// Whether two candidates say the same: most content words of the shorter stand in the other as well.
    pub fn are_alike(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.content.get(one), self.content.get(other)) else { return false };
        let shared = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
        shared * 10 >= one.len().min(other.len()).max(1) * 7
    }
}

/// The square root in eighths, so that everything stays an integer.
pub fn eighths_of_root(number: u32) -> u32 {
    (u64::from(number) * 64).isqrt() as u32
}

/// A concept that occurs once covers nothing; more mentions weigh less and less, pairs half as much again.
fn weight(frequency: u32, pair: bool) -> u32 {
    if frequency < 2 { 0 } else { eighths_of_root(frequency) * if pair { 3 } else { 2 } }
}

fn sorted(ids: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut ids: Vec<u32> = ids.collect();
    sort_numbers(&mut ids);
    ids.dedup();
    ids
}

/// Numbers words and pairs in the order in which they first occur.
#[derive(Default)]
struct Ids {
    words: Tally,
    /// One more than the id of each pair.
    pairs: Counts,
    /// Whether the id is that of a pair.
    pair: Vec<bool>,
}

impl Ids {
    fn of_sentence(
        &mut self,
        transcript: &Transcript<'_>,
        candidate: &Candidate,
        stop: &Terms,
    ) -> (Vec<u32>, Vec<u32>) {
        let (mut singles, mut pairs, mut word) = (Vec::new(), Vec::new(), String::new());
        let mut before = None;
        let sentence = transcript.sentences.get(candidate.sentence);
        for index in sentence.map_or(0..0, |sentence| sentence.words.clone()) {
            word.clear();
            fold_into(&mut word, transcript.word(index));
            if word.len() < 2 || stop.contains(&word) {
                before = None;
                continue;
            }
            let id = self.word(stem(&word));
            singles.push(id);
            if let Some(before) = before {
                pairs.push(self.pair(before, id));
            }
            before = Some(id);
        }
        (singles, pairs)
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(id) = self.words.get(word) {
            return id as u32;
        }
        let id = self.next(false);
        self.words.set(word, id as usize);
        id
    }

    fn pair(&mut self, first: u32, second: u32) -> u32 {
        let key = u64::from(first) << 32 | u64::from(second);
        if let Some(id) = self.pairs.get(key).checked_sub(1) {
            return id;
        }
        let id = self.next(true);
        *self.pairs.at(key) = id + 1;
        id
    }

    fn next(&mut self, pair: bool) -> u32 {
        self.pair.push(pair);
        self.pair.len() as u32 - 1
    }
}

/// Without the possessive and the plural: enough to tell that "ferries'" and "ferry" are one concept.
fn stem(word: &str) -> &str {
    if !matches!(word.bytes().next_back(), Some(b's' | b'y')) {
        return word;
    }
    let word = word.strip_suffix("'s").unwrap_or(word);
    match word {
        _ if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word,
        _ => word
            .strip_suffix("ies")
            .or_else(|| word.strip_suffix('y'))
            .unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_and_possessive_are_the_same_concept() {
        assert_eq!(stem("ferries"), stem("ferry"));
        assert_eq!(stem("port's"), stem("ports"));
        assert_eq!(stem("crisis"), "crisis");
    }

    #[test]
    fn rare_concepts_weigh_nothing() {
        assert_eq!(weight(1, true), 0);
        assert!(weight(4, false) > weight(2, false));
    }

    fn concepts(text: &str) -> Concepts {
        let transcript = crate::transcript(text, &crate::Options::default()).expect("a transcript");
        Concepts::of(&transcript, &Candidate::all(&transcript))
    }

    #[test]
    fn concepts_are_words_and_neighbours_without_stop_words() {
        let found = concepts("The old ferries sail. The old ferry and old ferry piers rust. A pier X rusts.");
        // old, ferry, old ferry, sail, ferry sail; pier, ferry pier, rust, pier rust
        assert_eq!(found.number(), 9);
        assert_eq!((0..9).map(|id| found.frequency(id)).collect::<Vec<_>>(), [2, 2, 2, 1, 1, 2, 1, 2, 1]);
        let pairs: Vec<u32> = (0..9).filter(|&id| found.is_pair(id)).collect();
        assert_eq!(pairs.len(), 4);
        assert_eq!(found.content(1).len(), 4, "each word once");
        assert_eq!(found.covered_by(0).len(), 5);
        assert_eq!((found.frequency(99), found.is_pair(99), found.weight(99)), (0, false, 0));
        assert_eq!((found.covered_by(9), found.content(9)), (&[][..], &[][..]));
    }

    #[test]
    fn weights_are_roots_and_pairs_weigh_half_as_much_again() {
        assert_eq!(
            (eighths_of_root(0), eighths_of_root(1), eighths_of_root(4), eighths_of_root(2)),
            (0, 8, 16, 11)
        );
        assert_eq!((weight(2, false), weight(2, true), weight(0, true)), (22, 33, 0));
    }

    #[test]
    fn seven_words_in_ten_make_two_sentences_alike() {
        let alike = |other: &str| {
            concepts(&format!("Ferry pier harbour island lantern anchor rope. {other}.")).are_alike(0, 1)
        };
        assert!(alike("Ferry pier harbour island lantern anchor rope"));
        assert!(alike("Ferry pier harbour island lantern whale squid"));
        assert!(!alike("Ferry pier harbour island otter whale squid"));
        assert!(alike("Rope"), "the shorter stands in the longer");
        assert!(!concepts("The ferry sails.").are_alike(0, 1));
    }

    #[test]
    fn short_and_latin_endings_stay() {
        for (word, expected) in [
            ("gas", "gas"),
            ("bus", "bus"),
            ("less", "less"),
            ("focus", "focus"),
            ("basis", "basis"),
            ("boat's", "boat"),
            ("cities", "cit"),
            ("city", "cit"),
            ("pays", "pay"),
            ("pay", "pay"),
            ("days", "day"),
            ("it's", "it"),
            ("ports", "port"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
