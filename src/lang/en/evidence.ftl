# Bundles: export, verification, import; sources of an incident.
source-damaged = { $name }: unreadable. Record { $record }: { $why }.
source-too-long = { $name }: the journal exceeds { $most } GiB.
source-too-many = { $name }: the journal exceeds { $most } records.

bundle-bad = { $file }: { $why }.
bundle-not-zip = not a bundle
bundle-cut-short = the bundle is truncated, or followed by extra data
bundle-too-many = it contains more files than a bundle can
bundle-layout = unexpected layout: something was added, moved or removed
bundle-encrypted = “{ $name }” is encrypted; bundles are never encrypted
bundle-method = “{ $name }” uses a compression method that bundles do not use
bundle-outside = “{ $name }” would be written outside its folder
bundle-special = “{ $name }” is not a regular file but a link or folder
bundle-doubled = “{ $name }” appears twice
bundle-length = the size of “{ $name }” does not match
bundle-checksum = “{ $name }” is corrupted
bundle-format = bundle format { $found } is not supported by this version of warroom
bundle-unknown = “{ $name }” does not belong in a bundle
bundle-missing = “{ $name }” is missing
bundle-too-long = “{ $name }” is too large for a bundle
bundle-unreadable = “{ $name }” is not in the format of a bundle
bundle-sum = “{ $name }” does not match SHA256SUMS: it was changed, added or removed
bundle-head = the journal ends with record { $record }, { $head }, which does not match HEAD
bundle-incident = the journal and HEAD are from different incidents
bundle-journal = record { $record } of the journal is damaged: { $why }

verify-bundle = { $files ->
    [one] bundle of { $incident }: its only file matches SHA256SUMS
   *[other] bundle of { $incident }: all { $files } files match SHA256SUMS
}
verify-against-what = --against FILE needs to know what to verify: warroom verify WHAT --against FILE. Without WHAT, or over --host or SSH, --against takes only a hash of 64 hexadecimal digits.
verify-against-takes = --against takes a hash of 64 hexadecimal digits, a file (a journal or a bundle), or an incident.
verify-common = { $record ->
    [0] It has no record in common with the earlier copy.
   *[other] Up to record { $record } it is identical to the earlier copy.
}
verify-against-damaged = The earlier copy, { $name }, is itself damaged at record { $record } ({ $why }).
verify-against-same = Same log: both end with record { $kept }.
verify-against-continues = { $follow ->
    [one] It continues the earlier copy, which ends with record { $kept }: 1 record follows.
   *[other] It continues the earlier copy, which ends with record { $kept }: { $follow } records follow.
}
verify-against-older = Not a continuation: the earlier copy is longer and ends with record { $kept }. The two are identical up to record { $records }.
verify-against-forked = Not a continuation: the two are identical up to record { $kept }, then differ.
verify-against-foreign = Not a continuation: this log does not contain the record you compared it with.

export-done = Wrote { $file }: { $records } records, head { $head }
export-exists = { $file } already exists; --force overwrites it.
export-damaged = { $name }: record { $record } of the journal is damaged, and only an intact log can be exported as a bundle ({ $why }). Keep the journal file itself.
export-torn = { $records ->
    [one] { $name }: the last record is cut short, after 1 complete record. To export only the complete records, use --whole-records; the bundle will say that the last one is missing.
   *[other] { $name }: the last record is cut short, after { $records } complete records. To export only the complete records, use --whole-records; the bundle will say that the last one is missing.
}
export-done-whole = The last record was cut short and is left out; VERIFY.md states this.
export-changed = { $name }: the journal changed while it was being read; try again.
export-bad = { $file }: the written file failed verification and was removed. Check the disk.
export-too-long = { $name }: the journal is too large for a bundle (4 GiB).
export-how = 
    # How to verify this bundle

    It contains the log of the incident { $incident }, up to record { $records }.

    | File | |
    |---|---|
    | `journal.jsonl` | the log, one record per line, byte for byte as written |
    | `plan.toml` | the plan the incident was opened with |
    | `report.html`, `report.md` | the report, if there is one: generated from the log, for reading |
    | `HEAD` | the last record and its hash |
    | `SHA256SUMS` | the checksums of all files |
    | `verify.py` | verifies the log; needs only Python 3 |

    ## Without warroom

    Unpack the bundle into an empty folder, then run there:

        sha256sum -c SHA256SUMS
        python3 verify.py journal.jsonl

    The first command shows that nothing was damaged in transit. The second recomputes the hash of each record and
    follows the chain from the first to the last. It must print:

        chain intact, { $records } records, head { $head }

    ## What that proves

    Each record contains the hash of the previous one: given the last hash, nothing before it can have been changed,
    added, removed or reordered. But anyone who can make a bundle can make another one, with another hash. So compare
    the head with one that you received **through another channel** at the time: a message, a printout, an earlier bundle.

    Only the log is proved this way. The plan and the report are generated from it, and can be regenerated:
    `warroom report journal.jsonl`.

    ## With warroom

        warroom verify FILE.zip
        warroom verify FILE.zip --against HASH

    The second command shows whether the log continues from the record whose hash you were given. `--against` also takes an
    earlier bundle or journal. `warroom import FILE.zip` stores the log beside your own, to read and replay it.

export-how-whole = 

    ## What is left out

    The source file ended with a record that was cut short, after record { $records }. It is not included, and its
    content is not part of this log.

import-no-file = Which bundle? Enter a file path: warroom import FILE.
import-no-bundle = { $file } is not a bundle. A journal can be read and replayed without importing it.
import-done = 
    { $id }: { $records } records, head { $head }
    Imported as a read-only copy. To continue it on this machine: warroom import --take-over { $id }
import-taken-over = 
    { $id }: { $records } records, head { $head }
    The incident continues on this machine. This will be recorded in the log when the host next opens the incident (warroom attach { $id }); pending messages will then be dropped.
import-same = 
    { $id } was already imported, with the same { $records } records.
import-older = { $id } already exists here and is longer: it has { $other } records, the bundle only the first { $records }. Nothing was changed.
import-longer = { $id } already exists here and is shorter: it has the first { $other } of the bundle's { $records } records. Nothing was changed. To read the bundle without importing it: warroom replay FILE.
import-forked = { $id } already exists here with a different log: both are identical up to record { $other }, then differ. Nothing was changed. To read the bundle without importing it: warroom replay FILE.
import-foreign = { $id } already exists here with a different log: no record in common. Nothing was changed. To read the bundle without importing it: warroom replay FILE.
import-here-damaged = { $id } already exists here, and record { $record } of its journal is damaged: { $why }. Nothing was changed.
import-goes-on = { $id } continues on this machine. This will be recorded in the log when the host next opens the incident (warroom attach { $id }); pending messages will then be dropped.
import-no-copy = { $id } is not a copy: it already belongs to this machine.
import-moved = taken over from another machine

# Tables, charts and calendars for other tools.
sheet-task = Task { $id }, phase “{ $phase }”, role “{ $role }”
sheet-follow-up = Follow-up
sheet-action = Follow-up action { $id } of the review
sheet-ended = { $state ->
    [skipped] Skipped on { $at }
   *[done] Completed on { $at }
}
sheet-ended-by = { $state ->
    [skipped] Skipped on { $at } by { $by }
   *[done] Completed on { $at } by { $by }
}
chart-planned = Planned { $planned }
chart-night = Planned night
chart-took = Actual { $took }
chart-real = Actual
chart-over = Overrun { $slip }
chart-on = continued
chart-points = Milestones
chart-began = Start
chart-opened = Opened
chart-engaged = Team activated
chart-degraded = Degraded mode
chart-restored = Restored
chart-closed = Closed
calendar-phase = Phase
calendar-break = Break
calendar-night = Night
calendar-start = “{ $start }” is not a date and time: use e.g. 2026-12-01 08:00.
