# What is wrong in a file, shown where it stands.
caret-error = error
caret-note = note
caret-help = help
caret-first-here = first used here
caret-meant = did you mean “{ $near }”?
caret-syntax = this is not TOML
caret-syntax-expected = `field = value`, `[[heading]]` or `# comment` is expected
caret-syntax-detail = the TOML reader says: { $detail }
caret-syntax-duplicate = this field is already there
caret-syntax-duplicate-expected = each field is written once: remove one of the two
caret-syntax-unclosed = something that is opened here is not closed
caret-syntax-unclosed-expected = close the quote, bracket or brace
caret-syntax-quotes = a text has no quotes
caret-syntax-quotes-expected = write the text between quotes: "…"
caret-syntax-character = a character that a text cannot hold as it is
caret-syntax-character-expected = remove it, or write it as \t, \n or \u001b
caret-syntax-no-value = a value is missing
caret-syntax-no-value-expected = `field = value` is expected
caret-syntax-nesting = too many levels, one in the other
caret-syntax-nesting-expected = three levels are enough
caret-type-text = a text
caret-type-number = a number
caret-type-boolean = true or false
caret-type-date = a date or time without quotes
caret-type-list = a list
caret-type-table = a table
