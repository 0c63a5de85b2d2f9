//! The tools that the steps need: installed here where that is one command of their own package manager, otherwise
//! named with the line that installs them.

use std::fs;
use std::path::Path;

use crate::step::{Outcome, command, output, root, run, step};

/// The target that the module is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile to WebAssembly.
pub fn wasm_target() -> Outcome {
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    step("Add the WebAssembly target (rustup target add wasm32-unknown-unknown)", || {
        run(&mut command("rustup", &["target", "add", WASM]))
            .map_err(|error| format!("{error}\ninstall it with: rustup target add {WASM}").into())
    })
}

/// Makes sure that the development tools of package-lock.json are in `node_modules`.
pub fn node_modules() -> Outcome {
    let version = output(&mut command("node", &["--version"]))
        .map_err(|error| format!("{error}\ninstall Node 20 or later: https://nodejs.org/"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < 20) {
        return Err(format!(
            "Node 20 or later is needed, and this is {}: https://nodejs.org/",
            version.trim()
        )
        .into());
    }
    let changed = |path: &str| fs::metadata(root().join(path)).and_then(|file| file.modified()).ok();
    if changed("node_modules/.package-lock.json").is_some_and(|at| Some(at) >= changed("package-lock.json")) {
        return Ok(());
    }
    step("Install the development tools (npm ci)", || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        run(&mut command(npm, &["ci", "--no-audit", "--no-fund"])).map_err(|error| {
            format!("{error}\ninstall npm, which comes with Node: https://nodejs.org/").into()
        })
    })
}
