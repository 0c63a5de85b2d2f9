//! Acronyms that the transcript spells out: `Harbour Safety Authority (HSA)`, `HSA (Harbour Safety Authority)`, `the HSA,
//! the Harbour Safety Authority,`.

use super::tokens::{Kind, Tokens};
use super::{Acronym, FactKind, FactValue, Found};
use crate::language::{folded, words};
use crate::outline::Span;

const LONGEST: usize = 8;

/// The acronyms that a sentence spells out, and the span of their expansion.
pub fn defined(tokens: &Tokens<'_>) -> Vec<(String, Span)> {
    (0..tokens.len()).filter_map(|at| Some((tokens.text(at).to_owned(), expansion(tokens, at)?))).collect()
}

/// Every acronym that is spelled out here or in `known`.
pub fn find(tokens: &Tokens<'_>, known: &[(String, Span)]) -> Vec<Found> {
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|&at| is_acronym(tokens, at)) {
        let elsewhere =
            || known.iter().find(|(acronym, _)| acronym == tokens.text(at)).map(|&(_, span)| span);
        if let Some(expansion) = expansion(tokens, at).or_else(elsewhere) {
            let value = FactValue::Acronym(Acronym { expansion });
            found.push(Found::new(tokens, at..at + 1, FactKind::Acronym, Some(value)));
        }
    }
    found
}

fn is_acronym(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_all_capitals(at) && (2..=LONGEST).contains(&letters(tokens.text(at)).len())
}

fn letters(word: &str) -> Vec<char> {
    folded(word).chars().filter(|c| c.is_alphabetic()).collect()
}

fn expansion(tokens: &Tokens<'_>, at: usize) -> Option<Span> {
    if !is_acronym(tokens, at) {
        return None;
    }
    if tokens.before(at) == "(" && tokens.reads(at + 1, words!(")")) {
        return spelled_before(tokens, at, at - 1);
    }
    let start = match (tokens.folded(at + 1), tokens.folded(at + 2)) {
        ("(", _) => at + 2,
        ("," | "—" | "–", "the" | "or" | "our") => at + 3,
        _ => return None,
    };
    spelled_from(tokens, at, start)
}

/// Words between the spelled-out ones that give no letter.
fn is_skipped(word: &str) -> bool {
    words!("of and for the in on to & -").contain(word)
}

/// The words that end before `end` and begin with the letters of the acronym.
fn spelled_before(tokens: &Tokens<'_>, acronym: usize, end: usize) -> Option<Span> {
    let mut at = end;
    for &letter in letters(tokens.text(acronym)).iter().rev() {
        at = at.checked_sub(1)?;
        while is_skipped(tokens.folded(at)) && !tokens.folded(at).starts_with(letter) {
            at = at.checked_sub(1)?;
        }
        if !tokens.is(at, Kind::Word) || !tokens.folded(at).starts_with(letter) {
            return None;
        }
    }
    Some(tokens.span(at..end))
}

fn spelled_from(tokens: &Tokens<'_>, acronym: usize, start: usize) -> Option<Span> {
    let mut at = start;
    for letter in letters(tokens.text(acronym)) {
        while at > start && is_skipped(tokens.folded(at)) && !tokens.folded(at).starts_with(letter) {
            at += 1;
        }
        if !tokens.is(at, Kind::Word) || !tokens.folded(at).starts_with(letter) {
            return None;
        }
        at += 1;
    }
    Some(tokens.span(start..at))
}
