//! The npm package as it is published: what it holds, what it does in other people's projects, and a release
//! without the upload.

use super::{Tally, node_tests};
use crate::{consumers, release, tools};

const FOLDER: &str = "tests/packed";

pub fn test(tally: &mut Tally) {
    match tools::npm_packages(FOLDER).and_then(|()| node_tests(FOLDER)) {
        Ok(mut tests) => tally.suite("Look at the packed npm package", &mut tests),
        Err(error) => {
            tally.check("Packed package", || Err(error));
        }
    }
    tally.check("Release", release::rehearse);
}

pub fn test_consumers(tally: &mut Tally) {
    match consumers::matrix() {
        Ok(mut matrix) => tally.suite("Use the packed npm package in other projects", &mut matrix),
        Err(error) => {
            tally.check("Consumers", || Err(error));
        }
    }
}
