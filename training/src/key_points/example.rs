//! A transcript as the trainer sees it: the sentences that may be key points, and the place that the gold gives them.

use speech_outline::key_points::{Example, examples};
use speech_outline::{Options, Section, Span, Transcript, sections};

use crate::corpus::{Document, GoldSection};

/// Where the sections come from that the sentences stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionsFrom {
    /// Training and use see the same, mistakes included.
    Decoder,
    /// What better sections would bring.
    Gold,
}

pub struct Prepared {
    pub document: Document,
    pub examples: Vec<Example>,
    /// For each example its place among the gold key points, best first.
    pub ranks: Vec<Option<usize>>,
}

impl Prepared {
    pub fn new(document: Document, from: SectionsFrom) -> Result<Self, String> {
        let transcript = speech_outline::transcript(&document.text, &Options::default())
            .map_err(|error| format!("{}: {error}", document.name))?;
        let examples = examples(&transcript, &from.sections(&transcript, &document));
        let ranks = examples.iter().map(|example| rank(&document, example.span)).collect();
        Ok(Self { document, examples, ranks })
    }
}

impl SectionsFrom {
    pub fn sections(self, transcript: &Transcript<'_>, document: &Document) -> Vec<Section> {
        if self == Self::Decoder {
            return sections::find(transcript, &Options::default());
        }
        let section = |gold: &GoldSection| Section {
            kind: gold.kind,
            title: String::new(),
            span: gold.span,
            speakers: Vec::new(),
            confidence: 1.0,
            key_points: Vec::new(),
            exchange: None,
            time: None,
        };
        document.sections.iter().map(section).collect()
    }
}

fn rank(document: &Document, sentence: Span) -> Option<usize> {
    document.key_points.iter().position(|gold| super::measure::are_one(&document.text, *gold, sentence))
}
