//! Labels that are an office alone: whom they mean among those who are named.

use super::{Holders, Name, is_courtesy};
use crate::language::split_once;
use crate::tally::Tally;
use crate::transcript::chars::words;
use crate::transcript::lexicon::Lexicon;

/// For each name the person it means: of an office alone its holder, if the text supports it: a line under the wrong name is worse
/// than one person under two names.
///
/// `by_label` knows the normal form of each label, `turns` are the names in the order in which they speak, `targets`
/// the person that each name means.
pub fn holders(
    names: &[(String, Name)],
    by_label: &Tally,
    turns: &[usize],
    targets: &[usize],
    lexicon: &Lexicon,
) -> Vec<usize> {
    let mut offices = Offices::default();
    for ((_, name), &target) in names.iter().zip(targets) {
        if !name.family.is_empty() {
            offices.note(&name.office, target, by_label, lexicon);
            offices.note(&name.title, target, by_label, lexicon);
            offices.before_names.set(&name.title, target);
        }
    }
    let held = |((_, name), &own): (&(String, Name), &usize)| offices.holder(name).unwrap_or(own);
    let mut meant: Vec<usize> = names.iter().zip(targets).map(held).collect();
    for pair in turns.windows(2) {
        let &[a, b] = pair else { continue };
        if a == b || meant.get(a) != meant.get(b) {
            continue;
        }
        // `PRIME MINISTER: Welcome.` `ANA REED, PRIME MINISTER OF KELDER: Thank you.`: who answer each other are two.
        for index in [a, b] {
            if let (Some((_, name)), Some(slot), Some(&own)) =
                (names.get(index), meant.get_mut(index), targets.get(index))
                && !offices.introduced(&name.title)
            {
                *slot = own;
            }
        }
    }
    meant
}

/// The offices of those who are named.
#[derive(Debug, Default)]
struct Offices {
    whole: Holders,
    /// What is left of a longer office: `SECRETARY GENERAL` of `NATO SECRETARY GENERAL`.
    parts: Holders,
    /// `PRESIDENT` of `PRESIDENT REED`
    before_names: Tally,
}

impl Offices {
    fn note(&mut self, office: &str, person: usize, by_label: &Tally, lexicon: &Lexicon) {
        if office.is_empty() || is_courtesy(office) {
            return;
        }
        self.whole.note(office, person);
        for (at, _) in office.match_indices(' ') {
            // `MINISTER` is not the `PRIME MINISTER`, nor is he the `DEPUTY PRIME MINISTER`.
            let before = office.get(..at).and_then(|before| words(before).last());
            if !before.is_some_and(|word| lexicon.other_offices.contains_folded(word)) {
                self.parts.note(office.get(at + 1..).unwrap_or_default(), person);
            }
        }
        // Where `PRIME MINISTER OF KELDER` is a label of its own, `PRIME MINISTER` is another's.
        if let Some((head, _)) = split_once(office, " of ")
            && by_label.get(office).is_none()
        {
            self.parts.note(head, person);
        }
    }

    /// `HARBOUR COMMISSIONER` of `TOM BOYD, HARBOUR COMMISSIONER`
    fn introduced(&self, office: &str) -> bool {
        self.whole.knows(office) && self.before_names.get(office).is_none()
    }

    /// `COMMISSIONER` is whom another label calls `HARBOUR COMMISSIONER`, if nobody else may be meant.
    fn holder(&self, name: &Name) -> Option<usize> {
        let office = &name.title;
        // `PRIME MINISTER REED` beside `PRIME MINISTER`: the guest and the host of the house that wrote the text.
        let anybody = !name.definite && self.before_names.get(office).is_some();
        if !name.family.is_empty() || anybody {
            return None;
        }
        let holders = if self.whole.knows(office) { &self.whole } else { &self.parts };
        holders.only(office)
    }
}
