//! A transcript as the trainer sees it: the sentences that may be key points, and the place that the gold gives them.

use speech_outline::key_points::{Example, examples};
use speech_outline::{Options, Section, Span, sections};

use super::measure::are_one;
use crate::corpus::{Document, GoldSection};
use crate::sections::held_out;

/// Where the sections come from that the sentences stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionsFrom {
    /// Training and use see the same, mistakes included.
    Decoder,
    /// What better sections would bring.
    Gold,
}

/// Section models that learn from the other folds.
const FOLDS: usize = 3;

pub struct Prepared {
    pub document: Document,
    pub sections: Vec<Section>,
    pub examples: Vec<Example>,
    /// For each example its place among the gold key points, best first.
    pub ranks: Vec<Option<usize>>,
}

impl SectionsFrom {
    /// Documents to learn from: the shipped section model has learned from them too and would err too seldom, so each
    /// gets its sections from a model that has not.
    pub fn prepare_for_learning(self, documents: Vec<Document>) -> Result<Vec<Prepared>, String> {
        if self == Self::Gold {
            return self.prepare(documents);
        }
        let sections = held_out(&documents.iter().collect::<Vec<_>>(), FOLDS);
        documents
            .into_iter()
            .zip(sections)
            .map(|(document, sections)| Prepared::new(document, sections))
            .collect()
    }

    /// Documents to measure on.
    pub fn prepare(self, documents: Vec<Document>) -> Result<Vec<Prepared>, String> {
        let sections = |document: &Document| match self {
            Self::Gold => Ok(document.sections.iter().map(gold_section).collect()),
            Self::Decoder => {
                read(document).map(|transcript| sections::find(&transcript, &Options::default()))
            }
        };
        documents
            .into_iter()
            .map(|document| sections(&document).and_then(|sections| Prepared::new(document, sections)))
            .collect()
    }
}

impl Prepared {
    fn new(document: Document, sections: Vec<Section>) -> Result<Self, String> {
        let examples = examples(&read(&document)?, &sections);
        let ranks = examples.iter().map(|example| rank(&document, example.span)).collect();
        Ok(Self { document, sections, examples, ranks })
    }
}

/// The transcript of a document.
pub fn read(document: &Document) -> Result<speech_outline::Transcript<'_>, String> {
    speech_outline::transcript(&document.text, &Options::default())
        .map_err(|error| format!("{}: {error}", document.name))
}

fn gold_section(gold: &GoldSection) -> Section {
    Section {
        kind: gold.kind,
        title: String::new(),
        span: gold.span,
        speakers: Vec::new(),
        confidence: 1.0,
        key_points: Vec::new(),
        exchange: None,
        time: None,
    }
}

fn rank(document: &Document, sentence: Span) -> Option<usize> {
    document.key_points.iter().position(|gold| are_one(&document.text, *gold, sentence))
}
