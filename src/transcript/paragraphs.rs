//! Paragraphs: lines in, groups of lines out. Lines that were broken at a fixed width run on; a line that ends although
//! the next word would have fitted ends its paragraph.

use std::ops::Range;

use super::chars::{ends_in, is_lower, starts, starts_in, words};
use super::labels::Label;
use super::lines::{Line, ends_sentence, width};
use super::lists::is_bullet;

/// Hard-wrapped lines are hardly ever longer, in characters.
const WIDEST_WRAP: usize = 130;
const NARROWEST_WRAP: usize = 24;

/// How the lines of a text are broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wrapping {
    /// A line is a paragraph.
    #[default]
    None,
    /// Lines are broken at this width, in characters.
    At(usize),
    /// Lines are cues: their breaks mean nothing.
    Cues,
}

/// Finds out whether lines are broken at a fixed width. `wrapped` overrides what the eye sees.
pub fn wrapping(text: &str, lines: &[Line], wrapped: Option<bool>) -> Wrapping {
    let widest = usual_width(text, lines);
    if let Some(wrapped) = wrapped {
        return if wrapped { Wrapping::At(widest) } else { Wrapping::None };
    }
    let (mut breaks, mut open) = (0_usize, 0_usize);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if !next.after_gap {
            breaks += 1;
            let long = width(line.span.of(text)) * 10 >= widest * 6;
            open += usize::from(long && !ends_sentence(line.span.of(text)));
        }
    }
    if (NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest) && breaks >= 3 && open * 10 >= breaks * 4 {
        Wrapping::At(widest)
    } else {
        Wrapping::None
    }
}

/// The width that 95 of 100 lines keep within.
fn usual_width(text: &str, lines: &[Line]) -> usize {
    let mut lines_of = [0_usize; WIDEST_WRAP + 2];
    for line in lines {
        if let Some(count) = lines_of.get_mut(width(line.span.of(text)).min(WIDEST_WRAP + 1)) {
            *count += 1;
        }
    }
    let mut within = 0;
    lines_of
        .iter()
        .position(|count| {
            within += count;
            within * 100 > lines.len().saturating_sub(1) * 95
        })
        .unwrap_or(0)
}

/// Groups the lines. A label always opens a group.
pub fn group(text: &str, lines: &[Line], labels: &[Option<Label>], wrapping: Wrapping) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    let first_label = labels.iter().position(Option::is_some).unwrap_or(0);
    for i in 1..=lines.len() {
        let (Some(line), Some(next)) = (lines.get(i - 1), lines.get(i)) else { break };
        let labelled = labels.get(i).is_some_and(Option::is_some);
        if labelled || breaks(text, line, next, wrapping, i <= first_label) {
            groups.push(start..i);
            start = i;
        }
    }
    if start < lines.len() {
        groups.push(start..lines.len());
    }
    groups
}

/// Two items of a list that lost its bullets: the first is announced or closed, or both begin in small letters where
/// lines are not broken at a width.
fn is_item(before: &str, after: &str, wrapping: Wrapping) -> bool {
    ends_in(before, ":;")
        || before.ends_with("; and")
        || (wrapping == Wrapping::None && starts(before, is_lower) && starts(after, is_lower))
}

/// A silence between two cues, in seconds, that ends a paragraph.
const PAUSE: f64 = 3.0;

fn pauses(line: &Line, next: &Line) -> bool {
    line.time.zip(next.time).is_some_and(|(line, next)| next.start - line.end >= PAUSE)
}

/// Whether a paragraph ends between two lines.
fn breaks(text: &str, line: &Line, next: &Line, wrapping: Wrapping, head: bool) -> bool {
    if let Some(joined) = next.joined {
        return !joined;
    }
    if next.after_gap && wrapping != Wrapping::Cues {
        return true;
    }
    let (before, after) = (line.span.of(text), next.span.of(text));
    if starts(after, is_bullet) && !starts_in(after, "-–") {
        return true;
    }
    let goes_on = !ends_sentence(before) && starts(after, is_lower) && !is_item(before, after, wrapping);
    match wrapping {
        Wrapping::Cues => ends_sentence(before) && (next.after_gap || pauses(line, next)),
        Wrapping::None => !goes_on,
        Wrapping::At(widest) => {
            let word = words(after).next().unwrap_or_default();
            // Below the head, an open line is a heading or an address only if it is much shorter than the others.
            let room = if head || ends_sentence(before) { 85 } else { 50 };
            !goes_on && (width(before) + 1 + width(word)) * 100 <= widest * room
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::plain;
    use super::*;
    use crate::outline::TimeSpan;

    fn wrapped(text: &str) -> Wrapping {
        wrapping(text, &plain(text).lines, None)
    }

    /// The lines of each paragraph.
    fn grouped(text: &str, wrapping: Wrapping) -> Vec<usize> {
        let lines = plain(text).lines;
        group(text, &lines, &vec![None; lines.len()], wrapping).iter().map(ExactSizeIterator::len).collect()
    }

    const WRAPPED: &str = "We met at the pier and sailed to the\nislands at noon with all the members\n\
                           of the board and the crew of a ferry\nthat was new.";

    #[test]
    fn lines_that_run_on_are_broken_at_a_width() {
        assert_eq!(wrapped(WRAPPED), Wrapping::At(36));
        assert_eq!(
            wrapped("We met.\nWe sailed to the islands at noon.\nWe ate.\nWe came back."),
            Wrapping::None
        );
        assert_eq!(wrapped(&WRAPPED.replace('\n', "\n\n")), Wrapping::None, "nothing runs on over a gap");
        assert_eq!(wrapped("we met\nwe sailed\nwe ate\nwe slept"), Wrapping::None, "too narrow");
        let wide = format!("{}\n", "we sail ".repeat(17)).repeat(5);
        assert_eq!(wrapped(&wide), Wrapping::None, "too wide");
        let lines = plain(WRAPPED).lines;
        assert_eq!(wrapping(WRAPPED, &lines, Some(false)), Wrapping::None);
        assert_eq!(wrapping(&wide, &plain(&wide).lines, Some(true)), Wrapping::At(WIDEST_WRAP + 1));
    }

    #[test]
    fn one_line_in_twenty_may_be_wider() {
        let text = format!("{}{}\n", "we sailed to the islands at\n".repeat(40), "so ".repeat(30));
        assert_eq!(wrapped(&text), Wrapping::At(27));
        assert_eq!(usual_width("", &[]), 0);
    }

    #[test]
    fn a_line_that_had_room_for_the_next_word_ends_its_paragraph() {
        let at = Wrapping::At(40);
        assert_eq!(
            grouped(
                "We met at the pier and sailed to\nIslands.\nThen we ate. It was late, it was dark\nThere.",
                at
            ),
            [2, 2]
        );
        assert_eq!(grouped("We met at the pier and we\nsailed.", at), [2], "a small letter goes on");
        assert_eq!(grouped("Our plan\nThe board met at the pier\nThere", at), [1, 2]);
    }

    #[test]
    fn without_wrapping_a_line_is_a_paragraph() {
        assert_eq!(grouped("We met.\nWe sailed", Wrapping::None), [1, 1]);
        assert_eq!(grouped("We met at\nthe pier", Wrapping::None), [2]);
        assert_eq!(grouped("We met.\nthe pier", Wrapping::None), [1, 1]);
        assert_eq!(grouped("We want:\nships", Wrapping::None), [1, 1]);
        assert_eq!(grouped("ships\npiers", Wrapping::None), [1, 1], "items of a list");
        assert_eq!(grouped("We met\n\nthe pier", Wrapping::None), [1, 1]);
        assert_eq!(grouped("We met\n• the pier", Wrapping::At(10)), [1, 1]);
        assert_eq!(grouped("We met at\n- the pier", Wrapping::At(10)), [2], "a dash may be any");
    }

    #[test]
    fn cues_end_at_a_silence_or_a_gap_behind_a_sentence() {
        let ends = |text: &str, silence: f64| {
            let mut lines = plain(text).lines;
            for (at, line) in lines.iter_mut().enumerate() {
                let start = (5.0 + silence) * at as f64;
                line.time = Some(TimeSpan { start, end: start + 5.0 });
            }
            group(text, &lines, &[None, None], Wrapping::Cues).len() == 2
        };
        assert!(ends("We met.\nWe sailed.", 3.0) && !ends("We met.\nWe sailed.", 2.5));
        assert!(!ends("We met\nWe sailed.", 3.0));
        assert!(ends("We met.\n\nWe sailed.", 0.0) && !ends("We met\n\nWe sailed.", 0.0));
    }
}
