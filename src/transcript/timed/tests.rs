use super::*;

/// The format, and each line as `start-end voice|words`.
fn said(text: &str) -> Option<(Format, Vec<String>)> {
    let times = find(text)?;
    let page = read(text, &times);
    let line = |line: &Line| {
        let time = line.time.map_or(String::new(), |time| format!("{}-{}", time.start, time.end));
        format!("{time} {}|{}", line.voice.map_or("", |voice| voice.of(text)), line.span.of(text))
    };
    Some((times.format, page.lines.iter().map(line).collect()))
}

fn lines(text: &str) -> Vec<String> {
    said(text).map(|(_, lines)| lines).unwrap_or_default()
}

#[test]
fn youtube_has_times_alone_or_before_the_words() {
    let (format, found) = said("0:00\nso we meet\n0:05\nat the pier\n0:09\nand sail").expect("timed");
    assert_eq!(format, Format::YouTube);
    assert_eq!(found, ["0-5 |so we meet", "5-9 |at the pier", "9-9 |and sail"]);
    assert_eq!(lines("0:00 so we meet\n0:05 at the pier"), ["0-5 |so we meet", "5-5 |at the pier"]);
    assert_eq!(
        lines("0:00 - \n1 minute, 5 seconds\nso we meet\n1:05 -\nyes"),
        ["0-65 |so we meet", "65-65 |yes"]
    );
    assert_eq!(lines("0:00so we meet\n0:05at the pier"), ["0-5 |so we meet", "5-5 |at the pier"]);
}

#[test]
fn otter_and_zoom_have_names_beside_the_times() {
    let (format, found) = said("Ana Reed  0:15\nWe begin.\n\nTom van Boyd  0:20\nYes.").expect("timed");
    assert_eq!(
        (format, found),
        (Format::Otter, vec!["15-20 Ana Reed|We begin.".into(), "20-20 Tom van Boyd|Yes.".into()])
    );
    assert_eq!(
        lines("[Ana Reed] 10:02:03\nWe begin.\n[Tom] 10:02:05\nYes.")[0],
        "36123-36125 Ana Reed|We begin."
    );
    assert_eq!(lines("Ana Reed - 0:15\nWe begin.\nTom | (0:20)\nYes.")[1], "20-20 Tom|Yes.");
    let (format, found) = said("[00:00:15] Ana Reed: We begin.\n[00:00:20] Tom: Yes.").expect("timed");
    assert_eq!((format, found.last().map(String::as_str)), (Format::Zoom, Some("20-20 |Tom: Yes.")));
    let (format, found) = said("0:15 Ana Reed\nWe begin.\n0:20 Tom Boyd\nYes.").expect("timed");
    assert_eq!((format, found[0].as_str()), (Format::Otter, "15-20 Ana Reed|We begin."));
}

#[test]
fn words_behind_times_are_no_names() {
    assert_eq!(lines("0:00 so we meet\nat the pier\n0:05 and sail\nto sea")[0], "0-0 |so we meet");
    assert_eq!(lines("0:15 Harbour\n0:20 Pier\n0:25 Ferry")[0], "15-20 |Harbour", "nothing stands between");
    let (format, found) = said("Ana Reed\nWe begin\n0:05\nYes\n0:09\nNo").expect("timed");
    assert_eq!((format, found[0].as_str()), (Format::YouTube, " |Ana Reed"));
}

#[test]
fn rev_has_times_in_brackets_beside_the_label() {
    for text in
        ["Ana Reed: (00:15) We begin.\nTom: (00:20) Yes.", "Ana Reed (00:15): We begin.\nTom (00:20): Yes."]
    {
        let (format, found) = said(text).expect("timed");
        assert_eq!(format, Format::Rev);
        assert_eq!(found, ["15-20 Ana Reed|We begin.", "20-20 Tom|Yes."]);
    }
}

#[test]
fn teams_has_name_words_and_figures_above_each_other() {
    let text = "Ana Reed\n5 seconds\n0:05\nWe begin.\nTom Boyd\n1 minute 5 seconds\n1:05\nYes.";
    let (format, found) = said(text).expect("timed");
    assert_eq!(
        (format, found),
        (Format::Teams, vec!["5-65 Ana Reed|We begin.".into(), "65-65 Tom Boyd|Yes.".into()])
    );
}

#[test]
fn a_text_that_mentions_times_is_not_timed() {
    for text in [
        "We meet at noon.\n0:05\nand sail",
        "0:09\nwe meet\n0:05\nat the pier\n0:01\nand sail\n",
        "5:30 pm we met\n6:30 a.m. we sailed\n7:30 p.m. we ate\n",
        "It was 0:05\nwhen the ship of the board: (0:15) left?\nshe sailed? 0:20\nand went! 0:30",
        "3:1! they voted\n4:1! they voted",
    ] {
        assert!(find(text).is_none(), "{text}");
    }
    let long = "so it goes on and on\n".repeat(40);
    assert!(find(&format!("0:01\n0:02\n{long}")).is_none(), "two times in forty lines");
    assert!(find(&format!("0:01\n0:02\n{}", &long[..21 * 38])).is_some());
    let leading = |lines: usize| find(&format!("0:01 a\n0:02 b\n{}", "we go on\n".repeat(lines))).is_some();
    assert!(leading(8) && !leading(9), "one line in five");
}

#[test]
fn one_time_in_five_may_run_backwards() {
    let text = |times: &[&str]| times.join("\nwords\n");
    assert!(find(&text(&["0:01", "0:02", "0:01", "0:03", "0:04"])).is_some());
    assert!(find(&text(&["0:01", "0:02", "0:01", "0:03"])).is_none());
    assert!(find(&text(&["0:01", "0:01"])).is_some());
}

#[test]
fn names_are_short_and_capitalised() {
    for name in ["Ana", "ana", "Ana van Reed", "Speaker 2", "A B C D E F"] {
        assert!(is_name(name), "{name}");
    }
    for none in ["", "Ana went home", "A B C D E F G", "Why?", "12", "(Ana)", "Ana; Tom"] {
        assert!(!is_name(none), "{none}");
    }
    assert!(is_name(&"N".repeat(60)) && !is_name(&"N".repeat(61)));
}

#[test]
fn spoken_times_are_what_buttons_are_called() {
    assert!(is_spoken_time("1 hour, 2 minutes, 5 seconds") && is_spoken_time("12 seconds"));
    assert!(!is_spoken_time("5 ships") && !is_spoken_time(&"1 hour, ".repeat(6)));
    assert_eq!(
        (bracketed("(0:15) x"), bracketed("[0:15]"), bracketed("0:15 x")),
        (Some((15.0, 6)), Some((15.0, 6)), Some((15.0, 4)))
    );
    assert_eq!((bracketed("(0:15 x"), bracketed("x")), (None, None));
}
