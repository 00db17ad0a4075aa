# Les étapes : phases, pauses et fins de journée.

# Actions à l'écran.
action-next-step = Terminer les étapes en cours et démarrer la suivante
action-next-step-hint = étape suivante
action-start-step = Démarrer une autre étape
action-start-step-hint = démarrer
action-finish-step = Terminer une étape en cours
action-finish-step-hint = terminer
action-skip-step = Passer une étape, avec un motif
action-skip-step-hint = passer
action-reopen-step = Rouvrir une étape
action-extend-step = Modifier la durée prévue d'une étape
action-extend-step-hint = durée prévue
action-add-phase = Ajouter une phase
action-add-break = Ajouter une pause
action-add-day-end = Ajouter une fin de journée
action-move-step = Déplacer une étape à venir

# Formulaires et questions.
ask-skip-step = Passer l'étape
ask-extend = Durée prévue
ask-add-phase = Nouvelle phase
ask-add-break = Nouvelle pause
ask-add-day-end = Nouvelle fin de journée
ask-planned-hint = 45 min, 1 h 30 ou 45 min..1 h 30
ask-planned-hint-optional = facultatif : 45 min, ou 45 min..1 h 30
ask-first = Au début
ask-behind = Après « { $step } »
ask-place = Position
ask-at = Heure de fin
ask-morning = Reprise prévue à { $at }, dans { $left }. Commencer la journée maintenant ?
ask-morning-now = Commencer la journée maintenant
ask-end-open = { $open ->
    [0] « { $step } » : aucune tâche ouverte
    [one] « { $step } » : 1 tâche ouverte
   *[other] « { $step } » : { $open } tâches ouvertes
}
ask-end-one = { $starts ->
    [nothing] Terminer « { $step } »
    [night] Terminer « { $step } » et la journée
   *[step] Terminer « { $step } » et démarrer « { $next } »
}
ask-end-only = { $starts ->
    [nothing] Terminer seulement « { $step } »
    [night] Terminer seulement « { $step } », et la journée
   *[step] Terminer seulement « { $step } » et démarrer « { $next } »
}
ask-end-all = { $starts ->
    [nothing] Terminer les { $count } étapes en cours
    [night] Terminer les { $count } étapes en cours et la journée
   *[step] Terminer les { $count } étapes en cours et démarrer « { $next } »
}
ask-end-none = { $starts ->
    [night] Ne terminer aucune étape, mais terminer la journée
   *[step] Ne terminer aucune étape et démarrer aussi « { $next } »
}
ask-no-step = Aucune étape ne s'y prête.
ask-alarm-step = « { $step } » a dépassé sa durée prévue.
ask-alarm-step-extended = « { $step } » a dépassé la durée accordée ({ $planned }).

# Dans la main courante.
log-step-started = { $kind ->
    [break] a démarré la pause « { $step } »
    [day_end] a terminé la journée (« { $step } »)
   *[phase] a démarré la phase « { $step } »
}
log-step-finished = { $kind ->
    [break] a terminé la pause « { $step } »
    [day_end] a commencé la journée (après « { $step } »)
   *[phase] a terminé la phase « { $step } »
}
log-step-skipped = a passé « { $step } »
log-step-reopened = a rouvert « { $step } »
log-step-extended = a porté la durée prévue de « { $step } » à { $planned }
log-day-end-set = a prévu « { $step } » à { $at }, reprise à { $resume }
log-step-added = { $kind ->
    [break] a ajouté la pause « { $step } »
    [day_end] a ajouté la fin de journée « { $step } »
   *[phase] a ajouté la phase « { $step } »
}
log-step-moved = a déplacé « { $step } » après « { $after } »
log-step-moved-first = a déplacé « { $step } » au début
log-step-late = { $kind ->
    [break] la pause « { $step } » dépasse sa durée prévue
   *[phase] la phase « { $step } » dépasse sa durée prévue
}

# Aide de la ligne de commande.
cli-phase = Gérer les étapes : phases, pauses et fins de journée
cli-phase-list = Lister les étapes
cli-phase-start = Démarrer une étape
cli-phase-finish = Terminer une étape en cours, ou plusieurs
cli-phase-skip = Passer une étape, avec un motif
cli-phase-reopen = Rouvrir une étape terminée ou passée
cli-phase-extend = Modifier la durée prévue d'une étape
cli-phase-add = Ajouter une étape
cli-phase-move = Déplacer une étape à venir
cli-phase-next = Terminer les étapes en cours et démarrer la suivante
cli-day = Terminer ou commencer la journée
cli-day-end = Terminer la journée
cli-day-start = Commencer la journée
cli-phase-start--phase = Identifiant ou numéro de l'étape ; la prochaine par défaut
cli-phase-finish--phase = Identifiant ou numéro de l'étape ; celle en cours par défaut
cli-phase-finish--only = Terminer ces étapes en cours, par identifiant ou numéro
cli-phase-finish--all = Terminer toutes les étapes en cours
cli-phase-next--only = Ne terminer que ces étapes en cours, par identifiant ou numéro
cli-phase-next--all = Terminer toutes les étapes en cours
cli-phase-next--keep = N'en terminer aucune : ce qui est en cours continue à côté de la suivante

# Sortie des commandes.
verb-nothing-runs = Aucune étape n'est en cours : choisissez-en une, ou démarrez la suivante (warroom phase next).
verb-several-finish = Plusieurs étapes sont en cours : { $ids }. Nommez-en une, ou précisez lesquelles se terminent : --only ID… ou --all.
verb-several-next = Plusieurs étapes sont en cours : { $ids }. Précisez lesquelles se terminent : --only ID…, --all, ou --keep pour n'en terminer aucune.
verb-several-run = Plusieurs étapes sont en cours : choisissez parmi { $ids }.
phase-expected = début ~{ $when }
phase-until = reprise { $when }
phase-over = retard { $over }
phase-left = reste { $left }
phase-left-open = { $count ->
    [one] Une tâche reste ouverte dans ce qui vient d'être terminé.
   *[other] { $count } tâches restent ouvertes dans ce qui vient d'être terminé.
}
