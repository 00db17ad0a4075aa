# A session that is played again, and what keeps it from being so.
replay-failed = the journal cannot be read: { $why }
replay-damaged = record { $record } of the journal is damaged: { $why }
replay-too-long = the journal is longer than { $mebibytes } MiB, and is read no further
replay-too-many = the journal has more than { $records } records, and is read no further
