//! The names under which the module asks for JavaScript's functions, in it and in the glue: without the hashes that
//! wasm-bindgen appends, which do not compress.

use std::collections::HashMap;

use walrus::Module;

/// An import's name before and after.
pub type Renamed = (String, String);

/// Gives the module's imports short names, which [`rename_in`] gives to the glue.
pub fn shorten(module: &mut Module) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    let mut taken = HashMap::new();
    for import in module.imports.iter_mut() {
        let Some(name) = without_hash(&import.name) else { continue };
        let times: &mut usize = taken.entry(name.to_owned()).or_default();
        *times += 1;
        let short = if *times == 1 { name.to_owned() } else { format!("{name}_{times}") };
        renamed.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    renamed
}

/// The glue with the new names of the functions that it hands over.
pub fn rename_in(glue: &str, renamed: &[Renamed]) -> String {
    renamed.iter().fold(glue.to_owned(), |glue, (long, short)| {
        glue.replace(&format!("{long}: function"), &format!("{short}: function"))
    })
}

/// `__wbg_length_b03a0fabb109b1e9` without what stands behind the last underscore.
fn without_hash(name: &str) -> Option<&str> {
    let (name, hash) = name.rsplit_once('_')?;
    (hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashes_are_cut_off() {
        assert_eq!(without_hash("__wbg_set_name_822e3903f3184979"), Some("__wbg_set_name"));
        assert_eq!(without_hash("__wbindgen_init_externref_table"), None);
    }
}
