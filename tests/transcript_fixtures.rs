//! Every format and label style: what is read from `fixtures/transcript/NAME` stands in `NAME.read`, for people to check
//! and to edit. After a change of the reader, `UPDATE_FIXTURES=1 cargo test --test transcript_fixtures` writes the files
//! anew; the difference is what the change does.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use speech_outline::{Format, Options, Span, Transcript, transcript};

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

/// Spans are in order, lie within the text and on character boundaries; words never touch what is masked, and all words
/// and sentences belong together.
fn check_parts(text: &str) {
    let Ok(read) = transcript(text, &Options::default()) else { return };
    let in_order = |spans: &[Span], what: &str| {
        let mut end = 0;
        for span in spans {
            assert!(end <= span.start && span.start < span.end, "{what} at {} in {text:?}", span.start);
            assert!(text.get(span.start..span.end).is_some(), "{what} at {} in {text:?}", span.start);
            end = span.end;
        }
    };
    in_order(&read.sentences.iter().map(|sentence| sentence.span).collect::<Vec<_>>(), "sentences");
    in_order(&read.paragraphs.iter().map(|paragraph| paragraph.span).collect::<Vec<_>>(), "paragraphs");
    in_order(&read.turns.iter().map(|turn| turn.span).collect::<Vec<_>>(), "turns");
    in_order(&read.masked.iter().map(|mask| mask.span).collect::<Vec<_>>(), "masked stretches");
    let mut both: Vec<Span> = read.words.iter().map(|word| word.span).collect();
    in_order(&both, "words");
    both.extend(read.masked.iter().map(|mask| mask.span));
    both.sort();
    in_order(&both, "words and masked stretches");
    let mut words = 0;
    for sentence in &read.sentences {
        assert_eq!(sentence.words.start, words, "words of sentences in {text:?}");
        words = sentence.words.end;
        let inside = read.words.get(sentence.words.clone()).unwrap_or_default();
        assert!(inside.iter().all(|word| sentence.span.contains(word.span)), "words in {text:?}");
        assert!(sentence.turn.is_none_or(|turn| turn < read.turns.len()), "turns in {text:?}");
        assert!(sentence.paragraph < read.paragraphs.len(), "paragraphs in {text:?}");
    }
    assert_eq!(words, read.words.len(), "words in {text:?}");
    let mut sentences = 0;
    for paragraph in &read.paragraphs {
        assert_eq!(paragraph.sentences.start, sentences, "sentences of paragraphs in {text:?}");
        sentences = paragraph.sentences.end;
    }
    assert_eq!(sentences, read.sentences.len(), "sentences in {text:?}");
    for turn in &read.turns {
        assert!(turn.speaker.is_none_or(|speaker| speaker < read.speakers.len()), "speakers in {text:?}");
        let spoken = read.sentences.get(turn.sentences.clone()).unwrap_or_default();
        assert!(spoken.iter().all(|sentence| turn.span.contains(sentence.span)), "turns in {text:?}");
    }
}

#[test]
fn the_parts_are_in_order_and_do_not_overlap() {
    for path in fixtures() {
        check_parts(&fs::read_to_string(&path).expect("UTF-8"));
    }
}

/// Torn and stirred fixtures: nothing panics, and the parts still fit together.
#[test]
fn broken_files_are_read_in_order_too() {
    const PIECES: [&str; 28] = [
        "\n",
        "\r\n\r\n",
        " ",
        "\u{a0}",
        ": ",
        ">> ",
        "&gt;&gt; ",
        "<",
        "</p>",
        "<!--",
        "-->",
        "(",
        ")",
        "[",
        "]",
        ". ",
        "... ",
        "Q  ",
        "MR. REED: ",
        "00:00:01.000 --> ",
        "1:02",
        "Page 2 of 3",
        "**",
        "😀",
        "\u{2028}",
        "\0",
        "é’",
        "&amp;",
    ];
    let mut state: u64 = 7;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let texts: Vec<String> = fixtures().iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    for round in 0..3000 {
        let mut text: Vec<char> = texts[round % texts.len()].chars().collect();
        for _ in 0..=random(6) {
            let at = random(text.len());
            match random(3) {
                0 => drop(text.drain(at..(at + random(40)).min(text.len()))),
                1 => drop(text.splice(at..at, PIECES[random(PIECES.len())].chars())),
                _ => {
                    let other: Vec<char> = texts[random(texts.len())].chars().collect();
                    let from = random(other.len());
                    let piece = other[from..(from + random(80)).min(other.len())].to_vec();
                    drop(text.splice(at..at, piece));
                }
            }
        }
        check_parts(&text.into_iter().collect::<String>());
    }
}

/// The user may know better than the eye how a text is laid out.
#[test]
fn the_format_can_be_given() {
    let text = "The board met here.\nIt approved the wall.\nThe county pays.\nWork begins in March.";
    let options = |format| Options { format: Some(format), ..Options::default() };
    let wrapped = transcript(text, &options(Format::HardWrapped)).expect("a transcript");
    assert_eq!((wrapped.format, wrapped.confidence), (Format::HardWrapped, 1.0));
    let plain = transcript(text, &options(Format::Plain)).expect("a transcript");
    assert_eq!(plain.paragraphs.len(), 4);
    let cues = "1\n00:00:01,000 --> 00:00:02,000\nGood evening.\n";
    assert_eq!(transcript(cues, &options(Format::SubRip)).expect("a transcript").sentences.len(), 1);
}
