//! The sources as the structure sees them: files, modules, definitions, the paths that are named, and lengths.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, File, ImplItemFn, Item, ItemFn, ItemMod, ItemUse, TraitItemFn, UseTree, Visibility};

/// A path of module names from the root of the library.
pub type ModulePath = Vec<String>;

/// A Rust file of the library that is not all test.
pub struct Source {
    /// Relative to `src`.
    pub file: PathBuf,
    pub module: ModulePath,
    /// The paths that its production code names, as written, each in the module it is written in.
    pub named: Vec<(ModulePath, Vec<String>)>,
    pub functions: Vec<Function>,
    pub production_lines: usize,
    pub test_lines: usize,
}

/// A function with a body.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// What one module declares.
#[derive(Default)]
pub struct Declared {
    pub children: Vec<String>,
    pub items: Vec<String>,
    /// Names that `use` brings in, with the path behind them.
    pub aliases: Vec<(String, Vec<String>)>,
    /// Paths of `use …::*`.
    pub globs: Vec<Vec<String>>,
    pub file: usize,
}

/// All sources, with what each module declares.
#[derive(Default)]
pub struct Tree {
    pub sources: Vec<Source>,
    pub modules: BTreeMap<ModulePath, Declared>,
    /// Lines of files that are tests as a whole.
    pub test_file_lines: usize,
}

impl Tree {
    /// Reads the library below `src`.
    pub fn read(src: &Path) -> Self {
        let mut tree = Self::default();
        tree.read_file(src, Path::new("lib.rs"), Vec::new());
        tree
    }

    fn read_file(&mut self, src: &Path, file: &Path, module: ModulePath) {
        let text =
            std::fs::read_to_string(src.join(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let index = self.sources.len();
        let mut reading = Reading { module: module.clone(), file: index, ..Reading::default() };
        reading.visit_file(&parsed);
        let test_lines = reading.tests.iter().map(|range| range.end() - range.start() + 1).sum();
        self.sources.push(Source {
            file: file.to_owned(),
            module,
            named: reading.named,
            functions: reading.functions,
            production_lines: text.lines().count() - test_lines,
            test_lines,
        });
        self.modules.extend(reading.modules);
        for child in reading.files {
            self.read_file(src, &file_of(src, &child), child);
        }
        for tests in reading.test_files {
            self.test_file_lines += lines_below(src, &tests);
        }
    }

    /// The file that defines what a path names, as seen from `module`; `None` if it is not of the library.
    pub fn definer(&self, module: &[String], path: &[String]) -> Option<usize> {
        self.resolve(&self.absolute(module, path, 0)?, 0)
    }

    /// A path from the root; `None` if its first name is foreign.
    fn absolute(&self, module: &[String], path: &[String], depth: usize) -> Option<Vec<String>> {
        let mut at = module.to_vec();
        let mut rest = path;
        let first = rest.first()?;
        match first.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop()?;
            }
            _ => {
                let declared = self.modules.get(module)?;
                if declared.children.contains(first) || declared.items.contains(first) {
                    at.extend(path.iter().cloned());
                    return Some(at);
                }
                let (_, target) = declared.aliases.iter().find(|(name, _)| name == first)?;
                if depth > 8 || target.first() == Some(first) && target.len() == 1 {
                    return None;
                }
                let mut whole = self.absolute(module, target, depth + 1)?;
                whole.extend(path[1..].iter().cloned());
                return Some(whole);
            }
        }
        rest = &rest[1..];
        while rest.first().is_some_and(|name| name == "super") {
            at.pop()?;
            rest = &rest[1..];
        }
        at.extend(rest.iter().cloned());
        Some(at)
    }

    /// Follows a path from the root through modules and re-exports to a definition.
    fn resolve(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut module = Vec::new();
        for (place, name) in path.iter().enumerate() {
            let declared = self.modules.get(&module)?;
            if declared.children.contains(name) {
                module.push(name.clone());
                continue;
            }
            if declared.items.contains(name) {
                return Some(declared.file);
            }
            if depth > 8 {
                return None;
            }
            if let Some((_, target)) = declared.aliases.iter().find(|(alias, _)| alias == name) {
                let mut whole = self.absolute(&module, target, depth)?;
                whole.extend(path[place + 1..].iter().cloned());
                return self.resolve(&whole, depth + 1);
            }
            return declared.globs.iter().find_map(|glob| {
                let mut whole = self.absolute(&module, glob, depth)?;
                whole.extend(path[place..].iter().cloned());
                self.resolve(&whole, depth + 1)
            });
        }
        // The path names a module: what is used of it is named by other paths.
        None
    }
}

#[derive(Default)]
struct Reading {
    module: ModulePath,
    file: usize,
    named: Vec<(ModulePath, Vec<String>)>,
    functions: Vec<Function>,
    modules: BTreeMap<ModulePath, Declared>,
    files: Vec<ModulePath>,
    test_files: Vec<ModulePath>,
    tests: Vec<RangeInclusive<usize>>,
}

impl Reading {
    fn declared(&mut self) -> &mut Declared {
        let file = self.file;
        self.modules.entry(self.module.clone()).or_insert_with(|| Declared { file, ..Declared::default() })
    }

    fn function(&mut self, name: &syn::Ident, start: usize, end: usize) {
        self.functions.push(Function { name: name.to_string(), line: start, lines: end - start + 1 });
    }

    fn import(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &str| {
            let mut path = before.to_vec();
            if name != "self" || path.is_empty() {
                path.push(name.to_owned());
            }
            path
        };
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident.to_string())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before)),
            UseTree::Glob(_) => self.declared().globs.push(before.to_vec()),
            UseTree::Name(name) => {
                let path = with(&name.ident.to_string());
                let alias = path.last().cloned().unwrap_or_default();
                self.brought(alias, path);
            }
            UseTree::Rename(rename) => {
                self.brought(rename.rename.to_string(), with(&rename.ident.to_string()));
            }
        }
    }

    fn brought(&mut self, alias: String, path: Vec<String>) {
        self.named.push((self.module.clone(), path.clone()));
        self.declared().aliases.push((alias, path));
    }
}

impl<'ast> Visit<'ast> for Reading {
    fn visit_file(&mut self, file: &'ast File) {
        self.declared();
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = head(item);
        if is_test(attributes) {
            let end = item.span().end().line;
            self.tests.push(attributes_start(attributes, item.span().start().line)..=end);
            if let Item::Mod(module) = item
                && module.content.is_none()
            {
                let mut path = self.module.clone();
                path.push(module.ident.to_string());
                self.test_files.push(path);
            }
            return;
        }
        if let Some(name) = name {
            self.declared().items.push(name);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let name = module.ident.to_string();
        self.declared().children.push(name.clone());
        self.module.push(name);
        if module.content.is_some() {
            self.declared();
            visit::visit_item_mod(self, module);
        } else {
            self.files.push(self.module.clone());
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import(&item.tree, &[]);
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.named.push((self.module.clone(), names));
        visit::visit_path(self, path);
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.function(&function.sig.ident, function.sig.fn_token.span().start().line, function.block.span().end().line);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        if is_test(&function.attrs) {
            self.tests.push(function.span().start().line..=function.span().end().line);
            return;
        }
        self.function(&function.sig.ident, function.sig.fn_token.span().start().line, function.block.span().end().line);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.function(&function.sig.ident, function.sig.fn_token.span().start().line, block.span().end().line);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// An item's attributes and the name that it defines; modules and imports define none here.
fn head(item: &Item) -> (&[Attribute], Option<String>) {
    match item {
        Item::Const(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Enum(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Fn(it) => (&it.attrs, Some(it.sig.ident.to_string())),
        Item::Macro(it) => (&it.attrs, it.ident.as_ref().map(ToString::to_string)),
        Item::Static(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Struct(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Trait(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Type(it) => (&it.attrs, Some(it.ident.to_string())),
        Item::Mod(it) => (&it.attrs, None),
        Item::Use(it) => (&it.attrs, None),
        Item::Impl(it) => (&it.attrs, None),
        _ => (&[], None),
    }
}

/// Whether an attribute says `cfg(test)`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

fn attributes_start(attributes: &[Attribute], line: usize) -> usize {
    attributes.iter().map(|attribute| attribute.span().start().line).fold(line, usize::min)
}

fn file_of(src: &Path, module: &[String]) -> PathBuf {
    let file = module.iter().collect::<PathBuf>().with_extension("rs");
    assert!(src.join(&file).is_file(), "{} is missing", file.display());
    file
}

/// The lines of a test module's file and of all below it.
fn lines_below(src: &Path, module: &[String]) -> usize {
    let file = file_of(src, module);
    rust_lines(&src.join(&file)) + rust_lines(&src.join(file.with_extension("")))
}

/// The lines of a Rust file, or of all below a folder; 0 if it is neither.
pub fn rust_lines(path: &Path) -> usize {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("it is a folder");
        return entries.map(|entry| rust_lines(&entry.expect("it was listed").path())).sum();
    }
    if path.extension().is_none_or(|extension| extension != "rs") {
        return 0;
    }
    std::fs::read_to_string(path).map_or(0, |text| text.lines().count())
}
