# Refus : pourquoi, et que faire à la place.
refusal-closed = L'incident est clôturé : rouvrez-le d'abord.
refusal-not-closed = L'incident n'est pas clôturé : il n'y a rien à rouvrir.
refusal-held = L'incident est suspendu : reprenez-le d'abord.
refusal-not-held = L'incident n'est pas suspendu : le décompte des phases est en marche.
refusal-night = La journée est terminée (« { $step } ») : commencez d'abord la suivante.
refusal-not-night = La journée a déjà commencé : il n'y a pas de nuit à terminer.
refusal-no-such-step = Étape inconnue : « { $step } ». Consultez la liste des étapes.
refusal-no-such-task = Tâche inconnue : « { $task } ». Consultez la liste des tâches.
refusal-no-such-service = Service inconnu : « { $service } ». Consultez la liste des services.
refusal-no-such-role = Le plan n'a pas de rôle « { $role } ». Choisissez parmi { $known }.
refusal-no-such-entry = La main courante n'a pas d'entrée n° { $entry }. Les numéros figurent dans la main courante.
refusal-step-is = { $state ->
    [waiting] « { $step } » n'a pas démarré : démarrez-la d'abord.
    [active] « { $step } » est déjà en cours.
    [finished] « { $step } » est terminée : rouvrez-la pour la poursuivre.
   *[skipped] « { $step } » a été passée : rouvrez-la d'abord.
}
refusal-not-a-phase = « { $step } » n'est pas une phase : seules les phases ont des tâches.
refusal-no-range = « { $step } » est une fin de journée, sans durée prévue. Pour fixer la reprise, terminez la journée (warroom day end --resume 08:00).
refusal-task-is = { $state ->
    [todo] « { $title } » est à faire : il n'y a rien à débloquer ni à rouvrir.
    [doing] « { $title } » est déjà en cours{ $by }.
    [blocked] « { $title } » est bloquée{ $by } : débloquez-la d'abord.
    [done] « { $title } » est déjà terminée{ $by } : rouvrez-la s'il reste quelque chose à faire.
   *[skipped] « { $title } » a été passée{ $by } : rouvrez-la s'il faut la faire.
}
refusal-by = { " " }({ $person })
refusal-by-at = { " " }({ $person }, { $time })
refusal-nothing-next = Il ne reste aucune étape : clôturez l'incident ou ajoutez une étape.
refusal-only-earlier = Aucune étape ne suit. « { $step } » reste à faire, mais plus haut dans le plan : démarrez-la avec « Démarrer une autre étape » (S), ou par warroom phase start ID.
refusal-empty = Il manque { $what } : saisissez quelques mots.
refusal-too-long = Trop long pour { $what } : { $max } caractères au maximum.
refusal-bad-range = Durée prévue non valide : écrivez le minimum puis le maximum, entre une seconde et un an.
refusal-cannot-move = « { $step } » ne peut pas être placée là : seule une étape à venir se déplace, et jamais après elle-même.
refusal-no-change = Aucun changement : c'est déjà le cas.
refusal-not-correctable = L'entrée n° { $entry } ne peut pas être corrigée : seuls les notes, les faits et les décisions peuvent l'être.
refusal-nothing-to-undo = Vous n'avez rien à annuler.
refusal-changed-since = Depuis, { $by } a modifié le même élément (entrée n° { $entry }) : corrigez-le vous-même au lieu d'annuler.
refusal-too-many = Limite atteinte : un incident compte au plus { $max } { $what }.
refusal-ask-commander = Seul le directeur de crise peut le faire. Adressez-vous à { $commander }.
refusal-ask-person = C'est réservé à { $person } : adressez-vous à cette personne.
refusal-ask-role = Seul le rôle « { $role } » peut le faire. Adressez-vous à un titulaire de ce rôle, ou au directeur de crise, { $commander }.
refusal-ask-holders = Seul le rôle « { $role } » peut le faire. Adressez-vous à { $holders }, ou au directeur de crise, { $commander }.
refusal-reads-only = Vous êtes observateur : vous ne pouvez rien modifier. Adressez-vous au directeur de crise, { $commander }.
refusal-may-not-open = Pour ouvrir un incident, il faut le droit « directeur de crise » ou « adjoint » (people.toml). Adressez-vous à une personne qui l'a, ou à l'exploitant de l'hôte.
refusal-commander-there = Vous ne pouvez prendre la direction de crise qu'après une absence prolongée de la personne qui dirige ({ $commander }). Demandez-lui de passer la main.
refusal-no-such-call = Aucun appel à l'aide en cours ne porte le numéro { $call }. Consultez la liste des appels.
refusal-no-offer = La direction de crise n'est proposée à personne : il n'y a rien à accepter, à décliner ni à retirer.
refusal-no-offer-of-role = Le rôle « { $role } » n'est proposé à personne : il n'y a rien à accepter, à décliner ni à retirer.
refusal-not-taken-over = Le rôle « { $role } » n'a pas été repris par { $person } dans cet incident. Choisissez parmi { $takers }.
refusal-taken-over-by-nobody = Personne n'a repris le rôle « { $role } » dans cet incident : il ne peut pas être retiré à { $person }. Son titulaire habituel figure dans people.toml.
refusal-to-oneself = Vous ne pouvez pas vous passer la main : choisissez une autre personne.
refusal-not-undoable = L'entrée n° { $entry } est une relève, qui ne s'annule pas : proposez de repasser la main.
refusal-no-audience = Cet incident n'a aucun destinataire, donc pas de « { $audience } » : définissez d'abord un groupe de destinataires dans le plan ou dans notify.toml.
refusal-no-such-audience = Destinataires inconnus : « { $audience } ». Choisissez parmi { $known }.
refusal-no-such-proposal = Aucun point de situation à approuver ne porte le numéro { $proposal }. Consultez la liste des points.
refusal-nothing-to-retry = Rien à renvoyer : aucun envoi n'a échoué ni n'attend un nouvel essai.
refusal-sent = L'entrée n° { $entry } a déjà été envoyée et ne s'annule pas : envoyez un autre point de situation qui rectifie.
refusal-no-such-language = Les points de situation ne peuvent pas être rédigés en « { $language } » : choisissez « fr » ou « en ».
refusal-bad-interval = Cadence non valide : choisissez entre une minute et un an.
refusal-system-only = Seul le système peut consigner le résultat des envois.
refusal-not-on-its-way = Le message { $message } n'est pas en cours d'envoi vers ce canal : rien n'a été consigné.
refusal-no-such-finding = Constat inconnu : { $finding }. Consultez la liste des constats.
refusal-finding-dropped = Le constat { $finding } a été écarté{ $by } : ajoutez-en un autre, ou annulez sa mise à l'écart.
refusal-no-such-action = Action inconnue : { $action }. Consultez la liste des actions.
refusal-action-is = { $state ->
    [open] L'action { $action } est ouverte : il n'y a rien à rouvrir.
    [done] L'action { $action } est déjà terminée{ $by } : rouvrez-la s'il reste quelque chose à faire.
   *[dropped] L'action { $action } est abandonnée{ $by } : rouvrez-la d'abord.
}
refusal-bad-due = Échéance non valide : { $due }. Choisissez un jour à partir de l'ouverture de l'incident, dans les cent ans.
refusal-in-the-future = Ce moment n'est pas encore passé ({ $time }) : indiquez le moment dont datent les données restaurées.
