//! Facts: sentences in, typed spans out (figures, dates, names, decisions, commitments). They are what key points
//! and titles are made of. Precision goes before recall: what is not certain is no fact.
//!
//! The shape of [`Fact`] in JSON, by kind (every `Span` is a span of the text):
//! ```ts
//! type Fact = { span: Span } & (
//!   | { kind: "figure"; value: { number: number; to?: number; unit?: string; hedge?: Hedge } }
//!   | { kind: "date"; value: { iso?: string; resolved?: true } }
//!   | { kind: "person"; value: { name: Span; role?: Span } }
//!   | { kind: "organisation" | "place" }
//!   | { kind: "acronym"; value: { expansion: Span } }
//!   | { kind: "decision" | "commitment"; value: { who: Span; what: Span; by?: Span } });
//! type Hedge = "about" | "nearly" | "more-than" | "at-least" | "up-to" | "at-most" | "less-than" | "exactly";
//! ```

mod acronym;
mod action;
mod calendar;
mod clock;
mod date;
mod figure;
mod lexicon;
mod name;
mod number;
mod person;
mod relative;
mod tokens;

use serde::Serialize;

pub use calendar::Day;

use crate::language::contains;
use crate::order::sort_by;
use crate::outline::Span;
use crate::transcript::Transcript;
use lexicon::Lexicon;
use tokens::Tokens;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    Figure,
    Date,
    Person,
    Organisation,
    Place,
    Acronym,
    Decision,
    Commitment,
}

/// One fact with its exact place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    pub kind: FactKind,
    pub span: Span,
    /// The parsed parts; organisations and places have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<FactValue>,
}

/// The parts of a fact, an object without a tag: [`Fact::kind`] tells which.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FactValue {
    Figure(Figure),
    Date(DateValue),
    Person(Person),
    Acronym(Acronym),
    Action(Action),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The number, or the lower end of a range.
    pub number: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// `percent`, `percentage points`, `basis points`, a currency (ISO 4217 where the text is certain, otherwise
    /// `dollars`), a unit in the plural (`kilometres`), or what is counted (`jobs`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedge: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateValue {
    /// ISO 8601: a day (`2031-05-03`), a month, a year, a week (`2031-W18`), a time of day (`T15:00`) or an interval of
    /// two of them (`2031-04/2031-06`). Absent where the text does not tell, e.g. the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// Whether the transcript's own date was needed to know (`tomorrow`, a day without a year).
    #[serde(skip_serializing_if = "is_false")]
    pub resolved: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    pub name: Span,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Acronym {
    /// Where the transcript spells it out.
    pub expansion: Span,
}

/// A decision or a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    pub who: Span,
    pub what: Span,
    /// The date until when, or from when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Span>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Fact {
    /// Calls `visit` on every span of the fact.
    pub fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        match &mut self.value {
            Some(FactValue::Person(person)) => {
                visit(&mut person.name);
                person.role.iter_mut().for_each(visit);
            }
            Some(FactValue::Acronym(acronym)) => visit(&mut acronym.expansion),
            Some(FactValue::Action(action)) => {
                visit(&mut action.who);
                visit(&mut action.what);
                action.by.iter_mut().for_each(visit);
            }
            Some(FactValue::Figure(_) | FactValue::Date(_)) | None => {}
        }
    }
}

/// Finds the facts of one transcript.
#[derive(Debug)]
pub struct Finder {
    lexicon: &'static Lexicon,
    /// The transcript's own date.
    today: Option<Day>,
    /// What each acronym of the transcript stands for.
    acronyms: Vec<(String, Span)>,
}

impl Finder {
    /// Reads the word lists, and the transcript's date and acronyms.
    pub fn new(transcript: &Transcript<'_>) -> Self {
        let today = transcript.front_matter.iso_date.as_deref().and_then(Day::parse);
        let mut finder = Self::with_today(today);
        for sentence in &transcript.sentences {
            let text = sentence.span.of(transcript.text);
            if contains(text, "(") {
                finder.acronyms.extend(acronym::defined(&Tokens::of(transcript.text, sentence.span, &[])));
            }
        }
        finder
    }

    /// For single sentences; relative dates are facts only with a date.
    pub fn with_today(today: Option<Day>) -> Self {
        Self { lexicon: Lexicon::english(), today, acronyms: Vec::new() }
    }

    /// The facts within `span` of the transcript, in order of the text.
    pub fn find(&self, transcript: &Transcript<'_>, span: Span) -> Vec<Fact> {
        let first = transcript.masked.partition_point(|masked| masked.span.end <= span.start);
        let masked: Vec<Span> = transcript
            .masked
            .iter()
            .skip(first)
            .map(|masked| masked.span)
            .take_while(|m| m.start < span.end)
            .collect();
        self.in_tokens(&Tokens::of(transcript.text, span, &masked))
    }

    /// The facts of one sentence that stands alone.
    pub fn find_in(&self, sentence: &str) -> Vec<Fact> {
        self.in_tokens(&Tokens::of(sentence, Span::new(0, sentence.len()), &[]))
    }

    fn in_tokens(&self, tokens: &Tokens<'_>) -> Vec<Fact> {
        let lexicon = self.lexicon;
        let dates = date::find(tokens, lexicon, self.today);
        let mut taken = vec![false; tokens.len()];
        mark(&mut taken, &dates);
        let figures = figure::find(tokens, lexicon, &taken);
        mark(&mut taken, &figures);
        let people = person::find(tokens, lexicon);
        mark(&mut taken, &people);
        let organisations = name::organisations(tokens, lexicon, &taken);
        mark(&mut taken, &organisations);
        let places = name::places(tokens, lexicon, &taken);
        let bodies: Vec<&Found> = organisations.iter().chain(&places).collect();
        let actions = action::find(tokens, lexicon, &bodies, &dates);
        let acronyms = acronym::find(tokens, &self.acronyms);

        let certain = |date: &Found| match &date.fact.value {
            Some(FactValue::Date(value)) => !date.relative || value.resolved,
            _ => false,
        };
        let mut facts: Vec<&Fact> = dates
            .iter()
            .filter(|date| certain(date))
            .chain(&people)
            .chain(&organisations)
            .chain(&places)
            .chain(&figures)
            .chain(&actions)
            .chain(&acronyms)
            .map(|found| &found.fact)
            .collect();
        sort_by(&mut facts, |a, b| (a.span, a.kind) < (b.span, b.kind));
        facts.into_iter().cloned().collect()
    }
}

/// A fact and the tokens that it takes.
#[derive(Clone, Debug)]
struct Found {
    tokens: std::ops::Range<usize>,
    fact: Fact,
    /// A date that is known from the transcript's date only, or not at all.
    relative: bool,
}

impl Found {
    fn new(
        tokens: &Tokens<'_>,
        range: std::ops::Range<usize>,
        kind: FactKind,
        value: Option<FactValue>,
    ) -> Self {
        Self { fact: Fact { kind, span: tokens.span(range.clone()), value }, tokens: range, relative: false }
    }
}

fn mark(taken: &mut [bool], found: &[Found]) {
    for fact in found {
        taken.get_mut(fact.tokens.clone()).unwrap_or_default().fill(true);
    }
}

/// Whether a token of the range is taken already.
fn is_taken(taken: &[bool], range: std::ops::Range<usize>) -> bool {
    taken.get(range).unwrap_or_default().contains(&true)
}
