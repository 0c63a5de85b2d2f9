//! Speakers: labels in, persons out. One speaker under several spellings is one speaker where the text supports it.

use super::chars::{is_no_word_char, is_space, is_upper, split, starts, trim, words};
use super::lexicon::{self, Lexicon};
use super::model::TurnSpeaker;
use super::names::{is_capitals, is_generic, normal, unnumbered, without_brackets};
use crate::outline::Role;
use crate::tally::Tally;

mod offices;

/// A label taken apart.
#[derive(Debug, Default)]
struct Name {
    /// `secretary`, `mr`, `prime minister`
    title: String,
    given: String,
    family: String,
    /// What follows a comma or stands in brackets: `minister of transport`
    office: String,
    /// Whether it begins with the article: `THE PRESIDENT` is the one of this house, `PRESIDENT` may be anybody.
    definite: bool,
}

/// Collects speakers in the order in which they first speak.
#[derive(Debug, Default)]
pub struct Registry {
    by_label: Tally,
    names: Vec<(String, Name)>,
    /// The preliminary index of each turn's speaker.
    turns: Vec<usize>,
}

impl Registry {
    /// The preliminary index of the label's speaker.
    pub fn index(&mut self, label: &str, lexicon: &Lexicon) -> usize {
        let key = normal(label);
        let next = self.names.len();
        let index = self.by_label.get_or_set(&key, next);
        if index == next {
            self.names.push((label.to_owned(), take_apart(label, lexicon)));
        }
        self.turns.push(index);
        index
    }

    /// Unites the spellings. Returns the speakers and, for each preliminary index, the final one.
    pub fn unite(mut self, lexicon: &Lexicon) -> (Vec<TurnSpeaker>, Vec<usize>) {
        let mut meant: Vec<Option<usize>> = Vec::with_capacity(self.names.len());
        for (label, name) in &mut self.names {
            let other = corrected(&normal(label), lexicon).and_then(|meant| self.by_label.get(&meant));
            if other.is_some() {
                // What is misspelt is nobody's name.
                *name = Name::default();
            }
            meant.push(other);
        }
        let mut targets = persons(&self.names);
        let holders = offices::holders(&self.names, &self.by_label, &self.turns, &targets, lexicon);
        for (slot, (holder, meant)) in targets.iter_mut().zip(holders.into_iter().zip(&meant)) {
            *slot = meant.or(holder).unwrap_or(*slot);
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
            let misspelt = meant.get(index).copied().flatten();
            if known.is_none() {
                let named =
                    misspelt.and_then(|meant| self.names.get(meant)).map_or(label, |(label, _)| label);
                speakers.push(TurnSpeaker { name: named.clone(), role: role(named, lexicon) });
            } else if let Some(speaker) = speakers.get_mut(place)
                && misspelt.is_none()
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
    let mut correct = String::with_capacity(label.len());
    for word in label.split(' ') {
        let near = |title: &&str| {
            title.as_bytes().first() == word.as_bytes().first() && distance_at_most_two(word, title)
        };
        // `MEMBERS` are several, not a `MEMBER` misspelt.
        let one = word.strip_suffix('s').unwrap_or(word);
        let known = word.len() < 7 || [word, one].iter().any(|word| lexicon.titles.contains_folded(word));
        let meant = if known { None } else { lexicon.titles.iter().find(near) };
        changed |= meant.is_some();
        if !correct.is_empty() {
            correct.push(' ');
        }
        correct.push_str(meant.unwrap_or(word));
    }
    changed.then_some(correct)
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

/// For each name the index of the name that it is a spelling of, itself if none: `MR. REED` of `ANA REED`.
fn persons(names: &[(String, Name)]) -> Vec<usize> {
    let mut targets: Vec<usize> = (0..names.len()).collect();
    let (mut persons, mut families) = (Tally::default(), Holders::default());
    // Full names first: they tell whom a family name alone may mean.
    for full in [true, false] {
        for ((_, name), (index, slot)) in names.iter().zip(targets.iter_mut().enumerate()) {
            if name.family.is_empty() || name.given.is_empty() == full {
                continue;
            }
            let alone = families.only(&name.family).filter(|_| !full);
            let other = alone.and_then(|holder| Some((holder, &names.get(holder)?.1)));
            *slot = match other {
                Some((holder, other)) if compatible(name, other) => holder,
                _ => {
                    let first = if full { &name.given } else { &name.title };
                    persons.get_or_set(&[first.as_str(), "\n", name.family.as_str()].concat(), index)
                }
            };
            families.note(&name.family, *slot);
        }
    }
    targets
}

/// Who holds a name or an office: one person or several.
#[derive(Debug, Default)]
struct Holders(Tally);

impl Holders {
    const SEVERAL: usize = usize::MAX;

    fn note(&mut self, key: &str, person: usize) {
        if self.0.get_or_set(key, person) != person {
            self.0.set(key, Self::SEVERAL);
        }
    }

    fn knows(&self, key: &str) -> bool {
        self.0.get(key).is_some()
    }

    /// The person, if there is exactly one.
    fn only(&self, key: &str) -> Option<usize> {
        self.0.get(key).filter(|&person| person != Self::SEVERAL)
    }
}

/// `MR. REED` may be `SECRETARY REED`, but `MRS. REED` is neither `MR. REED` nor, beside him, `PRESIDENT REED`.
fn compatible(name: &Name, other: &Name) -> bool {
    let spouse = |title: &str| title == "mrs";
    name.title == other.title
        || name.title.is_empty()
        || other.title.is_empty()
        || is_courtesy(&name.title) != is_courtesy(&other.title)
            && !spouse(&name.title)
            && !spouse(&other.title)
}

fn is_courtesy(title: &str) -> bool {
    lexicon::english().courtesies.contains_folded(title)
}

fn take_apart(label: &str, lexicon: &Lexicon) -> Name {
    let bare = without_brackets(label);
    let bracketed = trim(label.get(bare.len()..).unwrap_or_default(), is_no_word_char);
    let (bare, bracketed) = holder(bare, bracketed, lexicon).unwrap_or((bare, bracketed));
    let (person, described) = bare.split_once(',').unwrap_or((bare, ""));
    // `MINISTER FOR FINANCE, THE HON. ANA REED`
    let addressed = words(&normal(described)).any(is_courtesy);
    let definite = words(person).next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let person = normal(person);
    // `SENATOR THE HON. ANA REED` is `SENATOR REED`.
    let no_honour = |word: &&str| !matches!(*word, "the" | "rt" | "hon");
    let words: Vec<&str> = split(&person, |c| c == ' ').filter(no_honour).collect();
    let title = |word: &&str| lexicon.titles.contains_folded(word);
    let office_alone =
        words.last().is_none_or(title) || words.iter().any(|word| matches!(*word, "of" | "for"));
    if office_alone && addressed {
        return Name { office: person, ..take_apart(trim(described, is_space), lexicon) };
    }
    if office_alone || is_generic(&person, lexicon) {
        return Name { title: person, definite, ..Name::default() };
    }
    let titles = words.iter().take_while(|word| title(word)).count();
    let mut rest = words.get(titles..).unwrap_or_default();
    while let [before @ .., last] = rest
        && before.len() > 1
        && lexicon.name_suffixes.contains_folded(last)
    {
        rest = before;
    }
    let given = if rest.len() > 1 { rest.first() } else { None };
    Name {
        title: words.get(..titles).unwrap_or_default().join(" "),
        given: given.copied().unwrap_or_default().to_owned(),
        family: rest.last().copied().unwrap_or_default().to_owned(),
        office: normal(if bracketed.is_empty() { described } else { bracketed }),
        definite,
    }
}

/// `The Minister for Coasts (Imelda Strand) (Saltby South)`: the name in brackets, and the office that it holds.
fn holder<'l>(bare: &'l str, bracketed: &'l str, lexicon: &Lexicon) -> Option<(&'l str, &'l str)> {
    let name = bracketed.split(')').next()?;
    let named = words(name).count() >= 2 && words(name).all(|word| starts(word, is_upper));
    let is_office = words(bare).any(|word| matches!(word, "of" | "for"))
        && words(bare).any(|word| lexicon.titles.contains_folded(word));
    (named && is_office).then_some((name, bare))
}

/// The role that the label itself tells.
fn role(label: &str, lexicon: &Lexicon) -> Role {
    let bare = normal(without_brackets(label));
    let bare = unnumbered(&bare);
    if lexicon.host_labels.contains_folded(bare) {
        Role::Host
    } else if lexicon.press_labels.contains_folded(bare) {
        Role::Press
    } else {
        Role::Unknown
    }
}

/// Whether the label itself says press or audience: `Q`, `JOURNALIST 2`.
pub fn is_of_press(label: &str) -> bool {
    role(label, lexicon::english()) == Role::Press
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
mod tests;
