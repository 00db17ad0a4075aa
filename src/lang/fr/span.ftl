# Durées saisies.
planned-unreadable = « { $text } » n'est pas une durée : écrivez 45m, 1h30, 2h ou 45m..1h30
planned-no-unit = « { $text } » n'a pas d'unité : écrivez { $text }m ou { $text }h
planned-upside-down = le minimum dépasse le maximum : écrivez d'abord la durée la plus courte
planned-nothing = la durée est nulle : écrivez au moins 1s
planned-too-long = la durée dépasse un an : écrivez une durée plus courte
