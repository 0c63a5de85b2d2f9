//! Sections: transcript and features in, sections with kind, span, title and confidence out.

use crate::features::Features;
use crate::options::Options;
use crate::outline::{Section, SectionKind, Span};
use crate::transcript::Transcript;

pub fn find(transcript: &Transcript<'_>, _features: &Features, _options: &Options) -> Vec<Section> {
    vec![Section {
        kind: SectionKind::AgendaItem,
        title: String::new(),
        span: Span::new(0, transcript.text.len()),
        speakers: (0..transcript.speakers.len()).collect(),
        confidence: 0.5,
        key_points: Vec::new(),
        exchange: None,
        time: None,
    }]
}
