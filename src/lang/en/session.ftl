# What a session says by itself.
unrecorded-no-folder = The folder { $folder } cannot be made: { $why }. Nothing was opened.
unrecorded-gone = The host is ending: nothing was recorded. Try again, a new host will start.
unrecorded-disk-full = The disk is full: nothing is recorded. Free some space, and recording goes on by itself.
unrecorded-copy = This incident is a copy of another machine's log, which can only be read. To go on with it on this machine: warroom import --take-over { $id }.
unrecorded-write-failed = The journal could not be written: nothing is recorded any more. Check the disk, then restart the host (warroom host stop).
unrecorded-damaged = Record { $record } of the journal is damaged: the incident can be read up to it, and nothing is recorded any more.
session-no-room = This incident cannot be opened; `warroom verify` tells why.
session-resumed = The host had stopped. A new one runs, and everything that was recorded is here.
