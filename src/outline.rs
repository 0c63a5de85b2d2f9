//! What comes out: an [`Outline`] and its parts. In Rust every [`Span`] counts bytes of the input;
//! [`Outline::with_utf16_spans`](crate::utf16) gives the same outline with the UTF-16 code units that JavaScript
//! counts in. The field names and kinds are a contract (see ARCHITECTURE.md): they may grow, not change.

use serde::Serialize;

use crate::facts::Fact;
use crate::transcript::Format;

/// A half-open range of the input text: bytes in Rust, UTF-16 code units in JavaScript and JSON.
/// Always within the text, always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub const fn len(self) -> usize {
        self.end - self.start
    }

    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly within this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text under the span. An out-of-range span (which no stage makes) gives the empty string, not a panic.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The structured outline of one transcript.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// The version of this shape; `1`.
    pub version: u32,
    pub format: Format,
    /// BCP 47 tag of the language whose cues were used, or `und` when the text is in none that is known.
    pub language: String,
    /// From the front matter, as written there.
    pub title: Option<String>,
    pub source: Option<String>,
    pub date: Option<String>,
    pub place: Option<String>,
    pub speakers: Vec<Speaker>,
    /// In order, without gap or overlap, from the first byte of the text to the last.
    pub sections: Vec<Section>,
    /// Of the whole transcript, best first.
    pub key_points: Vec<KeyPoint>,
    pub stats: Stats,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Spoken words: front matter, labels, times and stage directions do not count.
    pub words: usize,
    pub sentences: usize,
    /// At 240 words a minute, rounded up.
    pub reading_minutes: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Moderator, chair, operator, interviewer of a one-to-one interview.
    Host,
    /// A person whose statements or answers the event is about.
    Principal,
    /// Press or audience.
    Press,
    #[default]
    Unknown,
}

/// One speaker, however many spellings the transcript has for the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The fullest spelling that occurs in the transcript.
    pub name: String,
    pub role: Role,
    pub words: usize,
    /// The turns of this speaker.
    pub spans: Vec<Span>,
}

/// The kinds of section, in the order of a typical event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// Text that nobody spoke: title, dateline, participants, end marks.
    FrontMatter,
    /// Greeting, thanks, introductions, what will be covered.
    Opening,
    /// A stretch on one topic of the event's business.
    AgendaItem,
    /// A stretch that makes something new public.
    Announcement,
    /// One questioner's question, its answers and follow-ups.
    QuestionAnswer,
    /// Summing up, outlook, thanks, hand-over.
    Closing,
}

impl SectionKind {
    pub const ALL: [Self; 6] = [
        Self::FrontMatter,
        Self::Opening,
        Self::AgendaItem,
        Self::Announcement,
        Self::QuestionAnswer,
        Self::Closing,
    ];

    /// The name in JSON, e.g. `agenda-item`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::Opening => "opening",
            Self::AgendaItem => "agenda-item",
            Self::Announcement => "announcement",
            Self::QuestionAnswer => "question-answer",
            Self::Closing => "closing",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    pub kind: SectionKind,
    /// The transcript's own words, at most eight; empty for front matter, opening and closing.
    pub title: String,
    pub span: Span,
    /// Indices into [`Outline::speakers`], in order of their first words here.
    pub speakers: Vec<usize>,
    /// Estimated probability that kind and start are right, in hundredths between 0 and 1.
    pub confidence: f64,
    /// Best first.
    pub key_points: Vec<KeyPoint>,
    /// Only in sections of kind `question-answer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
    /// Only where the transcript has times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeSpan>,
}

/// Seconds from the start of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TimeSpan {
    pub start: f64,
    pub end: f64,
}

/// Who asked what, and who answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// Index into [`Outline::speakers`]; `None` where the transcript does not tell.
    pub asker: Option<usize>,
    pub question: Span,
    pub answers: Vec<Answer>,
    /// Further questions of the same questioner.
    pub follow_ups: Vec<Exchange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub speaker: Option<usize>,
    pub span: Span,
}

/// A sentence that a careful reporter would put into a bullet list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyPoint {
    /// Exactly the text under `span`, white space as it stands.
    pub text: String,
    pub span: Span,
    /// The sentence before, where the key point leans on it ("This will ...") and cannot be understood alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Span>,
    /// Index into [`Outline::sections`].
    pub section: usize,
    /// Rank score in hundredths between 0 and 1, comparable within one outline only.
    pub score: f64,
    /// Index into [`Outline::speakers`].
    pub speaker: Option<usize>,
    pub reasons: Vec<Reason>,
    pub facts: Vec<Fact>,
}

/// Why a key point is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    Decision,
    Commitment,
    Figure,
    Deadline,
    First,
    Warning,
    Position,
}
