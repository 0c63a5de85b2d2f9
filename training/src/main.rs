//! Learns the weights that the module ships: `cargo train help`.

mod at_once;
mod corpus;
mod excerpts;
mod key_points;
mod own;

mod random;
mod score;
mod sections;
mod titles;

use std::path::Path;
use std::process::ExitCode;

use key_points::SectionsFrom;
use sections::Gold;

const HELP: &str = "\
cargo train sections CORPUS [--write]    learn the section model, score it on dev, and write src/sections/weights.bin
cargo train sections CORPUS --train-only the score of a model that learned from train/ alone
cargo train offices CORPUS [--write]     cross-validation: the scores on offices that the model saw nothing of, and
                                         src/sections/gains.txt and calibration.txt, chosen on them
cargo train errors CORPUS                the sections of dev at which the shipped model loses most words
cargo train ablation CORPUS              the score on dev without each family of features
cargo train key-points CORPUS [--write]  learn the ranker of key points on the sections that the section model finds,
                                         score it on dev and on each office left out, and write its weights
cargo train key-points CORPUS --gold     the same scores with the sections of the gold
cargo train titles CORPUS [--write]      learn what makes a title, and write src/language/en/titles/weights.txt
cargo train titles CORPUS --show         the titles of the gold sections on dev beside the annotators'

CORPUS is the folder that holds train/, dev/ and unlabelled/.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["sections", corpus] => sections::learn_and_check(Path::new(corpus), Gold::All, false),
        ["sections", corpus, "--train-only"] => {
            sections::learn_and_check(Path::new(corpus), Gold::Train, false)
        }
        ["sections", corpus, "--write"] => sections::learn_and_check(Path::new(corpus), Gold::All, true),
        ["offices", corpus] => sections::cross_validate(Path::new(corpus), false),
        ["offices", corpus, "--write"] => sections::cross_validate(Path::new(corpus), true),
        ["errors", corpus] => sections::print_errors(Path::new(corpus)),
        ["ablation", corpus] => sections::ablate(Path::new(corpus)),
        ["key-points", corpus] => key_points::train(Path::new(corpus), SectionsFrom::Decoder, false),
        ["key-points", corpus, "--write"] => {
            key_points::train(Path::new(corpus), SectionsFrom::Decoder, true)
        }
        ["key-points", corpus, "--gold"] => key_points::train(Path::new(corpus), SectionsFrom::Gold, false),
        ["titles", corpus] => titles::learn(Path::new(corpus), false),
        ["titles", corpus, "--write"] => titles::learn(Path::new(corpus), true),
        ["titles", corpus, "--show"] => titles::show(Path::new(corpus)),
        ["help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
