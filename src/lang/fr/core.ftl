# Durées et dates.
span-day = j
date-long = { $weekday } { $date }
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-time = { $date } { $time }
date-day = { $day ->
    [1] 1er
   *[other] { $day }
}
date-weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
date-month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
date-month-short = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[12] déc.
}

# Noms des états.
name-right = { $right ->
    [observer] observateur
    [member] membre
    [deputy] adjoint
    [commander] directeur de crise
    [house] le programme lui-même
   *[owner] compte de l'hôte
}
name-kind = { $kind ->
    [exercise] exercice
   *[real] réel
}
name-status = { $status ->
    [held] suspendu
    [closed] clos
   *[open] ouvert
}
name-health-presumed = { $health } ?
name-health = { $health ->
    [up] en service
    [degraded] dégradé
   *[down] en panne
}
name-task-state = { $state ->
    [todo] à faire
    [doing] en cours
    [blocked] bloquée
    [done] faite
   *[skipped] sautée
}
name-step-state = { $state ->
    [waiting] à venir
    [active] en cours
    [finished] terminée
   *[skipped] sautée
}
name-step-kind = { $kind ->
    [break] pause
    [day_end] fin de journée
   *[phase] phase
}
name-lateness = { $lateness ->
    [calm] dans les temps
    [due] dans la fourchette
   *[late] en retard
}
name-follow-up-state = { $state ->
    [open] ouverte
    [late] en retard
    [done] terminée
   *[dropped] abandonnée
}
name-milestone = { $milestone ->
    [engaged] équipe de crise engagée
    [degraded] mode dégradé
   *[restored] services rétablis
}
name-entry-kind = { $kind ->
    [help] appel
    [duty] relève
    [decision] décision
    [fact] fait
    [note] note
    [task] tâche
    [step] étape
    [service] service
    [update] point
    [review] revue
   *[incident] incident
}
name-field = { $field ->
    [title] le titre
    [reason] la raison
    [text] le texte
    [name] le nom
    [situation] la situation
    [steps] étapes
    [tasks] tâches
    [briefing] la consigne de relève
    [calls] appels à l'aide en cours
    [audiences] audiences
    [proposals] points de situation à approuver
    [targets] cibles
    [findings] constats
    [actions] actions de suivi
   *[services] services
}

# Durées saisies.
planned-unreadable = « { $text } » n'est pas une durée : écrivez 45m, 1h30, 2h ou 45m..1h30
planned-no-unit = « { $text } » n'a pas d'unité : écrivez { $text }m ou { $text }h
planned-upside-down = le minimum dépasse le maximum : écrivez d'abord la durée la plus courte
planned-nothing = une durée nulle ne prévoit rien : écrivez au moins 1s
planned-too-long = plus d'un an est prévu : écrivez une durée plus courte

# Refus : pourquoi, et que faire à la place.
refusal-closed = L'incident est clos : rouvrez-le d'abord.
refusal-not-closed = L'incident n'est pas clos : il n'y a rien à rouvrir.
refusal-held = Les horloges des phases sont suspendues : reprenez d'abord.
refusal-not-held = Rien n'est suspendu : les horloges des phases tournent déjà.
refusal-night = La journée est finie (« { $step } ») : commencez d'abord la suivante.
refusal-not-night = Aucune fin de journée n'est en cours : la journée a déjà commencé.
refusal-no-such-step = Aucune étape ne s'appelle « { $step } » : regardez la liste des étapes.
refusal-no-such-task = Aucune tâche ne s'appelle « { $task } » : regardez la liste des tâches.
refusal-no-such-service = Aucun service ne s'appelle « { $service } » : regardez la liste des services.
refusal-no-such-role = Le plan n'a pas de rôle « { $role } » : choisissez parmi { $known }.
refusal-no-such-entry = La main courante n'a pas d'entrée { $entry } : regardez les numéros.
refusal-step-is = { $state ->
    [waiting] « { $step } » n'a pas commencé : démarrez-la d'abord.
    [active] « { $step } » est déjà en cours : terminez-la le moment venu.
    [finished] « { $step } » est terminée : rouvrez-la pour la poursuivre.
   *[skipped] « { $step } » est sautée : rouvrez-la d'abord.
}
refusal-not-a-phase = « { $step } » n'est pas une phase : seule une phase a des tâches.
refusal-no-range = « { $step } » finit à une heure du jour : donnez l'heure de reprise en terminant la journée.
refusal-task-is = { $state ->
    [todo] « { $title } » est à faire, ni bloquée ni faite : commencez-la ou cochez-la.
    [doing] « { $title } » est en cours{ $by } : cochez-la quand elle est faite.
    [blocked] « { $title } » est bloquée{ $by } : débloquez-la d'abord.
    [done] « { $title } » est déjà faite{ $by } : rouvrez-la s'il reste à faire.
   *[skipped] « { $title } » est sautée{ $by } : rouvrez-la s'il faut la faire.
}
refusal-by = { " " }({ $person })
refusal-by-at = { " " }({ $person }, { $time })
refusal-nothing-next = Plus aucune étape n'attend : clôturez l'incident, ou ajoutez une étape.
refusal-empty = Il manque { $what } : écrivez quelques mots.
refusal-too-long = C'est trop long pour { $what } : au plus { $max } caractères ; gardez l'essentiel.
refusal-bad-range = Cette durée prévue ne peut pas servir : écrivez le minimum puis le maximum, entre une seconde et un an.
refusal-cannot-move = « { $step } » ne peut pas aller là : seule une étape qui n'a pas commencé se déplace, et derrière une autre qu'elle-même.
refusal-no-change = C'est déjà ainsi : il n'y a rien à changer.
refusal-not-correctable = L'entrée { $entry } ne se corrige pas : seuls une note, un fait ou une décision se corrigent.
refusal-nothing-to-undo = Vous n'avez rien fait qui puisse être annulé.
refusal-changed-since = Depuis, { $by } a changé la même chose (entrée { $entry }) : faites le changement voulu au lieu d'annuler.
refusal-too-many = C'est plein : un incident a au plus { $max } { $what }.
refusal-ask-commander = C'est au directeur de crise d'en décider : demandez à { $commander }.
refusal-ask-person = Seul(e) { $person } peut le faire : demandez-lui.
refusal-ask-role = C'est au rôle « { $role } » de le faire : adressez-vous à qui le tient, ou à { $commander }, qui dirige la crise.
refusal-ask-holders = C'est au rôle « { $role } » de le faire : adressez-vous à { $holders }, ou à { $commander }, qui dirige la crise.
refusal-reads-only = Vous êtes ici en observation, sans rien changer : adressez-vous à { $commander }, qui dirige la crise.
refusal-may-not-open = Il faut le droit « commander » ou « deputy » pour ouvrir un incident : adressez-vous à qui l'a, ou au compte qui a lancé l'hôte.
refusal-commander-there = La direction de crise est tenue par { $commander }, qui n'est pas absent depuis assez longtemps : demandez-lui de vous la passer.
refusal-no-such-call = Aucun appel à l'aide en cours ne porte le numéro { $call } : regardez la liste des appels.
refusal-no-offer = La direction de crise n'est proposée à personne : il n'y a rien à accepter ni à retirer.
refusal-no-offer-of-role = Le rôle « { $role } » n'est proposé à personne : il n'y a rien à accepter ni à retirer.
refusal-not-taken-over = Le rôle « { $role } » n'a pas été repris par { $person } dans cet incident : choisissez parmi { $takers }.
refusal-taken-over-by-nobody = Personne n'a repris le rôle « { $role } » dans cet incident, { $person } non plus : le fichier des personnes dit à qui il revient.
refusal-to-oneself = On ne se passe pas la main à soi-même : choisissez quelqu'un d'autre.
refusal-not-undoable = L'entrée { $entry } est un passage de main, qui ne s'annule pas : proposez de repasser la main.
refusal-no-audience = Cet incident n'a personne à tenir au courant, et pas d'audience « { $audience } » : définissez-la d'abord.
refusal-no-such-audience = Il n'y a pas d'audience « { $audience } » : choisissez parmi { $known }.
refusal-no-such-proposal = Aucun point de situation numéro { $proposal } n'attend d'approbation : regardez la liste des points.
refusal-nothing-to-retry = Rien de cela n'a échoué ni n'attend un nouvel essai : il n'y a rien à renvoyer.
refusal-sent = L'entrée { $entry } est partie et ne s'annule pas : envoyez un autre point de situation qui rectifie.
refusal-no-such-language = Les points de situation ne s'écrivent pas en « { $language } » : choisissez « fr » ou « en ».
refusal-bad-interval = Cette cadence ne peut pas servir : donnez au moins une minute et au plus un an.
refusal-house-only = Seul le programme rapporte ce que deviennent les messages, et il ne fait rien d'autre.
refusal-not-on-its-way = Le message { $message } n'est pas en route vers cette cible : rien n'a été noté.
name-occasion = { $occasion ->
        [opening] ouverture
        [degraded] mode dégradé
        [restored] rétablissement
        [closing] clôture
       *[progress] point d'étape
    }
refusal-no-such-finding = La revue n'a pas de constat { $finding } : regardez la liste des constats.
refusal-finding-dropped = Le constat { $finding } a été écarté{ $by } : ajoutez-en un autre, ou annulez.
refusal-no-such-action = La revue n'a pas d'action { $action } : regardez la liste des actions.
refusal-action-is = { $state ->
    [open] L'action { $action } est ouverte : il n'y a rien à rouvrir.
    [done] L'action { $action } est déjà terminée{ $by } : rouvrez-la s'il reste à faire.
   *[dropped] L'action { $action } est abandonnée{ $by } : rouvrez-la d'abord.
}
refusal-bad-due = L'échéance du { $due } ne peut pas servir : donnez un jour depuis l'ouverture de l'incident, et dans le siècle.
refusal-in-the-future = Le { $time } n'est pas encore passé : donnez le moment dont datent les données restaurées.
