//! Dates as the head of a document writes them: `12 May 2031`, `May 12, 2031`, `2031-05-12`.

use super::chars::{is_no_word_char, is_number, is_upper, leading_digits, split, starts, starts_folded};
use crate::language::contains;
use crate::outline::Span;

const MONTHS: &str = "january february march april may june july august september october november december";

/// A date, where it stands, and as `YYYY-MM-DD` if it is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    pub span: Span,
    pub iso: Option<String>,
}

/// The first date in `text`; the span counts from `offset`.
pub fn find(text: &str, offset: usize) -> Option<Date> {
    let mut words = split(text, is_no_word_char);
    let (mut first, mut second) = ((0, ""), (0, ""));
    while let Some(word) = words.next() {
        let third = (text.len() - words.rest().len() - word.len(), word);
        let between = text.get(first.0..third.0).unwrap_or_default();
        if between.len() <= first.1.len() + second.1.len() + 8
            && !contains(between, "\n")
            && let Some(parts) = parts(first.1, second.1, third.1, between)
        {
            let span = Span::new(offset + first.0, offset + third.0 + word.len());
            return Some(Date { span, iso: parts.certain().then(|| parts.iso()) });
        }
        (first, second) = (second, third);
    }
    None
}

/// Year, month and day. The month is 0 where it may be the day.
struct Parts(usize, usize, usize);

impl Parts {
    fn certain(&self) -> bool {
        self.1 > 0
    }

    fn iso(&self) -> String {
        let mut iso = String::with_capacity(10);
        let digit = |number: usize| char::from(b'0' + (number % 10) as u8);
        for scale in [1000, 100, 10, 1] {
            iso.push(digit(self.0 / scale));
        }
        for part in [self.1, self.2] {
            iso.push('-');
            iso.push(digit(part / 10));
            iso.push(digit(part));
        }
        iso
    }
}

/// The date that three words make, if they make one.
fn parts(a: &str, b: &str, c: &str, between: &str) -> Option<Parts> {
    if let (Some(day), Some(month), Some(year)) = (day(a), month(b), year(c)) {
        return Some(Parts(year, month, day));
    }
    if let (Some(month), Some(day), Some(year)) = (month(a), day(b), year(c)) {
        return Some(Parts(year, month, day));
    }
    let marked = |mark: u8| between.bytes().filter(|b| *b == mark).count() == 2;
    if let (Some(year), Some(month), Some(day)) = (year(a), number(b, 12), number(c, 31))
        && marked(b'-')
    {
        return Some(Parts(year, month, day));
    }
    let (first, second, year) = (number(a, 31)?, number(b, 31)?, year(c)?);
    // 5/12/2031 may be in May or in December.
    marked(b'/').then_some(match (first, second) {
        (13.., 1..=12) => Parts(year, second, first),
        (1..=12, 13..) => Parts(year, first, second),
        _ => Parts(year, 0, 0),
    })
}

/// `12`, `12th`
fn day(word: &str) -> Option<usize> {
    let digits = leading_digits(word);
    let ending = word.get(digits..)?;
    ["", "st", "nd", "rd", "th"].contains(&ending).then(|| number(word.get(..digits)?, 31)).flatten()
}

fn year(word: &str) -> Option<usize> {
    number(word, 2100).filter(|year| *year >= 1000)
}

fn number(word: &str, most: usize) -> Option<usize> {
    if !is_number(word) || word.len() > 4 {
        return None;
    }
    let value = word.bytes().fold(0, |value, b| value * 10 + usize::from(b - b'0'));
    (1..=most).contains(&value).then_some(value)
}

/// `May`, `Sept`, `DEC`
fn month(word: &str) -> Option<usize> {
    let short = matches!(word.len(), 3 | 4);
    let index = MONTHS
        .split(' ')
        .position(|month| month.eq_ignore_ascii_case(word) || short && starts_folded(month, word))?;
    starts(word, is_upper).then_some(index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        find(text, 0)?.iso
    }

    #[test]
    fn reads_dates_as_they_are_written() {
        for text in ["12 May 2031", "on May 12th, 2031", "(Monday, May 12, 2031)", "2031-05-12"] {
            assert_eq!(found(text).as_deref(), Some("2031-05-12"), "{text}");
        }
        assert_eq!(found("8/29/2031").as_deref(), Some("2031-08-29"));
    }

    #[test]
    fn is_not_certain_of_a_date_that_may_be_two() {
        assert_eq!(find("5/12/2031", 0).map(|date| date.iso), Some(None));
        assert_eq!(find("We may 12 times 2031", 0), None);
    }

    #[test]
    fn reads_every_order_of_day_month_and_year() {
        for (text, iso) in [
            ("DEC 1st, 1999", "1999-12-01"),
            ("22nd of it; 3rd Sept 2031", "2031-09-03"),
            ("13/1/2031", "2031-01-13"),
            ("1/13/2031", "2031-01-13"),
            ("31 January 2100", "2100-01-31"),
            ("2031-12-31", "2031-12-31"),
        ] {
            assert_eq!(found(text).as_deref(), Some(iso), "{text}");
        }
        let at = find("On 12 May 2031.", 7).map(|date| (date.span.start, date.span.end));
        assert_eq!(at, Some((10, 21)));
    }

    #[test]
    fn other_numbers_are_no_date() {
        for text in [
            "32 May 2031",
            "12 may 2031",
            "12 Mayor 2031",
            "12 May 999",
            "12 May 2101",
            "0 May 2031",
            "12 May\n2031",
            "12 Ma 2031",
            "12x May 2031",
            "2031-13-01",
            "2031/12/01",
            "5-12-2031",
            "12 May and then 2031",
            "12 (and all of) May 2031",
        ] {
            assert_eq!(find(text, 0), None, "{text}");
        }
        assert_eq!(find("13/14/2031", 0).map(|date| date.iso), Some(None));
    }
}
