//! Lines: what every format is read into, before anybody asks who speaks. A line is a stretch of the text that one
//! person said or that nobody said.

use super::chars::{ends_in, is_space, skip_space, trim_end, trim_space};
use super::model::{Mask, Masked};
use crate::outline::{Span, TimeSpan};

/// A line without the white space around it. Never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub span: Span,
    /// A blank line, or the end of an element, stands before it.
    pub after_gap: bool,
    /// The format says that the line begins a paragraph or continues one; `None` leaves it to the eye.
    pub joined: Option<bool>,
    pub time: Option<TimeSpan>,
    /// The speaker whom the format names, where it does so outside the line's words.
    pub voice: Option<Span>,
}

/// What a format reader makes of the text.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<Line>,
    pub masked: Vec<Masked>,
    /// Each line is a cue: it ends where the caption was full, not where the speaker paused.
    pub cues: bool,
    /// The user says that lines are broken at a width, or that they are not; `None` leaves it to the eye.
    pub wrapped: Option<bool>,
}

impl Page {
    pub fn mask(&mut self, kind: Mask, span: Span) {
        if !span.is_empty() {
            self.masked.push(Masked { kind, span });
        }
    }
}

/// The physical lines of `text`, each with its line break left out. Knows `\n`, `\r\n`, `\r`, form feed and U+2028.
pub fn physical(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest
            .iter()
            .enumerate()
            .position(|(i, &b)| match b {
                b'\n' | b'\r' | 0x0C | 0x0B => true,
                0xE2 => matches!(rest.get(i..i + 3), Some([0xE2, 0x80, 0xA8 | 0xA9])),
                _ => false,
            })
            .unwrap_or(rest.len());
        let line = Span::new(at, at + length);
        at += length
            + match rest.get(length) {
                Some(b'\r') if rest.get(length + 1) == Some(&b'\n') => 2,
                Some(0xE2) => 3,
                _ => 1,
            };
        Some(line)
    })
}

/// `span` without the white space at its ends.
pub fn trimmed(text: &str, span: Span) -> Span {
    let start = skip_space(text.as_bytes(), span.start, span.end);
    Span::new(start, trim_space(text.as_bytes(), start, span.end))
}

/// Reads plain text: a line is a line.
pub fn plain(text: &str) -> Page {
    let mut page = Page::default();
    let mut after_gap = true;
    for physical in physical(text) {
        let span = trimmed(text, physical);
        if span.is_empty() {
            after_gap = true;
            continue;
        }
        page.lines.push(Line { span, after_gap, joined: None, time: None, voice: None });
        after_gap = false;
    }
    page
}

/// The number of characters, near enough to measure a line by.
pub fn width(line: &str) -> usize {
    line.bytes().filter(|b| b & 0xC0 != 0x80).count()
}

/// Whether the line ends as sentences do, quotes and brackets aside.
pub fn ends_sentence(line: &str) -> bool {
    let bare =
        trim_end(line, |c| is_space(c) || matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '*' | '_' | '»'));
    ends_in(bare, ".?!…。！？।؟")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_kind_of_break() {
        let text = "one\ntwo\r\nthree\rfour\u{c}five\u{b}six\u{2028}seven\u{2029}ei—ght\n";
        let found: Vec<&str> = physical(text).map(|line| line.of(text)).collect();
        assert_eq!(found, ["one", "two", "three", "four", "five", "six", "seven", "ei—ght"]);
        assert_eq!(physical("a\n\nb").count(), 3);
    }

    #[test]
    fn blank_lines_are_gaps() {
        let text = " one \n\n\ttwo\nthree";
        let lines: Vec<(&str, bool)> =
            plain(text).lines.iter().map(|line| (line.span.of(text), line.after_gap)).collect();
        assert_eq!(lines, [("one", true), ("two", true), ("three", false)]);
    }

    #[test]
    fn a_line_is_as_wide_as_its_characters() {
        assert_eq!((width("pier"), width("é—漢🚢"), width("")), (4, 4, 0));
        assert!(
            ends_sentence("So.")
                && ends_sentence("So?” ")
                && ends_sentence("(So!)")
                && ends_sentence("开会。")
        );
        assert!(!ends_sentence("So") && !ends_sentence("So,") && !ends_sentence(""));
        let mut page = Page::default();
        page.mask(Mask::Time, Span::new(1, 1));
        page.mask(Mask::Time, Span::new(1, 2));
        assert_eq!(page.masked.len(), 1, "nothing is not masked");
    }
}
