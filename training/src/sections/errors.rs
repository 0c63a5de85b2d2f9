//! Where the shipped model errs most: the gold sections that lose most words.

use speech_outline::{Options, SectionKind, outline};

use crate::corpus::Document;

/// A gold section, and what the outline makes of it.
struct Loss {
    words: usize,
    line: String,
}

/// Prints the `count` sections with the most words under a wrong kind.
pub fn print_worst(documents: &[Document], count: usize) {
    let mut losses: Vec<Loss> = documents.iter().flat_map(losses_of).collect();
    losses.sort_by(|a, b| b.words.cmp(&a.words).then_with(|| a.line.cmp(&b.line)));
    for loss in losses.iter().take(count) {
        println!("{:5} words  {}", loss.words, loss.line);
    }
}

fn losses_of(document: &Document) -> Vec<Loss> {
    let Ok(outline) = outline(&document.text, &Options::default()) else { return Vec::new() };
    let kind_at =
        |at: usize| outline.sections.iter().find(|s| s.span.start <= at && at < s.span.end).map(|s| s.kind);
    document
        .sections
        .iter()
        .filter_map(|gold| {
            let text = gold.span.of(&document.text);
            let mut wrong = [0; SectionKind::ALL.len()];
            for word in text.split_whitespace() {
                let at = word.as_ptr() as usize - document.text.as_ptr() as usize;
                if let Some(kind) = kind_at(at).filter(|kind| *kind != gold.kind) {
                    wrong[kind as usize] += 1;
                }
            }
            let (kind, _) = SectionKind::ALL.iter().zip(wrong).max_by_key(|(_, words)| *words)?;
            let begins: String = text.split_whitespace().take(10).collect::<Vec<_>>().join(" ");
            let line = format!(
                "{} called {} — {} — {} — {begins}",
                gold.kind.as_str(),
                kind.as_str(),
                document.name,
                gold.title
            );
            Some(Loss { words: wrong.iter().sum(), line })
        })
        .collect()
}
