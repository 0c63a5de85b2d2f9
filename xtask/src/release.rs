//! `cargo xtask version` and `cargo xtask release --dry-run`: the steps of docs/releasing.md that a program can do.

use std::fs;

use serde_json::Value;

use crate::build;
use crate::step::{Outcome, cargo, command, output, root, run, step};

const CHANGELOG: &str = "CHANGELOG.md";
const UNRELEASED: &str = "## Unreleased";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Gives the crate, the npm package and what is unreleased in the changelog a version.
pub fn set_version(new: &str) -> Outcome {
    let numbers = new.split('.').filter(|part| part.parse::<u32>().is_ok()).count();
    if numbers != 3 || new.split('.').count() != 3 {
        return Err(format!("\"{new}\" is no version such as 1.2.3").into());
    }
    let old = version()?;
    if old != new {
        replace("Cargo.toml", &format!("\nversion = \"{old}\"\n"), &format!("\nversion = \"{new}\"\n"))?;
        replace("pkg/package.json", &format!("\"version\": \"{old}\""), &format!("\"version\": \"{new}\""))?;
    }
    let today = output(&mut command("node", &["--print", "new Date().toISOString().slice(0, 10)"]))?;
    replace(CHANGELOG, UNRELEASED, &format!("{UNRELEASED}\n\n## {new} - {}", today.trim()))?;
    // The lock files name the version too.
    for manifest in ["Cargo.toml", "benches/native/Cargo.toml"] {
        run(&mut cargo(&format!("update --quiet --workspace --manifest-path {manifest}")))?;
    }
    run(&mut command(NPM, &["install", "--package-lock-only", "--no-audit", "--no-fund"]))?;
    compare_versions()
}

fn replace(file: &str, from: &str, to: &str) -> Outcome {
    let path = root().join(file);
    let text = fs::read_to_string(&path)?;
    if text.matches(from).count() != 1 {
        return Err(
            format!("{file}: {} stands there {} times", from.trim(), text.matches(from).count()).into()
        );
    }
    Ok(fs::write(path, text.replace(from, to))?)
}

/// The version of the crate.
fn version() -> Outcome<String> {
    let metadata: Value =
        serde_json::from_str(&output(&mut cargo("metadata --format-version=1 --no-deps --offline"))?)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let own = packages.iter().find(|package| package["name"] == "speech-outline");
    let version = own.and_then(|package| package["version"].as_str());
    Ok(version.ok_or("the crate has no version")?.to_owned())
}

/// The crate, the npm package, the lock files and the changelog are of one version.
pub fn compare_versions() -> Outcome {
    let version = version()?;
    let read = |file: &str| fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"));
    let package: Value = serde_json::from_str(&read("pkg/package.json")?)?;
    let npm_lock: Value = serde_json::from_str(&read("package-lock.json")?)?;
    let cargo_lock = read("Cargo.lock")?;
    let locked = format!("name = \"speech-outline\"\nversion = \"{version}\"\n");
    let changelog = read(CHANGELOG)?;
    let newest =
        changelog.lines().filter_map(|line| line.strip_prefix("## ")).find(|title| *title != "Unreleased");
    let wrong: Vec<&str> = [
        ("pkg/package.json", package["version"] == *version),
        ("package-lock.json", npm_lock["packages"]["pkg"]["version"] == *version),
        ("Cargo.lock", cargo_lock.contains(&locked)),
        (CHANGELOG, newest.is_none_or(|title| title.starts_with(&format!("{version} - ")))),
    ]
    .into_iter()
    .filter_map(|(file, right)| (!right).then_some(file))
    .collect();
    if wrong.is_empty() {
        println!("    the version is {version}");
        Ok(())
    } else {
        Err(format!("Cargo.toml has version {version}, but not {}", wrong.join(", ")).into())
    }
}

/// All of a release but the upload. Without a network: what only the registries can say is left to them.
pub fn dry_run() -> Outcome {
    build::build()?;
    rehearse()
}

/// The same with what has been built.
pub fn rehearse() -> Outcome {
    step("Compare the versions", compare_versions)?;
    step("Package the crate, and compile what is in the package (cargo package)", || {
        run(&mut cargo("package --quiet --package speech-outline --locked --allow-dirty --offline"))
    })?;
    step("Publish the npm package without uploading it (npm publish --dry-run)", || {
        output(&mut command(NPM, &["publish", "./pkg", "--dry-run", "--offline", "--loglevel=error"]))
            .map(drop)
    })
}
