//! A label taken apart: office, given name, family name.

use super::role;
use crate::outline::Role;
use crate::transcript::chars::{is_lower, is_no_word_char, is_upper, split, starts, trim, words};
use crate::transcript::lexicon::{self, Lexicon};
use crate::transcript::names::{is_generic, normal, without_brackets};

/// A label taken apart.
#[derive(Debug, Default)]
pub struct Name {
    /// `secretary`, `mr`, `prime minister`
    pub title: String,
    pub given: String,
    pub family: String,
    /// What follows a comma or stands in brackets: `minister of transport`
    pub office: String,
    /// Whether it begins with the article: `THE PRESIDENT` is the one of this house, `PRESIDENT` may be anybody.
    pub definite: bool,
}

pub fn take_apart(label: &str, lexicon: &Lexicon) -> Name {
    let bare = without_brackets(label);
    let bracketed = trim(label.get(bare.len()..).unwrap_or_default(), is_no_word_char);
    let (bare, bracketed) = holder(bare, bracketed, lexicon).unwrap_or((bare, bracketed));
    let (person, described) = bare.split_once(',').unwrap_or((bare, ""));
    let definite = words(person).next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let person = normal(person);
    // `SENATOR THE HON. ANA REED` is `SENATOR REED`.
    let no_honour = |word: &&str| !matches!(*word, "the" | "rt" | "hon");
    let words: Vec<&str> = split(&person, |c| c == ' ').filter(no_honour).collect();
    let title = |word: &&str| lexicon.titles.contains_folded(word);
    let office_alone =
        words.last().is_none_or(title) || words.iter().any(|word| matches!(*word, "of" | "for"));
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

/// `The Minister for Coasts (Imelda Strand) (Saltby South)`, `Moderator [Ana Reed, Spokesperson]`: the name in brackets,
/// and the office that it holds.
fn holder<'l>(bare: &'l str, bracketed: &'l str, lexicon: &Lexicon) -> Option<(&'l str, &'l str)> {
    let name = split(bracketed, |c| matches!(c, '(' | ')' | ',' | ';')).next()?;
    let named = words(name).count() >= 2 && words(name).all(|word| starts(word, is_upper));
    let is_office = words(bare).any(|word| matches!(word, "of" | "for"))
        || words(bare).last().is_some_and(|word| lexicon.titles.contains_folded(word));
    let is_host = role(bare, lexicon) == Role::Host;
    (named && (is_office || is_host)).then_some((name, bare))
}

/// `Ana Reed (spoke in French)`, `Ana Reed (via interpreter)` is `Ana Reed`; questions are told apart by any bracket.
pub fn without_manner<'l>(label: &'l str, lexicon: &Lexicon) -> &'l str {
    let bare = without_brackets(label);
    let manner = label.get(bare.len()..).is_some_and(|rest| starts(trim(rest, is_no_word_char), is_lower));
    if manner && role(bare, lexicon) != Role::Press { bare } else { label }
}

pub fn is_courtesy(title: &str) -> bool {
    lexicon::english().courtesies.contains_folded(title)
}

/// The label with its misspelt title put right: `prime minster reed`. `None` if no word is near a title.
pub fn corrected(label: &str, lexicon: &Lexicon) -> Option<String> {
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
pub fn distance_at_most_two(a: &str, b: &str) -> bool {
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
