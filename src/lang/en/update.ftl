# Status updates at the command line.
update-none = No updates yet.
update-no-such = There is no update or proposal { $seq }.
update-became = Proposal { $seq } was approved by { $by } and sent as update { $entry }: warroom update show { $entry }
update-dropped = Proposal { $seq } was dropped by { $by } (entry { $entry }) and will not be sent.
update-taken-back = Proposal { $seq } was undone by { $by } and will not be sent.
update-no-audience = This incident has no audiences: neither its plan nor notify.toml defines any.
update-which-audience = Which audience? Choose one with --audience: { $known }.
update-no-such-audience = No such audience: “{ $audience }”. Known: { $known }.
update-no-such-target = Nothing was sent to a channel named “{ $target }”.
update-no-proposal = No update awaits approval.
update-hidden = Masked for external audiences: { $list }
update-own-template = Your template is invalid; the bundled one is used instead:
update-preview = Preview for { $audience } ({ $occasion }), { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }. Nothing was sent.
update-waits = Awaiting the incident commander's approval: warroom update approve { $seq }
update-proposals = Awaiting approval
update-posted = Sent
update-older = { $count ->
        [one] One older update is in the log.
       *[other] { $count } older updates are in the log.
    }
update-pushes = Sent automatically (latest per channel; all with warroom log --all)
update-to-fix = Needs fixing: { $target } ({ $reason })
update-head = { $seq }  { $audience }, { $occasion }, { $at }, by { $by }
update-never = never
update-push-head = { $seq }  { $target } ({ $audience }), sent automatically, { $at }
update-approval = { $needed ->
        [yes] yes
       *[no] no
    }
update-due = { $state ->
        [late] { $at } ({ $left } late)
       *[soon] { $at } (in { $left })
    }
update-no-target = no channel
update-pending = pending
update-delivered = { $delivered }/{ $all }{ $failed ->
        [0] {""}
        [one] , one failed
       *[other] , { $failed } failed
    }
update-nowhere = This audience has no channel: the update is only in the log.
update-unaddressed = Pending.
update-delivery-pending = pending
update-delivery-delayed = will be retried: { $reason }
update-delivery-delivered = delivered at { $at }{ $repeat ->
        [yes] {" "}(possibly twice)
       *[no] {""}
    }
update-delivery-failed = failed at { $at }: { $reason }
update-bad-interval = Invalid cadence: “{ $text }”. Enter a duration between a minute and a year, e.g. 30m or 1h30, or “never”.
column-audience = audience
column-language = language
column-every = every
column-approval = approval
column-last-update = last update
column-next-update = next update
column-occasion = type
column-delivery = delivered
update-no-templates = No templates in { $folder }: the bundled ones are used.
update-templates-good = { $count ->
        [one] 1 template, valid.
       *[other] { $count } templates, all valid.
    }
update-template-stranger = { $name }: no plan on this machine and no audience in notify.toml has the ID “{ $audience }”, so the template is unused until an incident has that audience. Known: { $known }.
update-template-reach = { $name }  { $reach ->
        [inside] internal audiences only
       *[outside] all audiences
    }
update-goes-to = → { $target } ({ $kind }, { $host }){ $parts ->
        [one] {""}
       *[other] , in { $parts } messages
    }
update-not-there = This audience has no channel “{ $target }”. Known: { $known }.
update-no-target-set = No channel is set up for this audience: the update is only in the log. To send it: warroom notify add URL --audience { $audience }
status-updates = Next updates
status-to-approve = Awaiting approval
status-to-fix = Needs fixing
update-reveals = Warning: this text for an external audience mentions: { $list }
update-title-reveals = The incident's title mentions: { $list }. External readers see […] instead; rename the incident if they should see the full title.
update-already = Warning: an update for “{ $audience }”, proposed by { $by } at { $at }, was already awaiting approval: warroom update approve { $seq }, or warroom update drop { $seq }
update-outdated-promise = Warning: this text promises the next update { $promise }, which has passed.
update-outdated-age = Warning: this text was proposed { $age } ago; its times and figures are out of date.
