//! The kinds of feature and how they are hashed into buckets.

use crate::language::hash::combine;

/// Buckets that features are hashed into.
pub const BUCKETS: usize = 1 << 16;

/// How much a feature counts: words are many and say little each, so they learn at a fraction of the others' scale.
const STRUCTURE: u8 = 5;
pub const WORD: u8 = 2;

/// A bucket and how much it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    pub bucket: u16,
    pub scale: u8,
}

/// The kinds of feature; the numbers are part of the trained weights and never change their meaning.
#[derive(Clone, Copy, Debug)]
pub enum Family {
    Length = 1,
    Place,
    First,
    Kind,
    KindAndPlace,
    PlaceInSection,
    PlaceFromEnd,
    SectionLength,
    PartOfSection,
    InParagraph,
    InTurn,
    Shape,
    Figures,
    Capitals,
    Commas,
    Coverage,
    Centrality,
    Content,
    Top,
    SectionCentrality,
    Role,
    Leans,
    Word,
    Pair,
    OpeningWord,
    OpeningPair,
    OpeningTriple,
    BeforeWord,
    AfterWord,
    BeforeLength,
    AfterLength,
}

/// Marks of a sentence that hold or do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    OpensParagraph = 1,
    AfterQuestion,
    LastOfTurn,
    Money,
    NoEnd,
    Exclamation,
    Quotation,
    Dash,
}

/// Gathers the features of one sentence, of the buckets that count.
pub struct Emitter<'c> {
    pub features: Vec<Feature>,
    /// Whether a bucket counts: most have no weight, and what has none need not be gathered.
    pub counts: &'c dyn Fn(u16) -> bool,
}

impl Emitter<'_> {
    pub fn structure(&mut self, family: Family, value: u32) {
        self.push(key(family, value), STRUCTURE);
    }

    pub fn shape(&mut self, shape: Shape) {
        self.structure(Family::Shape, shape as u32);
    }

    pub fn push(&mut self, key: u32, scale: u8) {
        if self.holds(key) {
            self.features.push(Feature { bucket: bucket(key), scale });
        }
    }

    /// Whether the bucket of a feature counts.
    pub fn holds(&self, key: u32) -> bool {
        (self.counts)(bucket(key))
    }
}

fn bucket(key: u32) -> u16 {
    (key ^ (key >> 16)) as u16
}

/// The hash of a feature.
pub fn key(family: Family, value: u32) -> u32 {
    combine(combine(0, family as u32), value)
}

/// The number of the first limit that `value` is below.
pub fn step(value: usize, limits: &[usize]) -> u32 {
    limits.iter().take_while(|&&limit| value >= limit).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_counted_by_the_limits_that_it_reaches() {
        assert_eq!([0, 1, 4, 5, 9].map(|value| step(value, &[1, 5, 9])), [0, 1, 1, 2, 3]);
    }

    #[test]
    fn a_bucket_takes_both_halves_of_the_hash() {
        assert_eq!((bucket(0x0001_0000), bucket(0x0001_0001), bucket(0x1234_0034)), (1, 0, 0x1200));
        assert_ne!(key(Family::Word, 7), key(Family::Pair, 7));
        assert_ne!(key(Family::Word, 7), key(Family::Word, 8));
    }

    #[test]
    fn only_features_that_count_are_gathered() {
        let kept = bucket(key(Family::Place, 1));
        let counts = |bucket| bucket == kept;
        let mut out = Emitter { features: Vec::new(), counts: &counts };
        out.structure(Family::Place, 1);
        out.structure(Family::Place, 2);
        out.shape(Shape::Money);
        assert_eq!(out.features, [Feature { bucket: kept, scale: STRUCTURE }]);
        let all = |_| true;
        let mut out = Emitter { features: Vec::new(), counts: &all };
        out.shape(Shape::Money);
        assert_eq!(
            out.features,
            [Feature { bucket: bucket(key(Family::Shape, Shape::Money as u32)), scale: STRUCTURE }]
        );
    }
}
