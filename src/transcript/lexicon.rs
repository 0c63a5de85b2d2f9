//! The word lists that reading needs, parsed once.

use std::sync::OnceLock;

use crate::language::Terms;
use crate::language::lists::list;

#[derive(Debug)]
pub struct Lexicon {
    /// Never end a sentence.
    pub title_abbreviations: Terms,
    /// End no sentence before a digit.
    pub number_abbreviations: Terms,
    /// End a sentence before a starter.
    pub abbreviations: Terms,
    /// Abbreviations that are ordinary words without a capital.
    pub words_too: Terms,
    pub starters: Terms,
    pub titles: Terms,
    pub press_labels: Terms,
    pub host_labels: Terms,
    pub other_labels: Terms,
    pub document_keys: Terms,
    pub stage_directions: Terms,
    pub stage_verbs: Terms,
    pub function_words: Terms,
    pub event_words: Terms,
    pub particles: Terms,
    pub names_too: Terms,
    pub name_suffixes: Terms,
    pub courtesies: Terms,
    pub other_offices: Terms,
    pub venue_words: Terms,
}

/// The lexicon: English, with the labels of some other languages.
pub fn english() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon {
        title_abbreviations: Terms::of(&[list!("en/transcript/abbreviations_title.txt")]),
        number_abbreviations: Terms::of(&[list!("en/transcript/abbreviations_number.txt")]),
        abbreviations: Terms::of(&[list!("en/transcript/abbreviations.txt")]),
        words_too: Terms::of(&[list!("en/transcript/words_too.txt")]),
        starters: Terms::of(&[list!("en/transcript/starters.txt")]),
        titles: Terms::of(&[list!("en/transcript/titles.txt"), list!("other/titles.txt")]),
        press_labels: Terms::of(&[list!("en/transcript/press_labels.txt"), list!("other/press_labels.txt")]),
        host_labels: Terms::of(&[list!("en/transcript/host_labels.txt"), list!("other/host_labels.txt")]),
        other_labels: Terms::of(&[list!("en/transcript/other_labels.txt")]),
        document_keys: Terms::of(&[list!("en/transcript/document_keys.txt")]),
        stage_directions: Terms::of(&[list!("en/transcript/stage_directions.txt")]),
        names_too: Terms::of(&[list!("en/transcript/names_too.txt")]),
        particles: Terms::of(&[list!("en/transcript/particles.txt")]),
        name_suffixes: Terms::of(&[list!("en/transcript/name_suffixes.txt")]),
        courtesies: Terms::of(&[list!("en/transcript/courtesies.txt")]),
        other_offices: Terms::of(&[list!("en/transcript/other_offices.txt")]),
        event_words: Terms::of(&[list!("en/transcript/event_words.txt")]),
        venue_words: Terms::of(&[list!("en/transcript/venue_words.txt")]),
        stage_verbs: Terms::of(&[list!("en/transcript/stage_verbs.txt")]),
        function_words: Terms::of(&[list!("en/transcript/function_words.txt")]),
    })
}
