# Messages of a session.
unrecorded-no-folder = Cannot create the folder { $folder }: { $why }. Nothing was opened.
unrecorded-gone = The host is stopping: nothing was recorded. Try again; a new host will start.
unrecorded-disk-full = The disk is full: nothing is being recorded. Free some space; recording will resume automatically.
unrecorded-copy = This incident is a read-only copy of another machine's log. To continue it on this machine: warroom import --take-over { $id }.
unrecorded-write-failed = Cannot write the journal: nothing more is being recorded. Check the disk, then restart the host (warroom host stop).
unrecorded-damaged = Record { $record } of the journal is damaged: only the records before it can be read, and nothing more is being recorded.
session-no-room = This incident cannot be opened; `warroom verify` shows why.
session-resumed = The host stopped. A new one is running; everything that was recorded is still there.
