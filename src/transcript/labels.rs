//! Speaker labels: which line beginnings name who speaks. A candidate is judged by what it is made of and by how often
//! the text uses it: a colon in ordinary prose is no label.

use super::chars::{
    holds, holds_ascii, is_lower, is_space, is_word_char, last_word, leading_digits, skip_space, split,
    starts, trim, trim_end, trim_start, words,
};
use super::evidence::Evidence;
use super::lexicon::Lexicon;
use super::lines::Line;
use super::names::{
    is_capitals, is_generic, is_name_with_office, is_particle, is_space_or_star, normal, unnumbered,
    without_brackets,
};
use crate::language::contains;
use crate::outline::Span;
use crate::tally::Tally;

/// Behind the full stop of `Ana Reed. – Mr President`.
const DASH: &str = " – ";

/// The longest label, in bytes.
const LONGEST: usize = 110;
const MOST_WORDS_CAPITALS: usize = 14;
const MOST_WORDS: usize = 6;
/// The longest label that stands alone on its line, in bytes.
const LONGEST_BARE: usize = 100;

/// What a label is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Q`, `QUESTION:`, `MR. REED:`, `THE PRESIDENT:`, `Moderator:`: holds a word of office, address or role.
    Known,
    /// `ANA REED:`
    Capitals,
    /// `Ana Reed:`
    Name,
    /// `areed:`, `Ana:`
    Handle,
}

/// How a label is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Colon,
    /// `CHAIR REED. Good afternoon.`
    FullStop,
    /// `Q    Thank you.`
    Letter,
    /// Alone on its line, without any mark.
    Bare,
    /// `>>`, with or without a name: another speaker.
    Chevron,
    /// The format names the speaker beside the words.
    Voice,
}

/// A label at the beginning of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name, without colon, brackets of a style, and white space.
    pub name: Span,
    /// The name with everything that belongs to the label: what is masked.
    pub span: Span,
    pub kind: Kind,
    pub style: Style,
}

/// The labels of the lines, `None` where a line has none.
pub fn find(reader: &Reader<'_>, lines: &[Line]) -> Vec<Option<Label>> {
    let text = reader.text;
    let candidates: Vec<Option<Label>> = lines.iter().map(|line| reader.candidate(line)).collect();
    let evidence = Evidence::gather(reader, &candidates, lines.len());
    let mut begun = false;
    let mut labels: Vec<Option<Label>> = candidates
        .into_iter()
        .map(|candidate| {
            candidate.filter(|label| {
                let key = reader.lexicon.document_keys.contains_folded(label.name.of(text));
                let accepted = evidence.accepts(text, label) && (begun || !key);
                begun |= accepted;
                accepted
            })
        })
        .collect();
    reader.add_bare(lines, &mut labels);
    labels
}

/// Reads label candidates.
#[derive(Debug)]
pub struct Reader<'a> {
    pub text: &'a str,
    /// The text with what is masked so far.
    pub masked: &'a [u8],
    pub lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn candidate(&self, line: &Line) -> Option<Label> {
        if let Some(voice) = line.voice {
            return Some(Label {
                name: voice,
                span: Span::new(line.span.start, line.span.start),
                kind: Kind::Known,
                style: Style::Voice,
            });
        }
        let line = line.span;
        let chevrons = chevrons(line.of(self.text));
        if chevrons > 0 {
            return Some(self.after_chevrons(line, line.start + chevrons));
        }
        let start = skip_marks(self.masked, line.start, line.end);
        let window = self.window(start, line.end);
        Self::letter(start, line.end, window)
            .or_else(|| self.colon(start, line.end, window))
            .or_else(|| self.full_stop(start, window))
    }

    /// `>> REED:` or `>>` alone, which names nobody.
    fn after_chevrons(&self, line: Span, at: usize) -> Label {
        let start = skip_marks(self.masked, at, line.end);
        let named = self.colon(start, line.end, self.window(start, line.end));
        let nobody = Label {
            name: Span::new(at, at),
            span: Span::new(line.start, at),
            kind: Kind::Known,
            style: Style::Chevron,
        };
        named.map_or(nobody, |label| Label {
            span: Span::new(line.start, label.span.end),
            style: Style::Chevron,
            ..label
        })
    }

    /// The part of the masked line in which a label can end.
    fn window(&self, start: usize, end: usize) -> &str {
        let mut stop = end.min(start + LONGEST);
        while stop > start && !self.text.is_char_boundary(stop) {
            stop -= 1;
        }
        self.masked.get(start..stop).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// `Q    Thank you`, `Q. Thank you`, `A: Yes`.
    fn letter(start: usize, end: usize, window: &str) -> Option<Label> {
        let mut chars = window.chars();
        let letter = chars.next().filter(|c| matches!(c, 'Q' | 'A'))?;
        let style = match chars.next() {
            Some(':') => Style::Colon,
            Some('.') => Style::FullStop,
            Some(c) if is_space(c) && letter == 'Q' => Style::Letter,
            _ => return None,
        };
        let after = start + 1 + usize::from(style != Style::Letter);
        let rest = window.get(after - start..)?;
        let spaced = style == Style::Colon || starts(rest, is_space) || after == end;
        (spaced && !trim_start(rest, is_space).starts_with('&')).then_some(Label {
            name: Span::new(start, start + 1),
            span: Span::new(start, after),
            kind: Kind::Known,
            style,
        })
    }

    fn colon(&self, start: usize, end: usize, window: &str) -> Option<Label> {
        let (colon, mark) = window.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
        let mark = mark.len_utf8();
        let name = window.get(..colon)?;
        if mark == 1 && starts(window.get(colon + mark..)?, |c| c.is_ascii_digit() || c == '/' || c == ':') {
            return None;
        }
        let number = question_number(name);
        let kind = self.kind(name.get(number..)?)?;
        let name_end = start + trim_end(name, is_space_or_star).len();
        let span_end = (start + colon + mark).min(end);
        Some(Label {
            name: Span::new(start + number, name_end),
            span: Span::new(start, span_end),
            kind,
            style: Style::Colon,
        })
    }

    /// `CHAIR REED. Good afternoon.`: two capitalised words or more, then a full stop. `Ms. Reed. Good afternoon.` needs an
    /// office, and to begin a paragraph: a wrapped line may begin with somebody's name. `Ana Reed, for the board. – Good
    /// afternoon.` needs a name.
    fn full_stop(&self, start: usize, window: &str) -> Option<Label> {
        let stops = |at: usize| !self.is_title(window.get(..at).unwrap_or_default());
        let stop = window.bytes().enumerate().find(|&(at, b)| b == b'.' && stops(at))?.0;
        let after = window.get(stop + 1..)?;
        let name = window.get(..stop)?;
        let dashed = after.starts_with(DASH);
        let name = if dashed { name.split(',').next()? } else { name };
        let end = stop + if dashed { DASH.len() } else { 1 };
        if !starts(after, is_space) || !(2..=6).contains(&words(name).count()) && !dashed {
            return None;
        }
        let fits = |kind: &Kind| match kind {
            Kind::Known => dashed || is_capitals(name) || self.begins_turn(name, start),
            kind => dashed || *kind == Kind::Capitals,
        };
        let kind = self.kind(name).filter(fits)?;
        Some(Label {
            name: Span::new(start, start + name.len()),
            span: Span::new(start, start + end),
            kind: if dashed { Kind::Known } else { kind },
            style: Style::FullStop,
        })
    }

    /// Whether `Ms. Reed` begins with an office or address, and stands where a paragraph may begin: behind indentation, a
    /// blank line or the end of a sentence.
    fn begins_turn(&self, name: &str, start: usize) -> bool {
        let before = self.text.get(..start).unwrap_or_default();
        let last = before.bytes().next_back();
        let first = words(name).find(|word| !word.eq_ignore_ascii_case("the")).unwrap_or_default();
        self.lexicon.titles.contains_folded(trim_end(first, |c| c == '.'))
            && !contains(name, ",")
            && (last.is_none_or(|b| matches!(b, b' ' | b'\t'))
                || before.ends_with("\n\n")
                || before.trim_ascii_end().ends_with(['.', '?', '!', ']', ')']))
    }

    /// Whether the name up to here ends with `MR`, `DR` or an initial, whose full stop belongs to it.
    pub fn is_title(&self, name: &str) -> bool {
        let last = last_word(name);
        last.len() <= 1 || self.lexicon.title_abbreviations.contains_folded(last)
    }

    /// Judges a name by its words alone.
    pub fn kind(&self, name: &str) -> Option<Kind> {
        let name = trim(name, is_space);
        let bare = without_brackets(name);
        if bare.is_empty() {
            return None;
        }
        if self.lexicon.document_keys.contains_folded(bare) {
            // PARTICIPANTS: in the head of a document is none, between turns it is one.
            return (is_capitals(bare) && self.is_role(bare)).then_some(Kind::Capitals);
        }
        if holds_ascii(name, "!?\"") || contains(name, "; ") || contains(name, "“") {
            return None;
        }
        let words: Vec<&str> = split(bare, |c| is_space(c) || c == '|' || c == ',').collect();
        let lower_words = words.iter().filter(|word| starts(word, is_lower)).count();
        let role = self.is_role(bare);
        let titled =
            words.iter().any(|word| self.lexicon.titles.contains_folded(trim_end(word, |c| c == '.')));
        if is_capitals(bare) {
            return (words.len() <= MOST_WORDS_CAPITALS && !self.is_prose(&words))
                .then_some(if role || titled { Kind::Known } else { Kind::Capitals });
        }
        if role {
            return Some(Kind::Known);
        }
        if words.len() > MOST_WORDS
            || contains(bare, ",") && !titled && !is_name_with_firm(bare)
            || self.is_prose(&words)
        {
            return None;
        }
        let particles = words.iter().filter(|word| is_particle(word)).count();
        if lower_words > particles {
            return (words.len() == 1 && !self.lexicon.starters.contains_folded(bare))
                .then_some(Kind::Handle);
        }
        if !words.iter().all(|word| holds(word, is_word_char)) {
            return None;
        }
        if titled && words.len() > 1 {
            return Some(Kind::Known);
        }
        match words.len() {
            1 if self.lexicon.starters.contains_folded(bare) => None,
            1 => Some(Kind::Handle),
            _ => Some(Kind::Name),
        }
    }

    /// `Question (Harbour Radio)`, `REPORTER 2`
    pub fn is_press(&self, name: &str) -> bool {
        self.lexicon.press_labels.contains_folded(unnumbered(without_brackets(name)))
    }

    fn is_role(&self, bare: &str) -> bool {
        let bare = bare.strip_prefix("THE ").or_else(|| bare.strip_prefix("The ")).unwrap_or(bare);
        is_generic(bare, self.lexicon)
    }

    /// "The first point is:" holds function words that no name or office has.
    fn is_prose(&self, words: &[&str]) -> bool {
        let ordinal = |word: &str| word.eq_ignore_ascii_case("first") || word.eq_ignore_ascii_case("second");
        words.iter().enumerate().any(|(i, word)| {
            let capitals = !starts(word, is_lower) && !word.bytes().any(|b| b.is_ascii_lowercase());
            let named =
                (i == 0 || capitals) && words.len() > 1 && self.lexicon.names_too.contains_folded(word);
            if word.len() == 1 || named || self.lexicon.particles.contains_folded(word) {
                return false;
            }
            self.lexicon.function_words.contains_folded(word)
                || (i > 0 && self.lexicon.starters.contains_folded(word) && !ordinal(word))
        })
    }

    /// Adds labels that stand alone on their line without a mark: a name that is a label elsewhere, or a line of
    /// capitals with an office in it that comes more than once.
    fn add_bare(&self, lines: &[Line], labels: &mut [Option<Label>]) {
        let mut known = Tally::default();
        let mut offices = 0;
        for label in labels.iter().flatten() {
            known.add(normal(label.name.of(self.text)), 2);
        }
        let bare = |line: &Line| {
            let start = skip_marks(self.masked, line.span.start, line.span.end);
            let window = self.window(start, line.span.end);
            let name = trim_end(window, is_space_or_star);
            let whole = start + window.len() >= line.span.end && line.span.end - start <= LONGEST_BARE;
            let kind = if !whole {
                None
            } else if self.is_role(name) || is_name_with_office(name) {
                Some(Kind::Known)
            } else if is_capitals(name) && name.len() <= 60 {
                self.kind(name)
            } else {
                None
            };
            let span = Span::new(start, start + name.len());
            kind.map(|kind| Label { name: span, span, kind, style: Style::Bare })
        };
        let found: Vec<Option<Label>> = lines
            .iter()
            .zip(labels.iter())
            .map(|(line, label)| if label.is_none() { bare(line) } else { None })
            .collect();
        for name in found
            .iter()
            .flatten()
            .filter(|label| label.kind == Kind::Known)
            .map(|label| label.name.of(self.text))
        {
            known.add(normal(name), 1);
            offices += usize::from(is_name_with_office(name));
        }
        for (label, found) in labels.iter_mut().zip(found) {
            if let Some(found) = found
                && (known.count(&normal(found.name.of(self.text))) >= 2
                    || (offices >= 2 && is_name_with_office(found.name.of(self.text))))
            {
                *label = Some(found);
            }
        }
    }
}

/// `Ravi Sandholm, Corran Securities`, but not `Reed, Boyd`.
fn is_name_with_firm(bare: &str) -> bool {
    bare.split_once(',').is_some_and(|(name, firm)| words(name).count() >= 2 && words(firm).count() >= 2)
}

/// The index behind the marks that may stand before a label: `>>`, `-`, bullets, emphasis.
fn skip_marks(masked: &[u8], start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        match masked.get(at) {
            Some(b'*' | b'_' | b'#' | b'\\' | b' ') => at += 1,
            _ => break,
        }
    }
    skip_space(masked, at, end)
}

/// The length of `>>` at the start of the line, as it stands or as an entity.
pub fn chevrons(line: &str) -> usize {
    let mut length = 0;
    let mut count = 0;
    while let Some(rest) = line.get(length..) {
        length += match () {
            () if rest.starts_with('>') => 1,
            () if rest.starts_with("&gt;") => 4,
            () => break,
        };
        count += 1;
    }
    if count >= 2 { length } else { 0 }
}

/// `Q12 Ana Reed`: the number of a question is of nobody's name. How many bytes it has.
fn question_number(name: &str) -> usize {
    let digits = name.strip_prefix('Q').map_or(0, leading_digits);
    let after = name.get(digits + 1..).unwrap_or_default();
    if digits > 0 && !after.is_empty() { name.len() - trim_start(after, is_space).len() } else { 0 }
}

#[cfg(test)]
mod tests;
