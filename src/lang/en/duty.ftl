# Command, roles and calls for help.

# Actions on the screen.
action-attend = Open what needs attention
action-ask-help = Call for help
action-ask-help-hint = call for help
action-answer-help = Resolve a call for help
action-offer-command = Hand over command…
action-offer-command-hint = hand over
action-offer-role = Hand over a role…
action-offer-role-hint = hand over role
action-accept-offer = Accept an offer
action-drop-offer = Decline or withdraw an offer
action-revoke-role = Revoke a role
action-take-command = Take command

# Forms and questions.
ask-help-what = What do you need?
ask-done-call = Call for help shown to everyone: { $text }
ask-call = Call for help
ask-call-about = Shown on every screen until resolved.
ask-help-about-task = About “{ $task }”. Shown on every screen until resolved.
ask-call-of = { $person } called for help ({ $at })
ask-call-take = I'm on it
ask-call-release = I'm no longer on it
ask-call-reply = Reply to the call for help
ask-call-reply-button = Reply…
ask-call-taken = { $person } is on it.
ask-call-replied = { $person } replied: { $text }
ask-call-answered = Mark resolved
ask-call-no-more = Help no longer needed
ask-show-task = Show the task
ask-later = Later
ask-no-call = No open calls for help.
ask-offer = Offer
ask-offer-about = To { $person }: { $duty }. The handover takes effect when { $person } accepts.
ask-offer-whom = Offer { $duty }
ask-briefing = Briefing
ask-no-briefing = No briefing.
ask-call-names = Tab: { $names }
ask-duty-command = command
ask-duty-role = the role “{ $role }”
ask-offered-by = { $person } has offered you { $duty }
ask-offered-to = You have offered { $duty } to { $person }
ask-offer-to-me = Offered at { $at }, { $span } ago. The offer does not expire, and nothing changes until you accept. It ends when you decline, when { $person } withdraws it, or when the incident closes.
ask-offer-by-me = Offered at { $at }, { $span } ago. The offer does not expire, and nothing changes until { $person } accepts. It ends when { $person } declines, when you withdraw it, or when the incident closes.
ask-accept = Accept
ask-decline = Decline
ask-withdraw = Withdraw
ask-no-offer = No open offers.
ask-none-taken-over = No role has been taken over in this incident.
ask-nobody-else = No other people are known here; the People page (key 5) explains how to let someone in.
ask-nothing-asks = Nothing needs attention.
ask-take = Take command
ask-take-about = { $person } is in command and will be notified; the log records the reason.
ask-in-command = You are already in command.
ask-card-keys = ←→ choose · Enter · ↑↓ read · Esc
ask-alarm-call = { $person } is calling for help: { $text }
ask-alarm-offer = { $person } has offered you { $duty }.
ask-alarm-declined = { $person } declined { $duty }.
ask-alarm-handed-over = { $person } accepted { $duty }.
ask-alarm-taken = { $person } took command from { $from }.
ask-alarm-revoked = { $person } revoked { $duty } from you.
ask-alarm-assigned = { $person } assigned “{ $task }” to you.
ask-alarm-mention = { $person } mentioned you: { $text }

# In the log.
log-help-asked = { $text }
log-help-asked-for = for “{ $task }”: { $text }
log-help-answered = resolved { $person }'s call for help (entry { $call })
log-help-taken = is handling { $person }'s call for help (entry { $call })
log-help-released = is no longer handling { $person }'s call for help (entry { $call })
log-help-replied = replied to { $person }'s call for help: { $text }
log-help-reopened = reopened { $person }'s call for help: { $text }
log-help-no-more = no longer needs help (entry { $call })
log-offered = { $duty ->
    [command] offered command to { $person }
   *[role] offered the role “{ $role }” to { $person }
}
log-offer-withdrawn = { $duty ->
    [command] withdrew the offer of command
   *[role] withdrew the offer of the role “{ $role }”
}
log-offer-declined = { $duty ->
    [command] declined command
   *[role] declined the role “{ $role }”
}
log-handed-over = { $duty ->
    [command] took command, handed over by { $person }
   *[role] took over the role “{ $role }” from { $person }
}
log-role-revoked = revoked the role “{ $role }” from { $person }
log-command-taken = took command from { $from }

# Help of the command line.
cli-call = Call for help, and resolve calls
cli-call-list = List open calls for help
cli-call-ask = Call for help; the commander is notified
cli-call-take = Say that you are handling a call for help
cli-call-release = Say that you are no longer handling a call for help
cli-call-reply = Reply to a call for help
cli-call-resolve = Resolve a call for help
cli-call-reply--text = Your reply
cli-command = Show who is in command, and hand over command
cli-command-show = Show who is in command, and any open offer
cli-command-offer = Offer command to someone, with a briefing
cli-command-accept = Accept command
cli-command-decline = Decline command
cli-command-withdraw = Withdraw the offer of command
cli-command-take = Take command without an offer, with a reason
cli-role = Show who has which role, and hand over roles
cli-role-list = List roles
cli-role-offer = Offer a role to someone, with a briefing
cli-role-accept = Accept a role
cli-role-decline = Decline a role
cli-role-withdraw = Withdraw the offer of a role
cli-role-revoke = Revoke a role that someone took over
cli-briefing = Show the handover briefing
cli-call-ask--text = What you need
cli-call-ask--task = Related task

# Output of commands.
verb-no-calls = No open calls for help.
command-shown = { $presence ->
    [here] { $person } is in command and in the room.
    [gone] { $person } is in command but has left: a deputy may take command.
   *[away] { $person } is in command but has no screen open.
}
duty-offered = Offered by { $from } to { $to }, { $at }, { $span } ago. The offer does not expire, and nothing changes until it is accepted.
