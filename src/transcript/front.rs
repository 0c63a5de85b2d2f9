//! Front matter: which paragraphs nobody spoke. They stand before the speech (title, date, place, "as delivered") and
//! after it (end marks, contacts).

use crate::language::contains;
use std::ops::Range;

use super::chars::{
    self, holds, holds_ascii, is_no_word_char, is_space, is_word_char, last_word, leading_digits, starts,
    starts_folded, trim, trim_end, trim_start,
};
use super::furniture::is_rule;
use super::lexicon::Lexicon;
use super::lines::ends_sentence;
use super::words::is_initialism;

/// The longest title, in words.
const LONGEST_TITLE: usize = 45;
/// The head of a document has at most this many paragraphs, its foot as many.
const MOST_PARAGRAPHS: usize = 40;

/// After the hour of the end there are at most so many paragraphs.
const MOST_AFTER_CLOCK: usize = 6;

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
        let titles_labels = first_label.is_some();
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
    // An end mark, or the hour at which it ended, and everything after it.
    let tail = paragraphs.len().saturating_sub(MOST_PARAGRAPHS).max(head);
    let last_label = paragraphs.iter().rposition(|paragraph| paragraph.labelled).map_or(0, |label| label + 1);
    // A row of stars also parts one topic from the next.
    let goes_on = |i: usize| {
        let rest = paragraphs.get(i + 1..).unwrap_or_default();
        rest.iter().any(|paragraph| is_prose(paragraph.written))
    };
    let mark = (tail.max(last_label)..foot).find(|&i| {
        paragraphs.get(i).is_some_and(|paragraph| {
            (is_end_mark(paragraph.written) && !(is_rule(paragraph.written) && goes_on(i)))
                || (is_clock(paragraph.written) && i + MOST_AFTER_CLOCK >= paragraphs.len())
        })
    });
    foot = mark.unwrap_or(foot);
    head..foot
}

fn is_head(written: &str, labels_follow: bool, lexicon: &Lexicon) -> bool {
    if opens_speech(written) {
        return false;
    }
    is_clock(written)
        || key(written).is_some_and(|key| lexicon.document_keys.contains_folded(key))
        || !holds(written, is_word_char)
        || trim_start(written, is_space).starts_with("E&OE")
        || ends_with_year(written)
        || (!is_prose(written) && words(written) <= if labels_follow { 40 } else { 25 })
}

fn is_foot(written: &str, lexicon: &Lexicon) -> bool {
    is_clock(written)
        || is_end_mark(written)
        || !holds(written, is_word_char)
        || key(written).is_some_and(|key| lexicon.document_keys.contains_folded(key))
}

/// `END`, `[ends]`, `###`, `END 12:35 P.M. EDT`
pub fn is_end_mark(written: &str) -> bool {
    let bare = trim(written, is_no_word_char);
    if bare.is_empty() {
        return contains(written, "#") || contains(written, "***");
    }
    let first = chars::words(bare).next().unwrap_or_default();
    let rest = trim(bare.get(first.len()..).unwrap_or_default(), is_space);
    let first = trim_end(first, is_no_word_char);
    let mark = (first == "END" || starts_folded(first, "ends") && first.len() == 4 || first == "End")
        && (!holds(rest, is_word_char) || is_clock(rest));
    mark || bare.eq_ignore_ascii_case("end of transcript") || bare.eq_ignore_ascii_case("transcript ends")
}

/// `12:09 P.M. EDT`, alone.
pub fn is_clock(written: &str) -> bool {
    let bare = trim(written, is_edge);
    let digits = leading_digits(bare);
    if !(1..=2).contains(&digits) || bare.len() > 28 {
        return false;
    }
    let rest = bare.get(digits..).unwrap_or_default();
    let minutes = rest.get(1..3).is_some_and(chars::is_number);
    let zones = chars::words(rest).skip(1).all(|word| {
        word.len() <= 6 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-()".contains(&b))
    });
    chars::starts_in(rest, ":.") && minutes && zones
}

fn is_edge(c: char) -> bool {
    is_space(c) || matches!(c, '(' | ')' | '[' | ']' | '*' | '_')
}

/// What stands before a colon near the beginning of the line.
pub fn key(written: &str) -> Option<&str> {
    let colon = written.find(':').filter(|&at| at <= 40)?;
    written.get(..colon).map(|key| trim(key, is_edge))
}

fn words(written: &str) -> usize {
    chars::words(written).filter(|word| holds(word, is_word_char)).count()
}

/// "Press conference 12 May 2031 Good evening, everyone": a title that lost its line break. Where the greeting starts.
pub fn glued_title(line: &str) -> Option<usize> {
    const LONGEST_GLUED: usize = 200;
    let head = line.as_bytes().get(..line.len().min(LONGEST_GLUED))?;
    let at = head.windows(6).position(|window| window == b" Good ")?;
    let title = line.get(..at).filter(|_| line.get(at + 1..).is_some_and(opens_speech))?;
    let ends_inside = holds_ascii(title.trim_end_matches('.'), ".?!");
    (holds(title, chars::is_digit) && !ends_inside && words(title) >= 2).then_some(at + 1)
}

/// "Thank you all. END   8:19 P.M. EDT": an end mark that lost its line break. Where it starts.
pub fn glued_end(line: &str) -> Option<usize> {
    let at = line.as_bytes().windows(4).rposition(|window| window == b" END").filter(|&at| at > 0)?;
    is_end_mark(line.get(at..)?).then_some(at + 1)
}

/// "Harbour press conference 12 May 2031."
fn ends_with_year(written: &str) -> bool {
    let bare = trim_end(written, |c| is_space(c) || c == '.');
    let year = trim_start(last_word(bare), |c| !c.is_ascii_digit());
    year.len() == 4 && chars::is_number(year) && words(bare) <= 12
}

/// Running text: it ends as a sentence does, or is too long for a heading.
fn is_prose(written: &str) -> bool {
    let count = words(written);
    let last = last_word(written);
    let open = last.ends_with("...") || is_initialism(trim_end(last, |c| c == '.').as_bytes());
    count > 60 || (ends_sentence(written) && count >= 5 && !open) || inner_sentence(written, count)
}

/// Two sentences in one line: "Thank you all. It is good to be here"
fn inner_sentence(written: &str, count: usize) -> bool {
    if count < 15 {
        return false;
    }
    let mut words = chars::words(written);
    while let Some(word) = words.next() {
        let rest = words.rest();
        let before = trim_end(word, |c| matches!(c, '.' | '?' | '!'));
        let ends = before.len() < word.len()
            && before.len() >= 4
            && before.bytes().rev().take(4).all(|b| b.is_ascii_lowercase());
        if ends && rest.len() > 20 && starts(trim_start(rest, is_space), chars::is_upper) {
            return true;
        }
    }
    false
}

/// "Good evening.", "Thank you, everyone", "Ladies and gentlemen,"
pub fn opens_speech(written: &str) -> bool {
    let bare = trim_start(written, is_no_word_char);
    GREETINGS.iter().any(|greeting| {
        starts_folded(bare, greeting)
            && bare.get(greeting.len()..).is_some_and(|rest| !starts(rest, is_word_char))
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

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    /// The paragraphs that are spoken; a `|` before a paragraph stands for its label.
    fn spoken_of<'t>(paragraphs: &[&'t str]) -> Vec<&'t str> {
        let candidates: Vec<Candidate<'_>> = paragraphs
            .iter()
            .map(|text| Candidate { written: text.trim_start_matches('|'), labelled: text.starts_with('|') })
            .collect();
        paragraphs[spoken(&candidates, lexicon::english())].to_vec()
    }

    const SAID: &str = "We met at the harbour this morning, and the ferry ran on time.";

    #[test]
    fn title_date_and_clock_stand_before_the_speech() {
        assert_eq!(spoken_of(&["Remarks on the Ferry", "12 May 2031", SAID]), [SAID]);
        assert_eq!(
            spoken_of(&["A few words were exchanged before.", "9:05 A.M. EST", "|MS. REED: Good day.", SAID])
                [0],
            "|MS. REED: Good day."
        );
        assert_eq!(spoken_of(&["Remarks", "Good evening.", SAID]), ["Good evening.", SAID]);
        assert_eq!(spoken_of(&["* * *", SAID]), [SAID]);
        assert_eq!(spoken_of(&[SAID, "12 May 2031", SAID]).len(), 3, "a head ends where the speech begins");
    }

    #[test]
    fn only_headings_make_no_speech_without_a_title() {
        assert_eq!(spoken_of(&["The Ferry", "The Pier"]), ["The Pier"]);
        assert_eq!(spoken_of(&["The Ferry"]), ["The Ferry"]);
        assert_eq!(spoken_of(&[SAID]), [SAID]);
    }

    #[test]
    fn a_label_opens_the_speech() {
        assert_eq!(spoken_of(&["Ferry Hearing", "|REED: Yes", "The Pier"]), ["|REED: Yes", "The Pier"]);
        let long =
            "The harbour board met on the old ferry, the new ferry, the pier and the wall in the small hall";
        assert_eq!(spoken_of(&[long, "|REED: Yes", SAID]), ["|REED: Yes", SAID]);
    }

    #[test]
    fn end_marks_and_what_follows_are_not_spoken() {
        for end in ["END", "###", "[ends]", "End of transcript", "END 12:35 P.M. EDT", "10:40 A.M."] {
            assert_eq!(spoken_of(&[SAID, SAID, end]), [SAID, SAID], "{end}");
            assert_eq!(spoken_of(&[SAID, end, "The board thanks the hall."]), [SAID], "{end}");
        }
        assert_eq!(spoken_of(&[SAID, "Contact: Ana Reed"]), [SAID]);
        assert_eq!(spoken_of(&[SAID, "***", "The board thanks the hall."]).len(), 3, "the speech goes on");
        assert_eq!(spoken_of(&[SAID, "***", "Ana Reed", "Harbour Board"]), [SAID]);
        assert_eq!(
            spoken_of(&["|REED: Yes.", "END", "|BOYD: No, not yet."]).len(),
            3,
            "a label stands below it"
        );
        let late = [SAID, "10:40 A.M.", SAID, SAID, SAID, SAID, SAID, SAID, SAID];
        assert_eq!(spoken_of(&late).len(), late.len(), "too much is said after the hour");
        assert_eq!(spoken_of(&late[..7]), [SAID]);
    }

    #[test]
    fn end_marks_are_known_by_their_words() {
        for mark in [
            "END",
            "End.",
            "ENDS",
            "(ends)",
            "#",
            "***",
            "END 8:19 P.M. EDT",
            "End of Transcript",
            "Transcript ends",
        ] {
            assert!(is_end_mark(mark), "{mark}");
        }
        for none in ["END OF THE ROAD", "Endings", "end", "The end", "---", "ending", "END 8 ships"] {
            assert!(!is_end_mark(none), "{none}");
        }
    }

    #[test]
    fn a_clock_stands_alone() {
        for clock in ["12:09 P.M. EDT", "(9:05)", "9.05 a.m.", "[10:40 A.M. (local)]"] {
            assert!(is_clock(clock), "{clock}");
        }
        for none in [
            "",
            "noon",
            "123:00",
            "9:5",
            "9-05",
            "9:05 the meeting, began",
            "9:05 tomorrow",
            "12:09 P.M. EDT and so on and on",
        ] {
            assert!(!is_clock(none), "{none}");
        }
    }

    #[test]
    fn a_key_stands_near_the_beginning() {
        assert_eq!(key("[Source]: Board"), Some("Source"));
        assert_eq!(key("no colon"), None);
        assert_eq!(key(&format!("{}:", "x".repeat(40))).map(str::len), Some(40));
        assert_eq!(key(&format!("{}:", "x".repeat(41))), None);
    }

    #[test]
    fn glued_titles_and_ends_are_cut() {
        assert_eq!(glued_title("Ferry hearing 12 May 2031 Good evening, everyone"), Some(26));
        assert_eq!(glued_title("Ferry hearing 12 May 2031. Good evening, everyone"), Some(27));
        for none in [
            "Ferry hearing Good evening",
            "2031 Good evening",
            "At 8. It was 9 Good evening",
            "The 2 Good ships",
            "May 12 good evening",
        ] {
            assert_eq!(glued_title(none), None, "{none}");
        }
        assert_eq!(glued_end("Thank you all. END   8:19 P.M. EDT"), Some(15));
        assert_eq!((glued_end(" END"), glued_end("Thank you. END OF IT")), (None, None));
    }

    #[test]
    fn headings_are_told_from_prose() {
        assert!(ends_with_year("Harbour conference 12 May 2031.") && ends_with_year("(May 2031"));
        assert!(
            !ends_with_year("We sold 20310") && !ends_with_year("May 12") && !ends_with_year("2031 in May")
        );
        assert!(!ends_with_year("We built the old pier and then the new one here in May 2031"));
        assert!(
            is_prose("We met at the harbour.")
                && !is_prose("At the harbour.")
                && !is_prose("We met at the harbour")
        );
        assert!(!is_prose("Our ferry left from the U.S.") && !is_prose("And the ferry was then..."));
        assert!(is_prose(&"ferry ".repeat(61)) && !is_prose(&"ferry ".repeat(60)));
        let two = "We thank you all for coming to the harbour tonight again. It is good to be here with you";
        assert!(is_prose(two));
        assert!(!is_prose(&two.replace("again. It", "again It")));
        assert!(!is_prose(&two.replace("again. It", "again. it")));
        assert!(!is_prose(&two.replace("again.", "St.")));
    }

    #[test]
    fn greetings_open_a_speech() {
        assert!(opens_speech("“Good evening, all") && opens_speech("Thanks") && opens_speech("Hi!"));
        assert!(!opens_speech("History of the port") && !opens_speech("A good evening"));
    }
}
