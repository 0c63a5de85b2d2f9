use super::super::{lexicon, lines};
use super::*;

fn kind(name: &str) -> Option<Kind> {
    Reader { text: name, masked: name.as_bytes(), lexicon: lexicon::english() }.kind(name)
}

#[test]
fn knows_offices_and_roles() {
    for name in [
        "MR. REED",
        "THE PRESIDENT",
        "SECRETARY LaFONT",
        "HEAD OF THE PORT OF REED",
        "Moderator",
        "Speaker 1",
    ] {
        assert_eq!(kind(name), Some(Kind::Known), "{name}");
    }
    assert_eq!(kind("ANA REED, ISLAND COURIER"), Some(Kind::Capitals));
    assert_eq!(kind("Ana Reed (Islands)"), Some(Kind::Name));
    assert_eq!(kind("areed"), Some(Kind::Handle));
}

#[test]
fn takes_no_prose_for_a_name() {
    for name in [
        "The bottom line is",
        "And to the islands",
        "Subject",
        "So",
        "Us",
        "Tomorrow",
        "Meanwhile",
        "Let me close with this",
        "WHAT WE ARE DOING",
    ] {
        assert_eq!(kind(name), None, "{name}");
    }
}

/// The labels of the lines of a text, each as its words, empty where a line has none.
fn labels(text: &str) -> Vec<&str> {
    let page = lines::plain(text);
    let reader = Reader { text, masked: text.as_bytes(), lexicon: lexicon::english() };
    find(&reader, &page.lines)
        .iter()
        .map(|label| label.as_ref().map_or("", |label| label.span.of(text)))
        .collect()
}

#[test]
fn a_label_is_set_off_by_a_colon_a_stop_or_a_letter() {
    assert_eq!(labels("MS. REED: Yes.\n**MR. BOYD:** No.\nWe sailed."), ["MS. REED:", "MR. BOYD:", ""]);
    assert_eq!(
        labels("CHAIR REED. Yes.\nMR. TOM BOYD. No.\nCHAIR REED. Why?"),
        ["CHAIR REED.", "MR. TOM BOYD.", "CHAIR REED."]
    );
    assert_eq!(labels("Q    Thank you.\nQ. Why?\nA: So.\nQ: When?\nA. Now."), ["Q", "Q.", "A:", "Q:", "A."]);
    assert_eq!(labels("A: So.\nMS. REED: Yes."), ["", "MS. REED:"], "an answer without a question");
    assert_eq!(labels("Q &A\nQ.E.D. it is\nQ: Why?\nQ: When?"), ["", "", "Q:", "Q:"]);
    assert_eq!(labels("MODERATOR：Yes.\nMODERATOR：No."), ["MODERATOR：", "MODERATOR："]);
}

#[test]
fn a_colon_within_a_time_or_an_address_sets_nothing_off() {
    let sure = "MS. REED: Yes.\nMS. REED: No.\n";
    for line in ["Reed 10:30 it was", "HTTP://harbour", "Reed:: yes"] {
        assert_eq!(labels(&format!("{sure}{line}\n{line}")).last(), Some(&""), "{line}");
    }
}

#[test]
fn two_chevrons_change_the_speaker() {
    assert_eq!(labels(">> REED: Yes.\n>> No.\n> said\n&gt;&gt; So"), [">> REED:", ">>", "", "&gt;&gt;"]);
    assert_eq!(labels(">> No.\nWe sailed."), ["", ""], "once is no habit");
    assert_eq!((chevrons(">>> x"), chevrons("> x"), chevrons("&gt;> x"), chevrons("x >>")), (3, 0, 5, 0));
}

#[test]
fn a_name_alone_on_its_line_is_a_label_where_it_comes_again() {
    assert_eq!(labels("Moderator\nGood day.\nModerator\nThank you."), ["Moderator", "", "Moderator", ""]);
    assert_eq!(labels("Moderator\nGood day.")[0], "");
    assert_eq!(
        labels("Ana Reed -- Analyst\nGood day.\nTom Boyd -- Chief Executive\nThank you."),
        ["Ana Reed -- Analyst", "", "Tom Boyd -- Chief Executive", ""]
    );
    assert_eq!(labels("Ana Reed -- Analyst\nGood day.")[0], "");
    assert_eq!(labels("ANA REED: Good day.\nWe sail.\nANA REED\nThank you.\nANA REED: Yes.")[2], "ANA REED");
    assert_eq!(labels("HARBOUR WALL\nWe sail.\nHARBOUR WALL\nThank you."), ["", "", "", ""]);
}

#[test]
fn labels_of_a_document_count_between_turns_only() {
    assert_eq!(
        labels("PARTICIPANTS: Ana, Tom\nMS. REED: Good day.\nPARTICIPANTS: Good day.\nMS. REED: So.")[..3],
        ["", "MS. REED:", "PARTICIPANTS:"]
    );
    assert_eq!(kind("Source"), None);
}

#[test]
fn what_is_too_long_or_no_name_is_no_label() {
    assert_eq!(kind("Ana Maria Lee Kay Joy Reed"), Some(Kind::Name));
    assert_eq!(kind("Ana Maria Lee Kay Joy Sue Reed"), None);
    assert_eq!(kind("Reed, Boyd"), None);
    assert_eq!(kind("Ana Reed, Bank of Skarvik"), Some(Kind::Name));
    assert_eq!(kind("Ana Reed, who spoke first"), None);
    assert_eq!(kind("Minister Reed, Boyd"), Some(Kind::Known));
    assert_eq!(kind("ana reed"), None);
    assert_eq!(kind("Ana van Reed"), Some(Kind::Name));
    assert_eq!(kind("Ana - Reed"), None);
    assert_eq!(kind("Minister"), Some(Kind::Handle));
    for none in ["", "Why? Reed", "Reed! Boyd", "Reed \"Bo\" Kay", "Reed; Kay", "“Reed"] {
        assert_eq!(kind(none), None, "{none}");
    }
    let capitals = |count: usize| {
        kind(&["REED"; 14][..count.min(14)].join(" ").replacen(
            "REED",
            &"REED ".repeat(count.saturating_sub(13)),
            1,
        ))
    };
    assert_eq!((capitals(14), capitals(15)), (Some(Kind::Capitals), None));
}

#[test]
fn a_label_ends_within_a_hundred_and_ten_bytes() {
    let label = |length: usize| labels(&format!("MR. {}: Yes.", "R".repeat(length)))[0].len();
    assert_eq!(label(105), 110);
    assert_eq!(label(106), 0);
}

#[test]
fn the_number_of_a_question_is_of_nobodys_name() {
    let names = |text: &str| -> Vec<String> {
        let reader = Reader { text, masked: text.as_bytes(), lexicon: lexicon::english() };
        let found = find(&reader, &lines::plain(text).lines);
        found.iter().flatten().map(|label| label.name.of(text).to_owned()).collect()
    };
    assert_eq!(names("Q1 Chair: Yes.\nQ12 Ana Reed: So.\nAna Reed: No."), ["Chair", "Ana Reed", "Ana Reed"]);
    assert_eq!(names("Q1: Why?\nMS. REED: So.\nQ1: When?"), ["Q1", "MS. REED", "Q1"], "who asks");
    assert_eq!(labels("Q1 Chair: Yes.\nChair: So.")[0], "Q1 Chair:", "is masked");
}
