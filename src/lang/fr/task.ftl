# Les tâches.

# Actions à l'écran.
action-tick-task = Terminer la tâche, ou la rouvrir
action-tick-task-hint = terminer
action-start-task = Démarrer la tâche
action-start-task-hint = démarrer
action-block-task = Bloquer la tâche, avec un motif
action-block-task-hint = bloquer
action-unblock-task = Débloquer la tâche
action-skip-task = Passer la tâche, avec un motif
action-reopen-task = Rouvrir la tâche
action-assign-task = Affecter la tâche
action-assign-task-hint = affecter
action-take-task = Prendre la tâche
action-take-task-hint = prendre
action-comment-task = Commenter la tâche
action-comment-task-hint = commenter
action-retitle-task = Renommer la tâche
action-add-task = Ajouter une tâche

# Formulaires et questions.
ask-comment = Commenter la tâche
ask-block = Bloquer la tâche
ask-skip-task = Passer la tâche
ask-retitle-task = Renommer la tâche
ask-add-task = Nouvelle tâche
ask-missing = Motif du blocage
ask-assign = Affecter « { $task } »
ask-no-task = Aucune tâche sélectionnée.
ask-done-comment = Commentaire ajouté { $text }
ask-task = Tâche
ask-task-state = { $state } : { $reason }
ask-comments = Commentaires
ask-task-keys = Actions possibles
ask-alarm-task = La tâche « { $task } » a dépassé sa durée prévue.

# Dans la main courante.
log-task-added = a ajouté la tâche « { $task } » ({ $role })
log-task-started = a démarré « { $task } »
log-task-done = a terminé « { $task } »
log-task-blocked = a bloqué « { $task } »
log-task-unblocked = a débloqué « { $task } »
log-task-skipped = a passé « { $task } »
log-task-reopened = a rouvert « { $task } »
log-task-assigned = a affecté « { $task } » à { $person }
log-task-taken = a pris « { $task } »
log-task-unassigned = a retiré l'affectation de « { $task } »
log-task-retitled = a renommé une tâche en « { $title } »
log-task-commented = à propos de « { $task } » : { $text }

# Aide de la ligne de commande.
cli-task = Gérer les tâches
cli-task-list = Lister les tâches
cli-task-start = Démarrer une tâche
cli-task-done = Terminer une tâche
cli-task-block = Bloquer une tâche, avec un motif
cli-task-unblock = Débloquer une tâche
cli-task-skip = Passer une tâche, avec un motif
cli-task-reopen = Rouvrir une tâche terminée ou passée
cli-task-assign = Affecter une tâche, ou la prendre
cli-task-add = Ajouter une tâche à une phase
cli-task-retitle = Renommer une tâche
cli-task-comment = Commenter une tâche
cli-task-add--phase = Identifiant ou numéro de la phase ; celle en cours par défaut
cli-task-assign--person = Personne ; vous-même par défaut
cli-task-list--person = Seulement les tâches de cette personne

# Sortie des commandes.
verb-no-tasks = Aucune tâche ne correspond.
count-done = { $count ->
    [one] { $count } terminée
   *[other] { $count } terminées
}
count-doing = { $count } en cours
count-blocked = { $count ->
    [one] { $count } bloquée
   *[other] { $count } bloquées
}
count-todo = { $count } à faire
count-skipped = { $count ->
    [one] { $count } passée
   *[other] { $count } passées
}
