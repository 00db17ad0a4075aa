# La main courante : la phrase qui suit le nom d'une personne.
log-label = { $kind ->
    [help] APPEL À L'AIDE
    [command] DIR. CRISE
    [update] POINT DE SITUATION
    [proposal] À APPROUVER
    [failed] NON REMIS
    [late] RETARD
    [finding] CONSTAT
    [decision] DÉCISION
   *[fact] FAIT
}
log-decided = { $text } : { $why }
log-objections = { $text } (objections : { $objections })

log-opened = a ouvert l'incident « { $title } » ({ $severity }, plan « { $plan } »)
log-opened-exercise = a ouvert l'exercice « { $title } » ({ $severity }, plan « { $plan } », vitesse ×{ $speed })
log-because = { $what } : { $reason }
log-retitled = a renommé l'incident en « { $title } »
log-severity-set = a fixé la gravité à { $severity }
log-situation-set = a décrit la situation : { $what }
log-zone-set = a changé le fuseau horaire de l'incident : { $zone }
log-held = a suspendu l'incident
log-resumed = a repris l'incident
log-closed = a clôturé l'incident
log-reopened = a rouvert l'incident

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

log-corrected = a corrigé l'entrée n° { $entry } : { $text }
log-service-added = a ajouté le service « { $service } » ({ $health })
log-service-set = { $health ->
    [up] a déclaré « { $service } » en service
    [degraded] a déclaré « { $service } » dégradé
   *[down] a déclaré « { $service } » en panne
}
log-undone = a annulé : “{ $what }”
log-undone-bare = a annulé l'entrée n° { $act }
log-clock-jumped = l'horloge de la machine s'est décalée de { $by } ; celle de l'incident n'est pas affectée
log-tail-set-aside = { $bytes ->
    [one] a mis de côté un octet d'une écriture interrompue
   *[other] a mis de côté { $bytes } octets d'une écriture interrompue
}
log-moved = continue ici la main courante d'une autre machine ; les messages en attente ne sont pas envoyés d'ici ({ $reason })
log-unknown = événement d'une version plus récente : { $type }
log-unknown-nameless = événement d'une version plus récente, sans nom
log-help-asked = { $text }
log-help-asked-for = pour « { $task } » : { $text }
log-help-answered = a traité l'appel à l'aide lancé par { $person } (entrée n° { $call })
log-help-no-more = n'a plus besoin d'aide (entrée n° { $call })
log-offered = { $duty ->
    [command] a proposé la direction de crise à { $person }
   *[role] a proposé le rôle « { $role } » à { $person }
}
log-offer-withdrawn = { $duty ->
    [command] a retiré sa proposition de la direction de crise
   *[role] a retiré sa proposition du rôle « { $role } »
}
log-offer-declined = { $duty ->
    [command] a décliné la direction de crise
   *[role] a décliné le rôle « { $role } »
}
log-handed-over = { $duty ->
    [command] a pris la direction de crise, transmise par { $person }
   *[role] a repris le rôle « { $role } », transmis par { $person }
}
log-role-revoked = a retiré le rôle « { $role } » à { $person }
log-command-taken = a pris la direction de crise, tenue jusque-là par { $from }

# Points de situation.
cadence-always = { $every } entre deux points
cadence-at = { $every } en { $severity }
cadence-never = sans cadence
log-audience-set = a réglé la cadence des points pour « { $audience } » : { $every }
log-update-proposed = point pour « { $audience } » : { $text }
log-update-dropped = a écarté le point de situation proposé à l'entrée n° { $entry }
log-update-posted = pour « { $audience } » : { $text }
log-update-approved = pour « { $audience } », proposé par { $person } : { $text }
log-update-addressed = envoie le point n° { $message } à { $targets }
log-update-unaddressed = n'a consigné le point n° { $message } que dans la main courante : ses destinataires n'ont aucun canal
log-pushed = annonce à { $target } : { $text }
log-push-begins = annonce à { $target } ce qui suit l'entrée n° { $entry }
log-send-begun = { $kind ->
    [update] transmet le point n° { $message } à { $target }
   *[push] transmet le message n° { $message } à { $target }
}
log-part-sent = { $kind ->
    [update] a transmis la partie { $part } du point n° { $message } à { $target }
   *[push] a transmis la partie { $part } du message n° { $message } à { $target }
}
log-delivered = { $kind ->
    [update] a transmis le point n° { $message } à { $target }
   *[push] a transmis le message n° { $message } à { $target }
}
log-delivered-repeat = { $kind ->
    [update] a transmis le point n° { $message } à { $target }, peut-être deux fois
   *[push] a transmis le message n° { $message } à { $target }, peut-être deux fois
}
log-delivery-delayed = { $kind ->
    [update] n'a pas encore pu transmettre le point n° { $message } à { $target } ({ $reason }) ; nouvel essai prévu
   *[push] n'a pas encore pu transmettre le message n° { $message } à { $target } ({ $reason }) ; nouvel essai prévu
}
log-delivery-failed = { $kind ->
    [update] le point n° { $message } n'est pas parvenu à { $target } : { $reason }
   *[push] le message n° { $message } n'est pas parvenu à { $target } : { $reason }
}
log-delivery-retried = { $kind ->
    [update] fait renvoyer le point n° { $message } à { $target }
   *[push] fait renvoyer le message n° { $message } à { $target }
}
log-step-late = { $kind ->
    [break] la pause « { $step } » dépasse sa durée prévue
   *[phase] la phase « { $step } » dépasse sa durée prévue
}

# Services restaurés, et la revue qui suit.
log-restore-point = a noté le point de restauration de « { $service } » : { $time }
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
log-action-title = intitulé « { $title } »
log-action-owner = affectée à { $person }
log-action-no-owner = sans responsable
log-action-due = pour le { $date }
log-action-no-due = sans échéance
log-action-finding = suite au constat { $finding }
log-action-no-finding = sans constat
