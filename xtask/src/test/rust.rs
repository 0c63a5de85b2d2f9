//! The crate on this machine: format, lints, tests, documentation, the oldest compiler.

use super::{Tally, msrv};
use crate::step::{cargo, run, step};
use crate::tools;

pub fn test(tally: &mut Tally) {
    tally.check("Format", || {
        tools::components()?;
        step("Check the format (cargo fmt)", || run(&mut cargo("fmt --all --check")))
    });
    tally.check("Lints", || {
        let lints = "clippy --quiet --locked --workspace --all-targets -- --deny warnings";
        step("Check the code (cargo clippy)", || run(&mut cargo(lints)))
    });
    tally.check("Lints of the boundary", || {
        tools::wasm_target()?;
        let lints = format!(
            "clippy --quiet --locked --lib --test boundary --target {} -- --deny warnings",
            tools::WASM
        );
        step("Check the boundary's code (cargo clippy)", || run(&mut cargo(&lints)))
    });
    tally.check("Oldest compiler", || step("Check what the oldest supported compiler needs", msrv::check));
    let tests = "test --locked --workspace --no-fail-fast";
    tally.suite("Test the crate and the tools (cargo test)", &mut cargo(tests));
    tally.check("Documentation", || {
        let mut doc = cargo("doc --quiet --locked --no-deps --document-private-items");
        // Links to private items are for those who read the source.
        let flags = "--deny warnings --allow rustdoc::private_intra_doc_links";
        step("Check the documentation (cargo doc)", || run(doc.env("RUSTDOCFLAGS", flags)))
    });
}
