//! The command line, as a person or a program calls it.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs, thread};

use serde_json::Value;

const TEXT: &str = "MR. LØNN: Good morning – “great” 😀 to see you. Today I am announcing 3 new ferries for the town.\n\n\
                    Q: When will they sail?\n\nMR. LØNN: In May.\n";

/// `cargo test` builds the examples beside the tests.
fn program() -> Command {
    let profile = env::current_exe().unwrap().parent().and_then(Path::parent).map(Path::to_owned).unwrap();
    let program = profile.join("examples").join(format!("outline{}", env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is missing: cargo build --example outline", program.display());
    Command::new(program)
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that refuses its arguments does not read its input.
    let writer = thread::spawn(move || stdin.write_all(&input).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn printed(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap()
}

fn refused(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "half an answer: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn temporary(name: &str, content: &[u8]) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).unwrap();
    file
}

#[test]
fn json_is_the_outline_with_utf16_spans() {
    let outline: Value = serde_json::from_str(&printed(&["--json", "-"], TEXT)).unwrap();
    assert_eq!(outline["version"], 1);
    let units: Vec<u16> = TEXT.encode_utf16().collect();
    let sections = outline["sections"].as_array().unwrap();
    assert_eq!(sections.last().unwrap()["span"]["end"], units.len());
    let points = outline["keyPoints"].as_array().unwrap();
    assert!(!points.is_empty());
    for point in points {
        let index = |name: &str| point["span"][name].as_u64().unwrap() as usize;
        assert_eq!(
            String::from_utf16(&units[index("start")..index("end")]).unwrap(),
            point["text"].as_str().unwrap()
        );
    }
}

#[test]
fn a_file_and_standard_input_give_the_same() {
    let file = temporary("same.txt", TEXT.as_bytes());
    assert_eq!(printed(&["--json", file.to_str().unwrap()], ""), printed(&["-", "--json"], TEXT));
}

#[test]
fn markdown_is_the_default() {
    let markdown = printed(&["-"], TEXT);
    assert!(markdown.starts_with('#'), "{markdown}");
    assert!(markdown.contains("3 new ferries"), "{markdown}");
    assert_eq!(markdown, printed(&["--markdown", "-"], TEXT));
}

#[test]
fn options_reach_the_outline() {
    let outline: Value =
        serde_json::from_str(&printed(&["--json", "--max-key-points", "0", "-"], TEXT)).unwrap();
    assert_eq!(outline["keyPoints"], Value::Array(Vec::new()));
}

#[test]
fn bad_input_is_named_and_nothing_is_printed() {
    assert!(refused(&["no-such-file.txt"], b"").starts_with("outline: no-such-file.txt: "));
    assert!(refused(&[env!("CARGO_MANIFEST_DIR")], b"").contains("irectory"));
    assert!(refused(&["-"], b"").contains("standard input: There is no text to outline"));
    assert!(refused(&["-"], b" \n").contains("standard input: There is no text to outline"));
    assert!(refused(&["-"], b"caf\xe9 cr\xe8me").contains("not text in UTF-8 (byte 3)"));
    assert!(refused(&["--json", "-"], &b"All good. ".repeat(2 * 1024 * 1024)).contains("at most 16 MB"));
}

#[test]
fn bad_arguments_are_named() {
    assert!(refused(&[], b"").contains("which file?"));
    assert!(refused(&["a", "b"], b"").contains("one file at a time"));
    assert!(refused(&["--jsn", "-"], b"").contains("no option --jsn"));
    assert!(refused(&["-", "--format"], b"").contains("--format needs a value"));
    assert!(refused(&["-", "--format", "docx"], b"").contains("expected \"auto\", \"plain\""));
}

#[test]
fn help_is_no_error() {
    assert!(printed(&["--help"], "").contains("--max-key-points"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_error() {
    let file = temporary("long.txt", TEXT.repeat(2000).as_bytes());
    let mut child =
        program().arg("--json").arg(file).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}
