//! `precache.js`: what the service worker stores for work without a network, and a name for just these contents.

use std::fs;
use std::path::Path;

use crate::step::Outcome;

/// The worker itself and this list are looked after by the browser.
const NOT_STORED: [&str; 2] = ["sw.js", "precache.js"];

/// What is stored after everything else, since nobody needs it at once.
const LATER: [&str; 4] =
    ["speech-outline.html", "icons/icon-192.png", "icons/icon-512.png", "icons/maskable-512.png"];

pub fn write(site: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    files.sort();
    let mut version = Hash::new();
    for name in &files {
        version.add(name.as_bytes());
        version.add(&fs::read(site.join(name))?);
    }
    let (later, mut files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|name| LATER.contains(&name.as_str()));
    // The page is asked for by the name of its folder.
    files.insert(0, "./".to_owned());
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
