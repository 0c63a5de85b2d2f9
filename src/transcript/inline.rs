//! Labels in mid-line: where line breaks were lost, a turn begins behind a full stop. The line is cut there.

use super::chars::{ends_in, holds, is_letter, is_space, is_upper, last_word, skip_space, starts, trim_end};
use super::labels::{Kind, Reader};
use super::lines::{Line, Page};
use super::names::{is_capitals, is_particle, normal};
use crate::outline::Span;
use crate::tally::Tally;

/// How far back from a colon a label is looked for, in bytes.
const LONGEST: usize = 90;

/// A label in mid-line.
struct Cut {
    line: usize,
    at: usize,
    /// For comparison; empty for `>>`.
    name: String,
    kind: Kind,
}

/// Cuts the lines of the page before every label in mid-line.
pub fn split(text: &str, reader: &Reader<'_>, page: &mut Page) {
    let mut counts = Tally::default();
    let mut found: Vec<Cut> = Vec::new();
    let chevrons = page.lines.iter().any(|line| super::labels::chevrons(line.span.of(text)) > 0);
    for (i, line) in page.lines.iter().enumerate() {
        candidates(i, line.span, chevrons, reader, &mut found);
    }
    for cut in &found {
        counts.add(cut.name.clone(), 1);
    }
    found.retain(|cut| {
        let question = cut.name == "q";
        (cut.kind == Kind::Known && !question) || counts.count(&cut.name) >= if question { 3 } else { 2 }
    });
    if found.is_empty() {
        return;
    }
    let mut cuts = found.iter().peekable();
    let mut lines = Vec::with_capacity(page.lines.len() + cuts.len());
    for (i, mut line) in std::mem::take(&mut page.lines).into_iter().enumerate() {
        while let Some(cut) = cuts.next_if(|cut| cut.line == i) {
            let before = super::lines::trimmed(text, Span::new(line.span.start, cut.at));
            if !before.is_empty() {
                lines.push(Line { span: before, ..line.clone() });
            }
            let span = Span::new(cut.at, line.span.end);
            line = Line { span, after_gap: true, joined: None, voice: None, time: line.time };
        }
        lines.push(line);
    }
    page.lines = lines;
}

/// Adds where labels may begin within the line.
fn candidates(number: usize, line: Span, chevrons: bool, reader: &Reader<'_>, found: &mut Vec<Cut>) {
    let written = line.of(reader.text);
    let mut from = 0;
    for (at, byte) in written.bytes().enumerate() {
        let rest = || written.get(at + 1..).unwrap_or_default();
        let name_ends = match byte {
            b':' => at + 1 == written.len() || starts(rest(), is_space),
            b'Q' => starts(rest(), |c| is_space(c) || c == ':' || c == '.'),
            b'>' | b'&' if chevrons && at > 0 => {
                let spaced = written.get(..at).is_some_and(|before| ends_in(before, " "));
                if spaced && super::labels::chevrons(written.get(at..).unwrap_or_default()) > 0 {
                    found.push(Cut {
                        line: number,
                        at: line.start + at,
                        name: String::new(),
                        kind: Kind::Known,
                    });
                }
                false
            }
            _ => false,
        };
        if !name_ends {
            continue;
        }
        let mut low = at.saturating_sub(LONGEST).max(from);
        while !written.is_char_boundary(low) {
            low += 1;
        }
        let window = written.get(low..at).unwrap_or_default();
        let (start, name) = if byte == b'Q' {
            (window.len(), "Q")
        } else {
            let start = label_start(window, reader);
            (start, window.get(start..).unwrap_or_default())
        };
        if low + start > from
            && follows_a_sentence(window, start)
            && let Some(kind) = reader.kind(name).filter(|kind| *kind != Kind::Handle)
        {
            found.push(Cut { line: number, at: line.start + low + start, name: normal(name), kind });
            from = at;
        }
    }
}

/// Where the name that ends the window begins: behind the last word that cannot be part of it.
fn label_start(window: &str, reader: &Reader<'_>) -> usize {
    let last = last_word(window);
    let capitals = is_capitals(last) || last.len() == 1;
    let mut start = window.len();
    for count in 0..6 {
        let before = window.get(..start).unwrap_or_default();
        let word = last_word(before);
        let ends = count > 0 && ends_in(word, ".?!…)]”\"") && !reader.is_title(trim_end(word, |c| c == '.'));
        let fits = if capitals {
            is_capitals(word) || !holds(word, is_letter) || is_particle(word)
        } else {
            starts(word, is_upper)
        };
        if word.is_empty() || ends || !fits {
            break;
        }
        start = trim_end(before, is_space).len() - word.len();
    }
    skip_space(window.as_bytes(), start, window.len())
}

/// What stands before the label ends a sentence or is a stage direction.
fn follows_a_sentence(window: &str, start: usize) -> bool {
    let before = window.get(..start).unwrap_or_default();
    let bare = trim_end(before, is_space);
    bare.len() < before.len() && ends_in(bare, ".?!…)]”\"’-—–")
}

#[cfg(test)]
mod tests {
    use super::super::{lexicon, lines};
    use super::*;

    /// The lines of the text after the cuts, `¶` before those that stand behind a gap.
    fn cut(text: &str) -> Vec<String> {
        let mut page = lines::plain(text);
        split(text, &Reader { text, masked: text.as_bytes(), lexicon: lexicon::english() }, &mut page);
        let mark = |line: &Line| if line.after_gap { "¶" } else { "" };
        page.lines.iter().map(|line| mark(line).to_owned() + line.span.of(text)).collect()
    }

    #[test]
    fn an_office_in_mid_line_opens_a_line() {
        assert_eq!(
            cut("MS. REED: Good day. MR. BOYD: We sail. THE CHAIR: Yes.\nSo."),
            ["¶MS. REED: Good day.", "¶MR. BOYD: We sail.", "¶THE CHAIR: Yes.", "So."]
        );
        assert_eq!(
            cut("Is it so? Moderator: Yes [laughter] MR. BOYD: No"),
            ["¶Is it so?", "¶Moderator: Yes [laughter]", "¶MR. BOYD: No"]
        );
    }

    #[test]
    fn a_label_may_end_its_line() {
        assert_eq!(cut("We sail. MR. BOYD:\nYes."), ["¶We sail.", "¶MR. BOYD:", "Yes."]);
    }

    #[test]
    fn a_name_in_mid_line_comes_twice() {
        assert_eq!(cut("We sail. Ana Reed: Yes. Tom Boyd: No.").len(), 1);
        assert_eq!(cut("We sail. Ana Reed: Yes. Tom: No. Ana Reed: So.").len(), 3);
        assert_eq!(cut("We sail. Tom: Yes. Tom: No.").len(), 1, "one word may be any");
        assert_eq!(cut("We sail. Q Why? Q So? Q When?").len(), 4);
        assert_eq!(cut("We sail. Q Why? Q So?").len(), 1);
    }

    #[test]
    fn a_label_follows_a_sentence() {
        assert_eq!(cut("We met MR. BOYD: he sails").len(), 1);
        assert_eq!(cut("We met at 10:30. It was MR. BOYD:he").len(), 1);
        assert_eq!(cut("We met — Ana Reed: yes — Ana Reed: no").len(), 3);
        assert!(follows_a_sentence("Yes. ", 5) && follows_a_sentence("(Laughs) ", 9));
        assert!(!follows_a_sentence("Yes.", 4) && !follows_a_sentence("Yes, ", 5));
    }

    #[test]
    fn chevrons_cut_where_the_text_uses_them() {
        assert_eq!(cut(">> We sail. >> Yes. >>No"), ["¶>> We sail.", "¶>> Yes.", "¶>>No"]);
        assert_eq!(cut("We sail. >> Yes. >> No").len(), 1);
        assert_eq!(cut(">> We sail.>> Yes"), ["¶>> We sail.>> Yes"]);
    }

    #[test]
    fn a_name_is_as_long_as_its_capitals() {
        let start = |window: &str| {
            let reader = Reader { text: "", masked: b"", lexicon: lexicon::english() };
            window[label_start(window, &reader)..].to_owned()
        };
        assert_eq!(start("We sail. MR. TOM van BOYD"), "MR. TOM van BOYD");
        assert_eq!(start("we met Ana Reed"), "Ana Reed");
        assert_eq!(start("We sail. Ana Reed"), "Ana Reed");
        assert_eq!(start("ONE TWO THREE FOUR FIVE SIX SEVEN"), "TWO THREE FOUR FIVE SIX SEVEN");
        assert_eq!(start("He said SPEAKER 1"), "SPEAKER 1");
    }
}
