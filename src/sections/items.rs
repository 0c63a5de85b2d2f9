//! Items of an agenda that a chair calls: "Item 7, parking meters on Main Street." In a meeting they are where its
//! business divides, whoever speaks on them.

use std::sync::OnceLock;

use super::lattice::{CERTAIN, Potentials};
use crate::language::Terms;
use crate::language::lists::list;
use crate::outline::{Role, SectionKind};
use crate::transcript::{Sentence, Transcript};

/// Who speaks of one item may speak of a list; who calls two has an agenda.
const ENOUGH: usize = 2;

/// "Thank you, Ms. Reed. Item 7.": so many sentences before the call in its turn belong to it.
const LEAD: usize = 1;

/// So many sentences at most call an item and who speaks on it.
const CALL: usize = 4;

/// Sentences on an item, at most: a council may be one of several events in a text.
const BUSINESS: usize = 100;

/// Words of a call without the word "item": "Public comment on matters not on the agenda", but not a sentence about hearings.
const FEW: usize = 8;

/// Begins a section where an item is called, in a transcript in which several are.
pub fn open(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    let mut calls = Vec::new();
    for (index, sentence) in transcript.sentences.iter().enumerate() {
        let turn = sentence.turn.and_then(|turn| transcript.turns.get(turn));
        let spoken = turn.is_some() || transcript.turns.is_empty();
        if spoken && is_call(transcript, sentence) {
            let start = turn.map_or(index, |turn| turn.sentences.start);
            calls.push(if index - start > LEAD { index } else { start });
        }
    }
    if calls.len() < ENOUGH {
        return;
    }
    let asked_by_press = transcript.speakers.iter().any(|speaker| speaker.role == Role::Press);
    let last_turn = transcript.turns.last().map_or(0, |turn| turn.sentences.start);
    let mut free = 0;
    for (index, &start) in calls.iter().enumerate() {
        // What follows is business: whoever thanks the chair there opens and closes nothing.
        let next = calls.get(index + 1).copied().unwrap_or(last_turn).min(start + BUSINESS);
        for potentials in potentials.iter_mut().take(next).skip(start) {
            let kinds = [SectionKind::Opening, SectionKind::Closing, SectionKind::QuestionAnswer];
            // What members ask one another belongs to the item.
            for kind in kinds.into_iter().take(kinds.len() - usize::from(asked_by_press)) {
                potentials.start[kind as usize] -= CERTAIN;
                potentials.inside[kind as usize] -= CERTAIN;
            }
        }
        // "Item 8. The next item is parking."
        if start < free {
            continue;
        }
        // Who is called to speak on the item begins nothing.
        let turn = transcript.sentences.get(start).and_then(|sentence| transcript.turns.get(sentence.turn?));
        free = turn.map_or(start, |turn| turn.sentences.end.min(start + CALL)) + 1;
        for (index, potentials) in potentials.iter_mut().enumerate().take(free).skip(start) {
            if index == start {
                potentials.start[SectionKind::AgendaItem as usize] += CERTAIN;
            } else {
                potentials.start.iter_mut().for_each(|start| *start -= CERTAIN);
            }
        }
    }
}

/// "Item 7, parking meters on Main Street.", "We come to public comment."
pub fn is_call(transcript: &Transcript<'_>, sentence: &Sentence) -> bool {
    static TERMS: OnceLock<[Terms; 2]> = OnceLock::new();
    let [leading, calls] = TERMS.get_or_init(|| {
        [list!("en/items/leading.txt"), list!("en/items/calls.txt")].map(|list| Terms::of(&[list]))
    });
    let words = transcript.words.get(sentence.words.clone()).unwrap_or_default();
    let word = |at: usize| words.get(at).map_or("", |word| word.span.of(transcript.text));
    let lead = (0..words.len()).take_while(|&at| leading.contains_folded(word(at))).count();
    if word(lead).eq_ignore_ascii_case("item") {
        // "This item is a big one." speaks of one.
        let before = lead.checked_sub(1).map_or("", word);
        return !["the", "this", "that", "a"].iter().any(|article| before.eq_ignore_ascii_case(article));
    }
    let phrase = words.get(lead).zip(words.get(lead + 1));
    let phrase = phrase.and_then(|(a, b)| transcript.text.get(a.span.start..b.span.end));
    words.len() <= lead + FEW && phrase.is_some_and(|phrase| calls.contains_folded(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, transcript};

    /// For each sentence whether an agenda item is likelier to begin there, and an opening less.
    fn opened(text: &str) -> Vec<(bool, bool)> {
        let read = transcript(text, &Options::default()).expect("a transcript");
        let mut potentials = vec![Potentials::default(); read.sentences.len()];
        open(&read, &mut potentials);
        let weighed = |one: &Potentials| {
            (one.start[SectionKind::AgendaItem as usize] > 0, one.inside[SectionKind::Opening as usize] < 0)
        };
        potentials.iter().map(weighed).collect()
    }

    #[test]
    fn called_items_begin_sections_and_what_lies_between_is_business() {
        let text = "CHAIR: Welcome.\n\nCLERK: Here.\n\nCHAIR: Thank you. OK, so we move on to item 7, the pier.\n\n\
                    MS. REED: Good evening.\n\nCHAIR: Thank you. It is late. We agree. Now item B. The next item is short.\n\n\
                    CHAIR: Good night.";
        let (free, business, item) = ((false, false), (false, true), (true, true));
        let expected =
            [free, free, item, business, business, business, business, business, item, business, free];
        assert_eq!(opened(text), expected);
    }

    #[test]
    fn one_call_is_no_agenda() {
        assert_eq!(
            opened("CHAIR: Hello.\n\nMS. REED: Item 7 is the pier.\n\nCHAIR: Thanks."),
            [(false, false); 3]
        );
    }

    #[test]
    fn calls_are_known_by_how_they_begin() {
        let calls = |sentence: &str| {
            let read = transcript(sentence, &Options::default()).expect("a transcript");
            is_call(&read, &read.sentences[0])
        };
        for call in [
            "Item 7.",
            "Item 12.3, Ordinance 24-11, an ordinance that creates a fee for storm water and other purposes, second reading.",
            "All right, that brings us to item number four.",
            "And our next item is the budget.",
            "Agenda item 4.",
            "We now come to public comment.",
            "Approval of the minutes.",
        ] {
            assert!(calls(call), "{call}");
        }
        for other in [
            "This item is a big one.",
            "I want to thank you for item 7.",
            "Public hearings were held in all of the nine districts last year.",
            "The next year will be hard.",
            "The item",
            "Public",
        ] {
            assert!(!calls(other), "{other}");
        }
    }
}
