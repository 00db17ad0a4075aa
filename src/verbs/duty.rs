//! What `command` and `role` have in common: a duty is offered, accepted, declined or withdrawn.

use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::prose;
use super::{Outcome, json};
use crate::incident::{Command, Duty, DutyCommand, Offer, Prose};

impl RoomCommand<'_> {
    /// Offers a duty; where nothing is said of it, the briefing is drawn from the state.
    pub fn offer(&self, duty: Duty, to: &str, briefing: &[String]) -> Result<Command, Outcome> {
        let to = self.taker(to)?;
        let briefing = match prose(briefing) {
            briefing if briefing.is_empty() => Prose::new(&self.briefing()),
            briefing => briefing,
        };
        Ok(Command::Duty(DutyCommand::Offer { duty, to, briefing }))
    }

    /// What somebody who takes over has to know, in the language of who asks.
    pub fn briefing(&self) -> String {
        self.lang.briefing(self.incident(), self.now(), self.incident().zone)
    }

    /// An open offer, in one sentence and what there is to know.
    pub fn offered(&self, offer: &Offer) -> String {
        let incident = self.incident();
        let at = self.lang.date_time(incident.wall(offer.at), incident.zone);
        let message = self.lang.say_with(
            "duty-offered",
            &[
                ("from", offer.from.as_str().into()),
                ("to", offer.to.as_str().into()),
                ("at", at.into()),
                ("span", self.lang.duration(self.now() - offer.at).into()),
            ],
        );
        let briefing = offer.briefing.as_str().lines().filter(|line| !line.is_empty());
        std::iter::once(message)
            .chain(briefing.map(|line| format!("  {line}")))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// An offer, for other programs.
pub fn value(offer: &Offer) -> Value {
    json!({
        "seq": offer.seq,
        "duty": offer.duty,
        "from": offer.from,
        "to": offer.to,
        "at": json::moment(offer.at),
        "briefing": offer.briefing,
    })
}
