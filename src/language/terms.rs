//! Word lists as they stand in the data files.

use super::lists::List;
use super::push_lower;
use crate::order::sort_by;

/// The longest term that is looked up by folding, in bytes.
const LONGEST: usize = 48;

/// A list of terms, one a line; empty lines and lines that start with `#` are comments.
#[derive(Debug)]
pub struct Terms {
    sorted: Vec<&'static str>,
    /// The [`key`] of each term.
    keys: Vec<u64>,
    /// For each first byte, how many terms begin with a lesser one.
    starts: Vec<u32>,
}

impl Terms {
    /// The terms of some lists together.
    pub fn of(lists: &[List]) -> Self {
        Self::read(lists.iter().flat_map(|list| lines(list.text())).collect())
    }

    /// Reads the text of a data file.
    #[cfg(test)]
    pub fn parse(data: &'static str) -> Self {
        Self::read(lines(data).collect())
    }

    fn read(mut terms: Vec<&'static str>) -> Self {
        sort_by(&mut terms, |a, b| a < b);
        Self::of_sorted(terms)
    }

    fn of_sorted(sorted: Vec<&'static str>) -> Self {
        let keys: Vec<u64> = sorted.iter().map(|term| key(term.as_bytes())).collect();
        let mut starts = Vec::with_capacity(FIRST_BYTES + 1);
        for (index, &key) in (0..).zip(&keys) {
            starts.resize(first_byte(key) + 1, index);
        }
        starts.resize(FIRST_BYTES + 1, keys.len() as u32);
        Self { sorted, keys, starts }
    }

    /// Whether the list has exactly this term; the caller folds case first.
    pub fn contains(&self, term: &str) -> bool {
        self.position(term.as_bytes()).is_some()
    }

    /// Whether the list has this term, whatever the case of its ASCII letters and the shape of its apostrophes.
    /// Folds on the stack, for look-ups in bulk.
    pub fn contains_folded(&self, term: impl AsRef<[u8]>) -> bool {
        let mut folded = [0; LONGEST];
        let mut length = 0;
        let mut rest = term.as_ref();
        while let Some((&first, tail)) = rest.split_first() {
            let Some(slot) = folded.get_mut(length) else { return false };
            if first == "’".as_bytes()[0]
                && let Some(after) = rest.strip_prefix("’".as_bytes())
            {
                *slot = b'\'';
                rest = after;
            } else {
                *slot = first.to_ascii_lowercase();
                rest = tail;
            }
            length += 1;
        }
        self.position(folded.get(..length).unwrap_or_default()).is_some()
    }

    /// The terms in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sorted.iter().copied()
    }

    /// Whether some term of the list begins with `prefix`: where a longer term may still match.
    pub fn continues(&self, prefix: &str) -> bool {
        let at = self.lower_bound(prefix.as_bytes());
        self.sorted.get(at).is_some_and(|term| term.starts_with(prefix))
    }

    /// Where the term stands, the first of equals.
    fn position(&self, term: &[u8]) -> Option<usize> {
        let at = self.lower_bound(term);
        (self.sorted.get(at)?.as_bytes() == term).then_some(at)
    }

    /// How many terms are less than this one. Where facts and labels spend their time: most terms differ in their keys,
    /// and comparing two numbers is no call.
    #[inline(never)]
    fn lower_bound(&self, term: &[u8]) -> usize {
        let wanted = key(term);
        let start = |first: usize| self.starts.get(first).map_or(0, |&start| start as usize);
        let first = first_byte(wanted);
        let (mut low, mut high) = (start(first), start(first + 1));
        while low < high {
            let middle = low.midpoint(high);
            let Some(&key) = self.keys.get(middle) else { break };
            let is_equal = || self.sorted.get(middle).is_some_and(|entry| entry.as_bytes() < term);
            if key < wanted || (key == wanted && is_equal()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first eight bytes as a number: terms are in the order of their keys as far as these differ.
fn key(term: &[u8]) -> u64 {
    let (bytes, empty) = (term.iter().take(8), 8_usize.saturating_sub(term.len()));
    let key = bytes.fold(0, |key, &byte| key << 8 | u64::from(byte));
    key.checked_shl(8 * empty as u32).unwrap_or(0)
}

const FIRST_BYTES: usize = 1 << u8::BITS;

fn first_byte(key: u64) -> usize {
    (key >> 56) as usize
}

/// A table: `term = value` a line, comments as in [`Terms`].
#[derive(Debug)]
pub struct Table {
    terms: Terms,
    /// The value of each term.
    values: Vec<&'static str>,
}

impl Table {
    /// Reads the text of a data file. A term without a value stands for itself.
    pub fn parse(data: &'static str) -> Self {
        Self::of(lines(data).map(|line| {
            let (term, value) = line.split_once('=').unwrap_or((line, ""));
            let (term, value) = (term.trim(), value.trim());
            (term, if value.is_empty() { term } else { value })
        }))
    }

    /// Reads a list of terms of which some end in one of `marks`: that, or nothing, is their value.
    pub fn marked(data: &'static str, marks: &[char]) -> Self {
        Self::of(lines(data).filter_map(|line| line.split_at_checked(line.trim_end_matches(marks).len())))
    }

    fn of(pairs: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        let mut sorted: Vec<_> = pairs.collect();
        sort_by(&mut sorted, |a, b| a < b);
        let terms = Terms::of_sorted(sorted.iter().map(|&(term, _)| term).collect());
        let values = sorted.iter().map(|&(_, value)| value).collect();
        Self { terms, values }
    }

    /// The value of a term; of several, the first.
    pub fn get(&self, term: &str) -> Option<&'static str> {
        self.values.get(self.terms.position(term.as_bytes())?).copied()
    }

    /// Whether the term has this value among others.
    pub fn has(&self, term: &str, value: &str) -> bool {
        let first = self.terms.lower_bound(term.as_bytes());
        let terms = self.terms.sorted.iter().zip(&self.values).skip(first);
        terms.take_while(|&(&of, _)| of == term).any(|(_, &known)| known == value)
    }

    /// Whether some term begins with `prefix`.
    pub fn continues(&self, prefix: &str) -> bool {
        self.terms.continues(prefix)
    }
}

/// The word in lower case and with straight apostrophes, as the data files spell it.
pub fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word);
    folded
}

/// Appends the word as [`folded`] gives it.
pub fn fold_into(text: &mut String, word: &str) {
    let start = text.len();
    if word.is_ascii() {
        text.push_str(word);
        text.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
    } else {
        word.chars().for_each(|c| push_lower(text, if c == '’' { '\'' } else { c }));
    }
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
    fn tells_terms_that_begin_with_the_same_eight_bytes() {
        let terms = Terms::parse("minister of the sea\nminister of state\nminister\nministe\n");
        for term in ["ministe", "minister", "minister of state", "minister of the sea"] {
            assert!(terms.contains(term) && !terms.contains(&format!("{term}s")), "{term}");
        }
        assert!(terms.continues("minister of the") && !terms.continues("minister of a"));
    }

    #[test]
    fn a_mark_is_the_value_of_its_term() {
        let table = Table::marked("reading?\nspain\nreading^\n", &['?', '^']);
        assert_eq!((table.get("spain"), table.get("reading")), (Some(""), Some("?")));
        assert!(table.has("reading", "^") && !table.has("spain", "^") && !table.has("read", "?"));
    }

    #[test]
    fn folding_straightens_apostrophes() {
        assert_eq!(folded("We’LL"), "we'll");
    }
}
