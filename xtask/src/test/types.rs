//! The types: of the package's declarations, of real outlines against them, and of all JavaScript.

use super::Tally;
use crate::step::{command, run, step};

pub fn test(tally: &mut Tally) {
    tally.check("Outlines as TypeScript", || {
        step("Write real outlines as TypeScript, for tsc to compare with the types", || {
            run(&mut command("node", &["tests/types/write-outlines.mjs"]))
        })
    });
    for (what, project) in [
        ("Check the package's types (tsc)", "tests/types/tsconfig.json"),
        (
            "Check the data for search engines against schema.org (tsc)",
            "tests/types/schema.org/tsconfig.json",
        ),
        ("Check the types of all JavaScript (tsc)", "tsconfig.json"),
    ] {
        let mut tsc = command("node", &["node_modules/typescript/bin/tsc", "--noEmit", "--project", project]);
        tally.check(what, || step(what, || run(&mut tsc)));
    }
    tally.check("Reference", || {
        step("Compare docs/api.md with the package's declarations", || {
            run(&mut command("node", &["xtask/reference.mjs", "--check"]))
        })
    });
}
