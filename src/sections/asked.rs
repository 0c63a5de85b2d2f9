//! Questions that somebody answers. In a long press conference the model knows them; in a short paste a single question
//! has too little around it, so what its label says is given weight of its own; so is that nobody asks before the first
//! label of the press, or in a speech without labels.

use std::ops::Range;

use super::lattice::{CERTAIN, Potentials};
use super::model::KINDS;
use crate::outline::{Role, SectionKind};
use crate::transcript::{Sentence, Transcript, Turn, holds_folded, is_of_press, is_question};

/// Leads over to questions, in a speech that has them.
const HAND_OVERS: [&str; 2] = ["questions", "question-and-answer"];

/// Of so many sentences of a speech, one may be a question; of an interview, more.
const OFTEN: usize = 14;

/// Holds the sentences of answered questions to the kind of questions and answers, and begins a section where another
/// questioner than the last follows on an answer.
pub fn hold(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    free_statements(transcript, potentials);
    // Where nothing is punctuated, questions have no marks.
    if transcript.turns.len() < 2 && transcript.notes.iter().all(|note| note.code != "no-punctuation") {
        free_speech(transcript, potentials);
    }
    let mut asker = None;
    let mut before: Option<&Turn> = None;
    for pair in transcript.turns.windows(2) {
        let [turn, next] = pair else { continue };
        let follows = before.replace(turn);
        if !(is_question_of_press(transcript, turn) && is_of_another(turn, next)) {
            continue;
        }
        let last = asker.replace(turn.speaker);
        let opens = last.is_some_and(|last| last != turn.speaker)
            && follows.is_some_and(|follows| role(transcript, follows) == Some(Role::Principal));
        if let Some(first) = potentials.get_mut(turn.sentences.start).filter(|_| opens) {
            first.start[SectionKind::QuestionAnswer as usize] += CERTAIN;
        }
        for potentials in potentials.get_mut(turn.sentences.clone()).unwrap_or_default() {
            for kind in (0..KINDS).filter(|kind| *kind != SectionKind::QuestionAnswer as usize) {
                potentials.inside[kind] -= CERTAIN;
                potentials.start[kind] -= CERTAIN;
            }
        }
    }
}

/// Keeps what is said before anybody of the press speaks from being a question or an answer: all but a host's call on
/// the first of them. Where it is only their questions that tell who is of the press, others may have asked before.
fn free_statements(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    let is_press = |turn: &Turn| role(transcript, turn) == Some(Role::Press);
    let Some(place) = transcript.turns.iter().position(is_press) else { return };
    let calls = |turn: &&Turn| role(transcript, turn) == Some(Role::Host);
    let turn = |place: usize| transcript.turns.get(place);
    let last = place.checked_sub(1).and_then(turn).filter(calls).or(turn(place));
    let end = last.map_or(0, |turn| turn.sentences.start);
    let speaker =
        turn(place).and_then(|turn| turn.speaker).and_then(|speaker| transcript.speakers.get(speaker));
    let labelled = speaker.is_some_and(|speaker| is_of_press(&speaker.name));
    // "HOST: And who pays?": an interview before the audience's questions. A principal may ask colleagues.
    let asks = |turn: &Turn| {
        let last = turn.sentences.end.checked_sub(1).and_then(|last| transcript.sentences.get(last));
        last.is_some_and(|last| is_question(last.span.of(transcript.text)))
            && !(labelled && role(transcript, turn) == Some(Role::Principal))
    };
    if !transcript.turns.iter().take(place).any(asks) {
        rule_out_questions(potentials, end);
    }
}

/// Keeps an unlabelled speech from being questions and answers, up to where it first speaks of questions: what it asks is
/// rhetorical. One that asks often may be an interview.
fn free_speech(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    let speaks = |sentence: &Sentence| {
        let text = sentence.span.of(transcript.text);
        HAND_OVERS.iter().any(|words| holds_folded(text, words))
    };
    let asks = |sentence: &&Sentence| is_question(sentence.span.of(transcript.text));
    if transcript.sentences.iter().filter(asks).count() * OFTEN <= transcript.sentences.len() {
        let end = transcript.sentences.iter().position(speaks).unwrap_or(potentials.len());
        rule_out_questions(potentials, end);
    }
}

/// Makes questions and answers less likely up to a sentence.
fn rule_out_questions(potentials: &mut [Potentials], end: usize) {
    for potentials in potentials.iter_mut().take(end) {
        potentials.inside[SectionKind::QuestionAnswer as usize] -= CERTAIN;
        potentials.start[SectionKind::QuestionAnswer as usize] -= CERTAIN;
    }
}

/// Whether a stretch of sentences is a speaker's of this role and has no question: what a principal adds to the answer
/// before it, or a host who calls on somebody.
pub fn asks_nothing(transcript: &Transcript<'_>, range: Range<usize>, by: Role) -> bool {
    transcript.sentences.get(range).unwrap_or_default().iter().all(|sentence| {
        let turn = sentence.turn.and_then(|turn| transcript.turns.get(turn));
        turn.and_then(|turn| role(transcript, turn)) == Some(by)
            && !sentence.span.of(transcript.text).contains('?')
    })
}

/// "Q: When does it start?", but not "Q: Thank you!"
fn is_question_of_press(transcript: &Transcript<'_>, turn: &Turn) -> bool {
    role(transcript, turn) == Some(Role::Press) && turn.span.of(transcript.text).contains('?')
}

fn role(transcript: &Transcript<'_>, turn: &Turn) -> Option<Role> {
    turn.speaker.and_then(|speaker| transcript.speakers.get(speaker)).map(|speaker| speaker.role)
}

fn is_of_another(turn: &Turn, next: &Turn) -> bool {
    turn.speaker != next.speaker
}

#[cfg(test)]
mod tests {
    use super::{CERTAIN, Potentials, hold};
    use crate::{Options, SectionKind, outline, transcript};

    /// What is known of the kinds of each sentence without the model.
    fn weighed(text: &str) -> Vec<Potentials> {
        let read = transcript(text, &Options::default()).expect("a transcript");
        let mut potentials = vec![Potentials::default(); read.sentences.len()];
        hold(&read, &mut potentials);
        potentials
    }

    /// Neither question nor answer.
    fn is_free(sentence: &Potentials) -> bool {
        sentence.inside[SectionKind::QuestionAnswer as usize] < 0
    }

    #[test]
    fn a_single_question_in_a_short_paste_is_a_question() {
        let text = "MS. REED: Good morning. Today I am announcing a new ferry line. It will run twice a day.\n\n\
                    Q: When does it start?\n\nMS. REED: In May.";
        let kinds = outline(text, &Options::default()).map(|outline| outline.sections.last().map(|s| s.kind));
        assert_eq!(kinds, Ok(Some(SectionKind::QuestionAnswer)));
    }

    #[test]
    fn another_questioner_behind_an_answer_opens_a_section() {
        let opened = |second: &str| {
            let text = format!(
                "Question (Radio): Who pays?\n\nMS. REED: We do.\n\n{second}: Who else?\n\nMS. REED: Nobody."
            );
            weighed(&text)[2].start[SectionKind::QuestionAnswer as usize] > 0
        };
        assert!(opened("Question (Courier)") && !opened("Question (Radio)"));
    }

    #[test]
    fn nothing_is_answered_before_the_press_speaks() {
        let free = |text: &str| -> Vec<bool> { weighed(text).iter().map(is_free).collect() };
        let talk =
            "MS. REED: Welcome. Are we late?\n\nMODERATOR: Tom. Go on.\n\nQ: Thanks.\n\nMS. REED: We sail.";
        assert_eq!(free(talk), [true, true, false, false, false, false]);
        assert_eq!(free(&talk.replace("MODERATOR", "MR. BOYD"))[2..], [true, true, false, false]);
        let told = "MINISTER REED: We sail.\n\nANA: Who pays?\n\nMINISTER REED: We do.\n\nTOM: And who sails with you?\n\n\
                    MINISTER REED: We all do, and we always did, for as long as there has been a boat.";
        assert_eq!(free(told), [true, false, false, false, false]);
        assert_eq!(free(&told.replace("We sail.", "Who sails?")), [false; 5], "others may have asked before");
        assert_eq!(free("MS. REED: We sail.\n\nMR. BOYD: We do."), [false; 2]);
        let interview = "MINISTER REED: We sail.\n\nHOST: Who pays?\n\nMINISTER REED: We do.\n\nAUDIENCE MEMBER: When?\n\n\
                         MINISTER REED: In May.";
        assert_eq!(free(interview), [false; 5], "the host asks first");
    }

    #[test]
    fn a_speech_without_labels_asks_nobody() {
        let free = |text: &str| weighed(text).iter().filter(|one| is_free(one)).count();
        let speech = "We sail. ".repeat(13) + "Who pays?";
        assert_eq!(free(&speech), 14);
        assert_eq!(free(&format!("{speech} Who does?")), 0, "who asks often may be interviewed");
        assert_eq!(free(&format!("{speech} I will take your questions. We do.")), 14);
        assert_eq!(free(&format!("Question-and-answer part. {speech}")), 0);
        assert_eq!(free(&format!("MS. REED: {speech}\n\nMR. BOYD: We do.")), 0);
        assert_eq!(
            free(&"and so we sail to the pier with who pays for it ".repeat(30)),
            0,
            "no marks at all"
        );
    }

    #[test]
    fn only_an_answered_question_of_the_press_is_held() {
        let held = |text: &str| {
            weighed(text).iter().map(|one| (one.inside[2], one.start[3], one.inside[4])).collect::<Vec<_>>()
        };
        let before = (0, 0, -CERTAIN);
        let (free, weighed) = ((0, 0, 0), (-CERTAIN, -CERTAIN, 0));
        assert_eq!(held("Q: Thanks. Who pays?\n\nMS. REED: We do."), [weighed, weighed, free]);
        assert_eq!(held("Q: Thanks.\n\nMS. REED: We do."), [free, free], "nothing is asked");
        assert_eq!(held("MS. REED: Who pays?\n\nQ: We do."), [before, free], "not by the press");
        assert_eq!(held("MS. REED: We sail.\n\nQ: Who pays?"), [before, free], "nobody answers");
        assert_eq!(
            held("Q: Who pays?\n\nQ: Who does?\n\nMS. REED: We do."),
            [free, weighed, free],
            "the same voice goes on"
        );
    }
}
