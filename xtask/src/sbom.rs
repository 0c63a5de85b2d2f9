//! `cargo xtask sbom`: what the module is made of and compiled with, as a CycloneDX bill of materials.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::metadata::{Metadata, Use};
use crate::step::{Outcome, command, root, run, step, target};
use crate::tools;

/// Where the schema of CycloneDX is, and what compares with it.
const VALIDATOR: &str = "xtask/sbom";

pub fn sbom() -> Outcome {
    tools::npm_packages(VALIDATOR)?;
    let file = target().join("speech-outline.cdx.json");
    step("Write the bill of materials", || {
        Ok(fs::write(&file, serde_json::to_string_pretty(&bill()?)? + "\n")?)
    })?;
    step("Compare it with the schema of CycloneDX", || {
        run(command("node", &[&format!("{VALIDATOR}/validate.mjs")]).arg(&file))
    })?;
    println!("\n{}", file.display());
    Ok(())
}

/// The bill, the same each time: without a date and without a number of its own.
pub fn bill() -> Outcome<Value> {
    let metadata = Metadata::read()?;
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let checksums = checksums(&lock);
    let own = metadata.own()?;
    let shipped = metadata.shipped()?;
    let components = shipped.values().filter(|(package, _)| package["id"] != own["id"]);
    let components: Vec<Value> =
        components.map(|&(package, used)| component(package, used, &checksums)).collect();
    let dependencies: Vec<Value> = shipped
        .iter()
        .map(|(id, (package, _))| {
            let on = metadata.dependencies(id).filter_map(|id| shipped.get(id));
            let mut on: Vec<String> = on.map(|(package, _)| address(package)).collect();
            on.sort();
            on.dedup();
            json!({ "ref": address(package), "dependsOn": on })
        })
        .collect();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": component(own, Use::Module, &checksums) },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(package: &Value, used: Use, checksums: &BTreeMap<String, &str>) -> Value {
    let address = address(package);
    let mut component = json!({
        "type": "library",
        "bom-ref": address,
        "name": package["name"],
        "version": package["version"],
        "purl": address,
        // CycloneDX calls so what is needed, but does not run with the product.
        "scope": if used == Use::Module { "required" } else { "excluded" },
    });
    if let Some(licence) = package["license"].as_str() {
        component["licenses"] = json!([{ "expression": spdx(licence) }]);
    }
    if let Some(checksum) = checksums.get(&address) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

fn address(package: &Value) -> String {
    purl(package["name"].as_str().unwrap_or_default(), package["version"].as_str().unwrap_or_default())
}

fn purl(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// A licence as SPDX writes it: old packages have a stroke for "or".
pub fn spdx(licence: &str) -> String {
    licence.replace('/', " OR ")
}

/// The SHA-256 of each package from the registry, by the package's address.
fn checksums(lock: &str) -> BTreeMap<String, &str> {
    let value = |package: &'_ str, name: &str| -> Option<String> {
        let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]").skip(1);
    packages
        .filter_map(|package| {
            let (_, checksum) = package.split_once("checksum = \"")?;
            Some((purl(&value(package, "name")?, &value(package, "version")?), checksum.split('"').next()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_every_package_with_version_licence_and_hash() {
        let bill = bill().unwrap();
        assert_eq!(bill["metadata"]["component"]["purl"], format!("pkg:cargo/speech-outline@{}", version()));
        let components = bill["components"].as_array().unwrap();
        assert!(components.iter().any(|component| component["name"] == "wasm-bindgen"));
        for component in components {
            assert!(component["licenses"][0]["expression"].is_string(), "{component}");
            assert_eq!(component["hashes"][0]["content"].as_str().map(str::len), Some(64), "{component}");
        }
        let known = |address: &Value| components.iter().any(|component| component["bom-ref"] == *address);
        for entry in bill["dependencies"].as_array().unwrap() {
            assert!(entry["dependsOn"].as_array().unwrap().iter().all(known), "{entry}");
        }
    }

    fn version() -> String {
        Metadata::read().unwrap().own().unwrap()["version"].as_str().unwrap().to_owned()
    }
}
