//! How much a sentence is worth lifting out, before coverage.

use super::candidates::Material;
use crate::outline::{Section, SectionKind};

/// The rank of each candidate in thousandths: what the section is, whether the sentence opens it, whether it stands
/// alone.
pub fn ranks(material: &Material, sections: &[Section]) -> Vec<u32> {
    let mut section = None;
    let mut place = 0;
    material
        .candidates
        .iter()
        .map(|candidate| {
            place = if section == Some(candidate.section) { place + 1 } else { 0 };
            section = Some(candidate.section);
            let kind = sections.get(candidate.section).map_or(SectionKind::AgendaItem, |s| s.kind);
            let rank = match kind {
                SectionKind::FrontMatter => 0,
                SectionKind::Opening | SectionKind::Closing => 150,
                SectionKind::AgendaItem | SectionKind::QuestionAnswer => 400,
                SectionKind::Announcement => 700,
            };
            let rank = if place < 2 { rank * 13 / 10 } else { rank };
            if candidate.context.is_some() { rank / 2 } else { rank }
        })
        .collect()
}
