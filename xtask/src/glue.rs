//! The JavaScript around the module, as wasm-bindgen writes it, without what the package does itself or nobody needs:
//! the loaders that fetch (`pkg/load.js` does that), ways that are never taken, comments and indents. 1.2 KB less with
//! Brotli.

use crate::step::Outcome;

/// What is left out: from the first marker up to the second.
const LEFT_OUT: [(&str, &str); 5] = [
    ("async function __wbg_load(", "function initSync("),
    ("let __wbg_init_promise;", "export { initSync, __wbg_init as default };"),
    // Every browser that knows the module's reference types has `encodeInto()`, and strings are always written by it.
    ("if (!('encodeInto' in cachedTextEncoder)) {", "let WASM_VECTOR_LEN"),
    ("if (realloc === undefined) {", "let len ="),
    // The package hands over an object.
    ("if (module !== undefined) {", "const imports ="),
];
const RENAMED: [(&str, &str); 2] = [
    ("function initSync(module)", "function initSync({ module })"),
    ("initSync, __wbg_init as default", "initSync"),
];
const DECLARED: [(&str, &str); 2] = [
    ("export type InitInput =", "export interface InitOutput"),
    ("/**\n * If `module_or_path` is", "export default function __wbg_init "),
];

/// The glue without all that.
pub fn thin(glue: &str) -> Outcome<String> {
    let glue = cut(glue, &LEFT_OUT)?;
    let glue = RENAMED.iter().fold(glue, |glue, (from, to)| glue.replace(from, to));
    let mut thin = String::new();
    let mut in_comment = false;
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            thin.push_str(line);
            thin.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    Ok(thin)
}

/// The declarations of what is left.
pub fn thin_declarations(declarations: &str) -> Outcome<String> {
    let rest = cut(declarations, &DECLARED)?;
    let (rest, _) =
        rest.split_once("export default function").ok_or("the glue declares no default export")?;
    Ok(format!("{}\n", rest.trim_end().replace(" | SyncInitInput)", ")")))
}

fn cut(text: &str, pieces: &[(&str, &str)]) -> Outcome<String> {
    let mut text = text.to_owned();
    for (from, to) in pieces {
        let start =
            text.find(from).ok_or_else(|| format!("wasm-bindgen's glue has no \"{from}\" any more"))?;
        let length = text.get(start..).and_then(|rest| rest.find(to));
        let length = length.ok_or_else(|| format!("wasm-bindgen's glue has no \"{to}\" any more"))?;
        text.replace_range(start..start + length, "");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/**\n * Says\n */\nexport function say() {\n    // now\n    const url = 'https://fish';\n}\n\n\
        if (!('encodeInto' in cachedTextEncoder)) {\n}\nlet WASM_VECTOR_LEN = 0;\n\
        if (realloc === undefined) {\n}\nlet len = arg.length;\n\
        async function __wbg_load(module) {\n}\n\nfunction initSync(module) {\n    if (module !== undefined) {\n    }\n    \
        const imports = 0;\n}\n\nlet __wbg_init_promise;\n\
        async function __wbg_init() {\n}\n\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn loaders_ways_never_taken_comments_and_indents_are_left_out() {
        let expected = "export function say() {\nconst url = 'https://fish';\n}\nlet WASM_VECTOR_LEN = 0;\n\
            let len = arg.length;\nfunction initSync({ module }) {\nconst imports = 0;\n}\nexport { initSync };\n";
        assert_eq!(thin(GLUE).expect("all markers"), expected);
    }

    #[test]
    fn glue_of_another_form_is_an_error() {
        assert!(thin("function initSync() {}").is_err() && thin_declarations("").is_err());
    }
}
