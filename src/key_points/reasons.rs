//! Why a key point is one, in fixed terms.

use crate::facts::{Fact, FactKind, FactValue};
use crate::language::lists::list;
use crate::language::{Table, Terms, folded};
use crate::outline::{Reason, Span};
use crate::transcript::Transcript;

const LONGEST_PHRASE: usize = 4;
const LONGEST_DEADLINE: usize = 3;

#[derive(Debug)]
pub struct Reasons {
    phrases: Table,
    deadline_words: Terms,
}

impl Reasons {
    pub fn english() -> Self {
        Self {
            phrases: Table::parse(list!("en/key_points/reasons.txt").text()),
            deadline_words: Terms::of(&[list!("en/key_points/deadline_words.txt")]),
        }
    }

    /// The reasons that the facts and words of a sentence give, in the order of [`Reason`], each once.
    pub fn of(
        &self,
        transcript: &Transcript<'_>,
        words: std::ops::Range<usize>,
        facts: &[Fact],
    ) -> Vec<Reason> {
        let has = |kind| facts.iter().any(|fact| fact.kind == kind);
        let folded: Vec<String> = words.clone().map(|index| folded(transcript.word(index))).collect();
        let said = self.said(&folded);
        let is_due = |fact: &Fact| match (&fact.kind, &fact.value) {
            (FactKind::Commitment, Some(FactValue::Action(action))) => action.by.is_some(),
            (FactKind::Date, _) => self.follows_deadline_word(transcript, words.clone(), &folded, fact.span),
            _ => false,
        };
        [
            (Reason::Decision, has(FactKind::Decision)),
            (Reason::Commitment, has(FactKind::Commitment)),
            (Reason::Figure, has(FactKind::Figure)),
            (Reason::Deadline, facts.iter().any(is_due)),
            (Reason::First, said.contains(&"first")),
            (Reason::Warning, said.contains(&"warning")),
            (Reason::Position, said.contains(&"position")),
        ]
        .into_iter()
        .filter_map(|(reason, holds)| holds.then_some(reason))
        .collect()
    }

    /// What the phrases of a sentence say, by the names in the list.
    fn said(&self, folded: &[String]) -> Vec<&'static str> {
        let mut said = Vec::new();
        for start in 0..folded.len() {
            let mut phrase = String::new();
            for word in folded.iter().skip(start).take(LONGEST_PHRASE) {
                if !phrase.is_empty() {
                    phrase.push(' ');
                }
                phrase.push_str(word);
                if !self.phrases.continues(&phrase) {
                    break;
                }
                said.extend(self.phrases.get(&phrase));
            }
        }
        said
    }

    /// "by May 3", "as of Monday", "within 30 days".
    fn follows_deadline_word(
        &self,
        transcript: &Transcript<'_>,
        mut words: std::ops::Range<usize>,
        folded: &[String],
        date: Span,
    ) -> bool {
        let start_of = |index: usize| transcript.words.get(index).map_or(0, |word| word.span.start);
        let Some(at) = words.position(|index| start_of(index) >= date.start) else { return false };
        let within = folded.get(at).is_some_and(|word| self.deadline_words.contains(word));
        within
            || (1..=LONGEST_DEADLINE.min(at)).any(|back| {
                let phrase = folded.get(at - back..at).unwrap_or_default().join(" ");
                let behind_the = phrase.strip_suffix(" the").unwrap_or(&phrase);
                self.deadline_words.contains(&phrase) || self.deadline_words.contains(behind_the)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::facts::Finder;

    fn reasons(text: &str) -> Vec<Reason> {
        let transcript = crate::transcript(text, &Options::default()).expect("a transcript");
        let facts = Finder::new(&transcript).find(&transcript, transcript.sentences[0].span);
        Reasons::english().of(&transcript, transcript.sentences[0].words.clone(), &facts)
    }

    #[test]
    fn the_words_tell_why() {
        for (text, expected) in [
            ("The council has approved the plan.", vec![Reason::Decision]),
            (
                "We will build 40 schools by May 3, 2031.",
                vec![Reason::Commitment, Reason::Figure, Reason::Deadline],
            ),
            ("The dam is at risk, for the first time in a decade.", vec![Reason::First, Reason::Warning]),
            ("We must protect the coast.", vec![Reason::Position]),
            ("The weather was fine on May 3, 2031.", vec![]),
        ] {
            assert_eq!(reasons(text), expected, "{text}");
        }
    }
}
