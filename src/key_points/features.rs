//! What the ranker knows of a sentence: sparse features, hashed into buckets. The same code serves training and use.

use std::ops::Range;

use super::candidates::{Candidate, Material};
use super::concepts::eighths_of_root;
use super::family::{Emitter, Family, Feature, Shape, WORD, key, step};
use crate::language::hash::{combine, hash_byte, hash_bytes};
use crate::language::{fold_into, is_capital};
use crate::order::{sort_by, sort_numbers};
use crate::outline::{Role, Section, SectionKind};
use crate::transcript::{Sentence, Transcript, is_question};

/// The most frequent concepts of the transcript that a sentence is checked for.
const TOP_CONCEPTS: usize = 12;

/// Signs that a sentence is searched for, and what they show.
const SIGNS: [(&str, Shape); 12] = [
    ("$", Shape::Money),
    ("£", Shape::Money),
    ("€", Shape::Money),
    ("percent", Shape::Money),
    ("per cent", Shape::Money),
    ("illion", Shape::Money),
    ("!", Shape::Exclamation),
    ("\"", Shape::Quotation),
    ("“", Shape::Quotation),
    ("—", Shape::Dash),
    ("--", Shape::Dash),
    ("...", Shape::Dash),
];

/// Calls `visit` with the features of each candidate, in the order of the text: those of all take more memory than the
/// text. Only features of buckets that count are made.
pub fn for_each_candidate(
    transcript: &Transcript<'_>,
    sections: &[Section],
    material: &Material,
    counts: &dyn Fn(u16) -> bool,
    visit: &mut dyn FnMut(&[Feature]),
) {
    let mut out = Emitter { features: Vec::new(), counts };
    let reading = Reading::of(transcript, material);
    let mut in_section = vec![0_u32; material.concepts.number()];
    let mut at = 0;
    for chunk in material.candidates.chunk_by(|a, b| a.section == b.section) {
        let range = at..at + chunk.len();
        at = range.end;
        let Some(section) = chunk.first().and_then(|candidate| sections.get(candidate.section)) else {
            continue;
        };
        let sentences = sentences_of(transcript, section);
        for concept in range.clone().flat_map(|index| material.concepts.content(index)) {
            if let Some(count) = in_section.get_mut(*concept as usize) {
                *count += 1;
            }
        }
        for (index, candidate) in range.clone().zip(chunk) {
            out.features.clear();
            reading.features(&mut out, index, candidate, section, &sentences, &in_section);
            visit(&out.features);
        }
        for concept in range.flat_map(|index| material.concepts.content(index)) {
            if let Some(count) = in_section.get_mut(*concept as usize) {
                *count = 0;
            }
        }
    }
}

fn sentences_of(transcript: &Transcript<'_>, section: &Section) -> Range<usize> {
    let first = transcript.sentences.partition_point(|sentence| sentence.span.end <= section.span.start);
    let last = transcript.sentences.partition_point(|sentence| sentence.span.start < section.span.end);
    first..last.max(first)
}

/// The transcript's words as hashes, and what is counted over the whole of it.
struct Reading<'a> {
    transcript: &'a Transcript<'a>,
    material: &'a Material,
    words: Vec<u32>,
    top: Vec<u32>,
}

impl<'a> Reading<'a> {
    fn of(transcript: &'a Transcript<'a>, material: &'a Material) -> Self {
        let mut folded = String::new();
        let words = (0..transcript.words.len())
            .map(|index| {
                folded.clear();
                fold_into(&mut folded, transcript.word(index));
                word_hash(&folded)
            })
            .collect();
        let mut top: Vec<u32> =
            (0..material.concepts.number() as u32).filter(|&id| !material.concepts.is_pair(id)).collect();
        let frequency = |id| material.concepts.frequency(id);
        sort_by(&mut top, |a, b| (frequency(b), a) < (frequency(a), b));
        top.truncate(TOP_CONCEPTS);
        Self { transcript, material, words, top }
    }

    fn words_of(&self, sentence: &Sentence) -> &[u32] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    fn features(
        &self,
        out: &mut Emitter<'_>,
        index: usize,
        candidate: &Candidate,
        section: &Section,
        in_section: &Range<usize>,
        section_counts: &[u32],
    ) {
        let Some(sentence) = self.transcript.sentences.get(candidate.sentence) else { return };
        self.place(out, candidate.sentence, sentence, section, in_section);
        self.surface(out, candidate, sentence);
        self.topic(out, index, candidate, section_counts);
        self.lexical(out, sentence);
        self.neighbours(out, candidate.sentence);
    }

    fn place(
        &self,
        out: &mut Emitter<'_>,
        at: usize,
        sentence: &Sentence,
        section: &Section,
        in_section: &Range<usize>,
    ) {
        let all = self.transcript.sentences.len().max(1);
        let kind = section.kind as u32;
        let place = at.saturating_sub(in_section.start);
        let length = in_section.len().max(1);
        out.structure(Family::Place, (10 * at / all) as u32);
        if at < 6 {
            out.structure(Family::First, at as u32);
        }
        out.structure(Family::Kind, kind);
        out.structure(Family::KindAndPlace, kind * 8 + place.min(4) as u32);
        out.structure(Family::PlaceInSection, place.min(5) as u32);
        out.structure(Family::PlaceFromEnd, length.saturating_sub(place + 1).min(3) as u32);
        out.structure(Family::SectionLength, step(length, &[2, 4, 7, 11, 20]));
        out.structure(Family::PartOfSection, (4 * place / length) as u32);

        let paragraph = self.transcript.paragraphs.get(sentence.paragraph);
        let in_paragraph = paragraph.map_or(0, |paragraph| at.saturating_sub(paragraph.sentences.start));
        out.structure(Family::InParagraph, in_paragraph.min(4) as u32);
        if in_paragraph == 0 {
            out.shape(Shape::OpensParagraph);
        }
        let turn = sentence.turn.and_then(|turn| self.transcript.turns.get(turn));
        let in_turn = turn.map_or(0, |turn| at.saturating_sub(turn.sentences.start));
        out.structure(Family::InTurn, step(in_turn, &[1, 2, 3, 5, 9, 20]));
        if turn.is_some_and(|turn| turn.sentences.end == at + 1) {
            out.shape(Shape::LastOfTurn);
        }
        let speaker =
            turn.and_then(|turn| turn.speaker).and_then(|speaker| self.transcript.speakers.get(speaker));
        let role = speaker.map_or(0, |speaker| match speaker.role {
            Role::Host => 1,
            Role::Principal => 2,
            Role::Press => 3,
            Role::Unknown => 4,
        });
        let answers = section.kind == SectionKind::QuestionAnswer;
        out.structure(Family::Role, role * 2 + u32::from(answers));
    }

    fn surface(&self, out: &mut Emitter<'_>, candidate: &Candidate, sentence: &Sentence) {
        let text = sentence.span.of(self.transcript.text);
        out.structure(Family::Length, step(candidate.words, &[6, 9, 12, 16, 20, 25, 30, 36, 45, 60]));
        let words = sentence.words.clone();
        let figures = words.clone().filter(|&word| has_digit(self.transcript.word(word))).count();
        out.structure(Family::Figures, figures.min(3) as u32);
        let capitals = words.skip(1).filter(|&word| is_name(self.transcript.word(word))).count();
        out.structure(Family::Capitals, step(capitals, &[1, 2, 3, 5, 8]));
        out.structure(Family::Commas, text.bytes().filter(|&byte| byte == b',').count().min(4) as u32);
        out.structure(Family::Leans, u32::from(candidate.leans));
        let shown = signs_shown(text);
        for shape in [Shape::Money, Shape::NoEnd, Shape::Exclamation, Shape::Quotation, Shape::Dash] {
            let open = shape == Shape::NoEnd && !text.ends_with(['.', '!', '"', '”']);
            if open || shown >> shape as u32 & 1 == 1 {
                out.shape(shape);
            }
        }
    }

    fn topic(&self, out: &mut Emitter<'_>, index: usize, candidate: &Candidate, section_counts: &[u32]) {
        let concepts = &self.material.concepts;
        let content = concepts.content(index);
        let number = content.len().max(1) as u32;
        out.structure(Family::Content, step(content.len(), &[1, 3, 5, 7, 9, 12, 15, 20]));
        let repeated = content.iter().map(|&id| concepts.frequency(id)).filter(|&frequency| frequency > 1);
        let coverage: u32 = repeated.map(eighths_of_root).sum();
        out.structure(Family::Coverage, step(coverage as usize / 8, &[1, 3, 5, 8, 12, 17, 23, 30, 40]));
        out.structure(
            Family::Coverage,
            32 + step(coverage as usize / candidate.words.max(1), &[1, 2, 3, 4, 5, 6, 8, 10]),
        );
        let mentions: u32 = content.iter().map(|&id| concepts.frequency(id)).sum();
        let usual = eighths_of_root(self.transcript.sentences.len() as u32 + 5);
        let centrality = mentions * 80 / number / usual.max(1);
        out.structure(Family::Centrality, step(centrality as usize, &[2, 3, 4, 5, 6, 8, 10, 14]));
        let top = self.top.iter().filter(|id| content.binary_search(id).is_ok()).count();
        out.structure(Family::Top, top.min(5) as u32);
        let here = |&id: &u32| section_counts.get(id as usize).copied().unwrap_or(1).saturating_sub(1);
        let shared: u32 = content.iter().map(here).sum();
        out.structure(
            Family::SectionCentrality,
            step((shared * 20 / number) as usize, &[2, 6, 12, 20, 30, 50, 80]),
        );
    }

    fn lexical(&self, out: &mut Emitter<'_>, sentence: &Sentence) {
        let words = self.words_of(sentence);
        let mut bag: Vec<u32> = Vec::new();
        let mut add = |family, value| {
            let key = key(family, value);
            if out.holds(key) {
                bag.push(key);
            }
        };
        for &word in words {
            add(Family::Word, word);
        }
        for pair in words.windows(2) {
            if let [first, second] = *pair {
                add(Family::Pair, combine(first, second));
            }
        }
        for (&word, place) in words.iter().zip(0_u32..3) {
            add(Family::OpeningWord, combine(word, place));
        }
        if let [first, second, ..] = *words {
            add(Family::OpeningPair, combine(first, second));
        }
        if let [first, second, third, ..] = *words {
            add(Family::OpeningTriple, combine(combine(first, second), third));
        }
        // A word said twice is one feature.
        sort_numbers(&mut bag);
        bag.dedup();
        for key in bag {
            out.push(key, WORD);
        }
    }

    fn neighbours(&self, out: &mut Emitter<'_>, at: usize) {
        let before = at.checked_sub(1).and_then(|before| self.transcript.sentences.get(before));
        let after = self.transcript.sentences.get(at + 1);
        for (sentence, word, length) in [
            (before, Family::BeforeWord, Family::BeforeLength),
            (after, Family::AfterWord, Family::AfterLength),
        ] {
            let words = sentence.map_or(&[][..], |sentence| self.words_of(sentence));
            for &first in words.iter().take(2) {
                out.push(key(word, first), WORD);
            }
            let steps = step(words.len(), &[1, 6, 12, 20, 30]);
            out.structure(length, steps);
        }
        if before.is_some_and(|before| is_question(before.span.of(self.transcript.text))) {
            out.shape(Shape::AfterQuestion);
        }
    }
}

/// All figures are one word, whatever their digits: `2,500` and `1,000` alike.
fn word_hash(folded: &str) -> u32 {
    let shape = folded.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    shape.fold(hash_bytes(b""), hash_byte)
}

/// What the signs in the text show: the bits of [`Shape`]s.
fn signs_shown(text: &str) -> u32 {
    let begin = SIGNS.iter().fold(0, |set, (sign, _)| set | first_bit(sign.as_bytes()));
    let (mut shown, mut rest) = (0, text.as_bytes());
    while !rest.is_empty() {
        if begin & first_bit(rest) != 0 {
            let is_here = |sign: &[u8]| sign.first() == rest.first() && rest.starts_with(sign);
            let here = SIGNS.iter().filter(|(sign, _)| is_here(sign.as_bytes()));
            shown |= here.fold(0, |set, &(_, shape)| set | 1 << shape as u32);
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    shown
}

fn first_bit(text: &[u8]) -> u64 {
    text.first().map_or(0, |byte| 1 << (byte % 64))
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Begins with a capital and is not the first person.
fn is_name(word: &str) -> bool {
    word.starts_with(is_capital) && word != "I" && !word.starts_with("I'") && !word.starts_with("I’")
}

#[cfg(test)]
mod tests;
