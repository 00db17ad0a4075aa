# Les services.

# Actions à l'écran.
action-add-service = Ajouter un service
action-add-service-hint = ajouter
action-set-service = Modifier l'état d'un service
action-set-service-hint = état
action-set-restore-point = Noter le point de restauration d'un service
action-set-restore-point-hint = date des données

# Formulaires et questions.
ask-add-service = Nouveau service
ask-priority = Priorité
ask-health = État
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = facultatif : délai de reprise, ex. 4 h
ask-rpo-hint = facultatif : perte de données admissible, ex. 1 h
ask-no-service = Aucun service n'est suivi ; ajoutez-en un d'abord.
ask-alarm-service = Le service « { $service } » a dépassé son délai de reprise (RTO).

# Dans la main courante.
log-service-added = a ajouté le service « { $service } » ({ $health })
log-service-set = { $health ->
    [up] a déclaré « { $service } » en service
    [degraded] a déclaré « { $service } » dégradé
   *[down] a déclaré « { $service } » en panne
}
log-restore-point = a noté le point de restauration de « { $service } » : { $time }

# Aide de la ligne de commande.
cli-service = Gérer les services et leur état
cli-service-list = Lister les services
cli-service-add = Ajouter un service
cli-service-set = Modifier l'état d'un service
cli-service-point = Noter le point de restauration d'un service

# Sortie des commandes.
verb-no-such-service = Service inconnu : « { $name } ». Consultez la liste (warroom service list).
verb-no-services = Aucun service. Ajoutez-en un : warroom service add NOM
