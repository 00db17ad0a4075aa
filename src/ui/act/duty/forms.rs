//! Forms for help, duties and command.

use crate::incident::{Command, Duty, DutyCommand, HelpCommand, PersonName, Seq, TaskId};
use crate::lang::{Lang, vars};
use crate::ui::asking::{Answer, Asking, line, sends, while_open};
use crate::ui::banner;
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

/// Asks for help, with a task or in general.
pub fn help(view: &View<'_>, lang: Lang, task: Option<TaskId>) -> Asking {
    while_open(view)?;
    let title = task.as_ref().and_then(|id| view.incident.task(id)).map(|(_, task)| task.title.as_str());
    let about = match title {
        Some(title) => lang.say_with("ask-help-about-task", &vars![task = title]),
        None => lang.say("ask-call-about"),
    };
    let ask = move |text| Command::Help(HelpCommand::Ask { text, task: task.clone() });
    Ok(line(lang, "ask-call", ("ask-help-what", ""), ask).about(about))
}

pub fn reply(view: &View<'_>, lang: Lang, call: Seq) -> Asking {
    while_open(view)?;
    let about = view.incident.call(call).map(|call| call.text.to_string()).unwrap_or_default();
    let reply = move |text| Command::Help(HelpCommand::Reply { call, text });
    Ok(line(lang, "ask-call-reply", ("ask-text", ""), reply).about(about))
}

/// Asks for the briefing of a duty's new holder, with a draft.
pub fn offer(view: &View<'_>, lang: Lang, duty: Duty, to: PersonName) -> Asking {
    while_open(view)?;
    let name = banner::name(view.incident, &duty, lang);
    let about = lang.say_with("ask-offer-about", &vars![person = to.as_str(), duty = name]);
    let mut rows = Rows::new(lang);
    let proposed = lang.briefing(view.incident, view.now);
    let briefing = rows.prose_at_start("ask-briefing", &proposed);
    let form = sends("ask-offer", rows, move |answers| {
        let briefing = answers.optional_prose(briefing);
        Ok(Command::Duty(DutyCommand::Offer { duty: duty.clone(), to: to.clone(), briefing }))
    });
    Ok(form.about(about))
}

pub fn take_command(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let from = view.incident.commander.as_str();
    let take = |reason| Command::Duty(DutyCommand::TakeCommand { reason });
    let about = lang.say_with("ask-take-about", &vars![person = from]);
    line(lang, "ask-take", ("ask-reason", ""), take).about(about)
}
