//! Gold sections with their candidates, each worth what it shares with the annotator's title.

use speech_outline::language::token::Token;
use speech_outline::sections::titles::{
    Class, Features, Lexicon, Weights, candidates, column, on_one_line, stem,
};
use speech_outline::{Options, transcript};

use crate::corpus::Document;

#[derive(Debug)]
pub struct Example {
    /// The column of the weights.
    pub kind: usize,
    pub gold: String,
    pub candidates: Vec<Judged>,
}

#[derive(Debug)]
pub struct Judged {
    pub text: String,
    pub features: Features,
    /// The F1 of its words with content, in thousandths.
    pub worth: i64,
}

impl Example {
    /// The candidate with the highest score, the earlier of two that score the same.
    pub fn choose(&self, weights: &Weights) -> Option<&Judged> {
        let score = |candidate: &Judged| weights.score(self.kind, &candidate.features);
        self.candidates.iter().reduce(|best, next| if score(next) > score(best) { next } else { best })
    }

    /// The worth of the best candidate: what perfect weights would reach.
    pub fn most(&self) -> Option<i64> {
        self.candidates.iter().map(|candidate| candidate.worth).max()
    }
}

/// The gold sections with titles.
pub fn examples(documents: &[Document]) -> Vec<Example> {
    let lexicon = Lexicon::english();
    let mut examples = Vec::new();
    for document in documents {
        let Ok(transcript) = transcript(&document.text, &Options::default()) else { continue };
        let spans: Vec<_> = document.sections.iter().map(|section| (section.kind, section.span)).collect();
        for (index, found) in candidates(&transcript, &spans) {
            let section = &document.sections[index];
            let Some(kind) = column(section.kind).filter(|_| !section.title.is_empty()) else { continue };
            let gold = content(lexicon, &section.title);
            let judged = found.into_iter().map(|candidate| {
                let text = on_one_line(candidate.span.of(&document.text));
                let worth = f1(&gold, &content(lexicon, &text));
                Judged { text, features: candidate.features, worth }
            });
            examples.push(Example { kind, gold: section.title.clone(), candidates: judged.collect() });
        }
    }
    examples
}

/// The stems of the words with content, ascending and each once.
fn content(lexicon: &Lexicon, text: &str) -> Vec<u32> {
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '$' | '%'));
    let is_content = |word: &&str| {
        let class = lexicon.entry(Token::of(word)).class;
        !word.is_empty() && !matches!(class, Class::Break | Class::Determiner | Class::Joiner)
    };
    let mut stems: Vec<u32> = words.filter(is_content).map(|word| stem(word).0).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn f1(one: &[u32], other: &[u32]) -> i64 {
    let shared = one.iter().filter(|stem| other.binary_search(stem).is_ok()).count();
    (2000 * shared / (one.len() + other.len()).max(1)) as i64
}
