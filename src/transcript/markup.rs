//! Markup: HTML pasted as source, and the tags that are left over in pasted text. Tags, comments and what no reader of
//! the page would see are masked; elements tell where lines and paragraphs end.

use super::lines::{Line, Page, trimmed};
use super::model::{Mask, Note};
use crate::language::{find, words};
use crate::outline::Span;

/// Elements whose content nobody speaks.
const HIDDEN: &str =
    "script style head noscript svg nav footer aside form button template iframe select textarea";
/// Elements that stand within a line.
const INLINE: &str = "a abbr b bdi bdo big c cite code em font i img ins label lang mark q rt ruby s small span \
    strike strong sub sup time u v";
/// Further elements that end a line or a paragraph; of any other name a tag is taken for text.
const BLOCK: &str = "address article blockquote body br caption center col colgroup dd details div dl dt \
    figcaption figure h1 h2 h3 h4 h5 h6 header hr html li link main meta ol p pre section \
    summary table tbody td th tr ul";
/// The longest tag, in bytes.
const LONGEST_TAG: usize = 4096;

/// A tag, a comment or a declaration.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'t> {
    pub span: Span,
    /// Lower or upper case, as it stands; empty for comments and declarations.
    pub name: &'t str,
    pub closing: bool,
}

impl Tag<'_> {
    fn is(self, names: &str) -> bool {
        names.split(' ').any(|name| self.name.eq_ignore_ascii_case(name))
    }

    fn is_comment(self, text: &str) -> bool {
        self.name.is_empty() && self.span.of(text) == "<!--"
    }

    pub fn is_known(self) -> bool {
        self.name.is_empty() || self.is(INLINE) || self.is(BLOCK) || self.is(HIDDEN)
    }

    pub fn is_block(self) -> bool {
        self.is(BLOCK) || self.is(HIDDEN)
    }
}

/// Finds the ends of elements and comments, and remembers what is never closed: a text of nothing but openings is read
/// once, not once for each.
#[derive(Debug, Default)]
struct Closings<'t> {
    missing: Vec<&'t str>,
}

impl<'t> Closings<'t> {
    /// Where what `tag` hides ends: the element's content, the comment. `None` if it is never closed.
    fn of(&mut self, text: &'t str, tag: Tag<'t>) -> Option<usize> {
        if self.missing.iter().any(|name| name.eq_ignore_ascii_case(tag.name)) {
            return None;
        }
        let end = if tag.name.is_empty() {
            text.get(tag.span.end..)
                .and_then(|rest| find(rest, "-->"))
                .map(|length| tag.span.end + length + 3)
        } else {
            closing_tag(text, tag.span.end, tag.name)
        };
        if end.is_none() {
            self.missing.push(tag.name);
        }
        end
    }
}

/// The tag that begins with the `<` at `at`; of a comment only its opening.
pub fn tag_at(text: &str, at: usize) -> Option<Tag<'_>> {
    let rest = text.get(at + 1..)?;
    if rest.starts_with("!--") {
        return Some(Tag { span: Span::new(at, at + 4), name: "", closing: false });
    }
    let closing = rest.starts_with('/');
    let body = rest.get(usize::from(closing)..)?;
    let declaration = body.starts_with(['!', '?']);
    let length = body.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if length == 0 && !declaration {
        return None;
    }
    let close = body.bytes().take(LONGEST_TAG).position(|b| b == b'>' || b == b'<')?;
    if body.as_bytes().get(close) != Some(&b'>') {
        return None;
    }
    let end = at + 1 + usize::from(closing) + close + 1;
    Some(Tag { span: Span::new(at, end), name: body.get(..length)?, closing })
}

/// What ends a line of HTML, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    /// A line break of the source: white space.
    Source,
    /// `<br>`
    Line,
    /// A block element, or two `<br>`.
    Block,
}

/// Reads HTML source.
pub fn html(text: &str, notes: &mut Vec<Note>) -> Page {
    let mut page = Page::default();
    let mut at = 0;
    let mut from = 0;
    let mut last = Break::Block;
    let mut closings = Closings::default();
    let flush = |page: &mut Page, from: usize, to: usize, last: &mut Break, next: Break| {
        let span = trimmed(text, Span::new(from, to));
        let spoken = !span.is_empty() && has_text(text, span);
        if spoken {
            let joined = Some(*last == Break::Source);
            page.lines.push(Line { span, after_gap: *last == Break::Block, joined, time: None, voice: None });
            *last = next;
        } else {
            *last =
                if *last == Break::Line && next == Break::Line { Break::Block } else { (*last).max(next) };
        }
    };
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['<', '\n'])) {
        at += found;
        if text.as_bytes().get(at) == Some(&b'\n') {
            flush(&mut page, from, at, &mut last, Break::Source);
            from = at + 1;
            at += 1;
            continue;
        }
        let Some(tag) = tag_at(text, at) else {
            at += 1;
            continue;
        };
        let mut end = tag.span.end;
        if (tag.is(HIDDEN) && !tag.closing) || tag.is_comment(text) {
            let close = closings.of(text, tag);
            if close.is_none() {
                notes.push(Note {
                    code: "unclosed-tag",
                    message: "This element or comment is never closed; its content was read.".to_owned(),
                    span: tag.span,
                });
            }
            end = close.unwrap_or(end);
        }
        page.mask(Mask::Markup, Span::new(tag.span.start, end));
        if tag.is_block() {
            let next = if tag.is("br") { Break::Line } else { Break::Block };
            flush(&mut page, from, at, &mut last, next);
            from = end;
        }
        at = end;
    }
    flush(&mut page, from, text.len(), &mut last, Break::Block);
    page
}

/// The end of the closing tag of `name`, from `at` on.
fn closing_tag(text: &str, mut at: usize, name: &str) -> Option<usize> {
    loop {
        at += find(text.get(at..)?, "</")?;
        let tag = tag_at(text, at);
        if let Some(tag) = tag.filter(|tag| tag.name.eq_ignore_ascii_case(name)) {
            return Some(tag.span.end);
        }
        at += 2;
    }
}

/// Whether anything but tags stands in the span.
fn has_text(text: &str, span: Span) -> bool {
    let mut at = span.start;
    while at < span.end {
        let Some(c) = text.get(at..span.end).and_then(|rest| rest.chars().next()) else { return false };
        match tag_at(text, at).filter(|_| c == '<') {
            Some(tag) => at = tag.span.end,
            None if super::chars::is_space(c) => at += c.len_utf8(),
            None => return text.get(at..span.end).is_none_or(|rest| rest.trim_end() != "&nbsp;"),
        }
    }
    false
}

/// Masks the known tags of a text that is not HTML as a whole.
pub fn mask_stray_tags(text: &str, page: &mut Page) {
    let mut closings = Closings::default();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        match tag_at(text, at).filter(|tag| tag.is_known()) {
            Some(tag) => {
                let comment = if tag.is_comment(text) { closings.of(text, tag) } else { None };
                at = comment.unwrap_or(tag.span.end);
                page.mask(Mask::Markup, Span::new(tag.span.start, at));
            }
            None => at += 1,
        }
    }
    for line in &page.lines {
        if let Some(half) = torn_tag(line.span.of(text)) {
            page.masked.push(super::model::Masked {
                kind: Mask::Markup,
                span: Span::new(line.span.start, line.span.start + half),
            });
        }
    }
}

/// `strong>REED:`: a tag that lost its first character when it was copied.
fn torn_tag(line: &str) -> Option<usize> {
    let close = line.find('>').filter(|&at| (1..=8).contains(&at))?;
    let name = line.get(..close)?.trim_start_matches('/');
    words!("strong em span br div").contain(name).then_some(close + 1)
}

/// The number of block tags in the text, for recognising HTML.
pub fn count_block_tags(text: &str, most: usize) -> usize {
    let mut count = 0;
    for (at, _) in text.match_indices('<') {
        if tag_at(text, at).is_some_and(|tag| tag.is_block() && !tag.is("br")) {
            count += 1;
            if count == most {
                break;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of HTML, each with what stands before it: `¶` for a gap, `+` for a line that goes on, `/` for a break.
    fn lines(text: &str) -> Vec<String> {
        let page = html(text, &mut Vec::new());
        let mark = |line: &Line| match (line.after_gap, line.joined) {
            (true, _) => "¶",
            (false, Some(true)) => "+",
            (false, _) => "/",
        };
        page.lines.iter().map(|line| format!("{}{}", mark(line), line.span.of(text))).collect()
    }

    #[test]
    fn blocks_end_paragraphs_and_line_breaks_lines() {
        assert_eq!(
            lines("<p>Good evening.<br>We begin\nhere.</p><p>Now.<br><br>Then.</p>"),
            ["¶Good evening.", "/We begin", "+here.", "¶Now.", "¶Then."]
        );
        assert_eq!(
            lines("<P>Good <b>evening</b>, all<BR/>\n&nbsp;<div>now</DIV>"),
            ["¶Good <b>evening</b>, all", "¶now"]
        );
        assert_eq!(lines("one\ntwo"), ["¶one", "+two"]);
        assert_eq!(lines("one\n<br>two"), ["¶one", "/two"]);
        assert_eq!(lines("<p><b> </b></p>x<odd>y"), ["¶x<odd>y"]);
    }

    #[test]
    fn what_no_reader_sees_is_masked() {
        let text =
            "<head><title>x</title></head><p>We <!-- a <p> b -->begin.</p><script>if (a < b) {}</SCRIPT>now";
        assert_eq!(lines(text), ["¶We <!-- a <p> b -->begin.", "¶now"]);
        let masked: Vec<&str> =
            html(text, &mut Vec::new()).masked.iter().map(|mask| mask.span.of(text)).collect();
        assert_eq!(
            masked,
            [
                "<head><title>x</title></head>",
                "<p>",
                "<!-- a <p> b -->",
                "</p>",
                "<script>if (a < b) {}</SCRIPT>"
            ]
        );
    }

    #[test]
    fn what_is_never_closed_is_read_and_named() {
        for (text, said) in [("<p>We <!-- begin</p>", "¶We <!-- begin"), ("<style>We begin", "¶We begin")] {
            let mut notes = Vec::new();
            html(text, &mut notes);
            assert_eq!(notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["unclosed-tag"], "{text}");
            assert_eq!(lines(text), [said]);
        }
        assert_eq!(lines("<nav>a<nav>b</nav>c"), ["¶c"]);
    }

    #[test]
    fn a_tag_has_a_name_or_is_a_declaration() {
        let name = |text| tag_at(text, 0).map(|tag| (tag.name, tag.closing, tag.span.end));
        assert_eq!(name("<b class=x>y"), Some(("b", false, 11)));
        assert_eq!(name("</H2 >"), Some(("H2", true, 6)));
        assert_eq!(name("<!doctype html>"), Some(("", false, 15)));
        assert_eq!(name("<?xml?>"), Some(("", false, 7)));
        assert_eq!(name("<!-- x"), Some(("", false, 4)));
        assert_eq!((name("< b>"), name("<b"), name("<b <i>"), name("<>")), (None, None, None, None));
        assert_eq!(name(&format!("<b {}>", "x".repeat(5000))), None);
    }

    #[test]
    fn stray_tags_and_torn_ones_are_masked() {
        let text = "<b>We</b> begin <!-- x --> at <port> 3 <4\nstrong>REED: yes\n/p>no\nem>yes";
        let mut page = super::super::lines::plain(text);
        mask_stray_tags(text, &mut page);
        let masked: Vec<&str> = page.masked.iter().map(|mask| mask.span.of(text)).collect();
        assert_eq!(masked, ["<b>", "</b>", "<!-- x -->", "strong>", "em>"]);
    }

    #[test]
    fn block_tags_are_counted_up_to_a_number() {
        assert_eq!(count_block_tags("<p>a</p><br><b>c</b><div>", 8), 3);
        assert_eq!(count_block_tags("<p><p><p>", 2), 2);
        assert!(
            tag_at("<script>", 0).is_some_and(Tag::is_block) && tag_at("<i>", 0).is_some_and(Tag::is_known)
        );
    }
}
