//! The transcript as other programs read it: [`Transcript`] in, a serialisable value out.

use serde::Serialize;

use super::model::{Format, FrontMatter, Masked, Note, Paragraph, Transcript, TurnSpeaker};
use crate::outline::{Span, TimeSpan};
use crate::utf16::Spans;

/// A [`Transcript`] without its text. The spans count bytes until
/// [`to_utf16`](crate::utf16::to_utf16) rewrites them for JavaScript and JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptView {
    /// The version of this shape; `1`.
    pub version: u32,
    pub format: Format,
    /// How sure the format is, in hundredths between 0 and 1.
    pub confidence: f64,
    /// BCP 47 tag, `und` if not recognised.
    pub language: String,
    pub front_matter: FrontMatter,
    pub speakers: Vec<TurnSpeaker>,
    pub turns: Vec<TurnView>,
    pub paragraphs: Vec<ParagraphView>,
    /// Sentences, headings and lines that are not masked, front matter included.
    pub sentences: Vec<SentenceView>,
    pub masked: Vec<Masked>,
    /// What was skipped, guessed or repaired, and where.
    pub notes: Vec<Note>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurnView {
    /// Index into [`TranscriptView::speakers`].
    pub speaker: Option<usize>,
    /// From the label (or the first word) to the last word.
    pub span: Span,
    /// Seconds, where the transcript has times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeSpan>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParagraphView {
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentenceView {
    pub span: Span,
    /// Index into [`TranscriptView::turns`]; `None` for text that nobody spoke.
    pub turn: Option<usize>,
    /// Seconds, where the transcript has times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeSpan>,
}

impl From<Transcript<'_>> for TranscriptView {
    fn from(transcript: Transcript<'_>) -> Self {
        let paragraph = |paragraph: Paragraph| ParagraphView { span: paragraph.span };
        Self {
            version: 1,
            format: transcript.format,
            confidence: (f64::from(transcript.confidence) * 100.0).round() / 100.0,
            language: transcript.language,
            front_matter: transcript.front_matter,
            speakers: transcript.speakers,
            turns: transcript
                .turns
                .into_iter()
                .map(|turn| TurnView { speaker: turn.speaker, span: turn.span, time: turn.time })
                .collect(),
            paragraphs: transcript.paragraphs.into_iter().map(paragraph).collect(),
            sentences: transcript
                .sentences
                .into_iter()
                .map(|sentence| SentenceView {
                    span: sentence.span,
                    turn: sentence.turn,
                    time: sentence.time,
                })
                .collect(),
            masked: transcript.masked,
            notes: transcript.notes,
        }
    }
}

impl Spans for TranscriptView {
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        let matter = &mut self.front_matter;
        let fields = [
            &mut matter.title,
            &mut matter.source,
            &mut matter.date,
            &mut matter.place,
            &mut matter.delivery,
            &mut matter.participants,
        ];
        fields.into_iter().flatten().for_each(&mut *visit);
        matter.boilerplate.iter_mut().chain(&mut matter.end_marks).for_each(&mut *visit);
        self.turns.iter_mut().for_each(|turn| visit(&mut turn.span));
        self.paragraphs.iter_mut().for_each(|paragraph| visit(&mut paragraph.span));
        self.sentences.iter_mut().for_each(|sentence| visit(&mut sentence.span));
        self.masked.iter_mut().for_each(|mask| visit(&mut mask.span));
        self.notes.iter_mut().for_each(|note| visit(&mut note.span));
    }
}
