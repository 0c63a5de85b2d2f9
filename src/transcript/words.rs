//! Words: what stands between the punctuation. Works on the masked text, so nothing masked is ever a word.

use super::chars::{FILLER, char_at, char_before, is_word_char};
use super::model::Word;
use crate::outline::Span;

/// Appends the words of `text[start..end]`.
pub fn append(text: &[u8], start: usize, end: usize, words: &mut Vec<Word>) {
    let mut at = start;
    while at < end {
        let Some((c, length)) = char_at(text, at) else { break };
        if is_word_char(c) {
            let stop = word_end(text, at, end);
            words.push(Word {
                span: Span::new(with_currency(text, start, at), with_tail(text, at, stop, end)),
            });
            at = stop;
        } else {
            at += length;
        }
    }
}

/// The end of the word that starts at `at`, without what may trail it.
fn word_end(text: &[u8], mut at: usize, end: usize) -> usize {
    while at < end {
        let Some((c, length)) = char_at(text, at) else { break };
        if is_word_char(c) || (joins(text, c, at, at + length) && at + length < end) {
            at += length;
            if is_ideograph(c) {
                break;
            }
        } else {
            break;
        }
    }
    at.min(end)
}

/// Whether `c`, which stands between `at` and `next`, holds two halves of a word together: `don’t`, `4.1`, `U.S`.
fn joins(text: &[u8], c: char, at: usize, next: usize) -> bool {
    let after = || char_at(text, next).map_or(' ', |(c, _)| c);
    let before = || char_before(text, at).map_or(' ', |(c, _)| c);
    let invisible = |c| matches!(c, FILLER | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}');
    match c {
        '\'' | '’' | '-' | '‐' | '‑' | '.' | '@' | '_' | '&' | '·' => {
            is_word_char(after()) || invisible(after())
        }
        ',' | ':' | '/' => before().is_ascii_digit() && after().is_ascii_digit(),
        _ => invisible(c) && (is_word_char(after()) || invisible(after())),
    }
}

/// Scripts without spaces: each character counts as a word.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// `$40` is one word.
fn with_currency(text: &[u8], start: usize, at: usize) -> usize {
    let digit = text.get(at).is_some_and(u8::is_ascii_digit);
    match char_before(text, at) {
        Some((c, length)) if digit && at - length >= start && matches!(c, '$' | '£' | '€' | '¥' | '₹') => {
            at - length
        }
        _ => at,
    }
}

/// `U.S.` keeps its last full stop and `40%` its sign.
fn with_tail(text: &[u8], start: usize, stop: usize, end: usize) -> usize {
    let word = text.get(start..stop).unwrap_or_default();
    match text.get(stop) {
        Some(b'.') if stop < end && is_initialism(word) => stop + 1,
        Some(b'%') if stop < end && word.last().is_some_and(u8::is_ascii_digit) => stop + 1,
        _ => stop,
    }
}

/// `U.S`, `p.m`, `D.C`: single letters with full stops between them.
pub fn is_initialism(word: &[u8]) -> bool {
    word.len() >= 3
        && word.len() % 2 == 1
        && word.iter().enumerate().all(|(i, b)| if i % 2 == 0 { b.is_ascii_alphabetic() } else { *b == b'.' })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        append(text.as_bytes(), 0, text.len(), &mut words);
        words.iter().map(|word| word.span.of(text)).collect()
    }

    #[test]
    fn keeps_numbers_and_initialisms_whole() {
        assert_eq!(
            words("The U.S. paid $1,200, or 4.1%, at 5 p.m. — didn’t it?"),
            ["The", "U.S.", "paid", "$1,200", "or", "4.1%", "at", "5", "p.m.", "didn’t", "it"]
        );
        assert_eq!(
            words("year-old AT&T and/or 8/29/2011..."),
            ["year-old", "AT&T", "and", "or", "8/29/2011"]
        );
    }

    #[test]
    fn reads_words_of_other_scripts() {
        assert_eq!(words("¿Qué pasó, señora?"), ["Qué", "pasó", "señora"]);
        assert_eq!(words("会議。"), ["会", "議"]);
    }
}
