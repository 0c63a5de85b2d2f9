//! A document as the learner sees it: features and gold labels for each of the reader's sentences.

use speech_outline::features::{Family, Features, extract};
use speech_outline::sections::model::{KINDS, UNIT};
use speech_outline::sections::{Potentials, weigh};
use speech_outline::transcript::Transcript;
use speech_outline::{Options, SectionKind, Span, transcript};

use super::crf::{self, Emission};
use crate::corpus::Document;
use crate::random::Random;

#[derive(Debug)]
pub struct Example {
    pub features: Features,
    pub kinds: Vec<SectionKind>,
    /// Whether a section begins with the sentence.
    pub starts: Vec<bool>,
    /// Where a section that begins with the sentence begins: its label, or its first word.
    pub at: Vec<usize>,
    pub text_len: usize,
    /// What labels and calls make certain, in nats.
    pub certain: Vec<Emission>,
}

impl Example {
    /// `None` for a transcript in which nothing can be read.
    pub fn of(document: &Document, families: &[Family]) -> Option<Self> {
        let transcript = transcript(&document.text, &Options::default()).ok()?;
        let features = extract(&transcript, families);
        let section_of = |at: usize| document.sections.partition_point(|section| section.span.end <= at);
        let mut example = Self {
            features,
            kinds: Vec::new(),
            starts: Vec::new(),
            at: Vec::new(),
            text_len: document.text.len(),
            certain: certain(&transcript),
        };
        let mut previous = None;
        for (index, sentence) in transcript.sentences.iter().enumerate() {
            let section = section_of(sentence.span.start).min(document.sections.len().checked_sub(1)?);
            example.kinds.push(document.sections.get(section)?.kind);
            example.starts.push(previous != Some(section));
            example.at.push(speech_outline::sections::start_of(&transcript, index));
            previous = Some(section);
        }
        (!example.kinds.is_empty()).then_some(example)
    }

    /// The same example with a share of its features left out.
    pub fn with_dropout(&self, share: f64, random: &mut Random) -> Self {
        Self {
            features: self.features.filtered(|bucket| (random.unit() >= share).then_some(bucket)),
            kinds: self.kinds.clone(),
            starts: self.starts.clone(),
            at: Vec::new(),
            text_len: self.text_len,
            certain: self.certain.clone(),
        }
    }

    /// The same example with some buckets only, which get other numbers.
    pub fn with_buckets(&self, numbers: &[Option<u16>]) -> Self {
        Self {
            features: self.features.filtered(|bucket| numbers[usize::from(bucket)]),
            kinds: self.kinds.clone(),
            starts: self.starts.clone(),
            at: self.at.clone(),
            text_len: self.text_len,
            certain: self.certain.clone(),
        }
    }

    /// The log-potentials of every sentence, as far as they are learned.
    pub fn learned(&self, weights: &[f64]) -> Vec<Emission> {
        (0..self.kinds.len()).map(|i| crf::emission(self.features.of(i), weights)).collect()
    }

    /// And with what is certain. Weights that are learned with it are worse on offices left out: they rely on it where
    /// it is silent.
    pub fn emissions(&self, weights: &[f64]) -> Vec<Emission> {
        self.learned(weights).into_iter().zip(&self.certain).map(|(one, certain)| one.plus(certain)).collect()
    }

    /// The span from one sentence to the start of another (or the end of the text).
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = if from == 0 { 0 } else { self.at.get(from).copied().unwrap_or(self.text_len) };
        Span::new(start, self.at.get(to).copied().unwrap_or(self.text_len))
    }
}

fn certain(transcript: &Transcript<'_>) -> Vec<Emission> {
    let mut potentials = vec![Potentials::default(); transcript.sentences.len()];
    weigh(transcript, &mut potentials);
    let nats = |row: [i32; KINDS]| row.map(|value| f64::from(value) / f64::from(UNIT));
    potentials.iter().map(|one| Emission { inside: nats(one.inside), start: nats(one.start) }).collect()
}
