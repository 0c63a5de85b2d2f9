//! What a caller may ask for.

use crate::transcript::Format;

/// All fields have defaults: `Options::default()` recognises everything by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `None` recognises the format.
    pub format: Option<Format>,
    /// The number of key points of the whole transcript; `None` fits it to the length (5, 8 or 12).
    pub max_key_points: Option<usize>,
    /// `None` recognises the language.
    pub language: Option<Language>,
    pub granularity: Granularity,
}

/// Languages with cue data of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
}

/// How finely the transcript is cut into sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Granularity {
    Coarse,
    #[default]
    Normal,
    Fine,
}
