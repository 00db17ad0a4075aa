# What is wrong in a file, shown where it stands.
caret-error = error
caret-note = note
caret-help = help
caret-first-here = first used here
caret-meant = did you mean “{ $near }”?
caret-syntax = not valid TOML
caret-syntax-expected = expected `field = value`, `[[heading]]` or `# comment`
caret-syntax-detail = TOML parser: { $detail }
caret-syntax-duplicate = duplicate field
caret-syntax-duplicate-expected = each field may appear once: remove one of the two
caret-syntax-unclosed = opened here, never closed
caret-syntax-unclosed-expected = close the quote, bracket or brace
caret-syntax-quotes = text without quotes
caret-syntax-quotes-expected = write the text between quotes: "…"
caret-syntax-character = invalid character in text
caret-syntax-character-expected = remove it, or write it as \t, \n or \u001b
caret-syntax-no-value = missing value
caret-syntax-no-value-expected = expected `field = value`
caret-syntax-nesting = nested too deeply
caret-syntax-nesting-expected = at most three levels
caret-type-text = a string
caret-type-number = a number
caret-type-boolean = a boolean
caret-type-date = an unquoted date or time
caret-type-list = a list
caret-type-table = a table
