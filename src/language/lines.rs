//! The data files' form: one term or pattern a line, `#` starts a comment.

/// The terms of a data file, without comments and blank lines.
pub fn terms(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(|line| line.split_once('#').map_or(line, |(term, _comment)| term).trim())
        .filter(|term| !term.is_empty())
}
