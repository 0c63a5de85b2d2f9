//! What the word lists say of a word. There is no tagger: the closed classes of the language are listed, with the
//! commonest verbs and adjectives, and what is in no list is taken for a noun.

use std::sync::OnceLock;

use crate::language::lists::{List, list};
use crate::language::token::Token;
use crate::tally::Counts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// In no list.
    Unlisted,
    /// A noun in spite of its ending.
    Noun,
    /// A verb's base form that is no noun.
    Verb,
    NounOrVerb,
    /// Wants a noun behind it.
    Adjective,
    /// No part of a title.
    Break,
    Determiner,
    /// A preposition, or `and`.
    Joiner,
}

/// The lists with what they say; a later list overrules an earlier one.
const CLASSES: [(Class, List); 7] = [
    (Class::Verb, list!("en/titles/verbs.txt")),
    (Class::NounOrVerb, list!("en/titles/nouns_or_verbs.txt")),
    (Class::Adjective, list!("en/titles/adjectives.txt")),
    (Class::Noun, list!("en/titles/nouns.txt")),
    (Class::Break, list!("en/titles/breaks.txt")),
    (Class::Determiner, list!("en/titles/determiners.txt")),
    (Class::Joiner, list!("en/titles/joiners.txt")),
];

/// What stands behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadsTo {
    Anything,
    /// "announcing"
    News,
    /// "turning to"
    Topic,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub class: Class,
    /// A verb behind `to`, whatever it is elsewhere.
    pub may_be_verb: bool,
    pub leads_to: LeadsTo,
    /// What follows is a verb.
    pub precedes_verb: bool,
}

const UNLISTED: Entry =
    Entry { class: Class::Unlisted, may_be_verb: false, leads_to: LeadsTo::Anything, precedes_verb: false };

#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// For each word, one more than the index of its entry.
    places: Counts,
    /// The stems of words that name no topic by themselves.
    weak: Counts,
}

impl Lexicon {
    /// Read once: for a short text it would take longer than the text.
    pub fn english() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut lexicon = Self {
            entries: Vec::new(),
            places: Counts::default(),
            weak: stems(list!("en/titles/weak.txt").terms()),
        };
        for (class, list) in CLASSES {
            lexicon.mark(list, &|entry| {
                entry.class = class;
                entry.may_be_verb |= matches!(class, Class::Verb | Class::NounOrVerb);
            });
        }
        lexicon.mark(list!("en/titles/announcing_verbs.txt"), &|entry| {
            entry.leads_to = LeadsTo::News;
        });
        lexicon.mark(list!("en/titles/before_verbs.txt"), &|entry| {
            entry.precedes_verb = true;
        });
        lexicon.mark(list!("en/titles/turning.txt"), &|entry| {
            entry.leads_to = LeadsTo::Topic;
        });
        lexicon
    }

    fn mark(&mut self, list: List, mark: &dyn Fn(&mut Entry)) {
        for term in list.terms() {
            let place = self.places.at(Token::of(term).key());
            if *place == 0 {
                self.entries.push(UNLISTED);
                *place = self.entries.len() as u32;
            }
            if let Some(entry) = self.entries.get_mut(*place as usize - 1) {
                mark(entry);
            }
        }
    }

    pub fn entry(&self, word: Token) -> Entry {
        let place = self.places.get(word.key());
        place.checked_sub(1).and_then(|place| self.entries.get(place as usize)).copied().unwrap_or(UNLISTED)
    }

    pub fn is_weak(&self, stem: Token) -> bool {
        self.weak.get(stem.key()) > 0
    }

    /// Whether the word is the third person of a verb that is no noun: "provides", "ensures".
    pub fn is_third_person(&self, word: &str) -> bool {
        let is_verb = |base: Option<&str>| {
            base.map(|base| self.entry(Token::of(base)))
                .is_some_and(|base| base.may_be_verb && matches!(base.class, Class::Verb | Class::Break))
        };
        is_verb(word.strip_suffix('s'))
            || is_verb(word.strip_suffix("es"))
            || word.strip_suffix("ies").is_some_and(|stem| is_verb(Some(&[stem, "y"].concat())))
    }
}

/// The stems of words: a number above zero for each.
pub fn stems<'w>(words: impl Iterator<Item = &'w str>) -> Counts {
    let mut stems = Counts::default();
    words.for_each(|word| *stems.at(stem(word).key()) = 1);
    stems
}

/// The word without possessive and plural: enough to tell that "ferry's" and "ferries" are one topic.
pub fn stem(word: &str) -> Token {
    stem_of(word, Token::of(word))
}

/// [`stem`] of a word whose own token is known: that of most words.
pub fn stem_of(word: &str, token: Token) -> Token {
    if !matches!(word.bytes().next_back(), Some(b's' | b'S' | b'y')) {
        return token;
    }
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let keeps_s = word.len() < 4 || ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let bare = if keeps_s {
        word
    } else {
        let without_ies = word.strip_suffix("ies").or_else(|| word.strip_suffix('y'));
        without_ies.unwrap_or_else(|| word.strip_suffix(['s', 'S']).unwrap_or(word))
    };
    Token::of(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unlisted_word_is_known_by_its_verb() {
        let lexicon = Lexicon::english();
        assert!(lexicon.is_third_person("provides"));
        assert!(!lexicon.is_third_person("ferries"));
        assert_eq!(lexicon.entry(Token::of("lighthouse")).class, Class::Unlisted);
    }

    #[test]
    fn plural_and_possessive_are_one_topic() {
        assert_eq!(stem("ferries"), stem("Ferry’s"));
        assert_ne!(stem("crisis"), stem("crisi"));
    }

    #[test]
    fn no_word_is_in_two_classes_by_mistake() {
        let lists: Vec<Vec<&str>> = CLASSES.iter().map(|(_, list)| list.terms().collect()).collect();
        for list in &lists {
            assert!(list.iter().all(|term| *term == term.to_lowercase()));
        }
    }
}
