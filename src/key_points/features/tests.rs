use super::super::family::Family::{
    AfterLength, AfterWord, BeforeLength, BeforeWord, Capitals, Centrality, Commas, Content, Coverage,
    Figures, First, InParagraph, InTurn, Kind, KindAndPlace, Leans, Length, OpeningPair, OpeningTriple,
    OpeningWord, Pair, PartOfSection, Place, PlaceFromEnd, PlaceInSection, Role, SectionCentrality,
    SectionLength, Top, Word,
};
use super::super::{Example, examples};
use super::*;
use crate::outline::Span;

/// The examples of a text with one section of a kind.
fn of(text: &str, kind: SectionKind) -> Vec<Example> {
    let transcript = crate::transcript(text, &crate::Options::default()).expect("a transcript");
    examples(&transcript, &[Section::bare(kind, Span::new(0, text.len()))])
}

fn holds(example: &Example, family: Family, value: u32) -> bool {
    let key = key(family, value);
    example.features.iter().any(|feature| feature.bucket == (key ^ (key >> 16)) as u16)
}

#[track_caller]
fn assert_has(example: &Example, features: &[(Family, u32)]) {
    for &(family, value) in features {
        assert!(holds(example, family, value), "{family:?} {value}");
    }
}

#[track_caller]
fn assert_lacks(example: &Example, features: &[(Family, u32)]) {
    for &(family, value) in features {
        assert!(!holds(example, family, value), "{family:?} {value}");
    }
}

const TALK: &str = "MINISTER REED: Good day. We open the new ferry today. We will paint the ferry, the pier and the wall in May.\n\n\
    Is it dear? It will cost $2 million, and 3 percent of it is ours!\n\n\
    MS. BOYD: The Isle Board of Kay Islands and I pay for it. “Nobody” said so — but I'm sure that we will pay";

#[test]
fn a_sentence_has_its_place() {
    let found = of(TALK, SectionKind::AgendaItem);
    assert_eq!(found.len(), 5);
    // Seven sentences; the first example is the second of them.
    assert_has(
        &found[0],
        &[
            (Place, 10 / 7),
            (First, 1),
            (Kind, 2),
            (KindAndPlace, 17),
            (PlaceInSection, 1),
            (PlaceFromEnd, 3),
            (SectionLength, 3),
            (PartOfSection, 0),
            (InParagraph, 1),
            (InTurn, 1),
            (Role, 4),
        ],
    );
    assert_has(
        &found[1],
        &[(First, 2), (PlaceInSection, 2), (PartOfSection, 1), (InParagraph, 2), (InTurn, 2)],
    );
    assert_has(
        &found[2],
        &[
            (Place, 40 / 7),
            (First, 4),
            (KindAndPlace, 20),
            (PlaceInSection, 4),
            (PlaceFromEnd, 2),
            (PartOfSection, 2),
            (InParagraph, 1),
            (InTurn, 3),
        ],
    );
    assert_has(
        &found[3],
        &[
            (Place, 50 / 7),
            (First, 5),
            (KindAndPlace, 20),
            (PlaceInSection, 5),
            (PlaceFromEnd, 1),
            (InParagraph, 0),
            (InTurn, 0),
        ],
    );
    assert_has(&found[4], &[(Place, 60 / 7), (PlaceFromEnd, 0), (PartOfSection, 24 / 7)]);
    assert_lacks(&found[4], &[(First, 6)]);
    assert_has(&of(TALK, SectionKind::QuestionAnswer)[0], &[(Kind, 4), (Role, 5)]);
}

#[test]
fn a_sentence_shows_signs() {
    let shape = |shape: Shape| (Family::Shape, shape as u32);
    let found = of(TALK, SectionKind::AgendaItem);
    assert_lacks(
        &found[0],
        &[
            shape(Shape::OpensParagraph),
            shape(Shape::LastOfTurn),
            shape(Shape::Money),
            shape(Shape::AfterQuestion),
        ],
    );
    assert_has(&found[0], &[(Length, 1), (Figures, 0), (Capitals, 0), (Commas, 0), (Leans, 0)]);
    assert_has(&found[1], &[(Commas, 1), (Capitals, 1), (Length, 3)]);
    assert_has(
        &found[2],
        &[
            shape(Shape::Money),
            shape(Shape::Exclamation),
            shape(Shape::AfterQuestion),
            shape(Shape::LastOfTurn),
            (Figures, 2),
            (Commas, 1),
            (Leans, 1),
        ],
    );
    assert_lacks(&found[2], &[shape(Shape::NoEnd), shape(Shape::Dash), shape(Shape::Quotation)]);
    assert_has(&found[3], &[shape(Shape::OpensParagraph), (Capitals, 3), (Commas, 0)]);
    assert_lacks(&found[3], &[shape(Shape::AfterQuestion), shape(Shape::LastOfTurn), shape(Shape::NoEnd)]);
    assert_has(
        &found[4],
        &[
            shape(Shape::Quotation),
            shape(Shape::Dash),
            shape(Shape::NoEnd),
            shape(Shape::LastOfTurn),
            (Capitals, 0),
        ],
    );
    assert_lacks(&found[4], &[shape(Shape::OpensParagraph), shape(Shape::Exclamation)]);
}

#[test]
fn a_sentence_has_its_words_and_those_beside_it() {
    let found = of(TALK, SectionKind::AgendaItem);
    let [we, open, the, will, good, day] = ["we", "open", "the", "will", "good", "day"].map(word_hash);
    assert_has(
        &found[0],
        &[
            (Word, we),
            (Pair, combine(we, open)),
            (OpeningWord, combine(we, 0)),
            (OpeningWord, combine(open, 1)),
            (OpeningPair, combine(we, open)),
            (OpeningTriple, combine(combine(we, open), the)),
            (BeforeWord, good),
            (BeforeWord, day),
            (BeforeLength, 1),
            (AfterWord, we),
            (AfterWord, will),
            (AfterLength, 3),
        ],
    );
    assert_lacks(
        &found[0],
        &[
            (OpeningWord, combine(word_hash("new"), 3)),
            (AfterWord, word_hash("paint")),
            (Pair, combine(open, we)),
        ],
    );
    assert_has(&found[4], &[(AfterLength, 0)]);
    let twice = of("We sail and we sail and we sail now.", SectionKind::AgendaItem);
    let all = [we, word_hash("sail"), word_hash("and"), word_hash("now")].len();
    let words = twice[0].features.iter().filter(|feature| feature.scale == WORD).count();
    assert!(words <= all + 4 + 3 + 1 + 1 + 4, "a word said twice is one feature: {words}");
    assert_eq!(word_hash("2,500"), word_hash("1,000"));
    assert_ne!(word_hash("2,500"), word_hash("25"));
}

#[test]
fn a_sentence_has_the_topics_of_its_text() {
    let text = "The ferry and the pier rust. The ferry and the pier sank. The ferry was painted red again. Nobody saw seven whales there.";
    let found = of(text, SectionKind::AgendaItem);
    // ferry, pier and "ferry pier" come again; rust, sank and their pairs do not.
    assert_has(
        &found[0],
        &[(Content, 2), (Coverage, 2), (Coverage, 36), (Top, 3), (Centrality, 5), (SectionCentrality, 4)],
    );
    assert_lacks(&found[3], &[(SectionCentrality, 4)]);
    assert_has(&found[3], &[(SectionCentrality, 0)]);
}

#[test]
fn signs_names_and_digits_are_seen() {
    let shown = |text| {
        let all = [Shape::Money, Shape::Exclamation, Shape::Quotation, Shape::Dash];
        all.map(|shape| signs_shown(text) >> shape as u32 & 1 == 1)
    };
    assert_eq!(shown("five percent"), [true, false, false, false]);
    assert_eq!(shown("a billion! Or £2"), [true, true, false, false]);
    assert_eq!(shown("so \"it\" -- is..."), [false, false, true, true]);
    assert_eq!(shown("so - it. is.. per sent; ill, e and â"), [false; 4]);
    assert!(
        is_name("Reed")
            && is_name("Île")
            && !is_name("I")
            && !is_name("I'm")
            && !is_name("I’m")
            && !is_name("reed")
    );
    assert!(has_digit("3rd") && !has_digit("third"));
}
