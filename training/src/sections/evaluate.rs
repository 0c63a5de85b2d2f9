//! Applies weights to examples, in floating point, and scores what the decoder draws.

use speech_outline::SectionKind;
use speech_outline::sections::decode::{Belief, Gains, ONE, decode};
use speech_outline::sections::model::KINDS;

use super::crf::{self, Transitions};
use super::example::Example;
use crate::corpus::Document;
use crate::score::{Proposal, Score};

/// The score of the weights on some documents.
pub fn evaluate(weights: &[f64], documents: &[(&Document, &Example)], gains: Gains) -> Score {
    let mut score = Score::default();
    for (document, example) in documents {
        score.add(document, &propose(example, &decode(&beliefs(example, weights), gains)));
    }
    score
}

/// What the weights believe of each sentence.
pub fn beliefs(example: &Example, weights: &[f64]) -> Vec<Belief> {
    let marginals = crf::marginals(example, &example.emissions(weights), &Transitions::gather(weights));
    let fixed = |row: &[f64; KINDS]| row.map(|p| (p * f64::from(ONE)).round() as i16);
    marginals
        .kind
        .iter()
        .zip(&marginals.start)
        .map(|(k, s)| Belief { kind: fixed(k), start: fixed(s) })
        .collect()
}

/// The sections as spans.
pub fn propose(example: &Example, sections: &[(usize, SectionKind)]) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (i, &(from, kind)) in sections.iter().enumerate() {
        let to = sections.get(i + 1).map_or(usize::MAX, |next| next.0);
        proposals.push(Proposal { kind, span: example.span(from, to) });
    }
    proposals
}
