//! The page, driven in the engines that people read with.

use std::process::Command;

use super::{Tally, node_tests};
use crate::step::Outcome;
use crate::{lighthouse, tools};

pub fn test(tally: &mut Tally) {
    match tests() {
        Ok(mut tests) => tally.suite("Test the page in Chromium, Firefox and WebKit", &mut tests),
        Err(error) => {
            tally.check("Page", || Err(error));
        }
    }
    match node_tests(lighthouse::FOLDER).and_then(lighthouse::prepared) {
        Ok(mut tests) => tally.suite("Examine the page with Lighthouse", &mut tests),
        Err(error) => {
            tally.check("Lighthouse", || Err(error));
        }
    }
}

/// The tests find the browsers at the paths in these variables.
fn tests() -> Outcome<Command> {
    let mut tests = node_tests("tests/browser")?;
    tests.env("CHROMIUM", tools::chromium()?).env("FIREFOX", tools::firefox()?);
    if cfg!(target_os = "linux") {
        tests.env("WEBKIT_DRIVER", tools::webkit_driver()?).env("XVFB", tools::xvfb()?);
    }
    Ok(tests)
}
