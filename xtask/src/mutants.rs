//! `cargo xtask mutants [STAGE...] [--shard K/N]`: changes one place of the code after another with cargo-mutants, and
//! counts by stage how many of the changes a test notices. A shard is every Nth of them: a sample.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::step::{Outcome, command, display, step, target};
use crate::tools;

const VERSION: &str = "27.1.0";

/// The folders of `src/` that are tested when none is named.
const STAGES: [&str; 3] = ["transcript", "sections", "key_points"];
/// Of a hundred mutants that can be compiled, so many are to be caught.
const LEAST: f64 = 90.0;

/// What became of the mutants of a stage.
#[derive(Default)]
struct Stage {
    /// A test failed, or ran for ever.
    caught: u32,
    missed: u32,
    /// No program: the compiler refused it.
    unviable: u32,
}

pub fn mutants(arguments: &[&str]) -> Outcome {
    let (stages, shard) = match arguments {
        [stages @ .., "--shard", shard] => (stages, Some(*shard)),
        stages => (stages, None),
    };
    let stages = if stages.is_empty() { &STAGES } else { stages };
    let program = tools::from_crates_io("cargo-mutants", VERSION)?;
    let folder = target().join("mutants");
    fs::create_dir_all(&folder)?;
    step(&format!("Change {}, one place after another", stages.join(", ")), || {
        let mut mutants = command(program, &["mutants", "--package", "speech-outline", "--no-shuffle"]);
        mutants.arg("--output").arg(&folder);
        for stage in stages {
            mutants.args(["--file", &format!("src/{stage}/**")]);
        }
        if let Some(shard) = shard {
            mutants.args(["--sharding", "round-robin", "--shard", shard]);
        }
        let status = mutants.status().map_err(|error| format!("{}: {error}", display(&mutants)))?;
        // 2: some were missed; 3: some ran for ever.
        match status.code() {
            Some(0 | 2 | 3) => Ok(()),
            _ => Err(format!("{} ended with {status}", display(&mutants)).into()),
        }
    })?;
    step("Count what the tests noticed", || count(&folder.join("mutants.out/outcomes.json")))
}

fn count(outcomes: &Path) -> Outcome {
    let outcomes: Value = serde_json::from_str(&fs::read_to_string(outcomes)?)?;
    let mut stages: BTreeMap<&str, Stage> = BTreeMap::new();
    for outcome in outcomes["outcomes"].as_array().ok_or("no outcomes")? {
        let Some(file) = outcome["scenario"]["Mutant"]["file"].as_str() else { continue };
        let name = file.strip_prefix("src/").and_then(|file| file.split('/').next()).unwrap_or(file);
        let stage = stages.entry(name).or_default();
        match outcome["summary"].as_str() {
            Some("CaughtMutant" | "Timeout") => stage.caught += 1,
            Some("MissedMutant") => stage.missed += 1,
            _ => stage.unviable += 1,
        }
    }
    let mut below = Vec::new();
    for (name, stage) in stages {
        let all = stage.caught + stage.missed;
        let (share, low, high) = interval(stage.caught, all);
        let (caught, unviable) = (stage.caught, stage.unviable);
        println!(
            "    {name:12} {caught} of {all} caught: {share:.1} % (95 % of samples: {low:.1} to {high:.1} %), \
             {unviable} cannot be compiled"
        );
        if share < LEAST {
            below.push(name);
        }
    }
    if below.is_empty() {
        return Ok(());
    }
    Err(format!("less than {LEAST} % in {}: see mutants.out/missed.txt", below.join(", ")).into())
}

/// The share in per cent, and Wilson's interval for it at 95 %.
fn interval(caught: u32, all: u32) -> (f64, f64, f64) {
    const Z: f64 = 1.96;
    if all == 0 {
        return (100.0, 0.0, 100.0);
    }
    let n = f64::from(all);
    let share = f64::from(caught) / n;
    let width = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / width;
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / width;
    (100.0 * share, 100.0 * (middle - half), 100.0 * (middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_mutants_tell_little() {
        let (share, low, high) = interval(9, 10);
        assert!((share - 90.0).abs() < 0.1 && (low - 59.6).abs() < 0.1 && (high - 98.2).abs() < 0.1);
        let (_, low, high) = interval(900, 1000);
        assert!((low - 88.0).abs() < 0.1 && (high - 91.7).abs() < 0.1);
    }
}
