//! Dates that count from the day of the transcript: `tomorrow`, `on Friday`, `in two weeks`, `next year`, `by the end
//! of the month`.

use super::calendar::Day;
use super::date::Read;
use super::lexicon::Lexicon;
use super::number::amount_at;
use super::tokens::Tokens;
use crate::decimal;
use crate::language::words;

/// Longer times ("a thousand years ago") are figures of speech.
const LONGEST: u64 = 1000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn of(word: &str) -> Option<Self> {
        match word {
            "day" | "days" => Some(Self::Day),
            "week" | "weeks" => Some(Self::Week),
            "month" | "months" => Some(Self::Month),
            "year" | "years" => Some(Self::Year),
            _ => None,
        }
    }

    fn from(self, today: Day, number: i64) -> Day {
        match self {
            Self::Day => today.plus_days(number),
            Self::Week => today.plus_days(number * 7),
            Self::Month => today.plus_months(number),
            Self::Year => today.plus_months(number * 12),
        }
    }

    /// The day, week, month or year that `day` is in.
    fn name(self, day: Day) -> String {
        match self {
            Self::Day => day.iso(),
            Self::Week => day.iso_week(),
            Self::Month => day.iso_month(),
            Self::Year => decimal::of(day.year),
        }
    }
}

pub fn date_at(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize, today: Option<Day>) -> Option<Read> {
    named_day(tokens, at, today)
        .or_else(|| weekday(tokens, lexicon, at, today))
        .or_else(|| this_last_next(tokens, at, today))
        .or_else(|| end_of(tokens, at, today))
        .or_else(|| counted(tokens, lexicon, at, today))
}

/// `yesterday`, `tomorrow`, `tonight`; `today` where it opens the sentence or a preposition stands before it, not that
/// of "young people today".
fn named_day(tokens: &Tokens<'_>, at: usize, today: Option<Day>) -> Option<Read> {
    if !tokens.reads(at, words!("yesterday tomorrow tonight today this last")) {
        return None;
    }
    let days = match tokens.folded(at) {
        "yesterday" => -1,
        "tomorrow" => 1,
        "tonight" => 0,
        "today" => {
            let opens = at == 0 || (at == 1 && tokens.follows(at, words!("and so but")));
            let led = tokens.follows(at, words!("later earlier until by from before"));
            if !opens && !led {
                return None;
            }
            0
        }
        "this" if tokens.reads(at + 1, words!("morning afternoon evening")) => {
            return Some(Read::relative(at + 2, today.map(Day::iso)));
        }
        "last" if tokens.reads(at + 1, words!("night")) => {
            return Some(Read::relative(at + 2, today.map(|today| today.plus_days(-1).iso())));
        }
        _ => return None,
    };
    // "today's world", "tomorrow's leaders"
    if tokens.reads(at + 1, words!("'s")) && tokens.is_joined(at + 1) {
        return None;
    }
    let part = tokens.reads(at + 1, words!("morning afternoon evening night"));
    Some(Read::relative(at + 1 + usize::from(part), today.map(|today| today.plus_days(days).iso())))
}

/// `Friday`, `next Friday`, `last Friday`; the tense decides where nothing else does.
fn weekday(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, today: Option<Day>) -> Option<Read> {
    let worded = tokens.reads(start, words!("last next this coming"));
    let at = start + usize::from(worded);
    if !tokens.is_capital(at) {
        return None;
    }
    let day = lexicon.weekdays.get(tokens.folded(at))?.parse::<u32>().ok()?;
    let day = i64::from(day);
    // "April Sunday" and "Ruby Friday" are people, "Sunday Mirror" is a paper, "Super Tuesday" has its own day.
    let named =
        (!worded && at > 0 && tokens.is_capital(at - 1) && !lexicon.stop_words.contains(tokens.before(at)))
            || tokens.is_capital(at + 1);
    if named || tokens.reads(at + 1, words!("'s")) {
        return None;
    }
    let part = tokens.reads(at + 1, words!("morning afternoon evening night"));
    let end = at + 1 + usize::from(part);
    let iso = today.and_then(|today| {
        let ahead = (day - today.weekday()).rem_euclid(7);
        let coming = if ahead == 0 { 7 } else { ahead };
        let gone = ahead - 7;
        let days = match if worded { tokens.folded(start) } else { tokens.before(start) } {
            "last" | "since" => gone,
            // Of the week after this one.
            "next" => 7 - today.weekday() + day,
            "this" | "coming" | "by" | "until" | "till" | "starting" | "beginning" | "from" => coming,
            _ if speaks_of_the_future(tokens) => coming,
            _ if speaks_of_the_past(tokens, lexicon) => gone,
            _ => return None,
        };
        Some(today.plus_days(days).iso())
    });
    Some(Read::relative(end, iso))
}

fn speaks_of_the_future(tokens: &Tokens<'_>) -> bool {
    (0..tokens.len()).any(|at| tokens.reads(at, words!("will 'll shall going")))
}

fn speaks_of_the_past(tokens: &Tokens<'_>, lexicon: &Lexicon) -> bool {
    (0..tokens.len()).any(|at| {
        let word = tokens.folded(at);
        lexicon.past.contains(word) || (word.len() > 4 && word.ends_with("ed"))
    })
}

/// `next week`, `last month`, `this year`, `later this year`, `earlier this month`.
fn this_last_next(tokens: &Tokens<'_>, start: usize, today: Option<Day>) -> Option<Read> {
    let at = start + usize::from(tokens.reads(start, words!("later earlier early late")));
    let number = if tokens.reads(at, words!("last")) {
        -1
    } else if tokens.reads(at, words!("this")) {
        0
    } else if tokens.reads(at, words!("next")) {
        1
    } else {
        return None;
    };
    let unit = Unit::of(tokens.folded(at + 1)).filter(|&unit| unit != Unit::Day)?;
    // "this year's budget" names the budget, "next week" alone the week.
    if tokens.reads(at + 1, words!("weeks months years")) {
        return None;
    }
    Some(Read::relative(at + 2, today.map(|today| unit.name(unit.from(first_of(unit, today), number)))))
}

/// A day that every month has.
fn first_of(unit: Unit, today: Day) -> Day {
    if unit == Unit::Week { today } else { Day { day: 1, ..today } }
}

/// `by the end of the month`, `the end of this year`, `the end of next week`.
fn end_of(tokens: &Tokens<'_>, start: usize, today: Option<Day>) -> Option<Read> {
    let at = start + usize::from(tokens.reads(start, words!("the")));
    if !tokens.read(at, &[words!("end"), words!("of")]) {
        return None;
    }
    let number = match tokens.folded(at + 2) {
        "the" | "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let calendar = usize::from(tokens.reads(at + 3, words!("calendar")));
    let unit = Unit::of(tokens.folded(at + 3 + calendar))?;
    let name = |today: Day| {
        let within = unit.from(first_of(unit, today), number);
        match unit {
            Unit::Day => within.iso(),
            Unit::Week => within.plus_days(6 - within.weekday()).iso(),
            Unit::Month => within.plus_months(1).plus_days(-1).iso(),
            Unit::Year => Day { year: within.year, month: 12, day: 31 }.iso(),
        }
    };
    Some(Read::relative(at + 4 + calendar, today.map(name)))
}

/// `in two weeks`, `within 30 days`, `three years ago`, `over the next five years`.
fn counted(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize, today: Option<Day>) -> Option<Read> {
    let preposition = tokens.folded(start);
    let the_next = tokens.reads(start + 1, words!("the")) && tokens.reads(start + 2, words!("next coming"));
    let led = tokens.reads(start, words!("in within"));
    let spanned = the_next && (led || tokens.reads(start, words!("over during for")));
    let at = if spanned {
        start + 3
    } else if led {
        start + 1
    } else {
        start
    };
    let (number, unit_at) = match amount_at(tokens, lexicon, at) {
        Some((number, end)) => (number.whole()?, end),
        None if tokens.reads(at, words!("a an")) => (1, at + 1),
        None => return None,
    };
    if number > LONGEST {
        return None;
    }
    let number = number as i64;
    let unit = Unit::of(tokens.folded(unit_at))?;
    let mut end = unit_at + 1;
    let ago = tokens.reads(end, words!("ago"));
    let from_now = tokens.read(end, &[words!("from"), words!("now")]);
    let owned = tokens.reads(end, words!("'")) || tokens.is_dash(unit_at - 1);
    if owned || !(ago || from_now || led || spanned) {
        return None;
    }
    // "in four years" tells when only if it is ahead: "We built more in four years than ..." tells how long it took.
    if led && !ago && !from_now && preposition == "in" && !spanned && !speaks_of_the_future(tokens) {
        return None;
    }
    end += if ago {
        1
    } else if from_now {
        2
    } else {
        0
    };
    let iso = today.map(|today| {
        let day = unit.from(today, if ago { -number } else { number });
        if spanned || preposition == "within" {
            [&*today.iso(), "/", &day.iso()].concat()
        } else if unit == Unit::Week {
            day.iso_week()
        } else {
            unit.name(day)
        }
    });
    Some(Read::relative(end, iso))
}
