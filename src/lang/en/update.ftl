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
update-template-readers = { $name }  { $readers ->
        [internal] internal audiences only
       *[external] all audiences
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

# Actions on the screen.
action-update = Write a status update
action-update-hint = update
action-retry-delivery = Resend failed messages
action-retry-delivery-hint = resend
action-set-audience = Set an audience's update cadence
action-set-audience-hint = cadence

# Forms and questions.
ask-done-update = Update recorded, sending to: { $text }
ask-done-update-kept = Update recorded in the log only, since its audience has no channel: { $text }
ask-done-update-to-fix = Update recorded, but channels need fixing: { $targets } ({ $text })
ask-done-proposal = Update proposed, awaiting approval: { $text }
ask-update-title = Status update
ask-update-audience = For
ask-update-occasion = Type
ask-update-keys = Tab field · Ctrl+R draft · Ctrl+S preview · Esc
ask-update-keys-choice = ←→ choose · Tab field · Ctrl+S preview · Esc
ask-update-keys-proposal = Ctrl+S preview · Esc cancel
ask-update-length = { $count ->
    [0] empty
    [one] { $count } character
   *[other] { $count } characters
}
ask-update-length-long = △ { $count } characters: over 1000, a message is too long to read at a glance
ask-update-hidden = masked: { $words }
ask-update-already = △ { $person }'s update for this audience has been awaiting approval since { $at } (page 8)
ask-update-own-template = Your template is invalid; the bundled one is used instead.
ask-update-post = Send
ask-update-propose = Request approval
ask-update-approve = Approve and send
ask-update-edit = Edit
ask-update-drop = Drop
ask-update-later = Later
ask-update-preview-waits = Loading preview…
ask-update-no-target = No channel is set up for this audience: the update is only recorded in the log.
ask-update-proposed-by = Proposed by { $person } at { $at }, { $minutes ->
    [0] just now
   *[other] { $age } ago
}
ask-update-deliveries = Deliveries
ask-no-audience = This incident has no audiences: neither its plan nor notify.toml defines any.
ask-target-audiences = Audiences
ask-target-push = Automatic messages
ask-target-no-push = none
ask-target-unknown = This channel is no longer configured on the host.
ask-target-since = Since { $at }
ask-cadence = Update cadence
ask-cadence-every = Cadence at { $severity }
ask-cadence-never = never; or 30m, 1h…
ask-cadence-approval-label = Approval
ask-cadence-approval = by the commander
ask-cadence-no-approval = not needed
ask-cadence-nights-label = At night
ask-cadence-nights = same as during the day
ask-cadence-morning = wait until morning
ask-alarm-update = The status update for “{ $audience }” is late.
ask-alarm-proposed = { $person } proposed a status update for “{ $audience }”.
ask-alarm-approved = { $person } approved your status update for “{ $audience }”.
ask-alarm-dropped = { $person } dropped your status update.
ask-alarm-to-fix = Channel “{ $target }” needs fixing: { $reason }

# In the log.
cadence-always = every { $every }
cadence-at = { $every } at { $severity }
cadence-never = no cadence
log-audience-set = set the update cadence for “{ $audience }”: { $every }
log-update-proposed = update for “{ $audience }”: { $text }
log-update-dropped = dropped the update proposed in entry { $entry }
log-update-posted = for “{ $audience }”: { $text }
log-update-approved = for “{ $audience }”, proposed by { $person }: { $text }
log-update-addressed = queued update { $message } for { $targets }
log-update-unaddressed = kept update { $message } in the log only: its audience has no channel
log-pushed = queued an automatic message for { $target }: { $text }
log-push-begins = will notify { $target } of events after entry { $entry }
log-send-begun = { $kind ->
    [update] started sending update { $message } to { $target }
   *[push] started sending message { $message } to { $target }
}
log-part-sent = { $kind ->
    [update] delivered part { $part } of update { $message } to { $target }
   *[push] delivered part { $part } of message { $message } to { $target }
}
log-delivered = { $kind ->
    [update] delivered update { $message } to { $target }
   *[push] delivered message { $message } to { $target }
}
log-delivered-repeat = { $kind ->
    [update] delivered update { $message } to { $target }, possibly twice
   *[push] delivered message { $message } to { $target }, possibly twice
}
log-delivery-delayed = { $kind ->
    [update] could not deliver update { $message } to { $target } (will retry): { $reason }
   *[push] could not deliver message { $message } to { $target } (will retry): { $reason }
}
log-delivery-failed = { $kind ->
    [update] update { $message } did not reach { $target }: { $reason }
   *[push] message { $message } did not reach { $target }: { $reason }
}
log-delivery-retried = { $kind ->
    [update] requested another attempt to send update { $message } to { $target }
   *[push] requested another attempt to send message { $message } to { $target }
}

# Help of the command line.
cli-update = Send a status update to an audience; without text, propose the generated draft
cli-update-list = List audiences, and pending and sent updates
cli-update-show = Show an update and its delivery
cli-update-preview = Show the draft, or a text, without sending
cli-update-approve = Approve a proposed update and send it
cli-update-drop = Drop a proposed update
cli-update-retry = Resend failed messages
cli-update-every = Change an audience's update cadence
cli-update--draft = Propose the update instead of sending it
cli-update--yes = Send now, even a draft or an update that needs approval
cli-update--text = Update text; without it, the generated draft
cli-update-approve--text = Text to send instead of the proposed one
cli-update-every--interval = Cadence, e.g. 30m or 1h30; “never” for none
cli-update-every--severity = For this severity only
cli-update-template = Print a bundled template, as a basis for your own
cli-update-check = Check your templates
cli-update-template--occasion = Type of update
cli-update-preview--target = As this channel will show it
