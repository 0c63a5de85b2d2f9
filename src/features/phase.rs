//! Where the transcript stands between statements and questions, at each sentence.

use super::unit::{Ending, Units};
use crate::outline::Role;
use crate::tally::Counts;

/// Distances are counted up to here; beyond, all are "far".
const FAR: u32 = 12;

/// For each sentence, counts that look at the whole transcript.
#[derive(Debug, Default)]
pub struct Phase {
    /// Turns of press or audience before this one.
    pub press_turns_before: Vec<u32>,
    /// Turns since the last and until the next turn of press or audience; `FAR` where there is none.
    pub since_press: Vec<u32>,
    pub until_press: Vec<u32>,
    /// Sentences since the last and until the next question mark.
    pub since_question: Vec<u32>,
    pub until_question: Vec<u32>,
    /// Whether the speaker of the turn speaks for the first time.
    pub new_speaker: Vec<bool>,
    /// Whether the questioner is the one of the question before.
    pub same_asker: Vec<bool>,
    /// Question marks in the turn.
    pub questions_in_turn: Vec<u32>,
    /// All turns of press or audience.
    pub press_turns: u32,
}

impl Phase {
    pub fn of(units: &Units) -> Self {
        let mut phase = Self::default();
        phase.walk_forward(units);
        phase.walk_backward(units);
        phase
    }

    fn walk_forward(&mut self, units: &Units) {
        let (mut since_press, mut since_question) = (FAR, FAR);
        let mut last_asker = None;
        let (mut new_speaker, mut same_asker) = (false, false);
        let mut seen = Counts::default();
        for unit in &units.all {
            if unit.opens_turn() {
                since_press = (since_press + 1).min(FAR);
                new_speaker = unit.speaker.is_some_and(|speaker| seen.is_new(speaker as u64));
                same_asker = false;
                if unit.role == Role::Press {
                    self.press_turns += 1;
                    since_press = 0;
                    same_asker = unit.speaker.is_some() && last_asker == unit.speaker;
                    last_asker = unit.speaker;
                }
            }
            self.press_turns_before.push(self.press_turns);
            self.since_press.push(since_press);
            self.new_speaker.push(new_speaker);
            self.same_asker.push(same_asker);
            self.since_question.push(since_question);
            since_question = if unit.ending == Ending::Question { 0 } else { (since_question + 1).min(FAR) };
        }
    }

    fn walk_backward(&mut self, units: &Units) {
        let (mut until_press, mut until_question) = (FAR, FAR);
        let (mut questions, mut turn_of_questions) = (0, None);
        for unit in units.all.iter().rev() {
            if turn_of_questions != Some(unit.turn) {
                questions = 0;
                turn_of_questions = Some(unit.turn);
            }
            let asks = unit.ending == Ending::Question;
            questions += u32::from(asks);
            until_question = if asks { 0 } else { (until_question + 1).min(FAR) };
            self.until_press.push(until_press);
            self.until_question.push(until_question);
            self.questions_in_turn.push(questions);
            if unit.opens_turn() {
                until_press = if unit.role == Role::Press { 0 } else { (until_press + 1).min(FAR) };
            }
        }
        self.until_press.reverse();
        self.until_question.reverse();
        self.questions_in_turn.reverse();
        // So far each sentence knows the questions from itself on; the turn's first sentence knows them all.
        let mut of_turn = 0;
        for (unit, count) in units.all.iter().zip(&mut self.questions_in_turn) {
            if unit.opens_turn() {
                of_turn = *count;
            }
            *count = of_turn;
        }
    }
}
