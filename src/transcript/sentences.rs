//! Sentences: one pass over the bytes of a paragraph of masked text. Every terminator is looked at once, with the
//! word before it and the word after it; the lists that decide are data (`language/en`).

use super::chars::{char_at, char_before, is_closing, is_dash, is_opening, is_space, skip_space, trim_space};
use super::lexicon::Lexicon;
use super::lists;
use super::words::is_initialism;
use crate::language::{is_capital, is_small};
use crate::outline::Span;

/// The longest word looked at around a terminator, in bytes.
const LONGEST_WORD: usize = 48;

/// Bytes that end a sentence or begin a character that may.
const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let stops = [b'.', b'!', b'?', 0xE2, 0xE3, 0xEF, 0xD8, 0xDB, 0xE0];
    let mut i = 0;
    while i < stops.len() {
        table[stops[i] as usize] = true;
        i += 1;
    }
    table
};

/// Splits paragraphs into sentences.
#[derive(Debug)]
pub struct Splitter<'a> {
    /// The masked text.
    pub text: &'a [u8],
    pub lexicon: &'a Lexicon,
    /// The text has no capitals to go by.
    pub uncased: bool,
}

/// A run of terminators.
#[derive(Default)]
struct Stop {
    start: usize,
    end: usize,
    dots: usize,
    /// `?` or `!` is among them.
    strong: bool,
    /// A full stop of a script that sets no space after it.
    unspaced: bool,
}

/// What the next sentence would begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Lower,
    Upper,
    Digit,
    Other,
}

impl Splitter<'_> {
    /// Appends the sentences of `text[start..end]`, white space at the ends not included.
    pub fn split(&self, start: usize, end: usize, out: &mut Vec<Span>) {
        let mut from = skip_space(self.text, start, end);
        for item in lists::items(self.text, from, end) {
            self.split_run(from, item, out);
            from = item;
        }
        self.split_run(from, end, out);
    }

    fn split_run(&self, start: usize, end: usize, out: &mut Vec<Span>) {
        let mut from = skip_space(self.text, start, end);
        let mut at = from;
        while let Some(stop) = self.next_stop(at, end) {
            at = stop.end;
            let closed = self.skip_closers(stop.end, end);
            let boundary = if self.is_spaced_ellipsis(&stop, end) {
                let (boundary, resume) = self.spaced_ellipsis(&stop, end);
                at = resume;
                boundary
            } else {
                self.ends_sentence(from, &stop, closed, end).then_some(closed)
            };
            if let Some(boundary) = boundary {
                self.push(from, boundary, out);
                from = skip_space(self.text, boundary, end);
                at = at.max(from);
            }
        }
        self.push(from, end, out);
    }

    /// "... for a week We thank you": a capital that no name has, where punctuation is missing.
    pub fn may_begin(&self, rest: &[u8]) -> bool {
        let length =
            rest.iter().position(|b| !(b.is_ascii_alphabetic() || *b == b'\'')).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        word.len() > 1
            && word.first().is_some_and(u8::is_ascii_uppercase)
            && word.iter().skip(1).all(u8::is_ascii_lowercase)
            && self.lexicon.starters.contains_folded(word)
    }

    fn push(&self, from: usize, to: usize, out: &mut Vec<Span>) {
        let end = trim_space(self.text, from, to);
        if from < end {
            out.push(Span::new(from, end));
        }
    }

    /// The next run of terminators in `at..end`.
    fn next_stop(&self, mut at: usize, end: usize) -> Option<Stop> {
        loop {
            at += self.text.get(at..end)?.iter().position(|&b| STOPS[usize::from(b)])?;
            let mut stop = Stop { start: at, end: at, ..Stop::default() };
            while stop.end < end {
                let Some((c, length)) = char_at(self.text, stop.end) else { break };
                match c {
                    '.' => stop.dots += 1,
                    '…' => stop.dots += 3,
                    '!' | '?' | '؟' | '‼' | '⁇' | '⁈' | '⁉' => stop.strong = true,
                    '。' | '！' | '？' | '।' | '॥' | '۔' | '｡' => {
                        stop.strong = true;
                        stop.unspaced = true;
                    }
                    _ => break,
                }
                stop.end += length;
            }
            if stop.end > stop.start {
                return Some(stop);
            }
            at += char_at(self.text, at).map_or(1, |(_, length)| length);
        }
    }

    fn skip_closers(&self, mut at: usize, end: usize) -> usize {
        while at < end {
            match char_at(self.text, at) {
                Some((c, length)) if is_closing(c) => at += length,
                _ => break,
            }
        }
        at
    }

    fn ends_sentence(&self, from: usize, stop: &Stop, closed: usize, end: usize) -> bool {
        let next = skip_space(self.text, closed, end);
        if next >= end {
            return true;
        }
        if next == closed {
            return stop.unspaced || self.lacks_space(stop, closed, end);
        }
        let (kind, word) = self.next_word(next, end);
        let lower = kind == Next::Lower && !self.uncased;
        if stop.strong {
            return !lower;
        }
        if stop.dots > 1 {
            return self.ellipsis_ends(stop, kind, word);
        }
        if lower {
            return false;
        }
        if closed > stop.end {
            if self.is_list_mark(from, stop) {
                return false;
            }
            return kind != Next::Digit || self.text.get(stop.end) != Some(&b')');
        }
        self.full_stop_ends(from, stop, kind, next, word)
    }

    /// "We are done.The rest is easy": a space was lost, as in text copied from a PDF.
    fn lacks_space(&self, stop: &Stop, closed: usize, end: usize) -> bool {
        let (kind, word) = self.next_word(closed, end);
        let before = self.word_before(stop.start, 0);
        kind == Next::Upper
            && self.lexicon.starters.contains_folded(word)
            && (stop.strong || (before.len() > 2 && before.iter().all(u8::is_ascii_lowercase)))
    }

    /// "I was there ... well" goes on; "I never said so.... She left" does not. After three dots, `I` tells nothing.
    fn ellipsis_ends(&self, stop: &Stop, kind: Next, word: &[u8]) -> bool {
        match kind {
            Next::Upper => {
                stop.dots > 3
                    || (self.lexicon.starters.contains_folded(word)
                        && !matches!(word, [b'I'] | [b'I', b'\'', ..]))
            }
            _ => false,
        }
    }

    fn full_stop_ends(&self, from: usize, stop: &Stop, kind: Next, next_at: usize, next: &[u8]) -> bool {
        let word = self.word_before(stop.start, from);
        let lexicon = self.lexicon;
        let starts = || lexicon.starters.contains_folded(next);
        if word.is_empty() {
            return true;
        }
        if self.is_list_mark(from, stop) {
            return false;
        }
        if let [letter] = word {
            return !letter.is_ascii_alphabetic() || (kind != Next::Digit && starts());
        }
        if is_initialism(word) {
            return kind != Next::Digit && starts();
        }
        if lexicon.title_abbreviations.contains_folded(word) {
            return false;
        }
        if lexicon.number_abbreviations.contains_folded(word) {
            let month = word.first().is_some_and(u8::is_ascii_uppercase) && word.len() > 2;
            return kind != Next::Digit && (!month || starts() || self.begins_clause(next_at, next));
        }
        if lexicon.abbreviations.contains_folded(word) && self.is_abbreviation_here(word) {
            return kind != Next::Digit && (starts() || self.begins_clause(next_at, next));
        }
        true
    }

    /// "They met Hall Inc. Analysts say it went well", "He left Hall Inc. Mr. Reed stayed": a capital with small letters
    /// after it, or a form of address, opens a sentence; a name has more capitals ("Hall Inc. Chairman Ana Reed").
    fn begins_clause(&self, at: usize, next: &[u8]) -> bool {
        if matches!(next, b"Mr" | b"Mrs" | b"Ms") {
            return true;
        }
        let after = at + next.len();
        self.text.get(after) == Some(&b' ')
            && self.text.get(after + 1).is_some_and(u8::is_ascii_lowercase)
            && next.first().is_some_and(u8::is_ascii_uppercase)
    }

    /// `in`, `no`, `ore`, `mass` and their like are words as well: only with a capital are they taken for short.
    fn is_abbreviation_here(&self, word: &[u8]) -> bool {
        !self.lexicon.words_too.contains_folded(word) || word.first().is_some_and(u8::is_ascii_uppercase)
    }

    /// `1.`, `a.`, `• 9.` at the start of a sentence.
    fn is_list_mark(&self, from: usize, stop: &Stop) -> bool {
        lists::mark_end(self.text, from, self.text.len())
            .is_some_and(|end| end >= stop.end && end <= stop.end + 1)
    }

    /// The word that ends at `at`, without opening punctuation and what stands before a dash.
    fn word_before(&self, at: usize, from: usize) -> &[u8] {
        let mut start = at;
        while start > from && at - start < LONGEST_WORD {
            match char_before(self.text, start) {
                Some((c, length)) if !is_space(c) && !is_opening(c) && !is_dash(c) && c != '/' => {
                    start -= length;
                }
                _ => break,
            }
        }
        self.text.get(start..at).unwrap_or_default()
    }

    /// What the word at `at` begins with, and the word, opening punctuation and dashes left out.
    fn next_word(&self, mut at: usize, end: usize) -> (Next, &[u8]) {
        let mut first = Next::Other;
        while at < end {
            let Some((c, length)) = char_at(self.text, at) else { break };
            if is_opening(c) || is_dash(c) || is_space(c) || lists::is_bullet(c) {
                at += length;
                continue;
            }
            first = match c {
                '0'..='9' => Next::Digit,
                _ if is_small(c) => Next::Lower,
                _ if is_capital(c) => Next::Upper,
                _ => Next::Other,
            };
            break;
        }
        let rest = self.text.get(at..end.min(at + LONGEST_WORD)).unwrap_or_default();
        let length = rest
            .iter()
            .position(|b| !(b.is_ascii_alphanumeric() || *b == b'\'' || *b >= 0x80))
            .unwrap_or(rest.len());
        (first, rest.get(..length).unwrap_or_default())
    }

    /// `. . .`
    fn is_spaced_ellipsis(&self, stop: &Stop, end: usize) -> bool {
        stop.dots == 1
            && stop.end + 2 <= end
            && self.text.get(stop.end..stop.end + 2) == Some(b" .".as_slice())
    }

    /// Where the sentence ends at dots with spaces between them, and where to go on.
    /// Three dots are a gap; a fourth is the full stop, the first of them if it touches the word.
    fn spaced_ellipsis(&self, stop: &Stop, end: usize) -> (Option<usize>, usize) {
        let (mut dots, mut at) = (1, stop.end);
        while at + 2 <= end && self.text.get(at..at + 2) == Some(b" .".as_slice()) {
            dots += 1;
            at += 2;
        }
        let next = skip_space(self.text, at, end);
        if dots < 4 || next >= end || next == at || self.next_word(next, end).0 == Next::Lower {
            return (None, at);
        }
        let touches = char_before(self.text, stop.start).is_some_and(|(c, _)| !is_space(c));
        (Some(if touches { stop.end } else { at }), at)
    }
}

#[cfg(test)]
mod tests;
