//! One piece of work, for valgrind to count its instructions:
//!
//! ```text
//! instructions WORK TEXT BYTES
//! ```
//!
//! WORK is what is done: `nothing` (the text is only made), `reading`, `sections` (with reading) or `outline`.
//! TEXT is `invented` (the transcripts of `training/invented/`) or one of the hostile texts of `hostile.rs`.
//! `instructions --list` names the hostile texts.

mod hostile;

use std::hint::black_box;
use std::process::ExitCode;
use std::{env, fs};

use speech_outline::{Options, outline, sections, transcript};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--list"] => {
            for (name, _) in hostile::TEXTS {
                println!("{name}");
            }
            ExitCode::SUCCESS
        }
        [work, text, bytes] => {
            let text = bytes.parse().ok().and_then(|bytes| text_of(text, bytes));
            if text.is_some_and(|text| run(work, &text)) { ExitCode::SUCCESS } else { usage() }
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: instructions nothing|reading|sections|outline TEXT BYTES");
    ExitCode::FAILURE
}

fn run(work: &str, text: &str) -> bool {
    let options = Options::default();
    // Word lists and weights are read at the first call: that is part of no text's cost.
    drop(black_box(outline("Good morning.", &options)));
    match work {
        "nothing" => {}
        "reading" => drop(black_box(transcript(text, &options))),
        "sections" => {
            drop(black_box(transcript(text, &options).map(|read| sections::find(&read, &options))));
        }
        "outline" => drop(black_box(outline(text, &options))),
        _ => return false,
    }
    true
}

fn text_of(name: &str, bytes: usize) -> Option<String> {
    if name == "invented" {
        return Some(invented(bytes));
    }
    hostile::TEXTS.iter().find(|(known, _)| *known == name).map(|(_, make)| make(bytes))
}

/// The invented transcripts, without the marks of their annotation, up to the first paragraph that ends after `bytes`.
fn invented(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../training/invented");
    let entries = fs::read_dir(folder).expect("the folder of invented transcripts");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut text = String::new();
    for path in paths {
        let marked = fs::read_to_string(path).expect("an invented transcript");
        // "⟦mark⟧text" to "text".
        let plain: String =
            marked.split('⟦').map(|part| part.split('⟧').next_back().unwrap_or(part)).collect();
        text.push_str(&plain);
        text.push_str("\n\n");
        if text.len() > bytes {
            break;
        }
    }
    let end = text.get(bytes..).and_then(|rest| rest.find("\n\n")).map_or(text.len(), |at| bytes + at);
    text.truncate(end);
    text
}
