//! The outline as something to read: outline in, Markdown out.
