//! Packs the word lists for the npm package's module: sorted, one after the other, into `lists.bin`, and their names into
//! `lists.rs`. Programs that depend on the crate have the lists as they stand.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code, reason = "the crate uses the rest")]
#[path = "src/packed/mod.rs"]
mod packed;

use packed::{Packer, Unpacker, text};

/// Of the lists and folders in `src/language/`, those that hold words and not numbers.
const FOLDERS: [&str; 8] =
    ["en", "en/cues", "en/facts", "en/items", "en/key_points", "en/questions", "en/titles", "en/transcript"];
const OTHER: &str = "other";
const NUMBERS: &str = "en/titles/weights.txt";

fn main() {
    println!("cargo:rerun-if-changed=src/language");
    println!("cargo:rerun-if-changed=src/packed");
    if env::var_os("CARGO_FEATURE_MODULE").is_none() {
        return;
    }
    let mut names = Vec::new();
    for folder in FOLDERS.into_iter().chain([OTHER]) {
        names.extend(lists(folder));
    }
    let mut all = Vec::new();
    for name in &names {
        all.extend(sorted(&fs::read_to_string(Path::new(LANGUAGE).join(name)).expect("a list")));
        all.push(b'\n');
    }
    let mut packer = Packer::new();
    text::code(&mut packer, &all, all.len());
    let bytes = packer.finish();
    let mut unpacker = Unpacker::new(&bytes);
    assert!(
        text::code(&mut unpacker, &[], all.len()) == all && unpacker.is_complete(),
        "what is packed is unpacked"
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("lists.bin"), bytes).expect("a file");
    let code =
        format!("const LENGTH: usize = {};\nconst NAMES: [&str; {}] = {names:?};\n", all.len(), names.len());
    fs::write(out.join("lists.rs"), code).expect("a file");
}

const LANGUAGE: &str = "src/language";

/// The names of the lists in a folder, in their order.
fn lists(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(LANGUAGE).join(folder)).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "txt"))
        .map(|name| format!("{folder}/{name}"))
        .filter(|name| name != NUMBERS)
        .collect();
    names.sort();
    names
}

/// The terms of a list, one a line, without comments.
fn sorted(list: &str) -> Vec<u8> {
    let terms = list.lines().map(|line| line.split_once('#').map_or(line, |(term, _)| term).trim());
    let mut terms: Vec<&str> = terms.filter(|term| !term.is_empty()).collect();
    terms.sort_unstable();
    terms.iter().flat_map(|term| [term.as_bytes(), b"\n"].concat()).collect()
}
