# An incident that is played again, and what keeps it from being so.
replay-failed = the journal cannot be read: { $why }
replay-damaged = record { $record } of the journal is damaged: { $why }
replay-too-long = the journal is longer than { $mebibytes } MiB, and is read no further
replay-too-many = the journal has more than { $records } records, and is read no further
replay-shortened = the journal was cut while it was followed: what was read of it is kept, up to record { $last }
replay-replaced = the file of the journal was replaced or taken away while it was followed: what was read of it is kept, up to record { $last }
replay-busy = the host plays { $sessions } other incidents already; wait until one of them is closed, or play the journal on your own machine
replay-follows-nobody = { $known ->
    [0] Neither a person nor a role of this incident is called “{ $name }”.
   *[other] Neither a person nor a role of this incident is called “{ $name }”; did you mean “{ $near }”?
}
replay-bad-size = “{ $text }” is no size: write columns and rows as 140x40, from 20x6 to 500x200
replay-from-not-at = --at is for the screen; with --export, --from says where the recording begins.
replay-at-not-from = --from is for a recording (--export FILE); for the screen, --at says where it begins.
replay-until-export = --until is for a recording: it goes with --export FILE.
replay-export-exists = The file { $file } is there already: give another name, or --force to replace it.
replay-export-failed = The file { $file } cannot be written: { $why }
replay-export-nothing = There is nothing to record: --until has to come after --from.
replay-export-damaged = Record { $record } of the journal is damaged: { $why }. What is recorded ends before it.
replay-exporting = Recording: { $percent } %
replay-exported = The recording is in { $file }. To see it: asciinema play { $file }

cli-replay = Play an incident again, at the screen or into an asciinema recording
cli-replay--what = An incident, or the file of a journal or a bundle; by default the open incident, or the last closed
cli-replay--at = Begin at this moment, as 14:32, “D2 09:00”, T+3h or 50%
cli-replay--speed = Speed, from 1 to 3600; 60 makes an hour of a minute
cli-replay--follow = Through the eyes of this person or role, not of whoever was in command
cli-replay--play = Play at once
cli-replay--skip-silence = Pass over stretches in which nothing was written
cli-replay--export = Write an asciicast recording to this file, and open no screen
cli-replay--size = Size of the recorded screen, as 140x40
cli-replay--from = Record from this moment on
cli-replay--until = Record up to this moment
cli-replay--force = Replace a file that is there
cli-value-size = SIZE
