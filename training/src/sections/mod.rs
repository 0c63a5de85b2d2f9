//! `cargo train sections`: learns the section model, and says how good it is.

mod crf;
mod errors;
mod evaluate;
mod example;
mod ftrl;
mod held_out;
mod learn;
mod subset;
mod weights;

use std::fs;
use std::path::Path;

use speech_outline::features::Family;
use speech_outline::sections::decode::Gains;
use speech_outline::sections::drawn;
use speech_outline::{Granularity, Options, Section};

use self::evaluate::evaluate;
use self::example::Example;
use self::learn::{Settings, train};
use crate::at_once::at_once;
use crate::corpus::{Document, read_gold};
use crate::excerpts::excerpts;
use crate::own::{INVENTED, read_annotated, read_invented};
use crate::score::Score;

/// Where the module's weights stand.
const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/sections/weights.bin");

/// Where the calibration of the confidence stands.
const CALIBRATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/sections/calibration.txt");

/// Where the decoder's gains stand.
const GAINS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/sections/gains.txt");

/// Documents with their examples.
struct Set {
    documents: Vec<Document>,
    examples: Vec<Example>,
}

impl Set {
    fn new(documents: Vec<Document>, families: &[Family]) -> Self {
        let (documents, examples) = documents
            .into_iter()
            .filter_map(|document| Example::of(&document, families).map(|example| (document, example)))
            .unzip();
        Self { documents, examples }
    }

    fn pairs(&self) -> impl Iterator<Item = (&Document, &Example)> {
        self.documents.iter().zip(&self.examples)
    }

    fn learn(&self, chosen: impl Fn(&Document) -> bool) -> Vec<f64> {
        let examples: Vec<_> =
            self.pairs().filter(|(document, _)| chosen(document)).map(|(_, e)| e).collect();
        train(&examples, Settings::default())
    }

    fn score(&self, weights: &[f64], chosen: impl Fn(&Document) -> bool) -> Score {
        let documents: Vec<_> = self.pairs().filter(|(document, _)| chosen(document)).collect();
        evaluate(weights, &documents, Gains::of(Granularity::Normal))
    }
}

/// What is learned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gold {
    /// The corpus's `train` alone.
    Train,
    /// And our own annotations and invented transcripts.
    All,
}

fn training_set(corpus: &Path, gold: Gold, families: &[Family]) -> Result<Set, String> {
    let mut documents = read_gold(&corpus.join("train"))?;
    if gold == Gold::All {
        documents.extend(read_annotated(corpus)?);
        documents.extend(read_invented()?);
    }
    documents.extend(excerpts(&documents));
    Ok(Set::new(documents, families))
}

/// Learns, prints the score on `dev`, and with `write` writes the module's weights.
///
/// # Errors
/// What is wrong with the corpus, or that the weights cannot be written.
pub fn learn_and_check(corpus: &Path, gold: Gold, write: bool) -> Result<(), String> {
    let set = training_set(corpus, gold, &Family::ALL)?;
    let check = Set::new(read_gold(&corpus.join("dev"))?, &Family::ALL);
    println!("learning from {} transcripts, checking on {}", set.documents.len(), check.documents.len());
    let weights = set.learn(|_| true);
    let score = check.score(&weights, |_| true);
    println!("dev  {score}");
    let header =
        format!("Written by `cargo train sections CORPUS --write` from {} transcripts.", set.documents.len());
    let file = weights::file(&weights, &header);
    println!("{} bytes of weights", file.len());
    if write {
        fs::write(WEIGHTS, file).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    }
    Ok(())
}

/// Prints the scores on each office's gold of models that saw nothing of that office, the best gains of the decoder
/// there, and the calibration of the confidence; with `write` writes both.
///
/// # Errors
/// What is wrong with the corpus, or that a file cannot be written.
pub fn cross_validate(corpus: &Path, write: bool) -> Result<(), String> {
    let set = training_set(corpus, Gold::All, &Family::ALL)?;
    let held_out = held_out::hold_out(&set);
    for offices in [&["au"][..], &["wh"], &["au", "wh"], &[INVENTED]] {
        let score = held_out::score(&held_out, offices, Gains::of(Granularity::Normal));
        println!("{:9} {score}", offices.join(", "));
    }
    let chosen = Gains::of(Granularity::Normal);
    println!(
        "all       {}  with the gains as they stand",
        held_out::score(&held_out, &held_out::OFFICES, chosen)
    );
    let gains = held_out::chosen_gains(&held_out, chosen);
    println!("all       {}  with {gains:?}", held_out::score(&held_out, &held_out::OFFICES, gains));
    let calibration = held_out::calibration_file(&held_out::calibration(&held_out, gains));
    print!("{calibration}");
    if write {
        let old = fs::read_to_string(GAINS).map_err(|error| format!("{GAINS}: {error}"))?;
        for (path, file) in [(GAINS, held_out::gains_file(gains, &old)), (CALIBRATION, calibration)] {
            fs::write(path, file).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    Ok(())
}

/// Prints what the score on `dev` is without each family of features.
///
/// # Errors
/// What is wrong with the corpus.
pub fn ablate(corpus: &Path) -> Result<(), String> {
    let without = |left_out: Option<Family>| {
        Family::ALL.into_iter().filter(|f| Some(*f) != left_out).collect::<Vec<_>>()
    };
    for left_out in [None].into_iter().chain(Family::ALL.map(Some)) {
        let families = without(left_out);
        let set = training_set(corpus, Gold::All, &families)?;
        let check = Set::new(read_gold(&corpus.join("dev"))?, &families);
        let score = check.score(&set.learn(|_| true), |_| true);
        println!(
            "without {:12} {score}",
            left_out.map_or("nothing".to_owned(), |family| format!("{family:?}"))
        );
    }
    Ok(())
}

/// For each document the sections that a model draws which did not learn from it: `folds` models, each of which leaves
/// out every so-manieth document. Empty for a document in which nothing can be read.
pub fn held_out(documents: &[&Document], folds: usize) -> Vec<Vec<Section>> {
    let examples: Vec<Option<Example>> =
        documents.iter().map(|document| Example::of(document, &Family::ALL)).collect();
    let all: Vec<usize> = (0..folds).collect();
    let models = at_once(&all, |fold| {
        let learned_from: Vec<&Example> = (0..documents.len())
            .filter(|i| i % folds != *fold)
            .filter_map(|i| examples[i].as_ref())
            .collect();
        train(&learned_from, Settings::default())
    });
    let mut sections: Vec<Vec<Section>> = vec![Vec::new(); documents.len()];
    for (fold, weights) in models.iter().enumerate() {
        for i in (fold..documents.len()).step_by(folds) {
            let options = Options::default();
            if let (Some(example), Ok(transcript)) =
                (&examples[i], speech_outline::transcript(&documents[i].text, &options))
            {
                sections[i] = drawn(&transcript, &evaluate::beliefs(example, weights), &options);
            }
        }
    }
    sections
}

/// Prints the sections of `dev` at which the shipped model loses most words.
///
/// # Errors
/// What is wrong with the corpus.
pub fn print_errors(corpus: &Path) -> Result<(), String> {
    errors::print_worst(&read_gold(&corpus.join("dev"))?, 20);
    Ok(())
}
