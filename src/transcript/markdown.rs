//! Markdown: the marks are masked, headings and list items are paragraphs of their own.

use super::chars::{is_space, trim};
use super::furniture::is_rule;
use super::lines::{Page, physical};
use super::model::Mask;
use crate::language::{contains, find};
use crate::outline::Span;

/// How many lines look like Markdown: headings, bold lines, links.
pub fn count_signs(text: &str) -> usize {
    physical(text)
        .filter(|&line| {
            let line = trim(line.of(text), is_space);
            heading_marks(line) > 0
                || (line.starts_with("**") && line.get(2..).is_some_and(|rest| contains(rest, "**")))
                || contains(line, "](http")
        })
        .count()
}

/// Masks the marks of the page's lines and breaks paragraphs around headings.
pub fn mask(text: &str, page: &mut Page) {
    let mut after_heading = false;
    for i in 0..page.lines.len() {
        let Some(span) = page.lines.get(i).map(|line| line.span) else { break };
        let line = span.of(text);
        let marks = heading_marks(line);
        let quote = line.bytes().take_while(|b| matches!(b, b'>' | b' ')).count();
        let skip = if marks > 0 { marks } else { quote };
        page.mask(Mask::Markup, Span::new(span.start, span.start + skip));
        if is_rule(line) {
            page.mask(Mask::Markup, span);
        } else {
            emphasis(text, Span::new(span.start + skip, span.end), page);
            links(text, span, page);
        }
        let item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
        if item {
            page.mask(Mask::Markup, Span::new(span.start, span.start + 2));
        }
        if let Some(line) = page.lines.get_mut(i)
            && (marks > 0 || after_heading || item)
        {
            line.joined = Some(false);
        }
        after_heading = marks > 0;
    }
}

/// The length of `## ` at the start of the line.
fn heading_marks(line: &str) -> usize {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    match line.as_bytes().get(hashes) {
        Some(b' ' | b'\t') if (1..=6).contains(&hashes) => hashes + 1,
        _ => 0,
    }
}

/// Masks `**`, `__` and single stars that touch a word.
fn emphasis(text: &str, span: Span, page: &mut Page) {
    let bytes = span.of(text).as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        let mark = match byte {
            b'*' => true,
            b'\\' => next.is_some_and(u8::is_ascii_punctuation),
            b'_' => next == Some(&b'_') || (at > 0 && bytes.get(at - 1) == Some(&b'_')),
            _ => false,
        };
        if mark {
            page.mask(Mask::Markup, Span::new(span.start + at, span.start + at + 1));
        }
    }
}

/// `[words](address)`: the words stay.
fn links(text: &str, span: Span, page: &mut Page) {
    let line = span.of(text);
    let mut from = 0;
    while let Some(middle) = line.get(from..).and_then(|rest| find(rest, "](")).map(|at| at + from) {
        let open = line.get(from..middle).and_then(|before| before.rfind('[')).map(|at| at + from);
        let close = line.get(middle..).and_then(|rest| rest.find(')')).map(|at| at + middle);
        let (Some(open), Some(close)) = (open, close) else { break };
        page.mask(Mask::Markup, Span::new(span.start + open, span.start + open + 1));
        page.mask(Mask::Markup, Span::new(span.start + middle, span.start + close + 1));
        from = close + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::plain;
    use super::*;

    /// The lines without what is masked; `¶` before those that join nothing.
    fn read(text: &str) -> Vec<String> {
        let mut page = plain(text);
        mask(text, &mut page);
        let hidden =
            |at: usize| page.masked.iter().any(|mask| (mask.span.start..mask.span.end).contains(&at));
        let words = |span: Span| {
            (span.start..span.end)
                .filter(|&at| !hidden(at))
                .map(|at| char::from(text.as_bytes()[at]))
                .collect::<String>()
        };
        page.lines
            .iter()
            .map(|line| if line.joined == Some(false) { "¶" } else { "" }.to_owned() + &words(line.span))
            .collect()
    }

    #[test]
    fn marks_are_masked_and_headings_stand_alone() {
        assert_eq!(
            read(
                "## The pier\nWe **begin** with _one_ and __two__ \\* three\nnow\n- item\n* item\n+ item\n> said\n---"
            ),
            [
                "¶The pier",
                "¶We begin with _one_ and two  three",
                "now",
                "¶item",
                "¶item",
                "¶item",
                "said",
                ""
            ]
        );
        assert_eq!(read("#tag\n####### seven\n#\tOne"), ["#tag", "####### seven", "¶One"]);
        assert_eq!(read("a\\b *x*\n``` \n--"), ["a\\b x", "", "--"]);
    }

    #[test]
    fn the_words_of_links_stay() {
        assert_eq!(read("See [the plan](http://x) and [map](http://y) now"), ["See the plan and map now"]);
        assert_eq!(read("See plan](x) and [map](y"), ["See plan](x) and [map](y"]);
    }

    #[test]
    fn signs_are_headings_bold_lines_and_links() {
        assert_eq!(count_signs("# One\n**Two** and\n[x](http://y)\n** three\nfour **x**\n[x](y)"), 3);
    }
}
