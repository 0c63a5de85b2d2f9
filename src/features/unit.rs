//! What the templates look at: each sentence of the transcript with its tokens, cues, place and speaker.

use std::ops::Range;

use crate::language::cues::{Cue, Cues};
use crate::language::token::Token;
use crate::language::{is_capital, is_small};
use crate::outline::Role;
use crate::transcript::Transcript;

/// The last sign of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Stop,
    Question,
    Exclamation,
    Colon,
    Other,
}

/// One sentence as the templates see it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent observations, not states")]
pub struct Unit {
    /// Indices into [`Units::tokens`].
    pub tokens: Range<usize>,
    /// Indices into [`Units::cues`].
    pub cues: Range<usize>,
    pub ending: Ending,
    pub has_figure: bool,
    pub all_capitals: bool,
    pub bracketed: bool,
    /// Place in the turn and the turn's length, in sentences. Sentences that nobody spoke are turns of their own.
    pub in_turn: usize,
    pub turn_length: usize,
    pub turn: Option<usize>,
    pub speaker: Option<usize>,
    pub role: Role,
    pub has_label: bool,
    pub in_paragraph: usize,
    pub paragraph_length: usize,
}

/// The sentences of a transcript, and what they share.
#[derive(Debug)]
pub struct Units {
    pub all: Vec<Unit>,
    pub tokens: Vec<Token>,
    pub cues: Vec<Cue>,
}

impl Units {
    pub fn of(transcript: &Transcript<'_>, cues: &Cues) -> Self {
        let tokens: Vec<Token> =
            transcript.words.iter().map(|word| Token::of(word.span.of(transcript.text))).collect();
        let mut found = Vec::new();
        let mut units = Vec::with_capacity(transcript.sentences.len());
        for (index, sentence) in transcript.sentences.iter().enumerate() {
            let words = tokens.get(sentence.words.clone()).unwrap_or_default();
            let first_cue = found.len();
            cues.find(words, |cue| found.push(cue));
            let text = sentence.span.of(transcript.text);
            let turn = sentence.turn.and_then(|turn| transcript.turns.get(turn));
            let speaker = turn.and_then(|turn| turn.speaker);
            let turn_range = turn.map_or(index..index + 1, |turn| turn.sentences.clone());
            let paragraph = transcript
                .paragraphs
                .get(sentence.paragraph)
                .map_or(index..index + 1, |paragraph| paragraph.sentences.clone());
            units.push(Unit {
                tokens: sentence.words.clone(),
                cues: first_cue..found.len(),
                ending: ending_of(text),
                has_figure: words.contains(&Token::FIGURE),
                all_capitals: is_all_capitals(text),
                bracketed: text.starts_with(['(', '[']),
                in_turn: index.saturating_sub(turn_range.start),
                turn_length: turn_range.len(),
                turn: sentence.turn,
                speaker,
                role: speaker.and_then(|s| transcript.speakers.get(s)).map_or(Role::Unknown, |s| s.role),
                has_label: turn.is_some_and(|turn| turn.label.is_some()),
                in_paragraph: index.saturating_sub(paragraph.start),
                paragraph_length: paragraph.len(),
            });
        }
        Self { all: units, tokens, cues: found }
    }

    pub fn words(&self, unit: &Unit) -> &[Token] {
        self.tokens.get(unit.tokens.clone()).unwrap_or_default()
    }

    pub fn cues_of(&self, unit: &Unit) -> &[Cue] {
        self.cues.get(unit.cues.clone()).unwrap_or_default()
    }

    /// The unit `offset` sentences away from `index`.
    pub fn at(&self, index: usize, offset: isize) -> Option<&Unit> {
        self.all.get(index.checked_add_signed(offset)?)
    }
}

impl Unit {
    pub fn opens_turn(&self) -> bool {
        self.in_turn == 0
    }

    pub fn opens_paragraph(&self) -> bool {
        self.in_paragraph == 0
    }

    pub fn is_spoken(&self) -> bool {
        self.turn.is_some()
    }
}

fn ending_of(sentence: &str) -> Ending {
    match sentence.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']).chars().next_back() {
        Some('.' | '…') => Ending::Stop,
        Some('?') => Ending::Question,
        Some('!') => Ending::Exclamation,
        Some(':') => Ending::Colon,
        _ => Ending::Other,
    }
}

/// "CORONAVIRUS UPDATE", but not "I" or "OK".
fn is_all_capitals(sentence: &str) -> bool {
    let mut capitals = 0;
    for c in sentence.chars() {
        if is_small(c) {
            return false;
        }
        capitals += usize::from(is_capital(c));
    }
    capitals >= 6
}
