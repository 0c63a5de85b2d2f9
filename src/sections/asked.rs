//! Questions that somebody answers. In a long press conference the model knows them; in a short paste a single question
//! has too little around it, so what its label says is given weight of its own; so is that nobody asks before the first
//! label of the press, or in a speech without labels.

use std::ops::Range;

use super::lattice::{CERTAIN, Potentials};
use super::model::KINDS;
use super::questioners::{are_told_apart, is_named, says_who_asks};
use crate::language::lists::list;
use crate::outline::{Role, SectionKind};
use crate::transcript::{Sentence, Transcript, Turn, holds_folded, is_of_press, is_question};

/// Sentences of "Thank you, Minister. We have one more on the left. Yes, sir."
const CALL: usize = 3;

/// Words of "Yeah." and "Go ahead, please." behind an answer, and of "Last one for today, Tom." in a turn of its own.
const CALL_WORDS: usize = 3;
const LAST_WORDS: usize = 5;

/// Sentences of a host's turn that calls on who asks, and of one that asks wherever its question stands.
const BRIEF: usize = 6;

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
    divide(transcript, potentials);
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

/// Begins a section where a questioner says who they are, and none where one whom a label names asks on.
fn divide(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    let told_apart = are_told_apart(transcript);
    let mut last: Option<&Turn> = None;
    for turn in transcript.turns.iter().filter(|turn| role(transcript, turn) == Some(Role::Press)) {
        let before = last.replace(turn);
        let goes_on = before.filter(|before| before.speaker == turn.speaker);
        let named = turn.speaker.is_some_and(|speaker| is_named(transcript, speaker));
        if let Some(before) = goes_on.filter(|_| told_apart && named) {
            let exchange = before.sentences.start + 1..turn.sentences.end;
            for potentials in potentials.get_mut(exchange).unwrap_or_default() {
                potentials.start.iter_mut().for_each(|start| *start -= CERTAIN);
            }
        } else if says_who_asks(transcript, turn) {
            let call = start_of_call(transcript, turn);
            for (index, potentials) in
                potentials.iter_mut().enumerate().take(turn.sentences.start + 1).skip(call)
            {
                if index == call {
                    // The model is surer than four nats that a short thanks before a name goes on.
                    potentials.start[SectionKind::QuestionAnswer as usize] += 2 * CERTAIN;
                } else {
                    potentials.start.iter_mut().for_each(|start| *start -= CERTAIN);
                }
            }
        }
    }
}

/// Where the call on who asks begins: at "Yeah." in "We do. Yeah. Q: Ana Reed from the Courier." Else the turn's first sentence.
fn start_of_call(transcript: &Transcript<'_>, turn: &Turn) -> usize {
    let start = turn.sentences.start;
    let turn_of = |sentence: usize| {
        let sentence = transcript.sentences.get(sentence)?;
        sentence.turn.and_then(|turn| transcript.turns.get(turn))
    };
    let before = start.checked_sub(1).and_then(turn_of);
    if let Some(before) = before.filter(|before| calls(transcript, before)) {
        return before.sentences.start;
    }
    let first = before.map_or(start, |before| before.sentences.start + 1);
    let is_short = |at: &usize| transcript.sentences.get(*at).is_some_and(|at| at.words.len() <= CALL_WORDS);
    (first..start).rev().take(CALL).take_while(is_short).last().unwrap_or(start)
}

/// Whether a turn between a statement or an answer and a question only calls on who asks: a host's, or a short one that
/// answers nobody.
fn calls(transcript: &Transcript<'_>, turn: &Turn) -> bool {
    let before =
        turn.sentences.start.checked_sub(1).and_then(|before| transcript.sentences.get(before)?.turn);
    let before = before.and_then(|before| role(transcript, transcript.turns.get(before)?));
    match role(transcript, turn) {
        Some(Role::Host) => turn.sentences.len() <= BRIEF,
        Some(Role::Press) => false,
        _ => {
            let last = turn.sentences.end.checked_sub(1).and_then(|last| transcript.sentences.get(last));
            turn.sentences.len() <= CALL
                && last.is_some_and(|last| last.words.len() <= LAST_WORDS)
                && before.is_some_and(|before| before != Role::Press)
        }
    }
}

/// Keeps what is said before anybody of the press speaks from being a question or an answer: all but a host's call on
/// the first of them. Where it is only their questions that tell who is of the press, others may have asked before.
fn free_statements(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    let is_press = |turn: &Turn| role(transcript, turn) == Some(Role::Press);
    let Some(place) = transcript.turns.iter().position(is_press) else { return };
    let turn = |place: usize| transcript.turns.get(place);
    let last = place
        .checked_sub(1)
        .and_then(turn)
        .filter(|turn| role(transcript, turn) == Some(Role::Host) || calls(transcript, turn))
        .or(turn(place));
    let end = last.map_or(0, |turn| turn.sentences.start);
    let speaker =
        turn(place).and_then(|turn| turn.speaker).and_then(|speaker| transcript.speakers.get(speaker));
    let labelled = speaker.is_some_and(|speaker| is_of_press(&speaker.name));
    // "HOST: And who pays?": an interview before the audience's questions. A principal may ask colleagues.
    let asks = |turn: &Turn| {
        let sentences = transcript.sentences.get(turn.sentences.clone()).unwrap_or_default();
        let rest = sentences.len().saturating_sub(if sentences.len() > BRIEF { 1 } else { BRIEF });
        sentences.iter().skip(rest).any(|sentence| is_question(sentence.span.of(transcript.text)))
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
        list!("en/questions/hand_overs.txt").terms().any(|words| holds_folded(text, words))
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

    /// The sentences at which a section of questions and answers is made to begin, and those at which none may.
    fn begun(text: &str) -> (Vec<usize>, Vec<usize>) {
        let weighed = weighed(text);
        let starts = |sign: i32| {
            let start = |at: &usize| weighed[*at].start[SectionKind::QuestionAnswer as usize] * sign > 0;
            (0..weighed.len()).filter(start).collect()
        };
        (starts(1), starts(-1))
    }

    #[test]
    fn who_says_their_name_begins_an_exchange() {
        let talk = |call: &str, name: &str| {
            begun(&format!(
                "Q: Who pays?\n\nMS. REED: We do.{call}\n\nQ: Hi. {name} Who else?\n\nMS. REED: Nobody."
            ))
            .0
        };
        assert_eq!(talk("", "Tom Boyd from the Courier."), [2]);
        assert_eq!(talk("", "Good to see you."), [0; 0]);
        assert_eq!(talk(" Yes.", "Tom Boyd, Courier."), [2], "the call on who asks goes with the question");
        assert_eq!(talk(" Next question. Tom, please.", "Tom Boyd, Courier."), [2]);
        assert_eq!(talk("\n\nMODERATOR: Thank you. Next, please.", "Tom Boyd, Courier."), [2]);
        assert_eq!(talk("\n\nMR. LUND: Thank you. Next, please.", "Tom Boyd, Courier."), [2]);
    }

    #[test]
    fn whom_a_label_names_asks_on() {
        let talk = |third: &str| {
            begun(&format!(
                "Q1: Who pays?\n\nMS. REED: We do.\n\nQ1: Who else?\n\nMS. REED: Nobody.\n\n\
                 Q2: When?\n\nMS. REED: In May.\n\n{third}: Where?\n\nMS. REED: Here."
            ))
            .1
        };
        assert_eq!(talk("Q3"), [1, 2]);
        assert_eq!(talk("Q2"), [0; 0], "two may interview a third");
    }

    #[test]
    fn nothing_is_answered_before_the_press_speaks() {
        let free = |text: &str| -> Vec<bool> { weighed(text).iter().map(is_free).collect() };
        let talk =
            "MS. REED: Welcome. Are we late?\n\nMODERATOR: Tom. Go on.\n\nQ: Thanks.\n\nMS. REED: We sail.";
        assert_eq!(free(talk), [true, true, false, false, false, false]);
        assert_eq!(free(&talk.replace("MODERATOR", "MR. BOYD")), free(talk), "a short turn calls, too");
        let statement = talk.replace("MODERATOR: Tom. Go on.", "MR. BOYD: We sail. We land. We sail. We do.");
        assert_eq!(free(&statement), [true, true, true, true, true, true, false, false]);
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
