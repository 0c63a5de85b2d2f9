//! Recognised speech without punctuation: units of a readable length stand for sentences. They end at line breaks, and
//! at pauses before others.

use super::chars::{is_space, skip_space};
use super::lines::Line;
use super::sentences::Splitter;
use crate::outline::Span;

/// A unit ends at the first line break after so many words.
const ENOUGH_WORDS: usize = 14;
/// A unit ends after so many words before a word that is capitalised and likes to begin sentences.
const FEWEST_WORDS: usize = 6;
/// A unit ends after so many words even in mid-line.
const MOST_WORDS: usize = 32;
/// A unit ends at a silence of so many seconds, however short it is.
const PAUSE: f64 = 1.5;

/// Appends units that cover the lines.
pub fn split(splitter: &Splitter<'_>, lines: &[Line], out: &mut Vec<Span>) {
    let text = splitter.text;
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut words = 0;
    let mut last_end: Option<f64> = None;
    for line in lines {
        let paused = line.time.zip(last_end).is_some_and(|(time, end)| time.start - end >= PAUSE);
        if (words >= ENOUGH_WORDS || paused)
            && let Some(from) = start.take()
        {
            splitter.split(from, end, out);
            words = 0;
        }
        let mut at = line.span.start;
        while at < line.span.end {
            let next = word_end(text, at, line.span.end);
            start.get_or_insert(at);
            words += 1;
            end = next;
            at = skip_space(text, next, line.span.end);
            let rest = text.get(at..line.span.end).unwrap_or_default();
            if (words >= MOST_WORDS || (words >= FEWEST_WORDS && splitter.may_begin(rest)))
                && let Some(from) = start.take()
            {
                splitter.split(from, end, out);
                words = 0;
            }
        }
        last_end = line.time.map(|time| time.end);
    }
    if let Some(from) = start {
        splitter.split(from, end, out);
    }
}

fn word_end(text: &[u8], mut at: usize, end: usize) -> usize {
    while let Some((c, length)) = super::chars::char_at(text, at).filter(|_| at < end) {
        if is_space(c) {
            break;
        }
        at += length;
    }
    at.min(end)
}
