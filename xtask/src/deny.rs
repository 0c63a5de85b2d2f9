//! `cargo xtask deny`: what `deny.toml` forbids, checked by cargo-deny in every workspace of the repository: licences by
//! their texts, crates in two versions, sources. `cargo xtask deny advisories` asks for known faults as well, which
//! needs a database from GitHub.

use crate::step::{Outcome, command, root, run, step};
use crate::tools;

const VERSION: &str = "0.20.2";

const WORKSPACES: [&str; 4] =
    ["Cargo.toml", "benches/native/Cargo.toml", "xtask/test-runner/Cargo.toml", "fuzz/Cargo.toml"];

pub fn deny(more: &[&str]) -> Outcome {
    let program = tools::from_crates_io("cargo-deny", VERSION)?;
    for workspace in WORKSPACES {
        step(&format!("Check the crates of {workspace}"), || {
            let mut check = command(&program, &["--log-level", "error", "--workspace", "--all-features"]);
            check.args(["--manifest-path", workspace, "--config"]).arg(root().join("deny.toml"));
            run(check.args(["check", "licenses", "bans", "sources"]).args(more))
        })?;
    }
    Ok(())
}
