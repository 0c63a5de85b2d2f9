//! Front matter: which paragraphs nobody spoke. They stand before the speech (title, date, place, "as delivered") and
//! after it (end marks, contacts).

use std::ops::Range;

use super::chars::is_space;
use super::lexicon::Lexicon;
use super::lines::ends_sentence;
use super::words::is_initialism;

/// The longest title, in words.
const LONGEST_TITLE: usize = 45;
/// The head of a document has at most this many paragraphs, its foot as many.
const MOST_PARAGRAPHS: usize = 40;

/// A paragraph as this stage sees it: its masked text, and whether it opens with a label.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'t> {
    pub written: &'t str,
    pub labelled: bool,
}

/// Which of the paragraphs are spoken: those between the head and the foot.
pub fn spoken(paragraphs: &[Candidate<'_>], lexicon: &Lexicon) -> Range<usize> {
    let first_label = paragraphs.iter().position(|paragraph| paragraph.labelled);
    // What stands above the hour at which it began was not said.
    let clock = paragraphs
        .iter()
        .take(first_label.unwrap_or(0).min(MOST_PARAGRAPHS))
        .rposition(|paragraph| is_clock(paragraph.written));
    let mut head = clock.map_or(0, |clock| clock + 1);
    for (i, paragraph) in paragraphs.iter().enumerate().take(MOST_PARAGRAPHS).skip(head) {
        let titles_labels = first_label.is_some_and(|label| i < label);
        let heads = if first_label == Some(i) {
            false
        } else if i == 0 && titles_labels {
            let count = words(paragraph.written);
            count <= LONGEST_TITLE
                && !inner_sentence(paragraph.written, count)
                && !opens_speech(paragraph.written)
        } else {
            is_head(paragraph.written, titles_labels, lexicon)
        };
        if !heads {
            break;
        }
        head = i + 1;
    }
    if head == paragraphs.len() && first_label.is_none() {
        head = usize::from(
            paragraphs.len() > 1 && !is_prose(paragraphs.first().map_or("", |first| first.written)),
        );
    }
    let mut foot = paragraphs.len();
    while foot > head {
        let Some(last) = paragraphs.get(foot - 1) else { break };
        if last.labelled || !is_foot(last.written, lexicon) {
            break;
        }
        foot -= 1;
    }
    let tail = foot.saturating_sub(MOST_PARAGRAPHS).max(head);
    let mark = paragraphs
        .get(tail..foot)
        .and_then(|tail| tail.iter().position(|paragraph| is_end_mark(paragraph.written)));
    if let Some(mark) = mark
        && paragraphs
            .get(tail + mark..foot)
            .is_some_and(|rest| rest.iter().all(|paragraph| !paragraph.labelled))
    {
        foot = tail + mark;
    }
    head..foot
}

fn is_head(written: &str, labels_follow: bool, lexicon: &Lexicon) -> bool {
    if opens_speech(written) {
        return false;
    }
    is_clock(written)
        || key(written).is_some_and(|key| lexicon.document_keys.contains_folded(key))
        || !written.chars().any(char::is_alphanumeric)
        || written.trim_start().starts_with("E&OE")
        || ends_with_year(written)
        || (!is_prose(written) && words(written) <= if labels_follow { 40 } else { 25 })
}

fn is_foot(written: &str, lexicon: &Lexicon) -> bool {
    is_clock(written)
        || is_end_mark(written)
        || !written.chars().any(char::is_alphanumeric)
        || key(written).is_some_and(|key| lexicon.document_keys.contains_folded(key))
}

/// `END`, `[ends]`, `###`, `END 12:35 P.M. EDT`
pub fn is_end_mark(written: &str) -> bool {
    let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return written.contains('#') || written.contains("***");
    }
    let first = bare.split(is_space).next().unwrap_or_default();
    let rest = bare.get(first.len()..).unwrap_or_default();
    let mark = ["END", "ENDS", "End", "Ends", "ends", "###"].contains(&first);
    mark && (rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() || is_clock(rest))
        || bare.eq_ignore_ascii_case("end of transcript")
        || bare.eq_ignore_ascii_case("transcript ends")
}

/// `12:09 P.M. EDT`, alone.
pub fn is_clock(written: &str) -> bool {
    let bare = written.trim_matches(|c: char| is_space(c) || matches!(c, '(' | ')' | '[' | ']' | '*' | '_'));
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = bare.as_bytes().get(digits).is_some_and(|b| matches!(b, b':' | b'.'));
    (1..=2).contains(&digits) && minutes && bare.len() <= 28 && {
        let rest = bare.get(digits + 1..).unwrap_or_default();
        rest.bytes().take(2).all(|b| b.is_ascii_digit())
            && rest.split(is_space).skip(1).all(|word| {
                word.len() <= 6
                    && word.chars().all(|c| {
                        c.is_ascii_alphabetic()
                            || c.is_ascii_digit()
                            || matches!(c, '.' | ':' | '-' | '–' | '(' | ')')
                    })
            })
    }
}

/// What stands before a colon near the beginning of the line.
pub fn key(written: &str) -> Option<&str> {
    let colon = written.find(':').filter(|&at| at <= 40)?;
    written.get(..colon).map(|key| key.trim_matches(|c: char| is_space(c) || c == '*' || c == '_'))
}

fn words(written: &str) -> usize {
    written.split(is_space).filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// "Press conference 12 May 2031 Good evening, everyone": a title that lost its line break. Where the greeting starts.
pub fn glued_title(line: &str) -> Option<usize> {
    const LONGEST_GLUED: usize = 200;
    let (at, _) = line
        .match_indices(" Good ")
        .find(|(at, _)| *at < LONGEST_GLUED && line.get(at + 1..).is_some_and(opens_speech))?;
    let title = line.get(..at)?;
    let ends_inside = title.trim_end_matches('.').contains(['.', '?', '!']);
    let dated = title.bytes().any(|b| b.is_ascii_digit());
    (dated && !ends_inside && words(title) >= 2).then_some(at + 1)
}

/// "Harbour press conference 12 May 2031."
fn ends_with_year(written: &str) -> bool {
    let bare = written.trim_end_matches(|c: char| is_space(c) || c == '.');
    let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 4 && words(bare) <= 12
}

/// Running text: it ends as a sentence does, or is too long for a heading.
fn is_prose(written: &str) -> bool {
    let count = words(written);
    let last = written.trim_end().rsplit(is_space).next().unwrap_or_default();
    let open = last.ends_with("...") || is_initialism(last.trim_end_matches('.').as_bytes());
    count > 60 || (ends_sentence(written) && count >= 5 && !open) || inner_sentence(written, count)
}

/// Two sentences in one line: "Thank you all. It is good to be here"
fn inner_sentence(written: &str, count: usize) -> bool {
    count >= 15
        && written.match_indices(['.', '?', '!']).any(|(at, _)| {
            written.get(at + 1..).is_some_and(|rest| {
                rest.starts_with(is_space)
                    && rest.trim_start().starts_with(char::is_uppercase)
                    && rest.len() > 20
            }) && written.get(..at).is_some_and(|before| before.chars().rev().take(4).all(char::is_lowercase))
        })
}

/// "Good evening.", "Thank you, everyone", "Ladies and gentlemen,"
pub fn opens_speech(written: &str) -> bool {
    let bare = written.trim_start_matches(|c: char| !c.is_alphanumeric());
    GREETINGS.iter().any(|greeting| {
        bare.get(..greeting.len()).is_some_and(|start| start.eq_ignore_ascii_case(greeting))
            && bare.get(greeting.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

const GREETINGS: [&str; 14] = [
    "good morning",
    "good evening",
    "good afternoon",
    "good day",
    "hello",
    "hi",
    "thank you",
    "thanks",
    "ladies and gentlemen",
    "ladies and gentleman",
    "well",
    "welcome",
    "okay",
    "fellow citizens",
];
