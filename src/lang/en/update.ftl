# Status updates at the command line.
update-none = No update so far.
update-no-such = No update or proposal has the number { $seq }.
update-became = Proposal { $seq } was approved by { $by } and sent as { $entry }: warroom update show { $entry }
update-dropped = Proposal { $seq } was dropped by { $by } (record { $entry }): it is not sent.
update-taken-back = Proposal { $seq } was taken back by { $by }: it is not sent.
update-no-audience = This incident has no audience: its plan names none.
update-which-audience = To whom? Name an audience with --audience: { $known }.
update-no-such-audience = No audience is called “{ $audience }” (there are { $known }).
update-no-such-target = Nothing was sent to a target named “{ $target }”.
update-no-proposal = No update waits for approval.
update-hidden = Hidden from those outside: { $list }
update-own-template = Your own template cannot be used, the bundled one takes its place:
update-preview = For { $audience } ({ $occasion }), { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }: nothing is sent.
update-waits = It waits for the incident commander's approval: warroom update approve { $seq }
update-proposals = Waiting for approval
update-posted = Sent
update-older = { $count ->
        [one] One older update is in the log.
       *[other] { $count } older updates are in the log.
    }
update-pushes = Told at once (the newest of each target; warroom log --all has all)
update-to-fix = To fix: { $target } ({ $reason })
update-head = { $seq }  { $audience }, { $occasion }, { $at }, by { $by }
update-never = no cadence
update-push-head = { $seq }  { $target } ({ $audience }), told at once, { $at }
update-approval = { $needed ->
        [yes] yes
       *[no] no
    }
update-due = { $state ->
        [late] { $at } (late by { $left })
       *[soon] { $at } (in { $left })
    }
update-no-target = no target
update-pending = pending
update-delivered = { $delivered }/{ $all }{ $failed ->
        [0] {""}
        [one] , one failed
       *[other] , { $failed } failed
    }
update-nowhere = This audience has no target: the update is in the log only.
update-unaddressed = Waiting to be sent.
update-delivery-pending = pending
update-delivery-delayed = tried again later: { $reason }
update-delivery-delivered = delivered { $at }{ $repeat ->
        [yes] {" "}(perhaps twice)
       *[no] {""}
    }
update-delivery-failed = failed { $at }: { $reason }
update-bad-interval = “{ $text }” cannot be a cadence: write one of at least a minute and at most a year, such as 30m or 1h30, or “never”.
column-audience = audience
column-language = language
column-every = every
column-approval = approval
column-last-update = last update
column-next-update = next update
column-occasion = occasion
column-delivery = delivered
update-no-templates = No template in { $folder }: the bundled ones are used.
update-templates-good = { $count ->
        [one] One template, no error.
       *[other] { $count } templates, no error.
    }
update-template-stranger = { $name }: no plan here and no audience in notify.toml has the id “{ $audience }”: nobody is told by this template until an incident has it. Known are: { $known }.
update-template-reach = { $name }  { $reach ->
        [inside] audiences inside only
       *[outside] every audience
    }
update-goes-to = → { $target } ({ $kind }, { $host }){ $parts ->
        [one] {""}
       *[other] , in { $parts } messages
    }
update-not-there = This audience has no target “{ $target }” (there are: { $known }).
update-no-target-set = No target is set for this audience: the update is in the log only. To send it: warroom notify add URL --audience { $audience }
status-updates = Next updates
status-to-approve = To approve
status-to-fix = To fix
update-reveals = Mind that this text for those outside names: { $list }
update-title-reveals = The incident's title names: { $list }. Those outside read […] there; retitle to tell them more.
update-already = Mind that an update for “{ $audience }” waited already, proposed by { $by } at { $at }: warroom update approve { $seq }, or update drop { $seq }
update-outdated-promise = Mind that this text promises the next update { $promise }, which has passed.
update-outdated-age = Mind that this text was proposed { $age } ago: its times and figures are those of then.
