# What needs someone now.
attention-call = Call for help from { $person } at { $since }{ $taken }: { $text }
attention-update-late = { $by } late: update for { $audience } (due { $due }, { $who } sends it)
attention-update-due = Due { $due }, in { $by }: update for { $audience } ({ $who } sends it)
attention-rto-at-risk = { $service }: RTO deadline { $due }, expected back { $restored }: will miss by { $by }
attention-rto-in-doubt = { $service }: RTO deadline { $due }, expected back { $restored }: may miss by up to { $by }
attention-rto-missed = { $service }: RTO deadline was { $due }, { $by } late so far
attention-phase-late = { $step } { $by } late; { $end_state ->
    [kept] incident end unchanged, { $end }
   *[moved] incident end moves to { $end } ({ $slip })
}
attention-blocked = Blocked since { $since } ({ $who }): { $reason } – { $task }
attention-day-end-late = Day end was due { $due }: { $step }
attention-offer = { $person } offered { $duty } to { $who } at { $since }
attention-proposal = Update for { $audience } by { $person } has been awaiting { $who }'s approval since { $since }
attention-target-failed = Channel { $target } failing since { $since }: { $reason }
attention-none = Nothing needs attention now.
attention-commander-away = { $person }, who is in command, has left: a deputy may take command
