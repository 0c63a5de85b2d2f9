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
    // "Q: Thank you, Doctor." asks nothing.
    let thanks =
        |last: &mut Exchange| last.answers.is_empty() && !last.question.of(transcript.text).contains('?');
    first.follow_ups.pop_if(thanks);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// The exchange over the whole text: `question > answer, answer` for each, the speakers by their number.
    fn exchanges(text: &str) -> Vec<String> {
        let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
        let said = |speaker: Option<usize>, span: Span| {
            format!(
                "{} {}",
                speaker.map_or("?".into(), |speaker| speaker.to_string()),
                span.of(text).replace('\n', " ")
            )
        };
        let written = |exchange: &Exchange| {
            let answers: Vec<String> =
                exchange.answers.iter().map(|answer| said(answer.speaker, answer.span)).collect();
            format!("{} > {}", said(exchange.asker, exchange.question), answers.join(", "))
        };
        let Some(exchange) = read(&transcript, 0..transcript.sentences.len()) else { return Vec::new() };
        [written(&exchange)].into_iter().chain(exchange.follow_ups.iter().map(written)).collect()
    }

    #[test]
    fn the_press_asks_and_all_others_answer() {
        let text = "MODERATOR: Go ahead.\n\nQ: Thank you. Who pays?\n\nMS. REED: We do. All of it.\n\n\
                    MR. BOYD: In part.\n\nQ: And when?\n\nMS. REED: In May.";
        assert_eq!(
            exchanges(text),
            ["1 Thank you. Who pays? > 2 We do. All of it., 3 In part.", "1 And when? > 2 In May."]
        );
    }

    #[test]
    fn thanks_at_the_end_are_no_question() {
        let text = "Q: Who pays?\n\nMS. REED: We do.\n\nQ: ";
        assert_eq!(exchanges(&format!("{text}Thank you.")).len(), 1);
        assert_eq!(exchanges(&format!("{text}And when?")).len(), 2);
    }

    #[test]
    fn who_is_interrupted_goes_on_asking() {
        let text = "Q: You said\n\nQ: Who pays?\n\nMS. REED: We do.";
        assert_eq!(exchanges(text), ["0 You said  Q: Who pays? > 1 We do."]);
    }

    #[test]
    fn without_press_the_section_begins_with_its_question() {
        let text = "MS. REED: I have a question. Who pays? Who does?\n\nMR. BOYD: We do. Why not?";
        let found = exchanges(text);
        assert_eq!(found, ["0 I have a question. Who pays? Who does? > 1 We do. Why not?"]);
        assert_eq!(
            exchanges("MS. REED: “Who pays?” We do.\n\nMR. BOYD: Yes."),
            ["0 “Who pays?” > 0 We do., 1 Yes."]
        );
        assert_eq!(exchanges("MS. REED: We sail.\n\nMR. BOYD: Yes."), ["0 We sail. > 1 Yes."]);
    }
}
