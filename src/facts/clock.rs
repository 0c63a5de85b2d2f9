//! Times of day: `3 p.m.`, `10:30 a.m.`, `15:00`, `5 o'clock`, `at noon`.

use super::calendar::two;
use super::date::Read;
use super::number::digits;
use super::tokens::{Kind, Tokens};
use crate::language::words;

pub fn time_at(tokens: &Tokens<'_>, start: usize) -> Option<Read> {
    if !tokens.is(start, Kind::Number) && !tokens.reads(start, words!("noon midday midnight")) {
        return None;
    }
    let led = tokens.follows(start, words!("at by before until till from after around"));
    match tokens.folded(start) {
        "noon" | "midday" if led => return Some(Read::exact(start + 1, "T12:00".to_owned())),
        "midnight" if led => return Some(Read::exact(start + 1, "T00:00".to_owned())),
        _ => {}
    }
    let hour = two_digits(tokens, start).filter(|&hour| hour < 25)?;
    let mut at = start + 1;
    let mut minute = None;
    if tokens.reads(at, words!(":")) && tokens.is_joined(at) && tokens.is_joined(at + 1) {
        minute = two_digits(tokens, at + 1).filter(|&minute| minute < 60 && tokens.folded(at + 1).len() == 2);
        minute?;
        at += 2;
    }
    let hour_of_day = match tokens.folded(at) {
        "a.m." | "am" if (1..=12).contains(&hour) => hour % 12,
        "p.m." | "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
        "o'clock" | "o’clock" if hour <= 12 => {
            return Some(Read { end: at + 1, iso: None, relative: false });
        }
        // "15:00" is certain, "3:15" may be either half of the day, and "3:16" a verse.
        _ if minute.is_some() && led && hour < 24 => {
            let certain = hour > 12 || tokens.folded(start).len() == 2 && hour < 10;
            let iso = certain.then(|| time(hour, minute));
            return Some(Read { end: at, iso, relative: false });
        }
        _ => return None,
    };
    Some(Read::exact(at + 1, time(hour_of_day, minute)))
}

fn two_digits(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    let short = tokens.is(at, Kind::Number) && tokens.folded(at).len() <= 2;
    short.then(|| digits(tokens.folded(at))?.whole())?.map(|number| number as u32)
}

fn time(hour: u32, minute: Option<u32>) -> String {
    ["T", &*two(hour), ":", &two(minute.unwrap_or(0))].concat()
}
