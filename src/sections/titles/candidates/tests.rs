use super::super::lexicon::Lexicon;
use super::super::words;
use super::*;
use crate::{Options, transcript};

/// The candidates of a text that is one section: the words of each, and what it has beside mentions and rarity.
fn candidates(text: &str) -> Vec<(String, Vec<(&'static str, i32)>)> {
    let read = transcript(text, &Options::default()).expect("a transcript");
    let words = words::read(&read, Lexicon::english());
    let counts = Counts::of(&words);
    let material = Material { transcript: &read, words: &words, counts: &counts };
    let found = material.candidates(0..read.sentences.len()).into_iter();
    let named = |features: Features| {
        FEATURES.into_iter().zip(features).skip(2).filter(|(_, value)| *value != 0).collect()
    };
    found.map(|candidate| (candidate.span.of(text).to_owned(), named(candidate.features))).collect()
}

/// What the first candidate of these words has; of those with a feature, if one is named.
fn of(text: &str, words: &str, with: &str) -> Vec<(&'static str, i32)> {
    let has = |features: &[(&str, i32)]| with.is_empty() || features.iter().any(|(name, _)| *name == with);
    let found =
        candidates(text).into_iter().find(|(candidate, features)| candidate == words && has(features));
    found.unwrap_or_else(|| panic!("{words}: {:?}", candidates(text))).1
}

#[test]
fn a_phrase_has_its_place_and_its_words() {
    let text = "We sailed there on Monday. So we closed the stone pier near Holm on the coast of the island.";
    assert_eq!(
        of(text, "stone pier", ""),
        [("content-words", 2), ("words", 2), ("depth", 4), ("place-in-sentence", 9)]
    );
    assert_eq!(of(text, "coast", "")[..2], [("content-words", 1), ("words", 1)]);
    assert!(
        of(text, "coast", "").contains(&("goes-on-with-of", 1))
            && of(text, "coast", "").contains(&("one-word", 1))
    );
    assert!(
        of(text, "island", "").contains(&("one-word", 1))
            && !of(text, "island", "").contains(&("goes-on-with-of", 1))
    );
}

#[test]
fn questions_and_what_follows_them_are_told_apart() {
    let text =
        "The pier was closed here. Who repairs the harbour wall there? We wrote about the ferry line there.";
    assert!(of(text, "harbour wall", "").contains(&("in-question", 1)));
    assert!(of(text, "ferry line", "").contains(&("behind-first-question", 1)));
    let before = of(text, "pier", "");
    assert!(before.iter().all(|(name, _)| !["in-question", "behind-first-question"].contains(name)));
}

#[test]
fn a_heading_stands_on_its_line_without_its_number() {
    let text = "3. Harbour Wall Repairs\n\nWe sailed there on Monday and came back.";
    let heading = of(text, "Harbour Wall Repairs", "heading");
    assert!(heading.contains(&("words", 3)) && heading.contains(&("heading", 1)), "{heading:?}");
    let has_heading =
        |text: &str| candidates(text).iter().any(|(_, features)| features.contains(&("heading", 1)));
    assert!(has_heading("Harbour Wall Repairs\n\nWe sailed there."));
    assert!(!has_heading("Harbour Wall Repairs."), "no line below it");
    assert!(!has_heading("Harbour Wall Repairs.\n\nWe sailed there."), "a sentence");
    assert!(!has_heading("We sailed there.\n\nHarbour Wall Repairs\n\nWe sailed there."), "not the first");
    let long = "Harbour Wall Pier Coast Island Ferry Boat Lighthouse Repairs Plan\n\nWe sailed there.";
    assert!(!has_heading(long), "ten words");
}

#[test]
fn signs_of_money_and_shares_belong_to_the_phrase() {
    let read = transcript("It cost $40 or 7% or £9 or 5 €.", &Options::default()).expect("a transcript");
    let words = words::read(&read, Lexicon::english());
    let material = Material { transcript: &read, words: &words, counts: &Counts::default() };
    let found: Vec<&str> = [2, 4, 6, 8].map(|word| material.span(&(word..word + 1)).of(read.text)).to_vec();
    assert_eq!(found, ["$40", "7%", "£9", "5"]);
}

#[test]
fn names_alone_address_somebody() {
    let named = |text: &str| candidates(text).iter().any(|(words, _)| words.contains("Castillo"));
    assert!(!named("We thank you, Mr Castillo, and sail."));
    assert!(named("We wrote to Mr Castillo and sailed."));
}

#[test]
fn a_question_is_known_behind_its_quotation_mark() {
    assert!(
        is_question("Who pays?")
            && is_question("“Who pays?”")
            && is_question("誰？")
            && is_question("(Who?)")
    );
    assert!(!is_question("Who pays? We.") && !is_question(""));
}

#[test]
fn a_short_sentence_may_stand_whole() {
    let whole =
        |text: &str| candidates(text).iter().any(|(_, features)| features.contains(&("whole-sentence", 1)));
    assert!(whole("Repairs of the harbour wall."));
    assert!(whole("The ferry sank at the pier."));
    assert!(!whole("And the ferry sank at the pier."), "it opens with a joiner");
    assert!(!whole("The ferry."), "two words");
    assert!(!whole("Repairs of the old harbour wall at the pier in Holm."), "too many words");
    assert!(!whole("Repairs, of the harbour wall."), "it is cut by a comma");
}

#[test]
fn reporters_who_introduce_themselves_say_nothing() {
    let text = "Ida Sund, Coastal Radio. Who repairs the harbour wall?";
    assert!(candidates(text).iter().all(|(words, _)| !words.contains("Sund") && !words.contains("Radio")));
    assert!(!candidates("Ida Sund, Coastal Radio.").is_empty(), "there is nothing else");
}
