//! Key points: transcript and sections in, the sentences worth lifting out; those of each section are put into it.
//!
//! Every sentence that may be a key point is a candidate (`candidates`). It has a rank and a set of concepts (words
//! and pairs of words that the transcript repeats); a greedy selection (`coverage`) takes what ranks high and covers
//! concepts that are not covered yet, and nothing twice.

mod candidates;
mod concepts;
mod coverage;
mod family;
mod features;
mod ranker;
mod reasons;
mod trim;

use std::ops::Range;

use crate::options::Options;
use crate::outline::{KeyPoint, Section, SectionKind, Span};
use crate::transcript::Transcript;
use candidates::{Candidate, Material};
use coverage::Selection;
pub use family::{BUCKETS, Feature};
pub use ranker::{MAGIC, Ranker, STEPS_PER_OCTAVE, WEIGHT_STEP, WeightCoder};

/// More key points than this are not given, whatever the option says.
const MOST: usize = 100;
/// Sentences that one more key point of a section stands for, and how many it may have.
const SENTENCES_PER_SECTION_POINT: usize = 8;
const MOST_PER_SECTION: usize = 3;

/// Puts key points into `sections` and returns those of the whole transcript, best first.
pub fn select(transcript: &Transcript<'_>, sections: &mut [Section], options: &Options) -> Vec<KeyPoint> {
    select_with(Ranker::shipped(), transcript, sections, options)
}

/// [`select`] with other weights than the shipped ones.
pub fn select_with(
    ranker: &Ranker,
    transcript: &Transcript<'_>,
    sections: &mut [Section],
    options: &Options,
) -> Vec<KeyPoint> {
    let material = Material::gather(transcript, sections);
    let mut ranks = Vec::with_capacity(material.candidates.len());
    let weighs = |bucket| ranker.weighs(bucket);
    features::for_each_candidate(transcript, sections, &material, &weighs, &mut |features| {
        ranks.push(ranker.rank(features));
    });
    let selection = Selection::new(&ranks, &material.concepts);

    let limit = options.max_key_points.unwrap_or_else(|| usual_number(transcript)).min(MOST);
    let is_announcement = |range: &Range<usize>| {
        let section = material.candidates.get(range.start).and_then(|first| sections.get(first.section));
        section.is_some_and(|section| section.kind == SectionKind::Announcement)
    };
    let announced: Vec<usize> = by_section(&material.candidates)
        .filter(is_announcement)
        .filter_map(|range| selection.best(range))
        .collect();
    let of_transcript = selection.cover(0..material.candidates.len(), limit, &announced);

    for range in by_section(&material.candidates) {
        let number = (1 + range.len() / SENTENCES_PER_SECTION_POINT).min(MOST_PER_SECTION);
        let section = material.candidates.get(range.start).and_then(|first| sections.get_mut(first.section));
        if let Some(section) = section {
            let points = selection.cover(range, number, &[]);
            section.key_points =
                points.into_iter().filter_map(|pick| material.key_point(transcript, pick)).collect();
        }
    }
    of_transcript.into_iter().filter_map(|pick| material.key_point(transcript, pick)).collect()
}

/// What a ranker is trained on: a sentence that may be a key point, and its features.
#[derive(Clone, Debug)]
pub struct Example {
    /// The whole sentence.
    pub span: Span,
    pub features: Vec<Feature>,
}

/// Every sentence that may be a key point, in the order of the text.
pub fn examples(transcript: &Transcript<'_>, sections: &[Section]) -> Vec<Example> {
    let material = Material::gather(transcript, sections);
    let mut features = Vec::new();
    features::for_each_candidate(transcript, sections, &material, &|_| true, &mut |found| {
        features.push(found.to_vec());
    });
    let span = |candidate: &Candidate| {
        transcript.sentences.get(candidate.sentence).map_or(candidate.span, |sentence| sentence.span)
    };
    let spans = material.candidates.iter().map(span);
    spans.zip(features).map(|(span, features)| Example { span, features }).collect()
}

/// What an editor would give: 5 below 40 sentences, 8 below 120, 12 from there on.
fn usual_number(transcript: &Transcript<'_>) -> usize {
    match transcript.sentences.len() {
        0..40 => 5,
        40..120 => 8,
        _ => 12,
    }
}

/// The ranges of candidates that stand in one section each.
fn by_section(candidates: &[Candidate]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    candidates.chunk_by(|a, b| a.section == b.section).map(move |chunk| {
        let range = at..at + chunk.len();
        at = range.end;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An outline of `parts` (kind and text), one sentence for each `. `.
    fn key_points(parts: &[(SectionKind, &str)], options: &Options) -> (String, Vec<Section>, Vec<KeyPoint>) {
        let text: String = parts.iter().map(|(_, part)| *part).collect();
        let mut at = 0;
        let mut sections: Vec<Section> = parts
            .iter()
            .map(|&(kind, part)| {
                let span = Span::new(at, at + part.len());
                at = span.end;
                Section::bare(kind, span)
            })
            .collect();
        let transcript = crate::transcript(&text, options).expect("a transcript");
        let points = select(&transcript, &mut sections, options);
        (text, sections, points)
    }

    const HARBOUR: &[(SectionKind, &str)] = &[
        (SectionKind::FrontMatter, "Harbour council, regular meeting of the second week of spring. "),
        (SectionKind::Opening, "Good evening and welcome to all of you. "),
        (
            SectionKind::AgendaItem,
            "The old pier lost forty metres of planking in the storm of last week. \
             Repairs of the old pier will cost 2 million dollars according to the engineers. ",
        ),
        (
            SectionKind::Announcement,
            "Today the council has decided to close the old pier until the repairs are done. \
             The ferry will use the northern landing from Monday. ",
        ),
        (SectionKind::Closing, "Thank you all very much for coming here tonight. "),
    ];

    #[test]
    fn an_announcement_is_never_left_out() {
        let options = Options { max_key_points: Some(1), ..Options::default() };
        let (_, _, points) = key_points(HARBOUR, &options);
        assert_eq!(points.iter().map(|point| point.section).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn neither_front_matter_nor_questions_are_key_points() {
        let options = Options { max_key_points: Some(20), ..Options::default() };
        let question = "What can we do about the old pier before the summer season begins?";
        let parts: Vec<_> = HARBOUR.iter().copied().chain([(SectionKind::Closing, question)]).collect();
        let (_, sections, points) = key_points(&parts, &options);
        assert!(points.len() >= 4);
        for point in points.iter().chain(sections.iter().flat_map(|s| &s.key_points)) {
            assert_ne!(point.section, 0, "{}", point.text);
            assert!(!point.text.contains('?'), "{}", point.text);
        }
    }

    #[test]
    fn each_section_has_its_own_and_the_text_stands_under_the_span() {
        let (text, sections, points) = key_points(HARBOUR, &Options::default());
        for (index, section) in sections.iter().enumerate() {
            for point in &section.key_points {
                assert_eq!(point.section, index);
                assert!(section.span.contains(point.span));
            }
        }
        assert!(sections.iter().skip(2).take(2).all(|section| !section.key_points.is_empty()));
        assert!(points.iter().all(|point| point.span.of(&text) == point.text));
    }

    #[test]
    fn nothing_is_said_twice() {
        let said = "We will build a new ferry landing at the northern quay next year. ";
        let parts = [(SectionKind::AgendaItem, said), (SectionKind::AgendaItem, said)];
        let (_, _, points) = key_points(&parts, &Options::default());
        assert_eq!(points.len(), 1);
    }
}
