//! The outline as something to read: outline in, Markdown out.

mod markdown;

pub use markdown::markdown;
