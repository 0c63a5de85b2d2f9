//! `cargo xtask fuzz SECONDS [TARGET...]`: hands the targets of `fuzz/` ever other inputs, made from the fixtures, and
//! fails with an input that breaks a promise. What it has learned stays in `target/fuzz/` for the next time.
//!
//! The targets are libFuzzer's. They are built with the stable compiler: without sanitizers, which look for faults of
//! unsafe code, of which the crate has none. One target has no fuzzer: `module` hands what the others have learned to the
//! native program and to the module, which must say the same.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::step::{Outcome, cargo, command, output, root, run, step, target};
use crate::{build, tools};

const MODULE: &str = "module";
const TARGETS: [&str; 5] = ["outline", "reader", "boundary", "options", MODULE];
/// Targets whose texts the module is given.
const OF_TEXTS: [&str; 2] = ["outline", "reader"];

/// With each target when everything is tested.
const SECONDS: u32 = 60;
/// What libFuzzer chooses at random is then the same each time, so that no change fails for another's fault.
const SEED: u32 = 1;

/// What `cargo fuzz` sets too. Comparisons are not traced: it costs more than half of the runs, and the dictionary has
/// the words that they would find.
const FLAGS: [&str; 7] = [
    "--cfg",
    "fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Ccodegen-units=4",
];

/// Transcripts to start from.
const SEEDS: [&str; 5] = [
    "tests/determinism/texts",
    "tests/fixtures/facts",
    "tests/fixtures/outline",
    "tests/fixtures/transcript",
    "www/samples",
];

/// Lists of words for the dictionary, below `src/language/en/`.
const WORDS: [&str; 3] = ["cues", "facts", "transcript"];

pub fn fuzz(arguments: &[&str]) -> Outcome {
    let (seconds, targets) = read_arguments(arguments)?;
    if targets.contains(&MODULE) {
        build::build()?;
    }
    run_targets(&targets, &Run { seconds, seed: None })
}

/// Every target for a minute. The package must have been built.
pub fn briefly() -> Outcome {
    run_targets(&TARGETS, &Run { seconds: SECONDS, seed: Some(SEED) })
}

struct Run {
    seconds: u32,
    /// Another one each time if there is none.
    seed: Option<u32>,
}

fn run_targets(targets: &[&str], how: &Run) -> Outcome {
    tools::cpp()?;
    let folder = target().join("fuzz");
    let binaries = step("Build the fuzz targets", || compile(&folder))?;
    step("Gather transcripts and words", || prepare(&folder))?;
    let fuzzers: Vec<&str> = targets.iter().copied().filter(|&name| name != MODULE).collect();
    // As many at a time as there are processors.
    for some in fuzzers.chunks(thread::available_parallelism()?.get()) {
        step(&format!("Fuzz {} for {} s", some.join(", "), how.seconds), || {
            run_at_once(some, how, &binaries, &folder)
        })?;
    }
    if targets.contains(&MODULE) {
        step(&format!("Compare the module with native code for {} s", how.seconds), || {
            compare_module(how.seconds, &folder)
        })?;
    }
    Ok(())
}

fn run_at_once(names: &[&str], how: &Run, binaries: &Path, folder: &Path) -> Outcome {
    let run = |name| run_target(name, how, binaries, folder).map_err(|error| error.to_string());
    let failures: Vec<String> = thread::scope(|scope| {
        let running: Vec<_> = names.iter().map(|name| scope.spawn(|| run(name))).collect();
        let ended =
            running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("it stopped".into())));
        ended.filter_map(Result::err).collect()
    });
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n    ").into()) }
}

/// Hands texts to the command line and to the module.
fn compare_module(seconds: u32, folder: &Path) -> Outcome {
    run(&mut cargo("build --quiet --release --example outline"))?;
    let mut compare = command("node", &["fuzz/native-against-wasm.mjs"]);
    compare.arg(target().join("release/examples/outline")).arg(seconds.to_string()).arg(folder.join("seeds"));
    run(compare
        .args(OF_TEXTS.map(|name| folder.join("corpus").join(name)).iter().filter(|path| path.is_dir())))
}

fn read_arguments<'a>(arguments: &[&'a str]) -> Outcome<(u32, Vec<&'a str>)> {
    let [seconds, targets @ ..] = arguments else {
        return Err("for how many seconds each? cargo xtask fuzz 60".into());
    };
    let seconds = seconds.parse().map_err(|_| format!("\"{seconds}\" is no number of seconds"))?;
    if let Some(unknown) = targets.iter().find(|name| !TARGETS.contains(name)) {
        return Err(format!("there is no target {unknown}: the targets are {}", TARGETS.join(", ")).into());
    }
    Ok((seconds, if targets.is_empty() { TARGETS.to_vec() } else { targets.to_vec() }))
}

fn compile(folder: &Path) -> Outcome<PathBuf> {
    let versions = output(&mut command("rustc", &["--version", "--verbose"]))?;
    let host = versions.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    // With a target named, macros and build scripts are compiled without the flags.
    let arguments =
        format!("build --quiet --locked --release --manifest-path fuzz/Cargo.toml --target {host}");
    run(cargo(&arguments)
        .env("CARGO_TARGET_DIR", folder)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")))?;
    Ok(folder.join(host).join("release"))
}

/// Copies the samples into one folder, and writes the dictionary.
fn prepare(folder: &Path) -> Outcome {
    let seeds = folder.join("seeds");
    fs::create_dir_all(&seeds)?;
    for from in SEEDS {
        for file in files(&root().join(from))? {
            if file.extension().is_none_or(|ending| ending != "read" && ending != "md") {
                fs::copy(&file, seeds.join(file.file_name().unwrap_or_default()))?;
            }
        }
    }
    let mut dictionary = fs::read_to_string(root().join("fuzz/dictionary.txt"))?;
    for list in WORDS {
        for file in files(&root().join("src/language/en").join(list))? {
            let list = fs::read_to_string(file)?;
            let terms = list.lines().filter(|line| !line.starts_with('#'));
            for term in terms.map(|line| line.split(" = ").next().unwrap_or_default()) {
                if !term.is_empty() && term.chars().all(|c| c == ' ' || c.is_ascii_alphanumeric()) {
                    writeln!(dictionary, "\"{term} \"")?;
                }
            }
        }
    }
    Ok(fs::write(folder.join("dictionary.txt"), dictionary)?)
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<_>>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

fn run_target(name: &str, how: &Run, binaries: &Path, folder: &Path) -> Outcome {
    let (corpus, found) = (folder.join("corpus").join(name), folder.join("found"));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&found)?;
    let log = folder.join(format!("{name}.log"));
    let mut fuzzer = command(binaries.join(name), &[]);
    fuzzer.args([&corpus, &folder.join("seeds")]);
    fuzzer.args(["-max_len=8192", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    fuzzer.arg(format!("-max_total_time={}", how.seconds));
    fuzzer.args(how.seed.map(|seed| format!("-seed={seed}")));
    fuzzer.arg(format!("-dict={}", folder.join("dictionary.txt").display()));
    fuzzer.arg(format!("-artifact_prefix={}/{name}-", found.display()));
    let status = fuzzer.stderr(fs::File::create(&log)?).status()?;
    let report = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    let line = |start: &str| report.lines().rfind(|line| line.contains(start)).unwrap_or_default().to_owned();
    if status.success() {
        println!("    {name}: {}", line("DONE").trim_start_matches('#'));
        return Ok(());
    }
    let (panic, input) = (line("panicked at"), line("Test unit written to"));
    Err(format!("{panic}\n    {input}\n    all of it: {}", log.display()).into())
}
