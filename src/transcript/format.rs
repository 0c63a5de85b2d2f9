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

#[cfg(test)]
mod tests {
    use super::*;

    fn format(text: &str) -> Format {
        recognise(text).0
    }

    #[test]
    fn caption_files_are_known_by_their_times() {
        assert_eq!(recognise(" \u{feff}WEBVTT\n\nx"), (Format::WebVtt, 1.0));
        assert_eq!(format("WEBVTTX"), Format::Plain);
        let cue = "00:00:01,000 --> 00:00:02,000\nHello.\n\n";
        assert_eq!(recognise(cue), (Format::SubRip, 0.8));
        assert_eq!(recognise(&cue.repeat(2)), (Format::SubRip, 0.8));
        assert_eq!(recognise(&cue.repeat(3)), (Format::SubRip, 0.95));
        let lines = |times: &str, count: usize| format(&format!("{times}{}", "We sail.\n".repeat(count)));
        assert_eq!(lines("0:01 --> 0:02\n", 7), Format::SubRip);
        assert_eq!(lines("0:01 --> 0:02\n", 8), Format::Plain);
        assert_eq!(lines("0:01.0,0:02.0\n\n\n", 7), Format::Sbv);
        assert_eq!(lines("0:01.0,0:02.0\n", 8), Format::Plain);
        assert_eq!(format("0:01 --> then\nWe sail."), Format::Plain);
    }

    #[test]
    fn html_is_known_by_its_head_or_its_blocks() {
        assert_eq!(recognise("<!DOCTYPE html><p>x"), (Format::Html, 0.98));
        assert_eq!(format("<html>x"), Format::Html);
        assert_eq!(format("<p>x</p><p>y"), Format::Html);
        assert_eq!(format("<p>x</p>"), Format::Plain);
        assert_eq!(format("x<p>x</p><p>y"), Format::Plain);
        let blocks = |count: usize, lines: usize| {
            recognise(&format!("x{}\n{}", "<p>y".repeat(count), "We sail.\n".repeat(lines)))
        };
        assert_eq!(blocks(8, 20), (Format::Html, 0.8));
        assert_eq!((blocks(7, 1).0, blocks(8, 24).0), (Format::Plain, Format::Plain));
    }

    #[test]
    fn chevrons_make_captions_and_signs_markdown() {
        let text = |sign: &str, count: usize, lines: usize| {
            recognise(&format!("{}{}", format!("{sign} x\n").repeat(count), "We sail.\n".repeat(lines)))
        };
        assert_eq!(text(">>", 2, 38), (Format::Captions, 0.9));
        assert_eq!(text("&gt;&gt;", 2, 38), (Format::Captions, 0.9));
        assert_eq!((text(">>", 1, 1).0, text(">>", 2, 39).0), (Format::Plain, Format::Plain));
        assert_eq!(text("##", 2, 58).0, Format::Markdown);
        assert_eq!((text("##", 1, 1).0, text("##", 2, 59)), (Format::Plain, (Format::Plain, 0.7)));
        let (_, sure) = text("##", 2, 8);
        assert!((sure - 0.8).abs() < 0.001 && text("##", 9, 1) == (Format::Markdown, 0.95));
    }

    #[test]
    fn the_share_of_times_tells_how_sure_it_is() {
        let (format, sure) = recognise(&("0:01 x\n0:02 y\n".to_owned() + &"we sail\n".repeat(8)));
        assert!(format == Format::YouTube && (sure - 0.8).abs() < 0.001, "{sure}");
        assert_eq!(recognise("0:01 x\n0:02 y"), (Format::YouTube, 0.95));
    }
}
