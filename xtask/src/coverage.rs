//! `cargo xtask coverage`: runs the crate's tests with cargo-llvm-cov, and prints by stage how many of the lines that can
//! run did. The lines of unit tests are not counted.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::step::{Outcome, command, root, run, step, target};
use crate::tools;

const VERSION: &str = "0.9.1";

/// Unit tests that are a file of their own.
const TESTS: &str = "tests.rs";

pub fn coverage() -> Outcome {
    let program = tools::from_crates_io("cargo-llvm-cov", VERSION)?;
    tools::llvm()?;
    let file = target().join("coverage.lcov");
    step("Run the tests and count lines", || {
        let coverage = || command(&program, &["llvm-cov"]);
        // The tests of the command line run the example, which they do not build.
        let example = ["run", "--quiet", "--locked", "--no-report", "--example", "outline", "--", "--help"];
        run(coverage().args(example).stdout(Stdio::null()))?;
        let tests = ["--quiet", "--locked", "--no-clean", "--package", "speech-outline"];
        run(coverage().args(tests).args(["--lcov", "--output-path"]).arg(&file))
    })?;
    step("Add up the stages", || add_up(&fs::read_to_string(&file)?))
}

/// Lines that ran, and all that can run.
type Lines = (u32, u32);

/// Reads what LCOV calls a trace file: `SF:` names a file, `DA:LINE,COUNT` says how often a line ran.
fn add_up(trace: &str) -> Outcome {
    let mut stages: BTreeMap<String, Lines> = BTreeMap::new();
    let mut missed = Vec::new();
    for record in trace.split("end_of_record") {
        let path = record.lines().find_map(|line| line.strip_prefix("SF:"));
        let Some(path) = path.and_then(|path| Path::new(path).strip_prefix(root().join("src")).ok()) else {
            continue;
        };
        if path.ends_with(TESTS) {
            continue;
        }
        let source = fs::read_to_string(root().join("src").join(path))?;
        let (ran, all) = lines_of(record, &source);
        let folder = path.parent().and_then(|folder| folder.iter().next()).unwrap_or("(no folder)".as_ref());
        let stage = stages.entry(folder.to_string_lossy().into_owned()).or_default();
        *stage = (stage.0 + ran, stage.1 + all);
        missed.push((all - ran, path.to_owned()));
    }
    let sum = stages.values().fold((0, 0), |sum, stage| (sum.0 + stage.0, sum.1 + stage.1));
    for (name, (ran, all)) in stages.iter().map(|(name, lines)| (name.as_str(), *lines)).chain([("all", sum)])
    {
        println!("    {name:12} {ran:5} of {all:5} lines, {:5.1} %", f64::from(100 * ran) / f64::from(all));
    }
    missed.sort_unstable();
    println!("    most lines that did not run:");
    for (lines, path) in missed.iter().rev().take(5).filter(|(lines, _)| *lines > 0) {
        println!("    {lines:4} {}", path.display());
    }
    Ok(())
}

fn lines_of(record: &str, source: &str) -> Lines {
    let tests = source.lines().position(|line| line == "#[cfg(test)]").unwrap_or(usize::MAX);
    let counts = record.lines().filter_map(|line| line.strip_prefix("DA:")?.split_once(','));
    let here = counts.filter(|(line, _)| line.parse().is_ok_and(|line: usize| line <= tests));
    here.fold((0, 0), |(ran, all), (_, count)| (ran + u32::from(count != "0"), all + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_unit_tests_are_left_out() {
        let source = "fn a() {\n}\n#[cfg(test)]\nmod tests {\n}\n";
        assert_eq!(lines_of("SF:a.rs\nDA:1,7\nDA:2,0\nDA:4,1\nDA:5,1\n", source), (1, 2));
    }
}
