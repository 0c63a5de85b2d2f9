//! `cargo xtask bench`: how long the stages take natively, and the module in Node beside other packages.

use crate::step::{Outcome, cargo, command, run, step, target};
use crate::{build, tools};

const PEERS: &str = "benches/node";

pub fn bench() -> Outcome {
    build::build()?;
    tools::npm_packages(PEERS)?;
    let folder = target().join("benches");
    step("Measure the stages (Criterion)", || {
        let bench = "bench --quiet --manifest-path benches/native/Cargo.toml -- --quiet --noplot";
        run(cargo(bench).env("CARGO_TARGET_DIR", &folder))
    })?;
    step("Measure the module beside other packages, in Node", || {
        run(command("node", &["benches/node/compare.mjs"]).arg(folder.join("criterion")))
    })
}
