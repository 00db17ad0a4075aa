# La lecture des plans : ce qui ne va pas, et quoi écrire à la place.

runbook-of-plan = un plan
runbook-of-role = un rôle
runbook-of-service = un service
runbook-of-audience = une audience
runbook-of-cadence = « every »
runbook-of-step = une étape
runbook-of-phase = une phase
runbook-of-break = une pause
runbook-of-day-end = une fin de journée
runbook-of-task = une tâche

runbook-too-big = le fichier pèse { $mebibytes } Mio : c'est trop pour un plan
runbook-too-big-expected = un plan pèse { $max } Mio au plus
runbook-not-text = le fichier n'est pas du texte en UTF-8
runbook-not-text-expected = enregistrer le plan comme texte en UTF-8

runbook-format = cette version ne connaît pas ce format de plan
runbook-format-type = « format » doit être le nombre 1
runbook-format-expected = attendu : `format = 1`
runbook-missing = il manque « { $field } » : { $of } en a besoin
runbook-missing-expected = ajouter ici `{ $field } = …`
runbook-type = « { $field } » est { $found }
runbook-expected-text = attendu : un texte entre guillemets droits
runbook-expected-duration = attendu : une durée, "45m", "1h30" ou "2d"
runbook-expected-interval = attendu : une durée d'au moins une minute, "30m", ou une par gravité, { "{" } sev1 = "30m", sev2 = "1h" { "}" }
runbook-expected-flag = attendu : true (vrai) ou false (faux), sans guillemets
runbook-expected-range = attendu : une durée, "1h30", ou deux, "45m..1h30"
runbook-expected-tables = attendu : un titre à part, `[[{ $heading }]]`, pour chacun
runbook-expected-roles = attendu : une liste par rôle, `tasks.role = ["…"]`
runbook-expected-tasks = attendu : une liste, ["première tâche", "deuxième tâche"]
runbook-expected-task = attendu : un texte, ou { "{" } title = "…", planned = "15m" { "}" }
runbook-empty = « { $field } » est vide
runbook-empty-expected = attendu : un texte
runbook-too-long = « { $field } » est trop long
runbook-too-long-expected = { $max } caractères au plus
runbook-unknown-field = « { $field } » n'existe pas dans { $of }
runbook-unknown-field-expected = l'un de : { $known }
runbook-misplaced = « { $field } » n'a pas sa place dans { $of }
runbook-misplaced-expected = l'un de : { $known }
runbook-unknown-role = aucun rôle n'a l'identifiant « { $role } »
runbook-unknown-role-expected = l'un de : { $known }
runbook-no-role-expected = déclarer d'abord le rôle, sous [[role]]
runbook-id = « { $id } » ne peut pas être un identifiant
runbook-id-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
runbook-duplicate = l'identifiant « { $id } » est déjà pris
runbook-duplicate-expected = un identifiant ne sert qu'une fois : en choisir un autre pour { $of }
runbook-duration = « { $text } » n'est pas une durée
runbook-duration-unit = « { $text } » n'a pas d'unité, m ou h
runbook-duration-upside-down = le minimum dépasse le maximum
runbook-duration-nothing = aucune durée n'est prévue
runbook-duration-too-long = cela dépasse un an
runbook-duration-too-short = « { $text } » fait moins d'une minute
runbook-duration-range = une fourchette n'a pas sa place ici
runbook-time-of-day = « { $text } » n'est pas une heure de la journée
runbook-time-of-day-expected = attendu : une heure entre guillemets droits, "08:00"
runbook-health = « { $text } » n'est pas un état de service
runbook-health-expected = attendu : "up", "degraded" ou "down"
runbook-milestone = « { $text } » n'est pas un jalon
runbook-milestone-expected = attendu : "engaged", "degraded" ou "restored"
runbook-milestone-twice = le jalon « { $text } » est déjà celui d'une autre phase
runbook-milestone-twice-expected = une seule phase atteint chaque jalon
runbook-language = « { $text } » n'est pas un code de langue
runbook-language-expected = attendu : "fr" ou "en"
runbook-priority = ceci n'est pas une priorité
runbook-priority-expected = attendu : un nombre de 1 (rétabli en premier) à 9
runbook-no-kind = une étape ne dit pas ce qu'elle est
runbook-no-kind-expected = ajouter `phase = "…"`, `break = "…"` ou `day_end = "…"`
runbook-several-kinds = une étape est plusieurs choses à la fois
runbook-several-kinds-expected = garder un seul de `phase`, `break` et `day_end`
runbook-no-phase = le plan n'a aucune phase
runbook-no-phase-expected = ajouter au moins un [[step]] avec `phase = "…"` et `planned = "1h"`
runbook-too-many = { $field ->
    [role] { $found } rôles, c'est trop
    [service] { $found } services, c'est trop
    [audience] { $found } audiences, c'est trop
    [step] { $found } étapes, c'est trop
   *[task] { $found } tâches, c'est trop
}
runbook-too-many-expected = { $max } au plus
runbook-more = { $count ->
    [one] il reste un autre problème
   *[other] il reste { $count } autres problèmes
}
runbook-more-expected = corriger d'abord ceux qui précèdent, puis vérifier de nouveau
