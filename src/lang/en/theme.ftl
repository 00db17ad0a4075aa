# Errors of theme files.
theme-error = error
theme-unknown-key = “{ $key }” means nothing here: a theme has “inherits”, [palette] and [style]
theme-unknown-meaning = “{ $meaning }” is no meaning of the screen: see the list in themes/dark.toml
theme-unknown-meaning-nearest = “{ $meaning }” is no meaning of the screen: did you mean “{ $nearest }”?
theme-not-a-style = a style is a colour, or { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-unknown-attribute = a style has no “{ $name }”: it has fg, bg and modifiers
theme-not-a-colour = “{ $colour }” is no colour: write #rrggbb, a number from 0 to 255, a name of [palette], or one of { $names }
theme-unknown-modifier = “{ $name }” is no modifier: use { $names }
theme-expected-text = a text in quotation marks "" is expected here
theme-expected-table = a table of names and values is expected here
theme-expected-list = a list […] is expected here
theme-no-such-theme = there is no theme “{ $name }” to read here: known are { $known }
