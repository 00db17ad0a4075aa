# Forms, choices, questions and details.
ask-quoted = “{ $text }”

# Fields.
ask-text = Text
ask-reason = Reason
ask-title = Title
ask-role = Role
ask-phase = Phase
ask-planned = Planned time
ask-resume = Work resumes at
ask-name = Name

# Errors in a form.
ask-needed = Required field.
ask-number = Enter a number from { $least } to { $most }.
ask-time-unreadable = Enter a time of day, e.g. 08:30.
ask-form-keys = Enter submit · Esc cancel
ask-form-keys-prose = Enter submit · Alt+Enter new line · Esc cancel
ask-form-keys-more = Enter next · Ctrl+S submit · Esc cancel
ask-form-keys-more-prose = Enter next · Alt+Enter new line · Ctrl+S submit · Esc
ask-form-leaving = Discard this text? Esc again to discard.

# Choices and questions.
ask-yes = Enter  yes
ask-no = Esc  no
ask-row-keys = ↑↓ choose · Enter · Esc
ask-typing = Typing? Press Esc, then n to write a note.
ask-picker-keys = ↑↓ choose · Enter · Esc
ask-reader-keys = ↑↓ scroll · Esc close
ask-search = Search
ask-search-keys = Enter apply · Esc cancel
ask-nothing-found = No matches
ask-typed = “{ $text }”
ask-palette = Actions
ask-me = you
ask-nobody = nobody
ask-all = all
ask-copied = Copied.

# Details.
ask-help = Help
ask-help-about = Every action can also be found by name in the command palette. Mouse: click to select, click the box to complete, double-click to open.
ask-help-signs = Symbols on the screen
ask-help-elapsed = time since opening, holds and nights included
ask-help-active = time without holds and nights, against the planned time
ask-help-late = over the planned maximum
ask-help-early = under the planned minimum
ask-help-extended = planned → agreed: running steps are measured against the agreed time, finished ones against the plan
ask-help-due = planned minimum reached
ask-help-range = planned minimum, then the margin to the maximum
ask-help-tasks = task to do, in progress, blocked, done, skipped
ask-help-services = service up, degraded, down
ask-help-updates = when the next status update is due
ask-more = ↓ { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
ask-gone = This no longer exists.
ask-state = State
ask-person = Person
ask-changed = Last change
ask-changed-by = { $at } by { $by }
ask-started = Started at
ask-planned-late = { $planned }, late
ask-id = ID
ask-when = When
