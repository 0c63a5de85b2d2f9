//! Evidence: how often a text uses each candidate for a label, and whether that makes it one.

use super::chars::{holds, is_digit};
use super::labels::{Kind, Label, Style};
use super::names::{is_capitals, normal, without_brackets};
use crate::tally::Tally;

/// How often the text uses each candidate.
#[derive(Debug)]
pub struct Evidence {
    counts: Tally,
    known: usize,
    names: usize,
    handles: usize,
    full_stops: usize,
    known_full_stops: usize,
    capitals: usize,
    chevrons: usize,
    questions: usize,
    lines: usize,
}

impl Evidence {
    pub fn gather(text: &str, candidates: &[Option<Label>], lines: usize) -> Self {
        let mut evidence = Self {
            counts: Tally::default(),
            known: 0,
            names: 0,
            handles: 0,
            full_stops: 0,
            known_full_stops: 0,
            capitals: 0,
            chevrons: 0,
            questions: 0,
            lines,
        };
        for label in candidates.iter().flatten() {
            let name = label.name.of(text);
            evidence.chevrons += usize::from(label.style == Style::Chevron);
            evidence.counts.add(normal(name), 1);
            if label.style == Style::FullStop && name.len() > 1 {
                evidence.full_stops += 1;
                evidence.known_full_stops += usize::from(label.kind == Kind::Known);
                continue;
            }
            evidence.questions += usize::from(name == "Q");
            evidence.capitals += usize::from(is_capitals(without_brackets(name)));
            match label.kind {
                Kind::Known => evidence.known += 1,
                Kind::Name | Kind::Capitals => evidence.names += 1,
                Kind::Handle => evidence.handles += 1,
            }
        }
        evidence
    }

    pub fn accepts(&self, text: &str, label: &Label) -> bool {
        let name = label.name.of(text);
        if matches!(label.style, Style::Voice) {
            return true;
        }
        if label.style == Style::Chevron {
            return self.chevrons >= 2;
        }
        let count = self.counts.count(&normal(name));
        if name == "Q" {
            return count >= 2 || self.known + self.full_stops > 1;
        }
        if name == "A" {
            return self.questions > 0;
        }
        if label.style == Style::FullStop {
            return self.full_stops >= 3
                && (count >= 2 || label.kind == Kind::Known || self.known_full_stops >= 2);
        }
        // Where labels are in capitals, "Harbour Gazette: Wall approved" in a list of headlines is none.
        let mixed = !is_capitals(without_brackets(name))
            && self.capitals >= 3
            && self.capitals > self.names + self.handles;
        if mixed && label.kind != Kind::Known {
            return false;
        }
        let talk = (self.known + self.names + self.handles) * 10 >= self.lines * 3;
        match label.kind {
            Kind::Known => true,
            Kind::Capitals => count >= 2 || self.known > 0 || !holds(name, is_digit) && talk,
            Kind::Name => count >= 2 || talk && self.names + self.known >= 2,
            Kind::Handle => talk && (count >= 2 || (self.names + self.known) * 2 >= self.handles),
        }
    }
}
