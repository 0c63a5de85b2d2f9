//! Who asked and who answered in a section of questions and answers.

use std::ops::Range;

use crate::outline::{Answer, Exchange, Role, Span};
use crate::transcript::Transcript;

/// Consecutive sentences of one turn.
struct Stretch {
    span: Span,
    speaker: Option<usize>,
    is_question: bool,
}

/// The exchange in a stretch of sentences; `None` where there are none. What a moderator says before the first
/// question is no part of it.
pub fn read(transcript: &Transcript<'_>, range: Range<usize>) -> Option<Exchange> {
    let role_of = |sentence: usize| speaker_of(transcript, sentence).map(|(_, role)| role);
    let by_role = range.clone().any(|sentence| role_of(sentence) == Some(Role::Press));
    // Where nobody is known to be of the press, the section begins with its question, up to the first answer.
    let first_answer = first_answer(transcript, range.clone());
    let is_question = |sentence: usize| {
        if by_role { role_of(sentence) == Some(Role::Press) } else { sentence < first_answer }
    };
    let mut exchanges: Vec<Exchange> = Vec::new();
    for stretch in stretches(transcript, range, is_question) {
        match exchanges.last_mut() {
            // The same questioner goes on after an interruption that was no answer.
            Some(last) if stretch.is_question && last.answers.is_empty() => {
                last.question.end = stretch.span.end;
            }
            _ if stretch.is_question => exchanges.push(Exchange {
                asker: stretch.speaker,
                question: stretch.span,
                answers: Vec::new(),
                follow_ups: Vec::new(),
            }),
            Some(last) => last.answers.push(Answer { speaker: stretch.speaker, span: stretch.span }),
            None => {}
        }
    }
    let mut exchanges = exchanges.into_iter();
    let mut first = exchanges.next()?;
    first.follow_ups = exchanges.collect();
    Some(first)
}

/// The first sentence after the first run of question marks, or of another turn after one.
fn first_answer(transcript: &Transcript<'_>, range: Range<usize>) -> usize {
    let asks = |sentence: usize| {
        let text = transcript.sentences.get(sentence).map_or("", |s| s.span.of(transcript.text));
        text.trim_end_matches(['"', '”', '’', ')']).ends_with(['?', '？'])
    };
    let first_question = range.clone().find(|&sentence| asks(sentence)).unwrap_or(range.start);
    (first_question..range.end)
        .find(|&sentence| !asks(sentence) && sentence > first_question)
        .unwrap_or(range.end)
}

fn speaker_of(transcript: &Transcript<'_>, sentence: usize) -> Option<(usize, Role)> {
    let turn = transcript.sentences.get(sentence)?.turn?;
    let speaker = transcript.turns.get(turn)?.speaker?;
    Some((speaker, transcript.speakers.get(speaker)?.role))
}

fn stretches(
    transcript: &Transcript<'_>,
    range: Range<usize>,
    is_question: impl Fn(usize) -> bool,
) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut last = None;
    for index in range {
        let Some(sentence) = transcript.sentences.get(index) else { break };
        let this = (sentence.turn, is_question(index));
        match stretches.last_mut().filter(|_| last == Some(this)) {
            Some(stretch) => stretch.span.end = sentence.span.end,
            None => stretches.push(Stretch {
                span: sentence.span,
                speaker: speaker_of(transcript, index).map(|(speaker, _)| speaker),
                is_question: this.1,
            }),
        }
        last = Some(this);
    }
    stretches
}
