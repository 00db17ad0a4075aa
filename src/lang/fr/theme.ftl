# Erreurs des fichiers de thème.
theme-error = erreur
theme-unknown-key = « { $key } » n'a pas de sens ici : un thème contient « inherits », [palette] et [style]
theme-unknown-meaning = « { $meaning } » n'est pas un sens de l'écran : voir la liste dans themes/dark.toml
theme-unknown-meaning-nearest = « { $meaning } » n'est pas un sens de l'écran : vouliez-vous dire « { $nearest } » ?
theme-not-a-style = un style est une couleur, ou { "{" } fg = …, bg = …, modifiers = […] { "}" }
theme-unknown-attribute = un style n'a pas de « { $name } » : il a fg, bg et modifiers
theme-not-a-colour = « { $colour } » n'est pas une couleur : écrivez #rrggbb, un nombre de 0 à 255, un nom de [palette], ou l'un de { $names }
theme-unknown-modifier = « { $name } » n'est pas un modificateur : utilisez { $names }
theme-expected-text = un texte entre guillemets "" est attendu ici
theme-expected-table = une table de noms et de valeurs est attendue ici
theme-expected-list = une liste […] est attendue ici
theme-no-such-theme = pas de thème « { $name } » à lire ici : les thèmes connus sont { $known }
