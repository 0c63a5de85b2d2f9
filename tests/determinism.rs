//! The same bytes on every platform. `tests/determinism/hashes.txt` has the SHA-256 of what the npm package gives for
//! every sample of the repository, as `JSON.stringify` writes it. Here it is compared with what this machine
//! computes; `tests/package/determinism.test.mjs` does so in Node, and `tests/browser/determinism.test.mjs` in browsers.
//! After a change that makes other outlines, `cargo xtask bless` writes the hashes anew.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use sha2::{Digest, Sha256};
use speech_outline::transcript::TranscriptView;
use speech_outline::utf16::{Spans, to_utf16};
use speech_outline::{Options, outline, transcript};

/// Where the samples are.
const FOLDERS: [&str; 5] = [
    "tests/determinism/texts",
    "tests/fixtures/facts",
    "tests/fixtures/outline",
    "tests/fixtures/transcript",
    "www/samples",
];

const HEAD: &str = "\
# The SHA-256 of what outline() and transcript() of the npm package give for each sample, as JSON.stringify writes it.
# Of the samples in tests/fixtures/outline/, the text is what stands above the line of equals signs.
# After a change that makes other outlines: cargo xtask bless
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The samples by their paths in the repository, in order.
fn samples() -> Vec<String> {
    let is_sample = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default();
        let is_read_me = path.file_name().is_some_and(|name| name == "README.md");
        path.is_file() && ending != "read" && !is_read_me
    };
    let mut names = Vec::new();
    for folder in FOLDERS {
        let paths = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let names_here = paths.filter(is_sample).map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            format!("{folder}/{name}")
        });
        names.extend(names_here);
    }
    names.sort();
    names
}

fn text_of(sample: &str) -> String {
    let text = fs::read_to_string(root().join(sample)).unwrap().replace("\r\n", "\n");
    text.split("\n==================== outline").next().unwrap_or_default().to_owned()
}

/// JSON as JavaScript writes it: a number without decimals has no point.
struct AsJavaScript;

impl Formatter for AsJavaScript {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

fn hash<T: Serialize + Spans>(value: &mut T, text: &str) -> String {
    to_utf16(value, text);
    let mut json = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut json, AsJavaScript)).unwrap();
    Sha256::digest(&json).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

#[test]
fn this_machine_gives_the_bytes_that_every_other_gives() {
    let samples = samples();
    assert!(samples.len() > 40, "only {} samples were found", samples.len());
    let mut found = HEAD.to_owned();
    for sample in &samples {
        let text = text_of(sample);
        let options = Options::default();
        let outline = hash(&mut outline(&text, &options).unwrap(), &text);
        let transcript = hash(&mut TranscriptView::from(transcript(&text, &options).unwrap()), &text);
        write!(found, "{outline} outline {sample}\n{transcript} transcript {sample}\n").unwrap();
    }
    let file = root().join("tests/determinism/hashes.txt");
    if env::var_os("BLESS").is_some() {
        fs::write(&file, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    let other: Vec<&str> =
        found.lines().filter(|line| !expected.lines().any(|expected| expected == *line)).collect();
    assert!(other.is_empty(), "other bytes than in {}:\n{}", file.display(), other.join("\n"));
    assert_eq!(found, expected, "samples that are gone: cargo xtask bless");
}
