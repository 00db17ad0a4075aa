# Errors in a record of a journal.
journal-flaw-unreadable = the line is not a record
journal-flaw-too-long = the line is too long for a record
journal-flaw-format = format not supported by this version of warroom
journal-flaw-hash = the line was changed (its hash does not match)
journal-flaw-seq = its number is out of sequence (lines were removed, added or reordered)
journal-flaw-prev = it does not follow the previous record
journal-flaw-time = its time is earlier than the previous record's
journal-flaw-cut-short = the line is cut short
journal-flaw-missing = the journal is empty
