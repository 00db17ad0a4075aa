# Erreurs des plans.

runbook-format-type = « format » doit être le nombre 1
runbook-expected-duration = attendu : une durée, "45m", "1h30" ou "2d"
runbook-expected-interval = attendu : une durée d'au moins une minute, "30m", ou une par gravité, { "{" } sev1 = "30m", sev2 = "1h" { "}" }
runbook-expected-range = attendu : une durée, "1h30", ou deux, "45m..1h30"
runbook-expected-roles = attendu : une liste par rôle, `tasks.role = ["…"]`
runbook-expected-tasks = attendu : une liste, ["première tâche", "deuxième tâche"]
runbook-expected-task = attendu : un texte, ou { "{" } title = "…", planned = "15m" { "}" }
runbook-misplaced = « { $field } » n'a pas sa place dans { $of }
runbook-misplaced-expected = au choix : { $known }
runbook-unknown-role = rôle inconnu : « { $role } »
runbook-unknown-step = étape inconnue : « { $step } »
runbook-no-role-expected = déclarer d'abord le rôle, avec [[role]]
runbook-id = « { $id } » n'est pas un identifiant valide
runbook-id-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
runbook-duplicate = l'identifiant « { $id } » est déjà pris
runbook-duplicate-expected = un identifiant doit être unique : en choisir un autre pour { $of }
runbook-duration = « { $text } » n'est pas une durée
runbook-duration-unit = « { $text } » n'a pas d'unité, m ou h
runbook-duration-upside-down = le minimum dépasse le maximum
runbook-duration-nothing = la durée est nulle
runbook-duration-too-long = la durée dépasse un an
runbook-duration-too-short = « { $text } » fait moins d'une minute
runbook-duration-range = une fourchette n'est pas admise ici
runbook-time-of-day = « { $text } » n'est pas une heure de la journée
runbook-time-of-day-expected = attendu : une heure entre guillemets droits, "08:00"
runbook-health = « { $text } » n'est pas un état de service
runbook-milestone = « { $text } » n'est pas un jalon
runbook-milestone-twice = une autre phase porte déjà le jalon « { $text } »
runbook-milestone-twice-expected = un jalon n'appartient qu'à une phase
runbook-language = « { $text } » n'est pas un code de langue
runbook-language-expected = attendu : "fr" ou "en"
runbook-priority = priorité non valide
runbook-priority-expected = attendu : un nombre de 1 (rétabli en premier) à 9
runbook-no-kind = une étape n'a pas de type
runbook-no-kind-expected = ajouter `phase = "…"`, `break = "…"` ou `day_end = "…"`
runbook-several-kinds = une étape a plusieurs types
runbook-several-kinds-expected = garder un seul de `phase`, `break` et `day_end`
runbook-no-phase = le plan n'a aucune phase
runbook-no-phase-expected = ajouter au moins un [[step]] avec `phase = "…"` et `planned = "1h"`
