//! Assembly: labelled lines in, turns, paragraphs, sentences and words out.

use super::front;
use super::labels::{self, Label};
use super::lexicon::Lexicon;
use super::lines::Page;
use super::model::{FrontMatter, Mask, Masked, Paragraph, Sentence, Turn, TurnSpeaker, Word};
use super::paragraphs::{self, Wrapping};
use super::sentences::Splitter;
use super::{directions, speakers, words};
use crate::outline::{Span, TimeSpan};

/// What is put together here.
#[derive(Debug, Default)]
pub struct Parts {
    pub front_matter: FrontMatter,
    pub speakers: Vec<TurnSpeaker>,
    pub turns: Vec<Turn>,
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Sentence>,
    pub words: Vec<Word>,
    pub masked: Vec<Masked>,
    pub wrapping: Option<Wrapping>,
}

pub fn assemble(text: &str, mut page: Page, lexicon: &Lexicon) -> Parts {
    let mut masked_text = text.as_bytes().to_vec();
    blank(&mut masked_text, &page.masked);
    let labels = labels::find(text, &masked_text, &page.lines, lexicon);
    let wrapping = if page.cues { Wrapping::Cues } else { paragraphs::wrapping(text, &page.lines) };
    for label in labels.iter().flatten() {
        page.mask(Mask::SpeakerLabel, label.span);
    }
    directions::find(text, lexicon, labels.iter().any(Option::is_some), &mut page.masked);
    let masked = in_order(page.masked);
    blank(&mut masked_text, &masked);

    let groups = paragraphs::group(text, &page.lines, &labels, wrapping);
    let masked_str = String::from_utf8(masked_text).unwrap_or_default();
    let candidates: Vec<front::Candidate<'_>> = groups
        .iter()
        .map(|group| {
            let lines = page.lines.get(group.clone()).unwrap_or_default();
            let span = lines
                .first()
                .zip(lines.last())
                .map_or_else(Span::default, |(a, z)| Span::new(a.span.start, z.span.end));
            front::Candidate {
                written: span.of(&masked_str),
                labelled: labels.get(group.start).is_some_and(Option::is_some),
            }
        })
        .collect();
    let spoken = front::spoken(&candidates, lexicon);
    drop(candidates);

    let mut builder = Builder {
        text,
        lexicon,
        splitter: Splitter { text: masked_str.as_bytes(), lexicon, uncased: false },
        registry: speakers::Registry::default(),
        parts: Parts { masked, wrapping: Some(wrapping), ..Parts::default() },
        spans: Vec::new(),
    };
    for (i, group) in groups.iter().enumerate() {
        let label = labels.get(group.start).and_then(Option::as_ref);
        let lines = page.lines.get(group.clone()).unwrap_or_default();
        let Some((first, last)) = lines.first().zip(lines.last()) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        builder.paragraph(span, label, spoken.contains(&i), first.time);
    }
    builder.finish()
}

struct Builder<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    splitter: Splitter<'a>,
    registry: speakers::Registry,
    parts: Parts,
    spans: Vec<Span>,
}

impl Builder<'_> {
    fn paragraph(&mut self, span: Span, label: Option<&Label>, spoken: bool, time: Option<TimeSpan>) {
        if spoken {
            self.turn(span, label, time);
        }
        let parts = &mut self.parts;
        self.spans.clear();
        self.splitter.split(span.start, span.end, &mut self.spans);
        let first = parts.sentences.len();
        for &sentence in &self.spans {
            let from = parts.words.len();
            words::append(self.splitter.text, sentence.start, sentence.end, &mut parts.words);
            let turn = if spoken { parts.turns.len().checked_sub(1) } else { None };
            let paragraph = parts.paragraphs.len();
            parts.sentences.push(Sentence {
                span: sentence,
                turn,
                paragraph,
                words: from..parts.words.len(),
                time,
            });
        }
        let sentences = first..parts.sentences.len();
        let (Some(a), Some(z)) = (self.spans.first(), self.spans.last()) else { return };
        let span = Span::new(a.start, z.end);
        if let Some(turn) = parts.turns.last_mut().filter(|_| spoken) {
            turn.sentences.end = sentences.end;
            turn.span.end = span.end;
        }
        parts.paragraphs.push(Paragraph { span, sentences });
    }

    /// Opens a turn where a label does, and before the first label.
    fn turn(&mut self, span: Span, label: Option<&Label>, time: Option<TimeSpan>) {
        if label.is_none() && !self.parts.turns.is_empty() {
            return;
        }
        let next = self.parts.sentences.len();
        let speaker = label.map(|label| self.registry.index(label.name.of(self.text), self.lexicon));
        self.parts.turns.push(Turn {
            speaker,
            label: label.map(|label| label.span),
            span: label.map_or(span, |label| label.span),
            sentences: next..next,
            time,
        });
    }

    fn finish(mut self) -> Parts {
        let (speakers, finals) = self.registry.unite(self.lexicon);
        for turn in &mut self.parts.turns {
            turn.speaker = turn.speaker.and_then(|index| finals.get(index).copied());
        }
        self.parts.speakers = speakers;
        self.parts
    }
}

/// Overwrites what is masked with spaces: the offsets stay, and nothing behind them has to know of masks.
fn blank(text: &mut [u8], masked: &[Masked]) {
    for mask in masked {
        if let Some(stretch) = text.get_mut(mask.span.start..mask.span.end) {
            stretch.fill(b' ');
        }
    }
}

/// Sorted, and without overlaps: of two overlapping stretches the first keeps what they share.
fn in_order(mut masked: Vec<Masked>) -> Vec<Masked> {
    masked.sort_by_key(|mask| (mask.span.start, std::cmp::Reverse(mask.span.end)));
    let mut end = 0;
    masked.retain_mut(|mask| {
        mask.span.start = mask.span.start.max(end);
        let keep = mask.span.start < mask.span.end;
        end = end.max(mask.span.end);
        keep
    });
    masked
}
