//! The phrases of a sentence that could stand as a title: noun phrases, joined by prepositions, with or without the
//! verb that opens them ("close the old pier", "closing the old pier").

use std::ops::Range;

use super::lexicon::LeadsTo;
use super::words::{Tag, Word};
use crate::language::token::Token;

/// A title has so many words at most.
pub const MOST_WORDS: usize = 8;

/// Calls `found` with each phrase in `sentence`, as indices into `words`.
pub fn for_each(words: &[Word], sentence: Range<usize>, mut found: impl FnMut(Range<usize>)) {
    for first in sentence.clone() {
        if !may_open(words, first) {
            continue;
        }
        for last in first..sentence.end.min(first + MOST_WORDS) {
            if last > first && !may_go_on(words, first, last) {
                break;
            }
            if may_close(words, first, last) {
                found(first..last + 1);
            }
        }
    }
}

/// The word before, if nothing stands between.
fn before(words: &[Word], index: usize) -> Option<&Word> {
    words.get(index).filter(|word| word.is_joined)?;
    words.get(index.checked_sub(1)?)
}

fn after(words: &[Word], index: usize) -> Option<&Word> {
    words.get(index + 1).filter(|next| next.is_joined)
}

/// A phrase opens where its noun phrase does, or behind modifiers and general words that say nothing:
/// "President | Castillo".
fn may_open(words: &[Word], index: usize) -> bool {
    let Some(word) = words.get(index) else { return false };
    match word.tag {
        // "turn to the lease": the lease.
        _ if word.entry.leads_to == LeadsTo::Topic
            && after(words, index).is_none_or(|next| next.tag == Tag::Joiner) =>
        {
            false
        }
        Tag::Verb => true,
        Tag::Noun | Tag::Modifier | Tag::Figure | Tag::Gerund => {
            before(words, index).is_none_or(|before| !before.is_nominal() || may_be_left_out(before, word))
                && !is_empty_opener(words, index)
        }
        Tag::Determiner | Tag::Joiner | Tag::Break => false,
    }
}

/// Never the first half of a name: "New Harbour" stays whole.
fn may_be_left_out(before: &Word, word: &Word) -> bool {
    (before.tag == Tag::Modifier || before.is_weak) && !(before.is_proper && word.is_proper)
}

/// "number of leases", "(in) addition to the lease": the phrase behind says as much. "Decision to lease" says more.
fn is_empty_opener(words: &[Word], index: usize) -> bool {
    let stands_behind_joiner = before(words, index).is_some_and(|before| before.tag == Tag::Joiner);
    words.get(index).is_some_and(|word| word.is_weak)
        && after(words, index).is_some_and(|next| {
            next.tag == Tag::Joiner
                && (stands_behind_joiner || ["of", "about"].map(Token::of).contains(&next.stem))
        })
}

fn may_go_on(words: &[Word], first: usize, index: usize) -> bool {
    let (Some(word), Some(before)) = (words.get(index), before(words, index)) else { return false };
    match word.tag {
        Tag::Break => false,
        // "decision to close"
        Tag::Verb => before.tag == Tag::Joiner,
        Tag::Determiner => {
            before.tag == Tag::Joiner
                || before.tag == Tag::Verb
                || (before.tag == Tag::Gerund && opens_gerund_phrase(words, first, index - 1))
        }
        Tag::Joiner => before.tag == Tag::Noun || before.tag == Tag::Figure,
        Tag::Noun | Tag::Modifier | Tag::Figure | Tag::Gerund => true,
    }
}

/// "closing the pier", "on closing the pier".
fn opens_gerund_phrase(words: &[Word], first: usize, gerund: usize) -> bool {
    gerund == first || before(words, gerund).is_some_and(|before| before.tag == Tag::Joiner)
}

/// A phrase closes with a noun, and nothing that belongs to its last noun phrase stands behind.
fn may_close(words: &[Word], first: usize, last: usize) -> bool {
    let Some(word) = words.get(last) else { return false };
    let goes_on = after(words, last).is_some_and(Word::is_nominal);
    let is_numbered_name =
        word.tag == Tag::Figure && last > first && before(words, last).is_some_and(|b| b.is_proper);
    !goes_on
        && !leaves_between_open(words.get(first..=last).unwrap_or_default())
        && (word.tag == Tag::Noun || is_numbered_name)
}

/// "the ferry between Holm", without "and Skarvik".
fn leaves_between_open(phrase: &[Word]) -> bool {
    let (between, and) = (Token::of("between"), Token::of("and"));
    let from = phrase.iter().position(|word| word.stem == between);
    from.is_some_and(|from| !phrase.iter().skip(from).any(|word| word.stem == and))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::words;
    use super::*;
    use crate::Options;
    use crate::outline::Span;

    fn phrases(text: &str) -> Vec<&str> {
        let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
        let words = words::read(&transcript, Lexicon::english());
        let mut found = Vec::new();
        for_each(&words, 0..words.len(), |range| {
            let said = &transcript.words[range];
            found.push(Span::new(said[0].span.start, said[said.len() - 1].span.end).of(text));
        });
        found
    }

    #[test]
    fn noun_phrases_are_joined() {
        assert_eq!(
            phrases("We spoke about the roof of the old library."),
            ["roof", "roof of the old library", "old library", "library"]
        );
    }

    #[test]
    fn a_verb_opens_a_phrase() {
        assert!(phrases("We will repair the roof.").contains(&"repair the roof"));
        assert!(phrases("Closing the pier was hard.").contains(&"Closing the pier"));
        assert!(phrases("It was his decision to close the pier.").contains(&"decision to close the pier"));
    }

    #[test]
    fn a_phrase_opens_with_a_word_that_says_something() {
        let found = phrases("In terms of the lease, we wrote to President Castillo.");
        assert!(found.contains(&"lease") && !found.contains(&"terms of the lease"));
        assert!(found.contains(&"President Castillo") && !found.contains(&"Castillo"));
    }

    #[test]
    fn both_sides_of_between_are_named() {
        let found = phrases("We spoke about the ferry between Holm and Skarvik.");
        assert!(found.contains(&"ferry between Holm and Skarvik") && !found.contains(&"ferry between Holm"));
    }

    #[test]
    fn no_phrase_is_cut_in_half() {
        for phrase in
            phrases("The new harbour master's very old rusty ferry, which sank, was the pride of the town.")
        {
            assert!(
                !["new", "master's", "of", "the", "harbour", "ferry, which"].contains(&phrase),
                "{phrase}"
            );
        }
    }
}
