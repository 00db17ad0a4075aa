# Les panneaux de la salle.
region-too-small = Fenêtre trop petite : { $width } × { $height } caractères nécessaires (actuellement { $now_width } × { $now_height }).
region-day = J{ $day }
region-end = fin { $end }
region-commander = { $name } (Dir. crise)
region-commander-me = { $name } (Dir. crise, vous)
region-present = { $count ->
    [0] aucun présent
    [one] { $count } présent
   *[other] { $count } présents
}
region-journal = ● enregistré
region-journal-damaged = JOURNAL ENDOMMAGÉ
region-journal-cut = JOURNAL INCOMPLET
region-read-only = LECTURE SEULE
region-exercise = EXERCICE
region-exercise-speed = EXERCICE ×{ $speed }
region-held = SUSPENDU { $for }
region-night = NUIT, reprise { $at }
region-closed = CLÔTURÉ { $at }
region-column-elapsed = écoulé
region-column-planned = prévu
region-column-state = état
region-timeline = Chronologie
region-log = Main courante
region-log-back = { $count ->
    [one] ↑ { $count } plus récente
   *[other] ↑ { $count } plus récentes
}
region-log-nothing = Aucune entrée ne correspond.
region-log-undone = annulé par l'entrée n° { $entry }
region-clocks = Échéances
region-clock-incident = Temps actif
region-clock-incident-short = Actif
region-nothing-runs = Aucune étape en cours
region-more-running = { $count ->
    [one] … et { $count } autre étape en cours
   *[other] … et { $count } autres étapes en cours
}
region-in = dans { $span }
region-skipped = passée
region-not-begun = non démarrée
region-on-time = dans les temps
region-was-late = ▲ +{ $over }
region-was-early = ▽ −{ $lead }
region-expected = début ~{ $at }
region-resumes = reprise { $at }
region-left = reste { $left }
region-left-due = △ reste { $left }
region-late = ▲ retard { $over }
region-no-tasks = Aucune tâche
region-more-above = ↑ { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
region-more-below = ↓ { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
region-page-room = Salle
region-page-timeline = Chronologie
region-page-board = Tableau
region-page-log = Main courante
region-page-people = Équipe
region-page-services = Services
region-page-mine = Mes tâches
region-page-updates = Points
region-mine-open = { $count ->
    [0] rien à faire
    [one] { $count } à faire
   *[other] { $count } à faire
}
region-mine-blocked = { $count ->
    [one] { $count } bloquée
   *[other] { $count } bloquées
}
region-mine-now = Maintenant · { $step }
region-mine-left-over = Restées ouvertes · { $step }
region-mine-others-blocked = Bloquées chez d'autres · { $step }
region-mine-next = Ensuite · { $step }
region-mine-task = Tâche
region-mine-planned = prévu : { $planned }
region-mine-nothing-replay = Aucune tâche pour ce point de vue dans les étapes en cours.
region-mine-nothing = Vous n'avez aucune tâche dans les étapes en cours. Dans la salle (touche 1), « t » prend la tâche sélectionnée.
region-planned = prévu { $between }
region-log-count = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}
region-log-count-of = { $count } sur { $all }
region-log-search = rechercher…
region-by-the-plan = d'après le plan
region-since = depuis { $at }
region-me = { $name } (vous)
region-drives = dirige la crise
region-drives-short = Dir. crise
region-away = hors de la salle
region-no-contact = aucune coordonnée
region-alone = Vous seul pouvez entrer dans cette salle. Pour ouvrir l'accès à d'autres personnes, ajoutez-les à people.toml (voir « warroom people sample » et « warroom config path »), puis lancez « warroom host stop » (rien n'est perdu) et « warroom serve --ssh ADRESSE ».
region-nothing-assigned = aucune tâche affectée
region-services-down = { $count ->
    [0] aucun en panne
    [one] { $count } en panne
   *[other] { $count } en panne
}
region-no-services = Aucun service n'est suivi.
region-rto-missed = RTO { $rto } ▲ +{ $over }
region-board-todo = À faire
region-board-doing = En cours
region-board-blocked = Bloquées
region-board-over = Terminées
region-banner-offered = ⇄ { $person } vous propose { $duty } ({ $at }) : rien ne change avant votre réponse
region-banner-offering = ⇄ Vous proposez { $duty } à { $to } ({ $at }) : rien ne change avant son accord
region-banner-offers = ⇄ { $person } propose { $duty } à { $to } ({ $at }) : rien ne change avant son accord
region-banner-call = ⚑ APPEL À L'AIDE  { $at } { $person }{ $taken } : { $text }{ $task }{ $reply }
region-call-taken = { " " }(pris par { $person })
region-call-reply = { " " }· { $person } : { $text }
region-banner-elsewhere = ⚑ APPEL À L'AIDE dans « { $incident } »  { $at } { $person } : { $text }
region-banner-go = y aller
region-banner-overdue = ▲ Retard dans « { $incident } » – { $what }
region-overdue-updates = point : { $what }
region-overdue-phases = phase : { $what }
region-banner-own-call = ⚑ VOTRE APPEL À L'AIDE est affiché sur tous les écrans depuis { $at }{ $taken } : { $text }{ $task }{ $reply }
region-banner-gone = ▲ { $person } (Dir. crise) a quitté la salle : vous pouvez prendre la direction
region-banner-mention = @ { $at } { $person } vous mentionne : { $text }
region-banner-mentions = @ { $at } { $person } mentionne { $me } : { $text }
region-banner-missed = … { $count ->
    [one] { $count } entrée depuis votre départ à { $at }
   *[other] { $count } entrées depuis votre départ à { $at }
}
region-banner-read = examiner
region-banner-answer = répondre
region-banner-take = prendre la direction
region-banner-look = voir

# Points de situation.
region-clock-update = Prochain point : { $audience }
region-clock-update-short = Point : { $audience }
region-clock-update-shortest = ✎ { $audience }
region-clock-update-soon = △ dans
region-update-soon = △ dans { $span }
region-update-late-now = ▲ en retard
region-update-late = ▲ retard { $over }
region-updates = Points de situation
region-updates-count = { $count ->
    [0] aucun envoyé
    [one] { $count } envoyé
   *[other] { $count } envoyés
}
region-updates-audiences = Destinataires
region-updates-targets = Canaux
region-updates-posted = Points
region-updates-no-audience = Aucun destinataire : ni le plan ni notify.toml n'en prévoient.
region-updates-no-target = Aucun canal. Pour en ajouter un : « warroom notify add URL --audience DESTINATAIRES ». Sans canal, les points ne sont que consignés dans la main courante.
region-updates-none = Aucun point pour l'instant. « u » en rédige un.
region-audience-every = cadence { $every }
region-audience-never = sans cadence
region-audience-approval = avec approbation
region-audience-external = externe
region-audience-no-target = sans canal
region-proposal = △ à approuver
region-target-to-fix = ✗ à corriger : { $reason }
region-target-waiting = … { $count } en attente
region-target-delayed = ↻ { $count } en attente, nouvel essai prévu : { $reason }
region-target-delivered = ✔ remis à { $at }
region-target-ready = rien envoyé
region-target-follows = rien envoyé ; annoncera ce qui suit l'entrée n° { $entry }
region-target-gone = retiré de la configuration
region-delivery-pending = en attente
region-delivery-delayed = pas encore remis ({ $reason }), nouvel essai prévu
region-delivery-delivered = remis à { $at }
region-delivery-repeated = remis à { $at }, peut-être deux fois
region-delivery-failed = non remis ({ $at }) : { $reason }
region-banner-proposal = ✎ POINT À APPROUVER  { $at } { $person } → { $audience } : { $text }
region-banner-proposing = ✎ { $at } votre point pour « { $audience } » attend l'accord du directeur de crise : { $text }
region-banner-proposes = ✎ { $at } le point proposé par { $person } pour « { $audience } » attend l'accord du directeur de crise : { $text }
region-banner-to-fix = ✗ CANAL À CORRIGER  { $targets }
region-banner-unsettled = ✗ RÉGLAGES D'ENVOI À CORRIGER  { $why }
region-banner-read-only = voir
region-banner-write = rédiger
region-page-review = RETEX
region-rpo-lost = perte { $loss } (RPO { $rpo })
region-rpo-missed = ▲ perte { $loss } > RPO { $rpo }
region-lost = perte { $loss }
