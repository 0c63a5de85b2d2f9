//! The sentences that may be key points: spoken, no question, no front matter, no mere greeting.

use super::concepts::Concepts;
use super::coverage::Pick;
use super::reasons::Reasons;
use super::trim::Trimmer;
use crate::facts::Finder;
use crate::outline::{Exchange, KeyPoint, Role, Section, SectionKind, Span};
use crate::sections::items;
use crate::transcript::{Sentence, Transcript, is_question};

/// Shorter sentences ("Thank you, John.") stand for nothing alone.
const FEWEST_WORDS: usize = 5;

#[derive(Debug)]
pub struct Candidate {
    /// Index into [`Transcript::sentences`].
    pub sentence: usize,
    /// Index into the sections.
    pub section: usize,
    /// The sentence without its leading markers.
    pub span: Span,
    /// Whether it begins with a word that points back.
    pub leans: bool,
    /// The sentence that it leans on.
    pub context: Option<Span>,
    pub words: usize,
}

#[cfg(test)]
impl Candidate {
    /// Each sentence of the transcript as a candidate.
    pub fn all(transcript: &Transcript<'_>) -> Vec<Self> {
        let spans = transcript.sentences.iter().map(|sentence| sentence.span);
        let candidate =
            |(sentence, span)| Self { sentence, section: 0, span, leans: false, context: None, words: 0 };
        spans.enumerate().map(candidate).collect()
    }
}

/// Everything that ranking and selection read.
#[derive(Debug)]
pub struct Material {
    /// In the order of the text.
    pub candidates: Vec<Candidate>,
    /// The concepts of each candidate.
    pub concepts: Concepts,
    finder: Finder,
    reasons: Reasons,
}

impl Material {
    pub fn gather(transcript: &Transcript<'_>, sections: &[Section]) -> Self {
        let trimmer = Trimmer::english();
        let mut candidates = Vec::new();
        let mut section = 0;
        for (index, sentence) in transcript.sentences.iter().enumerate() {
            while sections.get(section).is_some_and(|s| s.span.end <= sentence.span.start) {
                section += 1;
            }
            let Some(found) = sections.get(section) else { break };
            if !may_be_key_point(transcript, sentence, found) {
                continue;
            }
            let first = trimmer.first_word(transcript, sentence);
            let span = Trimmer::trimmed(transcript, sentence, first);
            let leans = trimmer.leans(transcript, first);
            let context = if leans { spoken_before(transcript, index) } else { None };
            candidates.push(Candidate {
                sentence: index,
                section,
                span,
                leans,
                context,
                words: sentence.words.len(),
            });
        }
        let concepts = Concepts::of(transcript, &candidates);
        Self { candidates, concepts, finder: Finder::new(transcript), reasons: Reasons::english() }
    }

    pub fn key_point(&self, transcript: &Transcript<'_>, pick: Pick) -> Option<KeyPoint> {
        let candidate = self.candidates.get(pick.candidate)?;
        let sentence = transcript.sentences.get(candidate.sentence)?;
        let turn = sentence.turn.and_then(|turn| transcript.turns.get(turn));
        let facts = self.finder.find(transcript, candidate.span);
        Some(KeyPoint {
            text: candidate.span.of(transcript.text).to_owned(),
            span: candidate.span,
            context: candidate.context,
            section: candidate.section,
            score: f64::from(pick.score) / 100.0,
            speaker: turn.and_then(|turn| turn.speaker),
            reasons: self.reasons.of(transcript, sentence.words.clone(), &facts),
            facts,
        })
    }
}

fn may_be_key_point(transcript: &Transcript<'_>, sentence: &Sentence, section: &Section) -> bool {
    section.kind != SectionKind::FrontMatter
        && sentence.turn.is_some()
        && sentence.words.len() >= FEWEST_WORDS
        && !is_question(sentence.span.of(transcript.text))
        && !asked_by_press(transcript, sentence)
        && !items::is_call(transcript, sentence)
        && !section.exchange.as_ref().is_some_and(|exchange| asked_in(exchange, sentence.span))
}

fn asked_by_press(transcript: &Transcript<'_>, sentence: &Sentence) -> bool {
    let turn = sentence.turn.and_then(|turn| transcript.turns.get(turn));
    let speaker = turn.and_then(|turn| turn.speaker).and_then(|speaker| transcript.speakers.get(speaker));
    speaker.is_some_and(|speaker| speaker.role == Role::Press)
}

/// Follow-ups stand in the order of the text: there may be thousands in a section.
fn asked_in(exchange: &Exchange, sentence: Span) -> bool {
    let begun = exchange.follow_ups.partition_point(|follow_up| follow_up.question.start <= sentence.start);
    let last = begun.checked_sub(1).and_then(|last| exchange.follow_ups.get(last)).unwrap_or(exchange);
    last.question.contains(sentence)
}

/// The sentence before `index`, if the same speaker said it in the same turn.
fn spoken_before(transcript: &Transcript<'_>, index: usize) -> Option<Span> {
    let before = transcript.sentences.get(index.checked_sub(1)?)?;
    (before.turn == transcript.sentences.get(index)?.turn).then_some(before.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_known_behind_quotation_marks() {
        assert!(is_question("He asked, “Who pays?”"));
        assert!(!is_question("Who pays? Nobody does."));
    }

    /// The candidates of a text of one section: the span, and the context where it leans.
    fn candidates(text: &str, kind: SectionKind) -> Vec<(&str, Option<&str>)> {
        let transcript = crate::transcript(text, &crate::Options::default()).expect("a transcript");
        let sections = [Section::bare(kind, Span::new(0, text.len()))];
        let material = Material::gather(&transcript, &sections);
        let found = material.candidates.iter();
        found.map(|c| (c.span.of(text), c.context.map(|context| context.of(text)))).collect()
    }

    #[test]
    fn spoken_sentences_of_five_words_may_be_key_points() {
        let text = "MS. REED: We open the new ferry. We sail at noon. Why is it that late?\n\n\
                    Q: You said that it sails at noon.\n\nMS. REED: It sails in the evening too.";
        let found = ["We open the new ferry.", "It sails in the evening too."];
        assert_eq!(candidates(text, SectionKind::AgendaItem).iter().map(|c| c.0).collect::<Vec<_>>(), found);
        assert!(candidates(text, SectionKind::FrontMatter).is_empty());
    }

    #[test]
    fn a_sentence_that_leans_has_the_one_before_as_context() {
        let text = "MS. REED: We open the new ferry. This will help all the islands.\n\n\
                    MR. BOYD: This will not help the islands.";
        let found = candidates(text, SectionKind::AgendaItem);
        assert_eq!(
            found.iter().map(|c| c.1).collect::<Vec<_>>(),
            [None, Some("We open the new ferry."), None]
        );
    }

    #[test]
    fn what_is_asked_in_an_exchange_is_no_key_point() {
        let asked = |start, end| Exchange {
            asker: None,
            question: Span::new(start, end),
            answers: Vec::new(),
            follow_ups: Vec::new(),
        };
        let exchange = Exchange { follow_ups: vec![asked(40, 50), asked(60, 70)], ..asked(0, 20) };
        for (sentence, expected) in [
            ((0, 10), true),
            ((10, 20), true),
            ((10, 21), false),
            ((30, 40), false),
            ((40, 50), true),
            ((61, 70), true),
            ((65, 71), false),
            ((80, 90), false),
        ] {
            assert_eq!(asked_in(&exchange, Span::new(sentence.0, sentence.1)), expected, "{sentence:?}");
        }
    }

    #[test]
    fn each_candidate_knows_its_section() {
        let text = "We open the new ferry now. We close the old pier now. We paint the red boat now.";
        let transcript = crate::transcript(text, &crate::Options::default()).expect("a transcript");
        let sections = [(0, 26), (26, 54), (54, text.len())]
            .map(|(start, end)| Section::bare(SectionKind::AgendaItem, Span::new(start, end)));
        let material = Material::gather(&transcript, &sections);
        assert_eq!(
            material.candidates.iter().map(|c| (c.sentence, c.section)).collect::<Vec<_>>(),
            [(0, 0), (1, 1), (2, 2)]
        );
    }
}
