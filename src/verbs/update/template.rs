//! Checks the organisation's own templates.

use std::collections::BTreeMap;

use super::super::runbook::planned_audiences;
use super::super::{Here, Outcome, file};
use crate::diagnostic::render_all;
use crate::draft::{Readers, Templates};
use crate::lang::vars;
use crate::notify::settings::Settings;

/// Checks the templates of a folder, and prints their audiences or all that is wrong with them.
pub fn check(here: &Here) -> Result<Outcome, Outcome> {
    let (lang, folder) = (here.lang, here.config_dir.join("templates"));
    let templates = Templates::of_folder(&folder).map_err(|error| file::unreadable(&folder, &error, lang))?;
    let audiences = audiences(here);
    let mut problems: Vec<_> = templates.problems().cloned().collect();
    let mut lines = Vec::new();
    let mut strangers = String::new();
    for (name, read) in templates.own() {
        let Ok(template) = read else { continue };
        let audience = name.split('.').next().unwrap_or_default();
        if let Some(readers) = audiences.get(audience) {
            problems.extend(template.check(*readers).err().into_iter().flatten());
        } else {
            let known = audiences.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            let named = vars![name, audience, known];
            strangers.extend([lang.say_with("update-template-stranger", &named).as_str(), "\n"]);
        }
        let readers = <&str>::from(template.readers());
        lines.push(lang.say_with("update-template-readers", &vars![name, readers]));
    }
    let mut outcome = if !problems.is_empty() {
        Outcome::refused(render_all(&problems, lang))
    } else if lines.is_empty() {
        let folder = folder.display().to_string();
        Outcome::done(lang.say_with("update-no-templates", &vars![folder]))
    } else {
        let good = lang.say_with("update-templates-good", &vars![count = lines.len()]);
        Outcome::done(format!("{}\n{good}", lines.join("\n")))
    };
    outcome.stderr.push_str(&strangers);
    Ok(outcome)
}

/// The audiences by id; external if a plan or the settings say so.
fn audiences(here: &Here) -> BTreeMap<String, Readers> {
    let settings = file::read(&here.config_dir.join("notify.toml")).unwrap_or_default();
    // Other verbs report invalid settings.
    let own = Settings::read_bytes(&settings, "notify.toml").unwrap_or_default().audiences;
    let mut known = BTreeMap::new();
    for audience in planned_audiences(here).chain(own) {
        let readers = known.entry(audience.id.to_string()).or_insert(Readers::Internal);
        if audience.outside {
            *readers = Readers::External;
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use std::fs;

    fn checked(files: &[(&str, &str)]) -> Outcome {
        let folder = tempfile::tempdir().unwrap();
        let config_dir = folder.path().to_owned();
        fs::create_dir(config_dir.join("templates")).unwrap();
        let board = "format = 1\n\n[[audience]]\nid = \"press\"\nname = \"Press\"\noutside = true\n";
        fs::write(config_dir.join("notify.toml"), board).unwrap();
        for (name, text) in files {
            fs::write(config_dir.join("templates").join(name), text).unwrap();
        }
        let config_file = config_dir.join("config.toml");
        let (state_dir, socket) = (config_dir.join("state"), config_dir.join("host.sock"));
        let colours = crate::terminal::Depth::None;
        let checked = check(&Here {
            options: crate::verbs::Options::default(),
            lang: Lang::En,
            config_dir,
            config_file,
            state_dir,
            socket,
            colours,
            zone: chrono_tz::UTC,
        });
        checked.unwrap_or_else(|failed| failed)
    }

    #[test]
    fn a_template_for_external_audiences_names_nothing_internal() {
        for name in ["clients.progress.fr.md", "press.opening.en.md"] {
            let refused = checked(&[(name, "# {{title}}\n\n{{commander}}\n")]);
            assert_eq!(refused.code, 1);
            assert!(refused.stderr.contains(name) && refused.stderr.contains("commander"), "{}", refused.stderr);
        }
        let good = checked(&[("team.progress.en.md", "{{commander}}"), ("clients.closing.fr.md", "{{title}}")]);
        assert_eq!((good.code, good.stderr.as_str()), (0, ""));
    }

    #[test]
    fn a_template_for_an_audience_that_nothing_knows_is_warned_of() {
        let good = checked(&[("clinets.progress.en.md", "{{title}}")]);
        assert_eq!(good.code, 0);
        assert!(good.stderr.contains("clinets") && good.stderr.contains("clients"), "{}", good.stderr);
    }
}
