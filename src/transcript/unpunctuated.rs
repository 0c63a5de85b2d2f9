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

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::super::lines::plain;
    use super::*;
    use crate::outline::TimeSpan;

    /// The numbers of words of the units.
    fn units(text: &str, times: Option<&[(f64, f64)]>) -> Vec<usize> {
        let mut lines = plain(text).lines;
        for (line, &(start, end)) in lines.iter_mut().zip(times.unwrap_or_default()) {
            line.time = Some(TimeSpan { start, end });
        }
        let mut spans = Vec::new();
        split(
            &Splitter { text: text.as_bytes(), lexicon: lexicon::english(), uncased: true },
            &lines,
            &mut spans,
        );
        spans.iter().map(|span| span.of(text).split_whitespace().count()).collect()
    }

    fn words(count: usize) -> String {
        vec!["boats"; count].join(" ")
    }

    #[test]
    fn a_unit_ends_at_the_first_line_break_after_enough_words() {
        assert_eq!(units(&[words(7), words(7), words(3), words(1)].join("\n"), None), [14, 4]);
        assert_eq!(units(&[words(7), words(6), words(3), words(1)].join("\n"), None), [16, 1]);
    }

    #[test]
    fn a_unit_ends_before_a_word_that_begins_sentences() {
        assert_eq!(units(&format!("{} They sail", words(6)), None), [6, 2]);
        assert_eq!(units(&format!("{} They sail", words(5)), None), [7]);
        assert_eq!(units(&format!("{} Reed sails", words(6)), None), [8]);
    }

    #[test]
    fn no_unit_has_more_than_thirty_two_words() {
        assert_eq!(units(&words(70), None), [32, 32, 6]);
    }

    #[test]
    fn a_silence_ends_a_unit() {
        let text = [words(2), words(3)].join("\n");
        assert_eq!(units(&text, Some(&[(0.0, 2.0), (3.5, 5.0)])), [2, 3]);
        assert_eq!(units(&text, Some(&[(0.0, 2.0), (3.4, 5.0)])), [5]);
        assert_eq!(units(&text, None), [5]);
        assert_eq!(word_end("ab\u{a0}c".as_bytes(), 0, 5), 2);
        assert_eq!((word_end(b"abc", 1, 2), word_end("aé".as_bytes(), 0, 3)), (2, 3));
    }
}
