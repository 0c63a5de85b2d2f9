//! What the program knows about a language: word lists and cue patterns, one a line, in a folder for each language,
//! and the code that matches them.

mod terms;

pub use terms::{Table, Terms, folded};
