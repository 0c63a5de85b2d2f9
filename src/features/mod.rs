//! Features: transcript in, the active features of each sentence out, as hash buckets. The same code makes them for
//! training and for use; the weights that they meet stand in `src/sections/weights.bin`.

mod cohesion;
mod extract;
mod phase;
mod template;
mod unit;

use std::ops::Range;

pub use template::{BUCKETS, Family};

use crate::transcript::Transcript;

/// The active features of every sentence, as training keeps them.
#[derive(Debug, Default)]
pub struct Features {
    buckets: Vec<u16>,
    /// For each sentence the end of its features in `buckets`.
    ends: Vec<usize>,
    /// For each sentence how its start relates to turns and paragraphs.
    gaps: Vec<Gap>,
}

/// What lies between a sentence and the one before: the transition weights of the section model differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    SameParagraph,
    NewParagraph,
    /// A turn of press or audience begins.
    Question,
    /// The turn of somebody else begins.
    NewTurn,
    /// From or to text that nobody spoke.
    Unspoken,
}

impl Gap {
    pub const COUNT: usize = 5;
}

impl Features {
    /// Number of sentences.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The active buckets of a sentence, each below [`BUCKETS`].
    pub fn of(&self, sentence: usize) -> &[u16] {
        self.buckets.get(self.range(sentence)).unwrap_or_default()
    }

    pub fn gap(&self, sentence: usize) -> Gap {
        self.gaps.get(sentence).copied().unwrap_or(Gap::SameParagraph)
    }

    /// A copy with the features that `keep` keeps, in the buckets that it gives, for training.
    #[must_use]
    pub fn filtered(&self, mut keep: impl FnMut(u16) -> Option<u16>) -> Self {
        let mut copy = Self { gaps: self.gaps.clone(), ..Self::default() };
        for sentence in 0..self.len() {
            copy.buckets.extend(self.of(sentence).iter().filter_map(|bucket| keep(*bucket)));
            copy.ends.push(copy.buckets.len());
        }
        copy
    }

    fn range(&self, sentence: usize) -> Range<usize> {
        let start = sentence.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        start..self.ends.get(sentence).copied().unwrap_or(start)
    }
}

/// Calls `visit` for each sentence with its active buckets and the gap before it.
pub fn for_each_sentence(transcript: &Transcript<'_>, visit: impl FnMut(&[u16], Gap)) {
    extract::for_each_sentence(transcript, None, visit);
}

/// The features of some families (all: [`Family::ALL`]) of every sentence, kept for training.
pub fn extract(transcript: &Transcript<'_>, families: &[Family]) -> Features {
    let mut features = Features::default();
    extract::for_each_sentence(transcript, Some(families), |buckets, gap| {
        features.buckets.extend_from_slice(buckets);
        features.ends.push(features.buckets.len());
        features.gaps.push(gap);
    });
    features
}
