//! Names as labels write them.

use super::chars::{is_lower, is_space, split, starts, trim_end, words};
use super::lexicon::{self, Lexicon};
use crate::language::{is_capital, is_small, push_lower, split_once};

/// A name to compare by: lower case, single spaces, without the full stops and the article.
pub fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for word in split(name, |c| is_space_or_star(c) || c == '.') {
        if !normal.is_empty() {
            normal.push(' ');
        }
        word.chars().for_each(|c| push_lower(&mut normal, c));
    }
    if normal.starts_with("the ") {
        normal.drain(..4);
    }
    normal
}

pub fn is_space_or_star(c: char) -> bool {
    is_space(c) || c == '*'
}

/// The name without `(Party)` and `[role]`.
pub fn without_brackets(name: &str) -> &str {
    let end = name.bytes().skip(1).position(|b| b == b'(' || b == b'[').map_or(name.len(), |at| at + 1);
    trim_end(name.get(..end).unwrap_or_default(), is_space)
}

/// `LaHOOD`, `McDONALD` and `von der LEYEN` are capitals too.
pub fn is_capitals(name: &str) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for word in words(name) {
        if is_particle(word) {
            continue;
        }
        for c in word.chars() {
            upper += usize::from(is_capital(c));
            lower += usize::from(is_small(c));
        }
        if starts(word, is_lower) {
            return false;
        }
    }
    upper >= 2 && lower <= 2 && upper >= 3 * lower.min(1) + lower
}

/// `Ana Reed -- Chief Executive`: how calls with investors name who speaks next.
pub fn is_name_with_office(line: &str) -> bool {
    let Some((name, office)) = [" -- ", " — ", " – "].iter().find_map(|dash| split_once(line, dash))
    else {
        return false;
    };
    let capital = |word: &str| !starts(word, is_lower) || is_particle(word);
    (2..=4).contains(&words(name).count())
        && words(name).all(capital)
        && words(office).all(capital)
        && !office.ends_with(['.', '?', '!', ':', ','])
}

/// `von`, `of`: written small within a name.
pub fn is_particle(word: &str) -> bool {
    starts(word, is_lower) && lexicon::english().particles.contains_folded(word)
}

/// A role in place of a name: `Moderator`, `Speaker 1`, `JOURNALIST`.
pub fn is_generic(name: &str, lexicon: &Lexicon) -> bool {
    let bare = unnumbered(name);
    [&lexicon.press_labels, &lexicon.host_labels, &lexicon.other_labels]
        .iter()
        .any(|list| list.contains_folded(bare))
}

/// `Speaker 1` without its number.
pub fn unnumbered(name: &str) -> &str {
    trim_end(name, |c| c.is_ascii_digit() || is_space(c) || c == '#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_stops_stars_and_article() {
        assert_eq!(normal("  THE **Rev.  ANA** REED. "), "rev ana reed");
        assert_eq!(normal("Theo Reed"), "theo reed");
        assert_eq!(normal("Élan Ö"), "élan ö");
        assert_eq!(normal("..."), "");
    }

    #[test]
    fn what_stands_in_brackets_is_no_part_of_the_name() {
        assert_eq!(without_brackets("Ana Reed (Islands)"), "Ana Reed");
        assert_eq!(without_brackets("Ana Reed [chair]"), "Ana Reed");
        assert_eq!(without_brackets("A (x)"), "A");
        assert_eq!(without_brackets("(Islands)"), "(Islands)");
        assert_eq!(without_brackets("Ana Reed"), "Ana Reed");
    }

    #[test]
    fn names_in_capitals_may_have_a_few_small_letters() {
        for name in
            ["ANA REED", "LaHOOD", "LaHOO", "McDONALD", "MacDONA", "von der LEYEN", "DE LaCROIX", "J.B."]
        {
            assert!(is_capitals(name), "{name}");
        }
        for name in ["Ana Reed", "A", "ReeD", "MacDON", "MacaDONALD", "ana REED", "LaHO", "", "12", "von der"]
        {
            assert!(!is_capitals(name), "{name}");
        }
    }

    #[test]
    fn a_name_with_an_office_has_a_dash_between_them() {
        for line in
            ["Ana Reed -- Chief Executive", "Ana van Reed — Head of Ports", "Ana Maria Lee Reed – Analyst"]
        {
            assert!(is_name_with_office(line), "{line}");
        }
        for line in [
            "Ana Reed, Chief Executive",
            "Reed -- Chief Executive",
            "Ana Maria Lee Kay Reed -- Analyst",
            "Ana reed -- Analyst",
            "Ana Reed -- an analyst",
            "Ana Reed -- Chief Executive.",
            "We Did -- And Then?",
        ] {
            assert!(!is_name_with_office(line), "{line}");
        }
    }

    #[test]
    fn particles_and_roles_are_known() {
        assert!(is_particle("von") && !is_particle("Von") && !is_particle("reed"));
        let is_generic = |name| is_generic(name, lexicon::english());
        assert!(
            is_generic("Moderator")
                && is_generic("Speaker 12")
                && is_generic("SPEAKER #2")
                && !is_generic("Reed")
        );
        assert_eq!(unnumbered("Speaker 12"), "Speaker");
        assert!(is_space_or_star('*') && is_space_or_star(' ') && !is_space_or_star('a'));
    }
}
