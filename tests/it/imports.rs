//! The import table of ARCHITECTURE.md, held to what the sources do.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Table = BTreeMap<String, BTreeSet<String>>;

/// The composition root may name everything.
const EVERYTHING: &str = "everything";

#[test]
fn every_module_imports_what_its_row_names_and_nothing_else() {
    let table = table();
    let mut wrong = Vec::new();
    let mut used: Table = BTreeMap::new();
    for file in sources() {
        let module = module_of(&file);
        let Some(allowed) = table.get(&module) else {
            wrong.push(format!("{}: the module `{module}` has no row", file.display()));
            continue;
        };
        let text = std::fs::read_to_string(src().join(&file)).unwrap();
        for (line, import) in imports(&text, depth(&file)) {
            let known = table.contains_key(&import);
            if known && import != module && !allowed.contains(&import) && !allowed.contains(EVERYTHING) {
                wrong.push(format!("{}:{line}: `{module}` may not import `{import}`", file.display()));
            }
            used.entry(module.clone()).or_default().insert(import);
        }
    }
    for (module, allowed) in table {
        let used = used.remove(&module).unwrap_or_default();
        let idle = allowed.difference(&used).filter(|import| *import != EVERYTHING);
        wrong.extend(idle.map(|import| format!("`{module}` does not import `{import}`: its row need not name it")));
    }
    assert!(wrong.is_empty(), "the table of ARCHITECTURE.md and the sources differ:\n{}", wrong.join("\n"));
}

#[test]
fn the_table_lists_the_modules_that_exist_in_an_order_without_circles() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut seen = BTreeSet::new();
    for (module, allowed) in rows(&text) {
        assert!(src().join(format!("{module}.rs")).is_file(), "the table names `{module}`, which does not exist");
        for import in &allowed {
            assert!(
                seen.contains(import) || import == EVERYTHING,
                "`{module}` imports `{import}`, which stands in no row above it"
            );
        }
        seen.insert(module);
    }
    for file in sources() {
        let module = module_of(&file);
        assert!(seen.contains(&module), "`{module}` is missing in the table");
    }
}

#[test]
fn imports_are_found_in_every_form() {
    let found =
        |text: &str, depth| -> Vec<String> { imports(text, depth).into_iter().map(|(_, module)| module).collect() };
    assert_eq!(found("use crate::room::{Room, Rooms};", 1), ["room"]);
    assert_eq!(found("use crate::{clock::Clock, ui::{self, Input}, lang};", 1), ["clock", "ui", "lang"]);
    assert_eq!(found("use crate::{\n    clock::Clock,\n    ui,\n};", 1), ["clock", "ui"]);
    assert_eq!(found("fn f() { crate::journal::verify() }", 2), ["journal"]);
    assert_eq!(found("pub(in crate::host) fn f() {}", 1), ["host"]);
    assert_eq!(found("use super::journal::Head;", 1), ["journal"]);
    assert_eq!(found("use super::journal::Head;", 2), [""; 0]);
    assert_eq!(found("use super::super::journal::Head;", 2), ["journal"]);
    assert_eq!(found("// crate::ui\n//! [`crate::ui`]", 1), [""; 0]);
    assert_eq!(found("use crate::ui;\n#[cfg(test)]\nmod tests {\n use crate::room;", 1), ["ui"]);
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn src() -> PathBuf {
    root().join("src")
}

fn table() -> Table {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    let table: Table = rows(&text).into_iter().collect();
    assert!(table.len() > 5, "the import table was not found");
    table
}

/// The rows ``| `module` | purpose | what it may import |``, in order.
fn rows(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let rows = text.lines().skip_while(|line| !line.starts_with("| module |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
            let imports = cells[2].split(',').map(str::trim).filter(|name| *name != "–");
            (cells[0].trim_matches('`').to_owned(), imports.map(str::to_owned).collect())
        })
        .collect()
}

/// Every Rust file of the library, relative to `src`.
fn sources() -> Vec<PathBuf> {
    let mut folders = vec![src()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder was just listed") {
            let path = entry.expect("the folder was just listed").path();
            let is_root = path == src().join("lib.rs") || path == src().join("main.rs");
            // Tests may stand on more than what they test.
            let is_test = path.file_stem().is_some_and(|stem| stem == "tests");
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") && !is_root && !is_test {
                files.push(path.strip_prefix(src()).expect("it is below src").to_owned());
            }
        }
    }
    files.sort();
    files
}

fn module_of(file: &Path) -> String {
    let first = file.iter().next().and_then(|name| name.to_str()).expect("a source has a plain name");
    first.trim_end_matches(".rs").to_owned()
}

/// How many `super::` lead from a file to the root.
fn depth(file: &Path) -> usize {
    file.components().count()
}

/// The modules that a source names behind `crate::`, or behind as many `super::` as lead there, and on which line.
fn imports(text: &str, depth: usize) -> Vec<(usize, String)> {
    let code: Vec<&str> = text
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .map(|line| if line.trim_start().starts_with("//") { "" } else { line })
        .collect();
    let code = code.join("\n");
    let climb = "super::".repeat(depth);
    let mut found = Vec::new();
    for prefix in ["crate::", climb.as_str(), "in crate::"] {
        for (place, _) in code.match_indices(prefix) {
            let before = code[..place].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let line = 1 + code[..place].matches('\n').count();
            found.extend(heads(&code[place + prefix.len()..]).into_iter().map(|head| (line, head)));
        }
    }
    found.dedup();
    found
}

/// `a::b` begins with `a`; `{a::b, c}` with `a` and with `c`.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect() };
    if !path.starts_with('{') {
        return vec![name(path)].into_iter().filter(|head| !head.is_empty()).collect();
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    for (place, c) in path.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && (c == '{' || c == ',') {
            heads.push(name(path[place + 1..].trim_start()));
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}
