//! Figures: a number with its unit, its hedge and the other end of its range.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::number::{Amount, Form, TIME_UNITS, amount_at};
use super::tokens::{Kind, Tokens};
use super::{FactKind, FactValue, Figure, Found, is_taken};
use crate::language::words;

/// Spelled-out numbers up to here are figures only with a unit or something counted ("three new hospitals").
const SMALL: u64 = 12;
/// Four digits in this range are a year unless something says otherwise.
const YEARS: Range<u64> = 1900..2051;
const LONGEST_HEDGE: usize = 5;
const LONGEST_UNIT: usize = 3;
const MOST_ADJECTIVES: usize = 2;

pub fn find(tokens: &Tokens<'_>, lexicon: &Lexicon, taken: &[bool]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((amount, end)) = figure_at(tokens, lexicon, at) else {
            at += 1;
            continue;
        };
        if let Some(figure) = amount.filter(|figure| !is_taken(taken, figure.tokens.clone())) {
            found.push(figure);
        }
        at = end.max(at + 1);
    }
    found
}

/// One side of a figure.
struct Side {
    amount: Amount,
    /// The index of the sign or number that it begins with.
    start: usize,
    sign: Option<&'static str>,
    unit: Option<&'static str>,
    end: usize,
}

/// The figure at `at`, if there is one, and the index behind the number that stands there in any case.
fn figure_at(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<(Option<Found>, usize)> {
    let mut first = side_at(tokens, lexicon, at)?;
    if is_name_or_rank(tokens, lexicon, first.start, first.end) {
        return Some((None, chain_end(tokens, first.end)));
    }
    let mut last = range_end(tokens, lexicon, &first);
    let mut end = last.as_ref().map_or(first.end, |last| last.end);
    // "8 to 10 per cent": the unit of the second number is that of both.
    let unit = last.as_ref().and_then(|last| last.sign.or(last.unit)).or(first.sign).or(first.unit);
    if last.is_some() && unit.is_none() && joined_by_dash(tokens, first.end) {
        // "a 3-2 win", "555-0142"
        return Some((None, chain_end(tokens, end)));
    }
    let mut unit = unit.map(str::to_owned);
    if unit.is_none()
        && let Some((counted, behind)) = counted_noun(tokens, lexicon, end)
    {
        unit = Some(counted);
        end = behind;
    }
    if tokens.is_dash(end) && tokens.is_joined(end) && tokens.reads(end + 1, words!("old")) {
        // "a 12-year-old boy"
        return Some((None, end + 2));
    }
    let (mut start, mut hedge) = (first.start, None);
    if let Some((from, code)) = tokens.longest_before(start, LONGEST_HEDGE, &lexicon.hedges) {
        // "over three years" tells how long, not how many.
        let span_of_time = tokens.phrase(from..start) == "over" && unit.as_deref().is_some_and(is_time);
        if !span_of_time {
            (start, hedge) = (from, Some(code));
        }
    }
    if let Some(code) = hedge_behind(tokens, end) {
        hedge = Some(code);
        end += 2;
    }
    if last.is_some() && tokens.follows(start, words!("from between")) {
        start -= 1;
    }
    if !is_worth_it(tokens, lexicon, &first, unit.as_deref(), hedge.is_some()) {
        return Some((None, end));
    }
    if let Some(last) = &mut last {
        share_magnitude(&mut first, last);
    }
    let value =
        Figure { number: first.amount.value(), to: last.map(|last| last.amount.value()), unit, hedge };
    Some((Some(Found::new(tokens, start..end, FactKind::Figure, Some(FactValue::Figure(value)))), end))
}

fn side_at(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<Side> {
    let sign = tokens.longest(at, 2, &lexicon.currency_signs);
    let number = sign.map_or(at, |(behind, _)| behind);
    let (amount, end) = amount_at(tokens, lexicon, number)?;
    let unit_at = if tokens.is_dash(end) && tokens.is_joined(end) { end + 1 } else { end };
    let unit = tokens.longest(unit_at, LONGEST_UNIT, &lexicon.units);
    // Behind a hyphen the singular is as good ("a 12-month plan"), elsewhere it needs a one ("1 mile", "a third of a mile").
    let sign = sign.map(|(_, sign)| sign);
    let (end, unit) = match unit {
        Some((behind, unit)) if sign.is_none() => (behind, Some(unit)),
        _ => (end, None),
    };
    Some(Side { amount, start: at, sign, unit, end })
}

/// The second number of `5 to 8`, `5–8`, `between 5 and 8`.
fn range_end(tokens: &Tokens<'_>, lexicon: &Lexicon, first: &Side) -> Option<Side> {
    let link = first.end;
    let linked = match tokens.folded(link) {
        "to" => true,
        "and" => first.start.checked_sub(1).is_some_and(|before| tokens.reads(before, words!("between"))),
        _ => joined_by_dash(tokens, link),
    };
    if !linked || first.amount.is_share() {
        return None;
    }
    let last = side_at(tokens, lexicon, link + 1)?;
    let same = first.unit.is_none() || first.unit == last.unit;
    (same && !(tokens.reads(link, words!("to")) && first.sign.is_none() && last.sign.is_some()))
        .then_some(last)
}

fn joined_by_dash(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_dash(at) && tokens.is_joined(at) && tokens.is_joined(at + 1)
}

/// "from 5 to 8 million" is from 5 million on.
fn share_magnitude(first: &mut Side, last: &mut Side) {
    let (Some(low), Some(high)) = (first.amount.whole(), last.amount.whole()) else { return };
    let mut factor = 1_000_000_000_000;
    while factor >= 1000 {
        if last.amount.large && !first.amount.large && high >= factor && low < 1000 {
            first.amount = first.amount.scaled(factor);
            return;
        }
        factor /= 1000;
    }
}

/// `COVID-19`, `Article 5`, `No. 10`, `24/7`, `3:15`, `21st`, `1990s`, `5G`, `1.` at the start of a line.
fn is_name_or_rank(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, end: usize) -> bool {
    let joined_before = tokens.is_joined(start) && {
        let sign = tokens.before(start);
        tokens.is_dash(start - 1)
            && start >= 2
            && tokens.is_joined(start - 1)
            && !tokens.is(start - 2, Kind::Sign)
            || words!("/ : . # ' ’").contain(sign)
            || start.checked_sub(1).is_some_and(|before| !tokens.is(before, Kind::Sign))
    };
    let label = if tokens.follows(start, words!(". #")) { start.saturating_sub(1) } else { start };
    let labelled = lexicon.number_labels.contains(tokens.before(label));
    let ranked = tokens.is(end, Kind::Word) && tokens.is_joined(end) && tokens.is(end - 1, Kind::Number);
    let clock = tokens.reads(end, words!("/ :")) && tokens.is_joined(end) && tokens.is_joined(end + 1);
    let listed = start == 0 && tokens.reads(end, words!(". )")) && end + 1 < tokens.len();
    joined_before || labelled || ranked || clock || listed
}

/// The end of a chain of numbers joined by signs (`555-0142-33`, `12/05/31`).
fn chain_end(tokens: &Tokens<'_>, mut end: usize) -> usize {
    while tokens.is(end, Kind::Sign)
        && tokens.is_joined(end)
        && tokens.is_joined(end + 1)
        && tokens.is(end + 1, Kind::Number)
    {
        end += 2;
    }
    end
}

/// What is counted, right behind the number or behind a few adjectives: `jobs` of "125,000 new jobs".
fn counted_noun(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<(String, usize)> {
    for noun in at..=at + MOST_ADJECTIVES {
        let word = tokens.folded(noun);
        if !tokens.is(noun, Kind::Word) || tokens.is_capital(noun) || tokens.is_joined(noun) {
            return None;
        }
        if lexicon.units.get(word).is_some() || (is_plural(word) && !lexicon.stop_words.contains(word)) {
            let counts = !lexicon.not_counted.contains(word);
            return counts.then(|| (word.to_owned(), noun + 1));
        }
        if lexicon.stop_words.contains(word) && word != "more" {
            return None;
        }
    }
    None
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending))
}

/// `or more`, `or less`, `or so` behind the figure.
fn hedge_behind(tokens: &Tokens<'_>, at: usize) -> Option<&'static str> {
    match (tokens.folded(at), tokens.folded(at + 1)) {
        ("or", "more") => Some("at-least"),
        ("or", "less" | "fewer") => Some("at-most"),
        ("or", "so") => Some("about"),
        _ => None,
    }
}

fn is_time(unit: &str) -> bool {
    TIME_UNITS.contain(unit)
}

/// Whether the number says something that a reporter would quote.
fn is_worth_it(
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
    side: &Side,
    unit: Option<&str>,
    hedged: bool,
) -> bool {
    let amount = side.amount;
    let money = side.sign.is_some();
    let whole = amount.whole().unwrap_or(u64::MAX);
    let measured = money || side.unit.is_some();
    match amount.form {
        _ if amount.large => true,
        Form::Written => true,
        Form::Digits if !measured && !hedged && YEARS.contains(&whole) => false,
        // "300 of them"
        Form::Digits => measured || unit.is_some() || hedged || tokens.reads(side.end, words!("of")),
        // "one day", "in one week": ways of speaking.
        Form::Spelled if whole <= 1 => side.unit.is_some_and(|unit| !is_time(unit)) && measured,
        Form::Spelled if whole <= SMALL => {
            unit.is_some() && !lexicon.determiners.contains(tokens.before(side.start))
        }
        Form::Spelled => unit.is_some() || hedged,
    }
}
