# Erreurs des fichiers de thème.
theme-unknown = thème inconnu : « { $name } »
theme-meaning = style inconnu : « { $name } »
theme-meaning-expected = voir la liste dans themes/dark.toml
theme-colour = « { $text } » n'est pas une couleur
theme-colour-expected = #rrggbb, un nombre de 0 à 255, un nom de [palette], ou au choix : { $names }
theme-modifier = modificateur inconnu : « { $text } »
theme-expected-style = attendu : une couleur, ou { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-expected-colour = attendu : une couleur : "#rrggbb", un nom, ou un nombre de 0 à 255
