//! `cargo xtask bless`: writes what the program says now into every file that tests compare with.

use crate::step::{Outcome, cargo, run, step};

pub fn bless() -> Outcome {
    step("Write the fixtures and hashes anew", || {
        let tests = "test --quiet --locked --test fixtures --test transcript_fixtures --test determinism";
        run(cargo(tests).env("BLESS", "1").env("UPDATE_FIXTURES", "1"))
    })?;
    println!("\nRead the difference before you keep it: git diff tests/");
    Ok(())
}
