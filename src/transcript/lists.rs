//! Enumerations within a paragraph: `1. Roads 2. Rail`. Where a paragraph opens with the first mark of a list, each
//! next mark of the same list opens a new item, whether the one before ended with a full stop or not.

use super::chars::{char_at, is_space};

const LONGEST_MARK: usize = 12;

/// A list mark: `1.`, `2)`, `3.)`, `a.`, with or without a bullet before it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mark {
    bullet: Option<char>,
    letter: bool,
    number: usize,
    /// What follows the number: `.`, `)` or `.)`.
    dot: bool,
    bracket: bool,
}

/// Where the second and further items start, if `text[start..end]` is a list.
pub fn items(text: &[u8], start: usize, end: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let Some((mut last, first_end)) = mark_at(text, start, end) else { return found };
    let mut at = first_end;
    while let Some(space) =
        text.get(at..end).and_then(|rest| rest.iter().position(|&b| b == b' ' || b == b'\n'))
    {
        at += space + 1;
        if let Some((mark, mark_end)) = mark_at(text, at, end)
            && mark == (Mark { number: last.number + 1, ..last })
        {
            found.push(at);
            last = mark;
            at = mark_end;
        }
    }
    found
}

/// The length of a list mark at `at`, if there is one.
pub fn mark_end(text: &[u8], at: usize, end: usize) -> Option<usize> {
    mark_at(text, at, end).map(|(_, end)| end)
}

fn mark_at(text: &[u8], start: usize, end: usize) -> Option<(Mark, usize)> {
    let end = end.min(start + LONGEST_MARK);
    let mut at = start;
    let bullet = char_at(text, at).filter(|(c, _)| is_bullet(*c));
    if let Some((_, length)) = bullet {
        at += length;
        at += usize::from(text.get(at) == Some(&b' '));
    }
    let bracketed = text.get(at) == Some(&b'(');
    at += usize::from(bracketed);
    let label = text.get(at..end)?;
    let digits = label.iter().take_while(|b| b.is_ascii_digit()).count();
    let (letter, number, length) = match digits {
        0 => {
            let first = label.first().filter(|b| b.is_ascii_lowercase())?;
            (true, usize::from(first - b'a') + 1, 1)
        }
        1..=3 => {
            let number = label.iter().take(digits).fold(0, |n, b| n * 10 + usize::from(b - b'0'));
            (false, number, digits)
        }
        _ => return None,
    };
    at += length;
    let dot = text.get(at) == Some(&b'.');
    at += usize::from(dot);
    let bracket = text.get(at) == Some(&b')');
    at += usize::from(bracket);
    let spaced = char_at(text, at).is_some_and(|(c, _)| is_space(c));
    ((dot || bracket) && spaced && at < end)
        .then_some((Mark { bullet: bullet.map(|(c, _)| c), letter, number, dot, bracket }, at))
}

pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '◦' | '▪' | '‣' | '●' | '○' | '·' | '*' | '–' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut items: Vec<usize> = items(text.as_bytes(), 0, text.len());
        items.insert(0, 0);
        items.push(text.len());
        items.windows(2).map(|ends| text[ends[0]..ends[1]].trim_end()).collect()
    }

    #[test]
    fn each_next_mark_of_the_list_opens_an_item() {
        assert_eq!(split("1. Roads 2. Rail\n3. Ports"), ["1. Roads", "2. Rail", "3. Ports"]);
        assert_eq!(split("(a) roads (b) rail"), ["(a) roads", "(b) rail"]);
        assert_eq!(split("9) Roads 10) Rail"), ["9) Roads", "10) Rail"]);
        assert_eq!(split("• 1. Roads • 2. Rail"), ["• 1. Roads", "• 2. Rail"]);
        assert_eq!(split("•1. Roads •2. Rail"), ["•1. Roads", "•2. Rail"]);
        assert_eq!(split("1.) Roads 2.) Rail"), ["1.) Roads", "2.) Rail"]);
    }

    #[test]
    fn other_numbers_open_none() {
        for whole in [
            "1. Roads 3. Rail",
            "1. Roads 2) Rail",
            "1. Roads 2.) Rail",
            "1. Roads b. Rail",
            "1. Roads 2.5 Rail",
            "1. Roads 2 . Rail",
            "1 Roads 2. Rail",
            "2031. Roads 2032. Rail",
            "A. Roads B. Rail",
            "Roads 1. Rail",
            "1. Roads x2. Rail",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn a_mark_ends_behind_its_full_stop_or_bracket() {
        let end = |text: &str| mark_end(text.as_bytes(), 0, text.len());
        assert_eq!(end("1. Roads"), Some(2));
        assert_eq!(end("999. Roads"), Some(4));
        assert_eq!(end("(12) Roads"), Some(4));
        assert_eq!(end("– z.) Roads"), Some(7));
        assert_eq!((end("1."), end("1.x"), end("1 x"), end("(x")), (None, None, None, None));
        assert!("•⁃◦▪‣●○·*–-".chars().all(is_bullet) && !is_bullet('a') && !is_bullet('—'));
    }
}
