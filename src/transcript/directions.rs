//! Stage directions: `(Applause.)`, `[inaudible]`, `(The order is signed.)`. They are masked.

use super::chars::{is_no_word_char, is_space, is_upper, split, starts, trim_end};
use super::lexicon::Lexicon;
use super::model::{Mask, Masked};
use super::times;
use crate::language::Terms;
use crate::outline::Span;

/// The longest stage direction, in bytes, brackets included.
const LONGEST: usize = 160;
/// The longest direction that is known by its being a sentence in brackets, in words.
const LONGEST_SENTENCE: usize = 14;

/// Finds the times in brackets that stand within the text: `[00:01:02]`, `(14:30)`.
pub fn find_times(text: &str, masked: &mut Vec<Masked>) {
    let mut at = 0;
    while let Some(found) =
        text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|b| matches!(b, b'(' | b'[')))
    {
        at += found + 1;
        let Some((_, length)) = text.get(at..).and_then(times::leading) else { continue };
        if text.as_bytes().get(at + length).is_some_and(|b| matches!(b, b')' | b']')) {
            masked.push(Masked { kind: Mask::Time, span: Span::new(at - 1, at + length + 1) });
            at += length;
        }
    }
}

/// Finds the stage directions. One pass: every bracket is looked at once.
pub fn find(text: &str, lexicon: &Lexicon, has_labels: bool, masked: &mut Vec<Masked>) {
    let bytes = text.as_bytes();
    let mut open: Option<usize> = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'(' | b'[' => open = Some(at),
            b')' | b']' => {
                let Some(start) = open.take() else { continue };
                let pair = (bytes.get(start) == Some(&b'(')) == (byte == b')');
                let Some(inner) = text.get(start + 1..at).filter(|_| pair && at - start < LONGEST) else {
                    continue;
                };
                if is_direction(inner, byte == b']', lexicon, has_labels) {
                    masked.push(Masked { kind: Mask::StageDirection, span: Span::new(start, at + 1) });
                }
            }
            _ => {}
        }
    }
}

fn is_direction(inner: &str, square: bool, lexicon: &Lexicon, has_labels: bool) -> bool {
    let words = split(inner, |c| is_no_word_char(c) && c != '-');
    let holds = |list: &Terms| words.clone().take(LONGEST_SENTENCE).any(|word| list.contains_folded(word));
    let count = words.clone().count();
    let sentence = is_sentence(inner);
    if holds(&lexicon.stage_directions) && (count <= 4 || square || sentence) {
        return true;
    }
    // "(points to the map)", "[Response in Spanish]", but not "(data points)".
    let acts = words.clone().next().is_some_and(|word| lexicon.stage_verbs.contains_folded(word));
    if (acts && (square || (2..=6).contains(&count))) || (sentence && holds(&lexicon.stage_verbs)) {
        return true;
    }
    has_labels && !square && sentence && (2..=LONGEST_SENTENCE).contains(&count)
}

/// "(The order is signed.)": between speech, a whole sentence in brackets is the stenographer's.
fn is_sentence(inner: &str) -> bool {
    starts(inner, is_upper) && trim_end(inner, is_space).ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    fn found(text: &str, has_labels: bool) -> Vec<&str> {
        let mut masked = Vec::new();
        find(text, lexicon::english(), has_labels, &mut masked);
        masked.iter().map(|mask| mask.span.of(text)).collect()
    }

    #[test]
    fn masks_what_the_stenographer_wrote() {
        assert_eq!(
            found("Thank you. (Applause.) It is [inaudible] late (laughter).", false),
            ["(Applause.)", "[inaudible]", "(laughter)"]
        );
        assert_eq!(found("Here it is. (The bill is signed.) Done.", true), ["(The bill is signed.)"]);
    }

    #[test]
    fn leaves_the_speakers_own_brackets() {
        assert!(
            found("The agency (OPM) paid [the States] (58 per cent) and (which they do) more.", true)
                .is_empty()
        );
    }

    #[test]
    fn times_in_brackets_are_no_words() {
        let text = "We sail [00:01:02] at noon (14:30) or [3:1 x] (x) (0:15";
        let mut masked = Vec::new();
        find_times(text, &mut masked);
        assert_eq!(
            masked.iter().map(|mask| mask.span.of(text)).collect::<Vec<_>>(),
            ["[00:01:02]", "(14:30)"]
        );
    }

    #[test]
    fn a_direction_is_short_and_in_one_pair_of_brackets() {
        assert_eq!(found("We sail (applause] or [laughter) or (so [crosstalk])", false), ["[crosstalk]"]);
        let long = |length: usize| found(&format!("[applause {}]", "x".repeat(length)), false).len();
        assert_eq!((long(149), long(150)), (1, 0));
        assert_eq!(found("(and then there was long applause)", false), [""; 0], "five words of a speaker's");
        assert_eq!(found("(then there was applause)", false).len(), 1);
        assert_eq!(found("[and then there was long applause]", false).len(), 1);
        assert_eq!(found("(And then there was long applause.)", false).len(), 1);
    }

    #[test]
    fn what_is_done_is_a_direction() {
        assert_eq!(found("(points to the map)", false).len(), 1);
        assert_eq!(found("(points)", false).len(), 0);
        assert_eq!(found("[points]", false).len(), 1);
        assert_eq!(found("(points to the map on the wall there)", false).len(), 0);
        assert_eq!(found("(Reed points to the map on the wall there.)", false).len(), 1);
        assert_eq!(found("(data points)", false).len(), 0);
    }

    #[test]
    fn a_sentence_in_brackets_is_one_between_labels() {
        assert_eq!(found("(The order is read.)", false).len(), 0);
        assert_eq!(found("[The order is read.]", true).len(), 0);
        assert_eq!(found("(the order is read.)", true).len(), 0);
        assert_eq!(found("(Yes.)", true).len(), 0);
        let words =
            |count: usize| found(&format!("(The {}.)", ["order"; 14][..count - 1].join(" ")), true).len();
        assert_eq!((words(14), words(15)), (1, 0));
    }
}
