//! Turns the transcript of a speech, press conference, briefing or public meeting into a structured outline:
//! opening, agenda items, announcements, questions with their answers, closing, and key points, each with its exact
//! place in the text.
//!
//! ```
//! use speech_outline::{Options, outline};
//!
//! let text = "MS. REED: Good morning. Today I am announcing a new ferry line.\n\nQ: When does it start?\n\nMS. REED: In May.";
//! let outline = outline(text, &Options::default())?;
//! for section in &outline.sections {
//!     println!("{} {}", section.kind.as_str(), section.span.of(text));
//! }
//! for point in &outline.key_points {
//!     assert_eq!(point.text, point.span.of(text));
//! }
//! # Ok::<(), speech_outline::OutlineError>(())
//! ```
//!
//! # Untrusted input
//! Any string gives an outline or an [`OutlineError`]; time and memory grow linearly with its length, up to
//! [`MAX_INPUT_BYTES`]. The text is never interpreted, only cut into spans.

mod decimal;
mod error;
pub mod facts;
pub mod features;
#[cfg(any(test, target_arch = "wasm32"))]
mod json;
pub mod key_points;
pub mod language;
mod options;
mod order;
mod outline;
pub mod packed;
pub mod render;
pub mod sections;
mod tally;
pub mod transcript;
pub mod utf16;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use error::{MAX_INPUT_BYTES, OutlineError};
pub use options::{Granularity, Language, Options};
pub use outline::{
    Answer, Exchange, KeyPoint, Outline, Reason, Role, Section, SectionKind, Span, Speaker, Stats, TimeSpan,
};
pub use transcript::{Format, Transcript, transcript};

const WORDS_PER_MINUTE: usize = 240;

/// What making an outline goes through, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Reading,
    Sections,
    KeyPoints,
}

/// Makes the outline of `text`. Spans count bytes; see [`utf16`] for JavaScript's unit.
///
/// # Errors
/// [`OutlineError::Empty`] for a text without a visible character, [`OutlineError::TooLarge`] for one over
/// [`MAX_INPUT_BYTES`].
pub fn outline(text: &str, options: &Options) -> Result<Outline, OutlineError> {
    outline_in_stages(text, options, &mut |_| ())
}

/// [`outline()`], which calls `begin` with each stage when it begins.
///
/// # Errors
/// As of [`outline()`].
pub fn outline_in_stages(
    text: &str,
    options: &Options,
    begin: &mut dyn FnMut(Stage),
) -> Result<Outline, OutlineError> {
    begin(Stage::Reading);
    let transcript = transcript(text, options)?;
    begin(Stage::Sections);
    let mut sections = sections::find(&transcript, options);
    begin(Stage::KeyPoints);
    let key_points = key_points::select(&transcript, &mut sections, options);
    let spoken = || transcript.sentences.iter().filter(|sentence| sentence.turn.is_some());
    let words: usize = spoken().map(|sentence| sentence.words.len()).sum();
    let written = |span: Option<Span>| span.map(|span| span.of(text).to_owned());
    Ok(Outline {
        version: 1,
        format: transcript.format,
        language: transcript.language.clone(),
        title: written(transcript.front_matter.title),
        source: written(transcript.front_matter.source),
        date: written(transcript.front_matter.date),
        place: written(transcript.front_matter.place),
        masked: transcript.masked_in_sentences(),
        stats: Stats {
            words,
            sentences: spoken().count(),
            reading_minutes: words.div_ceil(WORDS_PER_MINUTE),
        },
        sections,
        key_points,
        speakers: transcript.into_speakers(),
    })
}
