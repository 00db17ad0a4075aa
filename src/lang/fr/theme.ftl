# Erreurs des fichiers de thème.
theme-error = erreur
theme-unknown-key = clé inconnue : « { $key } » ; un thème contient « inherits », [palette] et [style]
theme-unknown-meaning = style inconnu : « { $meaning } » ; voir la liste dans themes/dark.toml
theme-unknown-meaning-nearest = style inconnu : « { $meaning } » ; vouliez-vous dire « { $nearest } » ?
theme-not-a-style = attendu : une couleur, ou { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-unknown-attribute = attribut inconnu : « { $name } » ; un style a fg, bg et modifiers
theme-not-a-colour = « { $colour } » n'est pas une couleur : écrivez #rrggbb, un nombre de 0 à 255, un nom de [palette], ou l'un de { $names }
theme-unknown-modifier = modificateur inconnu : « { $name } » ; utilisez { $names }
theme-expected-text = attendu : un texte entre guillemets droits ""
theme-expected-table = attendu : une table de noms et de valeurs
theme-expected-list = attendu : une liste […]
theme-no-such-theme = thème inconnu : « { $name } » ; thèmes connus : { $known }
