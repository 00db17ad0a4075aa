# What a session says by itself.
session-disk-full = the disk is full: nothing is recorded until there is space again
session-write-failed = the journal could not be written: nothing more is recorded; after mending the disk, `warroom host stop` and `warroom`
session-copy = a copy of another machine's log, which can only be read; `warroom import --take-over` goes on with it here
session-damaged = record { $record } of the journal is damaged: the incident is shown up to it and can only be read; `warroom verify` tells more
session-no-folder = the incident's folder cannot be made: { $why }
session-gone = the room has closed: the host is ending
session-no-room = This incident cannot be opened; `warroom verify` tells why.
session-resumed = The host had stopped. A new one runs, and everything that was recorded is here.
