//! Word lists as they stand in the data files.

use super::push_lower;
use crate::order::sort_by;

/// The longest term that is looked up by folding, in bytes.
const LONGEST: usize = 48;

/// A list of terms, one a line; empty lines and lines that start with `#` are comments.
#[derive(Debug)]
pub struct Terms {
    sorted: Vec<&'static str>,
}

impl Terms {
    /// Reads the text of a data file.
    pub fn parse(data: &'static str) -> Self {
        let mut sorted: Vec<_> =
            data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        sort_by(&mut sorted, |a, b| a < b);
        Self { sorted }
    }

    /// Whether the list has exactly this term; the caller folds case first.
    pub fn contains(&self, term: &str) -> bool {
        position(&self.sorted, term.as_bytes()).is_some()
    }

    /// Whether the list has this term, whatever the case of its ASCII letters and the shape of its apostrophes.
    /// Folds on the stack, for look-ups in bulk.
    pub fn contains_folded(&self, term: impl AsRef<[u8]>) -> bool {
        let mut folded = [0; LONGEST];
        let mut length = 0;
        let mut rest = term.as_ref();
        while let Some((&first, tail)) = rest.split_first() {
            let Some(slot) = folded.get_mut(length) else { return false };
            if let Some(after) = rest.strip_prefix("’".as_bytes()) {
                *slot = b'\'';
                rest = after;
            } else {
                *slot = first.to_ascii_lowercase();
                rest = tail;
            }
            length += 1;
        }
        let folded = folded.get(..length).unwrap_or_default();
        position(&self.sorted, folded).is_some()
    }

    /// The terms in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sorted.iter().copied()
    }

    /// Whether some term of the list begins with `prefix`: where a longer term may still match.
    pub fn continues(&self, prefix: &str) -> bool {
        let at = lower_bound(&self.sorted, prefix.as_bytes());
        self.sorted.get(at).is_some_and(|term| term.starts_with(prefix))
    }
}

/// A table: `term = value` a line, comments as in [`Terms`].
#[derive(Debug)]
pub struct Table {
    terms: Vec<&'static str>,
    /// The value of each term.
    values: Vec<&'static str>,
}

impl Table {
    /// Reads the text of a data file. A term without a value stands for itself.
    pub fn parse(data: &'static str) -> Self {
        let mut sorted: Vec<_> = Terms::parse(data)
            .sorted
            .into_iter()
            .map(|line| {
                let (term, value) = line.split_once('=').unwrap_or((line, ""));
                let (term, value) = (term.trim(), value.trim());
                (term, if value.is_empty() { term } else { value })
            })
            .collect();
        sort_by(&mut sorted, |a, b| a < b);
        let terms = sorted.iter().map(|&(term, _)| term).collect();
        let values = sorted.iter().map(|&(_, value)| value).collect();
        Self { terms, values }
    }

    pub fn get(&self, term: &str) -> Option<&'static str> {
        self.values.get(position(&self.terms, term.as_bytes())?).copied()
    }
}

/// Where the term stands among sorted ones.
fn position(sorted: &[&'static str], term: &[u8]) -> Option<usize> {
    let at = lower_bound(sorted, term);
    (sorted.get(at)?.as_bytes() == term).then_some(at)
}

/// How many of the sorted terms are less than this one. Most differ in their first byte: comparing all bytes is a call,
/// and this is where facts and labels spend their time.
#[inline(never)]
fn lower_bound(sorted: &[&'static str], term: &[u8]) -> usize {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = low.midpoint(high);
        let Some(entry) = sorted.get(middle).map(|entry| entry.as_bytes()) else { break };
        let (one, other) = (entry.first(), term.first());
        if one < other || (one == other && entry < term) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The word in lower case and with straight apostrophes, as the data files spell it.
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    word.chars().for_each(|c| push_lower(&mut folded, if c == '’' { '\'' } else { c }));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_terms() {
        let terms = Terms::parse("# fish\ncod\n\nblue whale\n");
        assert!(terms.contains("cod") && terms.contains("blue whale"));
        assert!(!terms.contains("") && !terms.contains("# fish") && !terms.contains("blue"));
        assert!(terms.continues("blue") && !terms.continues("bluet"));
    }

    #[test]
    fn looks_up_without_regard_to_case_and_apostrophe() {
        let terms = Terms::parse("we're\nthe\n");
        assert!(terms.contains_folded("The") && terms.contains_folded("We’re"));
        assert!(!terms.contains_folded("t") && !terms.contains_folded("x".repeat(99)));
    }

    #[test]
    fn a_term_without_a_value_stands_for_itself() {
        let table = Table::parse("# fish\nkm = kilometres\nmiles =\n");
        assert_eq!(table.get("km"), Some("kilometres"));
        assert_eq!(table.get("miles"), Some("miles"));
        assert_eq!(table.get("# fish"), None);
    }

    #[test]
    fn folding_straightens_apostrophes() {
        assert_eq!(folded("We’LL"), "we'll");
    }
}
