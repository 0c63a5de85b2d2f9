//! Who asked and who answered in a section of questions and answers.

use std::ops::Range;

use crate::outline::{Answer, Exchange, Role, Span};
use crate::transcript::{Transcript, is_question};

/// Consecutive sentences of one turn.
struct Stretch {
    span: Span,
    speaker: Option<usize>,
    is_question: bool,
}

/// The exchange in a stretch of sentences; `None` where nobody asks. What a moderator says before the first question is
/// no part of it.
pub fn read(transcript: &Transcript<'_>, range: Range<usize>) -> Option<Exchange> {
    let asks = questioner(transcript, range.clone())?;
    let is_question = |sentence: usize| match asks {
        Asks::Press => role_of(transcript, sentence) == Some(Role::Press),
        Asks::Speaker(asker) => speaker_of(transcript, sentence).is_some_and(|(speaker, _)| speaker == asker),
        Asks::Until(first_answer) => sentence < first_answer,
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

/// Whose sentences are the questions of a section.
enum Asks {
    Press,
    /// Nobody is known to be of the press.
    Speaker(usize),
    /// Nor is there more than one speaker: the sentences before this one.
    Until(usize),
}

fn questioner(transcript: &Transcript<'_>, range: Range<usize>) -> Option<Asks> {
    if range.clone().any(|sentence| role_of(transcript, sentence) == Some(Role::Press)) {
        return Some(Asks::Press);
    }
    let asks = |&sentence: &usize| {
        transcript
            .sentences
            .get(sentence)
            .is_some_and(|sentence| is_question(sentence.span.of(transcript.text)))
    };
    let first_question = range.clone().find(asks);
    let first = first_question.unwrap_or(range.start);
    let asker = speaker_of(transcript, first);
    let others = (first..range.end).any(|sentence| speaker_of(transcript, sentence) != asker);
    match asker.filter(|_| others) {
        // "HOST: You always said that you would pay."
        Some((_, Role::Principal)) if first_question.is_none() => None,
        Some((speaker, _)) => Some(Asks::Speaker(speaker)),
        None => {
            let run = (first_question?..range.end).take_while(asks).count();
            Some(Asks::Until(first + run))
        }
    }
}

fn role_of(transcript: &Transcript<'_>, sentence: usize) -> Option<Role> {
    speaker_of(transcript, sentence).map(|(_, role)| role)
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
            exchanges(
                "MS. REED: “Who pays?” I ask you.\n\nMR. BOYD: We.\n\nMS. REED: When?\n\nMR. BOYD: Now."
            ),
            ["0 “Who pays?” I ask you. > 1 We.", "0 When? > 1 Now."]
        );
        let call =
            "CHAIR: Mr. Boyd, for five minutes.\n\nMR. BOYD: Thank you, Chair. Who pays?\n\nMS. REED: We do.";
        assert_eq!(
            exchanges(call),
            ["1 Thank you, Chair. Who pays? > 2 We do."],
            "who calls on them asks nothing"
        );
    }

    #[test]
    fn where_nobody_asks_there_is_no_exchange() {
        assert_eq!(exchanges("MINISTER REED: We sail.\n\nMR. BOYD: Yes."), [""; 0]);
        assert_eq!(
            exchanges("HOST: We sail.\n\nMR. BOYD: Yes."),
            ["0 We sail. > 1 Yes."],
            "he asks without a mark"
        );
        assert_eq!(exchanges("MS. REED: We sail. We do."), [""; 0]);
        assert_eq!(
            exchanges("We sail. Who pays? Who? We do. We all do."),
            ["? We sail. Who pays? Who? > ? We do. We all do."]
        );
    }
}
