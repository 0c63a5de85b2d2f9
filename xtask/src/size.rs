//! `cargo xtask size`: what is shipped, raw and compressed, against the ceilings of `size-limits.txt`.

use std::fs;

use crate::step::{Outcome, command, output, root, step};
use crate::{build, parts};

const LIMITS: &str = "size-limits.txt";

pub fn size() -> Outcome {
    build::build()?;
    step("Measure what is shipped", compare)?;
    step("Measure the parts of the module", parts::compare)
}

/// Prints a line for each file, and fails where one is over its ceiling.
pub fn compare() -> Outcome {
    let limits = fs::read_to_string(root().join(LIMITS))?;
    let limits = limits.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let limits = limits.map(read_limit).collect::<Outcome<Vec<_>>>()?;
    let mut arguments = vec!["xtask/compressed-sizes.mjs"];
    arguments.extend(limits.iter().map(|(file, _)| *file));
    let sizes = output(&mut command("node", &arguments))?;
    println!("    {:40} {:>18} {:>18} {:>18}", "bytes (ceiling)", "raw", "gzip", "brotli");
    let mut over = Vec::new();
    for ((file, limits), sizes) in limits.iter().zip(sizes.lines()) {
        let sizes = read_numbers(sizes)?;
        let cells = sizes.iter().zip(limits).map(|(size, limit)| format!("{size} ({limit})"));
        let cells: Vec<String> = cells.map(|cell| format!("{cell:>18}")).collect();
        println!("    {file:40} {}", cells.join(" "));
        if sizes.iter().zip(limits).any(|(size, limit)| size > limit) {
            over.push(*file);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the ceiling in {LIMITS}: {}", over.join(", ")).into())
    }
}

fn read_limit(line: &str) -> Outcome<(&str, [u64; 3])> {
    let (file, numbers) =
        line.split_once(' ').ok_or_else(|| format!("{LIMITS}: no numbers in \"{line}\""))?;
    Ok((file, read_numbers(numbers)?))
}

fn read_numbers(line: &str) -> Outcome<[u64; 3]> {
    let numbers: Vec<u64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| format!("three numbers are expected: \"{line}\"").into())
}
