//! Refusals: why nothing was done, and what to do instead.

use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use super::Lang;
use crate::incident::{Line, Moment, PersonName, Refusal, Whom};

impl Lang {
    /// One or two sentences: why a command was refused, and what to do instead.
    pub fn refusal(self, refusal: &Refusal) -> String {
        self.refused(refusal, None)
    }

    /// As [`Lang::refusal`], with the time at which somebody did what stands in the way.
    pub fn refusal_in(self, refusal: &Refusal, zone: Tz) -> String {
        self.refused(refusal, Some(zone))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a refusal, read as a list")]
    fn refused(self, refusal: &Refusal, zone: Option<Tz>) -> String {
        fn line(line: &Line) -> FluentValue<'_> {
            line.as_str().into()
        }
        match refusal {
            Refusal::Closed => self.say("refusal-closed"),
            Refusal::NotClosed => self.say("refusal-not-closed"),
            Refusal::Held => self.say("refusal-held"),
            Refusal::NotHeld => self.say("refusal-not-held"),
            Refusal::Night { step } => self.say_with("refusal-night", &[("step", line(step))]),
            Refusal::NotNight => self.say("refusal-not-night"),
            Refusal::NoSuchStep { step } => self.say_with("refusal-no-such-step", &[("step", line(step))]),
            Refusal::NoSuchTask { task } => self.say_with("refusal-no-such-task", &[("task", line(task))]),
            Refusal::NoSuchService { service } => {
                self.say_with("refusal-no-such-service", &[("service", service.as_str().into())])
            }
            Refusal::NoSuchRole { role, known } => {
                let known = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
                self.say_with("refusal-no-such-role", &[("role", line(role)), ("known", known.into())])
            }
            Refusal::NoSuchEntry { entry } => {
                self.say_with("refusal-no-such-entry", &[("entry", entry.0.into())])
            }
            Refusal::StepIs { step, state } => {
                self.say_with("refusal-step-is", &[("step", line(step)), ("state", (*state).into())])
            }
            Refusal::NotAPhase { step } => self.say_with("refusal-not-a-phase", &[("step", line(step))]),
            Refusal::NoRange { step } => self.say_with("refusal-no-range", &[("step", line(step))]),
            Refusal::TaskIs { task: _, title, state, by } => {
                let by = match (by, zone) {
                    (None, _) => String::new(),
                    (Some((_, person)), None) => {
                        self.say_with("refusal-by", &[("person", person.as_str().into())])
                    }
                    (Some((at, person)), Some(zone)) => {
                        let time = self.time(*at, zone);
                        self.say_with(
                            "refusal-by-at",
                            &[("person", person.as_str().into()), ("time", time.into())],
                        )
                    }
                };
                self.say_with(
                    "refusal-task-is",
                    &[("title", line(title)), ("state", (*state).into()), ("by", by.into())],
                )
            }
            Refusal::NothingNext => self.say("refusal-nothing-next"),
            Refusal::Empty { what } => {
                capital(&self.say_with("refusal-empty", &[("what", self.field(*what).into())]))
            }
            Refusal::TooLong { what, max } => self
                .say_with("refusal-too-long", &[("what", self.field(*what).into()), ("max", (*max).into())]),
            Refusal::BadRange => self.say("refusal-bad-range"),
            Refusal::CannotMove { step } => self.say_with("refusal-cannot-move", &[("step", line(step))]),
            Refusal::NoChange => self.say("refusal-no-change"),
            Refusal::NotCorrectable { entry } => {
                self.say_with("refusal-not-correctable", &[("entry", entry.0.into())])
            }
            Refusal::NothingToUndo => self.say("refusal-nothing-to-undo"),
            Refusal::ChangedSince { entry, by } => self
                .say_with("refusal-changed-since", &[("entry", entry.0.into()), ("by", by.as_str().into())]),
            Refusal::NotYours { whom } => self.ask_whom(whom),
            Refusal::ReadsOnly { commander } => {
                self.say_with("refusal-reads-only", &[("commander", commander.as_str().into())])
            }
            Refusal::MayNotOpen => self.say("refusal-may-not-open"),
            Refusal::CommanderThere { commander } => {
                self.say_with("refusal-commander-there", &[("commander", commander.as_str().into())])
            }
            Refusal::NoSuchCall { call } => self.say_with("refusal-no-such-call", &[("call", call.0.into())]),
            Refusal::NoSuchOffer { role: None } => self.say("refusal-no-offer"),
            Refusal::NoSuchOffer { role: Some(role) } => {
                self.say_with("refusal-no-offer-of-role", &[("role", line(role))])
            }
            Refusal::NotTakenOver { role, person, takers } => {
                let takers: Vec<_> = takers.iter().map(PersonName::as_str).collect();
                let words = [
                    ("role", line(role)),
                    ("person", person.as_str().into()),
                    ("takers", takers.join(", ").into()),
                ];
                match takers[..] {
                    [] => self.say_with("refusal-taken-over-by-nobody", &words[..2]),
                    _ => self.say_with("refusal-not-taken-over", &words),
                }
            }
            Refusal::ToOneself => self.say("refusal-to-oneself"),
            Refusal::NotUndoable { entry } => {
                self.say_with("refusal-not-undoable", &[("entry", entry.0.into())])
            }
            Refusal::NoSuchAudience { .. }
            | Refusal::NoSuchProposal { .. }
            | Refusal::NothingToRetry
            | Refusal::Sent { .. }
            | Refusal::NoSuchLanguage { .. }
            | Refusal::BadInterval
            | Refusal::SystemOnly
            | Refusal::NotOnItsWay { .. } => self.refused_update(refusal).unwrap_or_default(),
            Refusal::NoSuchFinding { .. }
            | Refusal::FindingDropped { .. }
            | Refusal::NoSuchAction { .. }
            | Refusal::ActionIs { .. }
            | Refusal::BadDue { .. }
            | Refusal::InTheFuture { .. } => self.refused_review(refusal, zone).unwrap_or_default(),
            Refusal::TooMany { what, max } => self
                .say_with("refusal-too-many", &[("what", self.field(*what).into()), ("max", (*max).into())]),
        }
    }
}

impl Lang {
    /// Why an update is not posted, or a report on one not noted; none for any other refusal.
    fn refused_update(self, refusal: &Refusal) -> Option<String> {
        let line = |line: &Line| FluentValue::from(line.as_str().to_owned());
        Some(match refusal {
            Refusal::NoSuchAudience { audience, known } if known.is_empty() => {
                self.say_with("refusal-no-audience", &[("audience", line(audience))])
            }
            Refusal::NoSuchAudience { audience, known } => {
                let known = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
                self.say_with(
                    "refusal-no-such-audience",
                    &[("audience", line(audience)), ("known", known.into())],
                )
            }
            Refusal::NoSuchProposal { proposal } => {
                self.say_with("refusal-no-such-proposal", &[("proposal", proposal.0.into())])
            }
            Refusal::NothingToRetry => self.say("refusal-nothing-to-retry"),
            Refusal::Sent { entry } => self.say_with("refusal-sent", &[("entry", entry.0.into())]),
            Refusal::NoSuchLanguage { language } => {
                self.say_with("refusal-no-such-language", &[("language", line(language))])
            }
            Refusal::BadInterval => self.say("refusal-bad-interval"),
            Refusal::SystemOnly => self.say("refusal-house-only"),
            Refusal::NotOnItsWay { message } => {
                self.say_with("refusal-not-on-its-way", &[("message", message.0.into())])
            }
            _ => return None,
        })
    }

    /// Why something of the review is not noted; none for any other refusal.
    fn refused_review(self, refusal: &Refusal, zone: Option<Tz>) -> Option<String> {
        let by = |at: Moment, person: &PersonName| {
            let person = ("person", FluentValue::from(person.as_str().to_owned()));
            match zone {
                None => self.say_with("refusal-by", &[person]),
                Some(zone) => {
                    let time = self.date_time(at, zone);
                    self.say_with("refusal-by-at", &[person, ("time", time.into())])
                }
            }
        };
        Some(match refusal {
            Refusal::NoSuchFinding { finding } => {
                self.say_with("refusal-no-such-finding", &[("finding", finding.to_string().into())])
            }
            Refusal::FindingDropped { finding, by: (at, person) } => self.say_with(
                "refusal-finding-dropped",
                &[("finding", finding.to_string().into()), ("by", by(*at, person).into())],
            ),
            Refusal::NoSuchAction { action } => {
                self.say_with("refusal-no-such-action", &[("action", action.to_string().into())])
            }
            Refusal::ActionIs { action, state, by: who } => {
                let by = who.as_ref().map_or_else(String::new, |(at, person)| by(*at, person));
                self.say_with(
                    "refusal-action-is",
                    &[("action", action.to_string().into()), ("state", (*state).into()), ("by", by.into())],
                )
            }
            Refusal::BadDue { due } => {
                self.say_with("refusal-bad-due", &[("due", self.calendar_day(*due).into())])
            }
            Refusal::InTheFuture { at } => {
                let zone = zone.unwrap_or(Tz::UTC);
                let day = self.calendar_day(at.with_timezone(&zone).date_naive());
                let words = [("date", day.into()), ("time", self.time(*at, zone).into())];
                let time = self.say_with("date-time", &words);
                self.say_with("refusal-in-the-future", &[("time", time.into())])
            }
            _ => return None,
        })
    }

    fn ask_whom(self, whom: &Whom) -> String {
        match whom {
            Whom::Commander(person) => {
                self.say_with("refusal-ask-commander", &[("commander", person.as_str().into())])
            }
            Whom::Person(person) => {
                self.say_with("refusal-ask-person", &[("person", person.as_str().into())])
            }
            Whom::Role { role, holders, commander } => {
                let known: [(&str, FluentValue<'_>); 2] =
                    [("role", role.as_str().into()), ("commander", commander.as_str().into())];
                let holders = holders.iter().map(PersonName::as_str).collect::<Vec<_>>().join(", ");
                if holders.is_empty() {
                    return self.say_with("refusal-ask-role", &known);
                }
                let [role, commander] = known;
                self.say_with("refusal-ask-holders", &[role, commander, ("holders", holders.into())])
            }
        }
    }
}

/// With a capital at its beginning, where a variable begins the sentence.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{ActionId, Field, FindingId, PersonName, Seq};
    use chrono_tz::Europe::Paris;

    fn all() -> Vec<Refusal> {
        let step = || Line::new("Évaluation");
        let by = Some(("2026-11-22T07:44:00Z".parse().unwrap(), PersonName::new("karim")));
        let task_is = |state| Refusal::TaskIs {
            task: "a.dsi.1".parse().unwrap(),
            title: Line::new("Couper le VPN"),
            state,
            by: by.clone(),
        };
        let action_is = |state, by| Refusal::ActionIs { action: ActionId(3), state, by };
        let alice = || PersonName::new("alice");
        let of_role = |holders| Whom::Role { role: Line::new("DSI"), holders, commander: alice() };
        vec![
            Refusal::Closed,
            Refusal::NotClosed,
            Refusal::Held,
            Refusal::NotHeld,
            Refusal::Night { step: step() },
            Refusal::NotNight,
            Refusal::NoSuchStep { step: step() },
            Refusal::NoSuchTask { task: step() },
            Refusal::NoSuchService { service: "mail".parse().unwrap() },
            Refusal::NoSuchRole { role: step(), known: vec![Line::new("dsi"), Line::new("dev")] },
            Refusal::NoSuchEntry { entry: Seq(12) },
            Refusal::StepIs { step: step(), state: "waiting" },
            Refusal::StepIs { step: step(), state: "active" },
            Refusal::StepIs { step: step(), state: "finished" },
            Refusal::StepIs { step: step(), state: "skipped" },
            Refusal::NotAPhase { step: step() },
            Refusal::NoRange { step: step() },
            task_is("todo"),
            task_is("doing"),
            task_is("blocked"),
            task_is("done"),
            task_is("skipped"),
            Refusal::NothingNext,
            Refusal::Empty { what: Field::Reason },
            Refusal::TooLong { what: Field::Text, max: 65_536 },
            Refusal::BadRange,
            Refusal::CannotMove { step: step() },
            Refusal::NoChange,
            Refusal::NotCorrectable { entry: Seq(3) },
            Refusal::NothingToUndo,
            Refusal::ChangedSince { entry: Seq(40), by: PersonName::new("alice") },
            Refusal::NotYours { whom: Whom::Commander(alice()) },
            Refusal::NotYours { whom: Whom::Person(alice()) },
            Refusal::NotYours { whom: of_role(vec![]) },
            Refusal::NotYours { whom: of_role(vec![PersonName::new("ines"), PersonName::new("karim")]) },
            Refusal::ReadsOnly { commander: alice() },
            Refusal::MayNotOpen,
            Refusal::CommanderThere { commander: alice() },
            Refusal::NoSuchCall { call: Seq(3) },
            Refusal::NoSuchOffer { role: None },
            Refusal::NoSuchOffer { role: Some(Line::new("DSI")) },
            Refusal::NotTakenOver { role: Line::new("DSI"), person: alice(), takers: vec![] },
            Refusal::NotTakenOver {
                role: Line::new("DSI"),
                person: alice(),
                takers: vec![PersonName::new("ines"), PersonName::new("karim")],
            },
            Refusal::ToOneself,
            Refusal::NotUndoable { entry: Seq(3) },
            Refusal::NoSuchAudience { audience: step(), known: vec![] },
            Refusal::NoSuchAudience {
                audience: step(),
                known: vec![Line::new("team"), Line::new("clients")],
            },
            Refusal::NoSuchProposal { proposal: Seq(3) },
            Refusal::NothingToRetry,
            Refusal::Sent { entry: Seq(3) },
            Refusal::NoSuchLanguage { language: Line::new("de") },
            Refusal::BadInterval,
            Refusal::SystemOnly,
            Refusal::NotOnItsWay { message: Seq(3) },
            Refusal::NoSuchFinding { finding: FindingId(3) },
            Refusal::FindingDropped { finding: FindingId(3), by: by.clone().unwrap() },
            Refusal::NoSuchAction { action: ActionId(3) },
            action_is("open", None),
            action_is("done", by.clone()),
            action_is("dropped", by.clone()),
            Refusal::BadDue { due: "2020-12-01".parse().unwrap() },
            Refusal::InTheFuture { at: "2026-11-22T07:44:00Z".parse().unwrap() },
            Refusal::TooMany { what: Field::Findings, max: 500 },
            Refusal::TooMany { what: Field::Actions, max: 500 },
            Refusal::TooMany { what: Field::Audiences, max: 32 },
            Refusal::TooMany { what: Field::Proposals, max: 100 },
            Refusal::TooMany { what: Field::Targets, max: 100 },
            Refusal::TooMany { what: Field::Tasks, max: 1_000 },
            Refusal::TooMany { what: Field::Calls, max: 100 },
            Refusal::TooLong { what: Field::Briefing, max: 100 },
        ]
    }

    #[test]
    fn every_refusal_says_why_and_what_to_do() {
        for lang in Lang::ALL {
            for refusal in all() {
                let text = lang.refusal(&refusal);
                assert!(text.ends_with('.') && !text.contains('{'), "{text}");
                assert!(text.chars().next().is_some_and(|c| c.is_uppercase() || "«“".contains(c)), "{text}");
            }
        }
    }

    #[test]
    fn whom_to_ask_is_named() {
        let holders = vec![PersonName::new("ines"), PersonName::new("karim")];
        let commander = PersonName::new("alice");
        let whom = Whom::Role { role: Line::new("DSI"), holders, commander };
        assert_eq!(
            Lang::En.refusal(&Refusal::NotYours { whom }),
            "Only people with the role “DSI” can do this. Ask ines, karim, or the commander, alice."
        );
    }

    #[test]
    fn who_stands_in_the_way_is_named_with_the_time_where_the_zone_is_known() {
        let is_done = |refusal: &Refusal| matches!(refusal, Refusal::TaskIs { state: "done", .. });
        let done = all().into_iter().find(is_done).unwrap();
        assert_eq!(
            Lang::Fr.refusal_in(&done, Paris),
            "«\u{a0}Couper le VPN\u{a0}» est déjà terminée (karim, 08:44)\u{a0}: rouvrez-la s'il reste à faire."
        );
        assert_eq!(
            Lang::En.refusal(&done),
            "“Couper le VPN” is already done (karim): reopen it if work remains."
        );
        assert_eq!(
            Lang::En.refusal(&Refusal::Empty { what: Field::Reason }),
            "The reason is missing: enter a few words."
        );
    }
}
