//! Cue phrases: classes of word patterns that tell what a sentence does ("turning to", "I am announcing").

use std::sync::OnceLock;

use super::lists::{List, list};
use super::token::Token;
use crate::tally::Counts;

/// The classes, each with its data file. The order is part of the trained weights: add at the end.
const CLASSES: [List; 17] = [
    list!("en/cues/greeting.txt"),
    list!("en/cues/thanks.txt"),
    list!("en/cues/introduction.txt"),
    list!("en/cues/preview.txt"),
    list!("en/cues/topic_shift.txt"),
    list!("en/cues/enumeration.txt"),
    list!("en/cues/announcing.txt"),
    list!("en/cues/commitment.txt"),
    list!("en/cues/hand_over.txt"),
    list!("en/cues/concluding.txt"),
    list!("en/cues/calling.txt"),
    list!("en/cues/asking.txt"),
    list!("en/cues/answering.txt"),
    list!("en/cues/unspoken.txt"),
    list!("en/cues/deciding.txt"),
    list!("en/cues/effect.txt"),
    list!("en/cues/measure.txt"),
];

/// How many classes there are.
pub const CLASS_COUNT: usize = CLASSES.len();

/// A pattern word that matches any one word.
const WILDCARD: &str = "_";

/// All patterns, found by their first word.
#[derive(Debug)]
pub struct Cues {
    patterns: Vec<Pattern>,
    /// For each first word, one more than the index of its first pattern.
    by_first_word: Counts,
}

#[derive(Debug)]
struct Pattern {
    class: u8,
    /// The words after the first; `None` matches any.
    rest: Vec<Option<Token>>,
    /// One more than the index of the next pattern with the same first word; 0 for the last.
    next: u32,
}

/// A cue phrase found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub class: u8,
    /// Words before it in the sentence.
    pub position: usize,
    /// Words in it.
    pub len: usize,
}

impl Cues {
    /// Read once.
    pub fn english() -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(Self::read)
    }

    fn read() -> Self {
        let (mut patterns, mut first_words) = (Vec::new(), Vec::new());
        for (class, list) in (0_u8..).zip(CLASSES) {
            for term in list.terms() {
                let mut words = term.split(' ');
                first_words.push(Token::of(words.next().unwrap_or_default()));
                let rest = words.map(|word| (word != WILDCARD).then(|| Token::of(word))).collect();
                patterns.push(Pattern { class, rest, next: 0 });
            }
        }
        let mut by_first_word = Counts::default();
        for (index, (pattern, first)) in patterns.iter_mut().zip(first_words).enumerate().rev() {
            pattern.next = std::mem::replace(by_first_word.at(first.key()), index as u32 + 1);
        }
        Self { patterns, by_first_word }
    }

    /// Calls `found` for each cue phrase in the sentence, from left to right.
    pub fn find(&self, sentence: &[Token], mut found: impl FnMut(Cue)) {
        for (position, first) in sentence.iter().enumerate() {
            let rest = sentence.get(position + 1..).unwrap_or_default();
            let mut at = self.by_first_word.get(first.key());
            while let Some(pattern) = at.checked_sub(1).and_then(|index| self.patterns.get(index as usize)) {
                if pattern.matches(rest) {
                    found(Cue { class: pattern.class, position, len: pattern.rest.len() + 1 });
                }
                at = pattern.next;
            }
        }
    }
}

impl Pattern {
    fn matches(&self, rest: &[Token]) -> bool {
        self.rest.len() <= rest.len()
            && self.rest.iter().zip(rest).all(|(pattern, token)| pattern.is_none_or(|word| word == *token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(sentence: &str) -> Vec<u8> {
        let tokens: Vec<Token> = sentence.split(' ').map(Token::of).collect();
        let mut classes = Vec::new();
        Cues::english().find(&tokens, |cue| classes.push(cue.class));
        classes
    }

    #[test]
    fn finds_a_phrase_with_a_wildcard() {
        assert!(classes("today we are announcing a ferry").contains(&6));
    }

    #[test]
    fn finds_nothing_in_plain_narration() {
        assert_eq!(classes("the harbour wall was built of granite"), Vec::<u8>::new());
    }
}
