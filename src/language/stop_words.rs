//! Words too common to tell topics apart.

use rustc_hash::FxHashSet;

use super::lines::terms;
use super::token::Token;

/// The stop words of English.
pub fn english() -> FxHashSet<Token> {
    terms(include_str!("en/stop_words.txt")).map(Token::of).collect()
}
