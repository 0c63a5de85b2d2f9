//! The word lists that facts are known by.

use crate::language::{Table, Terms};

macro_rules! data {
    ($name:literal) => {
        include_str!(concat!("../language/en/facts/", $name, ".txt"))
    };
}

#[derive(Debug)]
pub struct Lexicon {
    pub months: Table,
    pub weekdays: Table,
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
    pub places: Terms,
    pub place_heads: Terms,
    pub place_starts: Terms,
    pub place_prepositions: Terms,
    pub institutions: Terms,
    pub decision_verbs: Terms,
    pub commitment_verbs: Terms,
}

impl Lexicon {
    pub fn english() -> Self {
        Self {
            months: Table::parse(data!("months")),
            weekdays: Table::parse(data!("weekdays")),
            date_prepositions: Terms::parse(data!("date_prepositions")),
            year_prepositions: Terms::parse(data!("year_prepositions")),
            numbers: Table::parse(data!("numbers")),
            units: Table::parse(data!("units")),
            currency_signs: Table::parse(data!("currency_signs")),
            hedges: Table::parse(data!("hedges")),
            number_labels: Terms::parse(data!("number_labels")),
            not_counted: Terms::parse(data!("nouns_not_counted")),
            determiners: Terms::parse(data!("determiners_of_known")),
            stop_words: Terms::parse(include_str!("../language/en/key_points/stop_words.txt")),
            titles: Table::parse(data!("titles")),
            roles: Terms::parse(data!("roles")),
            first_names: Terms::parse(data!("first_names")),
            organisations: Table::parse(data!("organisations")),
            organisation_heads: Terms::parse(data!("organisation_heads")),
            organisation_starts: Terms::parse(data!("organisation_starts")),
            places: Terms::parse(data!("places")),
            place_heads: Terms::parse(data!("place_heads")),
            place_starts: Terms::parse(data!("place_starts")),
            place_prepositions: Terms::parse(data!("place_prepositions")),
            institutions: Terms::parse(data!("institutions")),
            decision_verbs: Terms::parse(data!("decision_verbs")),
            commitment_verbs: Terms::parse(data!("commitment_verbs")),
        }
    }
}
