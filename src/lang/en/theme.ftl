# Errors of theme files.
theme-unknown = unknown theme “{ $name }”
theme-meaning = unknown style “{ $name }”
theme-meaning-expected = see the list in themes/dark.toml
theme-colour = “{ $text }” is not a colour
theme-colour-expected = #rrggbb, a number from 0 to 255, a name from [palette], or one of: { $names }
theme-modifier = unknown modifier “{ $text }”
theme-expected-style = expected a colour, or { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-expected-colour = expected a colour: "#rrggbb", a name, or a number from 0 to 255
