# Un incident rejoué : sa barre, ses fenêtres.
playback-badge = REJEU
playback-playing = ▶ lecture
playback-paused = ❚❚ en pause
playback-ended = ■ fin
playback-live = { " " }● en direct{ " " }
playback-goes-on = { $key } : suivre en direct
playback-loading = chargement { $percent } %
playback-damaged = ⚠ endommagé à partir du n° { $record }
playback-damaged-short = ⚠ abîmé
playback-too-long = ⚠ trop long, lu jusqu'au n° { $last }
playback-too-long-short = ⚠ trop long
playback-unread = ⚠ illisible à partir du n° { $record }
playback-unread-short = ⚠ illisible
playback-shortened = ⚠ journal raccourci, suivi jusqu'au n° { $last }
playback-shortened-short = ⚠ raccourci
playback-replaced = ⚠ journal remplacé, suivi jusqu'au n° { $last }
playback-replaced-short = ⚠ remplacé
playback-loading-short = lu { $percent } %
playback-silences-skipped = silences sautés
playback-seen-by = vu par { $name }
playback-seen-by-commander = vu par { $name } (DC)
playback-seen-by-role = vu du rôle { $name }
playback-next = ensuite { $sign } { $kind } { $at }
playback-record = n° { $record } sur { $all }
playback-off = C'est un rejeu : tout est déjà écrit, rien ne peut y être fait ni changé.

playback-mark-phase = étape
playback-mark-decision = décision
playback-mark-blocker = blocage
playback-mark-overrun = dépassement
playback-mark-update = point de situation
playback-mark-command = direction
playback-mark-hold = suspension
playback-mark-night = nuit
playback-mark-severity = gravité
playback-mark-service = service
playback-mark-reopened = réouverture
playback-mark-closed = clôture
playback-mark-about = { $sign } { $kind } : { $about }
playback-no-mark-after = { $what } : il n'y en a plus d'ici la fin de l'incident.
playback-no-mark-yet = { $what } : il n'y en a pas dans ce qui est chargé ; la suite du journal se charge encore.
playback-no-mark-before = { $what } : il n'y en a pas avant ce moment.

playback-jump = Aller à un moment
playback-jump-about = L'incident va de { $from } à { $to }.
playback-jump-moment = Moment
playback-jump-hint = 14:32, J2 09:00, +30m, T+3h, 50%, #123
playback-when-unreadable = Ce n'est pas un moment : écrivez 14:32, J2 09:00, +30m, T+3h, 50% ou #123.
playback-when-outside = L'incident n'a pas ce moment : il va de { $from } à { $to }.
playback-when-no-record = Le journal n'a pas cette entrée : la dernière est le n° { $last }.

playback-eyes-commander = Qui tenait la direction de crise
playback-eyes-role = Le rôle { $role }

playback-presence-title = qui a agi
playback-presence = Le journal ne dit pas qui était devant un écran, ni comment joindre quelqu'un.

playback-help = Rejeu : les touches
playback-help-about = Rien de ce qui agit n'est possible dans un rejeu. Voici ce qui se lit et se parcourt.
playback-help-signs = Signes de la barre
playback-help-activity = Ce qui a été écrit à ce moment ; temps suspendu

playback-compare = Ce qui a changé
playback-compare-no-mark = Pour comparer, poser le repère A ({ $mark }), aller à un autre moment, puis { $compare }.
playback-compare-same = Les deux moments sont le même : aller à un autre moment, puis { $compare }.
playback-compare-between = De { $from } à { $to } · { $length } · { $records ->
    [0] aucune entrée
    [one] { $records } entrée
   *[other] { $records } entrées
}
playback-compare-nothing = Rien n'a changé entre ces deux moments.
playback-compare-of = { $name } : { $text }
playback-compare-added = ajouté, { $state }
playback-compare-blocked-by = { $task } : { $reason }
playback-compare-freed = { $task } n'est plus bloqué : { $state }
playback-compare-whole = L'incident
playback-compare-status = État
playback-compare-severity = Gravité
playback-compare-command = Direction de crise
playback-compare-title = Intitulé
playback-compare-end = Fin prévue
playback-compare-slip = Écart au plan
playback-compare-done = Tâches terminées
playback-compare-blocked = Tâches bloquées
playback-compare-services = Services
playback-compare-blockers = Blocages
playback-compare-calls = Appels à l'aide sans réponse
playback-compare-decisions = Décisions
playback-compare-updates = Points de situation
playback-compare-steps = Étapes
playback-compare-tasks = Tâches
playback-compare-facts = Faits
playback-compare-entries = Autres entrées de la main courante
playback-compare-people = Qui a écrit
playback-status-open = ouvert
playback-status-held = suspendu
playback-status-closed = clos
