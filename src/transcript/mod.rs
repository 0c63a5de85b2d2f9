//! Transcript: pasted text in, who said what out. The text itself is never changed: what is not speech (labels,
//! times, page furniture, stage directions) is masked, and everything else stands in sentences with exact spans.

mod assemble;
mod chars;
mod directions;
mod front;
mod furniture;
mod labels;
mod lexicon;
mod lines;
mod lists;
mod model;
mod paragraphs;
mod sentences;
mod speakers;
mod words;

pub use model::{
    Format, FrontMatter, Mask, Masked, Note, Paragraph, Sentence, Transcript, Turn, TurnSpeaker, Word,
};

use crate::error::{MAX_INPUT_BYTES, OutlineError};
use crate::options::Options;

/// Reads a transcript. Spans count bytes of `text`.
///
/// # Errors
/// [`OutlineError::Empty`] for a text without a visible character, [`OutlineError::TooLarge`] for one over
/// [`MAX_INPUT_BYTES`].
pub fn transcript<'t>(text: &'t str, _options: &Options) -> Result<Transcript<'t>, OutlineError> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(OutlineError::TooLarge { bytes: text.len(), limit: MAX_INPUT_BYTES });
    }
    if text.chars().all(chars::is_space) {
        return Err(OutlineError::Empty);
    }
    let lexicon = lexicon::english();
    let mut page = lines::plain(text);
    furniture::remove(text, &mut page);
    let parts = assemble::assemble(text, page, lexicon);
    let format = match parts.wrapping {
        Some(paragraphs::Wrapping::At(_)) => Format::HardWrapped,
        _ => Format::Plain,
    };
    Ok(Transcript {
        text,
        format,
        confidence: 0.5,
        language: "en".to_owned(),
        front_matter: parts.front_matter,
        speakers: parts.speakers,
        turns: parts.turns,
        paragraphs: parts.paragraphs,
        sentences: parts.sentences,
        words: parts.words,
        masked: parts.masked,
        notes: Vec::new(),
    })
}
