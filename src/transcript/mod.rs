//! Transcript: pasted text in, who said what out. The text itself is never changed: what is not speech (labels,
//! times, page furniture, stage directions) is masked, and everything else stands in sentences with exact spans.

mod model;

pub use model::{
    Format, FrontMatter, Mask, Masked, Note, Paragraph, Sentence, Transcript, Turn, TurnSpeaker, Word,
};

use crate::error::{MAX_INPUT_BYTES, OutlineError};
use crate::options::Options;
use crate::outline::Span;

/// Reads a transcript. Spans count bytes of `text`.
///
/// # Errors
/// [`OutlineError::Empty`] for a text without a visible character, [`OutlineError::TooLarge`] for one over
/// [`MAX_INPUT_BYTES`].
pub fn transcript<'t>(text: &'t str, _options: &Options) -> Result<Transcript<'t>, OutlineError> {
    if text.len() > MAX_INPUT_BYTES {
        return Err(OutlineError::TooLarge { bytes: text.len(), limit: MAX_INPUT_BYTES });
    }
    if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
        return Err(OutlineError::Empty);
    }
    let mut words: Vec<Word> = Vec::new();
    let mut sentences = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(". ") {
        let first = words.len();
        let mut at = from;
        for word in piece.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !bare.is_empty() {
                words.push(Word { span: Span::new(at, at + bare.len()) });
            }
            at += word.len();
        }
        let span = Span::new(from, from + piece.trim_end().len());
        sentences.push(Sentence { span, turn: Some(0), paragraph: 0, words: first..words.len(), time: None });
        from += piece.len();
    }
    let all = Span::new(0, text.len());
    Ok(Transcript {
        text,
        format: Format::Plain,
        confidence: 0.5,
        language: "en".to_owned(),
        front_matter: FrontMatter::default(),
        speakers: Vec::new(),
        turns: vec![Turn {
            speaker: None,
            label: None,
            span: all,
            sentences: 0..sentences.len(),
            time: None,
        }],
        paragraphs: vec![Paragraph { span: all, sentences: 0..sentences.len() }],
        sentences,
        words,
        masked: Vec::new(),
        notes: Vec::new(),
    })
}
