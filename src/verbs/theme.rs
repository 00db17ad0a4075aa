//! `theme`: the colours that there are.

use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

use super::typed::Json;
use super::{Here, Outcome, file, table};
use crate::files::toml_files;
use crate::theme::{BUILTIN, Theme as Colours};

#[derive(Clone, Debug, Subcommand)]
pub enum Theme {
    List(Json),
}

impl Theme {
    pub fn run(&self, here: &Here) -> Outcome {
        let Self::List(Json { json }) = self;
        let lang = here.lang;
        let own = own(here);
        let names = own.iter().map(|(name, _)| (name.as_str(), "own"));
        let names: Vec<_> = names.chain(BUILTIN.iter().map(|(name, _)| (*name, "builtin"))).collect();
        if *json {
            let value = |(name, origin): &(&str, &str)| json!({ "name": name, "origin": origin, "readable": Colours::find(name, &own).is_ok() });
            return Outcome::json(&names.iter().map(value).collect());
        }
        let row = |(name, origin): &(&str, &str)| vec![(*name).to_owned(), lang.say(&format!("list-{origin}"))];
        let mut text = table::titled(lang, &["name", "origin"], names.iter().map(row).collect());
        text.push_str("\n\n");
        text.push_str(&lang.say("list-theme-auto"));
        for error in own.iter().filter_map(|(name, _)| Colours::find(name, &own).err()) {
            text.push_str("\n\n");
            text.push_str(&error.render(lang));
        }
        Outcome::done(text)
    }
}

fn own(here: &Here) -> Vec<(String, String)> {
    let theme = |path: PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        Some((name, String::from_utf8_lossy(&file::read(&path).ok()?).into_owned()))
    };
    toml_files(&here.config_dir.join("themes")).into_iter().filter_map(theme).collect()
}
