//! `cargo train key-points CORPUS`: learns the ranker of key points from `CORPUS/train`, on the sections that the
//! decoder finds, and measures it on `CORPUS/dev` and by leaving one office out.

mod example;
mod lbfgs;
mod measure;
mod softmax;
mod weights;

use std::collections::BTreeSet;
use std::path::Path;

use speech_outline::Options;
use speech_outline::key_points::{Ranker, select_with};

use crate::at_once::at_once;
use crate::corpus::read_gold;
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

const SETTINGS: Settings = Settings { penalty: 3.0, kept: 1300 };

/// Trains, measures and writes.
///
/// # Errors
/// A corpus that cannot be read, a file that cannot be written.
pub fn train(corpus: &Path, from: SectionsFrom, write: bool) -> Result<(), String> {
    let mut documents = read_gold(&corpus.join("train"))?;
    let from_train = documents.len();
    documents.extend(read_annotated(corpus)?);
    documents.extend(read_invented()?);
    let learned_from = from.prepare_for_learning(documents)?;
    let dev = from.prepare(read_gold(&corpus.join("dev"))?)?;
    println!("{:24}{:>12}{}", "", "transcripts", Measures::HEADINGS);
    let alone = learn(learned_from.iter().take(from_train), SETTINGS, "train alone");
    println!("{:24}{:>12}{}", "dev, from train alone", dev.len(), measured(&dev, &alone)?);
    let file = learn(&learned_from, SETTINGS, &header(learned_from.len()));
    println!("{:24}{:>12}{}", "dev", dev.len(), measured(&dev, &file)?);
    cross_validate(&learned_from.iter().chain(&dev).collect::<Vec<_>>())?;
    if !write {
        return Ok(());
    }
    std::fs::write(WEIGHTS, &file).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    println!("{WEIGHTS}: {} bytes", file.len());
    Ok(())
}

fn header(transcripts: usize) -> String {
    format!("Written by `cargo train key-points CORPUS --write` from {transcripts} transcripts.")
}

/// Each office's transcripts, ranked by what the other offices teach.
fn cross_validate(all: &[&Prepared]) -> Result<(), String> {
    let offices: BTreeSet<&str> = all.iter().map(|prepared| office(prepared)).collect();
    let offices: Vec<&str> = offices.into_iter().collect();
    let of = |prepared: &&&Prepared, name: &str| office(prepared) == name;
    let rankers = at_once(&offices, |name| {
        learn(all.iter().filter(|p| !of(p, name)).copied(), SETTINGS, "cross-validation")
    });
    let mut sum = Measures::default();
    for (name, ranker) in offices.into_iter().zip(rankers) {
        let held_out: Vec<&Prepared> = all.iter().filter(|p| of(p, name)).copied().collect();
        let measures = measured(held_out.iter().copied(), &ranker)?;
        println!("{:24}{:>12}{measures}", format!("all but {name}"), held_out.len());
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
) -> Result<Measures, String> {
    let ranker = Ranker::read(file).ok_or("the weights cannot be read back")?;
    let mut measures = Measures::default();
    for prepared in transcripts {
        let transcript = example::read(&prepared.document)?;
        let mut sections = prepared.sections.clone();
        let found = select_with(&ranker, &transcript, &mut sections, &Options::default());
        measures.add(&prepared.document, &found.iter().map(|point| point.span).collect::<Vec<_>>());
    }
    Ok(measures)
}
