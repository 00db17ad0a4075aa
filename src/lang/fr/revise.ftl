# Le plan corrigé d'après les incidents passés.
revise-remark-task = « { $title } » : toujours passée ({ $of } incidents sur { $of })
revise-remark-step = toujours passée ({ $of } incidents sur { $of })
revise-remark-down = durée de panne { $times } ; RTO dépassé { $missed } fois sur { $of }

revise-title = { $count ->
    [one] « { $title } » d'après un incident
   *[other] « { $title } » d'après { $count } incidents
}
revise-ranges = Durée réelle des phases et des pauses, hors suspensions et nuits
revise-rule = Dès { $enough } incidents, la fourchette proposée va de la durée réelle la plus courte à la plus longue. Avec moins, la fourchette prévue est conservée, ou élargie si une durée réelle en sort. Minimum arrondi aux 5 minutes inférieures, maximum aux 5 minutes supérieures.
revise-tasks = Durée réelle des tâches qui ont leur propre durée prévue
revise-added = Ajouts en cours d'incident
revise-skipped = Tâches et étapes passées
revise-services = Durée de panne réelle des services ; les RTO restent inchangés
revise-why = { $why ->
    [none] aucune donnée
    [enough] { $count } incidents
    [few] { $count ->
        [one] 1 incident : fourchette élargie
       *[other] { $count } incidents : fourchette élargie
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
    [yes] ajout retenu
   *[no] trop rare pour être retenu
}
revise-behind = après { $step }
revise-first = au début
revise-always = toujours : signalé dans le plan
revise-missed = RTO dépassé { $missed } fois sur { $of }
revise-revised = { $name } (révisé)
revise-no-newline = Pas de fin de ligne à la fin du fichier

revise-hint = Rien n'a été écrit. Pour écrire le plan révisé : --write FICHIER
revise-written = { $file } est écrit.
revise-nothing = Le plan correspond déjà à ces incidents : rien à écrire.
revise-twice = { $id } est indiqué plusieurs fois et ne compte qu'une fois.
revise-bundled = « { $name } » est un plan fourni, qui ne peut pas être remplacé. Choisissez un fichier : --write { $name }.toml
revise-exists = { $file } existe déjà et n'est pas ce plan : choisissez un autre nom. Rien n'a été écrit.
revise-changed-meanwhile = { $file } a été modifié pendant la révision : rien n'a été écrit. Recommencez.
revise-other-plan = { $id } suit un autre plan, « { $own } », et ne concerne pas « { $title } ».
revise-damaged = { $name } : l'entrée n° { $record } est endommagée : { $why }. Seuls des journaux intacts peuvent servir.
revise-bad = Le plan révisé ne serait pas valide ; rien n'a été écrit. Vérifiez d'abord le plan d'origine : warroom runbook check
revise-no-place = « { $title } » est introuvable dans le texte du plan : rien n'a été écrit.
revise-otherwise = Le texte du plan ne peut pas être révisé automatiquement : rien n'a été écrit. Modifiez-le à la main.
column-proposed = proposé
column-why = d'après
column-step = étape
