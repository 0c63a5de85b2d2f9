//! Questioners: one whom a label names asks on, and one who says who they are is another than the last.

use std::sync::OnceLock;

use crate::language::lists::list;
use crate::language::{Table, Terms, is_capital};
use crate::outline::Role;
use crate::tally::Counts;
use crate::transcript::{Sentence, Transcript, Turn, is_of_press, is_title};

/// Two people may interview a third, and come back to each topic; of so many that a label names, each has a turn.
const SEVERAL: usize = 3;

/// Questioners say who they are in one of so many sentences at the start of their turn.
const SOON: usize = 4;

/// Words of "Ana Reed, the Harbour Courier."
const FEW: usize = 8;

/// Whether the labels tell several questioners apart: two, where a host calls on them.
pub fn are_told_apart(transcript: &Transcript<'_>) -> bool {
    let hosts = transcript.speakers.iter().filter(|speaker| speaker.role == Role::Host).take(1).count();
    let mut met = Counts::default();
    let asks = |turn: &&Turn| {
        let speaker = turn.speaker.filter(|&speaker| is_named(transcript, speaker));
        speaker.is_some_and(|speaker| met.is_new(speaker as u64))
    };
    transcript.turns.iter().filter(asks).count() + hosts >= SEVERAL
}

/// Whether a label of the press tells who asks: "COLBY REED", "Question (Radio)", "Q2", but not "JOURNALIST".
pub fn is_named(transcript: &Transcript<'_>, speaker: usize) -> bool {
    transcript.speakers.get(speaker).is_some_and(|speaker| {
        let told = |c: char| c == '(' || c.is_ascii_digit();
        speaker.role == Role::Press && (!is_of_press(&speaker.name) || speaker.name.contains(told))
    })
}

/// Whether a turn begins with somebody's own name: "Thank you. Ana Reed from the Courier. When does it start?"
pub fn says_who_asks(transcript: &Transcript<'_>, turn: &Turn) -> bool {
    let sentences = transcript.sentences.get(turn.sentences.clone()).unwrap_or_default();
    sentences.iter().take(SOON).any(|sentence| is_introduction(transcript, sentence))
}

/// "Ana Reed, Harbour Courier.", "I'm with Radio Ostra.", "My name is Ana."
fn is_introduction(transcript: &Transcript<'_>, sentence: &Sentence) -> bool {
    static LISTS: OnceLock<(Terms, Table)> = OnceLock::new();
    let (leading, links) = LISTS.get_or_init(|| {
        let links = Table::marked(list!("en/questions/links.txt").text(), &['*']);
        (Terms::of(&[list!("en/questions/leading.txt")]), links)
    });
    let words = transcript.words.get(sentence.words.clone()).unwrap_or_default();
    let word = |at: usize| words.get(at).map_or("", |word| word.span.of(transcript.text));
    let is_name = |at: usize| word(at).starts_with(is_capital) && !is_title(word(at));
    let lead =
        (0..words.len()).take_while(|&at| leading.contains_folded(word(at)) || is_title(word(at))).count();
    let says = |of: &str| (0..lead).any(|at| word(at).eq_ignore_ascii_case(of));
    if says("name") {
        return true;
    }
    // "Minister, Ana Reed from ...", but not "Minister Reed from ...".
    let before = lead
        .checked_sub(1)
        .filter(|&at| is_title(word(at)))
        .and_then(|at| words.get(at).zip(words.get(lead)));
    if before.is_some_and(|(title, name)| title.span.end + 1 == name.span.start) {
        return false;
    }
    let names = (lead..words.len()).take_while(|&at| is_name(at)).count();
    let link = lead + names;
    let whom = link + 1 + usize::from(word(link + 1) == "the");
    if let Some(mark) = links.get(word(link)) {
        // "I", "I'm".
        let own = (0..lead).any(|at| word(at).starts_with(['I', 'i']) && word(at).ends_with(['I', 'i', 'm']));
        return is_name(whom) && (names > 1 || mark == "*" && (names > 0 || own));
    }
    let is_of_name = |at: usize| is_name(at) || links.get(word(at)).is_some() || word(at) == "the";
    names > 0
        && words.len() <= FEW
        && (lead..words.len()).all(is_of_name)
        && sentence.span.of(transcript.text).contains(',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, transcript};

    fn says_who(turn: &str) -> bool {
        let text = format!("Q: {turn}\n\nMINISTER REED: We sail.");
        let read = transcript(&text, &Options::default()).expect("a transcript");
        says_who_asks(&read, &read.turns[0])
    }

    #[test]
    fn questioners_say_who_they_are() {
        for name in [
            "Tom Boyd, Harbour Courier. When does it sail?",
            "Thank you, Minister. Ida Lund, the Ostra Times. When does it sail?",
            "Hi, Tom Boyd with the Courier. When does it sail?",
            "Yes, thank you, Ida from Radio Ostra. When does it sail?",
            "Good morning. I’m with Ostra TV. When does it sail?",
            "This is Ida Lund of the Harbour Courier, and I ask when it sails.",
            "Welcome. My name is Ida. When does it sail?",
        ] {
            assert!(says_who(name), "{name}");
        }
    }

    #[test]
    fn whoever_asks_of_others_says_not_who_asks() {
        for question in [
            "Minister Reed from the Harbour Board says so. When does it sail?",
            "Thank you, Minister. When does it sail?",
            "Ida is from Ostra. When does it sail?",
            "I'm with you, Minister. When does it sail?",
            "When does the ferry from Ostra sail?",
            "Yes, Ostra, Kelder and the Harbour do, but when does it sail from the pier?",
            "Ostra of all places. When does it sail?",
            "A. Then b. Then c. Then d. Ida Lund, Courier.",
        ] {
            assert!(!says_who(question), "{question}");
        }
    }

    #[test]
    fn a_label_of_the_press_may_name_somebody() {
        let named = |label: &str| {
            let text = format!(
                "{label}: Who pays?\n\nMINISTER REED: We do.\n\n{label}: Who else?\n\nMINISTER REED: Nobody."
            );
            let read = transcript(&text, &Options::default()).expect("a transcript");
            is_named(&read, 0)
        };
        assert!(["Q2", "Question (Radio)"].iter().all(|label| named(label)));
        assert!(!["Q", "JOURNALIST", "Audience Member"].iter().any(|label| named(label)));
    }
}
