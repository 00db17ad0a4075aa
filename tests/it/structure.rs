//! The shape of the sources: who imports whom, and how long files and functions are.
//!
//! `cargo test --test it structure -- --nocapture` prints the figures.

mod graph;
mod source;

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use graph::Graph;
use source::{Tree, rust_lines};

/// The largest set of files of which each reaches each.
const CIRCLE: usize = 12;
/// Pairs of files that import each other, parent and child left out.
const PAIRS: usize = 8;
const FUNCTION_LINES: usize = 80;
/// The core has shorter functions.
const CORE: &str = "incident";
const CORE_FUNCTION_LINES: usize = 60;
const FILE_LINES: usize = 500;
const PRODUCTION_LINES: usize = 60_000;

#[test]
fn files_do_not_import_each_other_in_large_circles() {
    let tree = tree();
    let graph = Graph::of(tree);
    let mut wrong = String::new();
    for circle in graph.circles() {
        println!("circle of {} files", circle.len());
        if circle.len() > CIRCLE {
            writeln!(wrong, "a circle of {} files (limit {CIRCLE}):", circle.len()).unwrap();
            for arrow in graph.arrows_within(&circle) {
                writeln!(wrong, "  {arrow}").unwrap();
            }
        }
    }
    let pairs = graph.pairs();
    println!("{} pairs of files import each other", pairs.len());
    if pairs.len() > PAIRS {
        writeln!(wrong, "{} pairs of files import each other (limit {PAIRS}):", pairs.len()).unwrap();
        for pair in pairs {
            writeln!(wrong, "  {pair}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn functions_and_files_are_short() {
    let mut wrong = String::new();
    for source in &tree().sources {
        let is_core = source.module.first().is_some_and(|module| module == CORE);
        let limit = if is_core { CORE_FUNCTION_LINES } else { FUNCTION_LINES };
        let file = source.file.display();
        for function in source.functions.iter().filter(|function| function.lines > limit) {
            let (line, name, lines) = (function.line, &function.name, function.lines);
            writeln!(wrong, "{file}:{line}: `{name}` has {lines} lines (limit {limit})").unwrap();
        }
        if source.production_lines > FILE_LINES {
            writeln!(wrong, "{file} has {} lines (limit {FILE_LINES})", source.production_lines).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_whole_is_bounded_and_half_of_it_is_tests() {
    let tree = tree();
    let production: usize = tree.sources.iter().map(|source| source.production_lines).sum();
    let inside: usize = tree.sources.iter().map(|source| source.test_lines).sum();
    let tests = inside + tree.test_file_lines + rust_lines(&root().join("tests"));
    println!("{production} lines of production, {tests} of tests");
    assert!(production <= PRODUCTION_LINES, "{production} lines (limit {PRODUCTION_LINES})");
    assert!(tests * 2 >= production, "{tests} lines of tests for {production}: at least half");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tree() -> &'static Tree {
    static TREE: LazyLock<Tree> = LazyLock::new(|| Tree::read(&root().join("src")));
    assert!(TREE.sources.len() > 100, "the sources were not found");
    &TREE
}
