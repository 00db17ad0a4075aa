# Errors in the files of users, with their location.
diagnostic-error = error
diagnostic-note = note
diagnostic-help = help
diagnostic-first-here = first used here
diagnostic-meant = did you mean “{ $near }”?
diagnostic-syntax = not valid TOML
diagnostic-syntax-expected = expected `field = value`, `[[heading]]` or `# comment`
diagnostic-syntax-detail = TOML parser: { $detail }
diagnostic-syntax-duplicate = duplicate field
diagnostic-syntax-duplicate-expected = each field may appear once: remove one of the two
diagnostic-syntax-unclosed = opened here, never closed
diagnostic-syntax-unclosed-expected = close the quote, bracket or brace
diagnostic-syntax-quotes = text without quotes
diagnostic-syntax-quotes-expected = write the text between quotes: "…"
diagnostic-syntax-character = invalid character in text
diagnostic-syntax-character-expected = remove it, or write it as \t, \n or \u001b
diagnostic-syntax-no-value = missing value
diagnostic-syntax-no-value-expected = expected `field = value`
diagnostic-syntax-nesting = nested too deeply
diagnostic-syntax-nesting-expected = at most three levels
diagnostic-type = “{ $field }” is { $found }
diagnostic-type-text = a string
diagnostic-type-number = a number
diagnostic-type-boolean = a boolean
diagnostic-type-date = an unquoted date or time
diagnostic-type-list = a list
diagnostic-type-table = a table
diagnostic-expected-text = expected a quoted string
diagnostic-expected-texts = expected a list of strings, ["one", "two"]
diagnostic-expected-flag = expected true or false, without quotes
diagnostic-expected-tables = expected one `[[{ $heading }]]` heading per item
diagnostic-expected-table = expected a heading `[{ $heading }]`, with its fields below it
diagnostic-one-of = one of: { $known }
diagnostic-too-big = the file is too large: { $size } KiB
diagnostic-too-big-expected = at most { $max } KiB
diagnostic-not-text = the file is not UTF-8 text
diagnostic-not-text-expected = save the file as UTF-8 text
diagnostic-format = format not supported by this version
diagnostic-format-expected = expected `format = 1`
diagnostic-missing = missing “{ $field }” in { $of }
diagnostic-missing-expected = add `{ $field } = …` here
diagnostic-empty = “{ $field }” is empty
diagnostic-empty-expected = expected text
diagnostic-too-long = “{ $field }” is too long
diagnostic-too-long-expected = at most { $max } characters
diagnostic-unknown-field = unknown field “{ $field }” in { $of }
diagnostic-unknown-field-expected = one of: { $known }
diagnostic-too-many = too many entries in “{ $field }”: { $found }
diagnostic-too-many-expected = at most { $max }
diagnostic-more = { $count ->
    [one] one more error
   *[other] { $count } more errors
}
diagnostic-more-expected = fix the errors above first, then check again
# Names of the tables of each format.
table-plan = a plan
table-role = a role
table-service = a service
table-audience = an audience
table-cadence = “every”
table-step = a step
table-phase = a phase
table-break = a break
table-day-end = an end of day
table-task = a task
table-people = the people file
table-person = a person
table-contact = “contact”
table-settings = notify.toml
table-target = a channel
table-secret = the source of a secret
table-network = [network]
table-config = the configuration
table-config-people = [people]
table-config-ssh = [ssh]
table-theme = a theme
table-style = a style
