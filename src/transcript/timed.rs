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
mod tests;
