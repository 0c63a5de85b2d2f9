//! Times as transcripts write them: `00:01:02.345`, `1:02`, `01:02,5`.

/// Reads a time at the start of `text`: its seconds and its length in bytes.
/// Two or three numbers with colons, and a fraction after `.` or `,`.
pub fn leading(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let mut numbers = [0_u32; 3];
    let (mut count, mut at) = (0, 0);
    loop {
        let digits = digits(bytes.get(at..)?);
        if digits == 0 || digits > if count == 0 { 4 } else { 2 } {
            return None;
        }
        *numbers.get_mut(count)? = number(bytes.get(at..at + digits)?);
        count += 1;
        at += digits;
        if bytes.get(at) == Some(&b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && count < 3 {
            at += 1;
        } else {
            break;
        }
    }
    let [first, second, third] = numbers;
    let whole = match count {
        2 if second < 60 => f64::from(first) * 60.0 + f64::from(second),
        3 if second < 60 && third < 60 => {
            f64::from(first) * 3600.0 + f64::from(second) * 60.0 + f64::from(third)
        }
        _ => return None,
    };
    let mut seconds = whole;
    if matches!(bytes.get(at), Some(b'.' | b',')) {
        let length = digits(bytes.get(at + 1..)?).min(9);
        if length > 0 {
            let scale = (0..length).fold(1.0, |scale, _| scale * 10.0);
            seconds += f64::from(number(bytes.get(at + 1..at + 1 + length)?)) / scale;
            at += 1 + length;
        }
    }
    Some((seconds, at))
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n: u32, b| n.saturating_mul(10).saturating_add(u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_minutes_hours_and_fractions() {
        assert_eq!(leading("1:02 text"), Some((62.0, 4)));
        assert_eq!(leading("00:01:02.500"), Some((62.5, 12)));
        assert_eq!(leading("01:02,25"), Some((62.25, 8)));
    }

    #[test]
    fn refuses_what_is_no_time() {
        assert_eq!(leading("1:75"), None);
        assert_eq!(leading("12"), None);
        assert_eq!(leading("3:1 majority").map(|(_, length)| length), Some(3));
    }

    #[test]
    fn a_time_has_two_or_three_numbers_below_sixty() {
        assert_eq!(leading("59:59"), Some((3599.0, 5)));
        assert_eq!(leading("100:59:59"), Some((363_599.0, 9)));
        assert_eq!(leading("2000:00"), Some((120_000.0, 7)));
        for no_time in
            ["", "x", ":15", "1:60:00", "1:00:60", "1:60", "20000:00", "1:000", "1:00:000", "1:x", "1"]
        {
            assert_eq!(leading(no_time), None, "{no_time}");
        }
        assert_eq!(leading("1:02:03:04"), Some((3723.0, 7)), "what follows is not the time's");
        assert_eq!(leading("1:02:"), Some((62.0, 4)));
    }

    #[test]
    fn a_fraction_has_up_to_nine_digits() {
        assert_eq!(leading("0:01.5"), Some((1.5, 6)));
        assert_eq!(leading("0:01.05 so"), Some((1.05, 7)));
        assert_eq!(leading("0:01.0000000005"), Some((1.0, 14)));
        assert_eq!(leading("0:01."), Some((1.0, 4)), "a full stop");
        assert_eq!(leading("0:01, so"), Some((1.0, 4)));
    }
}
