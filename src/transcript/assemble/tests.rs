use super::*;
use crate::{Options, transcript};

/// What is read: each sentence as `turn: words`, `-` where nobody speaks.
fn said(text: &str) -> Vec<String> {
    let read = transcript(text, &Options::default()).expect("a transcript");
    let turn = |turn: Option<usize>| turn.map_or("-".to_owned(), |turn| turn.to_string());
    read.sentences.iter().map(|one| format!("{}: {}", turn(one.turn), one.span.of(text))).collect()
}

#[test]
fn a_title_and_an_end_that_lost_their_breaks_are_cut_off() {
    let talk = "The ferry sails at noon, and all of us sail with it.\n\n";
    let text = format!(
        "Ferry hearing 12 May 2031 Good evening, everyone.\n\n{talk}{talk}Thank you all. END 8:19 P.M. EDT"
    );
    let found = said(&text);
    assert_eq!(found[..2], ["-: Ferry hearing 12 May 2031", "0: Good evening, everyone."]);
    assert_eq!(found[found.len() - 2..], ["0: Thank you all.", "-: END 8:19 P.M. EDT"]);
    let page = |text: &str| {
        let mut page = super::super::lines::plain(text);
        split_glued(text, &mut page);
        page.lines.iter().map(|line| (line.span.of(text).to_owned(), line.after_gap)).collect::<Vec<_>>()
    };
    let glued = "x\nIt was 2 May Good day, all\nThank you. END\ny";
    let cut: Vec<(String, bool)> = page(glued);
    let lines: Vec<&str> = cut.iter().map(|line| line.0.as_str()).collect();
    assert_eq!(lines, ["x", "It was 2 May", "Good day, all", "Thank you.", "END", "y"]);
    assert_eq!(cut.iter().map(|line| line.1).collect::<Vec<_>>(), [true, false, true, false, true, false]);
    let inside = "x\ny\nIt was 2 May Good day, all\nThank you. END\nz\nz\nz";
    assert_eq!(page(inside).len(), 7, "in mid-text nothing is glued");
    assert_eq!(page("x\ny\nThank you. END\nz")[2].0, "Thank you.");
}

#[test]
fn a_rule_between_paragraphs_is_not_said() {
    let text = "MS. REED: We sail at noon, all of us.\n\n* * *\n\nThe fare is two dollars.\n\n-----\n\n\
                Q: Why?\n\nMS. REED: The pier is old.\n\n***\n\nMR. BOYD: So it is.\n\nMS. REED: It is.\n\n***";
    assert_eq!(
        said(text),
        [
            "0: We sail at noon, all of us.",
            "0: The fare is two dollars.",
            "1: Why?",
            "2: The pier is old.",
            "3: So it is.",
            "4: It is.",
            "-: ***"
        ]
    );
    let read = transcript(text, &Options::default()).expect("a transcript");
    let rules = read.masked.iter().filter(|masked| masked.kind == Mask::PageFurniture);
    assert_eq!(rules.map(|masked| masked.span.of(text)).collect::<Vec<_>>(), ["* * *", "-----", "***"]);
}

#[test]
fn a_voice_goes_on_over_its_lines() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>We sail.\n\n00:02.000 --> 00:03.000\n<v Ana>At noon.\n\n\
                00:03.000 --> 00:04.000\n<v Tom>Yes.\n\n00:04.000 --> 00:05.500\n<v Ana>Good.";
    let read = transcript(text, &Options::default()).expect("a transcript");
    let turns: Vec<_> = read.turns.iter().map(|turn| (turn.speaker, turn.time)).collect();
    let time = |start, end| Some(TimeSpan { start, end });
    assert_eq!(turns, [(Some(0), time(1.0, 3.0)), (Some(1), time(3.0, 4.0)), (Some(0), time(4.0, 5.5))]);
    assert!(
        read.turns
            .iter()
            .all(|turn| turn.span.of(text).starts_with("Ana") || turn.span.of(text).starts_with("Tom"))
    );
    let plain = "MS. REED: We sail.\n\nMS. REED: At noon.";
    assert_eq!(said(plain), ["0: We sail.", "1: At noon."], "a label outside captions opens a turn");
}

#[test]
fn words_before_the_first_label_are_a_turn_of_nobody() {
    let read = |text| {
        transcript(text, &Options::default())
            .map(|read| read.turns.iter().map(|turn| turn.speaker).collect::<Vec<_>>())
    };
    assert_eq!(
        read("Good day to all who are here, and welcome.\n\nMS. REED: We sail."),
        Ok(vec![None, Some(0)])
    );
    assert_eq!(read(">> We sail.\n>> At noon."), Ok(vec![None, None]));
    assert_eq!(
        said("MS. REED: We sail.\n\nAt noon we sail again."),
        ["0: We sail.", "0: At noon we sail again."]
    );
}

#[test]
fn a_sentence_has_the_time_of_the_lines_that_it_touches() {
    let line = |start, end, from| Line {
        span: Span::new(start, end),
        after_gap: false,
        joined: None,
        time: Some(TimeSpan { start: from, end: from + 1.0 }),
        voice: None,
    };
    let lines = [line(0, 10, 1.0), line(10, 20, 2.0), line(20, 30, 3.0), line(30, 40, 4.0)];
    let mut walk = lines.iter().peekable();
    let mut time = |start, end| time_of(&mut walk, Span::new(start, end)).map(|time| (time.start, time.end));
    assert_eq!(time(0, 10), Some((1.0, 2.0)));
    assert_eq!(time(10, 25), Some((2.0, 4.0)));
    assert_eq!(time(26, 30), Some((3.0, 4.0)));
    assert_eq!(time(31, 40), Some((4.0, 5.0)));
    assert_eq!(time(40, 41), None);
    let sentence = |time| Sentence { span: Span::new(0, 1), turn: None, paragraph: 0, words: 0..0, time };
    let timed = |start, end| sentence(Some(TimeSpan { start, end }));
    assert_eq!(
        hull(&[sentence(None), timed(2.0, 3.0), timed(1.0, 1.5), sentence(None)]),
        Some(TimeSpan { start: 2.0, end: 2.0 })
    );
    assert_eq!(hull(&[timed(1.0, 2.0), timed(2.0, 4.0)]), Some(TimeSpan { start: 1.0, end: 4.0 }));
    assert_eq!(hull(&[sentence(None)]), None);
}

#[test]
fn masks_are_in_order_and_do_not_overlap() {
    let mask = |start, end| Masked { kind: Mask::Markup, span: Span::new(start, end) };
    let spans = |masked: Vec<Masked>| {
        in_order(masked).iter().map(|mask| (mask.span.start, mask.span.end)).collect::<Vec<_>>()
    };
    assert_eq!(spans(vec![mask(5, 9), mask(0, 3), mask(2, 6), mask(0, 1)]), [(0, 3), (3, 6), (6, 9)]);
    assert_eq!(spans(vec![mask(0, 3), mask(3, 5), mask(1, 2)]), [(0, 3), (3, 5)]);
    let mut text = *b"abcdef";
    blank(&mut text, &[mask(1, 3), mask(5, 9)]);
    assert_eq!(&text, b"a  def", "what lies outside is let be");
}

#[test]
fn what_cannot_be_read_well_is_noted() {
    let notes = |text: &str| {
        transcript(text, &Options::default())
            .map(|read| read.notes.iter().map(|note| note.code).collect::<Vec<_>>())
    };
    assert_eq!(
        notes(&"nous avons le nouveau pont hier ".repeat(12)),
        Ok(vec!["unknown-language", "no-punctuation"])
    );
    assert_eq!(notes("We sail at noon."), Ok(vec![]));
}
