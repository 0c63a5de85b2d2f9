//! The candidates for the title of a section, each with what speaks for and against it.

use std::ops::Range;

use super::lexicon::LeadsTo;
use super::phrases::{self, MOST_WORDS};
use super::topic::{Counts, log2, topicality};
use super::words::{Tag, Word};
use crate::language::contains;
use crate::language::token::Token;
use crate::outline::Span;
use crate::transcript::{Transcript, is_question};

/// The names of what is counted of each candidate, in the order of the weights' file and of `Feature`.
pub const FEATURES: [&str; 27] = [
    "mentions",
    "rarity",
    "content-words",
    "words",
    "weak-words",
    "proper-names",
    "figures",
    "one-word",
    "depth",
    "place-in-sentence",
    "in-question",
    "behind-first-question",
    "announced",
    "opens-with-verb",
    "opens-with-gerund",
    "verb-within",
    "and-within",
    "behind-joiner",
    "goes-on-with-of",
    "fourth-word-on",
    "heading",
    "repeated-pairs",
    "loose-joiners",
    "name-before-question",
    "whole-sentence",
    "names-nothing",
    "turned-to",
];

/// The places in [`Features`].
#[derive(Clone, Copy, Debug)]
enum Feature {
    Mentions,
    Rarity,
    ContentWords,
    Words,
    WeakWords,
    ProperNames,
    Figures,
    OneWord,
    Depth,
    PlaceInSentence,
    InQuestion,
    BehindFirstQuestion,
    Announced,
    OpensWithVerb,
    OpensWithGerund,
    VerbWithin,
    AndWithin,
    BehindJoiner,
    GoesOnWithOf,
    FourthWordOn,
    Heading,
    RepeatedPairs,
    LooseJoiners,
    NameBeforeQuestion,
    WholeSentence,
    NamesNothing,
    TurnedTo,
}

pub type Features = [i32; FEATURES.len()];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub span: Span,
    pub features: Features,
}

/// A section's words and sentences, with what is needed to weigh them.
pub struct Material<'a> {
    pub transcript: &'a Transcript<'a>,
    pub words: &'a [Word],
    pub counts: &'a Counts,
}

impl Material<'_> {
    /// The candidates in a range of sentences, in the order of the text.
    pub fn candidates(&self, sentences: Range<usize>) -> Vec<Candidate> {
        let all = self.transcript.sentences.get(sentences.clone()).unwrap_or_default();
        let range = all.first().map_or(0, |s| s.words.start)..all.last().map_or(0, |s| s.words.end);
        let section = Counts::of(self.words.get(range).unwrap_or_default());
        let mut candidates = Vec::new();
        let mut questions = 0;
        for (depth, sentence) in all.iter().enumerate() {
            let is_question = is_question(sentence.span.of(self.transcript.text));
            let heading =
                (depth == 0 && self.is_heading(sentences.start)).then(|| self.heading(&sentence.words));
            if let Some(heading) = heading.flatten() {
                let mut candidate = self.candidate(&heading, &section);
                candidate.features[Feature::Heading as usize] = 1;
                candidates.push(candidate);
            }
            // "Ida Sund, Coastal Radio."
            if names_only(self.words.get(sentence.words.clone()).unwrap_or_default()) && depth + 1 < all.len()
            {
                continue;
            }
            if may_stand_whole(self.words.get(sentence.words.clone()).unwrap_or_default(), is_question) {
                let mut candidate = self.candidate(&sentence.words, &section);
                let features = &mut candidate.features;
                features[Feature::Depth as usize] = log2(1 + depth as u64);
                features[Feature::InQuestion as usize] = i32::from(is_question && questions == 0);
                features[Feature::BehindFirstQuestion as usize] = i32::from(questions > 0);
                features[Feature::WholeSentence as usize] = 1;
                candidates.push(candidate);
            }
            phrases::for_each(self.words, sentence.words.clone(), |phrase| {
                if self.is_address(&phrase, is_question && phrase.start == sentence.words.start) {
                    return;
                }
                let is_name = self.is_name_said_once(&phrase, &section);
                let mut candidate = self.candidate(&phrase, &section);
                let features = &mut candidate.features;
                features[Feature::Depth as usize] = log2(1 + depth as u64);
                features[Feature::PlaceInSentence as usize] =
                    log2(1 + (phrase.start - sentence.words.start) as u64);
                features[Feature::InQuestion as usize] = i32::from(is_question && questions == 0);
                features[Feature::BehindFirstQuestion as usize] = i32::from(questions > 0);
                features[Feature::Announced as usize] =
                    i32::from(self.is_announced(sentence.words.start, phrase.start));
                features[Feature::TurnedTo as usize] =
                    i32::from(self.is_turned_to(sentence.words.start, phrase.start));
                features[Feature::NamesNothing as usize] = i32::from(!self.names_something(&phrase));
                features[Feature::NameBeforeQuestion as usize] =
                    i32::from(is_name && !is_question && questions == 0);
                candidates.push(candidate);
            });
            questions += usize::from(is_question);
        }
        candidates
    }

    /// The candidate with the features that its words have wherever they stand.
    fn candidate(&self, phrase: &Range<usize>, section: &Counts) -> Candidate {
        let words = self.words.get(phrase.clone()).unwrap_or_default();
        let mut features = [0; FEATURES.len()];
        let mut seen: [Token; MOST_WORDS] = [Token::default(); MOST_WORDS];
        for (word, seen_at) in words.iter().zip(0..) {
            features[Feature::Words as usize] += 1;
            features[Feature::ProperNames as usize] += i32::from(word.is_proper);
            features[Feature::Figures as usize] += i32::from(word.tag == Tag::Figure);
            features[Feature::WeakWords as usize] += i32::from(word.is_weak);
            if !word.has_content() || seen.contains(&word.stem) {
                continue;
            }
            if let Some(slot) = seen.get_mut::<usize>(seen_at) {
                *slot = word.stem;
            }
            if word.is_weak {
                continue;
            }
            let weight = topicality(word.stem, section, self.counts);
            features[Feature::Mentions as usize] += weight.mentions;
            features[Feature::Rarity as usize] += weight.rarity;
            features[Feature::ContentWords as usize] += 1;
        }
        for (first, second) in words.iter().zip(words.iter().skip(1)) {
            let repeats = second.is_joined && section.repeats(first.stem, second.stem);
            features[Feature::RepeatedPairs as usize] +=
                i32::from(repeats && !(first.is_weak && second.is_weak));
        }
        features[Feature::LooseJoiners as usize] = words.iter().filter(|word| is_loose(word)).count() as i32;
        let tag = |index: usize| self.words.get(index).map(|word| word.tag);
        let (joiners, within) = (Token::of("and"), words.get(1..).unwrap_or_default());
        features[Feature::OneWord as usize] = i32::from(words.len() == 1);
        features[Feature::OpensWithVerb as usize] = i32::from(tag(phrase.start) == Some(Tag::Verb));
        features[Feature::OpensWithGerund as usize] = i32::from(tag(phrase.start) == Some(Tag::Gerund));
        features[Feature::VerbWithin as usize] = i32::from(within.iter().any(|word| word.tag == Tag::Verb));
        features[Feature::AndWithin as usize] = i32::from(words.iter().any(|word| word.stem == joiners));
        features[Feature::BehindJoiner as usize] = i32::from(self.stands_behind(phrase.start, Tag::Joiner));
        features[Feature::GoesOnWithOf as usize] = i32::from(self.goes_on_with_of(phrase.end));
        features[Feature::FourthWordOn as usize] = (features[Feature::ContentWords as usize] - 3).max(0);
        Candidate { span: self.span(phrase), features }
    }

    /// The text of a phrase, with the currency sign before it and the per cent sign behind it.
    fn span(&self, phrase: &Range<usize>) -> Span {
        let words = &self.transcript.words;
        let word = |index: usize| words.get(index).map_or_else(Span::default, |word| word.span);
        let mut span = Span::new(word(phrase.start).start, word(phrase.end.saturating_sub(1)).end);
        let text = self.transcript.text;
        let sign = text.get(..span.start).and_then(|before| before.chars().next_back());
        if let Some(sign) = sign.filter(|sign| matches!(sign, '$' | '€' | '£')) {
            span.start -= sign.len_utf8();
        }
        if text.get(span.end..).is_some_and(|after| after.starts_with('%')) {
            span.end += 1;
        }
        span
    }

    fn is_heading(&self, sentence: usize) -> bool {
        let Some(first) = self.transcript.sentences.get(sentence) else { return false };
        let next = self.transcript.sentences.get(sentence + 1);
        let text = self.transcript.text;
        let ends_line = next.is_some_and(|next| {
            let between = Span::new(first.span.end, next.span.start.max(first.span.end)).of(text);
            contains(between, "\n")
        });
        let words = self.words.get(first.words.clone()).unwrap_or_default();
        ends_line
            && !first.span.of(text).ends_with(['.', '?', '!', ',', ';', '…', '—', '"', '”', ')'])
            && words.len() <= MOST_WORDS + 1
            && self.names_something(&first.words)
            && !words.first().is_some_and(|word| word.entry.precedes_verb)
    }

    /// The words of a heading without the number before them.
    fn heading(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(words.start)?;
        let next = self.words.get(words.start + 1);
        let is_number = first.tag == Tag::Figure && next.is_some_and(|next| !next.is_joined);
        let phrase = words.start + usize::from(is_number)..words.end;
        (!phrase.is_empty() && phrase.len() <= MOST_WORDS).then_some(phrase)
    }

    fn stands_behind(&self, index: usize, tag: Tag) -> bool {
        let joined = self.words.get(index).is_some_and(|word| word.is_joined);
        joined && index.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(|w| w.tag == tag)
    }

    /// "the Department | of Health"
    fn goes_on_with_of(&self, end: usize) -> bool {
        self.words.get(end).is_some_and(|next| next.is_joined && next.stem == Token::of("of"))
    }

    /// "Today I am announcing four electric ferries."
    fn is_announced(&self, sentence: usize, phrase: usize) -> bool {
        self.before(sentence, phrase, 8).iter().any(|word| word.entry.leads_to == LeadsTo::News)
    }

    /// "Let me turn now to the ferries."
    fn is_turned_to(&self, sentence: usize, phrase: usize) -> bool {
        self.before(sentence, phrase, 3).iter().any(|word| word.entry.leads_to == LeadsTo::Topic)
    }

    /// At most so many words of the sentence before the phrase.
    fn before(&self, sentence: usize, phrase: usize, most: usize) -> &[Word] {
        self.words.get(sentence.max(phrase.saturating_sub(most))..phrase).unwrap_or_default()
    }

    /// Not "two years", not "the next thing".
    fn names_something(&self, phrase: &Range<usize>) -> bool {
        let words = self.words.get(phrase.clone()).unwrap_or_default();
        words.iter().any(|word| word.has_content() && !word.is_weak && word.tag != Tag::Figure)
    }

    /// The name of somebody who asks or is greeted; a name that is the topic comes up again.
    fn is_name_said_once(&self, phrase: &Range<usize>, section: &Counts) -> bool {
        let words = self.words.get(phrase.clone()).unwrap_or_default();
        let comes_up_again = |word: &Word| word.is_proper && !word.is_weak && section.is_repeated(word.stem);
        words.iter().all(is_of_name) && !words.iter().any(comes_up_again)
    }

    /// "Mr Castillo, ...": names alone between commas, at the start or the end of what is said to somebody. A word that
    /// opens a question before a comma is one, whatever it is: "Owen, will he run?".
    fn is_address(&self, phrase: &Range<usize>, opens_question: bool) -> bool {
        let words = self.words.get(phrase.clone()).unwrap_or_default();
        words.first().is_some_and(|word| !word.is_joined)
            && self.words.get(phrase.end).is_none_or(|next| !next.is_joined)
            && words.iter().all(|word| word.is_weak || word.is_proper || (opens_question && words.len() == 1))
    }
}

/// A short sentence may be its section's title whole, if it can be understood alone: "Will the ferry run in winter",
/// but not "And they will see to it".
fn may_stand_whole(words: &[Word], is_question: bool) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let opens_well = first.is_nominal() || first.tag == Tag::Determiner || is_question;
    (3..=MOST_WORDS).contains(&words.len())
        && opens_well
        && first.tag != Tag::Joiner
        && first.entry.leads_to != LeadsTo::Topic
        && rest.iter().all(|word| word.is_joined)
        && words.iter().any(|word| word.has_content() && !word.is_weak)
        && words
            .last()
            .is_some_and(|last| matches!(last.tag, Tag::Noun | Tag::Modifier | Tag::Gerund | Tag::Verb))
}

/// A joiner that binds to the verb as often as to the noun before it: "met the mayor with a plan".
fn is_loose(word: &Word) -> bool {
    const TIGHT: [&str; 6] = ["of", "for", "and", "in", "on", "between"];
    word.tag == Tag::Joiner && !TIGHT.iter().any(|tight| word.stem == Token::of(tight))
}

fn is_of_name(word: &Word) -> bool {
    word.is_proper || word.is_weak || matches!(word.tag, Tag::Determiner | Tag::Joiner)
}

/// A sentence of names, as reporters introduce themselves.
fn names_only(words: &[Word]) -> bool {
    words.len() <= 6
        && words
            .iter()
            .skip(1)
            .all(|word| word.is_proper || matches!(word.tag, Tag::Determiner | Tag::Joiner))
}

#[cfg(test)]
mod tests;
