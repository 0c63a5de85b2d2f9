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
    /// Where it begins; at most `end`.
    pub start: usize,
    /// Where it ends: the first unit behind it.
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of bytes (or UTF-16 code units) under the span.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing is under the span.
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
    /// How the text was laid out, recognised or as asked for.
    pub format: Format,
    /// BCP 47 tag of the language whose cues were used, or `und` when the text is in none that is known.
    pub language: String,
    /// The event's name, from the front matter, as written there.
    pub title: Option<String>,
    /// Who published the transcript, likewise.
    pub source: Option<String>,
    /// The day, likewise: in any of the forms that people write.
    pub date: Option<String>,
    /// Where it was said, likewise.
    pub place: Option<String>,
    /// In the order of their first words.
    pub speakers: Vec<Speaker>,
    /// In order, without gap or overlap, from the first byte of the text to the last.
    pub sections: Vec<Section>,
    /// Of the whole transcript, best first; at most [`Options::max_key_points`](crate::Options).
    pub key_points: Vec<KeyPoint>,
    /// What stands inside sentences without being speech (cue times and numbers, page headers, markup), in order: a
    /// quotation leaves it out.
    pub masked: Vec<Span>,
    /// How long it is.
    pub stats: Stats,
}

impl Outline {
    /// The words under a span without what is masked there; a space stands in its place. `text` is the input, and the
    /// outline's spans must still count its bytes.
    pub fn spoken(&self, text: &str, span: Span) -> String {
        let first = self.masked.partition_point(|masked| masked.end <= span.start);
        let mut spoken = String::new();
        let mut at = span.start;
        for masked in self.masked.iter().skip(first).take_while(|masked| masked.start < span.end) {
            spoken.push_str(Span::new(at, masked.start.max(at)).of(text));
            spoken.push(' ');
            at = masked.end;
        }
        spoken.push_str(Span::new(at, span.end.max(at)).of(text));
        spoken
    }
}

/// How long a transcript is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Spoken words: front matter, labels, times and stage directions do not count.
    pub words: usize,
    /// Spoken sentences, likewise.
    pub sentences: usize,
    /// Minutes, at 240 words a minute, rounded up.
    pub reading_minutes: usize,
}

/// What a speaker does at the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Moderator, chair, operator, interviewer of a one-to-one interview.
    Host,
    /// A person whose statements or answers the event is about.
    Principal,
    /// Press or audience.
    Press,
    /// The transcript does not tell.
    #[default]
    Unknown,
}

/// One speaker, however many spellings the transcript has for the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The fullest spelling that occurs in the transcript.
    pub name: String,
    pub role: Role,
    /// Spoken words of all turns.
    pub words: usize,
    /// The turns of this speaker, label included, in the order of the text.
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
    /// All kinds, in their order: `kind as usize` is the index.
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

/// A stretch of the transcript that does one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// What the stretch does.
    pub kind: SectionKind,
    /// The transcript's own words, at most eight; empty for front matter, opening and closing.
    pub title: String,
    /// From the label of its first turn, or its first word, to where the next section begins.
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

impl Section {
    /// A section of which no more is known than what it is and where.
    pub(crate) fn bare(kind: SectionKind, span: Span) -> Self {
        Self {
            kind,
            title: String::new(),
            span,
            speakers: Vec::new(),
            confidence: 1.0,
            key_points: Vec::new(),
            exchange: None,
            time: None,
        }
    }
}

/// Seconds from the start of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TimeSpan {
    /// When it begins.
    pub start: f64,
    /// When it ends.
    pub end: f64,
}

/// Who asked what, and who answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exchange {
    /// Index into [`Outline::speakers`]; `None` where the transcript does not tell.
    pub asker: Option<usize>,
    /// The words of the question, from its first sentence to its last.
    pub question: Span,
    /// In the order of the text.
    pub answers: Vec<Answer>,
    /// Further questions of the same questioner.
    pub follow_ups: Vec<Exchange>,
}

/// One speaker's answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Index into [`Outline::speakers`]; `None` where the transcript does not tell.
    pub speaker: Option<usize>,
    /// The words of the answer.
    pub span: Span,
}

/// A sentence that a careful reporter would put into a bullet list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyPoint {
    /// Exactly the text under `span`, white space as it stands.
    pub text: String,
    /// A sentence, or its end where leading words ("So, look,") tie it to the talk around it.
    pub span: Span,
    /// The sentence before, where the key point leans on it ("This will ...") and cannot be understood alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Span>,
    /// Index into [`Outline::sections`].
    pub section: usize,
    /// Rank score in hundredths between 0 and 1, comparable within one outline only.
    pub score: f64,
    /// Index into [`Outline::speakers`]; `None` where the transcript does not tell.
    pub speaker: Option<usize>,
    /// In the order of [`Reason`], each at most once; may be empty.
    pub reasons: Vec<Reason>,
    /// The facts under `span`, in the order of the text.
    pub facts: Vec<Fact>,
}

/// Why a key point is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It tells what somebody has decided.
    Decision,
    /// It tells what the speaker, or the speaker's side, will do.
    Commitment,
    /// It holds a figure.
    Figure,
    /// It says by when.
    Deadline,
    /// It says that something is the first, or the greatest, of its kind.
    First,
    /// It warns.
    Warning,
    /// It takes a stand.
    Position,
}

#[cfg(test)]
mod tests {
    use crate::{Options, outline};

    #[test]
    fn a_quotation_leaves_out_the_times_of_captions() {
        let text = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nChair Mori: The pool will open again on the first\n\n\
                    00:00:04.000 --> 00:00:08.000\nof May, after eleven months of repairs.\n";
        let outline = outline(text, &Options::default()).expect("an outline");
        let point = outline.key_points.first().expect("a key point");
        let spoken = outline.spoken(text, point.span);
        let words: Vec<&str> = spoken.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "The pool will open again on the first of May, after eleven months of repairs."
        );
    }
}
