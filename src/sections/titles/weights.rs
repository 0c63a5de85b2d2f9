//! What each feature of a candidate counts: learned, one column for each kind of section.

use super::candidates::{FEATURES, Features};
use crate::language::data::{data, numbers};
use crate::outline::SectionKind;

/// The kinds that have titles.
pub const TITLED: [SectionKind; 3] =
    [SectionKind::AgendaItem, SectionKind::Announcement, SectionKind::QuestionAnswer];

/// A row for each feature, a column for each of [`TITLED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights(pub [[i32; TITLED.len()]; FEATURES.len()]);

impl Weights {
    /// The weights that the module ships.
    pub fn shipped() -> Self {
        const LEARNED: [i32; TITLED.len() * FEATURES.len()] =
            numbers(data!("../../language/en/titles/weights.txt"));
        let mut rows = LEARNED.as_chunks().0.iter().copied();
        Self(std::array::from_fn(|_| rows.next().unwrap_or_default()))
    }

    pub fn score(&self, kind: usize, features: &Features) -> i32 {
        self.0
            .iter()
            .zip(features)
            .map(|(row, value)| row.get(kind).copied().unwrap_or_default() * value)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lines::terms;

    #[test]
    fn the_file_has_a_row_for_each_feature() {
        let lines: Vec<Vec<&str>> = terms(data!("../../language/en/titles/weights.txt"))
            .map(|line| line.split_ascii_whitespace().collect())
            .collect();
        assert_eq!(lines.iter().map(|line| line[0]).collect::<Vec<_>>(), FEATURES);
        assert!(lines.iter().all(|line| line[1..].iter().filter(|n| n.parse::<i32>().is_ok()).count() == 3));
    }
}
