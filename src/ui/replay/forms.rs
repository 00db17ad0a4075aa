//! The form that asks for a moment of a recording.

use super::when::Recording;
use crate::lang::Lang;
use crate::ui::asking::{Answer, Asking};
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

#[expect(clippy::unnecessary_wraps, reason = "every form is asked for alike, and most can be refused")]
pub fn jump(lang: Lang, recording: Recording) -> Asking {
    let (from, to) = recording.ends(lang);
    let about = lang.say_with("playback-jump-about", &[("from", from.into()), ("to", to.into())]);
    let mut rows = Rows::new(lang);
    let moment = rows.hinted_line("playback-jump-moment", "playback-jump-hint", "");
    let form = Form::new("playback-jump", rows, move |answers| {
        let text = answers.text(moment);
        if text.trim().is_empty() {
            return Err(answers.needed(moment));
        }
        let play = recording.read(text);
        play.map(Answer::Play).map_err(|bad| answers.wrong(moment, bad.say(&recording, lang)))
    });
    Ok(form.about(about))
}
