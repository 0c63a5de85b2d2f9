//! Every format and label style: what is read from `fixtures/transcript/NAME` stands in `NAME.read`, for people to check
//! and to edit. After a change of the reader, `UPDATE_FIXTURES=1 cargo test --test transcript_fixtures` writes the files
//! anew; the difference is what the change does.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use speech_outline::{Options, Span, Transcript, transcript};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/transcript");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the fixtures")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_none_or(|extension| extension != "read"))
        .collect();
    files.sort();
    files
}

/// The sentence as it is understood: without what is masked, on one line.
fn understood(read: &Transcript<'_>, span: Span) -> String {
    let mut words = String::new();
    let mut at = span.start;
    for mask in read.masked.iter().filter(|mask| span.contains(mask.span)) {
        words.push_str(Span::new(at, mask.span.start).of(read.text));
        words.push(' ');
        at = mask.span.end;
    }
    words.push_str(Span::new(at, span.end).of(read.text));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn listing(read: &Transcript<'_>) -> String {
    let mut list = String::new();
    let format = serde_json::to_value(read.format).expect("a name");
    let _ = writeln!(list, "format {}, language {}", format.as_str().unwrap_or_default(), read.language);
    let matter = &read.front_matter;
    for (name, span) in [
        ("title", matter.title),
        ("date", matter.date),
        ("place", matter.place),
        ("source", matter.source),
        ("delivery", matter.delivery),
    ] {
        if let Some(span) = span {
            let _ = writeln!(list, "{name} {}", understood(read, span));
        }
    }
    if let Some(date) = &matter.iso_date {
        let _ = writeln!(list, "iso date {date}");
    }
    for speaker in &read.speakers {
        let role = serde_json::to_value(speaker.role).expect("a name");
        let _ = writeln!(list, "speaker {}, {}", speaker.name, role.as_str().unwrap_or_default());
    }
    for note in &read.notes {
        let _ = writeln!(list, "note {}", note.code);
    }
    let (mut turn, mut paragraph) = (Some(usize::MAX), usize::MAX);
    for sentence in &read.sentences {
        if sentence.turn != turn {
            turn = sentence.turn;
            let spoken = turn.and_then(|turn| read.turns.get(turn));
            let name = spoken.map_or("not spoken", |turn| {
                turn.speaker
                    .and_then(|speaker| read.speakers.get(speaker))
                    .map_or("somebody", |speaker| &speaker.name)
            });
            let _ = write!(list, "\n{name}");
            if let Some(time) = spoken.and_then(|turn| turn.time) {
                let _ = write!(list, ", {} to {} s", time.start, time.end);
            }
            list.push('\n');
        } else if sentence.paragraph != paragraph {
            list.push_str("  ¶\n");
        }
        paragraph = sentence.paragraph;
        let _ = writeln!(list, "  {}", understood(read, sentence.span));
    }
    list
}

#[test]
fn every_format_and_label_style_is_read_as_written() {
    let mut failed = Vec::new();
    for path in fixtures() {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let read = transcript(&text, &Options::default()).expect("a transcript");
        let found = listing(&read);
        let mut expected_path = path.clone().into_os_string();
        expected_path.push(".read");
        if env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(&expected_path, &found).expect("a writable folder");
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            failed.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", path.display()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// Spans are in order, lie within the text and on character boundaries; words never touch what is masked.
#[test]
fn the_parts_are_in_order_and_do_not_overlap() {
    for path in fixtures() {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let read = transcript(&text, &Options::default()).expect("a transcript");
        let in_order = |spans: Vec<Span>, what: &str| {
            let mut end = 0;
            for span in spans {
                assert!(end <= span.start && span.start < span.end, "{what} in {}", path.display());
                assert!(text.get(span.start..span.end).is_some(), "{what} in {}", path.display());
                end = span.end;
            }
        };
        in_order(read.sentences.iter().map(|sentence| sentence.span).collect(), "sentences");
        in_order(read.paragraphs.iter().map(|paragraph| paragraph.span).collect(), "paragraphs");
        in_order(read.turns.iter().map(|turn| turn.span).collect(), "turns");
        in_order(read.masked.iter().map(|mask| mask.span).collect(), "masked stretches");
        let mut both: Vec<Span> = read.words.iter().map(|word| word.span).collect();
        both.extend(read.masked.iter().map(|mask| mask.span));
        both.sort();
        in_order(both, "words and masked stretches");
    }
}
