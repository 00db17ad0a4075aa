//! Who imports whom, file by file.

use std::collections::BTreeSet;

use super::source::Tree;

/// An arrow from each file to every file that defines what it names.
pub struct Graph {
    names: Vec<String>,
    modules: Vec<Vec<String>>,
    arrows: Vec<BTreeSet<usize>>,
}

impl Graph {
    pub fn of(tree: &Tree) -> Self {
        let arrows = tree.sources.iter().enumerate().map(|(file, source)| {
            let definers = source.named.iter().filter_map(|(module, path)| tree.definer(module, path));
            definers.filter(|definer| *definer != file).collect()
        });
        Self {
            arrows: arrows.collect(),
            names: tree.sources.iter().map(|source| source.file.display().to_string()).collect(),
            modules: tree.sources.iter().map(|source| source.module.clone()).collect(),
        }
    }

    /// The sets of two files or more of which each reaches each, the largest first.
    pub fn circles(&self) -> Vec<Vec<usize>> {
        let reach: Vec<BTreeSet<usize>> = (0..self.arrows.len()).map(|file| self.reach(file)).collect();
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for file in 0..self.arrows.len() {
            if !reach[file].contains(&file) || !seen.insert(file) {
                continue;
            }
            let circle: Vec<usize> =
                reach[file].iter().copied().filter(|other| reach[*other].contains(&file)).collect();
            seen.extend(&circle);
            circles.push(circle);
        }
        circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
        circles
    }

    fn reach(&self, file: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut next = vec![file];
        while let Some(from) = next.pop() {
            next.extend(self.arrows[from].iter().filter(|to| found.insert(**to)));
        }
        found
    }

    pub fn arrows_within(&self, files: &[usize]) -> Vec<String> {
        let arrows = files.iter().flat_map(|from| self.arrows[*from].iter().map(move |to| (*from, *to)));
        arrows
            .filter(|(_, to)| files.contains(to))
            .map(|(from, to)| format!("{} -> {}", self.names[from], self.names[to]))
            .collect()
    }

    /// The pairs that import each other, a parent with its child left out.
    pub fn pairs(&self) -> Vec<String> {
        let mut pairs = Vec::new();
        for (from, arrows) in self.arrows.iter().enumerate() {
            for to in arrows.iter().copied().filter(|to| from < *to && self.arrows[*to].contains(&from)) {
                let (one, other) = (&self.modules[from], &self.modules[to]);
                let is_family = other.strip_prefix(one.as_slice()).is_some_and(|rest| rest.len() == 1)
                    || one.strip_prefix(other.as_slice()).is_some_and(|rest| rest.len() == 1);
                if !is_family {
                    pairs.push(format!("{} <-> {}", self.names[from], self.names[to]));
                }
            }
        }
        pairs
    }
}
