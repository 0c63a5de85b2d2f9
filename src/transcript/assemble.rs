//! Assembly: labelled lines in, turns, paragraphs, sentences and words out.

use std::ops::Range;

use super::chars::{skip_space, trim_space};
use super::front;
use super::labels::{self, Label};
use super::lexicon::Lexicon;
use super::lines::{Line, Page, trimmed};
use super::model::{FrontMatter, Mask, Masked, Note, Paragraph, Sentence, Turn, TurnSpeaker, Word};
use super::paragraphs::{self, Wrapping};
use super::sentences::Splitter;
use super::style::Style;
use super::{directions, entities, fields, furniture, inline, roles, speakers, unpunctuated, words};
use crate::order::sort_by;
use crate::outline::{Span, TimeSpan};

/// White space and punctuation included.
const BYTES_OF_A_WORD: usize = 5;

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
    pub wrapping: Wrapping,
    pub language: String,
}

pub fn assemble(text: &str, mut page: Page, lexicon: &Lexicon, notes: &mut Vec<Note>) -> Parts {
    directions::find_times(text, &mut page.masked);
    let mut masked_text = text.as_bytes().to_vec();
    blank(&mut masked_text, &page.masked);
    entities::decode(&mut masked_text);
    page.lines.retain_mut(|line| {
        line.span.start = skip_space(&masked_text, line.span.start, line.span.end);
        line.span.end = trim_space(&masked_text, line.span.start, line.span.end);
        !line.span.is_empty()
    });
    let reader = labels::Reader { text, masked: &masked_text, lexicon };
    inline::split(text, &reader, &mut page);
    split_glued(text, &mut page);
    let mut labels = labels::find(&reader, &page.lines);
    let wrapping =
        if page.cues { Wrapping::Cues } else { paragraphs::wrapping(text, &page.lines, page.wrapped) };
    for label in labels.iter().flatten() {
        page.mask(Mask::SpeakerLabel, label.span);
    }
    directions::find(text, lexicon, labels.iter().any(Option::is_some), &mut page.masked);
    let masked = in_order(page.masked);
    blank(&mut masked_text, &masked);
    merge_repeated(text, &mut labels, page.cues);

    let groups = paragraphs::group(text, &page.lines, &labels, wrapping);
    let masked_text = String::from_utf8(masked_text).unwrap_or_default();
    let candidates: Vec<front::Candidate<'_>> = groups
        .iter()
        .map(|group| {
            let lines = page.lines.get(group.clone()).unwrap_or_default();
            let labelled = labels.get(group.start).is_some_and(Option::is_some);
            front::Candidate { written: stretch(lines).of(&masked_text), labelled }
        })
        .collect();
    let timed = page.lines.iter().any(|line| line.time.is_some());
    let spoken = if timed { 0..groups.len() } else { front::spoken(&candidates, lexicon) };
    let style = Style::of(&masked_text, lexicon);
    if style.foreign {
        notes.push(Note {
            code: "unknown-language",
            message: "The text is in a language whose cue phrases are not known here: speakers, turns and questions are \
                      found, but its sections are less sure."
                .to_owned(),
            span: Span::new(0, text.len()),
        });
    }
    if style.unpunctuated {
        notes.push(Note {
            code: "no-punctuation",
            message:
                "The text has hardly any punctuation; it was cut at pauses, line breaks and even lengths."
                    .to_owned(),
            span: Span::new(0, text.len()),
        });
    }

    let mut builder = Builder {
        text,
        lexicon,
        splitter: Splitter { text: masked_text.as_bytes(), lexicon, uncased: style.uncased },
        unpunctuated: style.unpunctuated,
        registry: speakers::Registry::default(),
        parts: Parts {
            masked,
            wrapping,
            language: style.language.to_owned(),
            // About as many as running prose has: what grows leaves holes in memory that is never given back.
            words: Vec::with_capacity(text.len() / BYTES_OF_A_WORD),
            ..Parts::default()
        },
        spans: Vec::new(),
    };
    for (i, group) in groups.iter().enumerate() {
        let label = labels.get(group.start).and_then(Option::as_ref);
        let lines = page.lines.get(group.clone()).unwrap_or_default();
        let (span, spoken) = (stretch(lines), spoken.contains(&i));
        if spoken && label.is_none() && furniture::is_rule(span.of(&masked_text)) {
            builder.parts.masked.push(Masked { kind: Mask::PageFurniture, span });
        } else {
            builder.paragraph(lines, label, spoken);
        }
    }
    builder.parts.masked = in_order(builder.parts.masked);
    let paragraphs = |groups: Option<&[Range<usize>]>| -> Vec<Span> {
        let groups = groups.unwrap_or_default().iter();
        groups.map(|group| stretch(page.lines.get(group.clone()).unwrap_or_default())).collect()
    };
    let (head, foot) = (paragraphs(groups.get(..spoken.start)), paragraphs(groups.get(spoken.end..)));
    builder.parts.front_matter = fields::read(&masked_text, &head, &foot, lexicon);
    builder.finish()
}

/// Cuts one of the first lines behind a title that runs into the greeting, and one of the last before an end mark.
fn split_glued(text: &str, page: &mut Page) {
    let last = page.lines.len().saturating_sub(2);
    for i in (0..page.lines.len()).rev().filter(|&i| i < 2 || i >= last) {
        let Some(line) = page.lines.get(i).cloned() else { continue };
        let written = line.span.of(text);
        let title = if i < 2 { front::glued_title(written) } else { None };
        let end = if i >= last { front::glued_end(written) } else { None };
        if let Some(at) = title.or(end) {
            let before = trimmed(text, Span::new(line.span.start, line.span.start + at));
            let rest = Span::new(line.span.start + at, line.span.end);
            page.lines.insert(i + 1, Line { span: rest, after_gap: true, joined: None, ..line });
            if let Some(first) = page.lines.get_mut(i).filter(|_| !before.is_empty()) {
                first.span = before;
            }
        }
    }
}

/// From the first of the lines to the last.
fn stretch(lines: &[Line]) -> Span {
    lines.first().zip(lines.last()).map_or_else(Span::default, |(a, z)| Span::new(a.span.start, z.span.end))
}

/// Caption files repeat the label on every cue, and a voice lasts for all its lines: only a change opens a turn.
fn merge_repeated(text: &str, labels: &mut [Option<Label>], cues: bool) {
    let mut last: Option<Span> = None;
    for label in labels {
        let Some(found) = label else { continue };
        let mergeable = cues || found.style == labels::Style::Voice;
        if mergeable
            && !found.name.is_empty()
            && last.is_some_and(|last| last.of(text) == found.name.of(text))
        {
            *label = None;
        } else {
            last = Some(found.name);
        }
    }
}

struct Builder<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    splitter: Splitter<'a>,
    unpunctuated: bool,
    registry: speakers::Registry,
    parts: Parts,
    spans: Vec<Span>,
}

impl Builder<'_> {
    fn paragraph(&mut self, lines: &[Line], label: Option<&Label>, spoken: bool) {
        let span = stretch(lines);
        if spoken {
            self.turn(span, label);
        }
        let parts = &mut self.parts;
        self.spans.clear();
        if self.unpunctuated {
            unpunctuated::split(&self.splitter, lines, &mut self.spans);
        } else {
            self.splitter.split(span.start, span.end, &mut self.spans);
        }
        let (Some(a), Some(z)) = (self.spans.first(), self.spans.last()) else { return };
        let span = Span::new(a.start, z.end);
        let first = parts.sentences.len();
        let turn = if spoken { parts.turns.len().checked_sub(1) } else { None };
        let mut lines = lines.iter().peekable();
        for &sentence in &self.spans {
            let from = parts.words.len();
            words::append(self.splitter.text, sentence.start, sentence.end, &mut parts.words);
            parts.sentences.push(Sentence {
                span: sentence,
                turn,
                paragraph: parts.paragraphs.len(),
                words: from..parts.words.len(),
                time: time_of(&mut lines, sentence),
            });
        }
        let sentences = first..parts.sentences.len();
        let time = parts.sentences.get(sentences.clone()).and_then(hull);
        if let Some(turn) = parts.turns.last_mut().filter(|_| spoken) {
            turn.sentences.end = sentences.end;
            // A label within the paragraph (a voice tag after its words) does not cut the turn short.
            turn.span = Span::new(turn.span.start.min(span.start), turn.span.end.max(span.end));
            turn.time = match (turn.time, time) {
                (Some(a), Some(b)) => Some(TimeSpan { start: a.start, end: b.end.max(a.end) }),
                (a, b) => a.or(b),
            };
        }
        parts.paragraphs.push(Paragraph { span, sentences });
    }

    /// Opens a turn where a label does, and before the first label.
    fn turn(&mut self, span: Span, label: Option<&Label>) {
        if label.is_none() && !self.parts.turns.is_empty() {
            return;
        }
        let next = self.parts.sentences.len();
        let speaker = label
            .filter(|label| !label.name.is_empty())
            .map(|label| self.registry.index(label.name.of(self.text), self.lexicon));
        let said = label.map(|label| match label.style {
            labels::Style::Voice => label.name,
            _ => label.span,
        });
        // A voice may be named again after others spoke, or behind words that others speak: its words alone are this
        // turn's.
        let end = self.parts.turns.last().map_or(0, |turn| turn.span.end);
        let label = said.filter(|said| said.start >= end && said.end <= span.end && !said.is_empty());
        self.parts.turns.push(Turn {
            speaker,
            label,
            span: label.unwrap_or(span),
            sentences: next..next,
            time: None,
        });
    }

    fn finish(mut self) -> Parts {
        let (speakers, finals) = self.registry.unite(self.lexicon);
        for turn in &mut self.parts.turns {
            turn.speaker = turn.speaker.and_then(|index| finals.get(index).copied());
        }
        let parts = &mut self.parts;
        parts.speakers = speakers;
        let lexicon = self.lexicon;
        roles::assign(self.text, &parts.turns, &parts.sentences, &mut parts.speakers, |name| {
            speakers::holds_office(name, lexicon)
        });
        self.parts
    }
}

/// The time of the lines that a sentence touches. Sentences come in order, so the lines are walked once.
fn time_of<'l>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'l Line>>,
    sentence: Span,
) -> Option<TimeSpan> {
    while lines.next_if(|line| line.span.end <= sentence.start).is_some() {}
    let mut time: Option<TimeSpan> = None;
    let mut touch = |line: &Line| {
        if let Some(next) = line.time {
            let start = time.map_or(next.start, |time| time.start);
            time = Some(TimeSpan { start, end: next.end.max(start) });
        }
    };
    while let Some(line) = lines.next_if(|line| line.span.end <= sentence.end) {
        touch(line);
    }
    if let Some(line) = lines.peek().filter(|line| line.span.start < sentence.end) {
        touch(line);
    }
    time
}

fn hull(sentences: &[Sentence]) -> Option<TimeSpan> {
    let start = sentences.iter().find_map(|sentence| sentence.time)?;
    let end = sentences.iter().rev().find_map(|sentence| sentence.time)?;
    Some(TimeSpan { start: start.start, end: end.end.max(start.start) })
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
    sort_by(&mut masked, |a, b| (a.span.start, b.span.end) < (b.span.start, a.span.end));
    let mut end = 0;
    masked.retain_mut(|mask| {
        mask.span.start = mask.span.start.max(end);
        let keep = mask.span.start < mask.span.end;
        end = end.max(mask.span.end);
        keep
    });
    masked
}

#[cfg(test)]
mod tests;
