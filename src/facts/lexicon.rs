//! The word lists that facts are known by.

use std::sync::OnceLock;

use crate::language::data::data;
use crate::language::{Table, Terms};

macro_rules! list {
    ($name:literal) => {
        data!(concat!("../language/en/facts/", $name, ".txt"))
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
            months: Table::parse(list!("months")),
            weekdays: Table::parse(list!("weekdays")),
            past: Terms::parse(list!("past")),
            date_prepositions: Terms::parse(list!("date_prepositions")),
            year_prepositions: Terms::parse(list!("year_prepositions")),
            numbers: Table::parse(list!("numbers")),
            units: Table::parse(list!("units")),
            currency_signs: Table::parse(list!("currency_signs")),
            hedges: Table::parse(list!("hedges")),
            number_labels: Terms::parse(list!("number_labels")),
            not_counted: Terms::parse(list!("nouns_not_counted")),
            determiners: Terms::parse(list!("determiners_of_known")),
            stop_words: Terms::parse(data!("../language/en/key_points/stop_words.txt")),
            titles: Table::parse(list!("titles")),
            roles: Terms::parse(list!("roles")),
            first_names: Terms::parse(list!("first_names")),
            organisations: Table::parse(list!("organisations")),
            organisation_heads: Terms::parse(list!("organisation_heads")),
            organisation_starts: Terms::parse(list!("organisation_starts")),
            places: Table::marked(list!("places"), &['?', '^']),
            place_heads: Terms::parse(list!("place_heads")),
            place_starts: Terms::parse(list!("place_starts")),
            place_prepositions: Terms::parse(list!("place_prepositions")),
            institutions: Terms::parse(list!("institutions")),
            decision_verbs: Table::marked(list!("decision_verbs"), &['+', '!']),
            commitment_verbs: Terms::parse(list!("commitment_verbs")),
        }
    }
}
