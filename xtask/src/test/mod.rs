//! `cargo xtask test`: everything that must hold before a change goes in. A part that fails does not keep the others
//! from running; what is counted at the end is single tests, and each check without tests of its own as one.

mod counts;
mod msrv;
mod packed;
mod page;
mod rust;
mod supply;
mod types;
mod wasm;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use counts::Counts;

use crate::step::{Outcome, command, display, root, step};
use crate::{build, fuzz, instructions, reproducible, size};

/// The parts, in the order in which they run.
const PARTS: [&str; 10] =
    ["rust", "instructions", "supply", "wasm", "page", "types", "size", "packed", "consumers", "fuzz"];

/// What has run so far.
#[derive(Default)]
pub struct Tally {
    counts: Counts,
    /// What failed, in words.
    failures: Vec<String>,
}

pub fn test(parts: &[&str]) -> Outcome {
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(part)) {
        return Err(format!("there is no part {unknown}: the parts are {}", PARTS.join(", ")).into());
    }
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let start = Instant::now();
    let mut tally = Tally::default();
    if wanted("rust") {
        rust::test(&mut tally);
    }
    if wanted("instructions") {
        tally.check("Instructions", || instructions::instructions(&[]));
    }
    if wanted("supply") {
        supply::test(&mut tally);
    }
    // All other parts test what is built, and so does the last check of the supply.
    if PARTS[2..].iter().any(|part| wanted(part)) && tally.check("Build", build::build) {
        if wanted("supply") {
            tally.check("Reproducible build", reproducible::compare);
        }
        if wanted("wasm") {
            wasm::test(&mut tally);
        }
        if wanted("page") {
            page::test(&mut tally);
        }
        if wanted("types") {
            types::test(&mut tally);
        }
        if wanted("packed") {
            packed::test(&mut tally);
        }
        if wanted("consumers") {
            packed::test_consumers(&mut tally);
        }
        if wanted("size") {
            tally.check("Sizes", || step("Compare what is shipped with its ceilings", size::compare));
        }
        if wanted("fuzz") {
            tally.check("Fuzzing", fuzz::briefly);
        }
    }
    tally.report(start)
}

impl Tally {
    /// Counts `work` as one test. Says whether it succeeded.
    fn check(&mut self, what: &str, work: impl FnOnce() -> Outcome) -> bool {
        match work() {
            Ok(()) => {
                self.counts.passed += 1;
                true
            }
            Err(error) => {
                self.counts.failed += 1;
                self.failures.push(format!("{what}: {error}"));
                false
            }
        }
    }

    /// Runs a test program and counts the tests that it reports. One that reports none has failed.
    fn suite(&mut self, what: &str, command: &mut Command) {
        let result = step(what, || {
            let counts = run_suite(command)?;
            self.counts.add(&counts);
            Ok(counts.failed)
        });
        match result {
            Ok(0) => {}
            Ok(failed) => self.failures.push(format!("{what}: {failed} failed")),
            Err(error) => {
                self.counts.failed += 1;
                self.failures.push(format!("{what}: {error}"));
            }
        }
    }

    fn report(&self, start: Instant) -> Outcome {
        let Counts { passed, failed, skipped } = self.counts;
        println!("\nTests took {:.0} s", start.elapsed().as_secs_f64());
        for failure in &self.failures {
            println!("FAILED {failure}");
        }
        let skipped = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
        println!("{passed} passed, {failed} failed{skipped}");
        if failed == 0 { Ok(()) } else { Err("not all tests passed".into()) }
    }
}

/// Node's test runner on the files `*.test.mjs` of a folder, which it would look for by other rules in each version.
fn node_tests(folder: &str) -> Outcome<Command> {
    let files = fs::read_dir(root().join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let names = files.map(|file| Ok(file?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Outcome<_>>()?;
    names.retain(|name| name.ends_with(".test.mjs"));
    names.sort();
    if names.is_empty() {
        return Err(format!("there is no test in {folder}").into());
    }
    let mut tests = command("node", &["--test", "--test-reporter=spec"]);
    tests.args(names.iter().map(|name| format!("{folder}/{name}")));
    Ok(tests)
}

fn run_suite(command: &mut Command) -> Outcome<Counts> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", display(command)))?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("    {line}");
            counts.read(&line);
        }
    }
    let status = child.wait()?;
    if !status.success() && counts.failed == 0 {
        return Err(format!("{} ended with {status}", display(command)).into());
    }
    if counts.passed + counts.failed == 0 {
        return Err(format!("{} ran no test", display(command)).into());
    }
    Ok(counts)
}
