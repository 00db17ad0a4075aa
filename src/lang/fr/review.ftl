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
review-owner-hint = un nom, ou @ pour choisir ; facultatif
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

# Actions à l'écran.
action-add-finding = Ajouter un constat
action-add-finding-hint = constat
action-add-action = Ajouter une action de suivi
action-add-action-hint = action
action-finish-action = Terminer l'action, ou la rouvrir
action-finish-action-hint = terminer
action-take-action = Prendre l'action
action-take-action-hint = prendre
action-change-reviewed = Modifier le constat ou l'action
action-change-reviewed-hint = modifier
action-drop-reviewed = Écarter le constat ou abandonner l'action
action-drop-reviewed-hint = écarter

# Dans la main courante.
log-finding-added = { $finding } : { $text }
log-finding-added-about = { $finding }, sur « { $step } » : { $text }
log-finding-corrected = a corrigé le constat { $finding } : { $text }
log-finding-dropped = a écarté le constat { $finding }
log-action-added = a ajouté l'action { $action } « { $title } »
log-action-changed = a modifié l'action { $action }
log-action-finished = a terminé l'action { $action } « { $title } »
log-action-reopened = a rouvert l'action { $action } « { $title } »
log-action-dropped = a abandonné l'action { $action } « { $title } »
log-action-with = { $what } ({ $details })
log-action-title = titre « { $title } »
log-action-owner = affectée à { $person }
log-action-no-owner = sans responsable
log-action-due = pour le { $date }
log-action-no-due = sans échéance
log-action-finding = suite au constat { $finding }
log-action-no-finding = sans constat

# Aide de la ligne de commande.
cli-finding = Gérer les constats du retour d'expérience (RETEX)
cli-finding-list = Lister les constats
cli-finding-add = Ajouter un constat
cli-finding-correct = Corriger un constat
cli-finding-drop = Écarter un constat, avec un motif
cli-finding-list--all = Inclure les constats écartés
cli-action = Gérer les actions de suivi
cli-action-list = Lister les actions
cli-action-add = Ajouter une action
cli-action-change = Modifier le titre, le responsable, l'échéance ou le constat d'une action
cli-action-done = Terminer une action
cli-action-reopen = Rouvrir une action terminée ou abandonnée
cli-action-drop = Abandonner une action, avec un motif
cli-action-list--all = Actions de tous les incidents de cette machine
cli-action-list--owner = Seulement les actions de cette personne
cli-action-list--open = Seulement les actions ouvertes
cli-action-list--late = Seulement les actions en retard
cli-action-change--nobody = Retirer le responsable
