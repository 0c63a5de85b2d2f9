//! `cargo xtask instructions`: instructions instead of seconds, which do not depend on what else the machine does.
//! Counted by valgrind in the native program of `benches/instructions/`: each stage on invented transcripts against the
//! ceilings of `instruction-limits.txt`, and how the count grows with the length of hostile texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;

use crate::step::{Outcome, cargo, command, display, output, root, run, step, target};
use crate::tools;

const LIMITS: &str = "instruction-limits.txt";

/// Ten thousand words of invented transcripts, in bytes.
const INVENTED: usize = 56_000;
/// Lengths of the hostile texts, in bytes.
const SHORT: [usize; 2] = [32_000, 128_000];
/// As long as a session of many days; a hundred thousand speakers.
const LONG: [usize; 2] = [640_000, 2_560_000];
/// A byte of the longer text may cost so many times what a byte of the shorter one costs.
const MOST_GROWTH: f64 = 1.3;

pub fn instructions(options: &[&str]) -> Outcome {
    let lengths = match options {
        [] => SHORT,
        ["--long"] => LONG,
        _ => return Err("the one option is --long".into()),
    };
    tools::valgrind()?;
    step("Build the program to count in", build)?;
    step("Count the instructions of the stages", compare_stages)?;
    let what = format!("Count how hostile texts of {} and {} KB grow", lengths[0] / 1000, lengths[1] / 1000);
    step(&what, || compare_growth(lengths))
}

fn build() -> Outcome {
    run(&mut cargo("build --quiet --locked --release --package instructions"))
}

fn program() -> PathBuf {
    target().join("release").join(format!("instructions{}", std::env::consts::EXE_SUFFIX))
}

/// The instructions that the program takes for `work` on the text of that name and length.
fn count(work: &str, text: &str, bytes: usize) -> Outcome<u64> {
    let mut valgrind = command(tools::valgrind()?, &["--tool=cachegrind", "--cache-sim=no"]);
    valgrind.arg("--cachegrind-out-file=/dev/null").arg(program()).args([work, text, &bytes.to_string()]);
    let run = valgrind.stdout(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&run.stderr);
    let counted = said.lines().find_map(|line| line.split_once("refs:")).filter(|_| run.status.success());
    let digits: String = counted.map(|(_, number)| number.replace(',', "")).unwrap_or_default();
    digits.trim().parse().map_err(|_| format!("{} counted nothing:\n{said}", display(&valgrind)).into())
}

fn compare_stages() -> Outcome {
    let limits = fs::read_to_string(root().join(LIMITS))?;
    let limits = limits.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let limits: BTreeMap<&str, &str> = limits.filter_map(|line| line.split_once(' ')).collect();
    let mut over = Vec::new();
    let mut before = 0;
    println!("    millions of instructions (ceiling)");
    for (stage, work) in
        [("start", "nothing"), ("reading", "reading"), ("sections", "sections"), ("key-points", "outline")]
    {
        let all = count(work, "invented", INVENTED)?;
        let millions = all.saturating_sub(before) as f64 / 1e6;
        before = all;
        let limit = limits.get(stage).ok_or_else(|| format!("{LIMITS}: no ceiling for {stage}"))?.trim();
        println!("    {stage:24} {millions:8.1} ({limit})");
        if millions > limit.parse()? {
            over.push(stage);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the ceiling in {LIMITS}: {}", over.join(", ")).into())
    }
}

/// Of every hostile text: what a byte costs at both lengths.
fn compare_growth([short, long]: [usize; 2]) -> Outcome {
    let names = output(&mut command(program(), &["--list"]))?;
    // What every call costs, however short its text.
    let fixed = count("outline", "same-sentence", 64)?;
    let waiting = Mutex::new(names.lines());
    let done = Mutex::new(Vec::new());
    let work = || {
        while let Some(name) = waiting.lock().ok().and_then(|mut names| names.next()) {
            let both = count("outline", name, short).and_then(|few| Ok((few, count("outline", name, long)?)));
            if let Ok(mut done) = done.lock() {
                done.push((name, both.map_err(|error| error.to_string())));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_unstable();
    let mut failed = Vec::new();
    println!("    instructions for a byte at both lengths, and how much more (at most {MOST_GROWTH} times)");
    for (name, both) in done {
        let cost = |count: u64, bytes: usize| count.saturating_sub(fixed) as f64 / bytes as f64;
        let (few, many) = match both {
            Ok((few, many)) => (cost(few, short), cost(many, long)),
            Err(error) => {
                failed.push(format!("{name}: {error}"));
                continue;
            }
        };
        let growth = many / few;
        println!("    {name:24} {few:8.0} {many:8.0} {growth:8.2}");
        // A byte that costs nothing is a text that was not read.
        if !(growth <= MOST_GROWTH && few > 1.0) {
            failed.push(format!("{name} grows {growth:.2} times as fast as the text"));
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n").into()) }
}
