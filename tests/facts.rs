//! Facts found in the hand-checked sentences of `tests/fixtures/facts`: precision and recall of each kind. A fact counts
//! as right only with the exact words and, where the fixture gives them, the exact parts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use speech_outline::Span;
use speech_outline::facts::{Day, Fact, FactValue, Finder};

const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.85;
const FEWEST_SENTENCES: usize = 150;

struct Case {
    file: String,
    today: Option<Day>,
    sentence: String,
    /// Kind, words, parts.
    expected: Vec<(String, String, Option<String>)>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/facts");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut cases: Vec<Case> = Vec::new();
    for path in files {
        let mut today = None;
        for line in fs::read_to_string(&path).expect("text").lines() {
            if let Some(date) = line.strip_prefix("@ ") {
                today = Day::parse(date);
                assert!(today.is_some() || date == "none", "{}: what day is {date}?", path.display());
            } else if let Some(sentence) = line.strip_prefix("> ") {
                let file = path.file_name().expect("a name").to_string_lossy().into_owned();
                cases.push(Case { file, today, sentence: sentence.to_owned(), expected: Vec::new() });
            } else if !line.is_empty() && !line.starts_with('#') {
                let (kind, rest) = line.split_once(": ").expect("kind: words");
                let (words, parts) = match rest.split_once(" = ") {
                    Some((words, parts)) => (words, Some(parts.to_owned())),
                    None => (rest, None),
                };
                let case = cases.last_mut().expect("a sentence before its facts");
                assert!(case.sentence.contains(words), "{}: no “{words}” in “{}”", case.file, case.sentence);
                case.expected.push((kind.to_owned(), words.to_owned(), parts));
            }
        }
    }
    cases
}

fn kind(fact: &Fact) -> String {
    serde_json::to_value(fact.kind).expect("a kind").as_str().expect("a string").to_owned()
}

/// The parts as the fixtures write them.
fn parts(fact: &Fact, sentence: &str) -> Option<String> {
    let of = |span: Span| span.of(sentence).to_owned();
    Some(match fact.value.as_ref()? {
        FactValue::Figure(figure) => {
            let mut parts = vec![match figure.to {
                Some(to) => format!("{}..{to}", figure.number),
                None => figure.number.to_string(),
            }];
            parts.extend(figure.unit.clone());
            parts.extend(figure.hedge.map(|hedge| format!("({hedge})")));
            parts.join(" ")
        }
        FactValue::Date(date) => {
            let iso = date.iso.as_deref().unwrap_or("?");
            format!("{iso}{}", if date.resolved { " resolved" } else { "" })
        }
        FactValue::Person(person) => match person.role {
            Some(role) => format!("{} / {}", of(person.name), of(role)),
            None => of(person.name),
        },
        FactValue::Acronym(acronym) => of(acronym.expansion),
        FactValue::Action(action) => {
            let by = action.by.map(|by| format!(" | {}", of(by))).unwrap_or_default();
            format!("{} | {}{by}", of(action.who), of(action.what))
        }
    })
}

#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    expected: usize,
}

#[test]
fn facts_are_precise_and_few_are_missed() {
    let cases = cases();
    assert!(cases.len() >= FEWEST_SENTENCES, "only {} sentences", cases.len());
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for case in &cases {
        let facts = Finder::with_today(case.today).find_in(&case.sentence);
        let mut open = case.expected.clone();
        for (kind, ..) in &open {
            tallies.entry(kind.clone()).or_default().expected += 1;
        }
        for fact in &facts {
            let (kind, words) = (kind(fact), fact.span.of(&case.sentence));
            let parts = parts(fact, &case.sentence);
            let tally = tallies.entry(kind.clone()).or_default();
            tally.found += 1;
            let right =
                open.iter().position(|(k, w, p)| *k == kind && w == words && (p.is_none() || *p == parts));
            match right {
                Some(index) => {
                    open.remove(index);
                    tally.right += 1;
                }
                None => println!("{}: wrong in “{}”: {kind}: {words} = {parts:?}", case.file, case.sentence),
            }
        }
        for (kind, words, parts) in open {
            println!("{}: missed in “{}”: {kind}: {words} = {parts:?}", case.file, case.sentence);
        }
    }
    println!("{:14}{:>9}{:>10}{:>9}", "kind", "expected", "precision", "recall");
    for (kind, tally) in &tallies {
        let (precision, recall) = (share(tally.right, tally.found), share(tally.right, tally.expected));
        println!("{kind:14}{:>9}{precision:>10.3}{recall:>9.3}", tally.expected);
    }
    for (kind, tally) in &tallies {
        assert!(share(tally.right, tally.found) >= PRECISION, "precision of {kind}");
        assert!(share(tally.right, tally.expected) >= RECALL, "recall of {kind}");
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
