//! The page, driven in Chromium.

use super::{Tally, node_tests};
use crate::tools;

/// The tests find the browser at the path in `CHROMIUM`.
pub fn test(tally: &mut Tally) {
    match tools::chromium().and_then(|path| node_tests("tests/browser").map(|tests| (path, tests))) {
        Ok((chromium, mut tests)) => {
            tally.suite("Test the page in Chromium", tests.env("CHROMIUM", chromium));
        }
        Err(error) => {
            tally.check("Page", || Err(error));
        }
    }
}
