//! Where a key point begins: after the small words that tie it to the talk around it.

use crate::language::lists::{List, list};
use crate::language::{Table, Terms, fold_into, folded, words};
use crate::outline::Span;
use crate::transcript::{Sentence, Transcript};

const LEADING_MARKERS: List = list!("en/key_points/leading_markers.txt");
const LEANING_WORDS: List = list!("en/key_points/leaning_words.txt");

/// Markers one after the other ("So, look, as I said, ...") that are left out at most.
const MOST_MARKERS: usize = 4;
/// Words that a marker has at most.
const LONGEST_MARKER: usize = 6;
/// What is left must still be a sentence.
const FEWEST_WORDS_LEFT: usize = 5;

#[derive(Debug)]
pub struct Trimmer {
    /// With their marks.
    markers: Table,
    leaning: Terms,
}

impl Trimmer {
    pub fn english() -> Self {
        Self {
            markers: Table::marked(LEADING_MARKERS.text(), &['=', '!']),
            leaning: Terms::of(&[LEANING_WORDS]),
        }
    }

    /// The sentence's span without its leading markers, which end before the word `first`.
    pub fn trimmed(transcript: &Transcript<'_>, sentence: &Sentence, first: usize) -> Span {
        if first == sentence.words.start {
            return sentence.span;
        }
        let start = transcript.words.get(first).map_or(sentence.span.start, |word| word.span.start);
        Span::new(start, sentence.span.end)
    }

    /// Whether the sentence, if it begins with the word `first`, begins with one that points back ("This will help.").
    pub fn leans(&self, transcript: &Transcript<'_>, first: usize) -> bool {
        let word = folded(transcript.word(first));
        self.leaning.contains(&word)
            || self.leaning.contains(&[&word, " ", &*folded(transcript.word(first + 1))].concat())
    }

    /// The first word after the leading markers.
    pub fn first_word(&self, transcript: &Transcript<'_>, sentence: &Sentence) -> usize {
        let words = &sentence.words;
        let mut first = words.start;
        for _ in 0..MOST_MARKERS {
            match self.marker_at(transcript, first..words.end) {
                Some(next) if next + FEWEST_WORDS_LEFT <= words.end => first = next,
                _ => break,
            }
        }
        first
    }

    /// The word after the longest marker at the start of `words`, if there is one and punctuation allows it.
    fn marker_at(&self, transcript: &Transcript<'_>, words: std::ops::Range<usize>) -> Option<usize> {
        let mut term = String::new();
        let mut found = None;
        for index in words.clone().take(LONGEST_MARKER) {
            if !term.is_empty() {
                term.push(' ');
            }
            fold_into(&mut term, transcript.word(index));
            if !self.markers.continues(&term) {
                break;
            }
            if self.markers.has(&term, "=") {
                return None;
            }
            let (Some(word), Some(next)) = (transcript.words.get(index), transcript.words.get(index + 1))
            else {
                break;
            };
            let between = Span::new(word.span.end, next.span.start).of(transcript.text).trim();
            let freely = between.is_empty() && self.markers.has(&term, "!");
            let comma = words!(", — – -- :").contain(between) && self.markers.has(&term, "");
            if freely || comma {
                found = Some(index + 1);
            } else if !between.is_empty() {
                break;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    fn trimmed(text: &str) -> &str {
        let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
        let sentence = &transcript.sentences[0];
        let first = Trimmer::english().first_word(&transcript, sentence);
        Trimmer::trimmed(&transcript, sentence, first).of(text)
    }

    #[test]
    fn markers_are_left_out() {
        for (text, expected) in [
            ("So, the bridge opens in two weeks.", "the bridge opens in two weeks."),
            ("And as I said, the bridge opens on Friday.", "the bridge opens on Friday."),
            ("And so, look, the bridge opens on Friday.", "the bridge opens on Friday."),
            ("Well the bridge opens on Friday.", "the bridge opens on Friday."),
        ] {
            assert_eq!(trimmed(text), expected);
        }
    }

    #[test]
    fn what_belongs_to_the_sentence_stays() {
        for text in [
            "First responders closed the bridge on Friday.",
            "Now, we wait.",
            "Finally the bridge opens on Friday this week.",
            "So far, the bridge has carried 3 million cars.",
        ] {
            assert_eq!(trimmed(text), text);
        }
    }

    #[test]
    fn a_sentence_that_points_back_leans() {
        let leans = |text| {
            let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
            let trimmer = Trimmer::english();
            trimmer.leans(&transcript, trimmer.first_word(&transcript, &transcript.sentences[0]))
        };
        assert!(leans("And this will take two more weeks."));
        assert!(!leans("Repairs will take two more weeks."));
    }
}
