//! Words as the word lists know them: lower case, straight apostrophes, figures folded into one.

use super::hash::{hash_byte, hash_bytes};
use super::push_lower;

/// A normalised word, known by its hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token(pub u32);

impl Token {
    /// The key to count the word by.
    pub(crate) fn key(self) -> u64 {
        self.0.into()
    }

    /// Stands for every word that holds a digit.
    pub const FIGURE: Self = Self(hash_bytes(b"0"));

    /// The token of a word as written. Allocates nothing for ASCII words.
    pub fn of(word: &str) -> Self {
        let (mut hash, mut ascii) = (hash_bytes(b""), true);
        for byte in word.bytes() {
            if byte.is_ascii_digit() {
                return Self::FIGURE;
            }
            ascii &= byte.is_ascii();
            hash = hash_byte(hash, byte.to_ascii_lowercase());
        }
        if ascii {
            return Self(hash);
        }
        let mut folded = String::with_capacity(word.len());
        for c in word.chars() {
            push_lower(&mut folded, if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c });
        }
        Self(hash_bytes(folded.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_apostrophes_and_figures() {
        assert_eq!(Token::of("Don’t"), Token::of("don't"));
        assert_eq!(Token::of("4.1"), Token::of("2024-25"));
        assert_ne!(Token::of("announce"), Token::of("announced"));
    }
}
