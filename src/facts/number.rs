//! Numbers, in digits and spelled out: `1,200`, `4.5 million`, `40bn`, `a hundred and fifty`, `two and a half million`,
//! `a quarter of a million`, `two thirds of`, `one in five`.

use super::lexicon::Lexicon;
use super::tokens::{Kind, Tokens};
use crate::language::{Words, contains, words};

/// A decimal number, kept as integers so that every platform makes the same of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    mantissa: u64,
    decimals: u32,
    pub form: Form,
    /// Whether a word of magnitude or a fraction belongs to it (`million`, `a third of`).
    pub large: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `40`
    Digits,
    /// `1,200` or `4.5`
    Written,
    /// `forty`
    Spelled,
}

/// Digits after the point of a fraction such as a third.
const FRACTION_DECIMALS: u32 = 4;
/// Denominators of "one in five" are no larger; what is larger is a year or a count.
const LARGEST_RATIO: u64 = 1000;

enum Numeral {
    Unit(u64),
    Tens(u64),
    Multiplier(u64),
    Fraction(u64),
}

impl Amount {
    fn new(mantissa: u64, decimals: u32, form: Form, large: bool) -> Self {
        Self { mantissa, decimals, form, large }
    }

    /// The nearest number to it.
    pub fn value(self) -> f64 {
        self.mantissa as f64 / 10_u64.pow(self.decimals.min(15)) as f64
    }

    /// The number where it has no decimals.
    pub fn whole(self) -> Option<u64> {
        (self.decimals == 0).then_some(self.mantissa)
    }

    /// A part of something (`a third of`, `one in five`).
    pub fn is_share(self) -> bool {
        self.large && self.form == Form::Spelled && self.value() < 1.0
    }

    /// The number in units of `factor`; unchanged where that would not fit.
    pub fn scaled(self, factor: u64) -> Self {
        self.times(factor).unwrap_or(self)
    }

    fn times(self, factor: u64) -> Option<Self> {
        let mut product = Self { mantissa: self.mantissa.checked_mul(factor)?, large: true, ..self };
        while product.decimals > 0 && product.mantissa.is_multiple_of(10) {
            product.mantissa /= 10;
            product.decimals -= 1;
        }
        Some(product)
    }
}

/// The number that begins at `start`, with the index behind it.
pub fn amount_at(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<(Amount, usize)> {
    if tokens.is(start, Kind::Number) {
        let amount = digits(tokens.folded(start))?;
        return ratio(tokens, lexicon, amount, start + 1)
            .or_else(|| magnitude(tokens, lexicon, amount, start + 1));
    }
    let may_begin =
        tokens.reads(start, words!("a an")) || lexicon.numbers.get(tokens.folded(start)).is_some();
    if !may_begin {
        return None;
    }
    fraction(tokens, lexicon, start).or_else(|| {
        let (amount, end) = spelled(tokens, lexicon, start)?;
        and_a_half(tokens, lexicon, amount, end)
            .or_else(|| ratio(tokens, lexicon, amount, end))
            .or(Some((amount, end)))
    })
}

fn numeral(tokens: &Tokens<'_>, lexicon: &Lexicon, index: usize) -> Option<Numeral> {
    let value = lexicon.numbers.get(tokens.folded(index))?;
    let number = value.get(1..)?.bytes().fold(0, |number: u64, digit| number * 10 + u64::from(digit - b'0'));
    match value.as_bytes().first() {
        Some(b'u') => Some(Numeral::Unit(number)),
        Some(b't') => Some(Numeral::Tens(number)),
        Some(b'm') => Some(Numeral::Multiplier(number)),
        _ => Some(Numeral::Fraction(number)),
    }
}

/// `1,200.50`; `None` for what is no number (`1,2`, `1.2.3`).
pub fn digits(text: &str) -> Option<Amount> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = contains(whole, ",");
    let well_grouped = !grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    if !well_grouped || !decimals.bytes().all(|byte| byte.is_ascii_digit()) || decimals.len() > 6 {
        return None;
    }
    let mut mantissa: u64 = 0;
    for byte in whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit) {
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
    }
    let form = if grouped || !decimals.is_empty() { Form::Written } else { Form::Digits };
    Some(Amount::new(mantissa, decimals.len() as u32, form, false))
}

/// `4.5 million`, `40bn`; single letters only where they are joined to the digits behind a currency sign (`$5m`).
fn magnitude(
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
    amount: Amount,
    mut end: usize,
) -> Option<(Amount, usize)> {
    let mut amount = amount;
    while let Some(Numeral::Multiplier(factor)) = numeral(tokens, lexicon, end) {
        let short = tokens.folded(end).len() <= 2;
        let money =
            end.checked_sub(2).is_some_and(|sign| lexicon.currency_signs.get(tokens.folded(sign)).is_some());
        let single = tokens.folded(end).len() == 1;
        if short && (!tokens.is_joined(end) || (single && !money)) {
            break;
        }
        amount = amount.times(factor)?;
        end += 1;
    }
    Some((amount, end))
}

/// `one in five`, `9 out of 10`.
fn ratio(tokens: &Tokens<'_>, lexicon: &Lexicon, part: Amount, at: usize) -> Option<(Amount, usize)> {
    let behind = match (tokens.folded(at), tokens.folded(at + 1)) {
        ("in", "every") | ("out", "of") => at + 2,
        ("in", _) => at + 1,
        _ => return None,
    };
    let (whole, end) = if tokens.is(behind, Kind::Number) {
        (digits(tokens.folded(behind))?, behind + 1)
    } else {
        spelled(tokens, lexicon, behind)?
    };
    let (part, whole) = (part.whole()?, whole.whole()?);
    // "One in five weeks" is a delay, and "two in 2031" a count.
    let a_time = lexicon.units.get(tokens.folded(end)).is_some_and(|unit| TIME_UNITS.contain(unit));
    (part < whole && (2..=LARGEST_RATIO).contains(&whole) && !a_time).then(|| (share(part, whole), end))
}

/// Units of time as the table of units gives them out.
pub const TIME_UNITS: Words = words!("seconds minutes hours days weeks months years decades centuries");

fn share(part: u64, whole: u64) -> Amount {
    let scale = 10_u64.pow(FRACTION_DECIMALS);
    let mut mantissa = (part * scale + whole / 2) / whole.max(1);
    let mut decimals = FRACTION_DECIMALS;
    while decimals > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        decimals -= 1;
    }
    Amount::new(mantissa, decimals, Form::Spelled, true)
}

/// `half a million`, `a quarter of a million`, `three quarters of`, `two-thirds of`.
fn fraction(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<(Amount, usize)> {
    let (part, mut at) = match numeral(tokens, lexicon, start) {
        Some(Numeral::Fraction(_)) if tokens.reads(start, words!("half")) => (1, start),
        Some(Numeral::Unit(part)) => (part, start + 1),
        None if matches!(tokens.folded(start), "a") => (1, start + 1),
        _ => return None,
    };
    if at > start && tokens.is_dash(at) && tokens.is_joined(at) {
        at += 1;
    }
    let Some(Numeral::Fraction(of)) = numeral(tokens, lexicon, at) else { return None };
    let amount = share(part, of);
    let behind = if tokens.reads(at + 1, words!("of")) { at + 2 } else { at + 1 };
    let article = tokens.reads(behind, words!("a an"));
    if article && let Some(Numeral::Multiplier(factor)) = numeral(tokens, lexicon, behind + 1) {
        return Some((amount.times(factor)?, behind + 2));
    }
    // "Half a percentage point", "a quarter of a mile"
    if article
        && lexicon
            .units
            .get(tokens.folded(behind + 1))
            .or_else(|| lexicon.units.get(&tokens.phrase(behind + 1..behind + 3)))
            .is_some()
    {
        return Some((amount, behind + 1));
    }
    // "A third time" and "the first quarter" are no shares.
    let a_share =
        behind == at + 2 || tokens.before(start) == "by" || (of == 2 && tokens.reads(at + 1, words!("the")));
    (a_share && part < of).then_some((amount, at + 1))
}

/// The half of `two and a half million`.
fn and_a_half(tokens: &Tokens<'_>, lexicon: &Lexicon, amount: Amount, at: usize) -> Option<(Amount, usize)> {
    if !tokens.read(at, &[words!("and"), words!("a"), words!("half")]) || amount.decimals > 0 || amount.large
    {
        return None;
    }
    let half = Amount::new(amount.mantissa.checked_mul(10)? + 5, 1, Form::Spelled, true);
    magnitude(tokens, lexicon, half, at + 3)
}

/// `forty`, `twenty-five`, `a hundred and fifty thousand`.
fn spelled(tokens: &Tokens<'_>, lexicon: &Lexicon, start: usize) -> Option<(Amount, usize)> {
    let (mut total, mut current, mut at, mut end) = (0_u64, None, start, start);
    let mut large = false;
    if tokens.reads(start, words!("a an")) {
        let Some(Numeral::Multiplier(_)) = numeral(tokens, lexicon, start + 1) else { return None };
        current = Some(1);
        at += 1;
    }
    loop {
        match (numeral(tokens, lexicon, at), current) {
            (Some(Numeral::Unit(n) | Numeral::Tens(n)), None) => current = Some(n),
            (Some(Numeral::Unit(n)), Some(so_far)) if takes_unit(so_far, n) => current = Some(so_far + n),
            (Some(Numeral::Tens(n)), Some(so_far)) if so_far >= 100 && so_far.is_multiple_of(100) => {
                current = Some(so_far + n);
            }
            (Some(Numeral::Multiplier(n)), Some(so_far))
                if n <= 100 && so_far < 100 && tokens.folded(at).len() > 2 =>
            {
                current = Some(so_far * n);
                large = true;
            }
            (Some(Numeral::Multiplier(n)), Some(so_far)) if n > 100 && tokens.folded(at).len() > 2 => {
                total = so_far.checked_mul(n)?.checked_add(total)?;
                current = None;
                large = true;
            }
            _ => break,
        }
        end = at + 1;
        at = if is_link(tokens, end, large) { end + 1 } else { end };
    }
    (end > start).then(|| (Amount::new(total + current.unwrap_or(0), 0, Form::Spelled, large), end))
}

/// "Twenty" takes "five", "a hundred" takes "five" and "fifteen".
fn takes_unit(so_far: u64, n: u64) -> bool {
    n > 0
        && ((so_far >= 100 && so_far.is_multiple_of(100))
            || (n < 10 && so_far >= 20 && so_far.is_multiple_of(10)))
}

/// The hyphen of `twenty-five`, the `and` of `a hundred and five`.
fn is_link(tokens: &Tokens<'_>, at: usize, large: bool) -> bool {
    (tokens.is_dash(at) && tokens.is_joined(at) && tokens.is_joined(at + 1))
        || (large && tokens.reads(at, words!("and")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Span;

    fn amount(text: &str) -> Option<(f64, usize)> {
        let tokens = Tokens::of(text, Span::new(0, text.len()), &[]);
        let (amount, end) = amount_at(&tokens, Lexicon::english(), 0)?;
        Some((amount.value(), end))
    }

    #[test]
    fn numbers_in_digits() {
        assert_eq!(amount("1,200"), Some((1200.0, 1)));
        assert_eq!(amount("4.5 million"), Some((4_500_000.0, 2)));
        assert_eq!(amount("40bn"), Some((40_000_000_000.0, 2)));
        assert_eq!(amount("5 m"), Some((5.0, 1)));
        assert_eq!(amount("1,2"), None);
    }

    #[test]
    fn numbers_spelled_out() {
        for (text, value) in [
            ("forty", 40.0),
            ("twenty-five", 25.0),
            ("a hundred and fifty", 150.0),
            ("two hundred thousand", 200_000.0),
            ("three million four hundred thousand", 3_400_000.0),
            ("two and a half million", 2_500_000.0),
            ("half a million", 500_000.0),
            ("a quarter of a million", 250_000.0),
            ("two thirds of", 0.6667),
            ("three-quarters of", 0.75),
            ("one in five", 0.2),
        ] {
            assert_eq!(amount(text).map(|(value, _)| value), Some(value), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for text in ["a third time", "a march", "quarter of 2031", "and", "hundred"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
