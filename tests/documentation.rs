//! The Markdown pages name files and link to pages that exist.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// What a path of the repository begins with, where it is named in the middle of a text.
const FOLDERS: [&str; 8] = ["docs/", "examples/", "pkg/", "src/", "tests/", "training/", "www/", "xtask/"];

/// Made by the build.
const GENERATED: &str = "pkg/dist/";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages beside the crate, of the package and in `docs/`.
fn pages() -> Vec<PathBuf> {
    let folders = [root().to_owned(), root().join("pkg"), root().join("docs")];
    let files = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let files = files.map(|file| file.expect("a file").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

/// What stands between `open` and `close`, at each place.
fn between<'t>(text: &'t str, open: &'t str, close: char) -> impl Iterator<Item = &'t str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close)).map(|(inside, _)| inside)
}

/// The targets of links to other files, as written.
fn links(page: &str) -> impl Iterator<Item = &str> {
    between(page, "](", ')').filter(|link| !link.contains("://") && !link.starts_with('#'))
}

/// The words set as code that are paths of the repository: not patterns, not places for a name.
fn paths(page: &str) -> impl Iterator<Item = &str> {
    let code = page.split('`').skip(1).step_by(2);
    code.filter(|word| {
        FOLDERS.iter().any(|folder| word.starts_with(folder))
            && !word.starts_with(GENERATED)
            && !word.contains(['*', ' ', '\n'])
            && !word.contains("NAME")
    })
}

#[test]
fn links_and_paths_lead_to_files() {
    let pages = pages();
    assert!(pages.len() >= 5, "{pages:?}");
    let mut missing = Vec::new();
    for path in pages {
        let page = fs::read_to_string(&path).expect("a page");
        let folder = path.parent().expect("a folder");
        let linked = links(&page).map(|link| (link, folder.join(link.split('#').next().unwrap_or_default())));
        let named = paths(&page).map(|name| (name, root().join(name)));
        let gone = linked.chain(named).filter(|(_, file)| !file.exists());
        missing.extend(gone.map(|(name, _)| format!("{}: {name}", path.display())));
    }
    assert!(missing.is_empty(), "not there:\n{}", missing.join("\n"));
}

#[test]
fn links_and_paths_are_found_in_a_page() {
    let page = "See [the page](docs/page.md#top), `src/lib.rs`, `src/*.rs`, `tests/NAME.txt` and [that](https://example.org/).";
    assert_eq!(links(page).collect::<Vec<_>>(), ["docs/page.md#top"]);
    assert_eq!(paths(page).collect::<Vec<_>>(), ["src/lib.rs"]);
}
