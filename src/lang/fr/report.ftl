# Le rapport d'un incident.
report-section = { $section ->
    [short] Synthèse
    [figures] Chiffres clés
    [services] Services
    [timeline] Chronologie
    [roles] Rôles
    [blockers] Blocages
    [decisions] Décisions
    [updates] Points de situation
    [changes] Modifications du plan
    [review] Constats et actions
    [tasks] Tâches
    [log] Main courante
   *[proof] Preuve
}
report-column = { $column ->
    [point] Jalon
    [planned] Prévu
    [real] Réel
    [after] Depuis l'ouverture
    [slip] Écart
    [basis] Source
    [service] Service
    [priority] Priorité
    [health] État à la fin
    [down] En panne
    [degraded] Dégradé
    [rto] RTO
    [rpo] RPO
    [kept] Tenu ?
    [data-loss] Données perdues
    [step] Étape
    [planned-length] Durée prévue
    [took] Durée réelle
    [span] De – à
    [tasks] Tâches
    [phases] Phases
    [blocked] Blocages
    [people] Qui
    [who] Qui
    [role] Rôle
    [task] Tâche
    [reason] Motif
    [lasted] Durée
    [at] Quand
    [decision] Décision
    [why] Motif
    [objections] Objections
    [audience] Destinataires
    [sent] Envoyés
    [late] En retard
    [worst] Retard maximal
    [owed] À la fin
    [action] Action
    [owner] Responsable
    [due] Échéance
    [state] État
    [outcome] Résultat
    [ended] Terminée
    [seq] N°
   *[entry] Événement
}
report-card = { $card ->
    [lasted] Durée
    [plan] Fin
    [restored] Rétabli après
    [rto] RTO tenus
    [rpo] RPO tenus
    [slipped] Plus grands écarts
    [outside] Points de situation externes
   *[open] Reste ouvert
}
report-card-lasted = { $span } ; { $active } de temps actif
report-card-plan = fin prévue { $planned } ; réelle { $end }
report-card-forecast = fin prévue { $planned } ; estimée { $end }
report-card-restored = { $at } ; prévu { $planned }
report-card-planned = prévu { $planned }
report-in-plan = dans les temps
report-on-plan = dans les temps
report-nothing-open = rien
report-kept = { $kept } sur { $known }
report-all-kept = pour tous les services touchés
report-worst = écart maximal : {""}
report-colon = {" "}: {""}
report-severity = { $worst } au plus haut, { $last } à la fin
report-damaged = Le journal est endommagé à partir de l'entrée n° { $record } : { $why }. Ce rapport s'arrête juste avant.
report-not-closed = L'incident n'est pas clôturé : ce rapport montre son état à la dernière entrée, { $at }.
report-open-kind = { $kind ->
    [incident] incident non clôturé
    [services] { $count ->
        [one] { $count } service non rétabli
       *[other] { $count } services non rétablis
    }
    [blockers] { $count ->
        [one] { $count } blocage non levé
       *[other] { $count } blocages non levés
    }
    [calls] { $count ->
        [one] { $count } appel à l'aide non traité
       *[other] { $count } appels à l'aide non traités
    }
    [steps] { $count ->
        [one] { $count } étape non terminée
       *[other] { $count } étapes non terminées
    }
    [tasks] { $count ->
        [one] { $count } tâche non terminée
       *[other] { $count } tâches non terminées
    }
    [deliveries] { $count ->
        [one] { $count } envoi en échec
       *[other] { $count } envois en échec
    }
    [proposals] { $count ->
        [one] { $count } point à approuver
       *[other] { $count } points à approuver
    }
    [updates] { $count ->
        [one] { $count } groupe de destinataires en attente d'un point dû
       *[other] { $count } groupes de destinataires en attente d'un point dû
    }
   *[actions] { $count ->
        [one] { $count } action de suivi ouverte
       *[other] { $count } actions de suivi ouvertes
    }
}
report-open-late = , dont { $count } en retard
report-opened = Incident ouvert le { $at }.
report-opened-by = Incident ouvert le { $at } par { $person }.
report-closed = Clôturé le { $at }.
report-at = à { $time }
report-on = le { $date } à { $time }
report-long-time = { $date } à { $time }
report-worked = { $active } de temps actif, sans suspension ni nuit.
report-worked-holds = { $active } de temps actif, { $holds ->
    [one] une suspension
   *[other] { $holds } suspensions
} ({ $held }), pas de nuit.
report-worked-nights = { $active } de temps actif, { $nights ->
    [one] une nuit
   *[other] { $nights } nuits
} ({ $night }), pas de suspension.
report-worked-both = { $active } de temps actif, { $holds ->
    [one] une suspension
   *[other] { $holds } suspensions
} ({ $held }), { $nights ->
    [one] une nuit
   *[other] { $nights } nuits
} ({ $night }).
report-updates-punctual = { $count ->
    [1] { $late ->
        [0] Un point de situation envoyé, à l'heure.
       *[other] Un point de situation envoyé, en retard.
    }
   *[other] { $count } points de situation envoyés, { $late ->
        [0] aucun en retard.
        [one] dont un en retard.
       *[other] dont { $late } en retard.
    }
}
report-updates-sent = { $count ->
    [one] Un point de situation envoyé.
   *[other] { $count } points de situation envoyés.
}
report-sent-external = { $count ->
    [one] { $count } envoyé
   *[other] { $count } envoyés
}, { $late } en retard
report-never-sent = { $count ->
    [one] un groupe de destinataires n'a pas reçu le dernier point dû
   *[other] { $count } groupes de destinataires n'ont pas reçu le dernier point dû
}
report-closing-words = Motif de clôture : {""}
report-still-open = Reste ouvert
report-to-do = À faire
report-nobody = sans responsable ▲
report-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
report-point = { $point ->
    [began] Début de l'impact
    [opened] Détection (ouverture)
    [engaged] Activation de la cellule
    [degraded] Mode dégradé
    [restored] Rétablissement
   *[closed] Clôture
}
report-basis = { $basis ->
    [told] situation décrite
    [record] main courante
    [phase] fin de la phase
    [work] première activité
   *[services] état des services
}
report-not-reached = non atteint ▲
report-after-began = { $span } après le début de l'impact
report-note-figures = « Prévu » est le plan à l'ouverture, compté depuis celle-ci. Un écart positif est un retard sur la fin de la fourchette, un écart négatif une avance sur son début.
report-note-services = La durée de panne se compte en continu, suspensions et nuits comprises ; le temps passé en mode dégradé, où le service reste utilisable, n'est pas compté dans le RTO.
report-note-services-data = La durée de panne se compte en continu, suspensions et nuits comprises ; le temps passé en mode dégradé, où le service reste utilisable, n'est pas compté dans le RTO. Les données perdues vont du point de restauration au début de la panne.
report-note-timeline = La durée réelle exclut suspensions et nuits ; l'écart se mesure par rapport à la fourchette prévue à l'ouverture.
report-note-extended = A → B : prévu, puis accordé pendant la crise ; l'écart se mesure toujours par rapport au plan.
report-note-roles = Durées prévue et réelle des phases où le rôle a des tâches.
report-not-hit = non touché
report-unknown = inconnu
report-still-left = en panne, reste { $left }
report-cut-short = écourté
report-phase-cut-short = écourtée par la clôture
report-still-down = { $count ->
    [one] { $count } service encore en panne
   *[other] { $count } services encore en panne
}
report-unknown-of = { $count ->
    [one] point de restauration inconnu pour { $count } service
   *[other] point de restauration inconnu pour { $count } services
}
report-yes = oui
report-no = non,
report-sort = { $sort ->
    [break] pause
   *[day_end] fin de journée
}
report-reaches = { $point ->
    [engaged] cellule activée
    [degraded] mode dégradé
   *[restored] rétabli
}
report-added = ajoutée
report-runs = { $count } fois
report-skipped = passée
report-running = { $span }, en cours
report-not-begun = non démarrée
report-held = Suspension { $span } ({ $lasted })
report-night = Nuit { $span } ({ $lasted })
report-still = en cours, début { $from }
report-no-decision = Aucune décision n'a été consignée.
report-taken-back = annulée
report-command = Direction de crise
report-took-command = {" "}a pris la direction de crise
report-in-command = {" "}dirige
report-external = {" "}(externe)
report-owed = point attendu { $due }
report-sent-late = retard { $late }, attendu { $due }
report-in-time = à l'heure, attendu { $due }
report-delivery = { $state ->
    [pending] en attente
    [delayed] nouvel essai prévu
    [delivered] remis
   *[failed] non remis
}
report-were-added = Étapes et tâches ajoutées en cours d'incident
report-were-skipped = Étapes et tâches passées
report-task-of = tâche de « { $step } »
report-step = étape
report-action-state = { $state ->
    [open] ouverte
    [late] en retard
    [done] terminée
   *[dropped] abandonnée
}
report-set-aside = {" "}(écarté)
report-as-of = Retard des actions au { $day }.
report-technical = { $count ->
    [one] Une entrée purement technique, relative aux envois, n'est pas reprise ici ; elle est dans le journal.
   *[other] { $count } entrées purement techniques, relatives aux envois, ne sont pas reprises ici ; elles sont dans le journal.
}
report-older = Les { $count } entrées plus anciennes ne sont pas reprises ici ; elles sont dans le journal.
report-records = { $records ->
    [one] Une entrée ; empreinte SHA-256 de la dernière entrée :
   *[other] { $records } entrées ; empreinte SHA-256 de la dernière entrée :
}
report-verify = Chaque entrée du journal est liée à la précédente par son empreinte. Pour vérifier : « warroom verify journal.jsonl », ou le script verify.py de la documentation ; l'empreinte affichée doit être celle indiquée ci-dessus.
report-verify-external = Chaque entrée du journal est liée à la précédente par son empreinte. Le détenteur du journal peut prouver que rien n'y a changé depuis : l'empreinte de la dernière entrée doit être celle indiquée ci-dessus.
report-foot = Rapport interne, généré par warroom à partir du journal de l'incident. Heures : { $zone }.
report-foot-external = Rapport externe : sans noms de personnes ni de machines, sans main courante, décisions ni suivi interne. Heures : { $zone }.
report-gantt = Prévu et réel, étape par étape
report-gantt-bar-planned = Prévu : { $span }
report-gantt-bar-real = Réel : { $span }
report-gantt-bar-over = Dépassement : { $span }
report-gantt-closed = clôture
report-gantt-last = dernière entrée
report-legend-planned = prévu
report-legend-real = réel
report-legend-over = ▲ dépassement
report-legend-held = suspension
report-legend-night = nuit
report-follow-up = Action de suivi
report-follow-up-owner = Responsable : { $owner }
report-tasks-internal = Les tâches et les actions de suivi sont internes : avec --audience external, seuls les en-têtes sont exportés.
report-for-csv = --for implique --format csv et ne se combine avec aucun autre format.

# Actions à l'écran.
action-previous-chapter = Revenir au chapitre précédent
action-chapters = Choisir un chapitre
action-chapters-hint = chapitres
action-find = Rechercher dans le rapport
action-find-hint = rechercher
action-next-found = Aller à l'occurrence suivante
action-previous-found = Aller à l'occurrence précédente
action-switch-readers = Basculer entre version interne et version externe
action-switch-readers-hint = interne/externe
action-copy-command = Copier la commande d'export du rapport
action-copy-command-hint = copier

# Formulaires et questions.
ask-report = Rapport
ask-report-awaited = Génération du rapport…
ask-report-internal = Rapport interne
ask-report-external = Rapport externe
ask-report-to-internal = interne
ask-report-to-external = externe
ask-report-percent = { $percent } %
ask-report-search = Rechercher
ask-report-found = { $at } sur { $of }
ask-report-not-found = aucun résultat
ask-report-foot = Exporter : { $command }
ask-report-file = Exporter dans un fichier
ask-report-file-about = Cette commande, lancée dans un terminal, exporte une page que tout navigateur affiche et imprime :
ask-report-file-name = rapport.html
ask-report-host = HÔTE
ask-report-copied = Commande copiée.
ask-report-shortened = Les { $shown } dernières lignes ; les { $left } précédentes sont dans le fichier exporté et à la page Main courante.
