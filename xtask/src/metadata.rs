//! What cargo says of the crate's dependencies.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::build::FEATURES;
use crate::step::{Outcome, cargo, output};
use crate::tools;

/// The crate that the module is made of.
const CRATE: &str = "speech-outline";

/// `cargo metadata` for the module's target, from the lock file.
pub struct Metadata(Value);

/// What a package is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It runs when something is compiled (macros, build scripts) and is no part of the module.
    Compiling,
    /// Its code can be in the module.
    Module,
}

impl Metadata {
    pub fn read() -> Outcome<Self> {
        let arguments = format!(
            "metadata --format-version=1 --locked --features {FEATURES} --filter-platform {}",
            tools::WASM
        );
        Ok(Self(serde_json::from_str(&output(&mut cargo(&arguments))?)?))
    }

    /// All packages of the workspace and what it depends on, for tests and tools too.
    pub fn packages(&self) -> &[Value] {
        list(&self.0["packages"])
    }

    /// The crate itself.
    pub fn own(&self) -> Outcome<&Value> {
        let own = self.packages().iter().find(|package| package["name"] == CRATE);
        own.ok_or_else(|| format!("cargo metadata names no package {CRATE}").into())
    }

    /// The names of what a package depends on without its tests, as identifiers of packages.
    pub fn dependencies<'m>(&'m self, id: &str) -> impl Iterator<Item = &'m str> {
        let node = list(&self.0["resolve"]["nodes"]).iter().find(|node| node["id"] == id);
        let dependencies = node.map_or(&[][..], |node| list(&node["deps"])).iter();
        dependencies
            .filter(|dependency| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"] != "dev"))
            .filter_map(|dependency| dependency["pkg"].as_str())
    }

    /// The crate and everything that ends up in its module or is needed to compile it, by identifier.
    pub fn shipped(&self) -> Outcome<BTreeMap<&str, (&Value, Use)>> {
        let own = self.own()?;
        let mut found = BTreeMap::new();
        let mut next: Vec<(&str, Use)> = own["id"].as_str().map(|id| (id, Use::Module)).into_iter().collect();
        while let Some((id, wanted_for)) = next.pop() {
            let Some(package) = self.packages().iter().find(|package| package["id"] == id) else { continue };
            let used = if compiles(package) { Use::Compiling } else { wanted_for };
            if found.get(id).is_some_and(|&(_, known)| known >= used) {
                continue;
            }
            found.insert(id, (package, used));
            next.extend(self.dependencies(id).map(|id| (id, used)));
        }
        Ok(found)
    }
}

/// Whether the package is a macro, which runs within the compiler.
fn compiles(package: &Value) -> bool {
    list(&package["targets"])
        .iter()
        .any(|target| list(&target["kind"]).iter().any(|kind| kind == "proc-macro"))
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macros_and_what_they_need_are_no_part_of_the_module() {
        let metadata = Metadata::read().unwrap();
        let shipped = metadata.shipped().unwrap();
        let used = |name: &str| shipped.values().find(|(package, _)| package["name"] == name).unwrap().1;
        assert_eq!((used("speech-outline"), used("wasm-bindgen")), (Use::Module, Use::Module));
        assert_eq!((used("wasm-bindgen-macro"), used("syn")), (Use::Compiling, Use::Compiling));
        assert!(shipped.values().all(|(package, _)| package["name"] != "proptest"), "a package for tests");
    }
}
