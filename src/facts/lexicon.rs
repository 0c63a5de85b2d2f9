//! The word lists that facts are known by.

use std::sync::OnceLock;

use crate::language::lists;
use crate::language::{Table, Terms};

macro_rules! list {
    ($name:literal) => {
        lists::list!(concat!("en/facts/", $name, ".txt"))
    };
}

#[derive(Debug)]
pub struct Lexicon {
    pub months: Table,
    pub weekdays: Table,
    pub past: Terms,
    pub date_prepositions: Terms,
    pub year_prepositions: Terms,
    pub numbers: Table,
    pub units: Table,
    pub currency_signs: Table,
    pub hedges: Table,
    pub number_labels: Terms,
    pub not_counted: Terms,
    pub determiners: Terms,
    pub stop_words: Terms,
    pub titles: Table,
    pub roles: Terms,
    pub first_names: Terms,
    pub organisations: Table,
    pub organisation_heads: Terms,
    pub organisation_starts: Terms,
    pub places: Table,
    pub place_heads: Terms,
    pub place_starts: Terms,
    pub place_prepositions: Terms,
    pub institutions: Terms,
    pub decision_verbs: Table,
    pub commitment_verbs: Terms,
}

impl Lexicon {
    /// Read once: for a short text it would take longer than the text.
    pub fn english() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::read)
    }

    fn read() -> Self {
        Self {
            months: Table::parse(list!("months").text()),
            weekdays: Table::parse(list!("weekdays").text()),
            past: Terms::of(&[list!("past")]),
            date_prepositions: Terms::of(&[list!("date_prepositions")]),
            year_prepositions: Terms::of(&[list!("year_prepositions")]),
            numbers: Table::parse(list!("numbers").text()),
            units: Table::parse(list!("units").text()),
            currency_signs: Table::parse(list!("currency_signs").text()),
            hedges: Table::parse(list!("hedges").text()),
            number_labels: Terms::of(&[list!("number_labels")]),
            not_counted: Terms::of(&[list!("nouns_not_counted")]),
            determiners: Terms::of(&[list!("determiners_of_known")]),
            stop_words: Terms::of(&[lists::list!("en/key_points/stop_words.txt")]),
            titles: Table::parse(list!("titles").text()),
            roles: Terms::of(&[list!("roles")]),
            first_names: Terms::of(&[list!("first_names")]),
            organisations: Table::parse(list!("organisations").text()),
            organisation_heads: Terms::of(&[list!("organisation_heads")]),
            organisation_starts: Terms::of(&[list!("organisation_starts")]),
            places: Table::marked(list!("places").text(), &['?', '^']),
            place_heads: Terms::of(&[list!("place_heads")]),
            place_starts: Terms::of(&[list!("place_starts")]),
            place_prepositions: Terms::of(&[list!("place_prepositions")]),
            institutions: Terms::of(&[list!("institutions")]),
            decision_verbs: Table::marked(list!("decision_verbs").text(), &['+', '!']),
            commitment_verbs: Terms::of(&[list!("commitment_verbs")]),
        }
    }
}
