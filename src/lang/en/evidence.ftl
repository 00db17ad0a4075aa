# Bundles: making them, checking them, taking them in. And where an incident is read from.
source-damaged = { $name }: nothing of it can be read. Record { $record }: { $why }.
source-too-long = { $name }: the journal is longer than { $most } GiB.
source-too-many = { $name }: the journal has more than { $most } records.

bundle-bad = { $file }: { $why }.
bundle-not-zip = this is no bundle
bundle-cut-short = the bundle is cut short, or something stands behind its end
bundle-too-many = it holds more files than any bundle
bundle-layout = it is not laid out as a bundle is: something was added, moved or removed
bundle-encrypted = “{ $name }” is encrypted, which nothing in a bundle is
bundle-method = “{ $name }” is packed in a way that no bundle uses
bundle-outside = “{ $name }” would be written outside its folder
bundle-special = “{ $name }” is no plain file, but a link or a folder
bundle-doubled = “{ $name }” is there twice
bundle-length = “{ $name }” is longer or shorter than it says
bundle-checksum = the bytes of “{ $name }” are damaged
bundle-format = a bundle of format { $found }, which this version of warroom does not know
bundle-unknown = “{ $name }” belongs to no bundle
bundle-missing = “{ $name }” is missing
bundle-too-long = “{ $name }” is longer than it can be in a bundle
bundle-unreadable = “{ $name }” is not written as it is in a bundle
bundle-sum = “{ $name }” is not the file that SHA256SUMS names: it was changed, added or removed
bundle-head = the journal ends with record { $record }, { $head }, and HEAD says otherwise
bundle-incident = the journal is of another incident than HEAD says
bundle-journal = record { $record } of the journal is bad: { $why }

verify-bundle = { $files ->
    [one] bundle of { $incident }: its one file is as SHA256SUMS says
   *[other] bundle of { $incident }: its { $files } files are as SHA256SUMS says
}
verify-against-what = Name what is to be verified before “--against FILE”; without a name, and through a host, --against takes a hash of 64 hexadecimal digits.
verify-against-takes = --against takes a hash of 64 hexadecimal digits, a file (a journal or a bundle), or an incident.
verify-common = { $record ->
    [0] It has no record in common with what was kept.
   *[other] Up to record { $record } it is the same as what was kept.
}
verify-against-damaged = What was kept, { $name }, is damaged itself: record { $record }: { $why }.
verify-against-same = It is the same log: both end with record { $kept }.
verify-against-continues = { $follow ->
    [one] It continues what was kept: that is record { $kept }, and 1 more follows.
   *[other] It continues what was kept: that is record { $kept }, and { $follow } more follow.
}
verify-against-older = It is not a continuation: what was kept goes on behind it, to record { $kept }; up to record { $records } both are the same.
verify-against-forked = It is not a continuation: both are the same up to record { $kept }, and differ behind it.
verify-against-foreign = It is not a continuation: no record of it is the one that was kept.

export-done = { $file } is written: { $records } records, head { $head }
export-exists = { $file } is there already; --force replaces it.
export-damaged = { $name }: record { $record } of the journal is bad, and a bundle proves a whole log ({ $why }). Keep the journal's file itself.
export-torn = { $records ->
    [one] { $name }: the last record is cut short; 1 whole record before it. Take what is whole: --whole-records, and the bundle says so.
   *[other] { $name }: the last record is cut short; { $records } whole records before it. Take what is whole: --whole-records, and the bundle says so.
}
export-done-whole = The last record was cut short and is left out; VERIFY.md says so.
export-changed = { $name }: the journal was changed while it was read; try again.
export-bad = { $file }: what was written is not what it should be; nothing was kept of it. Check the disk.
export-too-long = { $name }: the journal is too long for a bundle (4 GiB).
export-how =
    # How to check this bundle

    It holds the log of the incident { $incident }, up to record { $records }.

    | File | |
    |---|---|
    | `journal.jsonl` | the log, one record a line, byte for byte as it was written |
    | `plan.toml` | the plan that the incident was opened with |
    | `report.html`, `report.md` | the report, where there is one: made from the log, for reading |
    | `HEAD` | the last record and its hash |
    | `SHA256SUMS` | the sums of all files |
    | `verify.py` | checks the log; needs Python 3 and nothing else |

    ## Without warroom

    Unpack the bundle into an empty folder, and there:

        sha256sum -c SHA256SUMS
        python3 verify.py journal.jsonl

    The first line says that nothing was damaged on the way. The second one recomputes the hash of each record and
    follows the chain from the first to the last. It must say:

        chain intact, { $records } records, head { $head }

    ## What that proves

    Each record holds the hash of the one before: with the last hash, nothing before it can have been changed, added,
    removed or reordered. Whoever makes a bundle can make another one, with another hash. So compare the head with one
    that reached you **by another way** and at the time: a message, a printed line, an earlier bundle.

    Only the log is proved so. The plan and the report are made from it, and can be made from it again:
    `warroom report journal.jsonl`.

    ## With warroom

        warroom verify FILE.zip
        warroom verify FILE.zip --against HASH

    The second one says whether the log continues the record whose hash you were given. `--against` takes an earlier
    bundle or journal as well. `warroom import FILE.zip` puts the log beside your own, to be read and replayed.

export-how-whole =
    ## What is left out

    The file that this bundle was made of ended with a record that was cut short, behind record { $records }. It is
    not in here: whatever it said is not part of this log.

import-no-file = Which bundle? Give the path of a file: warroom import FILE.
import-no-bundle = { $file } is no bundle. A journal can be read and replayed as it is.
import-done =
    { $id }: { $records } records, head { $head }
    It is a copy that can only be read here. To go on with it on this machine: warroom import --take-over { $id }
import-taken-over =
    { $id }: { $records } records, head { $head }
    It goes on on this machine. The log gets its record of that when the host next opens it (warroom attach { $id }); what had still to be sent is given up then.
import-same =
    { $id } is here already, with the same { $records } records.
import-older = { $id } is here already, and longer: it has { $other } records, the bundle its first { $records }. Nothing was changed.
import-longer = { $id } is here already, and shorter: it has the first { $other } of the { $records } records of the bundle. Nothing was changed.
import-forked = { $id } is here already, and is another log: both are the same up to record { $other }, and differ behind it. Nothing was changed.
import-foreign = { $id } is here already, and is another log: no record of it is in the bundle. Nothing was changed.
import-here-damaged = { $id } is here already, and record { $record } of its journal is bad: { $why }. Nothing was changed.
import-goes-on = { $id } goes on on this machine. The log gets its record of that when the host next opens it (warroom attach { $id }); what had still to be sent is given up then.
import-no-copy = { $id } is no copy: it goes on on this machine already.
import-moved = taken over from another machine

# Tables, charts and calendars for other tools.
sheet-task = Task { $id }, phase “{ $phase }”, role “{ $role }”
sheet-follow-up = Follow-up
sheet-action = Follow-up action { $id } of the review
sheet-ended = { $state ->
    [skipped] Skipped on { $at }
   *[done] Done on { $at }
}
sheet-ended-by = { $state ->
    [skipped] Skipped on { $at } by { $by }
   *[done] Done on { $at } by { $by }
}
chart-planned = Planned { $planned }
chart-night = Planned night
chart-took = Took { $took }
chart-real = As it was
chart-over = Overrun { $slip }
chart-on = continued
chart-points = Points
chart-began = Beginning
chart-opened = Opened
chart-engaged = Team engaged
chart-degraded = Degraded mode
chart-restored = Restored
chart-closed = Closed
calendar-phase = Phase
calendar-break = Break
calendar-night = Night
calendar-start = “{ $start }” is no moment: write 2026-12-01 08:00.
