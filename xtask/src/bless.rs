//! `cargo xtask bless`: writes what the program says now into every file that tests compare with.

use crate::step::{Outcome, cargo, run, step};

pub fn bless() -> Outcome {
    step("Write the fixtures and hashes anew", || {
        let test = |tests: &str| run(cargo(tests).env("BLESS", "1").env("UPDATE_FIXTURES", "1"));
        test("test --quiet --locked --test fixtures --test transcript_fixtures")?;
        // The hashes are of the fixtures, too.
        test("test --quiet --locked --test determinism")
    })?;
    println!("\nRead the difference before you keep it: git diff tests/");
    Ok(())
}
