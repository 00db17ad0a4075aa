# Formulaires, choix, questions et détails.
ask-quoted = « { $text } »

# Formulaires.
ask-note = Note
ask-fact = Fait constaté
ask-decide = Décision
ask-correct = Corriger une entrée
ask-correct-about = L'ancien texte reste visible, barré.
ask-comment = Commenter la tâche
ask-block = Tâche bloquée
ask-skip-task = Abandonner la tâche
ask-retitle-task = Modifier l'intitulé de la tâche
ask-add-task = Nouvelle tâche
ask-skip-step = Sauter l'étape
ask-extend = Durée prévue
ask-add-phase = Nouvelle phase
ask-add-break = Nouvelle pause
ask-add-day-end = Nouvelle fin de journée
ask-hold = Suspendre
ask-hold-about = Les horloges des phases s'arrêtent jusqu'à la reprise.
ask-end-day = Terminer la journée
ask-end-day-about = Les horloges des phases s'arrêtent jusqu'à la reprise.
ask-retitle = Titre de l'incident
ask-describe = Situation
ask-close = Clore l'incident
ask-close-about = { $open ->
    [0] Toutes les tâches sont terminées. Les horloges s'arrêtent ; la main courante reste ouverte aux notes.
    [one] Une tâche n'est pas terminée. Les horloges s'arrêtent ; la main courante reste ouverte aux notes.
   *[other] { $open } tâches ne sont pas terminées. Les horloges s'arrêtent ; la main courante reste ouverte aux notes.
}
ask-reopen = Rouvrir l'incident
ask-add-service = Nouveau service
ask-new-incident = Nouvel incident

# Champs.
ask-text = Texte
ask-decision = Décision
ask-why = Pourquoi
ask-objections = Objections
ask-reason = Motif
ask-missing = Ce qui manque
ask-title = Titre
ask-role = Rôle
ask-phase = Phase
ask-planned = Durée prévue
ask-planned-hint = 45m, 1h30, ou 45m..1h30
ask-planned-hint-optional = facultatif : 45m, ou 45m..1h30
ask-first = Au tout début
ask-behind = Après « { $step } »
ask-place = Place
ask-at = Heure de fin
ask-resume = Reprise à
ask-what = Ce qui est touché
ask-since = Depuis quand
ask-impact = Conséquences
ask-name = Nom
ask-priority = Priorité
ask-health = État
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = facultatif : délai de reprise, 4h
ask-rpo-hint = facultatif : perte de données admise, 1h
ask-title-hint = ex. Cyberattaque, production chiffrée
ask-severity = Gravité
ask-plan = Plan
ask-kind = Type
ask-speed = Vitesse
ask-speed-hint = 1, ou 60 pour qu'une heure passe en une minute

# Erreurs d'un formulaire.
ask-needed = Ce champ est nécessaire.
ask-number = Écrivez un nombre de { $least } à { $most }.
ask-time-unreadable = Écrivez une heure du jour, par exemple 8h30 ou 08:30.
ask-form-keys = Entrée valider · Échap annuler
ask-form-keys-prose = Entrée valider · Alt+Entrée ligne · Échap annuler
ask-form-keys-more = Entrée suivant · Ctrl+S valider · Échap annuler
ask-form-keys-more-prose = Entrée suite · Alt+Entrée ligne · Ctrl+S finir · Échap
ask-form-leaving = Votre texte sera perdu. Échap encore une fois pour l'abandonner.

# Choix et questions.
ask-yes = Entrée  oui
ask-no = Échap  non
ask-picker-keys = ↑↓ choisir · Entrée · Échap
ask-reader-keys = ↑↓ défiler · Échap fermer
ask-search = Rechercher
ask-search-keys = Entrée garder · Échap annuler
ask-nothing-found = Rien ne correspond.
ask-typed = « { $text } »
ask-palette = Commandes
ask-assign = Affecter « { $task } »
ask-me = vous
ask-nobody = personne
ask-all = tout
ask-finish-open = { $open ->
    [one] Une tâche n'est pas terminée dans « { $step } ». Terminer l'étape quand même ?
   *[other] { $open } tâches ne sont pas terminées dans « { $step } ». Terminer l'étape quand même ?
}
ask-next-open = { $open ->
    [one] Une tâche n'est pas terminée dans ce qui est en cours. Passer quand même à « { $next } » ?
   *[other] { $open } tâches ne sont pas terminées dans ce qui est en cours. Passer quand même à « { $next } » ?
}
ask-next-night = { $open ->
    [0] La journée se termine : { $next }. Passer à la nuit ?
    [one] La journée se termine : { $next }. Une tâche n'est pas terminée. Passer à la nuit ?
   *[other] La journée se termine : { $next }. { $open } tâches ne sont pas terminées. Passer à la nuit ?
}
ask-next-none = { $open ->
    [one] Une tâche n'est pas terminée dans ce qui est en cours, et rien ne suit. Terminer quand même ?
   *[other] { $open } tâches ne sont pas terminées dans ce qui est en cours, et rien ne suit. Terminer quand même ?
}
ask-no-task = Aucune tâche n'est sélectionnée.
ask-no-step = Aucune étape ne s'y prête.
ask-no-service = Aucun service n'est suivi ; ajoutez-en un d'abord.
ask-not-correctable = Seuls une note, un fait ou une décision se corrigent ; sélectionnez-en un dans la main courante.
ask-copied = Copié.

# Ce qui a été fait, là où la main courante n'a que les mots.
ask-done-note = Note ajoutée : { $text }
ask-done-fact = Fait consigné : { $text }
ask-done-decision = Décision consignée : { $text }
ask-done-comment = Commentaire ajouté { $text }
ask-done-call = Appel à l'aide affiché chez tous : { $text }
ask-done-update = Point consigné, envoi en cours : { $text }
ask-done-update-kept = Point consigné, sans envoi faute de cible : { $text }
ask-done-update-to-fix = Point consigné, mais à corriger pour qu'il arrive : { $targets } ({ $text })
ask-done-proposal = Point de situation proposé, en attente d'approbation : { $text }

# Détails.
ask-help = Aide
ask-help-about = Chaque action se trouve aussi par son nom dans les commandes. La souris fonctionne : un clic sélectionne, un clic sur la case coche, un double clic ouvre.
ask-help-signs = Lire l'écran
ask-help-elapsed = temps écoulé depuis l'ouverture, suspensions et nuits comprises
ask-help-active = le même sans suspensions ni nuits, face à la durée prévue du plan
ask-help-late = retard sur le maximum prévu
ask-help-early = avance sur le minimum prévu
ask-help-extended = prévu, puis accordé depuis : ce qui court se mesure au second, ce qui est fini au plan
ask-help-due = le minimum prévu est passé
ask-help-range = durée minimale prévue, puis ce qui peut s'y ajouter
ask-help-tasks = tâche à faire, en cours, bloquée, faite, sautée
ask-help-services = service en service, dégradé, en panne
ask-help-updates = quand le prochain point de situation est attendu
ask-more = ↓ { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}
ask-gone = Cela n'existe plus.
ask-task = Tâche
ask-entry = Entrée de la main courante
ask-state = État
ask-task-state = { $state } : { $reason }
ask-person = Personne
ask-changed = Dernier changement
ask-changed-by = { $at } par { $by }
ask-started = Commencée à
ask-planned-late = { $planned }, en retard
ask-id = Identifiant
ask-comments = Commentaires
ask-task-keys = Ce que vous pouvez faire
ask-when = Quand
ask-number-of-record = Entrée
ask-former = Ancien texte
ask-corrected-by = Corrigé le { $at } par { $by }
ask-undone-by = Annulé le { $at } par { $by }

# Alarmes.
ask-alarm-step = « { $step } » a dépassé sa durée prévue.
ask-alarm-step-extended = « { $step } » a dépassé la durée accordée ({ $planned }).
ask-alarm-task = La tâche « { $task } » a dépassé sa durée prévue.
ask-alarm-service = Le service « { $service } » a dépassé son délai de reprise.

# Ce que les personnes se demandent.
ask-call = Appel à l'aide
ask-call-about = Affiché chez tous jusqu'à ce que quelqu'un y réponde.
ask-help-about-task = À propos de « { $task } ». Affiché chez tous jusqu'à ce que quelqu'un y réponde.
ask-call-of = { $person } appelle à l'aide ({ $at })
ask-call-answered = C'est réglé
ask-call-no-more = Plus besoin d'aide
ask-show-task = Voir la tâche
ask-later = Plus tard
ask-no-call = Personne n'appelle à l'aide.
ask-offer = Proposer
ask-offer-about = À { $person } : { $duty }. Cela change de main quand { $person } accepte.
ask-offer-whom = Proposer { $duty }
ask-briefing = Relève
ask-no-briefing = Sans point de relève.
ask-call-names = Tab : { $names }
ask-duty-command = la direction de crise
ask-duty-role = le rôle « { $role } »
ask-offered-by = { $person } vous propose { $duty }
ask-offered-to = Vous proposez { $duty } à { $person }
ask-offer-to-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas : tant que vous n'avez pas accepté, rien ne change de main. Elle prend fin si vous déclinez, si { $person } la retire, ou avec l'incident.
ask-offer-by-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas : tant que { $person } n'a pas accepté, rien ne change de main. Elle prend fin si { $person } décline, si vous la retirez, ou avec l'incident.
ask-accept = Accepter
ask-decline = Décliner
ask-withdraw = Retirer
ask-no-offer = Rien n'est proposé.
ask-none-taken-over = Personne n'a repris de rôle dans cet incident.
ask-nobody-else = Personne d'autre n'est connu ici ; la page Équipe (touche 5) dit comment faire entrer quelqu'un.
ask-nothing-asks = Rien ne vous appelle.
ask-take = Prendre la direction de crise
ask-take-about = { $person } dirige la crise et en sera averti ; la main courante garde le motif.
ask-in-command = Vous dirigez déjà la crise.
ask-card-keys = ←→ choisir · Entrée · ↑↓ lire · Échap
ask-alarm-call = { $person } appelle à l'aide : { $text }
ask-alarm-offer = { $person } vous propose { $duty }.
ask-alarm-declined = { $person } a décliné { $duty }.
ask-alarm-handed-over = { $person } a accepté { $duty }.
ask-alarm-taken = { $person } a pris la direction de crise à la place de { $from }.
ask-alarm-revoked = { $person } vous a retiré { $duty }.
ask-alarm-assigned = { $person } vous a confié « { $task } ».
ask-alarm-mention = { $person } vous parle : { $text }

# Points de situation.
ask-update-title = Point de situation
ask-update-audience = Pour
ask-update-occasion = Moment
ask-update-keys = Tab champ · Ctrl+R brouillon · Ctrl+S aperçu · Échap
ask-update-keys-choice = ←→ choisir · Tab champ · Ctrl+S aperçu · Échap
ask-update-keys-proposal = Ctrl+S aperçu · Échap annuler
ask-update-length = { $count ->
    [0] vide
    [one] { $count } caractère
   *[other] { $count } caractères
}
ask-update-length-long = △ { $count } caractères : au-delà de 1000, un message n'est plus lu d'un coup d'œil
ask-update-hidden = masqué : { $words }
ask-update-already = △ Un point de { $person } pour cette audience attend déjà d'être approuvé, depuis { $at } (page 8)
ask-update-own-template = Votre modèle ne peut pas servir, celui du programme le remplace.
ask-update-post = Envoyer
ask-update-propose = Faire approuver
ask-update-approve = Approuver et envoyer
ask-update-edit = Modifier
ask-update-drop = Écarter
ask-update-later = Plus tard
ask-update-preview-waits = Aperçu en cours…
ask-update-no-target = Aucune cible ne dessert cette audience : le point restera dans la main courante seule.
ask-update-proposed-by = Proposé par { $person } à { $at }, { $minutes ->
    [0] à l'instant
   *[other] il y a { $age }
}
ask-update-deliveries = Envois
ask-no-audience = Cet incident n'a pas d'audience : son plan n'en nomme aucune.
ask-target-audiences = Audiences
ask-target-push = Envois automatiques
ask-target-no-push = aucun
ask-target-unknown = Cette cible n'est plus dans la configuration de l'hôte.
ask-target-since = Depuis { $at }
ask-cadence = Cadence des points de situation
ask-cadence-every = Cadence en { $severity }
ask-cadence-never = sans cadence ; sinon 30m, 1h…
ask-cadence-approval-label = Approbation
ask-cadence-approval = par la direction de crise
ask-cadence-no-approval = inutile
ask-cadence-nights-label = La nuit
ask-cadence-nights = comme le jour
ask-cadence-morning = attendre le matin
ask-alarm-update = Le point de situation pour « { $audience } » est en retard.
ask-alarm-proposed = { $person } propose un point de situation pour « { $audience } ».
ask-alarm-approved = { $person } a approuvé votre point de situation pour « { $audience } ».
ask-alarm-dropped = { $person } a écarté votre point de situation.
ask-alarm-to-fix = La cible « { $target } » est à corriger : { $reason }

# Le rapport.
ask-report = Rapport
ask-report-awaited = Le rapport se prépare…
ask-report-inside = Rapport interne
ask-report-outside = Rapport externe
ask-report-to-inside = interne
ask-report-to-outside = externe
ask-report-percent = { $percent } %
ask-report-search = Chercher
ask-report-found = { $at } sur { $of }
ask-report-not-found = rien trouvé
ask-report-foot = En fichier : { $command }
ask-report-file = En faire un fichier
ask-report-file-about = Cette commande, tapée dans un terminal, en fait une page que tout navigateur lit et imprime :
ask-report-file-name = rapport.html
ask-report-host = HÔTE
ask-report-copied = La commande est copiée.
ask-report-shortened = Les { $shown } dernières lignes ; les { $left } qui précèdent sont dans le fichier, et la main courante entière à sa page.
