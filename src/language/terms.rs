//! Word lists as they stand in the data files.

/// A list of terms, one a line; empty lines and lines that start with `#` are comments.
#[derive(Debug)]
pub struct Terms {
    sorted: Vec<&'static str>,
}

impl Terms {
    /// Reads the text of a data file.
    pub fn parse(data: &'static str) -> Self {
        let mut sorted: Vec<_> =
            data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// Whether the list has exactly this term; the caller folds case first.
    pub fn contains(&self, term: &str) -> bool {
        self.sorted.binary_search(&term).is_ok()
    }

    /// Whether some term of the list begins with `prefix`: where a longer term may still match.
    pub fn continues(&self, prefix: &str) -> bool {
        let at = self.sorted.partition_point(|term| *term < prefix);
        self.sorted.get(at).is_some_and(|term| term.starts_with(prefix))
    }
}

/// The word in lower case and with straight apostrophes, as the data files spell it.
pub fn folded(word: &str) -> String {
    word.chars().flat_map(|c| if c == '’' { '\'' } else { c }.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_terms() {
        let terms = Terms::parse("# fish\ncod\n\nblue whale\n");
        assert!(terms.contains("cod") && terms.contains("blue whale"));
        assert!(!terms.contains("") && !terms.contains("# fish") && !terms.contains("blue"));
        assert!(terms.continues("blue") && !terms.continues("bluet"));
    }

    #[test]
    fn folding_straightens_apostrophes() {
        assert_eq!(folded("We’LL"), "we'll");
    }
}
