//! Plain text with times in it: pastes from YouTube, Otter, Rev, Zoom and Teams. The times are masked and tell when the
//! lines were spoken; what else stands on a line of its own beside a time is a speaker's name.

use super::chars::{
    ends_in, holds, holds_ascii, is_digit, is_letter, is_lower, is_number, is_space, is_word_char, last_word,
    split, starts, starts_folded, starts_in, trim, trim_end, trim_start, words,
};
use super::lines::{Line, Page, physical, trimmed};
use super::model::{Format, Mask};
use super::times;
use crate::language::words;
use crate::outline::{Span, TimeSpan};

/// Where a line has its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `0:15`
    Alone,
    /// `0:15 so we begin`, `[00:00:15] Ana Reed: so we begin`
    Leading,
    /// `Ana Reed  0:15`
    AfterName,
    /// `Ana Reed: (00:15) So we begin`, `Ana Reed (00:15): So we begin`
    AfterLabel,
}

/// A line with a time.
#[derive(Clone, Copy, Debug)]
struct Stamp {
    shape: Shape,
    seconds: f64,
    /// The time with its brackets.
    span: Span,
    /// The name beside it.
    name: Option<Span>,
}

/// The times of a text, and what they say of its origin.
#[derive(Debug)]
pub struct Times {
    stamps: Vec<Option<Stamp>>,
    pub format: Format,
    /// Lines with a time, of all lines.
    pub share: f32,
}

/// The fewest lines with times that make a timed text.
const FEWEST: usize = 2;

/// Looks for times. `None` where there are too few, or where they do not run forwards.
pub fn find(text: &str) -> Option<Times> {
    let lines: Vec<Span> =
        physical(text).map(|line| trimmed(text, line)).filter(|line| !line.is_empty()).collect();
    let mut stamps: Vec<Option<Stamp>> = lines.iter().map(|&line| stamp(text, line)).collect();
    names_behind(text, &lines, &mut stamps);
    let teams = names_above(text, &lines, &mut stamps);
    for shape in [Shape::Alone, Shape::Leading, Shape::AfterName, Shape::AfterLabel] {
        let enough = if shape == Shape::Leading { lines.len().div_ceil(5).max(FEWEST) } else { FEWEST };
        if count(&stamps, shape) < enough || !runs_forwards(&stamps, shape) {
            for stamp in &mut stamps {
                if stamp.is_some_and(|stamp| stamp.shape == shape) {
                    *stamp = None;
                }
            }
        }
    }
    let (alone, leading) = (count(&stamps, Shape::Alone), count(&stamps, Shape::Leading));
    let (after_name, after_label) = (count(&stamps, Shape::AfterName), count(&stamps, Shape::AfterLabel));
    let all = alone + leading + after_name + after_label;
    if all < FEWEST || all * 20 < lines.len() {
        return None;
    }
    let named = stamps.iter().zip(&lines).filter(|(stamp, line)| {
        stamp.is_some_and(|stamp| {
            stamp.shape == Shape::Leading && names_speaker(text, Span::new(stamp.span.end, line.end))
        })
    });
    let format = if teams {
        Format::Teams
    } else if after_label >= after_name.max(leading).max(alone) {
        Format::Rev
    } else if after_name >= leading.max(alone) {
        Format::Otter
    } else if named.count() * 2 >= leading.max(1) && leading >= alone {
        Format::Zoom
    } else {
        Format::YouTube
    };
    Some(Times { stamps, format, share: all as f32 / lines.len().max(1) as f32 })
}

/// `00:00:15 Ana Reed`, and the words on the next line: if that is how it goes throughout, the names are labels.
fn names_behind(text: &str, lines: &[Span], stamps: &mut [Option<Stamp>]) {
    let name = |stamp: &Stamp, line: &Span| {
        let rest = trimmed(text, Span::new(stamp.span.end, line.end));
        (stamp.shape == Shape::Leading && is_name(rest.of(text)) && !ends_in(rest.of(text), ".?!,;:…"))
            .then_some(rest)
    };
    let leading = count(stamps, Shape::Leading);
    let named = stamps
        .iter()
        .zip(lines)
        .filter(|(stamp, line)| stamp.is_some_and(|stamp| name(&stamp, line).is_some()));
    let alone = stamps.windows(2).filter(|two| two.iter().all(Option::is_some)).count();
    if leading < FEWEST || named.count() * 10 < leading * 8 || alone * 10 > leading {
        return;
    }
    for (stamp, line) in stamps.iter_mut().zip(lines) {
        if let Some(stamp) = stamp
            && let Some(name) = name(stamp, line)
        {
            stamp.shape = Shape::AfterName;
            stamp.name = Some(name);
        }
    }
}

/// The name, the time in words, the time in figures, each on its line: so text comes out of Teams.
fn names_above(text: &str, lines: &[Span], stamps: &mut [Option<Stamp>]) -> bool {
    let mut found = false;
    for i in 2..lines.len() {
        let (Some(name), Some(spoken)) = (lines.get(i - 2), lines.get(i - 1)) else { break };
        let time = stamps.get(i).copied().flatten().filter(|stamp| stamp.shape == Shape::Alone);
        if let Some(time) = time.filter(|_| is_spoken_time(spoken.of(text)) && is_name(name.of(text)))
            && let Some(slot) = stamps.get_mut(i - 2)
        {
            let span = Span::new(name.end, name.end);
            *slot = Some(Stamp { shape: Shape::AfterName, span, name: Some(*name), ..time });
            found = true;
        }
    }
    found
}

fn count(stamps: &[Option<Stamp>], shape: Shape) -> usize {
    stamps.iter().flatten().filter(|stamp| stamp.shape == shape).count()
}

/// Reads a timed text.
pub fn read(text: &str, found: &Times) -> Page {
    let mut page = Page { cues: found.format == Format::YouTube, ..Page::default() };
    let mut stamps = found.stamps.iter();
    let (mut after_gap, mut seconds, mut name) = (true, None, None);
    for physical in physical(text) {
        let span = trimmed(text, physical);
        if span.is_empty() {
            after_gap = true;
            continue;
        }
        let stamp = stamps.next().copied().flatten();
        let mut words = span;
        if let Some(stamp) = stamp {
            page.mask(Mask::Time, stamp.span);
            seconds = Some(stamp.seconds);
            words = match stamp.shape {
                Shape::Alone => Span::new(span.end, span.end),
                Shape::Leading => trimmed(text, Span::new(stamp.span.end, span.end)),
                Shape::AfterName => {
                    name = stamp.name;
                    after_gap = true;
                    page.mask(Mask::SpeakerLabel, span);
                    Span::new(span.end, span.end)
                }
                Shape::AfterLabel => {
                    name = stamp.name;
                    after_gap = true;
                    let label =
                        Span::new(span.start, stamp.span.start.max(stamp.name.map_or(0, |name| name.end)));
                    page.mask(Mask::SpeakerLabel, label);
                    trimmed(text, Span::new(stamp.span.end, span.end))
                }
            };
        } else if is_spoken_time(span.of(text)) {
            page.mask(Mask::Time, span);
            continue;
        }
        if !words.is_empty() {
            let time = seconds.map(|start| TimeSpan { start, end: start });
            page.lines.push(Line { span: words, after_gap, joined: None, time, voice: name });
            after_gap = false;
        }
    }
    close_times(&mut page.lines);
    page
}

/// A line lasts until the next one begins.
fn close_times(lines: &mut [Line]) {
    let mut next: Option<f64> = None;
    for line in lines.iter_mut().rev() {
        if let Some(time) = &mut line.time {
            time.end = next.filter(|next| *next > time.start).unwrap_or(time.start);
            next = Some(time.start);
        }
    }
}

fn stamp(text: &str, line: Span) -> Option<Stamp> {
    let written = line.of(text);
    if let Some((seconds, length)) = bracketed(written) {
        let span = Span::new(line.start, line.start + length);
        let rest = written.get(length..)?;
        let alone = trim(rest, |c| is_space(c) || matches!(c, '-' | '–' | ':')).is_empty();
        let spaced = starts(rest, |c| is_space(c) || is_letter(c)) || starts_in(written, "[(");
        let after = trim_start(rest, is_space);
        let clock = ["am", "pm", "a.", "p."].iter().any(|half| starts_folded(after, half));
        return (!clock && (alone || spaced)).then_some(Stamp {
            shape: if alone { Shape::Alone } else { Shape::Leading },
            seconds,
            span: if alone { line } else { span },
            name: None,
        });
    }
    after_name(text, line).or_else(|| after_label(text, line))
}

/// A time at the start, with the brackets around it.
fn bracketed(written: &str) -> Option<(f64, usize)> {
    let open = starts_in(written, "[(");
    let (seconds, length) = times::leading(written.get(usize::from(open)..)?)?;
    if !open {
        return Some((seconds, length));
    }
    starts_in(written.get(length + 1..)?, "])").then_some((seconds, length + 2))
}

/// `Ana Reed  0:15`
fn after_name(text: &str, line: Span) -> Option<Stamp> {
    let written = line.of(text);
    let time = last_word(written);
    if !starts(time, |c| is_digit(c) || c == '[' || c == '(') {
        return None;
    }
    let (seconds, length) = bracketed(time)?;
    let at = written.len() - time.len();
    let name = trim_end(written.get(..at)?, |c| is_space(c) || matches!(c, '-' | '–' | '|'));
    // Zoom writes `[Ana Reed] 10:02:03`.
    let inner = name.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let start = line.start + usize::from(inner.is_some());
    let name = inner.unwrap_or(name);
    let fits = length == time.len() && is_name(name) && !ends_in(name, ":,");
    fits.then(|| Stamp {
        shape: Shape::AfterName,
        seconds,
        span: Span::new(line.start + at, line.end),
        name: Some(Span::new(start, start + name.len())),
    })
}

/// `Ana Reed: (00:15)`, `Ana Reed (00:15):`
fn after_label(text: &str, line: Span) -> Option<Stamp> {
    let written = line.of(text);
    let open = written.bytes().take(80).position(|b| b == b'(' || b == b'[')?;
    let (seconds, length) = bracketed(written.get(open..)?)?;
    let before = trim_end(written.get(..open)?, is_space);
    let (name, end) = if let Some(name) = before.strip_suffix(':') {
        (trim_end(name, is_space), open + length)
    } else {
        written.get(open + length..)?.strip_prefix(':')?;
        (before, open + length + 1)
    };
    is_name(name).then(|| Stamp {
        shape: Shape::AfterLabel,
        seconds,
        span: Span::new(line.start + open, line.start + end),
        name: Some(Span::new(line.start, line.start + name.len())),
    })
}

/// One to six words with a capital or a digit each, and no sentence.
fn is_name(name: &str) -> bool {
    let count = words(name).count();
    (1..=6).contains(&count)
        && name.len() <= 60
        && starts(name, is_word_char)
        && holds(name, is_letter)
        && !holds_ascii(name, "?!;\"")
        && words(name).all(|word| !starts(word, is_lower) || count == 1 || super::names::is_particle(word))
}

fn names_speaker(text: &str, rest: Span) -> bool {
    rest.of(text)
        .find(':')
        .is_some_and(|at| rest.of(text).get(..at).is_some_and(|name| is_name(trim(name, is_space))))
}

/// `1 minute, 5 seconds`: what YouTube's buttons are called.
fn is_spoken_time(line: &str) -> bool {
    line.len() <= 40
        && split(line, |c| c == ' ' || c == ',')
            .all(|word| is_number(word) || words!("second minute hour").contain(trim_end(word, |c| c == 's')))
}

/// At most one line in five begins before the one above it.
fn runs_forwards(stamps: &[Option<Stamp>], shape: Shape) -> bool {
    let mut last = f64::NEG_INFINITY;
    let (mut count, mut back) = (0, 0);
    for stamp in stamps.iter().flatten().filter(|stamp| stamp.shape == shape) {
        count += 1;
        back += usize::from(stamp.seconds < last);
        last = stamp.seconds;
    }
    back * 5 <= count
}

#[cfg(test)]
mod tests {
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
        assert_eq!(
            lines("0:15 Harbour\n0:20 Pier\n0:25 Ferry")[0],
            "15-20 |Harbour",
            "nothing stands between"
        );
        let (format, found) = said("Ana Reed\nWe begin\n0:05\nYes\n0:09\nNo").expect("timed");
        assert_eq!((format, found[0].as_str()), (Format::YouTube, " |Ana Reed"));
    }

    #[test]
    fn rev_has_times_in_brackets_beside_the_label() {
        for text in [
            "Ana Reed: (00:15) We begin.\nTom: (00:20) Yes.",
            "Ana Reed (00:15): We begin.\nTom (00:20): Yes.",
        ] {
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
        let leading =
            |lines: usize| find(&format!("0:01 a\n0:02 b\n{}", "we go on\n".repeat(lines))).is_some();
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
}
