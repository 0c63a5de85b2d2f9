//! Characters of a byte buffer that holds valid UTF-8.

use crate::language::{is_capital, is_small};

/// Fills the place of a decoded entity in the masked text: `don&#39;t` is one word.
pub const FILLER: char = '\u{1}';

/// The character that starts at `at`, with its length in bytes.
pub fn char_at(text: &[u8], at: usize) -> Option<(char, usize)> {
    let &first = text.get(at)?;
    if first < 0x80 {
        return Some((char::from(first), 1));
    }
    let length = match first {
        0xF0.. => 4,
        0xE0.. => 3,
        _ => 2,
    };
    let mut code = u32::from(first) & (0x7F >> length);
    for &byte in text.get(at + 1..at + length)? {
        code = (code << 6) | u32::from(byte & 0x3F);
    }
    Some((char::from_u32(code)?, length))
}

/// The character that ends before `at`, with its length in bytes.
pub fn char_before(text: &[u8], at: usize) -> Option<(char, usize)> {
    let start = (1..=4)
        .map_while(|back| at.checked_sub(back))
        .find(|&i| text.get(i).is_some_and(|b| b & 0xC0 != 0x80))?;
    char_at(text, start)
}

/// The first index from `at` on, below `end`, that is not white space.
pub fn skip_space(text: &[u8], mut at: usize, end: usize) -> usize {
    while at < end {
        match char_at(text, at) {
            Some((c, length)) if is_space(c) => at += length,
            _ => break,
        }
    }
    at.min(end)
}

/// The last index down to `start` before which there is no white space.
pub fn trim_space(text: &[u8], start: usize, mut end: usize) -> usize {
    while end > start {
        match char_before(text, end) {
            Some((c, length)) if is_space(c) => end -= length,
            _ => break,
        }
    }
    end.max(start)
}

/// White space, and the invisible characters that pasting leaves at the ends of words.
pub fn is_space(c: char) -> bool {
    match c {
        FILLER => false,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' => true,
        _ if c < '\u{1680}' => c == '\u{ad}',
        '\u{1680}'
        | '\u{2000}'..='\u{200f}'
        | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{2064}'
        | '\u{3000}'
        | '\u{feff}' => true,
        _ => false,
    }
}

/// Letters, digits, marks: whatever words are made of. Beyond ASCII this goes by blocks, which keeps the Unicode
/// tables out of the program.
pub fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match c {
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼' | '½' | '¾'),
        _ => !is_punctuation(c),
    }
}

/// Punctuation and symbols from U+00C0 on.
#[rustfmt::skip]
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '×' | '÷' | '\u{37e}' | '\u{387}' | '\u{589}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{60c}' | '\u{61b}'
        | '\u{61f}' | '\u{6d4}' | '\u{964}' | '\u{965}' | '\u{1680}' | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}' | '\u{fe10}'..='\u{fe6f}' | '\u{feff}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
        | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}')
}

pub fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | '['
            | '{'
            | '“'
            | '‘'
            | '„'
            | '«'
            | '‹'
            | '¿'
            | '¡'
            | '`'
            | '*'
            | '_'
            | '「'
            | '『'
    )
}

pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        FILLER | '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '*' | '_' | '」' | '』' | '）'
    )
}

pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‐' | '‑')
}

/// A property of characters. A plain function pointer: what takes it exists once in the program.
pub type Is = fn(char) -> bool;

pub fn trim_start(text: &str, cut: Is) -> &str {
    text.get(end_of(text, cut, true)..).unwrap_or_default()
}

/// Where the characters end that the text begins with and that `what` names, or does not name. Words are cut with it.
fn end_of(text: &str, what: Is, names: bool) -> usize {
    let mut end = 0;
    while let Some((c, length)) = char_at(text.as_bytes(), end) {
        if what(c) != names {
            break;
        }
        end += length;
    }
    end
}

pub fn trim_end(text: &str, cut: Is) -> &str {
    let end = text.char_indices().rev().find(|&(_, c)| !cut(c)).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

/// "Who pays?", also with a quotation mark or bracket behind.
#[inline(never)]
pub fn is_question(sentence: &str) -> bool {
    trim_end(sentence, is_closing).ends_with(['?', '？'])
}

pub fn trim(text: &str, cut: Is) -> &str {
    trim_end(trim_start(text, cut), cut)
}

/// Whether any character is one of these.
pub fn holds(text: &str, what: Is) -> bool {
    text.chars().any(what)
}

pub fn starts(text: &str, what: Is) -> bool {
    text.chars().next().is_some_and(what)
}

/// Whether the text begins with one of the characters of `set`.
pub fn starts_in(text: &str, set: &str) -> bool {
    text.chars().next().is_some_and(|c| set.chars().any(|one| one == c))
}

/// Whether the text ends with one of the characters of `set`.
pub fn ends_in(text: &str, set: &str) -> bool {
    text.chars().next_back().is_some_and(|c| set.chars().any(|one| one == c))
}

/// Whether the text holds one of the ASCII characters of `set`.
pub fn holds_ascii(text: &str, set: &str) -> bool {
    text.bytes().any(|b| set.as_bytes().contains(&b))
}

pub fn is_upper(c: char) -> bool {
    is_capital(c)
}

pub fn is_lower(c: char) -> bool {
    is_small(c)
}

pub fn is_no_word_char(c: char) -> bool {
    !is_word_char(c)
}

pub fn is_letter(c: char) -> bool {
    is_word_char(c) && !c.is_ascii_digit()
}

pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether the text is a number, without sign or separators.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

pub fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether the text begins with `lower`, without regard to the case of ASCII letters.
pub fn starts_folded(text: &str, lower: &str) -> bool {
    text.as_bytes().get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower.as_bytes()))
}

/// Whether `lower` stands anywhere in the text, without regard to the case of ASCII letters.
pub fn holds_folded(text: &str, lower: &str) -> bool {
    text.as_bytes().windows(lower.len()).any(|window| window.eq_ignore_ascii_case(lower.as_bytes()))
}

/// The stretches between white space.
pub fn words(text: &str) -> Words<'_> {
    Words { rest: text, separator: is_space }
}

/// The stretches between the characters that `separator` names.
pub fn split(text: &str, separator: Is) -> Words<'_> {
    Words { rest: text, separator }
}

/// Iterator over [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    rest: &'t str,
    separator: Is,
}

impl<'t> Words<'t> {
    /// What has not been walked yet.
    pub fn rest(&self) -> &'t str {
        self.rest
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let start = trim_start(self.rest, self.separator);
        let (word, rest) = start.split_at_checked(end_of(start, self.separator, false))?;
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }
}

/// The last of the [`words`], empty if there is none.
pub fn last_word(text: &str) -> &str {
    let text = trim_end(text, is_space);
    let start = text.char_indices().rev().find(|&(_, c)| is_space(c)).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_every_length_are_read_both_ways() {
        let text = "aé—🚢b";
        let mut at = 0;
        for c in text.chars() {
            assert_eq!(char_at(text.as_bytes(), at), Some((c, c.len_utf8())));
            at += c.len_utf8();
            assert_eq!(char_before(text.as_bytes(), at), Some((c, c.len_utf8())));
        }
        assert_eq!(char_at(text.as_bytes(), at), None);
        assert_eq!(char_before(text.as_bytes(), 0), None);
        assert_eq!(char_at(&text.as_bytes()[..2], 1), None, "cut off");
        assert_eq!(char_at("ä".as_bytes(), 0), Some(('ä', 2)));
    }

    #[test]
    fn white_space_is_skipped_and_trimmed_within_bounds() {
        let text = " \u{a0}\u{200b}pier\u{3000}\t ";
        let bytes = text.as_bytes();
        assert_eq!(skip_space(bytes, 0, text.len()), 6);
        assert_eq!(skip_space(bytes, 0, 1), 1);
        assert_eq!(skip_space(bytes, 0, 2), 2, "not beyond the end");
        assert_eq!(trim_space(bytes, 0, text.len()), 10);
        assert_eq!(trim_space(bytes, 11, 12), 11, "not before the start");
        assert_eq!(trim_space(bytes, 3, 3), 3);
    }

    #[test]
    fn white_space_is_what_nobody_sees() {
        for c in [
            '\0', '\t', '\n', ' ', '\u{7f}', '\u{85}', '\u{a0}', '\u{ad}', '\u{1680}', '\u{2003}',
            '\u{200f}', '\u{2028}', '\u{202f}', '\u{2060}', '\u{3000}', '\u{feff}',
        ] {
            assert!(is_space(c), "{c:?}");
        }
        for c in [FILLER, '!', '~', '¡', 'é', '¬', '®', 'ſ', '‐', '‰', '\u{3001}', '🚢'] {
            assert!(!is_space(c), "{c:?}");
        }
    }

    #[test]
    fn words_are_made_of_letters_digits_and_marks() {
        for c in ['a', 'Z', '7', 'ª', '½', 'é', 'ß', 'Ж', '\u{301}', '漢', 'の', 'א', 'ع'] {
            assert!(is_word_char(c) && !is_no_word_char(c), "{c:?}");
        }
        for c in ['-', '\'', ' ', '§', '\u{a0}', '×', '÷', '—', '…', '€', '→', '。', '「', '！', '؟', '🚢']
        {
            assert!(!is_word_char(c) && is_no_word_char(c), "{c:?}");
        }
        assert!(is_letter('a') && is_letter('é') && !is_letter('7') && !is_letter('-'));
        assert!(is_digit('7') && !is_digit('a'));
    }

    #[test]
    fn quotes_and_brackets_open_or_close() {
        for c in ['"', '\'', '(', '“', '‘', '«', '¿', '*', '「'] {
            assert!(is_opening(c), "{c}");
        }
        for c in [FILLER, '"', ')', ']', '”', '’', '»', '」', '）'] {
            assert!(is_closing(c), "{c}");
        }
        assert!(!is_opening(')') && !is_closing('(') && !is_opening('a') && !is_closing('a'));
        assert!("-–—―‐‑".chars().all(is_dash) && !is_dash('_') && !is_dash('a'));
    }

    #[test]
    fn texts_are_trimmed_and_searched() {
        assert_eq!(trim("  the pier ", is_space), "the pier");
        assert_eq!(trim_start("…pier", is_no_word_char), "pier");
        assert_eq!(trim_end("pier…", is_no_word_char), "pier");
        assert_eq!((trim("   ", is_space), trim("", is_space)), ("", ""));
        assert!(holds("pier 7", is_digit) && !holds("pier", is_digit));
        assert!(starts("7 piers", is_digit) && !starts("pier 7", is_digit) && !starts("", is_digit));
        assert!(starts_in("[pier", "[(") && !starts_in("pier[", "[(") && !starts_in("", "[("));
        assert!(ends_in("pier…", ".…") && !ends_in("…pier", ".…") && !ends_in("", ".…"));
        assert!(holds_ascii("a;b", "?;") && !holds_ascii("a:b", "?;"));
    }

    #[test]
    fn numbers_are_digits_alone() {
        assert!(is_number("042") && !is_number("") && !is_number("4.2") && !is_number("4a"));
        assert_eq!((leading_digits("12th"), leading_digits("th12"), leading_digits("")), (2, 0, 0));
    }

    #[test]
    fn case_is_folded_where_asked() {
        assert!(
            starts_folded("Page 3", "page ")
                && !starts_folded("A page 3", "page ")
                && !starts_folded("pag", "page ")
        );
        assert!(holds_folded("See PAGE 3", "page ") && !holds_folded("pages", "page "));
    }

    #[test]
    fn words_are_walked_one_by_one() {
        let mut walk = words("  the\told  pier ");
        assert_eq!(walk.next(), Some("the"));
        assert_eq!(walk.rest(), "\told  pier ");
        assert_eq!(walk.collect::<Vec<_>>(), ["old", "pier"]);
        assert_eq!(split("a|b||c|", |c| c == '|').collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(words(" ").next(), None);
        assert_eq!(last_word("the old\u{a0}pier \n"), "pier");
        assert_eq!((last_word("pier"), last_word("  "), last_word("")), ("pier", "", ""));
    }
}
