# The log: the sentence after a person's name.
log-label = { $kind ->
    [help] CALL FOR HELP
    [command] COMMAND
    [update] UPDATE
    [proposal] PROPOSED
    [failed] NOT DELIVERED
    [late] LATE
    [finding] FINDING
    [decision] DECISION
   *[fact] FACT
}
log-decided = { $text }: { $why }
log-objections = { $text } (objections: { $objections })

log-because = { $what }: { $reason }

log-corrected = corrected entry { $entry }: { $text }
log-undone = undid: { $what }
log-undone-bare = undid entry { $act }
log-unknown = event from a newer version: { $type }
log-unknown-nameless = event from a newer version, unnamed

# Actions on the screen.
action-note = Add a note
action-note-hint = note
action-fact = Record a fact
action-decide = Record a decision
action-decide-hint = decision
action-correct = Correct the selected entry
action-correct-hint = correct
action-copy = Copy the selection
action-copy-hint = copy
action-search = Search the log
action-search-hint = search
action-filter-kind = Filter the log by type
action-filter-kind-hint = type
action-filter-person = Filter the log by person
action-filter-person-hint = person
action-clear-filter = Clear the log filters
action-clear-filter-hint = show all

# Forms and questions.
ask-note = Note
ask-fact = Fact
ask-decide = Decision
ask-correct = Correct an entry
ask-correct-about = The previous text stays visible, struck through.
ask-decision = Decision
ask-why = Why
ask-objections = Objections
ask-not-correctable = Only notes, facts and decisions can be corrected; select one in the log.
ask-done-note = Note added: { $text }
ask-done-fact = Fact recorded: { $text }
ask-done-decision = Decision recorded: { $text }
ask-entry = Log entry
ask-number-of-record = Entry
ask-former = Previous text
ask-corrected-by = Corrected { $at } by { $by }
ask-undone-by = Undone { $at } by { $by }

# Help of the command line.
cli-log = Write to the log; without text, show it
cli-correct = Correct a log entry; the previous text stays visible
cli-log--all = Include every delivery of every message
cli-log--person = Only this person's entries
cli-log--text = Text; without it, show the log

# Output of commands.
verb-no-entries = No matching entries.
verb-corrected = { $text } (corrected; was: { $struck })
