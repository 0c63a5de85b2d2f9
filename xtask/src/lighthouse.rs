//! `cargo xtask lighthouse`: what Lighthouse says of the built page, speed included.

use std::process::Command;

use crate::step::{Outcome, command, run, step};
use crate::{build, tools};

/// Apart from the other tools, for it is large.
pub const FOLDER: &str = "tests/lighthouse";

pub fn lighthouse() -> Outcome {
    build::build()?;
    let mut report = prepared(command("node", &["tests/lighthouse/report.mjs"]))?;
    step("Examine the page with Lighthouse", || run(&mut report))
}

/// Lets `program` find Lighthouse and its browser.
pub fn prepared(mut program: Command) -> Outcome<Command> {
    tools::npm_packages(FOLDER)?;
    program.env("CHROMIUM", tools::chromium()?);
    Ok(program)
}
