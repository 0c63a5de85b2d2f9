//! `cargo xtask consumers`: the packed npm package in the projects of `tests/consumers/`, as a table.

use std::process::Command;

use crate::step::{Outcome, command, run};
use crate::{build, tools};

pub fn consumers(folders: &[&str]) -> Outcome {
    build::build()?;
    run(matrix()?.args(folders))
}

/// The program that builds and runs the projects. It says how many of them passed as Node's test runner does.
pub fn matrix() -> Outcome<Command> {
    let mut matrix = command("node", &["tests/consumers/run.mjs"]);
    matrix.env("CHROMIUM", tools::chromium()?);
    Ok(matrix)
}
