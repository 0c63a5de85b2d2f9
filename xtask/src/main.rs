//! Builds, serves, tests and measures the project: `cargo xtask help`.

fn main() {
    println!("cargo xtask build | serve | test | size");
}
