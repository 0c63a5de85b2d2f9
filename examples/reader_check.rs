//! Checks the reader against material that is not part of the repository:
//!
//! ```text
//! cargo run --release --example reader_check -- golden-rules FILE.json   sentence boundaries
//! cargo run --release --example reader_check -- webvtt FOLDER            the cues of each x.vtt against x.json
//! cargo run --release --example reader_check -- transcripts FOLDER       nothing but speech in the words, all of it
//! cargo run --release --example reader_check -- zoom FOLDER              speakers and the order of turns in Zoom captions
//! cargo run --release --example reader_check -- speed FILE               megabytes a second, at 100 KB and at 10 MB
//! cargo run --release --example reader_check -- print FILE               what was read, to look at
//! ```

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use speech_outline::Format;
use speech_outline::transcript::{Mask, captions, sentences};
use speech_outline::{Options, transcript};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let passed = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["golden-rules", path] => golden_rules(Path::new(path)),
        ["webvtt", path] => webvtt(Path::new(path)),
        ["transcripts", path] => transcripts(Path::new(path)),
        ["zoom", path] => zoom(Path::new(path)),
        ["speed", path] => speed(Path::new(path)),
        ["print", path] => print(Path::new(path)),
        _ => {
            eprintln!("usage: reader_check golden-rules|webvtt|transcripts|zoom|speed|print PATH");
            false
        }
    };
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below the folder that end so, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_path_buf()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn golden_rules(path: &Path) -> bool {
    let cases: serde_json::Value = serde_json::from_str(&read(path)).expect("a JSON array of rules");
    let cases = cases.as_array().expect("an array");
    let mut passed = 0;
    for (i, case) in cases.iter().enumerate() {
        let text = case["text"].as_str().expect("text");
        let expected: Vec<&str> =
            case["sentences"].as_array().expect("sentences").iter().filter_map(|s| s.as_str()).collect();
        let read = transcript(text, &Options::default()).expect("a text");
        let found: Vec<&str> = read.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        if found == expected {
            passed += 1;
        } else {
            println!("{}: expected {expected:?}\n    found {found:?}", i + 1);
        }
    }
    println!("{passed} of {} rules", cases.len());
    passed * 48 >= cases.len() * 46
}

/// Compares the cues of every `x.vtt` that has an `x.json` beside it: start, end and text.
fn webvtt(path: &Path) -> bool {
    let (mut pairs, mut same) = (0, 0);
    for file in files(path, "vtt") {
        let Ok(expected) = fs::read_to_string(file.with_extension("json")) else { continue };
        let expected: serde_json::Value = serde_json::from_str(&expected).expect("JSON");
        let Some(expected) = expected["cues"].as_array().filter(|cues| !cues.is_empty()) else { continue };
        let text = String::from_utf8_lossy(&fs::read(&file).expect("a file")).into_owned();
        let found: Vec<(f64, f64, String)> = captions::read(&text, Format::WebVtt)
            .cues
            .iter()
            .map(|cue| {
                (cue.time.start, cue.time.end, cue.text.of(&text).replace("\r\n", "\n").replace('\r', "\n"))
            })
            .collect();
        let expected: Vec<(f64, f64, String)> = expected
            .iter()
            .map(|cue| {
                let number = |key: &str| cue[key].as_f64().unwrap_or(-1.0);
                (number("startTime"), number("endTime"), cue["text"].as_str().unwrap_or_default().to_owned())
            })
            .collect();
        pairs += 1;
        if found == expected {
            same += 1;
        } else {
            println!(
                "{}\n    expected {:.300?}\n    found {:.300?}",
                file.display(),
                format!("{expected:?}"),
                format!("{found:?}")
            );
        }
    }
    println!("{same} of {pairs} files with cues read alike");
    same * 100 >= pairs * 95
}

/// Reads every `.txt` below the folder: all letters and digits that are not masked must stand in the words of a
/// sentence, and no sentence may begin with a label or a time, or hold a page number.
fn transcripts(path: &Path) -> bool {
    let (mut texts, mut spoken, mut lost, mut suspects) = (0, 0_usize, 0_usize, 0);
    for file in files(path, "txt") {
        let text = read(&file);
        let Ok(read) = transcript(&text, &Options::default()) else { continue };
        texts += 1;
        let mut covered = vec![false; text.len()];
        for span in read.words.iter().map(|word| word.span).chain(read.masked.iter().map(|mask| mask.span)) {
            covered[span.start..span.end].fill(true);
        }
        for (at, _) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            spoken += 1;
            lost += usize::from(!covered[at]);
        }
        for sentence in read.sentences.iter().filter(|sentence| sentence.turn.is_some()) {
            let words: Vec<&str> = sentence.words.clone().map(|word| read.word(word)).collect();
            let written = sentence.span.of(&text);
            let label = written.split_once(':').is_some_and(|(label, _)| {
                label.len() > 2
                    && label.len() < 60
                    && !label.chars().any(char::is_lowercase)
                    && label.chars().any(char::is_alphabetic)
            });
            let label = label && !["FROM:", "SUBJECT:", "DATE:"].iter().any(|key| written.starts_with(key));
            let page = words.windows(4).any(|four| four[0] == "Page" && four[2] == "of");
            let time = words.first().is_some_and(|word| word.len() >= 4 && word.contains(':'));
            if label || page || time {
                suspects += 1;
                println!("{}: {:.100}", file.display(), format!("{written:?}"));
            }
        }
    }
    println!(
        "{texts} transcripts, {spoken} letters and digits, {lost} lost, {suspects} sentences with furniture"
    );
    lost == 0 && suspects == 0 && texts > 0
}

/// Compares the turns of Zoom captions with the names at the head of their cues.
fn zoom(path: &Path) -> bool {
    let (mut all, mut same) = (0, 0);
    for file in files(path, "vtt") {
        let text = read(&file);
        let read = transcript(&text, &Options::default()).expect("captions");
        let mut expected: Vec<&str> = Vec::new();
        for cue in captions::read(&text, Format::WebVtt).cues {
            let name = cue
                .text
                .of(&text)
                .split_once(": ")
                .map(|(name, _)| name)
                .filter(|name| !name.contains('.') || name.len() < 40);
            if let Some(name) = name.filter(|name| expected.last() != Some(name)) {
                expected.push(name);
            }
        }
        let found: Vec<&str> = read
            .turns
            .iter()
            .filter_map(|turn| Some(read.speakers.get(turn.speaker?)?.name.as_str()))
            .collect();
        all += 1;
        if found == expected && read.format == Format::Zoom {
            same += 1;
        } else {
            let at = found
                .iter()
                .zip(&expected)
                .position(|(a, b)| a != b)
                .unwrap_or(found.len().min(expected.len()));
            println!(
                "{}: {:?}, turn {at} of {}: expected {:?}, found {:?}",
                file.display(),
                read.format,
                expected.len(),
                expected.get(at..(at + 3).min(expected.len())),
                found.get(at..(at + 3).min(found.len()))
            );
        }
    }
    println!("{same} of {all} caption files with speakers and turns as written");
    same == all && all > 0
}

/// Repeats the file to 100 KB and to 10 MB, and times the splitting of sentences and the whole reading.
fn speed(path: &Path) -> bool {
    let file = read(path);
    let timed = |size: usize, work: &dyn Fn(&str)| {
        let text = file.repeat(size.div_ceil(file.len().max(1)));
        let runs = (20_000_000 / text.len()).max(1);
        let best = (0..5)
            .map(|_| {
                let start = Instant::now();
                (0..runs).for_each(|_| work(&text));
                start.elapsed().as_secs_f64()
            })
            .fold(f64::INFINITY, f64::min);
        (text.len() * runs) as f64 / best / 1e6
    };
    let mut linear = true;
    let split = |text: &str| drop(std::hint::black_box(sentences(text)));
    let whole = |text: &str| drop(std::hint::black_box(transcript(text, &Options::default())));
    for (name, work) in [("sentences", &split as &dyn Fn(&str)), ("whole reading", &whole)] {
        let (small, large) = (timed(100_000, work), timed(10_000_000, work));
        println!(
            "{name}: {small:.0} MB/s at 100 KB, {large:.0} MB/s at 10 MB, cost per byte x{:.2}",
            small / large
        );
        linear &= small / large <= 1.3;
    }
    linear
}

fn print(path: &Path) -> bool {
    let text = read(path);
    let Ok(read) = transcript(&text, &Options::default()) else {
        println!("no text");
        return false;
    };
    println!("{:?} {:.2} {}", read.format, read.confidence, read.language);
    println!("{:?}", read.front_matter);
    for (i, speaker) in read.speakers.iter().enumerate() {
        println!("speaker {i}: {} ({:?})", speaker.name, speaker.role);
    }
    let (mut turn, mut paragraph) = (usize::MAX, usize::MAX);
    for sentence in &read.sentences {
        if sentence.turn.unwrap_or(usize::MAX - 1) != turn {
            turn = sentence.turn.unwrap_or(usize::MAX - 1);
            match sentence.turn.and_then(|turn| read.turns.get(turn)) {
                Some(turn) => println!(
                    "== {} [{}] {:?}",
                    turn.speaker.and_then(|s| read.speakers.get(s)).map_or("-", |speaker| &speaker.name),
                    turn.label.map_or("", |label| label.of(&text)),
                    turn.time
                ),
                None => println!("== front matter"),
            }
        }
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            println!("  ¶");
        }
        println!("    {}", sentence.span.of(&text).replace('\n', "⏎"));
    }
    for mask in read.masked.iter().filter(|mask| !matches!(mask.kind, Mask::SpeakerLabel)) {
        println!("masked {:?}: {}", mask.kind, mask.span.of(&text).replace('\n', "⏎"));
    }
    for note in &read.notes {
        println!("note {}: {}", note.code, note.message);
    }
    true
}
