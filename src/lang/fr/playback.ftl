# Rejeu : barre et fenêtres.
playback-badge = REJEU
playback-playing = ▶ lecture
playback-paused = ❚❚ en pause
playback-ended = ■ fin
playback-live = { " " }● en direct{ " " }
playback-goes-on = { $key } : passer en direct
playback-loading = chargement { $percent } %
playback-damaged = ⚠ endommagé à partir du n° { $record }
playback-damaged-short = ⚠ endommagé
playback-too-long = ⚠ trop volumineux, lu jusqu'au n° { $last }
playback-too-long-short = ⚠ trop long
playback-unread = ⚠ illisible à partir du n° { $record }
playback-unread-short = ⚠ illisible
playback-shortened = ⚠ journal raccourci, suivi jusqu'au n° { $last }
playback-shortened-short = ⚠ raccourci
playback-replaced = ⚠ journal remplacé, suivi jusqu'au n° { $last }
playback-replaced-short = ⚠ remplacé
playback-loading-short = lu { $percent } %
playback-silences-skipped = sans les temps morts
playback-seen-by = vue : { $name }
playback-seen-by-commander = vue : { $name } (Dir. crise)
playback-seen-by-role = vue : rôle { $name }
playback-next = ensuite { $sign } { $kind } { $at }
playback-record = n° { $record } sur { $all }
playback-off = Rejeu : lecture seule.

playback-mark-phase = étape
playback-mark-decision = décision
playback-mark-blocker = blocage
playback-mark-overrun = dépassement
playback-mark-update = point de situation
playback-mark-command = direction de crise
playback-mark-hold = suspension
playback-mark-night = nuit
playback-mark-severity = gravité
playback-mark-service = service
playback-mark-reopened = réouverture
playback-mark-closed = clôture
playback-mark-about = { $sign } { $kind } : { $about }
playback-no-mark-after = { $what } : rien d'ici la fin de l'incident.
playback-no-mark-yet = { $what } : rien dans la partie chargée ; le chargement du journal continue.
playback-no-mark-before = { $what } : rien avant cet instant.

playback-jump = Aller à un moment
playback-jump-about = Le journal va de { $from } à { $to }.
playback-jump-moment = Moment
playback-jump-hint = 14:32, J2 09:00, +30m, T+3h, 50%, #123
playback-when-unreadable = Moment non valide : écrivez 14:32, J2 09:00, +30m, T+3h, 50% ou #123.
playback-when-outside = Hors du journal, qui va de { $from } à { $to }.
playback-when-no-record = Entrée inconnue : la dernière est la n° { $last }.

playback-eyes-commander = Le directeur de crise du moment
playback-eyes-role = Rôle { $role }

playback-presence-title = qui a agi
playback-presence = Le journal n'indique ni qui était devant un écran, ni les coordonnées.

playback-help = Touches du rejeu
playback-help-about = Un rejeu est en lecture seule. Ces touches permettent de naviguer et de lire.
playback-help-signs = Signes sur la barre
playback-help-activity = Activité de la main courante ; suspensions

playback-compare = Ce qui a changé
playback-compare-no-mark = Pour comparer, posez le repère A ({ $mark }), allez à un autre moment, puis appuyez sur { $compare }.
playback-compare-same = Les deux moments sont identiques : allez à un autre, puis appuyez sur { $compare }.
playback-compare-between = De { $from } à { $to } · { $length } · { $records ->
    [0] aucune entrée
    [one] { $records } entrée
   *[other] { $records } entrées
}
playback-compare-nothing = Rien n'a changé entre ces deux moments.
playback-compare-of = { $name } : { $text }
playback-compare-added = ajoutée, { $state }
playback-compare-blocked-by = { $task } : { $reason }
playback-compare-freed = { $task } n'est plus bloquée : { $state }
playback-compare-whole = Incident
playback-compare-status = État
playback-compare-severity = Gravité
playback-compare-command = Direction de crise
playback-compare-title = Titre
playback-compare-end = Fin estimée
playback-compare-slip = Écart au plan
playback-compare-done = Tâches terminées ou passées
playback-compare-blocked = Tâches bloquées
playback-compare-services = Services
playback-compare-blockers = Blocages
playback-compare-calls = Appels à l'aide non traités
playback-compare-decisions = Décisions
playback-compare-updates = Points de situation
playback-compare-steps = Étapes
playback-compare-tasks = Tâches
playback-compare-facts = Faits
playback-compare-entries = Autres entrées de la main courante
playback-compare-people = Auteurs
playback-status-open = ouvert
playback-status-held = suspendu
playback-status-closed = clôturé

# Actions à l'écran.
action-play-pause = Lire ou mettre en pause
action-play-pause-hint = lire/pause
action-faster = Lire plus vite
action-faster-hint = vitesse
action-slower = Lire moins vite
action-next-event = Aller à l'entrée suivante
action-next-event-hint = entrée
action-previous-event = Revenir à l'entrée précédente
action-previous-phase = Revenir au début de la phase précédente
action-next-mark = Aller au signe suivant de la barre
action-next-mark-hint = signe
action-previous-mark = Revenir au signe précédent de la barre
action-next-decision = Aller à la décision suivante
action-previous-decision = Revenir à la décision précédente
action-next-blocker = Aller au blocage suivant
action-previous-blocker = Revenir au blocage précédent
action-next-overrun = Aller au dépassement suivant
action-previous-overrun = Revenir au dépassement précédent
action-next-update = Aller au point de situation suivant
action-previous-update = Revenir au point de situation précédent
action-forward = Avancer de dix secondes de lecture
action-rewind = Reculer de dix secondes de lecture
action-incident-start = Aller au début de l'incident
action-incident-end = Aller à la fin de l'incident
action-jump = Aller à un moment : 14:32, J2 09:00, +30m, T+3h
action-jump-hint = aller à
action-skip-silence = Sauter les temps morts, ou les lire
action-skip-silence-hint = temps morts
action-watch = Prendre le point de vue d'une personne ou d'un rôle
action-watch-hint = point de vue
action-mark-a = Poser ou retirer le repère A ici
action-mark-a-hint = repère A
action-mark-b = Poser ou retirer le repère B ici
action-compare = Comparer le repère A au repère B ou à l'instant affiché
action-compare-hint = comparer
