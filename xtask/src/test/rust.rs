//! The crate on this machine: format, lints, tests, documentation, the oldest compiler.

use super::{Tally, msrv};
use crate::step::{cargo, run, step};
use crate::tools;

pub fn test(tally: &mut Tally) {
    tally.check("Format", || {
        step("Check the format (cargo fmt)", || run(&mut cargo(&["fmt", "--all", "--check"])))
    });
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"];
    tally.check("Lints", || step("Check the code (cargo clippy)", || run(&mut cargo(&lints))));
    let lints = [
        "clippy",
        "--quiet",
        "--lib",
        "--test",
        "boundary",
        "--locked",
        "--target",
        tools::WASM,
        "--",
        "--deny",
        "warnings",
    ];
    tally.check("Lints of the boundary", || {
        tools::wasm_target()?;
        step("Check the boundary's code (cargo clippy)", || run(&mut cargo(&lints)))
    });
    tally.check("Oldest compiler", || step("Check what the oldest supported compiler needs", msrv::check));
    tally.suite(
        "Test the crate and the tools (cargo test)",
        &mut cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]),
    );
    let mut doc = cargo(&["doc", "--quiet", "--no-deps", "--document-private-items", "--locked"]);
    doc.env("RUSTDOCFLAGS", "--deny warnings");
    tally.check("Documentation", || step("Check the documentation (cargo doc)", || run(&mut doc)));
}
