//! The oldest compiler that is supported is the crate's `rust-version`. That the crate uses nothing newer is checked
//! by clippy (`incompatible_msrv`), that its dependencies need nothing newer here, and by the compiler itself where
//! rustup has it.

use crate::metadata::Metadata;
use crate::step::{Outcome, command, output, run, target};

pub fn check() -> Outcome {
    let metadata = Metadata::read()?;
    let oldest = metadata.own()?["rust_version"].as_str().ok_or("the crate states no rust-version")?;
    let shipped = metadata.shipped()?;
    let newer: Vec<String> = shipped
        .values()
        .filter_map(|(package, _)| {
            let needed = package["rust_version"].as_str().filter(|needed| parse(needed) > parse(oldest))?;
            Some(format!("{} needs {needed}", package["name"]))
        })
        .collect();
    if !newer.is_empty() {
        return Err(format!("rust-version is {oldest}, but {}", newer.join(", ")).into());
    }
    println!("    none of the {} packages needs more than Rust {oldest}", shipped.len());
    compile_with(oldest)
}

fn parse(version: &str) -> Vec<u32> {
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

fn compile_with(version: &str) -> Outcome {
    let installed = output(&mut command("rustup", &["toolchain", "list"])).unwrap_or_default();
    if !installed
        .lines()
        .any(|name| name.starts_with(&format!("{version}-")) || name.starts_with(&format!("{version}.")))
    {
        println!("    Rust {version} is not installed, so it does not compile the crate here");
        println!("    (rustup toolchain install {version} --profile minimal)");
        return Ok(());
    }
    let folder = target().join("msrv");
    run(command("rustup", &["run", version, "cargo", "check", "--lib", "--locked"])
        .env("CARGO_TARGET_DIR", folder))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_compare_by_their_numbers() {
        assert!(parse("1.9") < parse("1.88"));
        assert!(parse("1.88") < parse("1.88.1"));
        assert_eq!(parse("1.88"), [1, 88]);
    }
}
