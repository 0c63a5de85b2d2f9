//! Learns which phrase of a section is its title. The annotators wrote titles of their own, so a candidate is as good
//! as the words that it shares with theirs: the F1 of the words with content. The weights are those that make
//! a draw by the softmax of the scores worth most, found by gradient ascent, rounded, and mended by coordinate ascent:
//! which takes seconds and comes out the same every time.

mod example;
mod gradient;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use speech_outline::sections::titles::{FEATURES, TITLED, Weights};

use self::example::{Example, examples};
use crate::corpus::{Document, read_gold};
use crate::own;

const WEIGHTS: &str = "../src/language/en/titles/weights.txt";
/// A heading is the title whatever else there is, and a phrase of general words only where there is nothing else.
const NOT_LEARNED: [&str; 2] = ["heading", "names-nothing"];
/// What is tried at each weight, in this order.
const STEPS: [i32; 6] = [1, -1, 3, -3, 9, -9];
const MOST_PASSES: usize = 40;
/// A step must bring so much (in thousandths of F1, summed over the sections), or it is chance.
const LEAST_GAIN: i64 = 400;

/// Learns on `train` and the invented transcripts, and prints the scores before and after there and on `dev`.
///
/// # Errors
/// A file that cannot be read or written.
pub fn learn(corpus: &Path, write: bool) -> Result<(), String> {
    let mut train = read_gold(&corpus.join("train"))?;
    train.extend(own::read_invented()?);
    let (train, dev) = (examples(&train), examples(&read_gold(&corpus.join("dev"))?));
    let mut weights = Weights::shipped();
    report("before", &weights, &train, &dev);
    for kind in 0..TITLED.len() {
        let mine: Vec<&Example> = train.iter().filter(|example| example.kind == kind).collect();
        gradient::ascend(&mut weights, kind, &mine);
        ascend(&mut weights, kind, &mine);
    }
    report("after", &weights, &train, &dev);
    println!("{}", written(&weights));
    if write {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(WEIGHTS);
        fs::write(&path, written(&weights)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// Prints the titles that the shipped weights give the gold sections of `dev`, beside the annotators'.
///
/// # Errors
/// A file that cannot be read.
pub fn show(corpus: &Path) -> Result<(), String> {
    let weights = Weights::shipped();
    let show = |documents: &[Document]| {
        for example in examples(documents) {
            let found = example.choose(&weights).map_or("", |candidate| candidate.text.as_str());
            println!("{:15} {:60} | {}", TITLED[example.kind].as_str(), found, example.gold);
        }
    };
    show(&read_gold(&corpus.join("dev"))?);
    show(&own::read_invented()?);
    Ok(())
}

fn ascend(weights: &mut Weights, kind: usize, examples: &[&Example]) {
    let mut best = total(weights, kind, examples);
    for _ in 0..MOST_PASSES {
        let before = best;
        for feature in (0..FEATURES.len()).filter(|&feature| !NOT_LEARNED.contains(&FEATURES[feature])) {
            for step in STEPS {
                let mut tried = *weights;
                tried.0[feature][kind] += step;
                let gain = total(&tried, kind, examples);
                if gain >= best + LEAST_GAIN {
                    best = gain;
                    *weights = tried;
                }
            }
        }
        if best == before {
            break;
        }
    }
}

fn total(weights: &Weights, kind: usize, examples: &[&Example]) -> i64 {
    debug_assert!(examples.iter().all(|example| example.kind == kind));
    examples.iter().filter_map(|example| example.choose(weights)).map(|candidate| candidate.worth).sum()
}

fn report(when: &str, weights: &Weights, train: &[Example], dev: &[Example]) {
    for (name, examples) in [("train", train), ("dev", dev)] {
        let mut line = format!("{when:7} {name:6}");
        let mut all = (0, 0, 0);
        for (kind, titled) in TITLED.iter().enumerate() {
            let mine: Vec<&Example> = examples.iter().filter(|example| example.kind == kind).collect();
            let found = total(weights, kind, &mine);
            let best: i64 = mine.iter().filter_map(|example| example.most()).sum();
            all = (all.0 + found, all.1 + best, all.2 + mine.len());
            write!(
                line,
                " {} {:.3} of {:.3} ({})",
                titled.as_str(),
                mean(found, mine.len()),
                mean(best, mine.len()),
                mine.len()
            )
            .expect("a String takes all");
        }
        println!("{line} | all {:.3} of {:.3}", mean(all.0, all.2), mean(all.1, all.2));
    }
}

fn mean(thousandths: i64, number: usize) -> f64 {
    thousandths as f64 / 1000.0 / number.max(1) as f64
}

fn written(weights: &Weights) -> String {
    let mut file = String::from(
        "# What each feature of a candidate title counts, in agenda items, announcements and questions.\n\
         # Learned by `cargo train titles`.\n",
    );
    for (name, row) in FEATURES.iter().zip(weights.0) {
        let numbers: Vec<String> = row.iter().map(ToString::to_string).collect();
        writeln!(file, "{name} {}", numbers.join(" ")).expect("a String takes all");
    }
    file
}
