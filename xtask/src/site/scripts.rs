//! The scripts as they are served: without their comments, and named in the page, so that a browser asks for all of
//! them at once instead of finding one in the other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::step::Outcome;

/// A script without the lines that are comments. Code is not changed, so that the lines of an error can be found.
pub fn without_comments(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut inside = false;
    for line in code.lines() {
        let text = line.trim();
        let opens = text.starts_with("/*");
        if inside || (opens && !text.contains("*/")) {
            inside = !text.ends_with("*/");
            continue;
        }
        if text.is_empty() || text.starts_with("//") || (opens && text.ends_with("*/")) {
            continue;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// Names in `index.html` the scripts that `app.js` imports, and what these import.
pub fn preload(site: &Path) -> Outcome {
    const MARK: &str = "<script type=\"module\" src=\"./app.js\" fetchpriority=\"low\"></script>";
    let mut known = BTreeSet::new();
    let mut open = vec!["app.js".to_owned()];
    while let Some(path) = open.pop() {
        let code = fs::read_to_string(site.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        open.extend(imports(&path, &code).into_iter().filter(|import| known.insert(import.clone())));
    }
    let page = fs::read_to_string(site.join("index.html"))?;
    if !page.contains(MARK) {
        return Err(format!("index.html has no {MARK}").into());
    }
    let links = known
        .iter()
        .map(|path| format!("<link rel=\"modulepreload\" href=\"./{path}\" fetchpriority=\"low\">\n  "));
    fs::write(site.join("index.html"), page.replacen(MARK, &(links.collect::<String>() + MARK), 1))?;
    Ok(())
}

/// The paths of a module's static imports, below the site.
fn imports(path: &str, code: &str) -> Vec<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let statements = code.lines().filter(|line| line.starts_with("import ") || line.starts_with("} from"));
    let named = statements.filter_map(|line| line.rsplit_once(" from \"")?.1.split('"').next());
    named.map(|name| join(folder, name)).collect()
}

fn join(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{imports, without_comments};

    #[test]
    fn comments_go_and_code_stays() {
        let code = "// One.\n/** Two. */\nlet a = 1; // three\n/**\n * Four.\n */\nf(/** @type {x} */ (a));\n/* five */ g();\n";
        assert_eq!(
            without_comments(code),
            "let a = 1; // three\nf(/** @type {x} */ (a));\n/* five */ g();\n"
        );
    }

    #[test]
    fn imports_are_found_from_their_folder() {
        let code = "import { a } from \"../dom.js\";\nimport {\n  b,\n} from \"./b.js\";\nawait import(\"./c.js\");\n";
        assert_eq!(imports("view/a.js", code), ["dom.js", "view/b.js"]);
    }
}
