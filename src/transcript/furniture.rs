//! Page furniture: the headers and footers that a copied PDF leaves in mid-sentence, and rules between paragraphs.

use super::chars::{
    ends_in, holds, holds_folded, is_digit, is_letter, is_lower, is_no_word_char, is_number, is_space,
    is_word_char, leading_digits, starts, starts_folded, starts_in, trim, trim_start,
};
use super::lines::{Line, Page};
use super::model::Mask;
use crate::tally::Tally;

/// A running header comes back on every page.
const FEWEST_PAGES: usize = 3;
const LONGEST: usize = 160;

/// Takes the headers and footers out of the lines and masks them.
pub fn remove(text: &str, page: &mut Page) {
    let mut headers = Tally::default();
    for (i, line) in page.lines.iter().enumerate() {
        let written = line.span.of(text);
        if let Some(shape) = numbered_shape(written)
            && (names_page(written) || interrupts(text, &page.lines, i))
        {
            headers.add(shape, 1);
        }
    }
    let is_furniture = |line: &Line| {
        let written = line.span.of(text);
        is_page_number(written)
            || numbered_shape(written).is_some_and(|shape| headers.count(&shape) >= FEWEST_PAGES)
    };
    let mut kept: Vec<Line> = Vec::with_capacity(page.lines.len());
    let mut gap = false;
    let mut removed = false;
    for mut line in std::mem::take(&mut page.lines) {
        if is_furniture(&line) {
            page.masked.push(super::model::Masked { kind: Mask::PageFurniture, span: line.span });
            gap |= line.after_gap;
            removed = true;
            continue;
        }
        if removed {
            line.after_gap |= gap;
            let goes_on = starts(line.span.of(text), is_lower)
                && kept.last().is_some_and(|last| !super::lines::ends_sentence(last.span.of(text)));
            if goes_on {
                line.joined = Some(true);
            }
        }
        (gap, removed) = (false, false);
        kept.push(line);
    }
    page.lines = kept;
}

/// `Page 3 of 28`, `- 3 -`, and `Page 3 of 28May 12, 2031`: the footer of one page and the header of the next, run
/// together.
fn is_page_number(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    if starts_in(line, "-–—") && ends_in(line, "-–—") {
        return is_number(trim(line, is_no_word_char));
    }
    if !starts_folded(line, "page ") {
        return false;
    }
    let rest = trim_start(line.get(5..).unwrap_or_default(), is_space);
    let digits = leading_digits(rest);
    let rest = trim_start(rest.get(digits..).unwrap_or_default(), is_space);
    if digits == 0 || !holds(rest, is_word_char) {
        return digits > 0;
    }
    let Some(total) = rest.strip_prefix("of ").or_else(|| rest.strip_prefix("OF ")) else { return false };
    let tail = total.get(leading_digits(total)..).unwrap_or_default();
    tail.len() < total.len() && (starts(tail, is_letter) || !holds(tail, is_word_char))
}

/// `* * *`, `-----`, a fence of code: what parts a text, and is not said.
pub fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && !holds(line, |c| !matches!(c, '-' | '–' | '—' | '*' | '_' | '=' | '~' | '•' | '·' | '`' | ' '))
}

fn names_page(line: &str) -> bool {
    holds_folded(line, "page ")
}

/// The sentence before goes on in small letters after it, as no heading of the speaker's own would let it.
fn interrupts(text: &str, lines: &[Line], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|i| lines.get(i));
    let goes_on = lines.get(i + 1).is_some_and(|next| starts(next.span.of(text), is_lower));
    goes_on && before.is_some_and(|before| !super::lines::ends_sentence(before.span.of(text)))
}

/// The line with every number replaced by `0`, if it holds one and may be a header: the page number is what changes.
fn numbered_shape(line: &str) -> Option<String> {
    let edge = starts(line, is_digit) || line.bytes().next_back().is_some_and(|b| b.is_ascii_digit());
    if line.len() > LONGEST || !holds(line, is_digit) || ends_in(line, "?!,;") || !(edge || names_page(line))
    {
        return None;
    }
    let mut shape = String::with_capacity(line.len());
    for c in line.chars() {
        if !c.is_ascii_digit() {
            shape.push(c);
        } else if !shape.ends_with('0') {
            shape.push('0');
        }
    }
    let letters = shape.bytes().filter(u8::is_ascii_alphabetic).count();
    (letters >= 4).then_some(shape)
}

#[cfg(test)]
mod tests {
    use super::super::lines::plain;
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let mut page = plain(text);
        remove(text, &mut page);
        let joined = |line: &Line| {
            if line.joined == Some(true) {
                "+"
            } else if line.after_gap {
                "¶"
            } else {
                ""
            }
        };
        page.lines.iter().map(|line| joined(line).to_owned() + line.span.of(text)).collect()
    }

    #[test]
    fn page_numbers_are_taken_out() {
        for number in [
            "Page 3",
            "Page 3 of 28",
            "- 3 -",
            "— 12 —",
            "PAGE 3 OF 28",
            "Page 3.",
            "Page 3 of 28May 12, 2031",
        ] {
            assert_eq!(
                kept(&format!("We met at\n{number}\nthe pier.")),
                ["¶We met at", "+the pier."],
                "{number}"
            );
        }
        for words in [
            "Page three",
            "- three -",
            "Page 3 is torn",
            "3",
            "-3",
            "Page 3 of the plan",
            "Page 3 of 28, 12",
            "Pages 3",
        ] {
            assert!(!is_page_number(words), "{words}");
        }
        assert!(!is_page_number(&format!("Page 3 {}", " ".repeat(LONGEST))));
    }

    #[test]
    fn only_an_open_sentence_goes_on_behind_it() {
        assert_eq!(kept("We met.\n\n- 3 -\nthen we ate."), ["¶We met.", "¶then we ate."]);
        assert_eq!(kept("We met\n- 3 -\n\nThen we ate."), ["¶We met", "¶Then we ate."]);
        assert_eq!(kept("We met\n- 3 -\nThen"), ["¶We met", "Then"]);
    }

    #[test]
    fn a_header_comes_back_on_every_page() {
        let page = |n: usize| format!("so we met at\nHarbour Board {n}\nthe pier and\n");
        let three: String = (9..12).map(page).collect();
        assert!(!kept(&three).join("\n").contains("Board"));
        assert!(kept(&(1..3).map(page).collect::<String>()).join("\n").contains("Board"), "two pages");
        let closed = three.replace(" at\n", " at it.\n");
        assert!(kept(&closed).join("\n").contains("Board"), "a heading of the speaker's own");
        let named = closed.replace("Board", "Board, page ");
        assert!(!kept(&named).join("\n").contains("Board"), "it names the page");
    }

    #[test]
    fn a_shape_is_the_line_with_its_numbers_hidden() {
        assert_eq!(numbered_shape("Harbour Board 12").as_deref(), Some("Harbour Board 0"));
        assert_eq!(numbered_shape("12 Harbour 2031 Board").as_deref(), Some("0 Harbour 0 Board"));
        assert_eq!(numbered_shape("Board, page 12 of it").as_deref(), Some("Board, page 0 of it"));
        let long = |length: usize| numbered_shape(&format!("{}12", "x".repeat(length - 2))).is_some();
        assert!(long(LONGEST) && !long(LONGEST + 1));
        for none in ["Harbour Board", "Harbour 12 Board", "12, we said,", "Is it 12?", "Box 12"] {
            assert_eq!(numbered_shape(none), None, "{none}");
        }
    }
}
