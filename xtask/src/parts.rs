//! The module by part: code by crate and folder, weights, word lists, other data. Printed by `cargo xtask size`, each
//! part against its ceiling in `size-parts.txt`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use crate::build::{self, NAME};
use crate::module::Module;
use crate::step::{Outcome, root, target};
use crate::tools;

const LIMITS: &str = "size-parts.txt";

/// Crates of the standard library.
const STANDARD: [&str; 4] = ["core", "alloc", "std", "compiler_builtins"];

/// Parts with less than this many bytes of code are one.
const SMALL: usize = 1500;

/// Prints a line for each part, and fails where one is over its ceiling.
pub fn compare() -> Outcome {
    let shipped = fs::metadata(root().join(format!("pkg/dist/{NAME}_bg.wasm")))?.len() as usize;
    let module = Module::read(&fs::read(build::with_names()?)?)?;
    let parts = parts(&module, shipped)?;
    let limits = fs::read_to_string(root().join(LIMITS))?;
    let limits: BTreeMap<&str, usize> = limits
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| line.rsplit_once(' '))
        .filter_map(|(part, limit)| Some((part.trim_end(), limit.parse().ok()?)))
        .collect();
    println!("    {:40} {:>18}", "bytes of the module (ceiling)", "raw");
    let mut over = Vec::new();
    for (part, size) in &parts {
        let limit = limits.get(part.as_str()).copied();
        let cell = limit.map_or_else(|| format!("{size} (none)"), |limit| format!("{size} ({limit})"));
        println!("    {part:40} {cell:>18}");
        if limit.is_none_or(|limit| *size > limit) {
            over.push(part.as_str());
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the ceiling in {LIMITS}, or without one: {}", over.join(", ")).into())
    }
}

/// Each part with its bytes; together they are the module.
fn parts(module: &Module, shipped: usize) -> Outcome<BTreeMap<String, usize>> {
    let mut code: BTreeMap<String, usize> = BTreeMap::new();
    for (name, size) in &module.functions {
        *code.entry(owner(name)).or_default() += size;
    }
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    for (owner, size) in code {
        let part = if size < SMALL { "code: other".to_owned() } else { format!("code: {owner}") };
        *parts.entry(part).or_default() += size;
    }
    let known = Windows::of(&module.data);
    let (weights, words) = data_files(&known)?;
    parts.insert("data: weights".to_owned(), weights);
    parts.insert("data: words".to_owned(), words);
    parts.insert("data: other".to_owned(), module.data.len().saturating_sub(weights + words));
    let counted: usize = parts.values().sum();
    parts.insert("types, tables, imports".to_owned(), shipped.saturating_sub(counted));
    Ok(parts)
}

/// Whose code a function is: of a folder or file of `src/`, of the standard library, of another crate. Generic code
/// belongs to whoever wrote it.
fn owner(name: &str) -> String {
    let path = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = path.trim_start_matches("dyn ").trim_start_matches("mut ").trim_start_matches("impl ");
    let mut words = path.split("::").map(|word| {
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len());
        &word[..end]
    });
    let krate = words.next().unwrap_or_default();
    if !path.contains("::") {
        return "boundary (wasm-bindgen)".to_owned();
    }
    if STANDARD.contains(&krate) {
        return "standard library".to_owned();
    }
    if krate != NAME {
        return krate.to_owned();
    }
    let module = words.next().unwrap_or_default();
    let source = root().join("src");
    if source.join(module).is_dir() || source.join(format!("{module}.rs")).is_file() {
        format!("src/{module}")
    } else {
        "src/lib".to_owned()
    }
}

/// How many bytes of the files of weights, and of the word lists as `build.rs` has packed them, are in the data.
fn data_files(known: &Windows) -> Outcome<(usize, usize)> {
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files)?;
    collect(&target().join(tools::WASM).join("release/build"), &mut files)?;
    let (mut weights, mut words) = (0, 0);
    for file in files {
        match file.extension().and_then(|ending| ending.to_str()) {
            // Earlier builds left theirs there too.
            Some("bin") if file.ends_with("out/lists.bin") => {
                words = words.max(known.of_file(&fs::read(file)?));
            }
            Some("bin") => weights += known.of_file(&fs::read(file)?),
            _ => {}
        }
    }
    Ok((weights, words))
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// All short stretches of some bytes, to find again what a file put there.
struct Windows<'d>(HashSet<&'d [u8]>);

impl<'d> Windows<'d> {
    const LENGTH: usize = 12;

    fn of(data: &'d [u8]) -> Self {
        Self(data.windows(Self::LENGTH).collect())
    }

    /// How many bytes of a file are there, up to a few.
    fn of_file(&self, file: &[u8]) -> usize {
        let (mut found, mut at) = (0, 0);
        while let Some(window) = file.get(at..at + Self::LENGTH) {
            let there = self.0.contains(window);
            found += if there { Self::LENGTH } else { 0 };
            at += if there { Self::LENGTH } else { 1 };
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_belongs_to_the_folder_or_the_crate_that_wrote_it() {
        for (name, expected) in [
            ("speech_outline::sections::lattice::forward", "src/sections"),
            ("speech_outline[4f1d2c]::json::Json::string", "src/json"),
            ("<speech_outline::facts::Fact as serde::ser::Serialize>::serialize", "src/facts"),
            ("speech_outline::outline", "src/outline"),
            ("<alloc::vec::Vec<speech_outline::outline::Span> as core::ops::Drop>::drop", "standard library"),
            ("<&mut core::fmt::Formatter>::pad", "standard library"),
            ("js_sys::Array::get", "js_sys"),
            ("__wbindgen_malloc", "boundary (wasm-bindgen)"),
        ] {
            assert_eq!(owner(name), expected, "{name}");
        }
    }

    #[test]
    fn what_a_file_put_into_the_data_is_found_again() {
        let data = b"....the first words of the first list\n....and more of it";
        let windows = Windows::of(data);
        assert_eq!(windows.of_file(b"the first words of the first list\n"), 24);
        assert_eq!(windows.of_file(b"something else that is not there"), 0);
    }
}
