//! Sections: transcript in, sections with kind, span, title, speakers and confidence out. The model says what it
//! believes of each sentence ([`model`], `lattice`), the decoder draws the boundaries ([`mod@decode`]), and what a
//! section is made of is read off the transcript.

mod asked;
pub mod confidence;
pub mod decode;
pub mod emissions;
mod exchange;
pub(crate) mod items;
mod lattice;
pub mod model;
mod questioners;
pub mod titles;

use std::ops::Range;

use self::decode::{Belief, Gains, decode};
pub use self::lattice::Potentials;
use self::model::Model;
use crate::features;
use crate::options::Options;
use crate::outline::{Role, Section, SectionKind, Span, TimeSpan};
use crate::tally::Counts;
use crate::transcript::Transcript;

/// Sentences of "Q: Thank you, Minister. That helps."
const THANKS: usize = 2;

/// The sections of a transcript: in order, without gap or overlap, from the first byte of the text to the last.
pub fn find(transcript: &Transcript<'_>, options: &Options) -> Vec<Section> {
    drawn(transcript, &beliefs(transcript), options)
}

/// The sections that beliefs from elsewhere than the shipped model lead to.
pub fn drawn(transcript: &Transcript<'_>, beliefs: &[Belief], options: &Options) -> Vec<Section> {
    let found = united(transcript, &decode(beliefs, Gains::of(options.granularity)));
    if found.is_empty() {
        return vec![wordless(transcript)];
    }
    let ends = found.iter().skip(1).map(|(start, _)| *start).chain([transcript.sentences.len()]);
    let mut sections: Vec<Section> = found
        .iter()
        .zip(ends)
        .map(|(&(start, kind), end)| section(transcript, beliefs, kind, start..end))
        .collect();
    tile(&mut sections, transcript.text.len());
    titles::name(transcript, &mut sections);
    sections
}

/// What the shipped model believes of each sentence.
pub fn beliefs(transcript: &Transcript<'_>) -> Vec<Belief> {
    let model = Model::shipped();
    let mut potentials = Vec::with_capacity(transcript.sentences.len());
    features::for_each_sentence(transcript, |buckets, gap| potentials.push(model.potentials(buckets, gap)));
    weigh(transcript, &mut potentials);
    lattice::beliefs(model, &potentials)
}

/// Adds what labels and calls make certain to the potentials of the sentences.
pub fn weigh(transcript: &Transcript<'_>, potentials: &mut [Potentials]) {
    asked::hold(transcript, potentials);
    items::open(transcript, potentials);
}

/// Without the boundaries that part what is one.
fn united(transcript: &Transcript<'_>, found: &[(usize, SectionKind)]) -> Vec<(usize, SectionKind)> {
    let mut united = Vec::new();
    let mut before = None;
    for (index, &(start, kind)) in found.iter().enumerate() {
        let end = found.get(index + 1).map_or(transcript.sentences.len(), |next| next.0);
        let one = before.replace((start, kind)).is_some_and(|(last, last_kind)| {
            kind == last_kind && is_one_with_last(transcript, kind, last..start, start..end)
        });
        if !one {
            united.push((start, kind));
        }
    }
    united
}

/// Whether a section goes on with what the one before it, of the same kind, is about.
fn is_one_with_last(
    transcript: &Transcript<'_>,
    kind: SectionKind,
    last: Range<usize>,
    range: Range<usize>,
) -> bool {
    let turn = |sentence: usize| transcript.sentences.get(sentence).and_then(|sentence| sentence.turn);
    match kind {
        SectionKind::FrontMatter => true,
        // "Thank you all for coming. [A boundary] And now I am ready to take your questions." is one closing: an
        // opening or closing of one turn is not divided, as topics are.
        SectionKind::Opening | SectionKind::Closing => {
            range.start > 0 && turn(range.start) == turn(range.start - 1)
        }
        // "MINISTER BOYD: I just want to add to that." and "Q: Thank you." ask nothing; "CHAIR: Ms. Reed." is who asks next,
        // and "Q: Good morning, Minister." the start of a question.
        SectionKind::QuestionAnswer => {
            let goes_on = |sentence: usize| turn(sentence) == turn(sentence - 1);
            let is_thanks = range.len() <= THANKS && !goes_on(range.end);
            asked::asks_nothing(transcript, range.clone(), Role::Principal)
                || is_thanks && asked::asks_nothing(transcript, range.clone(), Role::Press)
                || asked::asks_nothing(transcript, last.clone(), Role::Host)
                || goes_on(range.start) && asked::asks_nothing(transcript, last, Role::Press)
        }
        SectionKind::AgendaItem | SectionKind::Announcement => false,
    }
}

/// Where a section that begins with a sentence begins: at the label of the turn that the sentence opens, or at the
/// sentence itself. A byte offset.
pub fn start_of(transcript: &Transcript<'_>, sentence: usize) -> usize {
    let Some(first) = transcript.sentences.get(sentence) else { return transcript.text.len() };
    let turn = first.turn.and_then(|turn| transcript.turns.get(turn));
    match turn {
        Some(turn) if turn.sentences.start == sentence => turn.span.start.min(first.span.start),
        _ => first.span.start,
    }
}

/// A transcript of stage directions or markup alone.
fn wordless(transcript: &Transcript<'_>) -> Section {
    let everything = Span::new(0, transcript.text.len());
    Section { confidence: 0.5, ..Section::bare(SectionKind::FrontMatter, everything) }
}

fn section(
    transcript: &Transcript<'_>,
    beliefs: &[Belief],
    kind: SectionKind,
    range: Range<usize>,
) -> Section {
    let exchange = (kind == SectionKind::QuestionAnswer).then(|| exchange::read(transcript, range.clone()));
    Section {
        kind,
        title: String::new(),
        span: Span::new(start_of(transcript, range.start), start_of(transcript, range.end)),
        speakers: speakers(transcript, range.clone()),
        confidence: confidence::of(beliefs, kind, range.clone()),
        key_points: Vec::new(),
        exchange: exchange.flatten(),
        time: time(transcript, range),
    }
}

/// The first section takes what stands before its first sentence, the last what stands after its last.
fn tile(sections: &mut [Section], text_len: usize) {
    if let Some(first) = sections.first_mut() {
        first.span.start = 0;
    }
    if let Some(last) = sections.last_mut() {
        last.span.end = text_len;
    }
}

/// The speakers of a stretch of sentences, in order of their first words there.
fn speakers(transcript: &Transcript<'_>, range: Range<usize>) -> Vec<usize> {
    let mut speakers = Vec::new();
    let mut met = Counts::default();
    let mut last_turn = None;
    for sentence in transcript.sentences.get(range).unwrap_or_default() {
        if sentence.turn == last_turn {
            continue;
        }
        last_turn = sentence.turn;
        let speaker = sentence.turn.and_then(|turn| transcript.turns.get(turn)?.speaker);
        if let Some(speaker) = speaker.filter(|&speaker| met.is_new(speaker as u64)) {
            speakers.push(speaker);
        }
    }
    speakers
}

/// From the first time that a stretch of sentences has to the last.
fn time(transcript: &Transcript<'_>, range: Range<usize>) -> Option<TimeSpan> {
    let times = || {
        let sentences = transcript.sentences.get(range.clone()).unwrap_or_default();
        sentences.iter().filter_map(|sentence| sentence.time)
    };
    let (start, end) = (times().next()?.start, times().next_back()?.end);
    // The times of a damaged file may run backwards.
    Some(TimeSpan { start, end: end.max(start) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::SectionKind::{
        AgendaItem, Announcement, Closing, FrontMatter, Opening, QuestionAnswer,
    };
    use crate::transcript;

    const TALK: &str = "Ferry Hearing\n\nMS. REED: We sail. We land.\n\nMR. BOYD: So we do. Yes.";

    #[test]
    fn a_ceremony_of_one_turn_is_not_divided() {
        let read = transcript(TALK, &Options::default()).expect("a transcript");
        assert_eq!(read.sentences.len(), 5);
        for kind in [Opening, Closing] {
            let one: Vec<bool> =
                (0..5).map(|start| is_one_with_last(&read, kind, 0..start, start..5)).collect();
            assert_eq!(one, [false, false, true, false, true]);
        }
        assert!(is_one_with_last(&read, FrontMatter, 0..1, 1..5));
        assert!([AgendaItem, Announcement].iter().all(|&kind| !is_one_with_last(&read, kind, 0..2, 2..5)));
    }

    #[test]
    fn what_asks_nothing_goes_on_with_the_answer() {
        let text = "Q: Who pays?\n\nMS. REED: We do.\n\nMINISTER BOYD: I just want to add to that. In part.";
        let at = |text: &str, starts: [bool; 4]| {
            let read = transcript(text, &Options::default()).expect("a transcript");
            let mut beliefs = vec![Belief::default(); 4];
            for (belief, start) in beliefs.iter_mut().zip(starts) {
                belief.kind[QuestionAnswer as usize] = decode::ONE;
                belief.start[QuestionAnswer as usize] = if start { decode::ONE } else { 0 };
            }
            drawn(&read, &beliefs, &Options::default()).len()
        };
        let sections = |text: &str| at(text, [true, false, true, false]);
        assert_eq!(sections(text), 1);
        assert_eq!(sections(&text.replace("In part.", "Who does?")), 2);
        assert_eq!(sections(&text.replace("MINISTER BOYD", "Q")), 1, "thanks");
        let greeting = "Q: Who pays?\n\nMS. REED: We do.\n\nQ: Good morning, Minister. Who else?";
        assert_eq!(at(greeting, [true, false, true, true]), 2, "one with the question behind it");
        let call = "CHAIR: Thank you. Mr. Boyd.\n\nMR. BOYD: Who pays?\n\nMS. REED: We do.";
        assert_eq!((sections(call), sections(&call.replace("Mr. Boyd.", "Who asks?"))), (1, 2));
    }

    #[test]
    fn a_section_begins_at_the_label_of_its_turn() {
        let read = transcript(TALK, &Options::default()).expect("a transcript");
        let starts: Vec<&str> = (0..6).map(|sentence| &TALK[start_of(&read, sentence)..]).collect();
        let begins = ["Ferry", "MS. REED: We", "We land", "MR. BOYD: So", "Yes", ""];
        assert!(starts.iter().zip(begins).all(|(start, begin)| start.starts_with(begin)), "{starts:?}");
        assert!(starts[5].is_empty());
    }

    #[test]
    fn speakers_are_listed_once_in_the_order_of_their_words() {
        let text = format!("{TALK}\n\nMS. REED: At noon.");
        let read = transcript(&text, &Options::default()).expect("a transcript");
        assert_eq!(
            (speakers(&read, 0..6), speakers(&read, 3..6), speakers(&read, 0..1)),
            (vec![0, 1], vec![1, 0], vec![])
        );
    }

    #[test]
    fn beliefs_are_drawn_as_sections_that_tile_the_text() {
        let read = transcript(TALK, &Options::default()).expect("a transcript");
        let belief = |kind: SectionKind, starts: bool| {
            let mut belief = Belief::default();
            belief.kind[kind as usize] = decode::ONE;
            belief.start[kind as usize] = if starts { decode::ONE } else { 0 };
            belief
        };
        let beliefs = [
            belief(FrontMatter, true),
            belief(Opening, true),
            belief(Opening, true),
            belief(AgendaItem, true),
            belief(AgendaItem, true),
        ];
        let sections = drawn(&read, &beliefs, &Options::default());
        let found: Vec<_> =
            sections.iter().map(|section| (section.kind, section.span.of(TALK).trim())).collect();
        assert_eq!(
            found,
            [
                (FrontMatter, "Ferry Hearing"),
                (Opening, "MS. REED: We sail. We land."),
                (AgendaItem, "MR. BOYD: So we do."),
                (AgendaItem, "Yes.")
            ]
        );
        assert!(sections.windows(2).all(|two| two[0].span.end == two[1].span.start));
        let asking = TALK.replace("We sail.", "Who sails?");
        let read = transcript(&asking, &Options::default()).expect("a transcript");
        let questions = drawn(&read, &[belief(QuestionAnswer, false); 5], &Options::default());
        assert!(
            questions.len() == 1
                && questions[0].exchange.is_some()
                && sections.iter().all(|one| one.exchange.is_none())
        );
    }

    #[test]
    fn a_transcript_without_words_is_one_section() {
        let read = transcript("[Music]", &Options::default()).expect("a transcript");
        let sections = find(&read, &Options::default());
        assert_eq!(
            sections.iter().map(|one| (one.kind, one.span.start, one.span.end)).collect::<Vec<_>>(),
            [(FrontMatter, 0, 7)]
        );
    }

    #[test]
    fn a_section_lasts_from_its_first_time_to_its_last() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nWe sail.\n\n00:03.000 --> 00:04.000\nWe land.";
        let read = transcript(text, &Options::default()).expect("a transcript");
        assert_eq!(time(&read, 0..2), Some(TimeSpan { start: 1.0, end: 4.0 }));
        assert_eq!((time(&read, 1..2).map(|time| time.start), time(&read, 2..2)), (Some(3.0), None));
    }
}
