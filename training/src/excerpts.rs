//! Excerpts: people paste a part of a transcript as well. Short runs of sections, cut out of the whole ones, teach the
//! model what texts look like that begin or end in the middle, and that have a question but no press conference.

use speech_outline::Span;

use crate::corpus::{Document, GoldSection};
use crate::random::Random;

/// An excerpt has at most this many sections.
const SECTIONS: usize = 4;

/// One excerpt of each transcript that is longer than one.
pub fn excerpts(documents: &[Document]) -> Vec<Document> {
    let mut random = Random::new(1);
    documents.iter().filter_map(|document| excerpt(document, &mut random)).collect()
}

fn excerpt(document: &Document, random: &mut Random) -> Option<Document> {
    let count = 1 + random.below(SECTIONS);
    let first = random.below(document.sections.len().checked_sub(count)?.max(1));
    let sections = document.sections.get(first..first + count)?;
    let cut = Span::new(sections.first()?.span.start, sections.last()?.span.end);
    let moved = |span: Span| Span::new(span.start - cut.start, span.end - cut.start);
    Some(Document {
        name: format!("{}-excerpt/{}", document.office(), document.name),
        text: cut.of(&document.text).to_owned(),
        sections: sections
            .iter()
            .map(|section| GoldSection { span: moved(section.span), ..section.clone() })
            .collect(),
        key_points: document
            .key_points
            .iter()
            .filter(|span| cut.contains(**span))
            .map(|s| moved(*s))
            .collect(),
        sentences: document.sentences.iter().filter(|span| cut.contains(**span)).map(|s| moved(*s)).collect(),
    })
}
