//! The outlines of the transcripts in `tests/fixtures/outline/`. Each file holds a transcript and, below a line of
//! equals signs, its outline for people to read and correct. `BLESS=1 cargo test --test fixtures` writes what the
//! program says now into the files: read the difference before you keep it.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use speech_outline::{Options, Outline, Section, outline};

const SEPARATOR: &str = "\n==================== outline ====================\n";

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outline");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files
}

#[test]
fn the_outlines_are_as_written() {
    let mut wrong = String::new();
    let files = fixtures();
    assert!(!files.is_empty());
    for file in files {
        let content = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let (text, expected) = content.split_once(SEPARATOR).unwrap_or((content.trim_end(), ""));
        let found = describe(text, &outline(text, &Options::default()).unwrap());
        if found == expected {
            continue;
        }
        if env::var_os("BLESS").is_some() {
            fs::write(&file, format!("{text}{SEPARATOR}{found}")).unwrap();
        } else {
            write!(wrong, "\n{}\n{}", file.display(), difference(expected, &found)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nIf this is better than before: BLESS=1 cargo test --test fixtures");
}

/// The outline in the form of the fixtures.
fn describe(text: &str, outline: &Outline) -> String {
    let mut lines = String::new();
    for (name, value) in [
        ("title", &outline.title),
        ("source", &outline.source),
        ("date", &outline.date),
        ("place", &outline.place),
    ] {
        if let Some(value) = value {
            writeln!(lines, "{name}: {value}").unwrap();
        }
    }
    for speaker in &outline.speakers {
        writeln!(lines, "speaker: {} ({}, {} words)", speaker.name, json(speaker.role), speaker.words)
            .unwrap();
    }
    for point in &outline.key_points {
        writeln!(lines, "* {}", in_short(&point.text)).unwrap();
    }
    for section in &outline.sections {
        describe_section(&mut lines, text, outline, section);
    }
    lines
}

fn describe_section(lines: &mut String, text: &str, outline: &Outline, section: &Section) {
    writeln!(lines, "\n{} {}", section.kind.as_str().to_uppercase(), section.title).unwrap();
    writeln!(lines, "    {}", in_short(section.span.of(text))).unwrap();
    let names = section.speakers.iter().filter_map(|&index| outline.speakers.get(index));
    let names: Vec<&str> = names.map(|speaker| speaker.name.as_str()).collect();
    if !names.is_empty() {
        writeln!(lines, "    speakers: {}", names.join(", ")).unwrap();
    }
    for point in &section.key_points {
        writeln!(lines, "    * {}", in_short(&point.text)).unwrap();
    }
    if let Some(exchange) = &section.exchange {
        writeln!(lines, "    asked: {}", in_short(exchange.question.of(text))).unwrap();
        for answer in &exchange.answers {
            writeln!(lines, "    answered: {}", in_short(answer.span.of(text))).unwrap();
        }
        for follow_up in &exchange.follow_ups {
            writeln!(lines, "    then asked: {}", in_short(follow_up.question.of(text))).unwrap();
        }
    }
}

/// The first and the last words, on one line.
fn in_short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=16 => words.join(" "),
        many => format!("{} ... {}", words[..9].join(" "), words[many - 6..].join(" ")),
    }
}

fn json(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// The lines that differ, with a sign for the side that they are on.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let missing = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("- {line}\n"));
    let added = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("+ {line}\n"));
    let lines: String = missing.chain(added).collect();
    if lines.is_empty() { "the lines are the same in another order\n".to_owned() } else { lines }
}
