//! The templates filled in.

use super::Gap;
use super::cohesion::{BLOCKS, Cohesion, STEPS};
use super::phase::Phase;
use super::template::{Family, Template};
use super::unit::{Unit, Units};
use crate::language::cues::{CLASS_COUNT, Cues};
use crate::language::hash::combine;
use crate::language::stop_words;
use crate::language::token::Token;
use crate::outline::Role;
use crate::tally::Counts;
use crate::transcript::Transcript;

/// Words at the start of a sentence whose n-grams are features.
const START: usize = 14;
/// Words of a neighbour's start that are features.
const NEIGHBOUR_START: usize = 6;

/// Calls `visit` for each sentence with its active buckets, of some families or of all, and the gap before it.
pub(super) fn for_each_sentence(
    transcript: &Transcript<'_>,
    families: Option<&[Family]>,
    mut visit: impl FnMut(&[u16], Gap),
) {
    let stop_words = stop_words::english();
    let units = Units::of(transcript, Cues::english());
    let title = title_words(transcript, &stop_words);
    let source = Source {
        cohesion: Cohesion::of(&units, &stop_words),
        phase: Phase::of(&units),
        last_turn: units.all.iter().rev().find_map(|unit| unit.turn),
        units,
        title,
    };
    let mut buckets = Vec::new();
    for index in 0..source.units.all.len() {
        buckets.clear();
        SentenceFeatures { source: &source, index, families, buckets: &mut buckets }.fill();
        visit(&buckets, source.gap(index));
    }
}

/// The event's own name, without its common words.
fn title_words(transcript: &Transcript<'_>, stop_words: &Counts) -> Counts {
    let title = transcript.front_matter.title.map_or("", |span| span.of(transcript.text));
    let mut words = Counts::default();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2) {
        let key = Token::of(word).key();
        *words.at(key) = u32::from(stop_words.get(key) == 0);
    }
    words
}

/// Everything that a sentence's features are drawn from.
struct Source {
    units: Units,
    cohesion: Cohesion,
    phase: Phase,
    title: Counts,
    last_turn: Option<usize>,
}

impl Source {
    fn gap(&self, index: usize) -> Gap {
        let Some(unit) = self.units.all.get(index) else { return Gap::SameParagraph };
        let before_spoken = self.units.at(index, -1).is_none_or(Unit::is_spoken);
        if !unit.is_spoken() || !before_spoken {
            Gap::Unspoken
        } else if unit.opens_turn() && unit.role == Role::Press {
            Gap::Question
        } else if unit.opens_turn() {
            Gap::NewTurn
        } else if unit.opens_paragraph() {
            Gap::NewParagraph
        } else {
            Gap::SameParagraph
        }
    }
}

struct SentenceFeatures<'s> {
    source: &'s Source,
    index: usize,
    families: Option<&'s [Family]>,
    buckets: &'s mut Vec<u16>,
}

impl SentenceFeatures<'_> {
    fn fill(&mut self) {
        let source = self.source;
        let Some(unit) = source.units.all.get(self.index) else { return };
        self.push(Template::Bias, 0);
        self.words(unit);
        self.neighbours();
        self.cues(unit);
        self.position(unit);
        self.form();
        self.speakers(unit);
        self.cohesion();
    }

    fn push(&mut self, template: Template, value: u32) {
        let is_asked_for = |families: &[Family]| families.contains(&template.family());
        if template == Template::Bias || self.families.is_none_or(is_asked_for) {
            self.buckets.push(template.bucket(value));
        }
    }

    fn push2(&mut self, template: Template, one: u32, two: u32) {
        self.push(template, combine(one, two));
    }

    fn words(&mut self, unit: &Unit) {
        let words = self.source.units.words(unit);
        let start = words.get(..words.len().min(START)).unwrap_or_default();
        for word in start {
            self.push(Template::Unigram, word.0);
        }
        for pair in start.windows(2) {
            self.push(Template::Bigram, hash_of(pair));
        }
        for triple in start.windows(3).take(8) {
            self.push(Template::Trigram, hash_of(triple));
        }
        for word in words.iter().skip(START).take(40) {
            self.push(Template::AnyWord, word.0);
        }
        self.push(Template::FirstWord, hash_of(first(words, 1)));
        self.push(Template::FirstTwo, hash_of(first(words, 2)));
        self.push(Template::FirstThree, hash_of(first(words, 3)));
        self.push(Template::LastWord, hash_of(last(words, 1)));
        self.push(Template::LastTwo, hash_of(last(words, 2)));
        if unit.opens_paragraph() {
            self.push(Template::ParagraphFirstTwo, hash_of(first(words, 2)));
        }
        if unit.opens_turn() {
            self.push(Template::TurnFirstTwo, hash_of(first(words, 2)));
        }
    }

    fn neighbours(&mut self) {
        let units = &self.source.units;
        let words = |offset| units.at(self.index, offset).map_or(&[][..], |unit| units.words(unit));
        let (before, after) = (words(-1), words(1));
        let (second_before, second_after) = (words(-2), words(2));
        for word in first(before, NEIGHBOUR_START) {
            self.push(Template::PreviousWord, word.0);
        }
        for word in first(after, NEIGHBOUR_START) {
            self.push(Template::NextWord, word.0);
        }
        self.push(Template::PreviousFirstTwo, hash_of(first(before, 2)));
        self.push(Template::PreviousLastTwo, hash_of(last(before, 2)));
        self.push(Template::NextFirstTwo, hash_of(first(after, 2)));
        self.push(Template::SecondNextFirstTwo, hash_of(first(second_after, 2)));
        self.push(Template::SecondPreviousFirstTwo, hash_of(first(second_before, 2)));
    }

    fn cues(&mut self, unit: &Unit) {
        const NEAR: usize = 4;
        let (here, at_start) = self.cue_classes(0);
        let (before, _) = self.cue_classes(-1);
        let (after, _) = self.cue_classes(1);
        let (mut near_before, mut near_after) = (0, 0);
        for offset in 2..=NEAR as isize {
            near_before |= self.cue_classes(-offset).0;
            near_after |= self.cue_classes(offset).0;
        }
        for class in 0..CLASS_COUNT as u32 {
            let has = |set: u32| set >> class & 1 == 1;
            for (set, template) in [
                (here, Template::CueAnywhere),
                (at_start, Template::CueAtStart),
                (before, Template::CueBefore),
                (after, Template::CueAfter),
                (near_before, Template::CueNearBefore),
                (near_after, Template::CueNearAfter),
            ] {
                if has(set) {
                    self.push(template, class);
                }
            }
            if has(here) {
                let from_end = self.source.units.all.len() - 1 - self.index;
                let place = bucket(self.index).min(8) * 16 + bucket(from_end).min(8);
                self.push2(Template::CuePlace, class, place);
            }
            if has(at_start) && unit.opens_paragraph() {
                self.push(Template::CueAtStartOfParagraph, class);
            }
            if has(at_start) && unit.opens_turn() {
                self.push2(Template::CueAtStartOfTurn, class, unit.role as u32);
            }
            if has(here) {
                for other in (class + 1..CLASS_COUNT as u32).filter(|other| here >> other & 1 == 1) {
                    self.push2(Template::CuePair, class, other);
                }
            }
        }
    }

    /// The cue classes of a sentence near this one, as sets of bits: anywhere in it, and among its first words.
    fn cue_classes(&self, offset: isize) -> (u32, u32) {
        const FIRST_WORDS: usize = 3;
        let units = &self.source.units;
        let Some(unit) = units.at(self.index, offset) else { return (0, 0) };
        units.cues_of(unit).iter().fold((0, 0), |(anywhere, at_start), cue| {
            let bit = 1 << cue.class;
            (anywhere | bit, at_start | if cue.position < FIRST_WORDS { bit } else { 0 })
        })
    }

    fn position(&mut self, unit: &Unit) {
        let count = self.source.units.all.len();
        let from_end = count - 1 - self.index;
        let length = bucket(count);
        self.push(Template::TranscriptLength, length);
        self.push(Template::FromStart, bucket(self.index));
        self.push(Template::FromEnd, bucket(from_end));
        self.push(Template::Tenth, (self.index * 10 / count) as u32);
        self.push(Template::FromTurnStart, bucket(unit.in_turn));
        self.push(Template::FromTurnEnd, bucket(unit.turn_length.saturating_sub(1 + unit.in_turn)));
        self.push(Template::TurnLength, bucket(unit.turn_length));
        let place = (unit.in_turn * 6 / unit.turn_length.max(1)) as u32;
        let is_last_turn = unit.turn == self.source.last_turn;
        self.push2(Template::TurnPlace, combine(place, bucket(unit.turn_length)), u32::from(is_last_turn));
        self.push(Template::ParagraphStart, bucket(unit.in_paragraph));
        self.push(Template::ParagraphLength, bucket(unit.paragraph_length));
        let left = unit.paragraph_length.saturating_sub(1 + unit.in_paragraph);
        self.push2(Template::ParagraphPlace, bucket(unit.in_paragraph).min(3), bucket(left).min(3));
        if !unit.is_spoken() {
            self.push2(Template::Unspoken, bucket(self.index).min(4), bucket(from_end).min(4));
        }
        if self.source.units.at(self.index, 1).is_some_and(|next| !next.is_spoken()) {
            self.push(Template::UnspokenAfter, u32::from(unit.is_spoken()));
        }
    }

    fn form(&mut self) {
        for (offset, length, ending, form) in [
            (0, Template::Length, Template::Ending, Template::Form),
            (-1, Template::LengthBefore, Template::EndingBefore, Template::FormBefore),
            (1, Template::LengthAfter, Template::EndingAfter, Template::FormAfter),
        ] {
            let Some(unit) = self.source.units.at(self.index, offset) else {
                self.push(length, u32::MAX);
                continue;
            };
            self.push(length, bucket(unit.tokens.len()));
            self.push(ending, unit.ending as u32);
            let flags = [unit.has_figure, unit.all_capitals, unit.bracketed];
            for (flag, _) in (0..).zip(flags).filter(|(_, set)| *set) {
                self.push(form, flag);
            }
        }
    }

    fn speakers(&mut self, unit: &Unit) {
        let Source { phase, units, .. } = self.source;
        let index = self.index;
        let at = |list: &[u32]| list.get(index).copied().unwrap_or(0);
        let yes = |list: &[bool]| list.get(index).copied().unwrap_or(false);
        let role_at = |offset| units.at(index, offset).map_or(9, |unit| unit.role as u32);
        let role = unit.role as u32;
        let press_before = at(&phase.press_turns_before);
        // Before, among and after the questions; or no questions at all.
        let question_phase = match (phase.press_turns, press_before) {
            (0, _) => 0,
            (_, 0) => 1,
            (all, so_far) if so_far < all => 2,
            _ => 3,
        };
        let questions_in_turn = at(&phase.questions_in_turn).min(3);
        let (since, until) = (at(&phase.since_press), at(&phase.until_press));
        let (new_speaker, same_asker) = (yes(&phase.new_speaker), yes(&phase.same_asker));
        let since_question = at(&phase.since_question);
        let until_question = at(&phase.until_question);
        self.push2(Template::Role, role, u32::from(unit.has_label));
        self.push2(Template::RoleChange, role_at(-1), role);
        self.push2(Template::RoleNext, role, role_at(1));
        if unit.opens_turn() {
            self.push2(Template::RoleOpensTurn, role, u32::from(new_speaker));
            self.push2(Template::QuestionInTurn, role, combine(questions_in_turn, bucket(unit.turn_length)));
        }
        self.push(Template::TurnsOfPress, bucket(phase.press_turns as usize));
        self.push(Template::QuestionPhase, combine(question_phase, u32::from(unit.opens_turn())));
        self.push(Template::QuestionsSoFar, bucket(press_before as usize));
        self.push2(Template::SincePressTurn, since, role);
        self.push2(Template::UntilPressTurn, until, role);
        self.push(Template::SinceQuestion, since_question);
        self.push(Template::UntilQuestion, until_question);
        self.push(Template::NewSpeaker, u32::from(new_speaker));
        if unit.role == Role::Press {
            self.push2(Template::SameAsker, u32::from(same_asker), bucket(unit.turn_length));
        }
    }

    fn cohesion(&mut self) {
        let cohesion = &self.source.cohesion;
        let at = |list: &[u32], index: usize| list.get(index).copied().unwrap_or(0);
        for block in 0..BLOCKS.len() as u32 {
            let (Some(level), Some(dip)) =
                (cohesion.level.get(block as usize), cohesion.dip.get(block as usize))
            else {
                continue;
            };
            self.push2(Template::CohesionLevel, block, at(level, self.index) * 10 / STEPS);
            self.push2(Template::CohesionDip, block, at(dip, self.index) * 10 / STEPS);
        }
        // In fifths; a sentence of stop words alone is a case of its own.
        let share = |new: u32, content: u32| (new * 5).checked_div(content).unwrap_or(7);
        let here = share(at(&cohesion.new, self.index), at(&cohesion.content, self.index));
        let sum_after = |list: &[u32]| (self.index..self.index + 4).map(|i| at(list, i)).sum();
        let after = share(sum_after(&cohesion.new), sum_after(&cohesion.content));
        self.push(Template::NewWords, here);
        self.push(Template::NewWordsAfter, after);
        self.push(Template::SharedWithPrevious, at(&cohesion.shared, self.index).min(4));
        let units = &self.source.units;
        let words = units.at(self.index, 0).map_or(&[][..], |unit| units.words(unit));
        let of_title = words.iter().filter(|word| self.source.title.get(word.key()) > 0).count();
        self.push(Template::SharedWithTitle, of_title.min(4) as u32);
    }
}

fn hash_of(words: &[Token]) -> u32 {
    words.iter().fold(words.len() as u32, |hash, word| combine(hash, word.0))
}

fn first(words: &[Token], count: usize) -> &[Token] {
    words.get(..words.len().min(count)).unwrap_or_default()
}

fn last(words: &[Token], count: usize) -> &[Token] {
    words.get(words.len().saturating_sub(count)..).unwrap_or_default()
}

/// Counts in steps that widen: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25–49, 50–99, 100 and more.
fn bucket(count: usize) -> u32 {
    [1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100].iter().filter(|&&from| count >= from).count() as u32
}
