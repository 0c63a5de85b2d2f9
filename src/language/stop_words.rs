//! Words too common to tell topics apart.

use super::lists::list;
use super::token::Token;
use crate::tally::Counts;

/// The stop words of English: a number above zero for each.
pub(crate) fn english() -> Counts {
    let mut words = Counts::default();
    for word in list!("en/stop_words.txt").terms() {
        *words.at(Token::of(word).key()) = 1;
    }
    words
}
