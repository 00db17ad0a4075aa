# Valeurs des variables des modèles.
draft-severity = { $severity ->
        [sev1] critique
        [sev2] majeure
        [sev3] modérée
       *[sev4] mineure
    } ({ $name })
draft-since-opened = { $at } (heure du signalement)
draft-zone = { $vowel ->
        [yes] heure d'{ $city }
       *[no] heure de { $city }
    }
draft-zone-utc = heure UTC
draft-at-today = à { $time }
draft-from-today = depuis { $time }
draft-from-day = depuis le { $date } à { $time }
draft-at-day = le { $date } à { $time }
draft-as-of = { $date } à { $time }
draft-between-today = entre { $from } et { $to }
draft-between-day = le { $date } entre { $from } et { $to }
draft-between-days = entre le { $from-date } à { $from } et le { $to-date } à { $to }
draft-no-forecast = pas encore d'estimation fiable
draft-next-today = à { $time } au plus tard
draft-next-day = le { $date } à { $time } au plus tard
draft-service = { $name } ({ $health ->
        [down] indisponible
       *[degraded] mode dégradé
    })
draft-night = interrompus pour la nuit, reprise { $resume }
draft-late-phase = { $phase }, en retard de { $over }
draft-late-extended = { $phase }, portée de { $plan } à { $agreed }, en retard de { $over }
draft-slip = { $late ->
        [yes] { $span } de retard
       *[no] { $span } d'avance
    }
draft-tasks = { $all ->
        [one] { $done } tâche terminée sur une
       *[other] { $done ->
            [0] aucune tâche terminée sur { $all }
            [1] 1 tâche terminée sur { $all }
           *[other] { $done } tâches terminées sur { $all }
        }
    }
draft-stuck = { $task } ({ $reason })
draft-held = { $since }, { $reason }
draft-then = { $first } ; { $second }
draft-more = { $count ->
        [one] { $list } et 1 autre
       *[other] { $list } et { $count } autres
    }

# Erreurs d'un modèle.
draft-empty = le modèle est vide
draft-empty-expected = un texte, avec des variables comme {"{{"}title{"}}"}
draft-unclosed = variable non fermée
draft-unclosed-expected = fermer par {"}}"} sur la même ligne
draft-unknown = variable inconnue : « { $name } »
draft-unknown-expected = au choix : { $known }
draft-internal-only = « { $name } » est réservée aux destinataires internes
draft-internal-only-expected = pour des destinataires externes, au choix : { $known }
draft-file-name = nom de fichier de modèle non valide
draft-file-name-expected = DESTINATAIRES.TYPE.LANGUE.md, par exemple clients.opening.fr.md ; types : opening, progress, degraded, restored, closing ; langues : fr, en
