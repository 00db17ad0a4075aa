# Replay: command line and errors.
replay-failed = cannot read the journal: { $why }
replay-damaged = record { $record } of the journal is damaged: { $why }
replay-too-long = the journal exceeds { $mebibytes } MiB; the rest is not read
replay-too-many = the journal exceeds { $records } records; the rest is not read
replay-shortened = the journal was truncated during playback; showing what was read before that, up to record { $last }
replay-replaced = the journal file was replaced or removed during playback; showing what was read before that, up to record { $last }
replay-busy = the host is already replaying { $sessions } other incidents; wait until one is closed, or replay the journal on your own machine
replay-follows-nobody = { $known ->
    [0] This incident has no person or role “{ $name }”.
   *[other] This incident has no person or role “{ $name }”; did you mean “{ $near }”?
}
replay-bad-size = “{ $text }” is not a size: enter columns and rows, e.g. 140x40, from 20x6 to 500x200
replay-from-not-at = --at is for the screen; with --export, use --from to choose where the cast begins.
replay-at-not-from = --from is for a cast (--export FILE); for the screen, use --at.
replay-until-export = --until is for a cast: use it with --export FILE.
replay-export-exists = { $file } already exists: choose another name, or use --force to overwrite it.
replay-export-failed = Cannot write { $file }: { $why }
replay-export-nothing = Nothing to export: --until must be after --from.
replay-export-damaged = Record { $record } of the journal is damaged: { $why }. The cast ends before it.
replay-exporting = Exporting: { $percent }%
replay-exported = Cast written to { $file }. To watch it: asciinema play { $file }

cli-replay = Replay an incident on the screen, or export it as an asciinema cast
cli-replay--what = Incident, journal or bundle; by default the open incident, or else the last closed one
cli-replay--at = Start at this time, e.g. 14:32, “D2 09:00”, T+3h or 50%
cli-replay--speed = Speed, from 1 to 3600; 60 = one hour per minute
cli-replay--follow = View as this person or role instead of the commander
cli-replay--play = Start playing immediately
cli-replay--skip-silence = Skip quiet periods
cli-replay--export = Export an asciicast to this file instead of opening a screen
cli-replay--size = Screen size of the cast, e.g. 140x40
cli-replay--from = Start the cast at this time
cli-replay--until = End the cast at this time
cli-replay--force = Overwrite an existing file
cli-value-size = SIZE
