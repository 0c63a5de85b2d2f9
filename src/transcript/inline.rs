//! Labels in mid-line: where line breaks were lost, a turn begins behind a full stop. The line is cut there.

use rustc_hash::FxHashMap;

use super::chars::is_space;
use super::labels::{Kind, Reader, is_capitals, normal};
use super::lines::{Line, Page};
use crate::outline::Span;

/// How far back from a colon a label is looked for, in bytes.
const LONGEST: usize = 90;

/// Cuts the lines of the page before every label in mid-line.
pub fn split(text: &str, reader: &Reader<'_>, page: &mut Page) {
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    let mut found: Vec<(usize, usize, String, Kind)> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        for (at, name, kind) in candidates(text, line.span, reader) {
            let name = normal(name);
            *counts.entry(name.clone()).or_default() += 1;
            found.push((i, at, name, kind));
        }
    }
    found.extend(chevrons(text, page));
    found.sort_by_key(|(line, at, ..)| (*line, *at));
    found.retain(|(.., name, kind)| {
        let count = counts.get(name).copied().unwrap_or(0);
        (*kind == Kind::Known && name != "q") || count >= if name == "q" { 3 } else { 2 }
    });
    if found.is_empty() {
        return;
    }
    let mut cuts = found.into_iter().peekable();
    let mut lines = Vec::with_capacity(page.lines.len());
    for (i, mut line) in std::mem::take(&mut page.lines).into_iter().enumerate() {
        while let Some((_, at, ..)) = cuts.next_if(|(line, ..)| *line == i) {
            let before = super::lines::trimmed(text, Span::new(line.span.start, at));
            if !before.is_empty() {
                lines.push(Line { span: before, ..line.clone() });
            }
            line = Line { span: Span::new(at, line.span.end), after_gap: true, joined: None, ..line };
        }
        lines.push(line);
    }
    page.lines = lines;
}

/// The `>>` in mid-line, if the text has others at the beginnings of lines.
fn chevrons(text: &str, page: &Page) -> Vec<(usize, usize, String, Kind)> {
    let mut found = Vec::new();
    if !text.contains(">>") && !text.contains("&gt;&gt;") {
        return found;
    }
    let mut leading = false;
    for (i, line) in page.lines.iter().enumerate() {
        let written = line.span.of(text);
        leading |= super::labels::chevrons(written) > 0;
        for mark in [" >>", " &gt;&gt;"] {
            let starts = written
                .match_indices(mark)
                .map(|(at, _)| (i, line.span.start + at + 1, String::new(), Kind::Known));
            found.extend(starts);
        }
    }
    if !leading {
        found.clear();
    }
    found
}

/// Where labels may begin within the line, with name and kind.
fn candidates<'t>(text: &'t str, line: Span, reader: &Reader<'_>) -> Vec<(usize, &'t str, Kind)> {
    let mut found = Vec::new();
    let written = line.of(text);
    let mut from = 0;
    for (colon, _) in written.match_indices([':', 'Q']) {
        let after = written.get(colon + 1..).unwrap_or_default();
        let question = written.as_bytes().get(colon) == Some(&b'Q');
        if !(after.is_empty() && !question
            || after.starts_with(is_space)
            || question && after.starts_with([':', '.']))
        {
            continue;
        }
        let mut low = colon.saturating_sub(LONGEST).max(from);
        while !written.is_char_boundary(low) {
            low += 1;
        }
        let window = written.get(low..colon).unwrap_or_default();
        let start = if question { Some(window.len()) } else { label_start(window, reader) };
        let Some(start) = start.filter(|&start| low + start > from && follows_a_sentence(window, start))
        else {
            continue;
        };
        let name = if question { "Q" } else { window.get(start..).unwrap_or_default() };
        if let Some(kind) = reader.kind(name).filter(|kind| *kind != Kind::Handle) {
            found.push((line.start + low + start, name, kind));
            from = colon;
        }
    }
    found
}

/// Where the name that ends the window begins: behind the last word that cannot be part of it.
fn label_start(window: &str, reader: &Reader<'_>) -> Option<usize> {
    let last = window.rsplit(is_space).next()?;
    let capitals = is_capitals(last) || last.len() == 1;
    let mut start = window.len();
    let mut words = 0;
    for word in window.rsplit(is_space) {
        let at = start.checked_sub(word.len())?;
        let ends = start < window.len()
            && word.ends_with(['.', '?', '!', '…', ')', ']', '”', '"'])
            && !reader.is_title(word.trim_end_matches('.'));
        let fits = if capitals {
            word.is_empty()
                || is_capitals(word)
                || !word.chars().any(char::is_alphabetic)
                || super::labels::is_particle(word)
        } else {
            word.starts_with(char::is_uppercase) || word.is_empty()
        };
        if ends || !fits || words == 6 {
            break;
        }
        words += usize::from(!word.is_empty());
        start = at;
        if start == 0 {
            break;
        }
        start = start.checked_sub(window.get(..start)?.chars().next_back()?.len_utf8())?;
    }
    let skipped = window.get(start..)?.len() - window.get(start..)?.trim_start_matches(is_space).len();
    (words > 0).then_some(start + skipped)
}

/// What stands before the label ends a sentence or is a stage direction.
fn follows_a_sentence(window: &str, start: usize) -> bool {
    let before = window.get(..start).unwrap_or_default();
    before.ends_with(is_space)
        && before
            .trim_end_matches(is_space)
            .ends_with(['.', '?', '!', '…', ')', ']', '”', '"', '’', '-', '—', '–'])
}
