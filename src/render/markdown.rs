//! [`Outline`] -> Markdown (`CommonMark`). What the transcript says is escaped, so that it reads as it was written and
//! cannot become a link, an image or markup. The npm package and the page write the same
//! (`pkg/render/markdown.js`); the browser tests hold the two to the same bytes.

use crate::outline::{Exchange, KeyPoint, Outline, Reason, Section, SectionKind, Span};

/// The outline as a Markdown document. `text` is the transcript that it was made of: spans count its bytes.
pub fn markdown(outline: &Outline, text: &str) -> String {
    let mut page = Page { outline, text, out: String::new() };
    page.head();
    page.key_points();
    page.sections();
    page.out
}

const fn kind_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::FrontMatter => "Front matter",
        SectionKind::Opening => "Opening",
        SectionKind::AgendaItem => "Agenda item",
        SectionKind::Announcement => "Announcement",
        SectionKind::QuestionAnswer => "Question and answer",
        SectionKind::Closing => "Closing",
    }
}

const fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::Decision => "decision",
        Reason::Commitment => "commitment",
        Reason::Figure => "figure",
        Reason::Deadline => "deadline",
        Reason::First => "first",
        Reason::Warning => "warning",
        Reason::Position => "position",
    }
}

struct Page<'a> {
    outline: &'a Outline,
    text: &'a str,
    out: String,
}

impl Page<'_> {
    fn head(&mut self) {
        self.out.push_str("# ");
        match &self.outline.title {
            Some(title) => self.quote(title),
            None => self.out.push_str("Outline"),
        }
        self.out.push('\n');
        let outline = self.outline;
        let lines = [("Source", &outline.source), ("Date", &outline.date), ("Place", &outline.place)];
        let known = lines.iter().filter_map(|(name, value)| value.as_ref().map(|value| (name, value)));
        for (index, (name, value)) in known.enumerate() {
            self.out.push_str(if index == 0 { "\n- " } else { "- " });
            self.out.push_str(name);
            self.out.push_str(": ");
            self.quote(value);
            self.out.push('\n');
        }
    }

    fn key_points(&mut self) {
        if self.outline.key_points.is_empty() {
            return;
        }
        self.out.push_str("\n## Key points\n\n");
        for point in &self.outline.key_points {
            self.key_point(point);
        }
    }

    fn key_point(&mut self, point: &KeyPoint) {
        self.out.push_str("- ");
        let spoken = self.outline.spoken(self.text, point.span);
        self.quote(&spoken);
        if let Some(name) = self.speaker(point.speaker) {
            self.out.push_str(" — ");
            self.quote(name);
        }
        for (index, reason) in point.reasons.iter().enumerate() {
            self.out.push_str(if index == 0 { " (" } else { ", " });
            self.out.push_str(reason_name(*reason));
        }
        self.out.push_str(if point.reasons.is_empty() { "\n" } else { ")\n" });
    }

    fn sections(&mut self) {
        let outline = self.outline;
        if outline.sections.is_empty() {
            return;
        }
        self.out.push_str("\n## Sections\n");
        for (index, section) in outline.sections.iter().enumerate() {
            self.out.push_str("\n### ");
            self.out.push_str(&(index + 1).to_string());
            self.out.push_str(". ");
            self.section(section);
        }
    }

    fn section(&mut self, section: &Section) {
        self.out.push_str(kind_name(section.kind));
        if !section.title.is_empty() {
            self.out.push_str(": ");
            self.quote(&section.title);
        }
        self.out.push('\n');
        if !section.speakers.is_empty() {
            self.out.push('\n');
            for (index, speaker) in section.speakers.iter().enumerate() {
                self.out.push_str(if index == 0 { "" } else { ", " });
                self.quote(self.speaker(Some(*speaker)).unwrap_or_default());
            }
            self.out.push('\n');
        }
        if let Some(exchange) = &section.exchange {
            self.exchange(exchange);
        }
        if !section.key_points.is_empty() {
            self.out.push('\n');
            for point in &section.key_points {
                self.key_point(point);
            }
        }
    }

    fn exchange(&mut self, exchange: &Exchange) {
        self.said("Question", exchange.asker, exchange.question);
        for answer in &exchange.answers {
            self.said("Answer", answer.speaker, answer.span);
        }
        for follow_up in &exchange.follow_ups {
            self.exchange(follow_up);
        }
    }

    fn said(&mut self, what: &str, speaker: Option<usize>, span: Span) {
        self.out.push_str("\n**");
        self.out.push_str(what);
        self.out.push_str("**");
        if let Some(name) = self.speaker(speaker) {
            self.out.push_str(" (");
            self.quote(name);
            self.out.push(')');
        }
        self.out.push_str(": ");
        let excerpt = excerpt(&self.outline.spoken(self.text, span));
        self.quote(&excerpt);
        self.out.push('\n');
    }

    fn quote(&mut self, words: &str) {
        push_escaped(&mut self.out, words);
    }
}

impl<'a> Page<'a> {
    fn speaker(&self, index: Option<usize>) -> Option<&'a str> {
        let outline = self.outline;
        index.and_then(|index| outline.speakers.get(index)).map(|speaker| speaker.name.as_str())
    }
}

/// White space that Markdown, JavaScript and Rust all take for white space.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{a0}' | '\u{2028}' | '\u{2029}')
}

/// The first words, so that an answer of three pages does not drown the outline.
fn excerpt(words: &str) -> String {
    const MAX_CHARS: usize = 280;
    let mut out = String::new();
    let mut chars = 0;
    for word in words.split(is_space).filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if chars > 0 && chars + 1 + length > MAX_CHARS {
            out.push_str(" …");
            break;
        }
        if chars > 0 {
            out.push(' ');
        }
        out.push_str(word);
        chars += 1 + length;
    }
    out
}

/// Appends `words` as Markdown that reads as them: on one line, nothing in it taken for markup.
fn push_escaped(out: &mut String, words: &str) {
    for (index, word) in words.split(is_space).filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            out.push(' ');
        }
        // A quotation or a heading, at the start of a line.
        if index == 0 && word.starts_with(['>', '#']) {
            out.push('\\');
        }
        for c in word.chars() {
            match c {
                // CommonMark replaces it, and some readers stop at it.
                '\0' => out.push('\u{fffd}'),
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => {
                    out.push('\\');
                    out.push(c);
                }
                // Only a whole character reference (`&lt;`) is markup: "R&D" stays readable.
                '&' if word.contains(';') => out.push_str("\\&"),
                _ => out.push(c),
            }
        }
        if index == 0 {
            escape_list_marker(out, word);
        }
    }
}

/// `1986.` or `-` at the start of a list item would start a list within it.
fn escape_list_marker(out: &mut String, first_word: &str) {
    let digits = first_word.trim_end_matches(['.', ')']);
    let numbered = first_word.len() == digits.len() + 1 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if matches!(first_word, "-" | "+") || numbered {
        let marker = out.pop().unwrap_or_default();
        out.push('\\');
        out.push(marker);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Answer, Role, Speaker, Stats};
    use crate::transcript::Format;

    const TEXT: &str =
        "Ferries\n\nMS. REED: We will run\nten ferries.\n\nQ: Why <b>now</b>?\n\nMS. REED: Ice.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap_or_default();
        Span::new(start, start + words.len())
    }

    fn section(kind: SectionKind, title: &str, words: &str) -> Section {
        Section {
            title: title.to_owned(),
            speakers: vec![0],
            confidence: 0.5,
            ..Section::bare(kind, span(words))
        }
    }

    fn sample() -> Outline {
        let point = KeyPoint {
            text: "We will run\nten ferries.".to_owned(),
            span: span("We will run\nten ferries."),
            context: None,
            section: 0,
            score: 1.0,
            speaker: Some(0),
            reasons: vec![Reason::Commitment, Reason::Figure],
            facts: Vec::new(),
        };
        let mut announcement = section(SectionKind::Announcement, "Ten ferries", "MS. REED: We will");
        announcement.key_points.push(point.clone());
        let mut exchange = section(SectionKind::QuestionAnswer, "", "Q: Why");
        exchange.exchange = Some(Exchange {
            asker: None,
            question: span("Why <b>now</b>?"),
            answers: vec![Answer { speaker: Some(0), span: span("Ice.") }],
            follow_ups: Vec::new(),
        });
        Outline {
            version: 1,
            format: Format::Plain,
            language: "en".to_owned(),
            title: Some("Ferries".to_owned()),
            source: None,
            date: Some("4 May".to_owned()),
            place: None,
            speakers: vec![Speaker {
                name: "MS. REED".to_owned(),
                role: Role::Principal,
                words: 6,
                spans: Vec::new(),
            }],
            sections: vec![announcement, exchange],
            key_points: vec![point],
            masked: Vec::new(),
            stats: Stats::default(),
        }
    }

    #[test]
    fn an_outline_reads_as_a_document() {
        let expected = "# Ferries

- Date: 4 May

## Key points

- We will run ten ferries. — MS. REED (commitment, figure)

## Sections

### 1. Announcement: Ten ferries

MS. REED

- We will run ten ferries. — MS. REED (commitment, figure)

### 2. Question and answer

MS. REED

**Question**: Why \\<b>now\\</b>?

**Answer** (MS. REED): Ice.
";
        assert_eq!(markdown(&sample(), TEXT), expected);
    }

    #[test]
    fn an_outline_of_nothing_known_still_has_a_heading() {
        let outline =
            Outline { title: None, date: None, sections: Vec::new(), key_points: Vec::new(), ..sample() };
        assert_eq!(markdown(&outline, TEXT), "# Outline\n");
    }

    #[test]
    fn the_transcript_cannot_become_markup() {
        let escaped = |words: &str| {
            let mut out = String::new();
            push_escaped(&mut out, words);
            out
        };
        assert_eq!(escaped("![x](javascript:alert(1))"), "!\\[x\\](javascript:alert(1))");
        assert_eq!(escaped("1986. A year"), "1986\\. A year");
        assert_eq!(escaped("- we said"), "\\- we said");
        assert_eq!(escaped("# A\n# B"), "\\# A # B");
        assert_eq!(escaped("> $4 for R&D"), "\\> $4 for R&D");
        assert_eq!(escaped("&lt;b&gt;"), "\\&lt;b\\&gt;");
        assert_eq!(escaped("a\0b"), "a\u{fffd}b");
    }

    #[test]
    fn a_long_answer_is_cut_at_a_word() {
        let long = "ferry ".repeat(100);
        let excerpt = excerpt(&long);
        assert!(excerpt.ends_with("ferry …") && excerpt.chars().count() <= 282, "{excerpt}");
        assert_eq!(super::excerpt("two\n words "), "two words");
    }
}
