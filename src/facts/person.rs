//! People: a title or a common first name, and the capitalised words behind it; the role that stands beside the name.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tokens::{Kind, Tokens};
use super::{FactKind, FactValue, Found, Person};
use crate::language::{Words, words};

const LONGEST_TITLE: usize = 5;
const LONGEST_NAME: usize = 4;
const LONGEST_ROLE: usize = 12;
/// Parts of a name in lower case.
const PARTICLES: Words = words!("de del della der den di da dos van von bin al");

pub fn find(tokens: &Tokens<'_>, lexicon: &Lexicon) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((range, name, role)) =
            titled(tokens, lexicon, at).or_else(|| first_named(tokens, lexicon, at))
        else {
            at += 1;
            continue;
        };
        let role = role
            .or_else(|| role_behind(tokens, lexicon, name.end))
            .or_else(|| role_before(tokens, lexicon, range.start));
        let value = Person { name: tokens.span(name), role: role.map(|role| tokens.span(role)) };
        at = range.end;
        found.push(Found::new(tokens, range, FactKind::Person, Some(FactValue::Person(value))));
    }
    found
}

type NameAndRole = (Range<usize>, Range<usize>, Option<Range<usize>>);

/// `President Reed`, `Mr. Hale`, `Secretary of State Anna Reed`.
fn titled(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<NameAndRole> {
    let (title_end, value) = tokens.longest(start, LONGEST_TITLE, &lexicon.titles)?;
    let dot = usize::from(tokens.reads(title_end, words!(".")) && tokens.is_joined(title_end));
    // "The chair Maria bought": a lower-case title needs a full name.
    let fewest = if value == "-" || !tokens.is_capital(start) { 2 } else { 1 };
    let role = (value != "~").then_some(start..title_end);
    if let Some(name) = name_at(tokens, lexicon, title_end + dot, fewest) {
        return Some((start..name.end, name, role));
    }
    // "Secretary of Defense Lloyd Marsh": the first name tells where the name begins.
    if !tokens.reads(title_end, words!("of for")) || !tokens.is_capital(start) {
        return None;
    }
    let name_start = (title_end + 2..title_end + 8)
        .take_while(|&at| tokens.is_capital(at) || tokens.reads(at, words!("and of the ,")))
        .find(|&at| is_first_name(tokens, lexicon, at))?;
    let name = name_at(tokens, lexicon, name_start, 2)?;
    let role_end = if tokens.before(name_start) == "," { name_start - 1 } else { name_start };
    Some((start..name.end, name, Some(start..role_end)))
}

/// `Anna Reed`
fn first_named(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<NameAndRole> {
    if !is_first_name(tokens, lexicon, start) {
        return None;
    }
    let name = name_at(tokens, lexicon, start, 2)?;
    Some((name.clone(), name, None))
}

fn is_first_name(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> bool {
    tokens.is_capital(at) && lexicon.first_names.contains(tokens.folded(at))
}

/// Capitalised words, initials and particles; `None` for fewer than `fewest` words and for the names of bodies, places
/// and days ("Victoria Street", "Justice Department").
fn name_at(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, fewest: usize) -> Option<Range<usize>> {
    let (mut end, mut words) = (start, 0);
    while words < LONGEST_NAME {
        let word = tokens.folded(end);
        if tokens.is_capital(end) && (end == start || !is_no_name(tokens, lexicon, end)) {
            words += 1;
            end += 1;
            // "J." and "Jr."
            let initial = tokens.text(end - 1).chars().nth(1).is_none();
            let dotted = tokens.reads(end, words!(".")) && (initial || words!("jr sr st").contain(word));
            let hyphen = tokens.is_dash(end) && tokens.is_joined(end) && tokens.is_joined(end + 1);
            end +=
                usize::from((dotted && tokens.is_capital(end + 1)) || (hyphen && tokens.is_capital(end + 1)));
        } else if words > 0 && PARTICLES.contain(word) && tokens.is_capital(end + 1) {
            end += 1;
        } else {
            break;
        }
    }
    let last = end.checked_sub(1).map_or("", |last| tokens.folded(last));
    let of_a_thing = lexicon.organisation_heads.contains(last)
        || lexicon.place_heads.contains(last)
        || lexicon.weekdays.get(last).is_some()
        || (words > 0 && is_no_name(tokens, lexicon, start));
    (words >= fewest && !of_a_thing).then_some(start..end)
}

/// A capitalised word that is no part of a name: `The`, `NATO`, a weekday, a title.
fn is_no_name(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let word = tokens.folded(at);
    let a_month = lexicon.months.get(word).is_some_and(|month| !month.ends_with('?'));
    let a_name_too = words!("may will best case long good back west").contain(word);
    (lexicon.stop_words.contains(word) && !a_name_too)
        || (tokens.is_all_capitals(at) && lexicon.organisations.get(word).is_some())
        || lexicon.weekdays.get(word).is_some()
        || a_month
        || words!("general assembly day series board street motors electric").contain(word)
}

/// `, the minister of transport,` behind a name.
fn role_behind(tokens: &Tokens<'_>, lexicon: &Lexicon, name_end: usize) -> Option<Range<usize>> {
    if !tokens.reads(name_end, words!(",")) {
        return None;
    }
    let determined = tokens.reads(name_end + 1, words!("the our a an my his her their"));
    let start = name_end + 1 + usize::from(determined);
    let end = (start..start + LONGEST_ROLE).find(|&at| {
        matches!(tokens.folded(at), "," | "." | ";" | "—" | "who" | "and" | "") || at >= tokens.len()
    })?;
    let head = (start..end.min(start + 5)).any(|at| lexicon.roles.contains(tokens.folded(at)));
    (head && (determined || tokens.is(start, Kind::Word))).then_some(start..end)
}

/// `our chief economist, Anna Reed`, `health minister Anna Reed`.
fn role_before(tokens: &Tokens<'_>, lexicon: &Lexicon, name_start: usize) -> Option<Range<usize>> {
    let end = if tokens.before(name_start) == "," { name_start - 1 } else { name_start };
    let first = end.saturating_sub(8);
    let determiner = (first..end).rev().find(|&at| tokens.reads(at, words!("the our my a an")))?;
    let role = determiner + 1..end;
    let words_only = role.clone().all(|at| tokens.is(at, Kind::Word));
    (words_only
        && role.clone().any(|at| lexicon.roles.contains(tokens.folded(at)))
        && role.clone().all(|at| is_part_of_a_role(tokens, lexicon, at)))
    .then_some(role)
}

/// "the mayor told Anna Reed" and "the president of what John Hale" are no roles of the one named.
fn is_part_of_a_role(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let word = tokens.folded(at);
    let linking = words!("of for and").contain(word);
    linking
        || lexicon.roles.contains(word)
        || (!lexicon.stop_words.contains(word) && !word.ends_with("ed"))
            && !words!("told met thank thanked saw").contain(word)
}
