//! A number for each text: the one kind of map that reading needs, so that it exists once in the program.

use rustc_hash::FxHashMap;

#[derive(Debug, Default)]
pub struct Tally(FxHashMap<String, usize>);

impl Tally {
    /// Adds to the text's number.
    pub fn add(&mut self, text: String, number: usize) {
        *self.0.entry(text).or_default() += number;
    }

    /// The text's number, 0 if it has none.
    pub fn count(&self, text: &str) -> usize {
        self.get(text).unwrap_or(0)
    }

    pub fn get(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// The text's number; if it has none, it gets this one.
    pub fn get_or_set(&mut self, text: &str, number: usize) -> usize {
        if let Some(known) = self.get(text) {
            return known;
        }
        self.set(text, number);
        number
    }

    pub fn set(&mut self, text: &str, number: usize) {
        self.0.insert(text.to_owned(), number);
    }
}
