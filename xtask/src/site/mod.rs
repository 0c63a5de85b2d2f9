//! The static site: the page of `www/`, in its folder `speech-outline/` the npm package's files for browsers, and
//! beside it the whole page as one file.

mod precache;
mod scripts;

use std::fs;
use std::path::Path;

use crate::step::{Outcome, command, root, run, target};

/// Where tsc finds the package's types when it checks the page, see tsconfig.json.
const TYPES: &str = "target/types/speech-outline";

/// What the page takes of the package beside its entry points.
const WORDS: &str = "render/words.js";

/// The files of `pkg/` that the page asks for.
const FOR_THE_PAGE: [&str; 5] =
    ["index.js", "speech_outline_bg.wasm", "labels.js", "markdown.js", "words.js"];

/// The folders that are none of the page's.
const NO_FOLDERS_OF_THE_PAGE: [&str; 2] = ["node_modules", "element"];

pub fn assemble() -> Outcome {
    let site = target().join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root().join("www"), &site, &|_| true)?;
    copy(&root().join("pkg"), &site.join("speech-outline"), &|name| FOR_THE_PAGE.contains(&name))?;
    scripts::preload(&site)?;
    run(command("node", &["xtask/example.mjs"]).arg(&site))?;
    run(command("node", &["xtask/first-paint.mjs"]).arg(&site))?;
    precache::write(&site)?;
    run(command("node", &["xtask/single-file.mjs"]).arg(&site))?;
    copy(&root().join("pkg"), &root().join(TYPES), &is_types)?;
    // Its types are in its comments.
    fs::copy(root().join("pkg").join(WORDS), root().join(TYPES).join(WORDS))?;
    Ok(())
}

fn is_types(name: &str) -> bool {
    name.ends_with(".d.ts")
}

fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if !NO_FOLDERS_OF_THE_PAGE.iter().any(|folder| name == *folder) {
                copy(&entry.path(), &to.join(name), wanted)?;
            }
        } else if wanted(&name.to_string_lossy()) {
            let target = to.join(&name);
            if name.to_string_lossy().ends_with(".js") {
                fs::write(target, scripts::without_comments(&fs::read_to_string(entry.path())?))?;
            } else {
                fs::copy(entry.path(), target)?;
            }
        }
    }
    Ok(())
}
