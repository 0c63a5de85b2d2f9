//! The figures by which outlines are judged: the same definitions as the corpus's own scorer, so that tuning and
//! cross-validation need no other process.

use std::fmt;

use speech_outline::{SectionKind, Span};

use crate::corpus::Document;

/// A section as a segmenter proposes it.
#[derive(Debug, Clone, Copy)]
pub struct Proposal {
    pub kind: SectionKind,
    pub span: Span,
}

/// Figures over a set of transcripts.
#[derive(Debug, Default, Clone)]
pub struct Score {
    transcripts: f64,
    accuracy: f64,
    window_diff: f64,
    boundary_f1: f64,
    sections: f64,
    gold_sections: f64,
    /// For each kind words that are right, wrongly given it, wrongly not given it.
    words: [[f64; 3]; 6],
}

impl Score {
    pub fn add(&mut self, document: &Document, proposals: &[Proposal]) {
        let gold: Vec<Proposal> =
            document.sections.iter().map(|s| Proposal { kind: s.kind, span: s.span }).collect();
        let (mut right, mut all) = (0.0, 0.0);
        for word in word_starts(&document.text) {
            let (Some(is), says) = (kind_at(&gold, word), kind_at(proposals, word)) else { continue };
            all += 1.0;
            if says == Some(is) {
                right += 1.0;
                self.words[is as usize][0] += 1.0;
            } else {
                self.words[is as usize][2] += 1.0;
                if let Some(says) = says {
                    self.words[says as usize][1] += 1.0;
                }
            }
        }
        let gold_boundaries = boundaries(&document.sentences, &gold);
        let found = boundaries(&document.sentences, proposals);
        self.transcripts += 1.0;
        self.accuracy += right / f64::max(all, 1.0);
        self.window_diff += window_diff(document.sentences.len(), &gold_boundaries, &found);
        self.boundary_f1 += boundary_f1(&gold_boundaries, &found);
        self.sections += proposals.len() as f64;
        self.gold_sections += gold_boundaries.len() as f64 + 1.0;
    }

    pub fn accuracy(&self) -> f64 {
        self.accuracy / self.transcripts
    }

    pub fn boundary_f1(&self) -> f64 {
        self.boundary_f1 / self.transcripts
    }

    pub fn window_diff(&self) -> f64 {
        self.window_diff / self.transcripts
    }

    pub fn ratio(&self) -> f64 {
        self.sections / self.gold_sections
    }

    pub fn kind_f1(&self, kind: SectionKind) -> Option<f64> {
        let [right, wrong, missed] = self.words[kind as usize];
        (right + missed > 0.0).then(|| 2.0 * right / (2.0 * right + wrong + missed))
    }

    pub fn macro_f1(&self) -> f64 {
        let present: Vec<f64> = SectionKind::ALL.into_iter().filter_map(|kind| self.kind_f1(kind)).collect();
        present.iter().sum::<f64>() / present.len() as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "acc {:.3}  macro_f1 {:.3}  ann_f1 {:.3}  bnd_f1 {:.3}  wd {:.3}  ratio {:.2}",
            self.accuracy(),
            self.macro_f1(),
            self.kind_f1(SectionKind::Announcement).unwrap_or(f64::NAN),
            self.boundary_f1(),
            self.window_diff(),
            self.ratio(),
        )
    }
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(at, c)| {
        let starts = !in_word && !c.is_whitespace();
        in_word = !c.is_whitespace();
        starts.then_some(at)
    })
}

fn kind_at(sections: &[Proposal], at: usize) -> Option<SectionKind> {
    let index = sections.partition_point(|section| section.span.end <= at);
    sections.get(index).filter(|section| section.span.start <= at).map(|section| section.kind)
}

/// The sentences (of the grid) nearest to the sections' starts, the first section's left out.
fn boundaries(sentences: &[Span], sections: &[Proposal]) -> Vec<usize> {
    let distance = |i: usize, at: usize| sentences.get(i).map_or(usize::MAX, |s| s.start.abs_diff(at));
    let mut found: Vec<usize> = sections
        .iter()
        .skip(1)
        .map(|section| {
            let at = section.span.start;
            let next = sentences.partition_point(|sentence| sentence.start < at);
            match next.checked_sub(1) {
                Some(before) if distance(before, at) <= distance(next, at) => before,
                _ => next.min(sentences.len().saturating_sub(1)),
            }
        })
        .filter(|&i| i > 0)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn boundary_f1(gold: &[usize], found: &[usize]) -> f64 {
    if gold.is_empty() && found.is_empty() {
        return 1.0;
    }
    let (mut gold_left, mut found_left, mut hits) = (gold.to_vec(), found.to_vec(), 0.0);
    for distance in 0..=1 {
        found_left.retain(|&boundary| {
            let near = |other: &usize| other.abs_diff(boundary) == distance;
            match gold_left.iter().position(near) {
                Some(position) => {
                    gold_left.remove(position);
                    hits += 1.0;
                    false
                }
                None => true,
            }
        });
    }
    2.0 * hits / (gold.len() + found.len()) as f64
}

/// Pevzner & Hearst 2002, with k half the mean length of the gold sections.
fn window_diff(sentences: usize, gold: &[usize], found: &[usize]) -> f64 {
    if sentences < 2 {
        return 0.0;
    }
    let mean = sentences as f64 / (gold.len() + 1) as f64;
    // Half a section, rounded half to even as the corpus's scorer does.
    let k = ((mean / 2.0).round_ties_even() as usize).max(2).min(sentences - 1);
    let count = |list: &[usize], from: usize, to: usize| {
        list.partition_point(|&b| b <= to) - list.partition_point(|&b| b <= from)
    };
    let differ = (0..sentences - k).filter(|&i| count(gold, i, i + k) != count(found, i, i + k)).count();
    differ as f64 / (sentences - k) as f64
}
