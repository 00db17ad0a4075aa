# L'incident dans son ensemble.

# Actions à l'écran.
action-hold = Suspendre ou reprendre
action-hold-hint = suspendre
action-resume = Reprendre après une suspension
action-end-day = Terminer la journée
action-start-day = Commencer la journée
action-retitle = Renommer l'incident
action-set-severity = Changer la gravité
action-describe = Décrire la situation
action-set-zone = Changer de fuseau horaire
action-close = Clôturer l'incident
action-reopen = Rouvrir l'incident
action-reopen-hint = rouvrir

# Formulaires et questions.
ask-hold = Suspendre
ask-hold-about = Le décompte des phases s'arrête jusqu'à la reprise.
ask-end-day = Terminer la journée
ask-end-day-about = Le décompte des phases s'arrête jusqu'à la reprise.
ask-retitle = Titre de l'incident
ask-describe = Situation
ask-close = Clôturer l'incident
ask-close-nothing = Rien ne reste ouvert.
ask-close-about = { $left } Le décompte s'arrête ; la main courante reste ouverte aux notes.
ask-reopen = Rouvrir l'incident
ask-new-incident = Nouvel incident
ask-what = Ce qui est touché
ask-since = Depuis quand
ask-impact = Impact
ask-title-hint = ex. Cyberattaque, production chiffrée
ask-severity = Gravité
ask-plan = Plan
ask-kind = Type
ask-speed = Vitesse
ask-speed-hint = 1, ou 60 pour une heure par minute

# Dans la main courante.
log-opened = a ouvert l'incident « { $title } » ({ $severity }, plan « { $plan } »)
log-opened-exercise = a ouvert l'exercice « { $title } » ({ $severity }, plan « { $plan } », vitesse ×{ $speed })
log-retitled = a renommé l'incident en « { $title } »
log-severity-set = a fixé la gravité à { $severity }
log-situation-set = a décrit la situation : { $what }
log-zone-set = a changé le fuseau horaire de l'incident : { $zone }
log-held = a suspendu l'incident
log-resumed = a repris l'incident
log-closed = a clôturé l'incident
log-reopened = a rouvert l'incident
log-clock-jumped = l'horloge de la machine s'est décalée de { $by } ; celle de l'incident n'est pas affectée
log-tail-set-aside = { $bytes ->
    [one] a mis de côté un octet d'une écriture interrompue
   *[other] a mis de côté { $bytes } octets d'une écriture interrompue
}
log-moved = continue ici la main courante d'une autre machine ; les messages en attente ne sont pas envoyés d'ici ({ $reason })

# Aide de la ligne de commande.
cli-hold = Suspendre l'incident : le décompte des phases s'arrête
cli-resume = Reprendre après une suspension
cli-retitle = Renommer l'incident
cli-severity = Changer la gravité
cli-situation = Décrire la situation ; sans texte, l'afficher
cli-zone = Changer le fuseau horaire de l'incident
cli-close = Clôturer l'incident
cli-close--dry-run = Lister seulement ce qui resterait ouvert
cli-reopen = Rouvrir un incident clôturé

# Sortie des commandes.
close-left = Non terminé : { $what }.
close-tasks = { $count ->
    [one] 1 tâche
   *[other] { $count } tâches
}
close-steps = { $count ->
    [one] 1 étape
   *[other] { $count } étapes
}
close-services = { $count ->
    [one] 1 service non rétabli
   *[other] { $count } services non rétablis
}
close-audiences = { $count ->
    [one] 1 groupe de destinataires en attente d'un point dû
   *[other] { $count } groupes de destinataires en attente d'un point dû
}
close-calls = { $count ->
    [one] 1 appel à l'aide
   *[other] { $count } appels à l'aide
}
close-actions = { $count ->
    [one] 1 action de suivi
   *[other] { $count } actions de suivi
}
close-nothing = Rien ne resterait ouvert.
close-back = Pour le rouvrir : { $command }
verb-no-situation = La situation n'est pas encore décrite. Décrivez-la : warroom situation TEXTE --since DEPUIS --impact IMPACT
situation-what = Ce qui est touché : { $text }
situation-since = Depuis : { $text }
situation-impact = Impact : { $text }
