//! Speakers: labels in, persons out. One speaker under several spellings is one speaker where the text supports it.

use rustc_hash::FxHashMap;

use super::labels::{is_capitals, normal, without_brackets};
use super::lexicon::Lexicon;
use super::model::TurnSpeaker;
use crate::outline::Role;

/// A label taken apart.
#[derive(Debug, Default)]
struct Name {
    /// `secretary`, `mr`, `prime minister`
    title: String,
    given: String,
    family: String,
    /// What follows a comma or stands in brackets: `minister of transport`
    office: String,
}

/// Collects speakers in the order in which they first speak.
#[derive(Debug, Default)]
pub struct Registry {
    by_label: FxHashMap<String, usize>,
    names: Vec<(String, Name)>,
}

impl Registry {
    /// The preliminary index of the label's speaker.
    pub fn index(&mut self, label: &str, lexicon: &Lexicon) -> usize {
        let key = normal(label);
        if let Some(&index) = self.by_label.get(&key) {
            return index;
        }
        let index = self.names.len();
        self.names.push((label.to_owned(), take_apart(label, lexicon)));
        self.by_label.insert(key, index);
        index
    }

    /// Unites the spellings. Returns the speakers and, for each preliminary index, the final one.
    pub fn unite(self, lexicon: &Lexicon) -> (Vec<TurnSpeaker>, Vec<usize>) {
        let mut targets = united(&self.names);
        for (index, (label, _)) in self.names.iter().enumerate() {
            let meant = corrected(&normal(label), lexicon).and_then(|meant| self.by_label.get(&meant));
            if let (Some(&meant), Some(slot)) = (meant, targets.get_mut(index)) {
                *slot = meant;
            }
        }
        for index in 0..targets.len() {
            let target = targets.get(index).copied().and_then(|target| targets.get(target).copied());
            if let (Some(target), Some(slot)) = (target, targets.get_mut(index)) {
                *slot = target;
            }
        }
        let mut finals = vec![usize::MAX; self.names.len()];
        let mut speakers: Vec<TurnSpeaker> = Vec::new();
        for (index, (label, _)) in self.names.iter().enumerate() {
            let target = targets.get(index).copied().unwrap_or(index);
            let known = finals.get(target).copied().filter(|&place| place != usize::MAX);
            let place = known.unwrap_or(speakers.len());
            if known.is_none() {
                speakers.push(TurnSpeaker { name: label.clone(), role: role(label, lexicon) });
            } else if let Some(speaker) = speakers.get_mut(place)
                && fuller(label, &speaker.name, lexicon)
            {
                speaker.name.clone_from(label);
            }
            for slot in [target, index] {
                if let Some(slot) = finals.get_mut(slot) {
                    *slot = place;
                }
            }
        }
        (speakers, finals)
    }
}

/// The label with its misspelt title put right: `prime minster reed`. `None` if no word is near a title.
fn corrected(label: &str, lexicon: &Lexicon) -> Option<String> {
    let mut changed = false;
    let words: Vec<&str> = label
        .split(' ')
        .map(|word| {
            let near = |title: &&str| {
                word.chars().next() == title.chars().next() && distance_at_most_two(word, title)
            };
            let meant = if word.len() < 7 || lexicon.titles.contains_folded(word) {
                None
            } else {
                lexicon.titles.iter().find(near)
            };
            changed |= meant.is_some();
            meant.unwrap_or(word)
        })
        .collect();
    changed.then(|| words.join(" "))
}

/// Whether two edits (a letter put in, taken out or changed) make one word of the other.
fn distance_at_most_two(a: &str, b: &str) -> bool {
    fn within(a: &[u8], b: &[u8], edits: usize) -> bool {
        match (a.split_first(), b.split_first()) {
            (None, _) => b.len() <= edits,
            (_, None) => a.len() <= edits,
            (Some((x, a_rest)), Some((y, b_rest))) if x == y => within(a_rest, b_rest, edits),
            (Some((_, a_rest)), Some((_, b_rest))) => {
                edits > 0
                    && (within(a_rest, b_rest, edits - 1)
                        || within(a_rest, b, edits - 1)
                        || within(a, b_rest, edits - 1))
            }
        }
    }
    a.len().abs_diff(b.len()) <= 2 && within(a.as_bytes(), b.as_bytes(), 2)
}

/// For each name the index of the name that it is a spelling of, itself if none.
fn united(names: &[(String, Name)]) -> Vec<usize> {
    let mut targets: Vec<usize> = (0..names.len()).collect();
    let mut persons: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    // The persons of a family name: the first of them, and whether there are more.
    let mut families: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    let mut offices: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    let mut endings: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    let with_given = |wanted: bool| {
        names
            .iter()
            .enumerate()
            .filter(move |(_, (_, name))| !name.family.is_empty() && name.given.is_empty() != wanted)
    };
    for (index, (_, name)) in with_given(true) {
        let first = *persons.entry((&name.family, &name.given)).or_insert(index);
        if let Some(target) = targets.get_mut(index) {
            *target = first;
        }
        note(&mut families, &name.family, first);
    }
    for (index, (_, name)) in with_given(false) {
        let target = match families.get(name.family.as_str()) {
            Some(&(first, false)) if compatible(name, names.get(first).map(|(_, name)| name)) => first,
            _ => *persons.entry((&name.family, &name.title)).or_insert(index),
        };
        if let Some(slot) = targets.get_mut(index) {
            *slot = target;
        }
        note(&mut families, &name.family, target);
    }
    for (index, (_, name)) in names.iter().enumerate().filter(|(_, (_, name))| !name.family.is_empty()) {
        let target = targets.get(index).copied().unwrap_or(index);
        for office in [&name.title, &name.office] {
            if !office.is_empty() && !is_courtesy(office) {
                note(&mut offices, office, target);
                let head = office.split(" of ").next().filter(|head| head.len() < office.len());
                note(&mut endings, head.unwrap_or_default(), target);
                for (at, _) in office.match_indices(' ') {
                    note(&mut endings, office.get(at + 1..).unwrap_or_default(), target);
                }
            }
        }
    }
    for (index, (_, name)) in names.iter().enumerate().filter(|(_, (_, name))| name.family.is_empty()) {
        // `SECRETARY GENERAL` is whom another label calls `NATO SECRETARY GENERAL`, if nobody else may be meant.
        let title = name.title.as_str();
        let held = offices.get(title).or_else(|| endings.get(title)).filter(|(_, several)| !several);
        if let (Some(&(holder, _)), Some(slot)) = (held, targets.get_mut(index)) {
            *slot = holder;
        }
    }
    targets
}

fn note<'n>(map: &mut FxHashMap<&'n str, (usize, bool)>, key: &'n str, index: usize) {
    let entry = map.entry(key).or_insert((index, false));
    entry.1 |= entry.0 != index;
}

/// `MR. REED` may be `SECRETARY REED`, but `MRS. REED` is not `MR. REED`.
fn compatible(name: &Name, other: Option<&Name>) -> bool {
    other.is_some_and(|other| {
        name.title == other.title
            || name.title.is_empty()
            || other.title.is_empty()
            || is_courtesy(&name.title) != is_courtesy(&other.title)
    })
}

fn is_courtesy(title: &str) -> bool {
    matches!(title, "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "sir" | "madam" | "hon" | "rt hon" | "")
}

fn take_apart(label: &str, lexicon: &Lexicon) -> Name {
    let bare = without_brackets(label);
    let office = label
        .get(bare.len()..)
        .map(|rest| rest.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|rest| !rest.is_empty());
    let (person, described) = bare.split_once(',').unwrap_or((bare, ""));
    let person = normal(person);
    let words: Vec<&str> = person.split(' ').filter(|word| !word.is_empty()).collect();
    let office_alone = words.last().is_some_and(|last| lexicon.titles.contains_folded(last));
    if words.is_empty() || office_alone || is_generic(&person, lexicon) || words.contains(&"of") {
        return Name { title: person, ..Name::default() };
    }
    let titles = words.iter().take_while(|word| lexicon.titles.contains_folded(word)).count();
    let mut rest = words.get(titles..).unwrap_or_default();
    while let [before @ .., last] = rest
        && before.len() > 1
        && is_suffix(last)
    {
        rest = before;
    }
    let (given, family) = match rest {
        [] => ("", ""),
        [.., last] => (if rest.len() > 1 { rest.first().copied().unwrap_or_default() } else { "" }, *last),
    };
    Name {
        title: words.get(..titles).unwrap_or_default().join(" "),
        given: given.to_owned(),
        family: family.to_owned(),
        office: normal(office.unwrap_or(described)),
    }
}

fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "jr" | "sr"
            | "ii"
            | "iii"
            | "mp"
            | "ao"
            | "ac"
            | "am"
            | "oam"
            | "csc"
            | "dsc"
            | "qc"
            | "kc"
            | "md"
            | "phd"
            | "obe"
            | "cbe"
            | "mbe"
            | "esq"
    )
}

fn is_generic(person: &str, lexicon: &Lexicon) -> bool {
    let bare = person.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '#');
    [&lexicon.press_labels, &lexicon.host_labels, &lexicon.other_labels]
        .iter()
        .any(|list| list.contains_folded(bare))
}

/// The role that the label itself tells.
fn role(label: &str, lexicon: &Lexicon) -> Role {
    let bare = normal(without_brackets(label));
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '#');
    if lexicon.host_labels.contains_folded(bare) {
        Role::Host
    } else if lexicon.press_labels.contains_folded(bare) {
        Role::Press
    } else {
        Role::Unknown
    }
}

/// Whether a label holds an office or a form of address.
pub fn holds_office(label: &str, lexicon: &Lexicon) -> bool {
    normal(without_brackets(label)).split(' ').any(|word| lexicon.titles.contains_folded(word))
}

/// Whether `label` says more of a name than `known`: a family name, more words, small letters instead of capitals.
fn fuller(label: &str, known: &str, lexicon: &Lexicon) -> bool {
    let fullness = |label: &str| {
        let named = !take_apart(label, lexicon).family.is_empty();
        (named, normal(label).split(' ').count(), !is_capitals(label))
    };
    fullness(label) > fullness(known)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    fn united_names(labels: &[&str]) -> Vec<String> {
        let mut registry = Registry::default();
        for label in labels {
            registry.index(label, lexicon::english());
        }
        registry.unite(lexicon::english()).0.into_iter().map(|speaker| speaker.name).collect()
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
    fn keeps_apart_who_may_be_two() {
        assert_eq!(united_names(&["PRIME MINISTER REED", "PRIME MINISTER BOYD", "PRIME MINISTER"]).len(), 3);
        assert_eq!(united_names(&["Ana Reed", "Tom Reed", "MR. REED"]).len(), 3);
        assert_eq!(united_names(&["MR. REED", "MRS. REED"]).len(), 2);
        assert_eq!(united_names(&["Speaker 1", "Speaker 2", "Q", "QUESTION"]).len(), 4);
    }
}
