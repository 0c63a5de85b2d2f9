//! Runs wasm-bindgen's tests for cargo: the same program as the published `wasm-bindgen-test-runner`, built from the
//! lock file beside it.

use std::env;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())?;
    Ok(())
}
