//! Days of the Gregorian calendar and their names in ISO 8601.

use crate::decimal;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i64,
    pub month: u32,
    pub day: u32,
}

impl Day {
    /// `None` where the calendar has no such day.
    pub fn new(year: i64, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-').map(|part| part.parse::<u32>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        Self::new(i64::from(year), month, day).filter(|_| parts.next().is_none())
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    fn number(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    fn from_number(number: i64) -> Self {
        let number = number + 719_468;
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month + 2) / 5 + 1) as u32;
        let month = if month < 10 { month + 3 } else { month - 9 } as u32;
        Self { year: year_of_era + era * 400 + i64::from(month <= 2), month, day }
    }

    /// Days from `other` to this day.
    pub fn days_from(self, other: Self) -> i64 {
        self.number() - other.number()
    }

    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// The same day of a later or earlier month, or that month's last day.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let month = self.year * 12 + i64::from(self.month) - 1 + months;
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// 0 for Monday.
    pub fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7)
    }

    /// `2031-05-03`
    pub fn iso(self) -> String {
        [&*self.iso_month(), "-", &two(self.day)].concat()
    }

    /// `2031-05`
    pub fn iso_month(self) -> String {
        [&*decimal::of(self.year), "-", &two(self.month)].concat()
    }

    /// `2031-W18`
    pub fn iso_week(self) -> String {
        let thursday = self.plus_days(3 - self.weekday());
        let first = Self { year: thursday.year, month: 1, day: 1 };
        let week = (thursday.number() - first.number()) / 7 + 1;
        [&*decimal::of(thursday.year), "-W", &two(week as u32)].concat()
    }
}

/// Two digits.
pub fn two(number: u32) -> String {
    [if number < 10 { "0" } else { "" }, &*decimal::of(number.into())].concat()
}

fn days_in(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::parse(iso).expect(iso)
    }

    #[test]
    fn counts_days_across_years() {
        let mut at = day("1999-12-25");
        for _ in 0..800 {
            assert_eq!(Day::from_number(at.number()), at);
            let next = at.plus_days(1);
            assert_eq!(next.number(), at.number() + 1);
            at = next;
        }
        assert_eq!(at, day("2002-03-04"));
    }

    #[test]
    fn knows_what_does_not_exist() {
        assert_eq!(Day::new(2031, 2, 29), None);
        assert!(Day::new(2032, 2, 29).is_some());
        assert_eq!(Day::parse("2031-13-01"), None);
        assert_eq!(Day::parse("2031-05-03-04"), None);
    }

    #[test]
    fn weekdays_and_weeks() {
        assert_eq!(day("2024-06-13").weekday(), 3);
        assert_eq!(day("2024-06-13").iso_week(), "2024-W24");
        assert_eq!(day("2021-01-03").iso_week(), "2020-W53");
        assert_eq!(day("2031-01-31").plus_months(1), day("2031-02-28"));
        assert_eq!(day("2031-01-31").plus_months(-2), day("2030-11-30"));
    }
}
