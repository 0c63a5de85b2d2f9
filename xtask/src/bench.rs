//! `cargo xtask bench`: how long the stages take natively, and the module in Node beside other packages.
//! `cargo xtask bench browser`: the module in Chromium, beside the same packages.
//! `cargo xtask bench processes`: whole programs, beside Python's.
//! `cargo xtask bench sentences`: the sentence splitter alone, beside theirs.
//! `cargo xtask bench cold-start`: the first outline in a browser that has just been started.

use crate::step::{Outcome, cargo, command, root, run, step, target};
use crate::{build, tools};

const PEERS: &str = "benches/node";

/// The package of the sentence splitter alone.
const SENTENCES: &str = "sentences";

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

pub fn browser() -> Outcome {
    build::build()?;
    tools::npm_packages(PEERS)?;
    let chromium = tools::chromium()?;
    step("Measure the module beside other packages, in Chromium", || {
        run(command("node", &["benches/browser/compare.mjs"]).env("CHROMIUM", chromium))
    })
}

pub fn processes() -> Outcome {
    build::build()?;
    let python = tools::python_packages("benches/processes/requirements.txt")?;
    step("Compile the command line", || run(&mut cargo("build --quiet --release --example outline")))?;
    step("Measure programs", || {
        let own = target().join("release/examples/outline");
        run(command("node", &["benches/processes/compare.mjs"]).args([python, own]))
    })
}

/// Builds the splitter as the shipped module is built, and as fast as it can be, and measures both.
pub fn sentences() -> Outcome {
    tools::wasm_target()?;
    tools::node_modules()?;
    tools::npm_packages(PEERS)?;
    let folder = target().join("benches").join(SENTENCES);
    for aim in [build::Aim::Size, build::Aim::Speed] {
        let library = build::Library { package: SENTENCES, name: SENTENCES, aim };
        build::module_of(&library, root(), &target(), &folder.join(aim.name()))?;
    }
    step("Measure it beside other packages, in Node", || {
        run(command("node", &["benches/node/sentences.mjs"]).arg(&folder))
    })
}

/// From the start of a browser that has been there before to the first outline.
pub fn cold_start() -> Outcome {
    build::build()?;
    let chromium = tools::chromium()?;
    step("Measure cold starts in Chromium", || {
        run(command("node", &["benches/browser/cold-start.mjs"]).env("CHROMIUM", chromium))
    })
}
