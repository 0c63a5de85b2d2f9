//! The JavaScript around the module, as wasm-bindgen writes it, without what the package does itself or nobody reads:
//! the loaders that fetch (`pkg/load.js` does that), comments and indents. 1 KB less with Brotli.

use crate::step::Outcome;

/// What is left out: from the first marker up to the second.
const LOADERS: [(&str, &str); 2] = [
    ("async function __wbg_load(", "function initSync("),
    ("let __wbg_init_promise;", "export { initSync, __wbg_init as default };"),
];
const DECLARED: [(&str, &str); 2] = [
    ("export type InitInput =", "export interface InitOutput"),
    ("/**\n * If `module_or_path` is", "export default function __wbg_init "),
];

/// The glue without all that.
pub fn thin(glue: &str) -> Outcome<String> {
    let glue = cut(glue, &LOADERS)?.replace("initSync, __wbg_init as default", "initSync");
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
    Ok(format!("{}\n", rest.trim_end()))
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
        async function __wbg_load(module) {\n}\n\nfunction initSync(module) {\n}\n\nlet __wbg_init_promise;\n\
        async function __wbg_init() {\n}\n\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn loaders_comments_and_indents_are_left_out() {
        let expected = "export function say() {\nconst url = 'https://fish';\n}\nfunction initSync(module) {\n}\nexport { initSync };\n";
        assert_eq!(thin(GLUE).expect("all markers"), expected);
    }

    #[test]
    fn glue_of_another_form_is_an_error() {
        assert!(thin("function initSync() {}").is_err() && thin_declarations("").is_err());
    }
}
