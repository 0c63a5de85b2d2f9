//! Page furniture: the headers and footers that a copied PDF leaves in mid-sentence.

use rustc_hash::FxHashMap;

use super::lines::{Line, Page};
use super::model::Mask;

/// A running header comes back on every page.
const FEWEST_PAGES: usize = 3;
const LONGEST: usize = 160;

/// Takes the headers and footers out of the lines and masks them.
pub fn remove(text: &str, page: &mut Page) {
    let mut headers: FxHashMap<String, usize> = FxHashMap::default();
    for (i, line) in page.lines.iter().enumerate() {
        let written = line.span.of(text);
        if let Some(shape) = numbered_shape(written)
            && (names_page(written) || interrupts(text, &page.lines, i))
        {
            *headers.entry(shape).or_default() += 1;
        }
    }
    let is_furniture = |line: &Line| {
        let written = line.span.of(text);
        is_page_number(written)
            || counts_pages(written)
            || numbered_shape(written)
                .is_some_and(|shape| headers.get(&shape).is_some_and(|n| *n >= FEWEST_PAGES))
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
            let goes_on = line.span.of(text).starts_with(|c: char| c.is_lowercase())
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

/// `Page 3 of 28May 12, 2031`: the footer of one page and the header of the next, run together.
fn counts_pages(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("Page ").or_else(|| line.strip_prefix("PAGE ")) else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(rest) = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(" OF ")) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = rest.get(digits..).unwrap_or_default();
    digits > 0 && line.len() <= LONGEST && tail.starts_with(|c: char| c.is_alphabetic())
}

/// `Page 3 of 28`, `- 3 -`, `3 | Page`.
fn is_page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let dashed = line.starts_with(['-', '–', '—']) && line.ends_with(['-', '–', '—']);
    match words.next() {
        Some(word) if word.eq_ignore_ascii_case("page") => {
            number(words.next())
                && match words.next() {
                    None => true,
                    Some("of") => number(words.next()) && words.next().is_none(),
                    Some(_) => false,
                }
        }
        Some(word) if dashed => number(Some(word)) && words.next().is_none(),
        _ => false,
    }
}

fn names_page(line: &str) -> bool {
    line.contains("Page ") || line.contains("PAGE ") || line.contains("page ")
}

/// The sentence before goes on in small letters after it, as no heading of the speaker's own would let it.
fn interrupts(text: &str, lines: &[Line], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|i| lines.get(i));
    let goes_on =
        lines.get(i + 1).is_some_and(|next| next.span.of(text).starts_with(|c: char| c.is_lowercase()));
    goes_on && before.is_some_and(|before| !super::lines::ends_sentence(before.span.of(text)))
}

/// The line with every number replaced by `0`, if it holds one and may be a header: the page number is what changes.
fn numbered_shape(line: &str) -> Option<String> {
    if line.len() > LONGEST
        || !line.bytes().any(|b| b.is_ascii_digit())
        || line.ends_with(['?', '!', ',', ';'])
    {
        return None;
    }
    if !names_page(line)
        && !line.ends_with(|c: char| c.is_ascii_digit())
        && !line.starts_with(|c: char| c.is_ascii_digit())
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
