//! Features: transcript in, one feature vector for each sentence out.

use crate::transcript::Transcript;

/// What the section decoder knows of each sentence.
#[derive(Debug, Default)]
pub struct Features {}

pub fn extract(_transcript: &Transcript<'_>) -> Features {
    Features {}
}
