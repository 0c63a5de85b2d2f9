//! `precache.js`: what the service worker stores for work without a network, and a name for just these contents.

use std::fs;
use std::path::Path;

use crate::step::Outcome;

/// The worker itself and this list are looked after by the browser.
const NOT_STORED: [&str; 2] = ["sw.js", "precache.js"];

/// What a first visit does not store unless it needs it: icons, and the page's other languages.
fn is_for_later(name: &str) -> bool {
    (name.starts_with("icons/") && name != "icons/icon.svg")
        || (name.starts_with("strings/") && name != "strings/en.js")
}

pub fn write(site: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    files.sort();
    let mut version = Hash::new();
    for name in &files {
        version.add(name.as_bytes());
        version.add(&fs::read(site.join(name))?);
    }
    // The page is stored once, by the name of its folder.
    files.iter_mut().filter(|name| *name == "index.html").for_each(|name| "./".clone_into(name));
    let (later, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|name| is_for_later(name));
    let script =
        format!("self.SITE = {{ version: \"{:016x}\", files: {files:?}, later: {later:?} }};\n", version.0);
    fs::write(site.join("precache.js"), script)?;
    Ok(())
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if !NOT_STORED.contains(&name.as_str()) {
            files.push(name);
        }
    }
    Ok(())
}

/// FNV-1a: tells contents apart, which is all that a version has to do here.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
