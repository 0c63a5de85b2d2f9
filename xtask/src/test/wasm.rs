//! The boundary, in Node and in Chromium, and the npm package in both.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Tally, node_tests};
use crate::step::{Outcome, cargo, root, run, step, target};
use crate::tools;

pub fn test(tally: &mut Tally) {
    let mut runner = PathBuf::new();
    let build = || {
        same_version()?;
        step("Build the test runner (wasm-bindgen-test)", build_runner).map(|path| runner = path)
    };
    if tally.check("Test runner", build) {
        tally.suite("Test the boundary in Node", &mut boundary(&runner));
        let chromium = tools::chromedriver().and_then(|driver| tools::chromium().map(|_| driver));
        match chromium {
            Ok(driver) => {
                let mut tests = boundary(&runner);
                tests.env("WASM_BINDGEN_USE_BROWSER", "1").env("CHROMEDRIVER", driver);
                tally.suite("Test the boundary in Chromium", &mut tests);
            }
            Err(error) => {
                tally.check("Boundary in Chromium", || Err(error));
            }
        }
    }
    match tools::chromium().and_then(|path| node_tests("tests/package").map(|tests| (path, tests))) {
        Ok((chromium, mut tests)) => {
            tally.suite("Test the npm package in Node and Chromium", tests.env("CHROMIUM", chromium));
        }
        Err(error) => {
            tally.check("Package", || Err(error));
        }
    }
}

fn boundary(runner: &Path) -> std::process::Command {
    let mut tests = cargo(&format!("test --locked --test boundary --target {}", tools::WASM));
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    tests
}

/// The runner must be of the version that the tests are compiled with.
fn same_version() -> Outcome {
    let version = |lock: &str| -> Outcome<String> {
        let lock = fs::read_to_string(root().join(lock))?;
        let (_, rest) =
            lock.split_once("name = \"wasm-bindgen\"\nversion = \"").ok_or("wasm-bindgen is not locked")?;
        Ok(rest.chars().take_while(|&c| c != '"').collect())
    };
    let (crates, runner) = (version("Cargo.lock")?, version("xtask/test-runner/Cargo.lock")?);
    if crates == runner {
        return Ok(());
    }
    Err(format!("wasm-bindgen is {crates} in Cargo.lock and {runner} in xtask/test-runner/: update both")
        .into())
}

fn build_runner() -> Outcome<PathBuf> {
    let folder = target().join("test-runner");
    run(cargo("build --quiet --locked --manifest-path xtask/test-runner/Cargo.toml")
        .env("CARGO_TARGET_DIR", &folder))?;
    Ok(folder.join("debug").join(format!("test-runner{}", std::env::consts::EXE_SUFFIX)))
}
