# What is wrong with a record of a journal.
journal-flaw-unreadable = the line is not a record
journal-flaw-too-long = the line is longer than a record can be
journal-flaw-format = its format is not known to this version of warroom
journal-flaw-hash = something in the line was changed: its hash does not fit
journal-flaw-seq = its number is not the next one: lines were removed, added or reordered
journal-flaw-prev = it does not follow the record before it
journal-flaw-time = its time is before the one of the record before it
journal-flaw-cut-short = the line is cut short
journal-flaw-missing = there is none: the journal is empty
