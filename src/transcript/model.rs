//! The types of this stage. All spans count bytes of [`Transcript::text`].

use std::ops::Range;

use serde::Serialize;

use crate::outline::{Role, Span, Speaker, TimeSpan};

/// How the text was laid out when it was pasted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Paragraphs of running text, with or without speaker labels.
    #[default]
    Plain,
    /// Plain text whose lines were broken at a fixed width.
    HardWrapped,
    /// Everything on one line.
    Wall,
    #[serde(rename = "webvtt")]
    WebVtt,
    #[serde(rename = "srt")]
    SubRip,
    Sbv,
    #[serde(rename = "youtube")]
    YouTube,
    Zoom,
    Teams,
    Otter,
    Rev,
    /// Broadcast captions: `>>` for a new speaker, often all capitals.
    Captions,
    Markdown,
    Html,
}

impl Format {
    pub const ALL: [Self; 14] = [
        Self::Plain,
        Self::HardWrapped,
        Self::Wall,
        Self::WebVtt,
        Self::SubRip,
        Self::Sbv,
        Self::YouTube,
        Self::Zoom,
        Self::Teams,
        Self::Otter,
        Self::Rev,
        Self::Captions,
        Self::Markdown,
        Self::Html,
    ];

    /// The name in options and JSON, e.g. `hard-wrapped`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::HardWrapped => "hard-wrapped",
            Self::Wall => "wall",
            Self::WebVtt => "webvtt",
            Self::SubRip => "srt",
            Self::Sbv => "sbv",
            Self::YouTube => "youtube",
            Self::Zoom => "zoom",
            Self::Teams => "teams",
            Self::Otter => "otter",
            Self::Rev => "rev",
            Self::Captions => "captions",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// A transcript that has been read. `turns`, `paragraphs`, `sentences`, `words` and `masked` are in the order of the
/// text and do not overlap among themselves.
#[derive(Clone, Debug)]
pub struct Transcript<'t> {
    pub text: &'t str,
    pub format: Format,
    /// How sure the format is, between 0 and 1.
    pub confidence: f32,
    /// BCP 47 tag, `und` if not recognised.
    pub language: String,
    pub front_matter: FrontMatter,
    pub speakers: Vec<TurnSpeaker>,
    pub turns: Vec<Turn>,
    pub paragraphs: Vec<Paragraph>,
    /// Every sentence, heading and line that is not masked, front matter included.
    pub sentences: Vec<Sentence>,
    /// The words of all sentences; [`Sentence::words`] points into them.
    pub words: Vec<Word>,
    pub masked: Vec<Masked>,
    pub notes: Vec<Note>,
}

/// A speaker as the labels name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnSpeaker {
    pub name: String,
    pub role: Role,
}

/// One speaker's uninterrupted words.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Index into [`Transcript::speakers`]; `None` before the first label and where there are no labels.
    pub speaker: Option<usize>,
    /// The label as it stands, e.g. `MS. PSAKI:`. It is masked.
    pub label: Option<Span>,
    /// From the label (or the first word) to the last word of the turn.
    pub span: Span,
    /// Indices into [`Transcript::sentences`].
    pub sentences: Range<usize>,
    pub time: Option<TimeSpan>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub span: Span,
    /// Indices into [`Transcript::sentences`].
    pub sentences: Range<usize>,
}

/// A sentence, or a heading or line that stands for one. It may run across masked stretches (a page header in
/// mid-sentence); its words never do.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// From the first character to the last, closing quotes and brackets included, white space at the ends not.
    pub span: Span,
    /// Index into [`Transcript::turns`]; `None` for text that nobody spoke.
    pub turn: Option<usize>,
    /// Index into [`Transcript::paragraphs`].
    pub paragraph: usize,
    /// Indices into [`Transcript::words`].
    pub words: Range<usize>,
    pub time: Option<TimeSpan>,
}

/// A word or number, without the punctuation around it: `U.S.`, `don’t`, `4.1` and `year-old` are one each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
}

/// What the front matter says, where it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FrontMatter {
    pub title: Option<Span>,
    pub source: Option<Span>,
    pub date: Option<Span>,
    /// `YYYY-MM-DD`, where the date as written is certain.
    pub iso_date: Option<String>,
    pub place: Option<Span>,
    /// How the text relates to what was said: `As Delivered`, `Check against delivery`, `E&OE`.
    pub delivery: Option<Span>,
    /// The list of who was there.
    pub participants: Option<Span>,
    /// What else nobody spoke above the speech: times, subjects, addresses.
    pub boilerplate: Vec<Span>,
    /// What nobody spoke below it: `END`, `###`, the hour, contacts.
    pub end_marks: Vec<Span>,
}

/// A stretch that is not speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Masked {
    pub kind: Mask,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// `MS. PSAKI:`
    SpeakerLabel,
    /// `(Applause.)`, `[inaudible]`
    StageDirection,
    /// A cue number, a cue time, a clock time beside a line.
    Time,
    /// Page headers and footers, and rows of stars or dashes between paragraphs.
    PageFurniture,
    /// Tags, settings, comments and headers of a file format.
    Markup,
}

/// Something that the reader wants the user to know: what was skipped, guessed or repaired, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// A stable code, e.g. `no-punctuation`.
    pub code: &'static str,
    pub message: String,
    pub span: Span,
}

impl Transcript<'_> {
    /// The word's text.
    pub fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.span.of(self.text))
    }

    /// The masked stretches inside sentences, stage directions left out: they may be quoted.
    pub fn masked_in_sentences(&self) -> Vec<Span> {
        let within = |span: Span| {
            let sentence = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
            self.sentences.get(sentence).is_some_and(|sentence| sentence.span.start < span.start)
        };
        let masked = self.masked.iter().filter(|masked| masked.kind != Mask::StageDirection);
        masked.map(|masked| masked.span).filter(|span| within(*span)).collect()
    }

    /// The speakers with their turns and the number of words that they spoke.
    pub fn into_speakers(self) -> Vec<Speaker> {
        let mut speakers: Vec<Speaker> = self
            .speakers
            .into_iter()
            .map(|speaker| Speaker { name: speaker.name, role: speaker.role, words: 0, spans: Vec::new() })
            .collect();
        for turn in self.turns {
            if let Some(speaker) = turn.speaker.and_then(|index| speakers.get_mut(index)) {
                let sentences = self.sentences.get(turn.sentences).unwrap_or_default();
                speaker.words += sentences.iter().map(|sentence| sentence.words.len()).sum::<usize>();
                speaker.spans.push(turn.span);
            }
        }
        speakers
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, transcript};

    #[test]
    fn masks_within_sentences_are_found() {
        let text = "MS. REED: We (14:30) sail (applause) now. [00:15:00] We land.";
        let read = transcript(text, &Options::default()).expect("a transcript");
        let found: Vec<&str> = read.masked_in_sentences().iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["(14:30)"]);
    }

    #[test]
    fn speakers_have_their_words_and_turns() {
        let text = "MS. REED: We sail.\n\nMR. BOYD: So we do. Yes.\n\nMS. REED: At noon we land.";
        let read = transcript(text, &Options::default()).expect("a transcript");
        assert_eq!((read.word(0), read.word(3), read.word(99)), ("We", "we", ""));
        let speakers = read.into_speakers();
        assert_eq!(
            speakers.iter().map(|one| (one.name.as_str(), one.words, one.spans.len())).collect::<Vec<_>>(),
            [("MS. REED", 6, 2), ("MR. BOYD", 4, 1)]
        );
    }
}
