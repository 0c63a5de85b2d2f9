//! Organisations and places: known by name, or by the word that such names end or begin with.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tokens::{Kind, Tokens};
use super::{FactKind, Found, is_taken};
use crate::language::{is_small, words};

const LONGEST_KNOWN: usize = 6;
const LONGEST_RUN: usize = 8;

pub fn organisations(tokens: &Tokens<'_>, lexicon: &Lexicon, taken: &[bool]) -> Vec<Found> {
    scan(tokens, taken, FactKind::Organisation, &|at| {
        described_body(tokens, lexicon, at).or_else(|| known_body(tokens, lexicon, at))
    })
}

pub fn places(tokens: &Tokens<'_>, lexicon: &Lexicon, taken: &[bool]) -> Vec<Found> {
    scan(tokens, taken, FactKind::Place, &|at| {
        described_place(tokens, lexicon, at).or_else(|| known_place(tokens, lexicon, at))
    })
}

fn scan(
    tokens: &Tokens<'_>,
    taken: &[bool],
    kind: FactKind,
    read: &dyn Fn(usize) -> Option<usize>,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match read(at).filter(|&end| !is_taken(taken, at..end)) {
            Some(end) => {
                found.push(Found::new(tokens, at..end, kind, None));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// `NATO`, `the White House`, `Congress`.
fn known_body(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<usize> {
    if !tokens.is_capital(start) {
        return None;
    }
    let (end, mark) = tokens.longest(start, LONGEST_KNOWN, &lexicon.organisations)?;
    let capitals = mark != "^" || is_upper(tokens, start);
    (capitals && all_capital(tokens, start..end) && !is_part_of_a_longer_name(tokens, lexicon, start, end))
        .then_some(end)
}

/// `G7` has one letter only.
fn is_upper(tokens: &Tokens<'_>, at: usize) -> bool {
    !tokens.text(at).chars().any(is_small)
}

/// Whether the words begin with capitals, those between them aside (`Bank of England`).
fn all_capital(tokens: &Tokens<'_>, mut range: Range<usize>) -> bool {
    range.all(|at| tokens.is_capital(at) || !tokens.is(at, Kind::Word) || is_link(tokens.folded(at)))
}

fn is_link(word: &str) -> bool {
    words!("of for and the on de du des").contain(word)
}

/// `Harbour Safety Authority`, `Department of Health and Human Services`, `University of Tarn`.
fn described_body(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<usize> {
    // Capitalised words that are no part of a name open sentences: "The", "Today", "Our".
    let opens_run = tokens.is_capital(start) && !lexicon.stop_words.contains(tokens.folded(start));
    let follows_run = start > 0 && tokens.is_capital(start - 1) && !tokens.reads(start, words!("'s"));
    if !opens_run || (follows_run && !lexicon.stop_words.contains(tokens.before(start))) {
        return None;
    }
    let mut run_end = start;
    let mut best = None;
    while run_end < start + LONGEST_RUN && (tokens.is_capital(run_end) || is_inner_sign(tokens, run_end)) {
        let word = tokens.folded(run_end);
        run_end += 1;
        if run_end > start + 1 && lexicon.organisation_heads.contains(word) {
            best = Some(run_end);
        }
        if lexicon.organisation_starts.contains(word) && tokens.reads(run_end, words!("of for")) {
            let the = usize::from(tokens.reads(run_end + 1, words!("the")));
            if let Some(end) = capital_list(tokens, run_end + 1 + the) {
                return Some(end);
            }
        }
    }
    // A "Rescue Service Strategy" is no service.
    let goes_on = tokens.is_capital(run_end - 1) && lexicon.titles.get(tokens.folded(run_end - 1)).is_none();
    best.filter(|&best| best == run_end || !goes_on || lexicon.stop_words.contains(tokens.folded(best)))
}

/// `&`, and the hyphen in `Anglo-Tarnish Bank`.
fn is_inner_sign(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at + 1)
        && (tokens.reads(at, words!("&"))
            || (tokens.is_dash(at) && tokens.is_joined(at) && tokens.is_joined(at + 1)))
}

/// `Health and Human Services`, `Foreign Affairs`: capitalised words, joined by "and" or "of".
fn capital_list(tokens: &Tokens<'_>, start: usize) -> Option<usize> {
    let mut end = start;
    while tokens.is_capital(end)
        || (end > start && tokens.reads(end, words!("and of &")) && tokens.is_capital(end + 1))
    {
        end += 1;
    }
    (end > start).then_some(end)
}

fn known_place(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<usize> {
    if !tokens.is_capital(start) {
        return None;
    }
    let (end, mark) = tokens.longest(start, LONGEST_KNOWN, &lexicon.places)?;
    let certain = match mark {
        // "Washington" in "Mr. Washington" or "Denzel Washington" is no place.
        "?" => lexicon.place_prepositions.contains(tokens.before(start)) || tokens.before(start) == ",",
        "^" => is_upper(tokens, start),
        _ => true,
    };
    let capitals = all_capital(tokens, start..end);
    (certain && capitals && !is_part_of_a_longer_name(tokens, lexicon, start, end)).then_some(end)
}

/// "Chicago Tribune" is no place, "South London" a different one, "Paris, France" two.
fn is_part_of_a_longer_name(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, end: usize) -> bool {
    let continues = |at: usize| {
        tokens.is_capital(at)
            && !lexicon.stop_words.contains(tokens.folded(at))
            && lexicon.titles.get(tokens.folded(at)).is_none()
            && lexicon.weekdays.get(tokens.folded(at)).is_none()
            && lexicon.months.get(tokens.folded(at)).is_none()
    };
    let hyphenated = (tokens.is_dash(end) && tokens.is_joined(end) && tokens.is_joined(end + 1))
        || (start > 0 && tokens.is_dash(start - 1) && tokens.is_joined(start));
    let before = start >= 2 && continues(start - 1) && !tokens.is_all_capitals(start - 1);
    hyphenated || (continues(end) && !tokens.is_joined(end)) || before
}

/// `Lake Tarn`, `Mill Street`, `Harbour Island`.
fn described_place(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<usize> {
    let is_name = |at: usize| tokens.is_capital(at) && !lexicon.stop_words.contains(tokens.folded(at));
    if !is_name(start) || (start > 0 && is_name(start - 1)) {
        return None;
    }
    let mut end = start;
    let mut head = None;
    while end < start + LONGEST_RUN && is_name(end) {
        if end > start && lexicon.place_heads.contains(tokens.folded(end)) {
            head = Some(end + 1);
        }
        end += 1;
    }
    let started = lexicon.place_starts.contains(tokens.folded(start)) && end == start + 2;
    // In a heading every word is a capital.
    if started { Some(end) } else { head.filter(|&head| head == end) }
}
