# Le rapport d'un incident.
report-section = { $section ->
    [short] En bref
    [figures] Chiffres clés
    [services] Services
    [timeline] Chronologie
    [roles] Rôles
    [blockers] Blocages
    [decisions] Décisions
    [updates] Points de situation
    [changes] Écarts au plan
    [review] Constats et actions
    [tasks] Tâches
    [log] Main courante
   *[proof] Preuve
}
report-column = { $column ->
    [point] Étape clé
    [planned] Prévu
    [real] Réel
    [after] Depuis l'ouverture
    [slip] Écart
    [basis] Lu dans
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
    [reason] Raison
    [lasted] Durée
    [at] Quand
    [decision] Décision
    [why] Pourquoi
    [objections] Objections
    [audience] Audience
    [told] Envoyés
    [late] En retard
    [worst] Pire retard
    [owed] À la fin
    [action] Action
    [owner] Responsable
    [due] Échéance
    [state] État
    [outcome] Résultat
    [ended] Terminée
    [seq] N°
   *[entry] Ce qui s'est passé
}
report-card = { $card ->
    [lasted] Durée
    [plan] Fin
    [restored] Rétabli après
    [rto] RTO tenus
    [rpo] RPO tenus
    [slipped] Plus grands écarts
    [outside] Points à l'extérieur
   *[open] Reste ouvert
}
report-card-lasted = { $span } ; { $active } de travail
report-card-plan = fin prévue { $planned } ; réelle { $end }
report-card-forecast = fin prévue { $planned } ; attendue { $end }
report-card-restored = { $at } ; prévu { $planned }
report-card-planned = prévu { $planned }
report-in-plan = dans le plan
report-on-plan = dans les temps
report-nothing-open = rien
report-kept = { $kept } sur { $known }
report-all-kept = tous les services touchés
report-worst = le pire : {""}
report-colon = {" "}: {""}
report-severity = { $worst } au plus haut, { $last } à la fin
report-damaged = Le journal est endommagé à partir de l'entrée { $record } : { $why }. Ce rapport s'arrête juste avant.
report-not-closed = L'incident n'est pas clos : ce rapport dit où il en était à la dernière entrée, { $at }.
report-open-kind = { $kind ->
    [incident] incident non clos
    [services] { $count ->
        [one] { $count } service non rétabli
       *[other] { $count } services non rétablis
    }
    [blockers] { $count ->
        [one] { $count } blocage non levé
       *[other] { $count } blocages non levés
    }
    [calls] { $count ->
        [one] { $count } appel à l'aide sans réponse
       *[other] { $count } appels à l'aide sans réponse
    }
    [steps] { $count ->
        [one] { $count } étape non terminée
       *[other] { $count } étapes non terminées
    }
    [tasks] { $count ->
        [one] { $count } tâche non faite
       *[other] { $count } tâches non faites
    }
    [deliveries] { $count ->
        [one] { $count } destination non servie
       *[other] { $count } destinations non servies
    }
    [proposals] { $count ->
        [one] { $count } point à valider
       *[other] { $count } points à valider
    }
    [updates] { $count ->
        [one] { $count } audience sans le point qui lui était dû
       *[other] { $count } audiences sans le point qui leur était dû
    }
   *[actions] { $count ->
        [one] { $count } action de suivi ouverte
       *[other] { $count } actions de suivi ouvertes
    }
}
report-open-late = , dont { $count } en retard
report-opened = Incident ouvert le { $at }.
report-opened-by = Incident ouvert le { $at } par { $person }.
report-closed = Clos le { $at }.
report-at = à { $time }
report-on = le { $date } à { $time }
report-long-time = { $date } à { $time }
report-worked = { $active } de travail, sans suspension ni nuit.
report-worked-holds = { $active } de travail, { $holds ->
    [one] une suspension
   *[other] { $holds } suspensions
} ({ $held }), pas de nuit.
report-worked-nights = { $active } de travail, { $nights ->
    [one] une nuit
   *[other] { $nights } nuits
} ({ $night }), pas de suspension.
report-worked-both = { $active } de travail, { $holds ->
    [one] une suspension
   *[other] { $holds } suspensions
} ({ $held }), { $nights ->
    [one] une nuit
   *[other] { $nights } nuits
} ({ $night }).
report-updates-told = { $count ->
    [one] Un point de situation envoyé
   *[other] { $count } points de situation envoyés
}, { $late ->
    [0] aucun en retard.
    [one] dont un en retard.
   *[other] dont { $late } en retard.
}
report-updates-sent = { $count ->
    [one] Un point de situation envoyé.
   *[other] { $count } points de situation envoyés.
}
report-told-outside = { $count ->
    [one] { $count } envoyé
   *[other] { $count } envoyés
}, { $late } en retard
report-never-told = { $count ->
    [one] une audience sans le dernier point dû
   *[other] { $count } audiences sans le dernier point dû
}
report-closing-words = Mot de la fin : {""}
report-still-open = Ce qui reste ouvert
report-to-do = Ce qui est à faire
report-nobody = personne ▲
report-more = et { $count } de plus
report-point = { $point ->
    [began] Début du dommage
    [opened] Détecté (ouverture)
    [engaged] Cellule engagée
    [degraded] Mode dégradé
    [restored] Rétabli
   *[closed] Clos
}
report-basis = { $basis ->
    [told] la situation écrite
    [record] la main courante
    [phase] fin de la phase
    [work] premier acte de travail
   *[services] état des services
}
report-not-reached = non atteint ▲
report-after-began = { $span } après le début
report-note-figures = « Prévu » est le plan tel qu'il était à l'ouverture, compté depuis elle. Un écart positif est un retard sur la fin de la fourchette, un écart négatif une avance sur son début.
report-note-services = La panne se compte en temps réel, suspensions et nuits comprises ; un service dégradé est utilisable et ne compte pas contre le RTO.
report-note-services-data = La panne se compte en temps réel, suspensions et nuits comprises ; un service dégradé est utilisable et ne compte pas contre le RTO. Les données perdues vont du point de restauration au début de la panne.
report-note-timeline = La durée réelle ne compte ni suspension ni nuit ; l'écart se mesure à la fourchette prévue à l'ouverture.
report-note-extended = A → B : prévu, puis accordé pendant la crise ; l'écart se mesure au plan, quoi qu'il ait été accordé.
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
    [engaged] cellule engagée
    [degraded] mode dégradé
   *[restored] rétabli
}
report-added = ajoutée
report-runs = { $count } fois
report-skipped = sautée
report-running = { $span }, en cours
report-not-begun = non commencée
report-held = Suspension { $span } ({ $lasted })
report-night = Nuit { $span } ({ $lasted })
report-still = depuis { $from }
report-no-decision = Aucune décision n'a été écrite.
report-taken-back = annulé
report-command = Direction de crise
report-took-command = {" "}prend la direction
report-in-command = {" "}dirige
report-outside = {" "}(extérieur)
report-owed = un point était dû { $due }
report-told-late = { $late } de retard, dû { $due }
report-in-time = à temps, dû { $due }
report-delivery = { $state ->
    [pending] en attente
    [delayed] retardé
    [delivered] arrivé
   *[failed] refusé
}
report-were-added = Ajouté en cours de route
report-were-skipped = Sauté
report-task-of = tâche de « { $step } »
report-step = étape
report-action-state = { $state ->
    [open] ouverte
    [late] en retard
    [done] terminée
   *[dropped] abandonnée
}
report-set-aside = {" "}(écarté)
report-as-of = Le retard des actions est jugé au { $day }.
report-technical = { $count ->
    [one] Une entrée qui ne parle que d'un envoi n'est pas reprise ici ; elle est dans le journal.
   *[other] { $count } entrées qui ne parlent que d'envois ne sont pas reprises ici ; elles sont dans le journal.
}
report-older = Les { $count } entrées plus anciennes ne sont pas reprises ici ; elles sont dans le journal.
report-records = { $records ->
    [one] Une entrée ; empreinte de tête SHA-256 :
   *[other] { $records } entrées ; empreinte de tête SHA-256 :
}
report-verify = Chaque entrée du journal est liée à la précédente par son empreinte. Pour vérifier : « warroom verify journal.jsonl », ou le script verify.py de la documentation ; l'empreinte annoncée doit être celle-ci.
report-verify-outside = Chaque entrée du journal est liée à la précédente par son empreinte : qui garde le journal peut montrer que rien n'y a changé depuis, car l'empreinte de tête doit rester celle-ci.
report-foot = Rapport interne, écrit par warroom depuis le journal de l'incident. Heures : { $zone }.
report-foot-external = Rapport destiné à l'extérieur : noms de personnes et de machines, main courante, décisions et suivi interne n'y figurent pas. Heures : { $zone }.
report-gantt = Prévu et réel, étape par étape
report-gantt-bar-planned = Prévu : { $span }
report-gantt-bar-real = Réel : { $span }
report-gantt-bar-over = Au-delà du prévu : { $span }
report-gantt-closed = clôture
report-gantt-last = dernière entrée
report-legend-planned = prévu
report-legend-real = réel
report-legend-over = ▲ au-delà du prévu
report-legend-held = suspension
report-legend-night = nuit
report-follow-up = Action de suivi
report-follow-up-owner = Responsable : { $owner }
report-tasks-internal = Les tâches et les actions de suivi sont internes : avec --audience external, il n'y a que les en-têtes.
report-for-csv = --for va avec --format csv, qu'il suffit à demander.
