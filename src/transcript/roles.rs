//! Roles: who leads through the event, whom it is about, who asks. Labels tell some of it, the order of turns the rest.

use super::chars::is_question;
use super::model::{Sentence, Turn, TurnSpeaker};
use crate::outline::Role;

/// A host's turn that only gives the floor to somebody, in words.
const GIVES_THE_FLOOR: usize = 6;

/// What is known of a speaker's turns.
#[derive(Clone, Copy, Debug, Default)]
struct Talk {
    turns: usize,
    words: usize,
    /// Turns with a question in them.
    asks: usize,
    /// Turns of a few words that are no question, with another speaker's after them.
    gives: usize,
    /// Turns of some length right after one of press or audience.
    answers: usize,
}

/// Fills in the roles that the labels left open. `titled` tells whether a speaker's label holds an office.
pub fn assign(
    text: &str,
    turns: &[Turn],
    sentences: &[Sentence],
    speakers: &mut [TurnSpeaker],
    titled: impl Fn(&str) -> bool,
) {
    let talks = gather(text, turns, sentences, speakers);
    let all: usize = talks.iter().map(|talk| talk.words).sum();
    let most = talks.iter().map(|talk| talk.words).max().unwrap_or(0);
    let press = speakers.iter().any(|speaker| speaker.role == Role::Press);
    let pair = talks.iter().filter(|talk| talk.turns > 1).count() == 2;
    for (speaker, talk) in speakers.iter_mut().zip(&talks) {
        if speaker.role != Role::Unknown {
            continue;
        }
        let asks = talk.asks * 2 >= talk.turns && talk.words * 2 < most;
        let gives = talk.turns >= 3
            && talk.gives * 10 >= talk.turns * 6
            && talk.words <= talk.turns * GIVES_THE_FLOOR;
        speaker.role = if gives && !titled(&speaker.name) {
            Role::Host
        } else if asks && !press && !titled(&speaker.name) && turns.len() > 3 {
            if pair && talk.turns > 1 { Role::Host } else { Role::Press }
        } else if titled(&speaker.name) || talk.answers > 0 || talk.words * 4 >= all {
            Role::Principal
        } else {
            Role::Unknown
        };
    }
}

fn gather(text: &str, turns: &[Turn], sentences: &[Sentence], speakers: &[TurnSpeaker]) -> Vec<Talk> {
    let mut talks = vec![Talk::default(); speakers.len()];
    let mut after_press = false;
    for (i, turn) in turns.iter().enumerate() {
        let spoken = sentences.get(turn.sentences.clone()).unwrap_or_default();
        let words: usize = spoken.iter().map(|sentence| sentence.words.len()).sum();
        let asks = spoken.iter().any(|sentence| is_question(sentence.span.of(text)));
        if let Some(talk) = turn.speaker.and_then(|speaker| talks.get_mut(speaker)) {
            talk.turns += 1;
            talk.words += words;
            talk.asks += usize::from(asks);
            let last = i + 1 == turns.len();
            talk.gives += usize::from(words <= GIVES_THE_FLOOR && words > 0 && !asks && !last);
            talk.answers += usize::from(after_press && words > GIVES_THE_FLOOR);
        }
        let role = turn.speaker.and_then(|speaker| speakers.get(speaker)).map(|speaker| speaker.role);
        after_press = role == Some(Role::Press);
    }
    talks
}

#[cfg(test)]
mod tests {
    use crate::outline::Role::{self, Host, Press, Principal, Unknown};
    use crate::{Options, transcript};

    fn roles(text: &str) -> Vec<Role> {
        transcript(text, &Options::default())
            .map(|read| read.speakers.iter().map(|s| s.role).collect())
            .unwrap_or_default()
    }

    const LONG: &str =
        "We have paid for the new ferry, the old pier and the sea wall, and all of it was paid in May.";

    #[test]
    fn who_gives_the_floor_is_the_host() {
        let text = |floor: &str| {
            format!(
                "ANA REED: {floor}\n\nTOM BOYD: {LONG} {LONG}\n\nANA REED: {floor}\n\nIDA LUND: {LONG} {LONG}\n\nANA REED: {floor}\n\nTOM BOYD: {LONG}"
            )
        };
        assert_eq!(roles(&text("Go ahead, please."))[0], Host);
        assert_eq!(roles(&text("Go ahead, please, you have the floor now."))[0], Unknown, "too many words");
        assert_eq!(roles(&text("Go ahead, please.").replace("ANA", "MINISTER"))[0], Principal);
        let twice = text("Go ahead, please.").replacen("ANA REED: Go ahead, please.\n\n", "", 1);
        assert_ne!(roles(&twice)[1], Host, "twice is no habit");
    }

    #[test]
    fn who_asks_and_says_little_is_of_the_press() {
        let text =
            format!("ANA REED: Who pays?\n\nTOM BOYD: {LONG}\n\nIDA LUND: And when?\n\nTOM BOYD: {LONG}");
        assert_eq!(roles(&text), [Press, Principal, Press]);
        let pair =
            format!("ANA REED: Who pays?\n\nTOM BOYD: {LONG}\n\nANA REED: And when?\n\nTOM BOYD: {LONG}");
        assert_eq!(roles(&pair), [Host, Principal]);
        let once = pair.replace(
            "ANA REED: And when?",
            "TOM BOYD: Yes.\n\nPAT COLE: So.\n\nIDA LUND: When?\n\nPAT COLE: So.",
        );
        assert_eq!(roles(&once)[0], Press, "two others speak again and again");
        let short = format!("ANA REED: Who pays?\n\nTOM BOYD: {LONG}\n\nIDA LUND: When?");
        assert_ne!(roles(&short)[0], Press, "three turns");
        let long = text.replace("Who pays?", &format!("{LONG} Who pays?"));
        assert_ne!(roles(&long)[0], Press, "half as many words");
        assert_eq!(roles(&text.replace("ANA REED", "MINISTER REED"))[0], Principal);
        let quoted = text.replace("Who pays?", "“Who pays?”");
        assert_eq!(roles(&quoted)[0], Press);
    }

    #[test]
    fn who_answers_the_press_is_a_principal() {
        let others = format!("ANA REED: {LONG} {LONG} {LONG} {LONG}\n\nIDA LUND: Yes.\n\n");
        let answer = |words: &str| {
            roles(&format!("{others}Q: Who pays?\n\nTOM BOYD: {words}\n\nQ: When?\n\nANA REED: {LONG}"))
        };
        assert_eq!(answer("The board pays for all of it."), [Principal, Unknown, Press, Principal]);
        assert_eq!(answer("The board does."), [Principal, Unknown, Press, Unknown]);
    }
}
