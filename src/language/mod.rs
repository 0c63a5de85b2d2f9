//! What the program knows about a language: word lists and cue patterns, one a line, in a folder for each language,
//! and the code that matches them.

pub mod cues;
pub(crate) mod data;
mod find;
pub mod hash;
pub mod lines;
pub(crate) mod lists;
mod lower;
pub mod stop_words;
mod terms;
pub mod token;

pub(crate) use find::{Words, contains, find, split_once, words};
pub(crate) use lower::{is_capital, is_small, push_lower};
pub(crate) use terms::fold_into;
pub use terms::{Table, Terms, folded};
