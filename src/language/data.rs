//! The data files as they are compiled in: the comments, which are for their readers, stay outside.

/// The text of data files (one after the other) without comment lines and empty lines.
macro_rules! data {
    ($($path:expr),+ $(,)?) => {{
        const FILES: &[u8] = concat!($(include_str!($path)),+).as_bytes();
        const LENGTH: usize = $crate::language::data::without_comments::<0>(FILES).1;
        const KEPT: &[u8] = &$crate::language::data::without_comments::<LENGTH>(FILES).0;
        const TEXT: &str = match std::str::from_utf8(KEPT) {
            Ok(text) => text,
            Err(_) => panic!("cut within a character"),
        };
        TEXT
    }};
}
pub(crate) use data;

/// The first `N` bytes of the lines that hold more than a comment or white space, and the length of all of them.
pub const fn without_comments<const N: usize>(files: &[u8]) -> ([u8; N], usize) {
    let mut kept = [0; N];
    let mut length = 0;
    let mut at = 0;
    while at < files.len() {
        while at < files.len() && files[at].is_ascii_whitespace() {
            at += 1;
        }
        let comment = at < files.len() && files[at] == b'#';
        while at < files.len() {
            if !comment {
                if length < N {
                    kept[length] = files[at];
                }
                length += 1;
            }
            at += 1;
            if files[at - 1] == b'\n' {
                break;
            }
        }
    }
    (kept, length)
}

/// The numbers of a data file in their order; the words between are for its readers. For constants: the module then has
/// neither the words nor code that reads numbers.
///
/// # Panics
/// When it is compiled, if there are more or fewer than `N` numbers.
pub const fn numbers<const N: usize>(text: &str) -> [i32; N] {
    let text = text.as_bytes();
    let mut numbers = [0; N];
    let (mut found, mut at) = (0, 0);
    while at < text.len() {
        let negative = text[at] == b'-';
        let mut digit = if negative { at + 1 } else { at };
        if digit < text.len() && text[digit].is_ascii_digit() {
            while digit < text.len() && text[digit].is_ascii_digit() {
                numbers[found] = numbers[found] * 10 + (text[digit] - b'0') as i32;
                digit += 1;
            }
            if negative {
                numbers[found] = -numbers[found];
            }
            found += 1;
            at = digit;
        }
        // To the next word.
        while at < text.len() && !text[at].is_ascii_whitespace() {
            at += 1;
        }
        at += 1;
    }
    assert!(found == N, "the file has more or fewer numbers");
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_terms_and_drops_comments_and_empty_lines() {
        let (kept, length) = without_comments::<15>(b"# fish\ncod # small\n\n  # more\nhake");
        assert_eq!((kept.as_slice(), length), (b"cod # small\nhak".as_slice(), 16));
    }

    #[test]
    fn finds_the_numbers_among_the_words() {
        assert_eq!(numbers("cod 12 -3\nblue-whale 0\n7"), [12, -3, 0, 7]);
    }
}
