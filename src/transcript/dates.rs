//! Dates as the head of a document writes them: `12 May 2031`, `May 12, 2031`, `2031-05-12`.

use crate::outline::Span;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A date, where it stands, and as `YYYY-MM-DD` if it is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    pub span: Span,
    pub iso: Option<String>,
}

/// The first date in `text`; the span counts from `offset`.
pub fn find(text: &str, offset: usize) -> Option<Date> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(|c: char| !c.is_alphanumeric()).chain([(text.len(), "")]) {
        if let Some(word) = text.get(from..at).filter(|word| !word.is_empty()) {
            words.push((from, word));
        }
        from = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    for three in words.windows(3) {
        let [(start, a), (_, b), (last, c)] = three else { continue };
        let between = text.get(*start..*last).unwrap_or_default();
        if between.len() > a.len() + b.len() + 8 || between.contains('\n') {
            continue;
        }
        let parts = match (day(a), month(a), year(a)) {
            (Some(day), ..) => month(b).zip(year(c)).map(|(month, year)| (year, month, day)),
            (_, Some(month), _) => day_then_year(b, c).map(|(day, year)| (year, month, day)),
            (.., Some(year)) if between.matches('-').count() == 2 => {
                numeric(b, c).map(|(month, day)| (year, month, day))
            }
            _ => None,
        };
        let span = Span::new(offset + start, offset + last + c.len());
        if let Some((year, month, day)) = parts {
            return Some(Date { span, iso: Some(format!("{year}-{month:02}-{day:02}")) });
        }
        // 5/12/2031 may be in May or in December.
        if between.matches('/').count() == 2
            && let (Some(first), Some(second), Some(year)) = (number(a, 31), number(b, 31), year(c))
        {
            let iso = match (first, second) {
                (13.., 1..=12) => Some(format!("{year}-{second:02}-{first:02}")),
                (1..=12, 13..) => Some(format!("{year}-{first:02}-{second:02}")),
                _ => None,
            };
            return Some(Date { span, iso });
        }
    }
    None
}

fn day_then_year(day_word: &str, year_word: &str) -> Option<(u32, u32)> {
    day(day_word).zip(year(year_word))
}

fn numeric(month: &str, day_word: &str) -> Option<(u32, u32)> {
    number(month, 12).zip(number(day_word, 31))
}

/// `12`, `12th`
fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = word.get(digits.len()..)?;
    ["", "st", "nd", "rd", "th"].contains(&ending).then(|| number(digits, 31)).flatten()
}

fn year(word: &str) -> Option<u32> {
    number(word, 2100).filter(|year| *year >= 1000 && word.len() == 4)
}

fn number(word: &str, most: u32) -> Option<u32> {
    let number: u32 = word.parse().ok().filter(|_| word.len() <= 4)?;
    (1..=most).contains(&number).then_some(number)
}

/// `May`, `Sept`, `DEC`
fn month(word: &str) -> Option<u32> {
    let lower = word.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| {
        *month == lower || (lower.len() >= 3 && lower.len() <= 4 && month.starts_with(lower.as_str()))
    })?;
    word.starts_with(char::is_uppercase).then_some(index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        find(text, 0)?.iso
    }

    #[test]
    fn reads_dates_as_they_are_written() {
        for text in ["12 May 2031", "on May 12th, 2031", "(Monday, May 12, 2031)", "2031-05-12"] {
            assert_eq!(iso(text).as_deref(), Some("2031-05-12"), "{text}");
        }
        assert_eq!(iso("8/29/2031").as_deref(), Some("2031-08-29"));
    }

    #[test]
    fn is_not_certain_of_a_date_that_may_be_two() {
        assert_eq!(find("5/12/2031", 0).map(|date| date.iso), Some(None));
        assert_eq!(find("We may 12 times 2031", 0), None);
    }
}
