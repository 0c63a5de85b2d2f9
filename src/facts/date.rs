//! Dates that say themselves which day, month or year they mean.

use std::ops::Range;

use super::calendar::{Day, two};
use super::lexicon::Lexicon;
use super::number::digits;
use super::tokens::{Kind, Tokens};
use super::{DateValue, FactKind, FactValue, Found, clock, relative};
use crate::decimal;
use crate::language::{Words, words};

const YEARS: Range<u64> = 1500..2101;

/// What a date or time may begin with, besides a number and a capital.
const FIRST_WORDS: Words = words!(
    "the early mid late summer winter spring autumn fall end beginning start middle q1 q2 q3 q4 first second third \
     fourth last final fiscal noon midday midnight yesterday tomorrow tonight today this next coming later earlier in \
     within over during for a an"
);

/// The dates and times of a sentence, in order, not overlapping. Those that need `today` are marked relative; without
/// it they are not resolved.
pub fn find(tokens: &Tokens<'_>, lexicon: &Lexicon, today: Option<Day>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = if may_begin(tokens, lexicon, at) { read_at(tokens, lexicon, at, today) } else { None };
        at = match read {
            Some(read) => {
                let end = read.end;
                found.push(read.found(tokens, at));
                end
            }
            None => at + 1,
        };
    }
    found
}

/// Whether a date or time may begin with the token: with most words none does, and one look spares a dozen.
fn may_begin(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> bool {
    tokens.is(at, Kind::Number)
        || tokens.is_capital(at)
        || tokens.reads(at, FIRST_WORDS)
        || lexicon.numbers.get(tokens.folded(at)).is_some()
}

fn read_at(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize, today: Option<Day>) -> Option<Read> {
    absolute(tokens, lexicon, at, today)
        .or_else(|| clock::time_at(tokens, at))
        .or_else(|| relative::date_at(tokens, lexicon, at, today))
}

/// A date that has been read.
pub struct Read {
    pub end: usize,
    pub iso: Option<String>,
    pub relative: bool,
}

impl Read {
    pub fn exact(end: usize, iso: String) -> Self {
        Self { end, iso: Some(iso), relative: false }
    }

    /// A date that needs the transcript's date, which gave `iso`, or nothing.
    pub fn relative(end: usize, iso: Option<String>) -> Self {
        Self { end, iso, relative: true }
    }

    fn found(self, tokens: &Tokens<'_>, start: usize) -> Found {
        let value = DateValue { resolved: self.relative && self.iso.is_some(), iso: self.iso };
        let found = Found::new(tokens, start..self.end, FactKind::Date, Some(FactValue::Date(value)));
        Found { relative: self.relative, ..found }
    }
}

fn absolute(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize, today: Option<Day>) -> Option<Read> {
    numeric(tokens, at)
        .or_else(|| day_of_month(tokens, lexicon, at, today))
        .or_else(|| part_of(tokens, lexicon, at))
        .or_else(|| quarter(tokens, at))
        .or_else(|| month_alone(tokens, lexicon, at))
        .or_else(|| years(tokens, lexicon, at))
}

/// A month's name and the index behind it; `day` tells whether a day stands beside it, which abbreviations need.
struct Month {
    number: u32,
    /// Also a word or a first name.
    ambiguous: bool,
    abbreviated: bool,
    end: usize,
}

fn month_at(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<Month> {
    // "march" is a demonstration and "may" a verb.
    if !tokens.is_capital(at) {
        return None;
    }
    let value = lexicon.months.get(tokens.folded(at))?;
    let abbreviated = value.ends_with('.');
    let end = if abbreviated && tokens.reads(at + 1, words!(".")) { at + 2 } else { at + 1 };
    let number =
        value.bytes().filter(u8::is_ascii_digit).fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
    Some(Month { number, ambiguous: value.ends_with('?'), abbreviated, end })
}

/// `3`, `3rd`; not the `3` of `3,000` or `3%`.
fn day_at(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    if !tokens.is(at, Kind::Number) || tokens.folded(at).len() > 2 {
        return None;
    }
    let day = digits(tokens.folded(at))?.whole().filter(|day| (1..=31).contains(day))? as u32;
    let ordinal = tokens.reads(at + 1, words!("st nd rd th")) && tokens.is_joined(at + 1);
    Some((day, if ordinal { at + 2 } else { at + 1 }))
}

pub fn year_at(tokens: &Tokens<'_>, at: usize) -> Option<i64> {
    let text = tokens.folded(at);
    let alone = !tokens.reads(at + 1, words!("s th %")) || !tokens.is_joined(at + 1);
    (tokens.is(at, Kind::Number) && text.len() == 4 && alone)
        .then(|| digits(text)?.whole().filter(|year| YEARS.contains(year)))
        .flatten()
        .map(|year| year as i64)
}

/// A year behind a month or day, with or without a comma or `of`.
fn year_behind(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    let skipped = tokens.reads(at, words!(", of"));
    [Some(at), skipped.then_some(at + 1)]
        .into_iter()
        .flatten()
        .find_map(|at| year_at(tokens, at).map(|year| (year, at + 1)))
}

/// `2031-05-03`, `5/13/2031`.
fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<Read> {
    let numbers = [at, at + 2, at + 4]
        .map(|at| if tokens.is(at, Kind::Number) { digits(tokens.folded(at))?.whole() } else { None });
    let [Some(first), Some(second), Some(third)] = numbers else { return None };
    if !(at + 1..at + 5).all(|at| tokens.is_joined(at)) || tokens.folded(at + 1) != tokens.folded(at + 3) {
        return None;
    }
    match tokens.folded(at + 1) {
        "-" => Some(Read::exact(at + 5, Day::new(first as i64, second as u32, third as u32)?.iso())),
        "/" if YEARS.contains(&third) => {
            let day = |month: u64, day: u64| Day::new(third as i64, month as u32, day as u32);
            match (day(first, second), day(second, first)) {
                // Which of the two is the month depends on the country.
                (Some(_), Some(_)) if first != second => {
                    Some(Read { end: at + 5, iso: None, relative: false })
                }
                (Some(day), _) | (None, Some(day)) => Some(Read::exact(at + 5, day.iso())),
                (None, None) => None,
            }
        }
        _ => None,
    }
}

/// `Monday, May 3, 2031`, `3 May`, `the 3rd of May`, `May 3-5`, `Sept. 9`.
fn day_of_month(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, today: Option<Day>) -> Option<Read> {
    let mut at = start;
    if tokens.is_capital(at) && lexicon.weekdays.get(tokens.folded(at)).is_some() {
        at += 1;
        at += usize::from(tokens.reads(at, words!(",")));
        at += usize::from(tokens.reads(at, words!("the")));
    }
    if tokens.reads(at, words!("the")) {
        at += 1;
    }
    let (month, day, mut end) = if let Some(month) = month_at(tokens, lexicon, at) {
        let the = usize::from(tokens.reads(month.end, words!("the")));
        let (day, end) = day_at(tokens, month.end + the)?;
        (month, day, end)
    } else {
        let (day, end) = day_at(tokens, at)?;
        let of = usize::from(tokens.reads(end, words!("of")));
        let month = month_at(tokens, lexicon, end + of)?;
        let end = month.end;
        (month, day, end)
    };
    // "May 12 million" is money, "March 40 miles" a walk.
    let counted = tokens.reads(end, words!("% million billion percent per"));
    if counted || Day::new(2032, month.number, day).is_none() {
        return None;
    }
    let mut last = day;
    let dash = tokens.is_dash(end) && tokens.is_joined(end);
    if dash && let Some((to, behind)) = day_at(tokens, end + 1).filter(|&(to, _)| to > day) {
        (last, end) = (to, behind);
    }
    let name = |year| {
        let first = Day::new(year, month.number, day)?.iso();
        let last = Day::new(year, month.number, last)?.iso();
        Some(if first == last { first } else { [&*first, "/", &last].concat() })
    };
    if let Some((year, end)) = year_behind(tokens, end) {
        return Some(Read { end, iso: name(year), relative: false });
    }
    // Without a year it is the one nearest to the day of the transcript.
    let near = today.and_then(|today| {
        (-1..=1)
            .filter_map(|more| Day::new(today.year + more, month.number, day))
            .min_by_key(|day| (day.days_from(today).abs(), day.year))
    });
    Some(Read { end, iso: near.and_then(|day| name(day.year)), relative: false })
        .map(|read| Read { relative: read.iso.is_some(), ..read })
}

/// `early 2031`, `mid-May 2031`, `end of 2031`, `summer of 2031`: given out as the whole.
fn part_of(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<Read> {
    let season = words!("summer winter spring autumn fall");
    let stage = words!("end beginning start middle");
    let named = |at: usize| tokens.reads(at, stage) || tokens.reads(at, season);
    let at = start + usize::from(tokens.reads(start, words!("the")) && named(start + 1));
    let behind = if tokens.reads(at, words!("early mid late")) {
        at + 1 + usize::from(tokens.reads(at + 1, words!("- ‑ –")))
    } else if tokens.reads(at, season) {
        at + 1 + usize::from(tokens.reads(at + 1, words!("of")))
    } else if tokens.reads(at, stage) && tokens.reads(at + 1, words!("of")) {
        at + 2
    } else {
        return None;
    };
    if let Some(year) = year_at(tokens, behind) {
        return Some(Read::exact(behind + 1, decimal::of(year)));
    }
    let month = month_at(tokens, lexicon, behind).filter(|month| !month.abbreviated)?;
    match year_behind(tokens, month.end) {
        Some((year, end)) => Some(Read::exact(end, Day::new(year, month.number, 1)?.iso_month())),
        None => Some(Read { end: month.end, iso: None, relative: false }),
    }
}

/// `the second quarter of 2031`, `Q2 2031`, `the first half of 2031`.
fn quarter(tokens: &Tokens<'_>, start: usize) -> Option<Read> {
    let at = start + usize::from(tokens.reads(start, words!("the")));
    if !tokens.reads(at + 1, words!("quarter half")) && !tokens.reads(at, words!("q1 q2 q3 q4")) {
        return None;
    }
    let (first, months, behind) = match (tokens.folded(at), tokens.folded(at + 1)) {
        ("q1", _) => (1, 3, at + 1),
        ("q2", _) => (4, 3, at + 1),
        ("q3", _) => (7, 3, at + 1),
        ("q4", _) => (10, 3, at + 1),
        ("first", "quarter") => (1, 3, at + 2),
        ("second", "quarter") => (4, 3, at + 2),
        ("third", "quarter") => (7, 3, at + 2),
        ("fourth" | "last" | "final", "quarter") => (10, 3, at + 2),
        ("first", "half") => (1, 6, at + 2),
        ("second", "half") => (7, 6, at + 2),
        _ => return None,
    };
    let (year, end) = year_behind(tokens, behind)?;
    let last = first + months - 1;
    let year = decimal::of(year);
    Some(Read::exact(end, [&*year, "-", &two(first), "/", &year, "-", &two(last)].concat()))
}

/// `May 2031`; `in May`, `the March meeting`, but not "May I", "Theresa May", "April Sunday", "March for Peace".
fn month_alone(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<Read> {
    let month = month_at(tokens, lexicon, at).filter(|month| !month.abbreviated)?;
    if let Some((year, end)) = year_behind(tokens, month.end) {
        return Some(Read::exact(end, Day::new(year, month.number, 1)?.iso_month()));
    }
    let before = tokens.before(at);
    let led = lexicon.date_prepositions.contains(before);
    let capital_behind = tokens.is_capital(month.end) && !tokens.is_joined(month.end);
    let attribute = tokens.follows(at, words!("the our last next this"))
        && tokens.is(month.end, Kind::Word)
        && !capital_behind
        && !lexicon.stop_words.contains(tokens.folded(month.end));
    let certain = if month.ambiguous {
        (led && before != "to" && before != "and") || attribute
    } else {
        led || attribute
    };
    (certain && !capital_behind).then_some(Read { end: month.end, iso: None, relative: false })
}

/// `since 2008`, `2024-25`, `fiscal year 2031`, `the 1990s`, `the 2031 budget`.
fn years(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<Read> {
    if tokens.read(start, &[words!("fiscal"), words!("year")]) {
        let year = year_at(tokens, start + 2)?;
        return Some(Read::exact(start + 3, decimal::of(year)));
    }
    if tokens.is(start, Kind::Number)
        && tokens.reads(start + 1, words!("s 's"))
        && tokens.is_joined(start + 1)
    {
        let first =
            digits(tokens.folded(start))?.whole().filter(|year| YEARS.contains(year) && year % 10 == 0)?;
        let last = if first % 100 == 0 && tokens.reads(start + 1, words!("'s")) { first } else { first + 9 };
        return Some(Read::exact(
            start + 2,
            [&*decimal::of(first as i64), "/", &decimal::of(last as i64)].concat(),
        ));
    }
    let year = year_at(tokens, start)?;
    let link = start + 1;
    let linked = (tokens.is_dash(link) || tokens.reads(link, words!("/")))
        && tokens.is_joined(link)
        && tokens.is_joined(link + 1);
    if linked && tokens.is(link + 1, Kind::Number) {
        let text = tokens.folded(link + 1);
        let next = digits(text)?.whole()? as i64;
        let last = match text.len() {
            2 => year - year % 100 + next,
            4 => next,
            _ => return None,
        };
        return (last > year && last <= year + 100)
            .then(|| Read::exact(link + 2, [&*decimal::of(year), "/", &decimal::of(last)].concat()));
    }
    let before = tokens.before(start);
    let joined = tokens.is_joined(start) && !matches!(before, "(" | "“" | "\"" | "‘");
    let range = tokens.follows(start, words!("to and"))
        && start.checked_sub(2).is_some_and(|at| year_at(tokens, at).is_some());
    let led = range || lexicon.year_prepositions.contains(before);
    // "in 2000 homes" counts homes.
    let counts = |noun: &str| noun.ends_with('s') && noun.len() > 3 && !lexicon.stop_words.contains(noun);
    let counted = led && counts(tokens.folded(start + 1)) && !tokens.is_joined(start + 1);
    let attribute = tokens.follows(start, words!("the our this"))
        && (1900..2051).contains(&year)
        && tokens.is(start + 1, Kind::Word)
        && !counts(tokens.folded(start + 1));
    ((led && !counted || attribute) && !joined).then(|| Read::exact(start + 1, decimal::of(year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Span;

    #[test]
    fn no_date_begins_with_a_word_that_none_may_begin_with() {
        let lexicon = Lexicon::english();
        let today = Day::parse("2031-05-07");
        let mut dates = 0;
        for sentence in include_str!("../../tests/fixtures/facts/dates.txt").lines() {
            let tokens = Tokens::of(sentence, Span::new(0, sentence.len()), &[]);
            for at in (0..tokens.len()).filter(|&at| read_at(&tokens, lexicon, at, today).is_some()) {
                assert!(may_begin(&tokens, lexicon, at), "{} in {sentence}", tokens.text(at));
                dates += 1;
            }
        }
        assert!(dates > 100);
    }
}
