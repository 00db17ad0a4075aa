//! What rings, for whom, and what stays below the header.

use fluent_bundle::FluentValue;

use super::*;
use crate::incident::{DutyCommand, HelpCommand, LogCommand, TaskCommand};
use crate::lang::vars;

/// The alarm of a message.
fn alarm(key: &str, words: &[(&str, &str)]) -> String {
    let words: Vec<_> = words.iter().map(|(name, word)| (*name, FluentValue::from(*word))).collect();
    format!("alarm {}", Lang::Fr.say_with(key, &words))
}

fn dev() -> Duty {
    Duty::Role("dev".parse().unwrap())
}

fn offer(duty: Duty, to: &str) -> Command {
    Command::Duty(DutyCommand::Offer { duty, to: PersonName::new(to), briefing: Prose::default() })
}

fn assign(person: &str) -> Command {
    let (task, person) = ("assess.dev.1".parse().unwrap(), Some(PersonName::new(person)));
    Command::Task(TaskCommand::Assign { task, person })
}

fn ines() -> Bench {
    Bench::of("ines", Right::Member, &["dev"])
}

#[test]
fn a_task_rings_for_whom_it_is_given_to_and_nobody_else() {
    let mut bench = ines();
    bench.does("karim", assign("karim"));
    bench.asks(&[]);
    bench.does("karim", assign("ines"));
    let words = [("person", "karim"), ("task", "Geler les déploiements")];
    bench.asks(&[&alarm("ask-alarm-assigned", &words)]);
    bench.does("karim", assign("karim"));
    bench.does("ines", assign("ines"));
    bench.asks(&[]);
}

#[test]
fn an_offer_rings_for_both_sides() {
    let role = Lang::Fr.say_with("ask-duty-role", &vars![role = "Développement"]);
    let words = [("person", "karim"), ("duty", role.as_str())];
    // Who offered hears whether it was declined or accepted.
    let mut bench = ines();
    bench.does("ines", offer(dev(), "karim"));
    bench.asks(&[]);
    bench.does("karim", Command::Duty(DutyCommand::DropOffer { duty: dev() }));
    bench.asks(&[&alarm("ask-alarm-declined", &words)]);
    bench.does("ines", offer(dev(), "karim"));
    bench.does("karim", Command::Duty(DutyCommand::Accept { duty: dev() }));
    bench.asks(&[&alarm("ask-alarm-handed-over", &words)]);
    // Who is offered it hears of it, of its withdrawal nothing.
    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    bench.does("ines", offer(dev(), "karim"));
    let words = [("person", "ines"), ("duty", role.as_str())];
    bench.asks(&[&alarm("ask-alarm-offer", &words)]);
    bench.does("ines", Command::Duty(DutyCommand::DropOffer { duty: dev() }));
    bench.asks(&[]);
}

#[test]
fn a_role_that_is_taken_back_rings_for_who_had_it() {
    let role = Lang::Fr.say_with("ask-duty-role", &vars![role = "Développement"]);
    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    bench.does("ines", offer(dev(), "karim"));
    bench.does("karim", Command::Duty(DutyCommand::Accept { duty: dev() }));
    bench.asked.clear();
    let revoke = DutyCommand::RevokeRole { role: "dev".parse().unwrap(), person: PersonName::new("karim") };
    bench.does("alice", Command::Duty(revoke));
    bench.asks(&[&alarm("ask-alarm-revoked", &[("person", "alice"), ("duty", role.as_str())])]);
}

#[test]
fn command_that_changes_hands_rings_for_everybody() {
    let mut bench = ines();
    bench.does("karim", Command::Duty(DutyCommand::TakeCommand { reason: "absente".into() }));
    bench.asks(&[&alarm("ask-alarm-taken", &[("person", "karim"), ("from", "alice")])]);
    bench.does("karim", offer(Duty::Command, "tom"));
    bench.asks(&[]);
    bench.does("tom", Command::Duty(DutyCommand::Accept { duty: Duty::Command }));
    let command = Lang::Fr.say("ask-duty-command");
    bench.asks(&[&alarm("ask-alarm-handed-over", &[("person", "tom"), ("duty", command.as_str())])]);
}

#[test]
fn a_call_rings_once_and_for_those_who_may_answer_it() {
    let call = |text: &str| Command::Help(HelpCommand::Ask { text: text.into(), task: None });
    let mut bench = ines();
    bench.does("tom", call("plus de disque"));
    bench.asks(&[]);
    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    bench.does("tom", call("plus de disque"));
    bench.asks(&[&alarm("ask-alarm-call", &[("person", "tom"), ("text", "plus de disque")])]);
    bench.input(Input::Changed);
    bench.asks(&[]);
    // A call that names someone is still one call.
    bench.does("tom", call("@karim, une clé"));
    bench.asks(&[&alarm("ask-alarm-call", &[("person", "tom"), ("text", "@karim, une clé")])]);
}

#[test]
fn one_line_of_what_speaks_to_somebody_is_read_out() {
    let note = |text: &str| Command::Log(LogCommand::Note { text: Prose::new(text) });
    let mut bench = ines();
    bench.does("tom", note("@ines : le lien est coupé\nsuite"));
    bench.asks(&[&alarm("ask-alarm-mention", &[("person", "tom"), ("text", "@ines : le lien est coupé")])]);
    bench.does("ines", note("note à @ines"));
    bench.does("tom", note("ines sans signe"));
    bench.asks(&[]);
    bench.draw();
    bench.shows("le lien est coupé");
}
