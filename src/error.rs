//! The errors of the front door. Opaque text is for people; the variants are for programs.

use std::fmt;

use crate::decimal;

/// The longest input, in bytes of UTF-8: 16 MiB, more than 2.5 million words.
pub const MAX_INPUT_BYTES: usize = 16 * 1024 * 1024;

/// Why there is no outline.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutlineError {
    /// The text is empty, or holds nothing but white space and control characters.
    Empty,
    /// The text is longer than [`MAX_INPUT_BYTES`].
    TooLarge { bytes: usize, limit: usize },
    /// An option has a value that it cannot have.
    InvalidOption { name: &'static str, value: String, expected: &'static str },
}

impl OutlineError {
    /// A stable code for programs: `empty`, `too-large` or `invalid-option`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::InvalidOption { .. } => "invalid-option",
        }
    }

    /// What [`fmt::Display`] writes.
    pub(crate) fn message(&self) -> String {
        let megabytes = |bytes: usize| decimal::of(bytes.div_ceil(1024 * 1024) as i64);
        match self {
            Self::Empty => "There is no text to outline: the input is empty or only white space.".to_owned(),
            Self::TooLarge { bytes, limit } => [
                "The text is too large: ",
                &megabytes(*bytes),
                " MB, and at most ",
                &megabytes(*limit),
                " MB can be outlined at once.",
            ]
            .concat(),
            Self::InvalidOption { name, value, expected } => {
                ["The option \"", name, "\" cannot be \"", value, "\": expected ", expected, "."].concat()
            }
        }
    }
}

impl fmt::Display for OutlineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for OutlineError {}
