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

    #[test]
    fn marks_within_words_hold_them_together() {
        assert_eq!(words("a-b c--d e_f g@h.i j·k"), ["a-b", "c", "d", "e_f", "g@h.i", "j·k"]);
        assert_eq!(
            words("10:30 a:b 1/2 a/b 1,2 a,b 1, 2"),
            ["10:30", "a", "b", "1/2", "a", "b", "1,2", "a", "b", "1", "2"]
        );
        assert_eq!(
            words("so\u{ad}on co\u{200b}op\u{1}s it\u{2060}"),
            ["so\u{ad}on", "co\u{200b}op\u{1}s", "it"]
        );
        assert_eq!(words("end- 'tis don'"), ["end", "tis", "don"]);
    }

    #[test]
    fn signs_of_money_and_shares_belong_to_their_number() {
        assert_eq!(
            words("$40 £5 €6 ¥7 ₹8 $x ($9) 4% x%"),
            ["$40", "£5", "€6", "¥7", "₹8", "x", "$9", "4%", "x"]
        );
        let mut found = Vec::new();
        append(b"$40%", 1, 3, &mut found);
        assert_eq!(found.iter().map(|word| (word.span.start, word.span.end)).collect::<Vec<_>>(), [(1, 3)]);
    }

    #[test]
    fn initialisms_are_letters_with_stops_between() {
        for word in ["U.S", "p.m", "U.S.A"] {
            assert!(is_initialism(word.as_bytes()), "{word}");
        }
        for word in ["U", "US", "U.", "U.S.", "1.5", "Ab.C", "U-S", "UxS"] {
            assert!(!is_initialism(word.as_bytes()), "{word}");
        }
        assert_eq!(words("U.S. Ab. x.y.z."), ["U.S.", "Ab", "x.y.z."]);
    }

    #[test]
    fn each_sign_of_a_script_without_spaces_is_a_word() {
        assert_eq!(words("ぁヿ㐀鿿\u{20000}あb"), ["ぁ", "ヿ", "㐀", "鿿", "\u{20000}", "あ", "b"]);
        assert_eq!(words("한국 ไทย"), ["한국", "ไทย"]);
    }
}
