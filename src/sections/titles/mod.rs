//! Titles: transcript and sections in, the title of each section out. A title is a phrase of the section's own words
//! that names its topic or its news. Every noun phrase is a candidate (`candidates`); the one that scores best and is
//! not the title of an earlier section becomes the title.

mod candidates;
mod lexicon;
mod phrases;
mod topic;
mod weights;
mod words;

use std::ops::Range;

use self::candidates::Material;
pub use self::candidates::{Candidate, FEATURES, Features};
pub use self::lexicon::{Class, Lexicon, stem};
use self::topic::Counts;
pub use self::weights::{TITLED, Weights};
use crate::language::folded;
use crate::outline::{Section, SectionKind, Span};
use crate::tally::Tally;
use crate::transcript::Transcript;

/// Puts titles into the sections whose kind has one.
pub fn name(transcript: &Transcript<'_>, sections: &mut [Section]) {
    let spans: Vec<(SectionKind, Span)> =
        sections.iter().map(|section| (section.kind, section.span)).collect();
    let weights = Weights::shipped();
    let mut taken = Tally::default();
    for_each_section(transcript, &spans, &mut |index, candidates| {
        let Some(section) = sections.get_mut(index) else { return };
        let kind = column(section.kind).unwrap_or_default();
        section.title = best(transcript.text, &candidates, &weights, kind, &mut taken);
    });
}

/// The column of the weights for a kind; `None` for the kinds without a title.
pub fn column(kind: SectionKind) -> Option<usize> {
    TITLED.iter().position(|titled| *titled == kind)
}

/// The candidates of each section that has a title, with the section's index. Sections are given in order.
pub fn candidates(
    transcript: &Transcript<'_>,
    sections: &[(SectionKind, Span)],
) -> Vec<(usize, Vec<Candidate>)> {
    let mut all = Vec::new();
    for_each_section(transcript, sections, &mut |index, candidates| all.push((index, candidates)));
    all
}

/// Calls `visit` with what [`candidates()`] gives, section by section: those of all take several times as much memory as
/// the text.
fn for_each_section(
    transcript: &Transcript<'_>,
    sections: &[(SectionKind, Span)],
    visit: &mut dyn FnMut(usize, Vec<Candidate>),
) {
    let words = words::read(transcript, Lexicon::english());
    let counts = Counts::of(&words);
    let material = Material { transcript, words: &words, counts: &counts };
    let mut next = 0;
    for (index, &(kind, span)) in sections.iter().enumerate() {
        let sentences = sentences_in(transcript, next, span);
        next = sentences.end;
        if column(kind).is_some() {
            visit(index, material.candidates(sentences));
        }
    }
}

/// The sentences from `first` on that begin before the end of `span`.
fn sentences_in(transcript: &Transcript<'_>, first: usize, span: Span) -> Range<usize> {
    let rest = transcript.sentences.get(first..).unwrap_or_default();
    let number = rest.iter().take_while(|sentence| sentence.span.start < span.end).count();
    first..first + number
}

/// The title that scores best and is not taken; the earlier of two that score the same. Empty where none is left.
fn best(text: &str, candidates: &[Candidate], weights: &Weights, kind: usize, taken: &mut Tally) -> String {
    let mut best: Option<(i32, String)> = None;
    for candidate in candidates {
        let score = weights.score(kind, &candidate.features);
        if best.as_ref().is_some_and(|(top, _)| *top >= score) {
            continue;
        }
        let title = on_one_line(candidate.span.of(text));
        if taken.get(&folded(&title)).is_none() {
            best = Some((score, title));
        }
    }
    let title = best.map(|(_, title)| title).unwrap_or_default();
    taken.set(&folded(&title), 1);
    title
}

/// The text as it stands, unless it runs over the end of a line.
pub fn on_one_line(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// The titles of sections of these kinds and texts.
    fn titles(parts: &[(SectionKind, &str)]) -> Vec<String> {
        let text: String = parts.iter().map(|(_, part)| *part).collect();
        let transcript = crate::transcript(&text, &Options::default()).expect("a transcript");
        let mut end = 0;
        let mut sections: Vec<Section> = parts
            .iter()
            .map(|&(kind, part)| {
                end += part.len();
                Section::bare(kind, Span::new(end - part.len(), end))
            })
            .collect();
        name(&transcript, &mut sections);
        sections.into_iter().map(|section| section.title).collect()
    }

    #[test]
    fn an_announcement_has_the_thing_announced() {
        let text = "Good morning, friends. It rained all week. Today I am announcing a new lighthouse for the \
                    western reef. The lighthouse will be lit in May.\n";
        assert_eq!(titles(&[(SectionKind::Announcement, text)]), ["new lighthouse for the western reef"]);
    }

    #[test]
    fn a_question_has_its_topic_and_not_its_asker() {
        let text = "QUESTION: Ida Sund from Coastal Radio. Who pays for the tunnel repairs?\n\n\
                    MINISTER BRANDT: The port pays for the tunnel repairs.\n";
        assert_eq!(titles(&[(SectionKind::QuestionAnswer, text)]), ["tunnel repairs"]);
    }

    #[test]
    fn a_heading_is_the_title() {
        let text = "Cooperation on fisheries\n\nBoth sides spoke of the herring, the herring fleet and herring prices.\n";
        assert_eq!(titles(&[(SectionKind::AgendaItem, text)]), ["Cooperation on fisheries"]);
    }

    /// The title of an agenda item of one text.
    fn title(text: &str) -> String {
        titles(&[(SectionKind::AgendaItem, text)]).remove(0)
    }

    #[test]
    fn a_sentence_that_turns_to_a_topic_is_no_title_but_has_it() {
        assert_eq!(title("Turning now to safety. We lost two men, and none since June.\n"), "safety");
        assert_eq!(title("Let me begin with the budget. We spent less than we had planned.\n"), "budget");
        assert_eq!(title("I want to say a word about the dredging. It has been slow.\n"), "dredging");
        assert_eq!(title("So let me start with enrollment. It was the largest ever.\n"), "enrollment");
        assert_eq!(title("Concerning the winter, we are ready for it.\n"), "winter");
    }

    #[test]
    fn a_line_that_says_nothing_leaves_the_title_to_the_section() {
        assert_eq!(
            title(
                "So, here is the new information. The crane, which broke in May, was mended, and it lifts.\n"
            ),
            "crane"
        );
        assert_eq!(title("3.39 pm\n\nWe thank the harbour for the crane.\n"), "harbour for the crane");
    }

    #[test]
    fn who_is_asked_is_not_what_is_asked() {
        let text =
            "QUESTION: Owen, is he going to run for the Senate?\n\nMR. TARRANT: You ask me every week.\n";
        assert_eq!(titles(&[(SectionKind::QuestionAnswer, text)]), ["Senate"]);
    }

    #[test]
    fn two_sections_share_no_title_and_openings_have_none() {
        let text = "We think that the harbour dues are far too high. They say that the harbour dues hurt the fish market.\n";
        let found = titles(&[
            (SectionKind::Opening, "Good morning to the people of Skarvik.\n"),
            (SectionKind::AgendaItem, text),
            (SectionKind::AgendaItem, text),
        ]);
        assert_eq!(found[..2], ["", "harbour dues"]);
        assert!(!found[2].is_empty() && found[2] != found[1]);
    }

    #[test]
    fn a_title_over_the_end_of_a_line_is_on_one() {
        assert_eq!(on_one_line("the old\r\n  pier"), "the old pier");
        assert_eq!(on_one_line("the  old pier"), "the  old pier");
    }
}
