//! The host's targets: their state, a trial, and what would be sent.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::incident::{DeliveryState, Line, Prose, Right, TargetFact, TargetName};
use crate::lang::{Lang, vars};
use crate::notify::{Checked, Dispatcher, Kind, Look, Verdict};
use crate::room::Rooms;
use crate::verbs::context::Caller;
use crate::verbs::outcome::Outcome;
use crate::verbs::table;
use crate::verbs::typed::Json;

/// What is asked of the targets of the host.
#[derive(Clone, Debug, Subcommand)]
pub enum NotifyQuery {
    List(Json),
    /// Sends a real message.
    Test {
        #[arg(value_name = "NAME")]
        target: Option<TargetName>,
    },
    /// Prints what would be sent, and sends nothing.
    Check {
        #[arg(value_name = "NAME")]
        target: Option<TargetName>,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

impl NotifyQuery {
    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let lang = caller.lang;
        let Some(dispatcher) = &caller.dispatcher else { return Outcome::refused(lang.say("notify-none")) };
        // A target that was just added is known.
        dispatcher.look(Look::Briefly).await;
        let mut outcome = match self {
            Self::List(Json { json }) => list(dispatcher, rooms, *json, lang),
            Self::Test { target } => test(dispatcher, target.as_ref(), caller).await,
            Self::Check { target, text, json } => {
                let text = text.as_deref().map(Prose::new);
                check(dispatcher, target.as_ref(), text.as_ref(), *json, lang)
            }
        };
        if let Some(trouble) = dispatcher.trouble() {
            outcome.stderr = format!("{trouble}\n{}", outcome.stderr);
        }
        outcome
    }
}

#[derive(Default)]
struct TargetState {
    to_fix: Option<Line>,
    waiting: usize,
    /// Why the oldest pending message has not arrived.
    delayed: Option<Line>,
    /// The number of failed deliveries that are not retried.
    failed: usize,
    /// Whether an open incident has one of its audiences; `None` if no incident is open.
    notified: Option<bool>,
}

impl TargetState {
    fn of(fact: &TargetFact, rooms: &Rooms) -> Self {
        let target = &fact.name;
        let mut state_of = Self::default();
        for room in rooms.live().borrow().iter() {
            let incident = &room.snapshot().incident;
            state_of.waiting += incident.waiting(target);
            let pending = incident.pending_delivery(target);
            state_of.delayed = state_of.delayed.or_else(|| pending.and_then(|pending| pending.delayed));
            let of_updates = incident.updates.iter().flat_map(|update| &update.deliveries);
            let of_pushes = incident.pushes.iter().map(|push| &push.delivery);
            let failed = of_updates.chain(of_pushes).filter(|delivery| {
                delivery.target == *target && matches!(delivery.state, DeliveryState::Failed { .. })
            });
            state_of.failed += failed.count();
            let fault = incident.to_fix().find(|(name, _)| *name == target);
            state_of.to_fix = state_of.to_fix.or_else(|| fault.map(|(_, fault)| fault.reason.clone()));
            if !incident.is_closed() {
                let is_notified = fact.audiences.iter().any(|id| incident.audience(id).is_some());
                state_of.notified = Some(state_of.notified.unwrap_or_default() || is_notified);
            }
        }
        state_of
    }

    fn describe(&self, fact: &TargetFact, lang: Lang) -> String {
        let state = match (fact.trouble.as_ref().or(self.to_fix.as_ref()), self.waiting, &self.delayed) {
            (Some(reason), ..) => lang.say_with("notify-to-fix", &vars![reason = reason.as_str()]),
            (None, 0, _) if self.failed > 0 => lang.say_with("notify-failed-before", &vars![count = self.failed]),
            (None, 0, _) => lang.say("notify-ready"),
            (None, count, None) => lang.say_with("notify-waiting", &vars![count]),
            (None, count, Some(reason)) => lang.say_with("notify-delayed", &vars![count, reason = reason.as_str()]),
        };
        if self.notified == Some(false) {
            return lang.say_with("notify-reaches-nobody", &vars![state]);
        }
        state
    }
}

fn list(dispatcher: &Dispatcher, rooms: &Rooms, json: bool, lang: Lang) -> Outcome {
    let columns = &["name", "kind", "host", "audiences", "pushes", "state"];
    table::List { lang, json, none: "notify-empty", columns }.of(
        dispatcher.facts().iter(),
        |fact| {
            let state_of = TargetState::of(fact, rooms);
            json!({
                "name": fact.name,
                "kind": fact.kind,
                "host": fact.host,
                "audiences": fact.audiences,
                "push": fact.push,
                "trouble": fact.trouble,
                "to_fix": state_of.to_fix,
                "waiting": state_of.waiting,
                "delayed": state_of.delayed,
                "failed": state_of.failed,
                "told": state_of.notified,
            })
        },
        |fact| {
            let audiences: Vec<_> = fact.audiences.iter().map(AsRef::as_ref).collect();
            let push: Vec<_> = fact.push.iter().map(Line::as_str).collect();
            vec![
                fact.name.to_string(),
                fact.kind.to_string(),
                fact.host.to_string(),
                audiences.join(", "),
                push.join(", "),
                TargetState::of(fact, rooms).describe(fact, lang),
            ]
        },
    )
}

/// Reports that there is no such target.
fn unknown(dispatcher: &Dispatcher, name: Option<&TargetName>, lang: Lang) -> Outcome {
    let facts = dispatcher.facts();
    let known: Vec<_> = facts.iter().map(|fact| fact.name.as_str()).collect();
    match name {
        Some(name) if !known.is_empty() => {
            Outcome::refused(lang.say_with("notify-unknown", &vars![name = name.as_str(), known = known.join(", ")]))
        }
        _ => Outcome::refused(lang.say("notify-empty")),
    }
}

async fn test(dispatcher: &Dispatcher, name: Option<&TargetName>, caller: &Caller) -> Outcome {
    let lang = caller.lang;
    if caller.who.rights.right < Right::Deputy {
        return Outcome::refused(lang.say("notify-test-not-yours"));
    }
    let verdicts = dispatcher.test(name).await;
    if verdicts.is_empty() {
        return unknown(dispatcher, name, lang);
    }
    let mut outcome = Outcome::default();
    for (name, verdict) in verdicts {
        let (key, reason) = match verdict {
            Verdict::Delivered => ("notify-test-delivered", String::new()),
            Verdict::Later { reason, .. } => ("notify-test-later", reason),
            Verdict::Refused { reason } => ("notify-test-refused", reason),
        };
        let mut variables = vec![("name", name.as_str().into())];
        if reason.is_empty() {
            outcome.stdout.push_str(&lang.say_with(key, &variables));
            outcome.stdout.push('\n');
        } else {
            variables.push(("reason", reason.into()));
            outcome.stderr.push_str(&lang.say_with(key, &variables));
            outcome.stderr.push('\n');
            outcome.code = Outcome::REFUSED;
        }
    }
    outcome
}

fn check(dispatcher: &Dispatcher, name: Option<&TargetName>, text: Option<&Prose>, json: bool, lang: Lang) -> Outcome {
    let checked = dispatcher.check(name, text);
    if checked.is_empty() && !json {
        return unknown(dispatcher, name, lang);
    }
    if json {
        return Outcome::json(&checked.iter().map(value).collect());
    }
    let described = |checked: &Checked| {
        let heading = lang.say_with(
            "notify-check-heading",
            &vars![
                name = checked.name.as_str(),
                kind = checked.kind.map_or("", Kind::name),
                host = checked.host.as_str()
            ],
        );
        let parts = match &checked.parts {
            Ok(parts) => parts.iter().map(|part| indented(&part.text)).collect::<Vec<_>>().join("\n  ----\n"),
            Err(why) => indented(&lang.say_with("notify-to-fix", &vars![reason = why.as_str()])),
        };
        format!("{heading}\n{parts}")
    };
    Outcome::done(checked.iter().map(described).collect::<Vec<_>>().join("\n\n"))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn value(checked: &Checked) -> Value {
    let (parts, trouble) = match &checked.parts {
        Ok(parts) => (parts.as_slice(), None),
        Err(why) => (&[][..], Some(why)),
    };
    let body = |body: &str| serde_json::from_str(body).unwrap_or_else(|_| Value::from(body));
    json!({
        "name": checked.name,
        "kind": checked.kind.map(Kind::id),
        "host": checked.host,
        "trouble": trouble,
        "parts": parts.iter().map(|part| json!({ "text": part.text, "body": body(&part.body) })).collect::<Vec<_>>(),
    })
}
