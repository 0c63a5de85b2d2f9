//! The figures by which key points are judged: the same definitions as the corpus's own scorer.

use std::collections::BTreeMap;
use std::fmt;

use speech_outline::Span;

use crate::corpus::Document;

/// Means over transcripts.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    transcripts: f64,
    precision: f64,
    ndcg: f64,
    rouge2: f64,
}

impl Measures {
    pub const HEADINGS: &str = "      kp_p   kp_ndcg kp_rouge2";

    pub fn add(&mut self, document: &Document, found: &[Span]) {
        let gold = &document.key_points;
        if gold.is_empty() {
            return;
        }
        let found = found.get(..gold.len()).unwrap_or(found);
        let mut open: Vec<bool> = vec![true; gold.len()];
        let (mut hits, mut gain) = (0.0, 0.0);
        for (place, span) in found.iter().enumerate() {
            let hit = (0..gold.len()).find(|&i| open[i] && are_one(&document.text, gold[i], *span));
            if let Some(hit) = hit {
                open[hit] = false;
                hits += 1.0;
                gain += worth(hit, gold.len()) / (place as f64 + 2.0).log2();
            }
        }
        let ideal: f64 = (0..gold.len()).map(|i| worth(i, gold.len()) / (i as f64 + 2.0).log2()).sum();
        self.transcripts += 1.0;
        self.precision += hits / gold.len() as f64;
        self.ndcg += gain / ideal;
        self.rouge2 += rouge2(&joined(document, gold), &joined(document, found));
    }

    pub fn merge(&mut self, other: &Self) {
        self.transcripts += other.transcripts;
        self.precision += other.precision;
        self.ndcg += other.ndcg;
        self.rouge2 += other.rouge2;
    }
}

impl fmt::Display for Measures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.transcripts.max(1.0);
        write!(f, "{:>10.3}{:>10.3}{:>10.3}", self.precision / n, self.ndcg / n, self.rouge2 / n)
    }
}

fn worth(rank: usize, of: usize) -> f64 {
    1.0 - rank as f64 / (2 * of) as f64
}

/// Whether two spans share at least half of the words of the shorter.
pub fn are_one(text: &str, one: Span, other: Span) -> bool {
    let shared = Span::new(one.start.max(other.start), one.end.min(other.end));
    if shared.start >= shared.end {
        return false;
    }
    let words = |span: Span| span.of(text).split_whitespace().count();
    words(shared) * 2 >= words(one).min(words(other))
}

fn joined(document: &Document, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(&document.text)).collect::<Vec<_>>().join(" ")
}

fn rouge2(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let shared: usize = one.iter().map(|(pair, n)| *n.min(other.get(pair).unwrap_or(&0))).sum();
    let all: usize = one.values().chain(other.values()).sum();
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}

fn pairs(text: &str) -> BTreeMap<(String, String), usize> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut pairs = BTreeMap::new();
    for pair in words.windows(2) {
        *pairs.entry((pair[0].to_owned(), pair[1].to_owned())).or_insert(0) += 1;
    }
    pairs
}
