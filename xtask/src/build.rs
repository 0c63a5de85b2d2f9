//! `cargo xtask build`: crate -> .wasm -> glue and types -> optimised .wasm in pkg/dist/ -> site.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::step::{Outcome, cargo, command, root, run, step, target};
use crate::{glue, imports, locations, panics, site, tools};

/// What a module is compiled for.
#[derive(Clone, Copy)]
pub enum Aim {
    /// As the package ships it.
    Size,
    /// With nothing left out that makes it faster.
    Speed,
}

impl Aim {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Speed => "speed",
        }
    }
}

/// Each function is compiled for size, as at level "z", but functions that the standard library has compiled already are so
/// too, and what level 3 does for the whole crate is done: 2.2 KB less than "z", and a tenth faster. Without this, level 3 takes
/// 13 ms for 10,000 words instead of 18, and 36 KB of Brotli more; "s" 16 ms, and 9 KB more than "z".
const SMALL: [&str; 2] = ["-Cllvm-args=-force-attribute=minsize", "-Cllvm-args=-force-attribute=optsize"];

/// Loops keep one counter: with one for each array that they walk (LLVM's loop strength reduction), the module is 1.5 KB
/// larger as Brotli, and no faster.
const SHORT_LOOPS: &str = "-Cllvm-args=-disable-lsr";

/// What is partly redundant is computed again, and what a loop stores is stored in each round: copies on each way to it, and
/// more local variables, take 0.3 KB more.
const PLAIN: [&str; 2] = ["-Cllvm-args=-enable-pre=false", "-Cllvm-args=-disable-licm-promotion"];

/// A call counts for more than twice of what it does otherwise (25) where a function may be put in its place: 0.35 KB less,
/// and the first outline takes a quarter less time. At 40 it is as small and less fast, at 75 and above larger.
const DEAR_CALLS: &str = "-Cllvm-args=-inline-call-penalty=60";

/// Functions that are called from one place stay functions, but for short ones: a body with hundreds of local variables
/// compresses worse, by 4.7 KB of brotli in all, than bodies with a dozen, and the module is no slower.
const SEPARATE: &str = "--one-caller-inline-max-function-size=12";

/// Functions that are hardly longer than a call of them are put where they are called: 0.7 KB less.
const TINY: &str = "--always-inline-max-function-size=6";

/// Without common subexpressions in local variables of their own, which compress worse too (0.35 KB).
const NO_CSE: &str = "--skip-pass=local-cse";

/// Blocks and loops are made anew from the flow of control, twice, and what that leaves is optimised: 0.6 KB less.
const REWRITE: [&str; 5] = ["--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop"];

/// Offsets of up to a kilobyte are added by the instructions that read and write. That needs the first kilobyte of memory to
/// be unused, and it is: the stack ends there. 0.15 KB less.
const OFFSETS: &str = "--low-memory-unused";

/// What only the shipped module has: see `Cargo.toml`.
pub const FEATURES: &str = "speech-outline/module";

/// What a module is made of: the library of a package of the workspace.
pub struct Library<'l> {
    pub package: &'l str,
    /// The base name of the library, and of what is generated from it.
    pub name: &'l str,
    pub aim: Aim,
}

/// The base name of what is generated.
pub const NAME: &str = "speech_outline";

pub fn build() -> Outcome {
    tools::wasm_target()?;
    tools::node_modules()?;
    let dist = root().join("pkg/dist");
    module(root(), &target(), &dist)?;
    step("Write the module as JavaScript, for pages that cannot fetch it", inline)?;
    step("Write each of what browsers load as one file", bundle)?;
    step("Put the site together in target/site/", site::assemble)
}

/// Makes the module and its JavaScript in `dist` from the sources in `source`. Cargo works in `target`.
pub fn module(source: &Path, target: &Path, dist: &Path) -> Outcome {
    let shipped = Library { package: "speech-outline", name: NAME, aim: Aim::Size };
    module_of(&shipped, source, target, dist)
}

/// As [`module`], of another library, or with another aim.
pub fn module_of(library: &Library, source: &Path, target: &Path, dist: &Path) -> Outcome {
    step("Compile the crate to WebAssembly", || compile(library, source, target))?;
    step("Generate JavaScript and types (wasm-bindgen)", || generate(library.name, target, dist))?;
    step("Optimise (wasm-opt -Oz)", || optimise(library.name, dist, "--strip-debug"))
}

fn compile(library: &Library, source: &Path, target: &Path) -> Outcome {
    // Panic messages name source files: without the paths of the machine that built them, which would differ.
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=.", source.display())];
    flags.extend(home.map(|home| format!("--remap-path-prefix={home}=cargo")));
    let Library { package, aim, .. } = library;
    if let Aim::Size = aim {
        let small = SMALL.into_iter().chain([SHORT_LOOPS, PLAIN[0], PLAIN[1], DEAR_CALLS]);
        flags.extend(small.map(str::to_owned));
    }
    run(cargo(&format!(
        "build --quiet --locked --release --package {package} --lib --features {FEATURES} --target {}",
        tools::WASM
    ))
    .current_dir(source)
    .env("CARGO_TARGET_DIR", target)
    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3")
    .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

/// One generated module serves browsers and Node: what differs, where the bytes come from, is in `pkg/`.
fn generate(name: &str, target: &Path, dist: &Path) -> Outcome {
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    let mut output = Bindgen::new()
        .input_path(target.join(tools::WASM).join("release").join(format!("{name}.wasm")))
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_producers_section(true)
        .generate_output()?;
    panics::become_traps(output.wasm_mut())?;
    let renamed = imports::shorten(output.wasm_mut());
    output.emit(dist)?;
    let script = dist.join(format!("{name}.js"));
    let text = fs::read_to_string(&script)?;
    fs::write(script, glue::thin(&imports::rename_in(&text, &renamed))?)?;
    let declarations = dist.join(format!("{name}.d.ts"));
    let text = fs::read_to_string(&declarations)?;
    Ok(fs::write(declarations, glue::thin_declarations(&text)?)?)
}

/// `names` says what becomes of the names of functions.
fn optimise(name: &str, dist: &Path, names: &str) -> Outcome {
    let file = dist.join(format!("{name}_bg.wasm"));
    let tool = "node_modules/binaryen/bin/wasm-opt";
    let mut optimise = command("node", &[tool]);
    optimise.args(REWRITE).args(["-Oz", "-Oz", "--converge", SEPARATE, TINY, NO_CSE, OFFSETS]);
    // By their names first: neighbours of one stage compress well.
    optimise.args(["--reorder-functions-by-name", names, "--strip-target-features", "--output"]);
    run(optimise.args([&file, &file]))?;
    let mut module = fs::read(&file)?;
    locations::erase(&mut module)?;
    Ok(fs::write(&file, module)?)
}

/// The module as it is built, but with the names of its functions, which do not change what they are.
pub fn with_names() -> Outcome<PathBuf> {
    let dist = target().join("named");
    generate(NAME, &target(), &dist)?;
    optimise(NAME, &dist, "--debuginfo")?;
    Ok(dist.join(format!("{NAME}_bg.wasm")))
}

fn inline() -> Outcome {
    let (module, script) = (format!("pkg/dist/{NAME}_bg.wasm"), format!("pkg/dist/{NAME}_inline.js"));
    run(&mut command("node", &["xtask/inline-module.mjs", &module, &script]))
}

fn bundle() -> Outcome {
    run(&mut command("node", &["xtask/bundle.mjs"]))
}
