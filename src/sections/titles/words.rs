//! The words of a transcript with what they are in their sentence.

use super::lexicon::{Class, Entry, LeadsTo, Lexicon, stem_of, stems};
use crate::language::token::Token;
use crate::language::{is_capital, is_small};
use crate::outline::Span;
use crate::transcript::{Sentence, Transcript};

/// What a word is in its sentence, as far as a noun phrase is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Noun,
    /// Adjective, participle or possessive before a noun.
    Modifier,
    Figure,
    /// A form in -ing: opens a phrase ("closing the pier") or stands before a noun ("floating dock").
    Gerund,
    /// A base form behind `to` or an auxiliary.
    Verb,
    Determiner,
    Joiner,
    /// Ends every phrase.
    Break,
}

/// Where it stands, the transcript knows: there is one of these for each of its words.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub tag: Tag,
    pub entry: Entry,
    pub stem: Token,
    /// Names no topic by itself: a general word, or the name of somebody who speaks.
    pub is_weak: bool,
    /// Nothing but white space or a currency sign stands between it and the word before.
    pub is_joined: bool,
    /// A capital that the start of the sentence does not account for.
    pub is_proper: bool,
}

impl Word {
    /// Whether the word can tell one topic from another.
    pub fn has_content(&self) -> bool {
        !matches!(self.tag, Tag::Break | Tag::Determiner | Tag::Joiner)
    }

    /// Whether a noun phrase may run across the word.
    pub fn is_nominal(&self) -> bool {
        matches!(self.tag, Tag::Noun | Tag::Modifier | Tag::Figure | Tag::Gerund)
    }
}

/// The words of the whole transcript, by the indices of [`Transcript::words`].
pub fn read(transcript: &Transcript<'_>, lexicon: &Lexicon) -> Vec<Word> {
    let speakers = transcript.speakers.iter().flat_map(|speaker| speaker.name.split_whitespace());
    let speakers = stems(speakers);
    let mut words = Vec::with_capacity(transcript.words.len());
    for (index, word) in transcript.words.iter().enumerate() {
        let text = word.span.of(transcript.text);
        let before = index.checked_sub(1).and_then(|before| transcript.words.get(before));
        let is_joined = before.is_some_and(|before| {
            Span::new(before.span.end, word.span.start.max(before.span.end))
                .of(transcript.text)
                .chars()
                .all(may_join)
        });
        let token = Token::of(text);
        let stem = stem_of(text, token);
        words.push(Word {
            tag: Tag::Break,
            entry: lexicon.entry(token),
            stem,
            is_weak: lexicon.is_weak(stem) || speakers.get(stem.key()) > 0,
            is_joined,
            is_proper: false,
        });
    }
    for sentence in &transcript.sentences {
        tag(transcript, lexicon, sentence, &mut words);
    }
    words
}

fn may_join(c: char) -> bool {
    c.is_whitespace() || matches!(c, '$' | '€' | '£' | '&')
}

/// A verb may stand behind `to`, but not behind the `to` of "turning now to research".
fn tag(transcript: &Transcript<'_>, lexicon: &Lexicon, sentence: &Sentence, words: &mut [Word]) {
    let in_capitals = !sentence.span.of(transcript.text).chars().any(is_small);
    let mut before: Option<Word> = None;
    let mut turning = 0_u8;
    for index in sentence.words.clone() {
        let next = words.get(index + 1).filter(|_| index + 1 < sentence.words.end).copied();
        let Some(word) = words.get_mut(index) else { break };
        let text = transcript.word(index);
        if index == sentence.words.start {
            word.is_joined = false;
        }
        let before_joined = before.filter(|_| word.is_joined);
        word.is_proper = index > sentence.words.start && !in_capitals && text.starts_with(is_capital);
        word.tag = tag_of(lexicon, text, word, before_joined, next.filter(|next| next.is_joined));
        // "turn now to": so many words on, `to` still belongs to what turns to a topic.
        turning = if word.entry.leads_to == LeadsTo::Topic { 3 } else { turning.saturating_sub(1) };
        let mut seen = *word;
        seen.entry.precedes_verb &= turning == 0 || word.tag != Tag::Joiner;
        before = Some(seen);
    }
}

fn tag_of(lexicon: &Lexicon, text: &str, word: &Word, before: Option<Word>, next: Option<Word>) -> Tag {
    let is_verb = word.entry.may_be_verb && before.is_some_and(|before| before.entry.precedes_verb);
    match word.entry.class {
        Class::Determiner => Tag::Determiner,
        Class::Joiner => Tag::Joiner,
        Class::Verb | Class::NounOrVerb | Class::Adjective if is_verb => Tag::Verb,
        Class::Adjective => Tag::Modifier,
        Class::Verb if word.is_proper => Tag::Noun,
        Class::Break | Class::Verb => Tag::Break,
        Class::Noun | Class::NounOrVerb => Tag::Noun,
        Class::Unlisted => tag_by_form(lexicon, text, word, before, next),
    }
}

/// What a word in no list is, by its ending and its neighbours.
fn tag_by_form(lexicon: &Lexicon, text: &str, word: &Word, before: Option<Word>, next: Option<Word>) -> Tag {
    let ends_in = |ends: &[&str]| ends.iter().any(|end| text.len() > end.len() + 2 && text.ends_with(end));
    let follows_verb_marker = before.is_some_and(|before| before.entry.precedes_verb);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        Tag::Figure
    } else if text.chars().nth(1).is_none() || is_contraction(text) {
        Tag::Break
    } else if ends_in(&["'s", "’s", "s'", "s’"]) {
        Tag::Modifier
    } else if word.is_proper {
        Tag::Noun
    } else if ends_in(&["ly"]) {
        Tag::Break
    } else if ends_in(&["ise", "ize"]) {
        if follows_verb_marker { Tag::Verb } else { Tag::Break }
    } else if ends_in(&["ing"]) {
        if is_participle_behind_noun(before, next) {
            Tag::Break
        } else if is_noun_in_ing(before, next) {
            Tag::Noun
        } else {
            Tag::Gerund
        }
    } else if ends_in(&["ed"]) {
        if is_participle_before_noun(before, next) { Tag::Modifier } else { Tag::Break }
    } else if ends_in(&["ous", "ful", "able", "ible", "less"]) {
        Tag::Modifier
    } else if is_infinitive(text, before) {
        Tag::Verb
    } else if lexicon.is_third_person(text)
        || before.is_some_and(|b| follows_verb_marker && b.tag == Tag::Break)
    {
        Tag::Break
    } else {
        Tag::Noun
    }
}

/// "who'd", "nobody'll".
fn is_contraction(text: &str) -> bool {
    ["d", "ll", "re", "ve", "t", "m"]
        .iter()
        .any(|end| text.strip_suffix(end).is_some_and(|stem| stem.ends_with(['\'', '’'])))
}

/// "cattle standing in the sun", but not "the cattle feeding programme".
fn is_participle_behind_noun(before: Option<Word>, next: Option<Word>) -> bool {
    before.is_some_and(|before| before.tag == Tag::Noun)
        && next
            .is_none_or(|next| matches!(next.entry.class, Class::Break | Class::Determiner | Class::Joiner))
}

/// "the dredging of the channel", but not "the dredging plan".
fn is_noun_in_ing(before: Option<Word>, next: Option<Word>) -> bool {
    before.is_some_and(|before| before.tag == Tag::Determiner)
        && next.is_none_or(|next| matches!(next.entry.class, Class::Break | Class::Joiner))
}

/// "to requisition", but "to storms", "to automation", "to safety".
fn is_infinitive(text: &str, before: Option<Word>) -> bool {
    before.is_some_and(|before| before.tag == Tag::Joiner && before.entry.precedes_verb)
        && !["s", "ion", "ment", "ty", "cy", "ness", "ance", "ence"].iter().any(|end| text.ends_with(end))
}

/// "the proposed budget", but not "the council proposed cuts".
fn is_participle_before_noun(before: Option<Word>, next: Option<Word>) -> bool {
    before.is_some_and(|before| matches!(before.tag, Tag::Determiner | Tag::Modifier | Tag::Joiner))
        && next.is_some_and(|next| {
            !matches!(next.entry.class, Class::Break | Class::Determiner | Class::Joiner | Class::Verb)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// The words with a letter for the tag of each.
    fn tags(text: &str) -> String {
        let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
        let letter = |word: &Word| match word.tag {
            Tag::Noun => 'N',
            Tag::Modifier => 'm',
            Tag::Figure => '1',
            Tag::Gerund => 'g',
            Tag::Verb => 'V',
            Tag::Determiner => 'd',
            Tag::Joiner => 'j',
            Tag::Break => '.',
        };
        read(&transcript, Lexicon::english()).iter().map(letter).collect()
    }

    #[test]
    fn a_noun_that_may_be_a_verb_is_one_behind_to() {
        assert_eq!(tags("They want to plan the harbour in detail."), "..jVdNjN");
        assert_eq!(tags("They like the plan for the harbour very much."), "..dNjdN.d");
        assert_eq!(tags("Let me turn now to research."), "....jN");
    }

    #[test]
    fn participles_stand_before_nouns_or_end_the_phrase() {
        assert_eq!(tags("Then the council closed the damaged pier."), ".dN.dmN");
    }

    #[test]
    fn a_form_in_ing_behind_an_article_is_a_noun() {
        assert_eq!(tags("We spoke about the dredging of the channel."), "..jdNjdN");
        assert_eq!(tags("We spoke about the dredging plan."), "..jdgN");
    }

    #[test]
    fn adverbs_end_the_phrase_and_families_do_not() {
        assert_eq!(tags("The family quickly left."), "dN..");
    }
}
