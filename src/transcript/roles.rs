//! Roles: who leads through the event, whom it is about, who asks. Labels tell some of it, the order of turns the rest.

use super::chars::{is_closing, trim_end};
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
            if pair { Role::Host } else { Role::Press }
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
        let asks = spoken.iter().any(|sentence| trim_end(sentence.span.of(text), is_closing).ends_with('?'));
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
