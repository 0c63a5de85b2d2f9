//! Transcript: pasted text in, who said what out. The text itself is never changed: what is not speech (labels,
//! times, page furniture, stage directions) is masked, and everything else stands in sentences with exact spans.

mod assemble;
pub mod captions;
mod chars;
mod cues;
mod dates;
mod directions;
mod entities;
mod evidence;
mod fields;
mod format;
mod front;
mod furniture;
mod inline;
mod labels;
mod lexicon;
mod lines;
mod lists;
mod markdown;
mod markup;
mod model;
mod names;
mod paragraphs;
mod roles;
mod sentences;
mod speakers;
mod style;
mod timed;
mod times;
mod unpunctuated;
mod view;
mod words;

pub use chars::{holds_folded, is_question};
pub use model::{
    Format, FrontMatter, Mask, Masked, Note, Paragraph, Sentence, Transcript, Turn, TurnSpeaker, Word,
};
pub use speakers::{is_of_press, is_title};
pub use view::{ParagraphView, SentenceView, TranscriptView, TurnView};

use crate::error::{MAX_INPUT_BYTES, OutlineError};
use crate::options::Options;
use crate::outline::Span;
use lines::Page;
use paragraphs::Wrapping;

/// Reads a transcript. Spans count bytes of `text`.
///
/// # Errors
/// [`OutlineError::Empty`] for a text without a visible character, [`OutlineError::TooLarge`] for one over
/// [`MAX_INPUT_BYTES`].
pub fn transcript<'t>(text: &'t str, options: &Options) -> Result<Transcript<'t>, OutlineError> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(OutlineError::TooLarge { bytes: text.len(), limit: MAX_INPUT_BYTES });
    }
    if text.chars().all(chars::is_space) {
        return Err(OutlineError::Empty);
    }
    let lexicon = lexicon::english();
    let mut notes = Vec::new();
    let (format, confidence) = options.format.map_or_else(|| format::recognise(text), |format| (format, 1.0));
    let (mut page, mut format) = read_page(text, format, &mut notes);
    page.wrapped = match options.format {
        Some(Format::HardWrapped) => Some(true),
        Some(Format::Plain) => Some(false),
        _ => None,
    };
    furniture::remove(text, &mut page);
    let parts = assemble::assemble(text, page, lexicon, &mut notes);
    if format == Format::Plain && options.format.is_none() {
        format = match parts.wrapping {
            Wrapping::At(_) => Format::HardWrapped,
            _ if is_wall(text) => Format::Wall,
            _ => Format::Plain,
        };
    }
    Ok(Transcript {
        text,
        format,
        confidence,
        language: parts.language,
        front_matter: parts.front_matter,
        speakers: parts.speakers,
        turns: parts.turns,
        paragraphs: parts.paragraphs,
        sentences: parts.sentences,
        words: parts.words,
        masked: parts.masked,
        notes,
    })
}

/// The sentences of running prose, without asking who speaks: paragraphs end at blank lines, and other line breaks are
/// white space. Spans count bytes of `text`. One pass, linear in its length.
pub fn sentences(text: &str) -> Vec<Span> {
    let splitter = sentences::Splitter { text: text.as_bytes(), lexicon: lexicon::english(), uncased: false };
    let mut spans = Vec::with_capacity(text.len() / 80);
    let mut start = 0;
    let mut last_end = 0;
    for line in lines::physical(text) {
        if lines::trimmed(text, line).is_empty() {
            splitter.split(start, last_end, &mut spans);
            start = line.end;
        }
        last_end = line.end;
    }
    splitter.split(start, last_end.max(start), &mut spans);
    spans
}

/// The lines of the text. The format that comes back may say more than the one that was asked for.
fn read_page(text: &str, format: Format, notes: &mut Vec<Note>) -> (Page, Format) {
    match format {
        Format::WebVtt | Format::SubRip | Format::Sbv => cues::read(text, format, notes),
        // A file that these programs export, or text copied from their windows.
        Format::Zoom | Format::Teams | Format::YouTube | Format::Otter | Format::Rev => {
            let start = text.trim_start_matches('\u{feff}');
            if start.starts_with("WEBVTT") {
                return (cues::read(text, Format::WebVtt, notes).0, format);
            }
            match timed::find(text) {
                Some(times) => (timed::read(text, &times), format),
                None => (plain(text), format),
            }
        }
        Format::Html => (markup::html(text, notes), format),
        Format::Markdown => {
            let mut page = plain(text);
            markdown::mask(text, &mut page);
            (page, format)
        }
        Format::Captions => (Page { cues: true, ..plain(text) }, format),
        Format::Plain | Format::HardWrapped | Format::Wall => (plain(text), format),
    }
}

fn plain(text: &str) -> Page {
    let mut page = lines::plain(text);
    markup::mask_stray_tags(text, &mut page);
    page
}

/// Nearly all of a longer text stands on one line.
fn is_wall(text: &str) -> bool {
    let longest = lines::physical(text).map(Span::len).max().unwrap_or(0);
    longest > 600 && longest * 10 >= text.len() * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, format: Option<Format>) -> Result<(Format, usize), OutlineError> {
        let options = Options { format, ..Options::default() };
        transcript(text, &options).map(|read| (read.format, read.paragraphs.len()))
    }

    const WRAPPED: &str = "We met at the pier and sailed to the\nIslands at noon with all the members\n\
                           Of the board and the crew of a ferry\nThat was new.";

    #[test]
    fn texts_without_a_visible_character_and_too_long_ones_are_refused() {
        assert_eq!(read(" \u{200b}\n", None), Err(OutlineError::Empty));
        assert!(matches!(read(&"x".repeat(MAX_INPUT_BYTES + 1), None), Err(OutlineError::TooLarge { .. })));
        assert!(
            read(&"\n".repeat(MAX_INPUT_BYTES), None) == Err(OutlineError::Empty),
            "the longest that is read"
        );
    }

    #[test]
    fn wrapping_is_seen_or_said() {
        assert_eq!(read(WRAPPED, None), Ok((Format::HardWrapped, 1)));
        assert_eq!(read(WRAPPED, Some(Format::Plain)), Ok((Format::Plain, 4)));
        assert_eq!(
            read("We met at the harbour wall,\nAnd we sailed.", Some(Format::HardWrapped)),
            Ok((Format::HardWrapped, 1))
        );
        assert_eq!(read("We met.\nWe sailed.", None), Ok((Format::Plain, 2)));
    }

    #[test]
    fn a_wall_is_a_text_on_one_line() {
        let line = |length: usize| "We sail. ".repeat(length).trim_end().to_owned();
        assert!(is_wall(&"x".repeat(601)) && !is_wall(&"x".repeat(600)));
        assert!(is_wall(&format!("{}\n{}", "x".repeat(800), "y".repeat(199))));
        assert!(!is_wall(&format!("{}\n{}", "x".repeat(800), "y".repeat(200))));
        assert_eq!(read(&line(100), None), Ok((Format::Wall, 1)));
        assert_eq!(read(&line(100), Some(Format::Plain)), Ok((Format::Plain, 1)));
    }

    #[test]
    fn sentences_end_at_blank_lines_alone() {
        let text = "We met\nat noon. We sailed\n\n to the pier\n";
        let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["We met\nat noon.", "We sailed", "to the pier"]);
        assert!(sentences("\n \n").is_empty());
    }

    #[test]
    fn a_format_that_is_asked_for_is_read() {
        let vtt = "\u{feff}WEBVTT\n\n00:01.000 --> 00:02.000\nWe sail.";
        for format in [Format::Zoom, Format::Teams, Format::Otter, Format::WebVtt] {
            assert_eq!(read(vtt, Some(format)), Ok((format, 1)), "{format:?}");
        }
        assert_eq!(read("We sail.\nWe land.", Some(Format::Otter)), Ok((Format::Otter, 2)));
        assert_eq!(read("We sail.\nWe land.", Some(Format::Captions)), Ok((Format::Captions, 1)));
        assert_eq!(read("# We sail\nand we land", Some(Format::Markdown)), Ok((Format::Markdown, 2)));
        assert_eq!(read("We sail<br>and we land", Some(Format::Html)), Ok((Format::Html, 2)));
    }
}
