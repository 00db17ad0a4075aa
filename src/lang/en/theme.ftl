# Errors of theme files.
theme-error = error
theme-unknown-key = unknown key “{ $key }”: a theme has “inherits”, [palette] and [style]
theme-unknown-meaning = unknown style “{ $meaning }”: see the list in themes/dark.toml
theme-unknown-meaning-nearest = unknown style “{ $meaning }”: did you mean “{ $nearest }”?
theme-not-a-style = expected a colour, or { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-unknown-attribute = unknown attribute “{ $name }”: a style has fg, bg and modifiers
theme-not-a-colour = “{ $colour }” is not a colour: write #rrggbb, a number from 0 to 255, a name from [palette], or one of { $names }
theme-unknown-modifier = unknown modifier “{ $name }”: use { $names }
theme-expected-text = expected a quoted string ""
theme-expected-table = expected a table of names and values
theme-expected-list = expected a list […]
theme-no-such-theme = unknown theme “{ $name }”: known are { $known }
