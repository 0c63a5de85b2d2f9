use super::super::lexicon;
use super::label::distance_at_most_two;
use super::*;

/// The speakers of turns with these labels, one after the other.
fn answering_names(labels: &[&str]) -> Vec<String> {
    let mut registry = Registry::default();
    for label in labels {
        registry.index(label, lexicon::english());
    }
    registry.unite(lexicon::english()).0.into_iter().map(|speaker| speaker.name).collect()
}

/// The same with a reporter between any two of them.
fn united_names(labels: &[&str]) -> Vec<String> {
    let between: Vec<&str> = labels.iter().flat_map(|label| [*label, "A Reporter"]).collect();
    let mut names = answering_names(&between);
    names.retain(|name| name != "A Reporter");
    names
}

#[test]
fn unites_the_spellings_of_one_name() {
    assert_eq!(united_names(&["Ana Reed", "REED", "MS. REED", "PRESIDENT REED"]), ["Ana Reed"]);
    assert_eq!(
        united_names(&["TOM BOYD, HARBOUR COMMISSIONER", "HARBOUR COMMISSIONER", "COMMISSIONER"]),
        ["TOM BOYD, HARBOUR COMMISSIONER"]
    );
    assert_eq!(united_names(&["THE PRESIDENT", "PRESIDENT REED", "THE PRESDIENT"]), ["PRESIDENT REED"]);
}

#[test]
fn an_office_with_a_name_in_brackets_is_its_holder() {
    let label = "The Minister for Coasts and Rivers (Ana Reed) (Saltby South) (Unity)";
    assert_eq!(united_names(&[label, "Tom Boyd (Kelder)", "Ana Reed"]), [label, "Tom Boyd (Kelder)"]);
}

#[test]
fn an_office_may_stand_before_the_name_that_follows_alone() {
    let labels = ["President of Kelder Ana Reed", "Ana Reed (retranslated)", "Ana Reed"];
    assert_eq!(united_names(&labels), ["Ana Reed"]);
    let labels = ["Harbour Board Director General Tom Boyd", "Tom Boyd", "Director General"];
    assert_eq!(united_names(&labels), ["Harbour Board Director General Tom Boyd"]);
    assert_eq!(united_names(&["Lee Ana Reed", "Ana Reed"]).len(), 2, "no office");
}

#[test]
fn a_host_with_a_name_in_brackets_is_both() {
    let chair = "The Chair (Mr. Tom Boyd (Kelder, Unity))";
    assert_eq!(united_names(&[chair, "The Chair", "Mr. Tom Boyd"]), [chair]);
    let host = "Moderator [Ana Reed, Port Spokesperson]";
    assert_eq!(united_names(&[host, "Ana Reed"]), [host]);
    let mut registry = Registry::default();
    for label in ["Ana Reed", "Q", host, "Tom Boyd, Chair", "Q", "CHAIR"] {
        registry.index(label, lexicon::english());
    }
    let speakers = registry.unite(lexicon::english()).0;
    let roles: Vec<Role> = speakers.iter().map(|speaker| speaker.role).collect();
    assert_eq!(roles, [Role::Host, Role::Press, Role::Unknown], "an office alone is not the moderator");
    assert_eq!(united_names(&["Question [Saltby Courier]", "Question [Kelder Courier]"]).len(), 2);
    assert_eq!(united_names(&["The President (spoke in French)", "The President"]), ["The President"]);
    assert_eq!(united_names(&["Question (off mic)", "Question"]).len(), 2);
}

#[test]
fn keeps_apart_who_may_be_two() {
    assert_eq!(united_names(&["PRIME MINISTER REED", "PRIME MINISTER BOYD", "PRIME MINISTER"]).len(), 3);
    assert_eq!(united_names(&["Ana Reed", "Tom Reed", "MR. REED"]).len(), 3);
    assert_eq!(united_names(&["MR. REED", "MRS. REED"]).len(), 2);
    assert_eq!(united_names(&["PRESIDENT REED", "MRS. REED"]).len(), 2);
    assert_eq!(united_names(&["PRESIDENT REED", "MS. REED"]).len(), 1);
    assert_eq!(united_names(&["Speaker 1", "Speaker 2", "Q", "QUESTION"]).len(), 4);
}

#[test]
fn an_office_alone_is_nobody_who_answers_it() {
    let guest = "ANA REED, PRIME MINISTER OF KELDER";
    let labels = ["PRIME MINISTER", guest, "PRIME MINISTER", "PRIME MINISTER OF KELDER"];
    assert_eq!(answering_names(&labels), ["PRIME MINISTER", guest]);
    assert_eq!(answering_names(&["THE PRESIDENT", "PRESIDENT REED"]).len(), 2);
    assert_eq!(answering_names(&["Ana Reed, Chair", "CHAIR"]), ["Ana Reed, Chair"], "introduced as such");
}

#[test]
fn an_office_alone_means_its_holder_where_nobody_else_may_hold_it() {
    let guest = "ANA REED, PRESIDENT OF KELDER";
    assert_eq!(united_names(&[guest, "PRESIDENT", "PRESIDENT OF KELDER"]), [guest, "PRESIDENT"]);
    assert_eq!(united_names(&[guest, "PRESIDENT"]), [guest]);
    assert_eq!(united_names(&["PRIME MINISTER REED", "PRIME MINISTER"]).len(), 2, "host and guest");
    assert_eq!(united_names(&["VICE PRESIDENT REED", "THE PRESIDENT"]).len(), 2);
    assert_eq!(united_names(&["Ana Reed, Deputy Prime Minister", "PRIME MINISTER", "MINISTER"]).len(), 3);
    let full = "ANA REED, MINISTER FOR PORTS";
    assert_eq!(united_names(&["MINISTER FOR PORTS", full]), [full]);
    let full = "SENATOR THE HON. ANA REED, MINISTER FOR PORTS";
    assert_eq!(united_names(&["MINISTER FOR PORTS", full, "SENATOR REED"]), [full]);
}

#[test]
fn a_misspelt_label_names_nobody() {
    assert_eq!(united_names(&["PRIME MINSITER", "PRIME MINISTER"]), ["PRIME MINISTER"]);
    assert_eq!(united_names(&["PRIME MINISTER", "PRIME MINSITER"]), ["PRIME MINISTER"]);
    assert_eq!(united_names(&["SECREATRY REED", "SECRETARY REED", "ANA REED"]), ["SECRETARY REED"]);
}

#[test]
fn labels_are_taken_apart() {
    let parts = |label: &str| {
        let name = take_apart(label, lexicon::english());
        [name.title, name.given, name.family, name.office]
    };
    assert_eq!(
        parts("Prime Minister Ana Lee Reed Jr., Head of Ports"),
        ["prime minister", "ana", "reed", "head of ports"]
    );
    assert_eq!(parts("Ana Reed (Islands)"), ["", "ana", "reed", "islands"]);
    assert_eq!(parts("REED"), ["", "", "reed", ""]);
    assert_eq!(parts("THE PRESIDENT"), ["president", "", "", ""]);
    assert_eq!(parts("Head of Ports"), ["head of ports", "", "", ""]);
    assert_eq!(parts("MINISTER FOR PORTS"), ["minister for ports", "", "", ""]);
    assert_eq!(parts("Chair, Port of Saltby"), ["chair", "", "", ""]);
    assert_eq!(parts("SENATOR THE HON. ANA REED AM"), ["senator", "ana", "reed", ""]);
    assert_eq!(parts("Speaker 1"), ["speaker 1", "", "", ""]);
    assert_eq!(
        parts("The Minister for Coasts (Ana Reed) (Saltby)"),
        ["", "ana", "reed", "minister for coasts"]
    );
}

#[test]
fn a_misspelt_office_is_put_right() {
    let corrected = |label| corrected(label, lexicon::english());
    assert_eq!(corrected("prime minster reed").as_deref(), Some("prime minister reed"));
    assert_eq!(corrected("presidnet reed").as_deref(), Some("president reed"));
    assert_eq!(
        [
            corrected("president reed"),
            corrected("resident reed"),
            corrected("chaor"),
            corrected("audience members")
        ],
        [None, None, None, None]
    );
    assert!(
        distance_at_most_two("ferry", "ferry")
            && distance_at_most_two("ferry", "fery")
            && distance_at_most_two("fe", "ferr")
    );
    assert!(
        distance_at_most_two("ferry", "fxrrx")
            && !distance_at_most_two("ferry", "fxxrx")
            && !distance_at_most_two("fe", "ferry")
    );
    assert!(
        distance_at_most_two("", "ab") && !distance_at_most_two("", "abc") && distance_at_most_two("ab", "")
    );
}

#[test]
fn the_fullest_spelling_names_the_speaker() {
    assert_eq!(united_names(&["REED", "ANA REED"]), ["ANA REED"]);
    assert_eq!(united_names(&["ANA K. REED", "Ana B. Reed"]), ["Ana B. Reed"]);
    assert_eq!(united_names(&["MR. REED", "MINISTER REED"]).len(), 1);
    assert_eq!(united_names(&["MINISTER REED", "PRESIDENT REED"]).len(), 2, "two offices");
    assert_eq!(united_names(&["Ana Reed", "Reed"]), ["Ana Reed"]);
    assert_eq!(united_names(&["Reed", "Boyd", "reed."]), ["Reed", "Boyd"]);
}

#[test]
fn an_office_names_its_only_holder() {
    assert_eq!(united_names(&["MINISTER OF PORTS REED", "MINISTER OF PORTS"]).len(), 2, "an office alone");
    assert_eq!(united_names(&["ANA REED, MINISTER OF PORTS", "MINISTER"]), ["ANA REED, MINISTER OF PORTS"]);
    assert_eq!(
        united_names(&["ANA REED, MINISTER OF PORTS", "TOM BOYD, MINISTER OF ROADS", "MINISTER"]).len(),
        3
    );
    assert_eq!(united_names(&["MR. REED", "MR"]).len(), 2, "a form of address is no office");
}

#[test]
fn labels_tell_hosts_and_press() {
    let role = |label| role(label, lexicon::english());
    assert_eq!(
        (role("Moderator"), role("THE MODERATOR (Board)"), role("Q"), role("JOURNALIST 2"), role("REED")),
        (Role::Host, Role::Host, Role::Press, Role::Press, Role::Unknown)
    );
    let office = |label| holds_office(label, lexicon::english());
    assert!(
        office("MINISTER REED")
            && office("Ana, President")
            && !office("Ana Reed (Minister)")
            && !office("Ana")
    );
}

#[test]
fn turns_keep_their_speaker_when_spellings_unite() {
    let mut registry = Registry::default();
    let indices =
        ["BOYD", "MS. REED", "Ana Reed", "BOYD"].map(|label| registry.index(label, lexicon::english()));
    assert_eq!(indices, [0, 1, 2, 0]);
    let (speakers, finals) = registry.unite(lexicon::english());
    assert_eq!((speakers.len(), finals), (2, vec![0, 1, 1]));
}
