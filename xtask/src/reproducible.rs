//! `cargo xtask reproducible`: the same source gives the same module, in whatever folder it is built.

use std::fs;
use std::path::Path;

use crate::build::{self, NAME};
use crate::step::{Outcome, root, step};

/// What cargo needs to build the module: its sources, and the workspace that it is a member of.
const SOURCES: [&str; 8] =
    ["build.rs", "Cargo.toml", "Cargo.lock", "clippy.toml", "src", "xtask", "training", "benches"];

pub fn reproducible() -> Outcome {
    build::build()?;
    compare()
}

/// Builds the module once more, from a copy of the sources in another folder, and compares it with the one in
/// `pkg/dist/`.
pub fn compare() -> Outcome {
    let folder = std::env::temp_dir().join(format!("speech-outline-copy-{}", std::process::id()));
    let result = build_in(&folder);
    // What is left among the temporary files does no harm.
    let _ = fs::remove_dir_all(&folder);
    result
}

fn build_in(folder: &Path) -> Outcome {
    fs::create_dir_all(folder)?;
    for name in SOURCES {
        copy(&root().join(name), &folder.join(name))?;
    }
    let dist = folder.join("dist");
    build::module(folder, &folder.join("target"), &dist)?;
    step("Compare the two modules byte by byte", || {
        for file in [format!("{NAME}_bg.wasm"), format!("{NAME}.js")] {
            let (here, there) = (fs::read(root().join("pkg/dist").join(&file))?, fs::read(dist.join(&file))?);
            if here != there {
                let first = here.iter().zip(&there).position(|(here, there)| here != there);
                let (here, there) = (here.len(), there.len());
                return Err(format!(
                    "{file} differs: {here} and {there} bytes, the first other one at {first:?}"
                )
                .into());
            }
            println!("    {file}: the same {} bytes", here.len());
        }
        Ok(())
    })
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if !from.is_dir() {
        fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_name() != "node_modules" && entry.file_name() != "target" {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
