//! The oldest compiler that is supported is the crate's `rust-version`. That the crate uses nothing newer is checked
//! by clippy (`incompatible_msrv`), that its dependencies need nothing newer here, and by the compiler itself where
//! rustup has it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::step::{Outcome, cargo, command, output, run, target};
use crate::tools;

const CRATE: &str = "speech-outline";

pub fn check() -> Outcome {
    let arguments = format!("metadata --format-version=1 --locked --filter-platform {}", tools::WASM);
    let metadata: Value = serde_json::from_str(&output(&mut cargo(&arguments))?)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let package = |id: &Value| packages.iter().find(|package| package["id"] == *id);
    let own = packages.iter().find(|package| package["name"] == CRATE).ok_or("the crate is missing")?;
    let oldest = own["rust_version"].as_str().ok_or("the crate states no rust-version")?;
    let mut newer = Vec::new();
    let ids = shipped(&metadata, &own["id"]);
    for package in ids.iter().filter_map(|id| package(&Value::from(*id))) {
        if let Some(needed) = package["rust_version"].as_str().filter(|needed| parse(needed) > parse(oldest))
        {
            newer.push(format!("{} needs {needed}", package["name"]));
        }
    }
    if !newer.is_empty() {
        return Err(format!("rust-version is {oldest}, but {}", newer.join(", ")).into());
    }
    println!("    none of the {} packages needs more than Rust {oldest}", ids.len());
    compile_with(oldest)
}

/// The crate and everything that ends up in its module or is needed to compile it.
fn shipped<'m>(metadata: &'m Value, root: &'m Value) -> BTreeSet<&'m str> {
    let nodes = metadata["resolve"]["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = root.as_str().into_iter().collect();
    while let Some(id) = next.pop() {
        if !found.insert(id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id);
        for dependency in node.and_then(|node| node["deps"].as_array()).into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array().map(Vec::as_slice).unwrap_or_default();
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                next.extend(dependency["pkg"].as_str());
            }
        }
    }
    found
}

fn parse(version: &str) -> Vec<u32> {
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

fn compile_with(version: &str) -> Outcome {
    let installed = output(&mut command("rustup", &["toolchain", "list"])).unwrap_or_default();
    if !installed
        .lines()
        .any(|name| name.starts_with(&format!("{version}-")) || name.starts_with(&format!("{version}.")))
    {
        println!("    Rust {version} is not installed, so it does not compile the crate here");
        println!("    (rustup toolchain install {version} --profile minimal)");
        return Ok(());
    }
    let folder = target().join("msrv");
    run(command("rustup", &["run", version, "cargo", "check", "--lib", "--locked"])
        .env("CARGO_TARGET_DIR", folder))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_compare_by_their_numbers() {
        assert!(parse("1.9") < parse("1.88"));
        assert!(parse("1.88") < parse("1.88.1"));
        assert_eq!(parse("1.88"), [1, 88]);
    }
}
