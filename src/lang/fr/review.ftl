# La revue qui suit une crise : constats et actions.
review-no-findings-yet = Aucun constat. Ajoutez-en un : warroom finding add TEXTE
review-no-actions = Aucune action. Ajoutez-en une : warroom action add TITRE
review-no-such-actions = Aucune action ne correspond.
review-dropped = { $text } (écarté : { $reason })
column-by = par
column-due = échéance
column-owner = responsable
column-finding = constat
column-incident = incident
column-phase = phase

# La page de la revue.
review-findings = { $count ->
    [0] aucun constat
    [one] un constat
   *[other] { $count } constats
}
review-open = { $count ->
    [0] aucune action ouverte
    [one] une action ouverte
   *[other] { $count } actions ouvertes
}
review-overdue = { $count ->
    [one] une action en retard
   *[other] { $count } actions en retard
}
review-heading-findings = Constats
review-heading-actions = Actions
review-none-found = Aucun constat. Ajoutez ce qui a bien fonctionné, ce qui a manqué, ce que personne n'avait prévu.
review-none-to-do = Aucune action. Indiquez ce qu'il faut faire, qui s'en charge et pour quand.
review-late = retard { $days } j
review-due-in = { $days ->
    [0] aujourd'hui
    [1] demain
   *[other] dans { $days } j
}
review-nothing-selected = Rien à sélectionner dans le RETEX pour l'instant : ouvrez-le (9), puis ajoutez un constat ou une action.
review-no-action-selected = Sélectionnez d'abord une action.
review-general = (général)
review-no-finding = (aucun)
review-finding = Constat
review-owner = Responsable
review-owner-hint = un nom, ou @ ; facultatif
review-due = Échéance
review-due-hint = 2026-12-01, 1/12, demain, +7j ; facultatif
review-due-unreadable = Jour non valide : écrivez 2026-12-01, 1/12, demain ou +7j.
review-no-due = sans échéance
review-no-such-person = Personne inconnue : « { $name } ».
review-outcome = Résultat
review-outcome-hint = facultatif
review-past = Point de restauration
review-past-hint = 02:00, hier 23:30, 2026-11-21 23:30, -4h
review-past-unreadable = Moment passé non valide : écrivez 02:00, hier 23:30, 2026-11-21 23:30 ou -4h.
review-add-finding = Ajouter un constat
review-correct-finding = Corriger le constat
review-drop-finding = Écarter le constat
review-add-action = Ajouter une action
review-change-action = Modifier l'action
review-finish-action = Terminer l'action
review-drop-action = Abandonner l'action
review-restore-point = Données restaurées
review-finding-title = Constat { $finding }
review-action-title = Action { $action }
review-added = Ajout
review-corrected = Corrigé
review-was-done = Terminée
review-was-dropped = Abandonnée
review-was-set-aside = Écarté
