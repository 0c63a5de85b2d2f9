//! The tools that the steps need: installed here where that is one command of their own package manager, otherwise
//! named with the line that installs them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::step::{Outcome, cargo, command, output, root, run, step, target};

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

/// Makes sure that cargo can format and lint.
pub fn components() -> Outcome {
    for name in ["rustfmt", "clippy"] {
        let program = if name == "rustfmt" { "rustfmt" } else { "cargo-clippy" };
        if command(program, &["--version"]).output().is_ok_and(|output| output.status.success()) {
            continue;
        }
        step(&format!("Add {name} (rustup component add {name})"), || {
            run(&mut command("rustup", &["component", "add", name]))
                .map_err(|error| format!("{error}\ninstall it with: rustup component add {name}").into())
        })?;
    }
    Ok(())
}

/// Makes sure that the programs of LLVM that count lines are beside the compiler.
pub fn llvm() -> Outcome {
    let sysroot = output(&mut command("rustc", &["--print", "sysroot"]))?;
    let versions = output(&mut command("rustc", &["--version", "--verbose"]))?;
    let host = versions.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    let program = format!("lib/rustlib/{host}/bin/llvm-profdata{}", std::env::consts::EXE_SUFFIX);
    if Path::new(sysroot.trim()).join(program).is_file() {
        return Ok(());
    }
    step("Add the tools of LLVM (rustup component add llvm-tools)", || {
        run(&mut command("rustup", &["component", "add", "llvm-tools"]))
            .map_err(|error| format!("{error}\ninstall them with: rustup component add llvm-tools").into())
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
    npm_packages(".")
}

/// Makes sure that what the package-lock.json of a folder names is in its `node_modules`.
pub fn npm_packages(folder: &str) -> Outcome {
    let folder = root().join(folder);
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
    if changed("node_modules/.package-lock.json").is_some_and(|at| Some(at) >= changed("package-lock.json")) {
        return Ok(());
    }
    step("Install npm packages (npm ci)", || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        run(command(npm, &["ci", "--no-audit", "--no-fund"]).current_dir(&folder)).map_err(|error| {
            format!("{error}\ninstall npm, which comes with Node: https://nodejs.org/").into()
        })
    })
}

/// Makes sure that a program of crates.io is in `target/tools`, in this version. Gives the program.
pub fn from_crates_io(name: &str, version: &str) -> Outcome<PathBuf> {
    let folder = target().join("tools").join(format!("{name}-{version}"));
    let program = folder.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        step(&format!("Install {name} {version} (cargo install)"), || {
            let install = format!("install --quiet --locked --version {version} {name} --root");
            run(cargo(&install).arg(&folder).env_remove("CARGO_TARGET_DIR"))
        })?;
    }
    Ok(program)
}

/// Makes sure that what a requirements file names is installed, apart from what the machine's Python has. Gives the folder
/// of programs that know it.
pub fn python_packages(requirements: &str) -> Outcome<PathBuf> {
    let folder = target().join("benches/python");
    step("Install Python's packages (pip install)", || {
        run(command("python3", &["-m", "venv"]).arg(&folder))
            .map_err(|error| format!("{error}\ninstall it with: sudo apt-get install python3-venv"))?;
        run(command(folder.join("bin/pip"), &["install", "--quiet", "--requirement", requirements])
            .env("PIP_DISABLE_PIP_VERSION_CHECK", "1"))
    })?;
    Ok(folder.join("bin"))
}

/// Chromium, or a browser of its family; `CHROMIUM` names another one.
pub fn chromium() -> Outcome<PathBuf> {
    find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
        .ok_or_else(|| "Chromium is missing; install it with: sudo apt-get install chromium".into())
}

/// Firefox; `FIREFOX` names another one.
pub fn firefox() -> Outcome<PathBuf> {
    find("FIREFOX", &["firefox-esr", "firefox"])
        .ok_or_else(|| "Firefox is missing; install it with: sudo apt-get install firefox-esr".into())
}

/// The program that drives `WebKit`; `WEBKIT_DRIVER` names another one.
pub fn webkit_driver() -> Outcome<PathBuf> {
    find("WEBKIT_DRIVER", &["WebKitWebDriver"]).ok_or_else(|| {
        "WebKit's driver is missing; install it with: sudo apt-get install webkit2gtk-driver".into()
    })
}

/// The screen without a monitor that the browser of `WebKit` needs; `XVFB` names another one.
pub fn xvfb() -> Outcome<PathBuf> {
    find("XVFB", &["Xvfb"])
        .ok_or_else(|| "Xvfb is missing; install it with: sudo apt-get install xvfb".into())
}

/// Makes sure that there is a compiler for C++; `CXX` names another one.
pub fn cpp() -> Outcome {
    match find("CXX", &["c++", "g++", "clang++"]) {
        Some(_) => Ok(()),
        None => Err("A compiler for C++ is missing; install it with: sudo apt-get install g++".into()),
    }
}

/// The program that drives Chromium for wasm-bindgen's tests; `CHROMEDRIVER` names another one.
pub fn chromedriver() -> Outcome<PathBuf> {
    find("CHROMEDRIVER", &["chromedriver"]).ok_or_else(|| {
        "chromedriver is missing; install it with: sudo apt-get install chromium-driver".into()
    })
}

/// The program that counts instructions; `VALGRIND` names another one.
pub fn valgrind() -> Outcome<PathBuf> {
    find("VALGRIND", &["valgrind"])
        .ok_or_else(|| "valgrind is missing; install it with: sudo apt-get install valgrind".into())
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
    })
}
