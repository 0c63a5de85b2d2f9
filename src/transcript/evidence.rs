//! Evidence: how often a text uses each candidate for a label, and whether that makes it one.

use super::chars::{holds, is_digit};
use super::labels::{Kind, Label, Reader, Style};
use super::names::{is_capitals, normal, without_brackets};
use crate::tally::Tally;

/// So many lines that begin as "Ms. Reed. We sail." does make one of them a label that comes only once.
const MANY: usize = 6;

/// How often the text uses each candidate.
#[derive(Debug)]
pub struct Evidence {
    /// By name; by [`answering`], how often a handle follows on the label of a question.
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
    pub fn gather(reader: &Reader<'_>, candidates: &[Option<Label>], lines: usize) -> Self {
        let text = reader.text;
        let mut asked = false;
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
                Kind::Handle => {
                    evidence.handles += 1;
                    evidence.counts.add(answering(name), usize::from(asked));
                }
            }
            asked = reader.is_press(name);
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
            // "Prime Minister Reed. We sail." may be a sentence.
            let sure = is_capitals(name) || label.span.of(text).ends_with('–');
            let known = label.kind == Kind::Known && (sure || self.known_full_stops >= MANY);
            return self.full_stops >= 3
                && (count >= 2 || known || is_capitals(name) && self.known_full_stops >= 2);
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
            Kind::Handle => {
                talk && (count >= 2 || (self.names + self.known) * 2 >= self.handles)
                    || self.counts.count(&answering(name)) >= 2
            }
        }
    }
}

fn answering(name: &str) -> String {
    ["?", &normal(name)].concat()
}

#[cfg(test)]
mod tests {
    use super::super::labels::{Reader, find};
    use super::super::{lexicon, lines};

    /// How many lines of the text have a label.
    fn labelled(text: &str) -> usize {
        let reader = Reader { text, masked: text.as_bytes(), lexicon: lexicon::english() };
        find(&reader, &lines::plain(text).lines).iter().flatten().count()
    }

    const PROSE: &str = "We sailed at noon.\n";

    #[test]
    fn an_office_needs_no_more_evidence() {
        assert_eq!(labelled(&format!("MS. REED: Yes.\n{}", PROSE.repeat(20))), 1);
    }

    #[test]
    fn capitals_come_twice_or_beside_others() {
        let prose = PROSE.repeat(20);
        assert_eq!(labelled(&format!("ANA REED: Yes.\n{prose}")), 0);
        assert_eq!(labelled(&format!("ANA REED: Yes.\nANA REED: No.\n{prose}")), 2);
        assert_eq!(labelled(&format!("ANA REED: Yes.\nMR. BOYD: No.\n{prose}")), 2);
        assert_eq!(labelled("ANA REED: Yes.\nWe sail.\nSo."), 1, "three lines in ten are labelled");
        assert_eq!(labelled("ANA REED: Yes.\nWe sail.\nSo.\nYes."), 0);
        assert_eq!(labelled("PIER 4: Yes.\nWe sail."), 0, "a digit is of no name");
    }

    #[test]
    fn names_come_twice_or_make_up_the_text() {
        let prose = PROSE.repeat(20);
        assert_eq!(labelled(&format!("Ana Reed: Yes.\n{prose}")), 0);
        assert_eq!(labelled(&format!("Ana Reed: Yes.\nAna Reed: No.\n{prose}")), 2);
        assert_eq!(labelled(&format!("Ana Reed: Yes.\nTom Boyd: No.\n{prose}")), 0);
        assert_eq!(labelled("Ana Reed: Yes.\nTom Boyd: No."), 2);
        assert_eq!(labelled("Ana Reed: Yes.\nWe sail."), 0);
        assert_eq!(labelled("Ana Reed: Yes.\nMR. BOYD: No.\nWe sail."), 2);
    }

    #[test]
    fn handles_are_labels_in_talk_alone() {
        let prose = PROSE.repeat(20);
        assert_eq!(labelled(&format!("areed: Yes.\nareed: No.\n{prose}")), 0);
        assert_eq!(labelled("areed: Yes.\nareed: No.\nWe sail."), 2);
        assert_eq!(labelled("areed: Yes.\ntboyd: No."), 0);
        assert_eq!(labelled("areed: Yes.\ntboyd: No.\nAna Reed: So.\nAna Reed: Yes."), 4);
    }

    #[test]
    fn a_handle_that_answers_twice_is_a_label() {
        let prose = PROSE.repeat(20);
        let asked = "Question (Harbour Radio): Why?\nVarga: So.\n";
        assert_eq!(labelled(&format!("{prose}{asked}{asked}")), 4);
        assert_eq!(labelled(&format!("{prose}{asked}")), 1);
        assert_eq!(labelled(&format!("{prose}MS. REED: Yes.\nMotion: So.\n").repeat(2)), 2);
    }

    #[test]
    fn full_stops_come_three_times() {
        assert_eq!(labelled("MR. REED. Yes.\nMR. BOYD. No."), 0);
        assert_eq!(labelled("MR. REED. Yes.\nMR. BOYD. No.\nMR. REED. So."), 3);
        assert_eq!(
            labelled("ANA REED. Yes.\nTOM BOYD. No.\nIDA LUND. So."),
            0,
            "nobody is known, and nobody comes again"
        );
        assert_eq!(labelled("ANA REED. Yes.\nTOM BOYD. No.\nANA REED. So."), 2);
        assert_eq!(labelled("MR. REED. Yes.\nMS. KAY. Yes.\nTOM BOYD. No."), 3);
        assert_eq!(labelled("MR. REED. Yes.\nIDA LUND. Yes.\nTOM BOYD. No."), 1);
    }

    #[test]
    fn an_office_in_small_letters_begins_a_paragraph_and_comes_again() {
        let turn = "    Ms. Reed. We sail.\n";
        assert_eq!(labelled(&turn.repeat(2)), 0);
        assert_eq!(labelled(&turn.repeat(3)), 3);
        assert_eq!(labelled(&turn.replace("Ms. Reed", "The Chairman").repeat(3)), 3);
        assert_eq!(labelled(&turn.replace("Ms. Reed", "Ana Reed").repeat(3)), 0, "no office");
        assert_eq!(labelled(&turn.replace("Ms. Reed", "Minister, Ostra").repeat(3)), 0, "not a name alone");
        let once = "    Captain Lund. We land.\n";
        assert_eq!(labelled(&[&turn.repeat(4), once].concat()), 4);
        assert_eq!(labelled(&[&turn.repeat(5), once].concat()), 6);
        let wrapped = |end: &str| format!("We thank{end}\nMs. Reed. We sail.\n").repeat(3);
        assert_eq!((labelled(&wrapped(" the chair,")), labelled(&wrapped("."))), (0, 3));
        assert_eq!(labelled(&wrapped(" the chair,\n")), 3, "behind a blank line");
    }

    #[test]
    fn a_dash_behind_the_full_stop_makes_a_name_a_label() {
        let speech = |name: &str| format!("{name}. – Mr President, we sail.\n");
        let names = ["President", "Ana Reed, on behalf of the Board", "Tom Boyd (Ostra)"];
        assert_eq!(labelled(&names.map(speech).concat()), 3);
        assert_eq!(labelled(&names.map(speech)[..2].concat()), 0);
        assert_eq!(labelled(&names.map(|name| speech(name).replace(" –", "")).concat()), 0);
    }

    #[test]
    fn a_letter_asks_where_there_is_talk() {
        let prose = PROSE.repeat(20);
        assert_eq!(labelled(&format!("Q Why?\n{prose}")), 0);
        assert_eq!(labelled(&format!("Q Why?\nQ When?\n{prose}")), 2);
        assert_eq!(labelled(&format!("Q Why?\nMS. REED: So.\n{prose}")), 2);
    }

    #[test]
    fn where_labels_are_in_capitals_mixed_names_are_none() {
        let three = "ANA REED: Yes.\nTOM BOYD: No.\nANA REED: So.\n";
        assert_eq!(
            labelled(&format!("{three}Harbour Gazette: Wall approved\nHarbour Gazette: Pier sold")),
            5
        );
        let four = format!("{three}TOM BOYD: Yes.\nMR. KAY: No.\nMR. KAY: So.\nMR. KAY: Yes.\n");
        assert_eq!(labelled(&format!("{four}Harbour Gazette: Wall approved\nHarbour Gazette: Pier sold")), 7);
        assert_eq!(labelled(&format!("{four}Moderator: Wall approved")), 8, "a role is known anyway");
    }
}
