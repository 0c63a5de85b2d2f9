//! Format recognition: what a text looks like, and how sure that is.

use super::chars::{is_space, is_word_char, starts, starts_folded, trim, trim_start};
use super::lines::physical;
use super::model::Format;
use super::{markdown, markup, timed, times};

/// How many lines are looked at for signs.
const SAMPLE: usize = 4000;

/// The format and the confidence in it, between 0 and 1. Wrapping and walls are told apart later.
pub fn recognise(text: &str) -> (Format, f32) {
    let start = trim_start(text, is_space);
    if start.strip_prefix("WEBVTT").is_some_and(|rest| !starts(rest, is_word_char)) {
        return (Format::WebVtt, 1.0);
    }
    let mut lines = 0;
    let (mut arrows, mut pairs, mut chevrons) = (0, 0, 0);
    for line in physical(text).take(SAMPLE) {
        let line = trim(line.of(text), is_space);
        lines += usize::from(!line.is_empty());
        arrows += usize::from(is_time_pair(line, "-->"));
        pairs += usize::from(is_time_pair(line, ","));
        chevrons += usize::from(line.starts_with(">>") || line.starts_with("&gt;&gt;"));
    }
    if arrows > 0 && arrows * 8 >= lines {
        return (Format::SubRip, if arrows > 2 { 0.95 } else { 0.8 });
    }
    if pairs > 0 && pairs * 8 >= lines {
        return (Format::Sbv, 0.95);
    }
    let blocks = markup::count_block_tags(text, 8);
    let html = starts_folded(start, "<!doctype html") || starts_folded(start, "<html");
    if html || (blocks >= 3 && start.starts_with('<')) {
        return (Format::Html, 0.98);
    }
    if blocks >= 8 && blocks * 3 >= lines {
        return (Format::Html, 0.8);
    }
    if let Some(times) = timed::find(text) {
        return (times.format, (0.6 + times.share).min(0.95));
    }
    if chevrons >= 2 && chevrons * 20 >= lines {
        return (Format::Captions, 0.9);
    }
    let signs = markdown::count_signs(text);
    if signs >= 2 && signs * 30 >= lines {
        return (Format::Markdown, (0.6 + signs as f32 / lines.max(1) as f32).min(0.95));
    }
    (Format::Plain, 0.7)
}

/// `00:01.000 --> 00:02.000`, `0:00:01.000,0:00:02.000`
fn is_time_pair(line: &str, arrow: &str) -> bool {
    let after = times::leading(line)
        .and_then(|(_, length)| trim_start(line.get(length..)?, is_space).strip_prefix(arrow));
    after.is_some_and(|after| times::leading(trim_start(after, is_space)).is_some())
}
