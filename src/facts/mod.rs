//! Facts: sentences in, typed spans out (figures, dates, names, decisions, commitments). They are what key points
//! and titles are made of.

use serde::Serialize;

use crate::outline::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
}
