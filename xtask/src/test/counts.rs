//! The closing lines of test programs.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Adds what a line of output says: Rust's `test result: ok. 3 passed; 0 failed; 1 ignored; ...` and Node's
    /// `ℹ pass 3`. All other lines say nothing.
    pub fn read(&mut self, line: &str) {
        if let Some((_, result)) = line.split_once("test result: ") {
            for part in result.split([';', '.']) {
                if let [number, what] = part.split_whitespace().collect::<Vec<_>>()[..] {
                    self.count(what, number);
                }
            }
        } else if let Some((what, number)) = line.strip_prefix("ℹ ").and_then(|result| result.split_once(' '))
        {
            self.count(what, number);
        }
    }

    fn count(&mut self, what: &str, number: &str) {
        let Ok(number) = number.parse::<usize>() else { return };
        match what {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_closing_lines_of_rust_and_node() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 7 filtered out; finished in 0.01s",
            "ℹ tests 3",
            "ℹ pass 3",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 4",
            "ℹ duration_ms 51.5",
        ] {
            counts.read(line);
        }
        assert_eq!(counts, Counts { passed: 15, failed: 3, skipped: 6 });
    }
}
