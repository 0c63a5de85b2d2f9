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

pub use model::{
    Format, FrontMatter, Mask, Masked, Note, Paragraph, Sentence, Transcript, Turn, TurnSpeaker, Word,
};

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
