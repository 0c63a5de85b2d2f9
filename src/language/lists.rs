//! The word lists. The npm package's module has them packed (`build.rs`) and unpacks all of them at once, since every
//! outline needs most of them.

#[cfg(feature = "module")]
use {
    crate::packed::{Unpacker, text},
    std::sync::OnceLock,
};

use super::lines;

impl List {
    pub fn terms(self) -> impl Iterator<Item = &'static str> {
        lines::terms(self.text())
    }
}

/// A list of words or phrases, one a line.
#[derive(Clone, Copy, Debug)]
#[cfg(not(feature = "module"))]
pub struct List(pub &'static str);

#[cfg(not(feature = "module"))]
impl List {
    pub const fn text(self) -> &'static str {
        self.0
    }
}

/// The list in a file of `src/language/`.
#[cfg(not(feature = "module"))]
macro_rules! list {
    ($path:expr) => {
        $crate::language::lists::List($crate::language::data::data!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/language/",
            $path
        )))
    };
}

/// A list by its place among all.
#[derive(Clone, Copy, Debug)]
#[cfg(feature = "module")]
pub struct List(u8);

#[cfg(feature = "module")]
include!(concat!(env!("OUT_DIR"), "/lists.rs"));

#[cfg(feature = "module")]
impl List {
    /// # Panics
    /// When it is compiled, if there is no such list.
    pub const fn named(name: &str) -> Self {
        let mut list = 0;
        while !is_same(NAMES[list].as_bytes(), name.as_bytes()) {
            list += 1;
        }
        Self(list as u8)
    }

    pub fn text(self) -> &'static str {
        static TEXTS: OnceLock<Vec<&str>> = OnceLock::new();
        let texts = TEXTS.get_or_init(|| {
            let packed = include_bytes!(concat!(env!("OUT_DIR"), "/lists.bin"));
            let all = text::code(&mut Unpacker::new(packed), &[], LENGTH);
            let mut rest: &str = String::from_utf8(all).unwrap_or_default().leak();
            let mut texts = Vec::with_capacity(NAMES.len());
            while let Some((text, behind)) = super::split_once(rest, "\n\n") {
                texts.push(text);
                rest = behind;
            }
            texts
        });
        texts.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

#[cfg(feature = "module")]
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// The list in a file of `src/language/`.
#[cfg(feature = "module")]
macro_rules! list {
    ($path:expr) => {
        const { $crate::language::lists::List::named($path) }
    };
}

pub(crate) use list;
