//! Why an act was not recorded, in words.

use crate::incident::{IncidentId, Line};
use crate::lang::{Lang, vars};
use crate::room::{AskError, ReadOnly};
use crate::ui::Unanswered;

pub fn unrecorded(why: ReadOnly, id: &str, lang: Lang) -> String {
    match why {
        ReadOnly::DiskFull => lang.say("unrecorded-disk-full"),
        ReadOnly::Failed => lang.say("unrecorded-write-failed"),
        ReadOnly::Copy => lang.say_with("unrecorded-copy", &vars![id = id.to_owned()]),
        ReadOnly::Damaged { record } => lang.say_with("unrecorded-damaged", &vars![record]),
    }
}

pub fn no_folder(folder: &std::path::Path, why: &str, lang: Lang) -> String {
    let (folder, why) = (Line::new(&folder.display().to_string()), Line::new(why));
    lang.say_with("unrecorded-no-folder", &vars![folder = folder.as_str(), why = why.as_str()])
}

pub fn unanswered(error: &AskError, of: Option<&IncidentId>, lang: Lang) -> Unanswered {
    match error {
        AskError::Refused(refusal) => Unanswered::Refused(refusal.clone()),
        AskError::ReadOnly(why) => Unanswered::ReadOnly(unrecorded(*why, of.map_or("ID", IncidentId::as_str), lang)),
        AskError::NoFolder { folder, why } => Unanswered::ReadOnly(no_folder(folder, why, lang)),
        AskError::Gone => Unanswered::ReadOnly(lang.say("unrecorded-gone")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_says_what_to_do_in_both_languages() {
        let id: IncidentId = "20261122-mail-k3f9".parse().unwrap();
        for (why, remedies) in [
            (ReadOnly::DiskFull, ["space", "place"]),
            (ReadOnly::Failed, ["host stop", "host stop"]),
            (ReadOnly::Copy, ["import --take-over 20261122-mail-k3f9", "import --take-over 20261122-mail-k3f9"]),
            (ReadOnly::Damaged { record: 1234 }, ["1234", "1234"]),
        ] {
            for (lang, remedy) in [Lang::En, Lang::Fr].into_iter().zip(remedies) {
                let Unanswered::ReadOnly(said) = unanswered(&AskError::ReadOnly(why), Some(&id), lang) else {
                    panic!("a read-only room is no refusal")
                };
                assert!(said.replace('\u{202f}', "").contains(remedy), "{said}");
            }
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let error = AskError::NoFolder { folder: "/var/x".into(), why: "read-only\u{1b}".to_owned() };
        let Unanswered::ReadOnly(said) = unanswered(&error, None, Lang::En) else { panic!("no refusal") };
        assert!(said.contains("/var/x") && said.contains("read-only") && !said.contains('\u{1b}'), "{said}");
    }
}
