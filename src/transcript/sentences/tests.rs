use super::super::lexicon;
use super::*;

fn split(text: &str) -> Vec<&str> {
    let mut spans = Vec::new();
    let splitter = Splitter { text: text.as_bytes(), lexicon: lexicon::english(), uncased: false };
    splitter.split(0, text.len(), &mut spans);
    spans.iter().map(|span| span.of(text)).collect()
}

#[test]
fn goes_on_after_abbreviations_and_initials() {
    for whole in [
        "We met Dr. Boyd and Lt. Col. Ana P. Reed on Sept. 4 in the afternoon.",
        "The U.S. Government and the E.U. Commission agree.",
        "Rule No. 10 costs $4.50 a head, i.e. nothing.",
        "Can it wait until 5 p.m. Eastern?",
    ] {
        assert_eq!(split(whole), [whole]);
    }
}

#[test]
fn ends_after_an_abbreviation_before_a_starter() {
    assert_eq!(split("We ship to the U.S. How about you?"), ["We ship to the U.S.", "How about you?"]);
    assert_eq!(split("He runs Reed Inc. They build boats."), ["He runs Reed Inc.", "They build boats."]);
    assert_eq!(split("Did he agree? No. He did not."), ["Did he agree?", "No.", "He did not."]);
}

#[test]
fn keeps_closing_quotes_with_their_sentence() {
    assert_eq!(split("She said, “Wait.” Then she left."), ["She said, “Wait.”", "Then she left."]);
    assert_eq!(split("“Why?” he asked. Nobody knew."), ["“Why?” he asked.", "Nobody knew."]);
}

#[test]
fn reads_lists_and_dots() {
    assert_eq!(split("1. Roads 2. Rail and ports"), ["1. Roads", "2. Rail and ports"]);
    assert_eq!(split("I would… I would wait. Good."), ["I would… I would wait.", "Good."]);
    assert_eq!(split("It went on. . . . Nobody came."), ["It went on.", ". . . Nobody came."]);
}

#[test]
fn reads_other_scripts() {
    assert_eq!(split("¿Cuándo? Mañana."), ["¿Cuándo?", "Mañana."]);
    assert_eq!(split("開会します。次に進みます。"), ["開会します。", "次に進みます。"]);
}

/// Asserts that the text is cut at each `|`, which is no part of it.
fn cut(marked: &str) {
    let text = marked.replace('|', "");
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(split(&text), expected);
}

#[test]
fn every_sign_that_ends_a_sentence_is_known() {
    for sign in ["!", "?", "‼", "⁇", "⁈", "⁉", "؟", "?!", "!!!"] {
        cut(&format!("So it is{sign}| Boats sail."));
        cut(&format!("So it is{sign} boats sail."));
    }
    for sign in ["。", "！", "？", "।", "॥", "۔", "｡"] {
        cut(&format!("So it is{sign}|Boats sail."));
    }
    cut("A naïve “idea” — yes… no; äöü。|次");
}

#[test]
fn a_lost_space_is_put_back_before_a_starter() {
    cut("We are done.|The rest is easy.");
    cut("We are done?|The rest is easy.");
    cut("We are done.Boats sail.");
    cut("We are done.the rest is easy.");
    cut("It is at U.The rest.");
    cut("Ask ABC.The rest.");
    cut("We are so.The rest.");
    cut("He is it.(The rest.)");
}

#[test]
fn three_dots_end_a_sentence_before_a_starter() {
    cut("We wait...| They sail.");
    cut("We wait... Boats sail.");
    cut("We wait....| Boats sail.");
    cut("We wait… and sail.");
    cut("We wait...| It is late.");
    cut("We wait... I'm late.");
    cut("We wait... I am late.");
    cut("We wait... 20 boats sail.");
    cut("We wait..| They sail.");
    cut("We wait..... boats sail.");
}

#[test]
fn dots_with_spaces_are_a_gap_and_a_fourth_is_the_stop() {
    cut("It went on . . . and on.");
    cut("It went on . . . Nobody came.");
    cut("It went on.| . . . Nobody came.");
    cut("It went on . . . .| Nobody came.");
    cut("It went on. . . . nobody came.");
    cut("It went on . . . .");
    cut("It went on .x");
}

#[test]
fn a_single_letter_is_an_initial_unless_a_starter_follows() {
    cut("We met Ana P. Reed.");
    cut("It is plan B.| They sail.");
    cut("It is plan B. 20 boats sail.");
    cut("It rose by 5.| Boats sail.");
    cut("It rose by 5 %.| Boats sail.");
    cut("It rose (%).| Boats sail.");
}

#[test]
fn abbreviations_go_on_by_their_kind() {
    cut("We met Dr. The Reed.");
    cut("See No. 10 and fig. 4.");
    cut("See fig.| Three is there.");
    cut("See Fig. Reed There.");
    cut("It was on Oct. 4.| It rained.");
    cut("It was in Oct.| They sailed.");
    cut("It was in Oct. Boats Sailed.");
    cut("It was in Oct.| Boats sailed.");
    cut("The U.S. 7th fleet sails.");
    cut("The U.S.| They sail.");
    cut("He runs Reed Inc.| Analysts say so.");
    cut("He runs Reed Inc.| Mr. Boyd stayed.");
    cut("He runs Reed Inc. Chairman Ana stayed.");
    cut("He runs Reed Inc. 20 boats.");
    cut("They took in.| Boats sail.");
    cut("They took mass.| Boats Sail.");
    cut("See p. Three.");
    cut("It was in Oct.| They, too, sailed.");
    cut("See fig.| Three, four.");
    cut("We ended at 5 p.m. 20 boats sailed.");
}

#[test]
fn small_letters_and_digits_in_brackets_go_on() {
    cut("It is so. and so.");
    cut("It is so.) 20 boats sail.");
    cut("It is so.”| 20 boats sail.");
    cut("It is so.”| Boats sail.");
    cut("He said (so).| — Boats sail.");
    cut("It is so.| • Boats sail.");
    cut("It is so.| Éamon sails.");
    cut("It is so. éamon sails.");
    let text = "it is so. boats sail? yes.";
    let mut spans = Vec::new();
    Splitter { text: text.as_bytes(), lexicon: lexicon::english(), uncased: true }.split(
        0,
        text.len(),
        &mut spans,
    );
    assert_eq!(spans.len(), 3, "no capitals to go by");
}

#[test]
fn list_marks_open_their_items() {
    cut("1. Roads are bad.| 2. Rail is good.");
    cut("1. The roads are bad");
    cut("a. The roads are bad");
    cut("1.) The roads are bad");
    cut("We have 1.| The roads are bad");
}

#[test]
fn a_starter_may_begin_a_sentence_without_punctuation() {
    let may_begin = |rest: &str| {
        Splitter { text: b"", lexicon: lexicon::english(), uncased: false }.may_begin(rest.as_bytes())
    };
    assert!(may_begin("We thank you") && may_begin("They"));
    assert!(
        !may_begin("we thank")
            && !may_begin("That's it")
            && !may_begin("WE thank")
            && !may_begin("A boat")
            && !may_begin("Reed sails")
            && !may_begin("")
    );
}

#[test]
fn words_around_a_stop_are_bounded() {
    const LONG: &str = "x234567890123456789012345678901234567890123456789012";
    let splitter =
        |text: &'static str| Splitter { text: text.as_bytes(), lexicon: lexicon::english(), uncased: false };
    let before =
        |text: &'static str| String::from_utf8_lossy(splitter(text).word_before(text.len(), 0)).into_owned();
    assert_eq!(
        (before("the (pier"), before("a—pier"), before("and/or"), before("pier")),
        ("pier".into(), "pier".into(), "or".into(), "pier".into())
    );
    assert_eq!(before(LONG).len(), LONGEST_WORD);
    assert_eq!(String::from_utf8_lossy(splitter("abc").word_before(3, 1)), "bc");
    let next =
        |text: &'static str| String::from_utf8_lossy(splitter(text).next_word(0, text.len()).1).into_owned();
    assert_eq!(
        (next("— “It's so"), next("été, so"), next("(20th"), next(LONG).len()),
        ("It's".into(), "été".into(), "20th".into(), LONGEST_WORD)
    );
}
