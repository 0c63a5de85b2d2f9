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
use super::{directions, entities, fields, inline, roles, speakers, unpunctuated, words};
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
        builder.paragraph(lines, label, spoken.contains(&i));
    }
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
mod tests {
    use super::*;
    use crate::{Options, transcript};

    /// What is read: each sentence as `turn: words`, `-` where nobody speaks.
    fn said(text: &str) -> Vec<String> {
        let read = transcript(text, &Options::default()).expect("a transcript");
        let turn = |turn: Option<usize>| turn.map_or("-".to_owned(), |turn| turn.to_string());
        read.sentences.iter().map(|one| format!("{}: {}", turn(one.turn), one.span.of(text))).collect()
    }

    #[test]
    fn a_title_and_an_end_that_lost_their_breaks_are_cut_off() {
        let talk = "The ferry sails at noon, and all of us sail with it.\n\n";
        let text = format!(
            "Ferry hearing 12 May 2031 Good evening, everyone.\n\n{talk}{talk}Thank you all. END 8:19 P.M. EDT"
        );
        let found = said(&text);
        assert_eq!(found[..2], ["-: Ferry hearing 12 May 2031", "0: Good evening, everyone."]);
        assert_eq!(found[found.len() - 2..], ["0: Thank you all.", "-: END 8:19 P.M. EDT"]);
        let page = |text: &str| {
            let mut page = super::super::lines::plain(text);
            split_glued(text, &mut page);
            page.lines.iter().map(|line| (line.span.of(text).to_owned(), line.after_gap)).collect::<Vec<_>>()
        };
        let glued = "x\nIt was 2 May Good day, all\nThank you. END\ny";
        let cut: Vec<(String, bool)> = page(glued);
        let lines: Vec<&str> = cut.iter().map(|line| line.0.as_str()).collect();
        assert_eq!(lines, ["x", "It was 2 May", "Good day, all", "Thank you.", "END", "y"]);
        assert_eq!(
            cut.iter().map(|line| line.1).collect::<Vec<_>>(),
            [true, false, true, false, true, false]
        );
        let inside = "x\ny\nIt was 2 May Good day, all\nThank you. END\nz\nz\nz";
        assert_eq!(page(inside).len(), 7, "in mid-text nothing is glued");
        assert_eq!(page("x\ny\nThank you. END\nz")[2].0, "Thank you.");
    }

    #[test]
    fn a_voice_goes_on_over_its_lines() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>We sail.\n\n00:02.000 --> 00:03.000\n<v Ana>At noon.\n\n\
                    00:03.000 --> 00:04.000\n<v Tom>Yes.\n\n00:04.000 --> 00:05.500\n<v Ana>Good.";
        let read = transcript(text, &Options::default()).expect("a transcript");
        let turns: Vec<_> = read.turns.iter().map(|turn| (turn.speaker, turn.time)).collect();
        let time = |start, end| Some(TimeSpan { start, end });
        assert_eq!(turns, [(Some(0), time(1.0, 3.0)), (Some(1), time(3.0, 4.0)), (Some(0), time(4.0, 5.5))]);
        assert!(
            read.turns
                .iter()
                .all(|turn| turn.span.of(text).starts_with("Ana") || turn.span.of(text).starts_with("Tom"))
        );
        let plain = "MS. REED: We sail.\n\nMS. REED: At noon.";
        assert_eq!(said(plain), ["0: We sail.", "1: At noon."], "a label outside captions opens a turn");
    }

    #[test]
    fn words_before_the_first_label_are_a_turn_of_nobody() {
        let read = |text| {
            transcript(text, &Options::default())
                .map(|read| read.turns.iter().map(|turn| turn.speaker).collect::<Vec<_>>())
        };
        assert_eq!(
            read("Good day to all who are here, and welcome.\n\nMS. REED: We sail."),
            Ok(vec![None, Some(0)])
        );
        assert_eq!(read(">> We sail.\n>> At noon."), Ok(vec![None, None]));
        assert_eq!(
            said("MS. REED: We sail.\n\nAt noon we sail again."),
            ["0: We sail.", "0: At noon we sail again."]
        );
    }

    #[test]
    fn a_sentence_has_the_time_of_the_lines_that_it_touches() {
        let line = |start, end, from| Line {
            span: Span::new(start, end),
            after_gap: false,
            joined: None,
            time: Some(TimeSpan { start: from, end: from + 1.0 }),
            voice: None,
        };
        let lines = [line(0, 10, 1.0), line(10, 20, 2.0), line(20, 30, 3.0), line(30, 40, 4.0)];
        let mut walk = lines.iter().peekable();
        let mut time =
            |start, end| time_of(&mut walk, Span::new(start, end)).map(|time| (time.start, time.end));
        assert_eq!(time(0, 10), Some((1.0, 2.0)));
        assert_eq!(time(10, 25), Some((2.0, 4.0)));
        assert_eq!(time(26, 30), Some((3.0, 4.0)));
        assert_eq!(time(31, 40), Some((4.0, 5.0)));
        assert_eq!(time(40, 41), None);
        let sentence = |time| Sentence { span: Span::new(0, 1), turn: None, paragraph: 0, words: 0..0, time };
        let timed = |start, end| sentence(Some(TimeSpan { start, end }));
        assert_eq!(
            hull(&[sentence(None), timed(2.0, 3.0), timed(1.0, 1.5), sentence(None)]),
            Some(TimeSpan { start: 2.0, end: 2.0 })
        );
        assert_eq!(hull(&[timed(1.0, 2.0), timed(2.0, 4.0)]), Some(TimeSpan { start: 1.0, end: 4.0 }));
        assert_eq!(hull(&[sentence(None)]), None);
    }

    #[test]
    fn masks_are_in_order_and_do_not_overlap() {
        let mask = |start, end| Masked { kind: Mask::Markup, span: Span::new(start, end) };
        let spans = |masked: Vec<Masked>| {
            in_order(masked).iter().map(|mask| (mask.span.start, mask.span.end)).collect::<Vec<_>>()
        };
        assert_eq!(spans(vec![mask(5, 9), mask(0, 3), mask(2, 6), mask(0, 1)]), [(0, 3), (3, 6), (6, 9)]);
        assert_eq!(spans(vec![mask(0, 3), mask(3, 5), mask(1, 2)]), [(0, 3), (3, 5)]);
        let mut text = *b"abcdef";
        blank(&mut text, &[mask(1, 3), mask(5, 9)]);
        assert_eq!(&text, b"a  def", "what lies outside is let be");
    }

    #[test]
    fn what_cannot_be_read_well_is_noted() {
        let notes = |text: &str| {
            transcript(text, &Options::default())
                .map(|read| read.notes.iter().map(|note| note.code).collect::<Vec<_>>())
        };
        assert_eq!(
            notes(&"nous avons le nouveau pont hier ".repeat(12)),
            Ok(vec!["unknown-language", "no-punctuation"])
        );
        assert_eq!(notes("We sail at noon."), Ok(vec![]));
    }
}
