//! Speakers: labels in, persons out. One speaker under several spellings is one speaker where the text supports it.

use super::chars::{trim_end, words};
use super::lexicon::{self, Lexicon};
use super::model::TurnSpeaker;
use super::names::{is_capitals, normal, unnumbered, without_brackets};
use crate::outline::Role;
use crate::tally::Tally;

mod label;
mod offices;

use label::{Name, corrected, is_courtesy, take_apart, without_manner};

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
        let label = without_manner(label, lexicon);
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
        for index in 0..self.names.len() {
            if let (Some(name), Some((_, slot))) =
                (self.introduced(index, lexicon), self.names.get_mut(index))
            {
                *slot = name;
            }
        }
        let targets = persons(&self.names);
        let mut targets = offices::holders(&self.names, &self.by_label, &self.turns, &targets, lexicon);
        for (slot, meant) in targets.iter_mut().zip(&meant) {
            *slot = meant.unwrap_or(*slot);
        }
        for index in 0..targets.len() {
            let target = targets.get(index).copied().and_then(|target| targets.get(target).copied());
            if let (Some(target), Some(slot)) = (target, targets.get_mut(index)) {
                *slot = target;
            }
        }
        let mut finals = vec![usize::MAX; self.names.len()];
        let mut speakers: Vec<TurnSpeaker> = Vec::new();
        for (index, (label, name)) in self.names.iter().enumerate() {
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
            // `ANA REED` is the host who is called `Moderator [Ana Reed]` elsewhere; `CHAIR` may be an office she holds.
            if let (Some(speaker), false) = (speakers.get_mut(place), name.family.is_empty())
                && speaker.role == Role::Unknown
            {
                speaker.role = role(label, lexicon);
            }
            for slot in [target, index] {
                if let Some(slot) = finals.get_mut(slot) {
                    *slot = place;
                }
            }
        }
        (speakers, finals)
    }

    /// `President of Kelder Ana Reed`, where `Ana Reed` is a label, too.
    fn introduced(&self, index: usize, lexicon: &Lexicon) -> Option<Name> {
        let label = normal(without_brackets(&self.names.get(index)?.0));
        let is_title = |word: &str| lexicon.titles.contains_folded(word);
        label.match_indices(' ').find_map(|(at, _)| {
            let (office, name) = (label.get(..at)?, label.get(at + 1..)?);
            let (_, person) = self.names.get(self.by_label.get(name)?)?;
            let named = !person.given.is_empty() && person.title.is_empty();
            (named && words(office).any(is_title)).then(|| Name {
                given: person.given.clone(),
                family: person.family.clone(),
                office: office.to_owned(),
                ..Name::default()
            })
        })
    }
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

/// Whether a word is one of office or address: `Minister`, `Mr.`
pub fn is_title(word: &str) -> bool {
    lexicon::english().titles.contains_folded(trim_end(word, |c| c == '.'))
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
