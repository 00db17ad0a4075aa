//! Whether the house's own templates are sound.

use std::path::Path;

use super::super::{Outcome, file};
use crate::draft::Templates;
use crate::lang::Lang;

/// Says that all templates of a folder are good, and for whom; or all that is wrong with them.
pub fn check(folder: &Path, lang: Lang) -> Outcome {
    let templates = match Templates::of_folder(folder) {
        Ok(templates) => templates,
        Err(error) => return file::unreadable(folder, &error, lang),
    };
    let problems: Vec<_> = templates.problems().cloned().collect();
    if !problems.is_empty() {
        return Outcome::refused(file::problems(&problems, lang));
    }
    let lines: Vec<_> = templates
        .own()
        .filter_map(|(name, read)| {
            let reach = read.ok()?.reach().name();
            Some(lang.say_with("update-template-reach", &[("name", name.into()), ("reach", reach.into())]))
        })
        .collect();
    if lines.is_empty() {
        let folder = folder.display().to_string();
        return Outcome::done(lang.say_with("update-no-templates", &[("folder", folder.into())]));
    }
    let good = lang.say_with("update-templates-good", &[("count", lines.len().into())]);
    Outcome::done(format!("{}\n{good}", lines.join("\n")))
}
