//! Whole numbers in digits, without the formatting machinery of the standard library, which is larger than all uses.

/// Appends the digits of the number.
pub fn push(text: &mut String, mut number: u64) {
    let mut digits = [0; 20];
    let mut length = 0;
    for digit in &mut digits {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        length += 1;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.iter().take(length).rev().map(|&digit| char::from(digit)));
}

pub fn of(number: i64) -> String {
    let mut text = String::new();
    if number < 0 {
        text.push('-');
    }
    push(&mut text, number.unsigned_abs());
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_numbers_like_the_standard_library() {
        for number in [0, 7, 10, 2031, -44, i64::MAX, i64::MIN] {
            assert_eq!(super::of(number), number.to_string());
        }
    }
}
