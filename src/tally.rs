//! Numbers by key: the two kinds of map that the program needs. Each use of a hash map with types of its own adds two
//! kilobytes to the module, so everything is counted with these.

use rustc_hash::FxHashMap;

/// A number for each text.
#[derive(Debug, Default)]
pub struct Tally(FxHashMap<String, usize>);

impl Tally {
    /// Adds to the text's number.
    pub fn add(&mut self, text: String, number: usize) {
        *self.at(text) += number;
    }

    #[inline(never)]
    fn at(&mut self, text: String) -> &mut usize {
        self.0.entry(text).or_default()
    }

    /// The text's number, 0 if it has none.
    pub fn count(&self, text: &str) -> usize {
        self.get(text).unwrap_or(0)
    }

    #[inline(never)]
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
        *self.at(text.to_owned()) = number;
    }
}

/// A number for each number; 0 for those that none was given.
#[derive(Debug, Default)]
pub struct Counts(FxHashMap<u64, u32>);

impl Counts {
    #[inline(never)]
    pub fn get(&self, key: u64) -> u32 {
        self.0.get(&key).copied().unwrap_or(0)
    }

    /// The place of the key's number.
    #[inline(never)]
    pub fn at(&mut self, key: u64) -> &mut u32 {
        self.0.entry(key).or_default()
    }

    /// Counts the key, and tells whether it is the first time.
    pub fn is_new(&mut self, key: u64) -> bool {
        let count = self.at(key);
        *count += 1;
        *count == 1
    }
}
