# Formulaires, choix, questions et détails.
ask-quoted = « { $text } »

# Formulaires.
ask-note = Note
ask-fact = Fait constaté
ask-decide = Décision
ask-correct = Corriger une entrée
ask-correct-about = L'ancien texte reste visible, barré.
ask-comment = Commenter la tâche
ask-block = Bloquer la tâche
ask-skip-task = Passer la tâche
ask-retitle-task = Renommer la tâche
ask-add-task = Nouvelle tâche
ask-skip-step = Passer l'étape
ask-extend = Durée prévue
ask-add-phase = Nouvelle phase
ask-add-break = Nouvelle pause
ask-add-day-end = Nouvelle fin de journée
ask-hold = Suspendre
ask-hold-about = Le décompte des phases s'arrête jusqu'à la reprise.
ask-end-day = Terminer la journée
ask-end-day-about = Le décompte des phases s'arrête jusqu'à la reprise.
ask-retitle = Titre de l'incident
ask-describe = Situation
ask-close = Clôturer l'incident
ask-close-about = { $open ->
    [0] Toutes les tâches sont terminées. Le décompte s'arrête ; la main courante reste ouverte aux notes.
    [one] Une tâche reste ouverte. Le décompte s'arrête ; la main courante reste ouverte aux notes.
   *[other] { $open } tâches restent ouvertes. Le décompte s'arrête ; la main courante reste ouverte aux notes.
}
ask-reopen = Rouvrir l'incident
ask-add-service = Nouveau service
ask-new-incident = Nouvel incident

# Champs.
ask-text = Texte
ask-decision = Décision
ask-why = Motif
ask-objections = Objections
ask-reason = Motif
ask-missing = Motif du blocage
ask-help-what = De quoi avez-vous besoin ?
ask-title = Titre
ask-role = Rôle
ask-phase = Phase
ask-planned = Durée prévue
ask-planned-hint = 45 min, 1 h 30 ou 45 min..1 h 30
ask-planned-hint-optional = facultatif : 45 min, ou 45 min..1 h 30
ask-first = Au début
ask-behind = Après « { $step } »
ask-place = Position
ask-at = Heure de fin
ask-resume = Reprise à
ask-what = Ce qui est touché
ask-since = Depuis quand
ask-impact = Impact
ask-name = Nom
ask-priority = Priorité
ask-health = État
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = facultatif : délai de reprise, ex. 4 h
ask-rpo-hint = facultatif : perte de données admissible, ex. 1 h
ask-title-hint = ex. Cyberattaque, production chiffrée
ask-severity = Gravité
ask-plan = Plan
ask-kind = Type
ask-speed = Vitesse
ask-speed-hint = 1, ou 60 pour une heure par minute

# Erreurs d'un formulaire.
ask-needed = Champ obligatoire.
ask-number = Saisissez un nombre de { $least } à { $most }.
ask-time-unreadable = Saisissez une heure, par exemple 8h30 ou 08:30.
ask-form-keys = Entrée valider · Échap annuler
ask-form-keys-prose = Entrée valider · Alt+Entrée ligne · Échap annuler
ask-form-keys-more = Entrée suivant · Ctrl+S valider · Échap annuler
ask-form-keys-more-prose = Entrée suivant · Alt+Entrée ligne · Ctrl+S OK · Échap
ask-form-leaving = Abandonner ce texte ? Échap à nouveau pour confirmer.

# Choix et questions.
ask-yes = Entrée  oui
ask-no = Échap  non
ask-picker-keys = ↑↓ choisir · Entrée · Échap
ask-reader-keys = ↑↓ défiler · Échap fermer
ask-search = Rechercher
ask-search-keys = Entrée appliquer · Échap annuler
ask-nothing-found = Aucun résultat
ask-typed = « { $text } »
ask-palette = Commandes
ask-assign = Affecter « { $task } »
ask-me = vous
ask-nobody = sans affectation
ask-all = tout
ask-finish-open = { $open ->
    [one] Une tâche reste ouverte dans « { $step } ». Terminer l'étape quand même ?
   *[other] { $open } tâches restent ouvertes dans « { $step } ». Terminer l'étape quand même ?
}
ask-next-open = { $open ->
    [one] Terminer toutes les étapes en cours, où une tâche reste ouverte, et démarrer « { $next } » ?
   *[other] Terminer toutes les étapes en cours, où { $open } tâches restent ouvertes, et démarrer « { $next } » ?
}
ask-next-night = { $open ->
    [0] Terminer la journée (« { $next } ») ?
    [one] Terminer la journée (« { $next } ») ? Une tâche reste ouverte.
   *[other] Terminer la journée (« { $next } ») ? { $open } tâches restent ouvertes.
}
ask-next-none = { $open ->
    [one] Terminer toutes les étapes en cours, où une tâche reste ouverte ? Aucune étape ne suit.
   *[other] Terminer toutes les étapes en cours, où { $open } tâches restent ouvertes ? Aucune étape ne suit.
}
ask-no-task = Aucune tâche sélectionnée.
ask-no-step = Aucune étape ne s'y prête.
ask-no-service = Aucun service n'est suivi ; ajoutez-en un d'abord.
ask-not-correctable = Seuls les notes, les faits et les décisions peuvent être corrigés ; sélectionnez-en un dans la main courante.
ask-copied = Copié.

# Confirmations de ce qui a été fait.
ask-done-note = Note ajoutée : { $text }
ask-done-fact = Fait consigné : { $text }
ask-done-decision = Décision consignée : { $text }
ask-done-comment = Commentaire ajouté { $text }
ask-done-call = Appel à l'aide affiché sur tous les écrans : { $text }
ask-done-update = Point consigné, envoi en cours : { $text }
ask-done-update-kept = Point consigné sans envoi : aucun canal pour ces destinataires : { $text }
ask-done-update-to-fix = Point consigné, mais canaux à corriger : { $targets } ({ $text })
ask-done-proposal = Point proposé, en attente d'approbation : { $text }

# Détails.
ask-help = Aide
ask-help-about = Chaque action se trouve aussi par son nom dans la liste des commandes. Souris : un clic sélectionne, un clic sur la case termine la tâche, un double clic ouvre.
ask-help-signs = Signes à l'écran
ask-help-elapsed = temps écoulé depuis l'ouverture, suspensions et nuits comprises
ask-help-active = temps hors suspensions et nuits, face à la durée prévue
ask-help-late = dépassement du maximum prévu
ask-help-early = avance sur le minimum prévu
ask-help-extended = prévu → accordé : le retard d'une étape en cours se compte sur la durée accordée, celui d'une étape terminée sur le plan
ask-help-due = minimum prévu atteint
ask-help-range = minimum prévu, puis marge jusqu'au maximum
ask-help-tasks = tâche à faire, en cours, bloquée, terminée, passée
ask-help-services = service en service, dégradé, en panne
ask-help-updates = échéance du prochain point de situation
ask-more = ↓ { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}
ask-gone = Cet élément n'existe plus.
ask-task = Tâche
ask-entry = Entrée de la main courante
ask-state = État
ask-task-state = { $state } : { $reason }
ask-person = Personne
ask-changed = Dernier changement
ask-changed-by = { $at } par { $by }
ask-started = Démarrée à
ask-planned-late = { $planned }, en retard
ask-id = Identifiant
ask-comments = Commentaires
ask-task-keys = Actions possibles
ask-when = Quand
ask-number-of-record = Entrée
ask-former = Texte précédent
ask-corrected-by = Corrigé le { $at } par { $by }
ask-undone-by = Annulé le { $at } par { $by }

# Alarmes.
ask-alarm-step = « { $step } » a dépassé sa durée prévue.
ask-alarm-step-extended = « { $step } » a dépassé la durée accordée ({ $planned }).
ask-alarm-task = La tâche « { $task } » a dépassé sa durée prévue.
ask-alarm-service = Le service « { $service } » a dépassé son délai de reprise (RTO).

# Appels à l'aide et propositions.
ask-call = Appel à l'aide
ask-call-about = Affiché sur tous les écrans jusqu'à son traitement.
ask-help-about-task = À propos de « { $task } ». Affiché sur tous les écrans jusqu'à son traitement.
ask-call-of = { $person } demande de l'aide ({ $at })
ask-call-answered = Marquer comme traité
ask-call-no-more = Aide devenue inutile
ask-show-task = Voir la tâche
ask-later = Plus tard
ask-no-call = Aucun appel à l'aide en cours.
ask-offer = Proposer
ask-offer-about = À { $person } : { $duty }. La relève prend effet quand { $person } accepte.
ask-offer-whom = Proposer { $duty }
ask-briefing = Consignes
ask-no-briefing = Sans consignes.
ask-call-names = Tab : { $names }
ask-duty-command = la direction de crise
ask-duty-role = le rôle « { $role } »
ask-offered-by = { $person } vous propose { $duty }
ask-offered-to = Vous proposez { $duty } à { $person }
ask-offer-to-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas, et rien ne change avant votre accord. Elle prend fin si vous déclinez, si { $person } la retire, ou à la clôture de l'incident.
ask-offer-by-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas, et rien ne change avant son acceptation. Elle prend fin si { $person } décline, si vous la retirez, ou à la clôture de l'incident.
ask-accept = Accepter
ask-decline = Décliner
ask-withdraw = Retirer
ask-no-offer = Aucune proposition en cours.
ask-none-taken-over = Aucun rôle n'a été repris dans cet incident.
ask-nobody-else = Aucune autre personne n'est connue ici ; la page Équipe (touche 5) explique comment donner accès.
ask-nothing-asks = Rien à traiter.
ask-take = Prendre la direction de crise
ask-take-about = { $person } dirige la crise et en verra l'annonce. Le motif est consigné dans la main courante.
ask-in-command = Vous dirigez déjà la crise.
ask-card-keys = ←→ choisir · Entrée · ↑↓ lire · Échap
ask-alarm-call = { $person } demande de l'aide : { $text }
ask-alarm-offer = { $person } vous propose { $duty }.
ask-alarm-declined = { $person } a décliné { $duty }.
ask-alarm-handed-over = { $person } a accepté { $duty }.
ask-alarm-taken = { $person } a remplacé { $from } à la direction de crise.
ask-alarm-revoked = { $person } vous a retiré { $duty }.
ask-alarm-assigned = { $person } vous a affecté « { $task } ».
ask-alarm-mention = { $person } vous mentionne : { $text }

# Points de situation.
ask-update-title = Point de situation
ask-update-audience = Pour
ask-update-occasion = Type
ask-update-keys = Tab champ · Ctrl+R brouillon · Ctrl+S aperçu · Échap
ask-update-keys-choice = ←→ choisir · Tab champ · Ctrl+S aperçu · Échap
ask-update-keys-proposal = Ctrl+S aperçu · Échap annuler
ask-update-length = { $count ->
    [0] vide
    [one] { $count } caractère
   *[other] { $count } caractères
}
ask-update-length-long = △ { $count } caractères : au-delà de 1000, un message ne se lit plus d'un coup d'œil
ask-update-hidden = masqué : { $words }
ask-update-already = △ Un point proposé par { $person } pour ces destinataires attend déjà l'approbation, depuis { $at } (page 8)
ask-update-own-template = Votre modèle n'est pas valide ; celui du programme est utilisé.
ask-update-post = Envoyer
ask-update-propose = Faire approuver
ask-update-approve = Approuver et envoyer
ask-update-edit = Modifier
ask-update-drop = Écarter
ask-update-later = Plus tard
ask-update-preview-waits = Aperçu en cours…
ask-update-no-target = Aucun canal pour ces destinataires : le point n'est que consigné dans la main courante.
ask-update-proposed-by = Proposé par { $person } à { $at }, { $minutes ->
    [0] à l'instant
   *[other] il y a { $age }
}
ask-update-deliveries = Envois
ask-no-audience = Cet incident n'a pas de destinataires : son plan n'en prévoit aucun.
ask-target-audiences = Destinataires
ask-target-push = Messages automatiques
ask-target-no-push = aucun
ask-target-unknown = Ce canal n'est plus dans la configuration de l'hôte.
ask-target-since = Depuis { $at }
ask-cadence = Cadence des points de situation
ask-cadence-every = Cadence en { $severity }
ask-cadence-never = jamais ; sinon 30 min, 1 h…
ask-cadence-approval-label = Approbation
ask-cadence-approval = par le directeur de crise
ask-cadence-no-approval = non requise
ask-cadence-nights-label = La nuit
ask-cadence-nights = comme le jour
ask-cadence-morning = attendre le matin
ask-alarm-update = Le point de situation pour « { $audience } » est en retard.
ask-alarm-proposed = { $person } propose un point de situation pour « { $audience } ».
ask-alarm-approved = { $person } a approuvé votre point de situation pour « { $audience } ».
ask-alarm-dropped = { $person } a écarté votre point de situation.
ask-alarm-to-fix = Canal « { $target } » à corriger : { $reason }

# Le rapport.
ask-report = Rapport
ask-report-awaited = Génération du rapport…
ask-report-inside = Rapport interne
ask-report-outside = Rapport externe
ask-report-to-inside = interne
ask-report-to-outside = externe
ask-report-percent = { $percent } %
ask-report-search = Rechercher
ask-report-found = { $at } sur { $of }
ask-report-not-found = aucun résultat
ask-report-foot = Exporter : { $command }
ask-report-file = Exporter dans un fichier
ask-report-file-about = Cette commande, lancée dans un terminal, exporte une page que tout navigateur affiche et imprime :
ask-report-file-name = rapport.html
ask-report-host = HÔTE
ask-report-copied = Commande copiée.
ask-report-shortened = Les { $shown } dernières lignes ; les { $left } précédentes sont dans le fichier exporté et à la page Main courante.
