//! The transcript that is read from a file, for people and for programs:
//! `cargo run --release --example transcript -- [--json] [--format FORMAT] FILE`.

mod support;

use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;

use speech_outline::transcript::TranscriptView;
use speech_outline::utf16::to_utf16;
use speech_outline::{Options, Transcript, transcript};

const HELP: &str = "\
Who said what: the reading of a transcript.

  transcript [OPTIONS] FILE      a file in UTF-8; - reads standard input

  --json                         speakers, turns, paragraphs, sentences; spans count UTF-16 code units
  --format FORMAT                how the text is laid out: auto, plain, webvtt, srt, ...
";

struct Request {
    file: String,
    json: bool,
    options: Options,
}

fn main() -> ExitCode {
    support::run("transcript", HELP, |arguments| answer(&read_arguments(arguments)?))
}

fn read_arguments(arguments: &[String]) -> Result<Request, Box<dyn Error>> {
    let mut request = Request { file: String::new(), json: false, options: Options::default() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--json" => request.json = true,
            "--format" => {
                let value = rest.next().ok_or("--format needs a value (see --help)")?;
                request.options.set("format", value)?;
            }
            unknown if unknown.starts_with('-') && unknown != "-" => {
                return Err(format!("there is no option {unknown} (see --help)").into());
            }
            file if request.file.is_empty() => file.clone_into(&mut request.file),
            _ => return Err("one file at a time (see --help)".into()),
        }
    }
    if request.file.is_empty() {
        return Err("which file? (- reads standard input; see --help)".into());
    }
    Ok(request)
}

fn answer(request: &Request) -> Result<String, Box<dyn Error>> {
    let text = support::read(&request.file)?;
    let read =
        transcript(&text, &request.options).map_err(|error| support::in_file(&request.file, &error))?;
    if request.json {
        let mut view = TranscriptView::from(read);
        to_utf16(&mut view, &text);
        Ok(serde_json::to_string_pretty(&view)? + "\n")
    } else {
        Ok(listing(&read)?)
    }
}

/// The reading to look at: one sentence a line, a blank line between paragraphs.
fn listing(read: &Transcript<'_>) -> Result<String, std::fmt::Error> {
    let (text, matter) = (read.text, &read.front_matter);
    let mut out = String::new();
    writeln!(
        out,
        "format    {:?}, confidence {:.2}, language {}",
        read.format, read.confidence, read.language
    )?;
    for (name, span) in [
        ("title", matter.title),
        ("date", matter.date),
        ("place", matter.place),
        ("source", matter.source),
        ("delivery", matter.delivery),
    ] {
        if let Some(span) = span {
            writeln!(out, "{name:<9} {}", one_line(span.of(text)))?;
        }
    }
    for speaker in &read.speakers {
        writeln!(out, "speaker   {} ({:?})", speaker.name, speaker.role)?;
    }
    for note in &read.notes {
        writeln!(out, "note      {} ({}, byte {})", note.message, note.code, note.span.start)?;
    }
    let (mut turn, mut paragraph) = (None, None);
    for sentence in &read.sentences {
        if turn != Some(sentence.turn) {
            turn = Some(sentence.turn);
            let spoken = sentence.turn.and_then(|turn| read.turns.get(turn));
            let name = spoken.map_or("not spoken", |turn| {
                turn.speaker
                    .and_then(|index| read.speakers.get(index))
                    .map_or("somebody", |speaker| &speaker.name)
            });
            write!(out, "\n== {name}")?;
            if let Some(time) = spoken.and_then(|turn| turn.time) {
                write!(out, " at {} s", time.start)?;
            }
            writeln!(out)?;
        } else if paragraph != Some(sentence.paragraph) {
            writeln!(out)?;
        }
        paragraph = Some(sentence.paragraph);
        writeln!(out, "  {}", one_line(sentence.span.of(text)))?;
    }
    Ok(out)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
