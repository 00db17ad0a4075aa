# Durées saisies.
planned-unreadable = « { $text } » n'est pas une durée : écrivez 45 min, 1 h 30, 2 h ou 45 min..1 h 30
planned-no-unit = « { $text } » n'a pas d'unité : écrivez { $text } min ou { $text } h
planned-upside-down = le minimum dépasse le maximum : écrivez d'abord la durée la plus courte
planned-nothing = la durée est nulle : écrivez au moins 1 s
planned-too-long = la durée dépasse un an : écrivez une durée plus courte
