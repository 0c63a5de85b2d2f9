//! Where everything that the project stands on comes from, and under which licences: what can be told from the files
//! of the repository. `deny.toml` has the rules; `cargo xtask deny` checks more of them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Tally;
use crate::metadata::{Metadata, Use};
use crate::sbom::spdx;
use crate::step::{Outcome, root, step};

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NPM: &str = "https://registry.npmjs.org/";

pub fn test(tally: &mut Tally) {
    tally.check("Lock files", || step("Check that every dependency is locked, and its source", locked));
    tally.check("Licences", || step("Check the licences of all crates", licences));
    tally.check("What is shipped", || step("Check what the package brings along", shipped));
}

/// Every workspace and every folder of npm packages has a lock file, which names crates.io or npm and nothing else.
fn locked() -> Outcome {
    let mut manifests = Vec::new();
    find_manifests(root(), &mut manifests)?;
    let mut faults = Vec::new();
    let mut locks = 0;
    for manifest in &manifests {
        let content = fs::read_to_string(manifest)?;
        let lock = if manifest.ends_with("Cargo.toml") {
            if !content.lines().any(|line| line == "[workspace]") {
                continue;
            }
            manifest.with_file_name("Cargo.lock")
        } else {
            let package: Value = serde_json::from_str(&content)?;
            if package.get("dependencies").is_none() && package.get("devDependencies").is_none() {
                continue;
            }
            manifest.with_file_name("package-lock.json")
        };
        match fs::read_to_string(&lock) {
            Ok(content) if lock.ends_with("Cargo.lock") => faults.extend(foreign_crates(&content)),
            Ok(content) => faults.extend(foreign_packages(&serde_json::from_str(&content)?)),
            Err(_) => faults.push(format!("{} is missing", lock.display())),
        }
        locks += 1;
    }
    if locks < 4 {
        faults.push(format!("only {locks} lock files were found"));
    }
    none_of("not from crates.io or npm, or not locked", &faults)
}

fn find_manifests(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    const NOT_OURS: [&str; 4] = ["target", "node_modules", ".git", "dist"];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                find_manifests(&path, found)?;
            }
        } else if name == "Cargo.toml" || name == "package.json" {
            found.push(path);
        }
    }
    Ok(())
}

fn foreign_crates(lock: &str) -> Vec<String> {
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = "));
    sources.filter(|source| source.trim_matches('"') != CRATES).map(str::to_owned).collect()
}

/// What a package-lock.json names from elsewhere, or without a hash. Links are folders of this repository.
fn foreign_packages(lock: &Value) -> Vec<String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    let packages =
        packages.filter(|(path, package)| path.contains("node_modules/") && package["link"] != true);
    // Without an address it is npm's.
    let ours = |package: &Value| package["resolved"].as_str().is_none_or(|from| from.starts_with(NPM));
    packages
        .filter(|(_, package)| !ours(package) || !package["integrity"].is_string())
        .map(|(path, _)| path.clone())
        .collect()
}

fn licences() -> Outcome {
    let rules = fs::read_to_string(root().join("deny.toml"))?;
    let allowed = allowed(&rules);
    let metadata = Metadata::read()?;
    let name_and_licence = |package: &Value| {
        let licence = spdx(package["license"].as_str().unwrap_or("none"));
        (!fits(&licence, &allowed)).then(|| format!("{}: {licence}", package["name"]))
    };
    let faults: Vec<String> = metadata.packages().iter().filter_map(name_and_licence).collect();
    println!("    {} packages, {} licences allowed", metadata.packages().len(), allowed.len());
    none_of("not on the list of licences in deny.toml", &faults)
}

/// The licences that `deny.toml` allows.
fn allowed(rules: &str) -> Vec<&str> {
    let list = rules.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).unwrap_or_default().0;
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether a licence expression can be met with the licences that are allowed: one side of each "OR", both of each
/// "AND".
fn fits(expression: &str, allowed: &[&str]) -> bool {
    let sides = |operator| split_outside_brackets(expression, operator);
    if let Some((left, right)) = sides(" OR ") {
        return fits(left, allowed) || fits(right, allowed);
    }
    if let Some((left, right)) = sides(" AND ") {
        return fits(left, allowed) && fits(right, allowed);
    }
    match expression.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')) {
        Some(inside) => fits(inside, allowed),
        None => allowed.contains(&expression),
    }
}

fn split_outside_brackets<'e>(expression: &'e str, operator: &str) -> Option<(&'e str, &'e str)> {
    let depth = |before: &str| before.matches('(').count() - before.matches(')').count();
    let (at, _) = expression.match_indices(operator).find(|(at, _)| depth(&expression[..*at]) == 0)?;
    Some((&expression[..at], &expression[at + operator.len()..]))
}

/// The npm package needs no other and runs nothing when it is installed; no crate is in the module twice.
fn shipped() -> Outcome {
    let package: Value = serde_json::from_str(&fs::read_to_string(root().join("pkg/package.json"))?)?;
    let unwanted = ["dependencies", "optionalDependencies", "bundleDependencies", "scripts"];
    let mut faults: Vec<String> =
        unwanted.into_iter().filter(|name| package.get(name).is_some()).map(str::to_owned).collect();
    let metadata = Metadata::read()?;
    let shipped = metadata.shipped()?;
    let mut names: Vec<&str> = shipped
        .values()
        .filter(|(_, used)| *used == Use::Module)
        .filter_map(|(package, _)| package["name"].as_str())
        .collect();
    println!("    {} crates can be in the module, {} compile it", names.len(), shipped.len() - names.len());
    names.sort_unstable();
    faults
        .extend(names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| format!("{} twice", pair[0])));
    none_of("what is shipped should not have", &faults)
}

fn none_of(what: &str, faults: &[String]) -> Outcome {
    if faults.is_empty() { Ok(()) } else { Err(format!("{what}: {}", faults.join(", ")).into()) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_licence_fits_by_one_side_of_or_and_both_of_and() {
        let fits = |expression| fits(expression, &["MIT", "Zlib", "Unicode-3.0"]);
        assert!(fits("MIT") && fits("GPL-3.0 OR MIT") && fits("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!fits("GPL-3.0") && !fits("none") && !fits("MIT AND GPL-3.0") && !fits("(MIT AND GPL-3.0)"));
        assert!(!fits("(MIT OR Zlib) AND (GPL-3.0 OR LGPL-2.1)"));
    }

    #[test]
    fn the_list_is_read_from_the_rules() {
        assert_eq!(
            allowed("[licenses]\nallow = [\n  \"MIT\",\n  \"Zlib\",\n]\nother = [\"x\"]"),
            ["MIT", "Zlib"]
        );
        assert!(allowed("").is_empty());
    }

    #[test]
    fn other_sources_are_found() {
        let lock = format!("source = \"{CRATES}\"\nsource = \"git+https://example.org/x\"\n");
        assert_eq!(foreign_crates(&lock), ["\"git+https://example.org/x\""]);
        let lock = json!({ "packages": {
            "": { "name": "own" },
            "node_modules/own": { "resolved": "pkg", "link": true },
            "node_modules/good": { "resolved": "https://registry.npmjs.org/good.tgz", "integrity": "sha512-x" },
            "node_modules/plain": { "integrity": "sha512-x" },
            "node_modules/unhashed": { "resolved": "https://registry.npmjs.org/unhashed.tgz" },
            "node_modules/far": { "resolved": "https://example.org/far.tgz", "integrity": "sha512-x" },
        }});
        assert_eq!(foreign_packages(&lock), ["node_modules/far", "node_modules/unhashed"]);
    }
}
