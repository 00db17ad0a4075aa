# What needs someone now.
attention-call = Call for help from { $person } since { $since }{ $taken }: { $text }
attention-update-late = { $by } late: update for { $audience } (due { $due }, { $who } sends it)
attention-update-due = Due { $due }, in { $by }: update for { $audience } ({ $who } sends it)
attention-rto-at-risk = { $service }: RTO ends { $due }, restored { $restored }: missed by { $by }
attention-rto-in-doubt = { $service }: RTO ends { $due }, restored { $restored }: missed by up to { $by }
attention-rto-missed = { $service }: RTO ended { $due }, { $by } late so far
attention-phase-late = { $step } { $by } late; { $end_state ->
    [kept] end of the incident unchanged, { $end }
   *[moved] end of the incident now expected { $end } ({ $slip })
}
attention-blocked = Blocked since { $since } ({ $who }): { $reason } – { $task }
attention-day-end-late = Day end was due { $due }: { $step }
attention-offer = { $person } offered { $duty } to { $who } at { $since }
attention-proposal = Update for { $audience } by { $person } awaits { $who }'s approval since { $since }
attention-target-failed = Channel { $target } failing since { $since }: { $reason }
attention-none = Nothing needs anyone now.
attention-commander-away = { $person }, who is in command, has left: a deputy may take command
