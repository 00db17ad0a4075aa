# Le plan corrigé d'après les incidents passés.
revise-remark-task = « { $title } » : sautée à chaque fois, { $of } incidents sur { $of }
revise-remark-step = sautée à chaque fois, { $of } incidents sur { $of }
revise-remark-down = arrêt réel { $times } ; objectif dépassé { $missed } fois sur { $of }

revise-title = { $count ->
    [one] « { $title } » d'après un incident
   *[other] « { $title } » d'après { $count } incidents
}
revise-ranges = Durées réelles des phases et des pauses, hors suspensions et nuits
revise-rule = À partir de { $enough } incidents : de la durée la plus courte à la plus longue. En deçà, le prévu n'est qu'élargi. Arrondi vers l'extérieur à 5 minutes.
revise-tasks = Durées réelles des tâches qui ont leur propre durée prévue
revise-added = Ajouts en cours d'incident
revise-skipped = Sauts
revise-services = Arrêts réels des services ; les objectifs restent tels quels
revise-why = { $why ->
    [none] aucun incident ne le dit
    [enough] { $count } incidents
    [few] { $count ->
        [one] 1 incident : élargie
       *[other] { $count } incidents : élargie
    }
   *[same] { $count ->
        [one] 1 incident : comme prévu
       *[other] { $count } incidents : comme prévu
    }
}
revise-often = { $of ->
    [one] dans 1 incident ({ $numbers })
   *[other] { $count ->
        [one] dans 1 incident sur { $of } ({ $numbers })
       *[other] dans { $count } incidents sur { $of } ({ $numbers })
    }
}
revise-taken = { $taken ->
    [yes] pris dans le plan
   *[no] trop rare pour entrer dans le plan
}
revise-behind = après { $step }
revise-first = en tête
revise-always = toujours : remarqué dans le plan
revise-missed = objectif dépassé { $missed } fois sur { $of }
revise-revised = { $name } (révisé)
revise-no-newline = Pas de fin de ligne à la fin du fichier

revise-hint = Rien n'est écrit. Pour écrire le plan révisé : --write FICHIER
revise-written = { $file } est écrit.
revise-nothing = Le plan est déjà ce que disent ces incidents : rien à écrire.
revise-twice = { $id } est nommé plusieurs fois, et compte une fois.
revise-bundled = « { $name } » est un plan fourni, qui n'est pas remplacé. Donnez un fichier : --write { $name }.toml
revise-exists = { $file } existe déjà et n'est pas ce plan : choisissez un autre nom, rien n'a été écrit.
revise-changed-meanwhile = { $file } a été modifié pendant sa révision : rien n'a été écrit. Recommencez.
revise-other-plan = { $id } relève d'un autre plan, « { $own } » : il ne dit rien de « { $title } ».
revise-damaged = { $name } : l'entrée { $record } est endommagée : { $why }. Un plan n'apprend que d'un journal intact.
revise-bad = Révisé d'après ces incidents, le plan ne serait plus valable ; rien n'a été écrit.
revise-no-place = La place de « { $title } » n'a pas été trouvée dans le texte du plan : rien n'a été écrit.
revise-otherwise = Le texte du plan est écrit d'une façon qui ne se révise pas sur place : rien n'a été écrit.
column-proposed = proposé
column-why = pourquoi
column-step = étape
