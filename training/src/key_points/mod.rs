//! `cargo train key-points CORPUS`: learns the ranker of key points from `CORPUS/train`, on the sections that the
//! decoder finds, and measures it on `CORPUS/dev` and by leaving one office out.

mod example;
mod lbfgs;
mod measure;
mod softmax;
mod weights;

use std::collections::BTreeSet;
use std::path::Path;

use speech_outline::key_points::{Ranker, select_with};
use speech_outline::{Options, Span};

use crate::corpus::{Document, read_gold};
use crate::own::{read_annotated, read_invented};
use example::Prepared;
pub use example::SectionsFrom;
use measure::Measures;

const WEIGHTS: &str = "src/key_points/weights.bin";

/// What a run may vary.
#[derive(Clone, Copy, Debug)]
struct Settings {
    /// The strength of the L2 penalty.
    penalty: f64,
    /// Weights that are kept.
    kept: usize,
}

const SETTINGS: Settings = Settings { penalty: 3.0, kept: 3000 };

/// Trains, measures and writes.
///
/// # Errors
/// A corpus that cannot be read, a file that cannot be written.
pub fn train(corpus: &Path, from: SectionsFrom, write: bool) -> Result<(), String> {
    let train = prepare(read_gold(&corpus.join("train"))?, from)?;
    let mut own = read_annotated(corpus)?;
    own.extend(read_invented()?);
    let own = prepare(own, from)?;
    let dev = prepare(read_gold(&corpus.join("dev"))?, from)?;
    println!("{:24}{:>12}{}", "", "transcripts", Measures::HEADINGS);
    let alone = learn(&train, SETTINGS, "train alone");
    println!("{:24}{:>12}{}", "dev, from train alone", dev.len(), measured(&dev, &alone, from)?);
    let file = learn(train.iter().chain(&own), SETTINGS, &header(train.len() + own.len()));
    println!("{:24}{:>12}{}", "dev", dev.len(), measured(&dev, &file, from)?);
    let all: Vec<&Prepared> = train.iter().chain(&own).chain(&dev).collect();
    cross_validate(&all, from)?;
    if !write {
        return Ok(());
    }
    std::fs::write(WEIGHTS, &file).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    println!("{WEIGHTS}: {} bytes", file.len());
    Ok(())
}

fn header(transcripts: usize) -> String {
    format!(
        "Written by `cargo train key-points CORPUS` from the gold key points of CORPUS/train ({transcripts} transcripts):\n\
         softmax over the sentences of a transcript, L2 penalty {}, the {} heaviest weights kept and trained anew.",
        SETTINGS.penalty, SETTINGS.kept
    )
}

fn prepare(documents: Vec<Document>, from: SectionsFrom) -> Result<Vec<Prepared>, String> {
    documents.into_iter().map(|document| Prepared::new(document, from)).collect()
}

/// Each office's transcripts, ranked by what the other offices teach.
fn cross_validate(all: &[&Prepared], from: SectionsFrom) -> Result<(), String> {
    let offices: BTreeSet<&str> = all.iter().map(|prepared| office(prepared)).collect();
    let mut sum = Measures::default();
    for office in offices {
        let (held_out, rest): (Vec<&Prepared>, Vec<&Prepared>) =
            all.iter().copied().partition(|prepared| self::office(prepared) == office);
        let measures = measured(held_out.iter().copied(), &learn(rest, SETTINGS, "cross-validation"), from)?;
        println!("{:24}{:>12}{measures}", format!("all but {office}"), held_out.len());
        sum.merge(&measures);
    }
    println!("{:24}{:>12}{sum}", "each office left out", all.len());
    Ok(())
}

/// Excerpts (`x01`, `x02`, ...) come from many offices and are held out together.
fn office(prepared: &Prepared) -> &str {
    let office = prepared.document.office();
    if office.starts_with('x') { "excerpts" } else { office }
}

/// A weights file learned from some transcripts.
fn learn<'a>(
    transcripts: impl IntoIterator<Item = &'a Prepared>,
    settings: Settings,
    header: &str,
) -> Vec<u8> {
    let problem = softmax::Problem::new(transcripts);
    let dense = problem.solve(settings.penalty);
    let pruned = problem.keeping(&dense, settings.kept);
    weights::file(&pruned.solve(settings.penalty), header)
}

/// How well the key points, selected as the module does, are those of the gold.
fn measured<'a>(
    transcripts: impl IntoIterator<Item = &'a Prepared>,
    file: &[u8],
    from: SectionsFrom,
) -> Result<Measures, String> {
    let ranker = Ranker::read(file).ok_or("the weights cannot be read back")?;
    let mut measures = Measures::default();
    for prepared in transcripts {
        let found = key_points(&ranker, &prepared.document, from)?;
        measures.add(&prepared.document, &found);
    }
    Ok(measures)
}

fn key_points(ranker: &Ranker, document: &Document, from: SectionsFrom) -> Result<Vec<Span>, String> {
    let options = Options::default();
    let transcript =
        speech_outline::transcript(&document.text, &options).map_err(|error| error.to_string())?;
    let mut sections = from.sections(&transcript, document);
    Ok(select_with(ranker, &transcript, &mut sections, &options).iter().map(|point| point.span).collect())
}
