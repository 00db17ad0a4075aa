# Ce que disent les variables des points de situation.
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
draft-late-phase = { $phase }, dépassée de { $over }
draft-late-extended = { $phase }, portée de { $plan } à { $agreed } et dépassée de { $over }
draft-slip = { $late ->
        [yes] { $span } de retard
       *[no] { $span } d'avance
    }
draft-tasks = { $all ->
        [one] { $done } tâche faite sur une
       *[other] { $done ->
            [0] aucune tâche faite sur { $all }
            [1] 1 tâche faite sur { $all }
           *[other] { $done } tâches faites sur { $all }
        }
    }
draft-stuck = { $task } : { $reason }
draft-held = { $since }, { $reason }
draft-then = { $first } ; { $second }
draft-more = { $list } et { $count } de plus

# Ce qui ne va pas dans un modèle.
draft-too-big = le fichier est trop gros pour un modèle
draft-too-big-expected = 64 Kio au plus
draft-not-text = le fichier n'est pas du texte
draft-not-text-expected = un texte en UTF-8
draft-empty = le modèle est vide
draft-empty-expected = un texte, avec des variables comme {"{{"}title{"}}"}
draft-unclosed = une variable n'est pas fermée
draft-unclosed-expected = fermer par {"}}"} sur la même ligne
draft-unknown = aucune variable ne s'appelle « { $name } »
draft-unknown-expected = l'une de : { $known }
draft-inside-only = « { $name } » est réservé aux audiences internes
draft-inside-only-expected = pour l'extérieur, l'une de : { $known }
draft-file-name = le nom du fichier ne dit pas de quel modèle il s'agit
draft-file-name-expected = AUDIENCE.MOMENT.LANGUE.md, par exemple clients.opening.fr.md ; les moments : opening, progress, degraded, restored, closing ; les langues : fr, en
draft-problems-more = { $count ->
        [one] encore une erreur
       *[other] encore { $count } erreurs
    }
draft-problems-more-expected = corriger d'abord celles qui précèdent
