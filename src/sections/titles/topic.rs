//! How much a word is the topic of a section: often said in it, seldom elsewhere.

use super::words::Word;
use crate::language::hash::combine;
use crate::language::token::Token;
use crate::tally;

/// Words that the rest of the transcript is taken to have besides its own, so that a short one proves little.
const PRIOR: u64 = 100;
const MOST_RARITY: i32 = 40;

/// How often each word with content, and each pair of such words side by side, is said in a stretch.
#[derive(Debug, Default)]
pub struct Counts {
    of: tally::Counts,
    all: u32,
}

impl Counts {
    pub fn of(words: &[Word]) -> Self {
        let mut counts = Self::default();
        let mut before = None;
        for word in words {
            if !word.has_content() {
                before = None;
                continue;
            }
            *counts.of.at(word.stem.key()) += 1;
            if let Some(before) = before.filter(|_| word.is_joined) {
                *counts.of.at(pair(before, word.stem).key()) += 1;
            }
            before = Some(word.stem);
            counts.all += 1;
        }
        counts
    }

    /// Whether two words stand side by side more than once.
    pub fn repeats(&self, first: Token, second: Token) -> bool {
        self.get(pair(first, second)) > 1
    }

    pub fn is_repeated(&self, word: Token) -> bool {
        self.get(word) > 1
    }

    fn get(&self, stem: Token) -> u64 {
        u64::from(self.of.get(stem.key()))
    }
}

fn pair(first: Token, second: Token) -> Token {
    Token(combine(first.0, second.0))
}

/// What a word weighs in a section, in quarters of a binary logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topicality {
    /// How often it is said here.
    pub mentions: i32,
    /// How seldom it is said elsewhere. With the mentions, these are the log-odds of the word here against the rest
    /// (Monroe, Colaresi and Quinn 2008), each side weighed by itself.
    pub rarity: i32,
}

pub fn topicality(stem: Token, section: &Counts, transcript: &Counts) -> Topicality {
    let here = section.get(stem);
    let elsewhere = transcript.get(stem).saturating_sub(here);
    let all_elsewhere = u64::from(transcript.all.saturating_sub(section.all)) + PRIOR;
    Topicality {
        mentions: log2(1 + here),
        rarity: (log2(all_elsewhere) - log2(1 + 2 * elsewhere)).clamp(0, MOST_RARITY),
    }
}

/// The binary logarithm in quarters, rounded down; 0 for 0.
pub fn log2(n: u64) -> i32 {
    let Some(whole) = n.checked_ilog2() else { return 0 };
    let quarters = (u128::from(n) << 2) >> whole;
    4 * whole as i32 + (quarters & 3) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_grow_in_quarters() {
        assert_eq!([0, 1, 2, 3, 4, 5, 1024].map(log2), [0, 0, 4, 6, 8, 9, 40]);
    }

    #[test]
    fn what_is_said_here_alone_is_the_topic() {
        let counts = |pairs: &[(u32, u32)]| {
            let mut counts = Counts::default();
            for &(word, count) in pairs {
                *counts.of.at(Token(word).key()) = count;
                counts.all += count;
            }
            counts
        };
        let (section, transcript) = (counts(&[(1, 5), (2, 5)]), counts(&[(1, 5), (2, 50), (3, 400)]));
        let of = |word| topicality(Token(word), &section, &transcript);
        assert_eq!(of(1).mentions, of(2).mentions);
        assert!(of(1).rarity > of(2).rarity);
    }
}
