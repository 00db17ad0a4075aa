# Noms des états.
name-right = { $right ->
    [observer] observateur
    [member] membre
    [deputy] adjoint
    [commander] directeur de crise
    [house] système
   *[owner] compte de l'hôte
}
name-kind = { $kind ->
    [exercise] exercice
   *[real] réel
}
name-status = { $status ->
    [held] suspendu
    [closed] clôturé
   *[open] ouvert
}
name-health-presumed = { $health } ?
name-health = { $health ->
    [up] en service
    [degraded] dégradé
   *[down] en panne
}
name-task-state = { $state ->
    [todo] à faire
    [doing] en cours
    [blocked] bloquée
    [done] terminée
   *[skipped] passée
}
name-step-state = { $state ->
    [waiting] à venir
    [active] en cours
    [finished] terminée
   *[skipped] passée
}
name-step-kind = { $kind ->
    [break] pause
    [day_end] fin de journée
   *[phase] phase
}
name-lateness = { $lateness ->
    [calm] dans les temps
    [due] dans la fourchette
   *[late] en retard
}
name-follow-up-state = { $state ->
    [open] ouverte
    [late] en retard
    [done] terminée
   *[dropped] abandonnée
}
name-milestone = { $milestone ->
    [engaged] cellule de crise activée
    [degraded] mode dégradé
   *[restored] services rétablis
}
name-entry-kind = { $kind ->
    [help] appel
    [duty] relève
    [decision] décision
    [fact] fait
    [note] note
    [task] tâche
    [step] étape
    [service] service
    [update] point
    [review] RETEX
   *[incident] incident
}
name-field = { $field ->
    [title] le titre
    [reason] le motif
    [text] le texte
    [name] le nom
    [situation] la situation
    [steps] étapes
    [tasks] tâches
    [briefing] les consignes de relève
    [calls] appels à l'aide en cours
    [audiences] groupes de destinataires
    [proposals] points de situation à approuver
    [targets] canaux
    [findings] constats
    [actions] actions de suivi
   *[services] services
}
name-occasion = { $occasion ->
    [opening] ouverture
    [degraded] mode dégradé
    [restored] rétablissement
    [closing] clôture
   *[progress] avancement
}
