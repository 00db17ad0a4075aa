# Erreurs de notify.toml.
desk-file-expected-source = attendu : une seule source, { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } ou { "{" } credential = "…" { "}" }
desk-file-name = « { $name } » n'est pas un nom de canal valide
desk-file-name-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
desk-file-same-name = le nom « { $name } » est déjà pris
desk-file-same-name-expected = chaque canal doit avoir son propre nom
desk-file-bare = « { $field } » est un secret et ne doit pas figurer dans ce fichier
desk-file-bare-expected = l'écrire dans un fichier à part : { "{" } file = "secrets/…" { "}" }, ou utiliser « warroom notify add »
desk-file-credential = « { $name } » n'est pas un nom valide de secret systemd (LoadCredential)
desk-file-credential-expected = le nom seul, sans dossier
desk-file-audience = « { $id } » n'est pas un identifiant de destinataires valide
desk-file-audience-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
desk-file-kind = type de canal inconnu : « { $text } »
desk-file-push = événement inconnu : « { $text } »
desk-file-gather = délai de regroupement non valide : « { $text } »
desk-file-gather-expected = de "1s" à "10m"
desk-trouble = { $file } est rejeté, les canaux précédents restent en vigueur : { $why }
desk-trouble-line = ligne { $line }, { $what }
desk-trouble-gone = le fichier n'est plus là
desk-trouble-open = tous les comptes de la machine peuvent y écrire (chmod o-w)
# Secrets.
desk-secret-no-file = fichier introuvable : { $file }
desk-secret-unreadable = impossible de lire { $file } : { $why }
desk-secret-no-variable = l'environnement de l'hôte n'a pas de variable { $name }
desk-secret-no-credentials = systemd n'a pas transmis de secret { $name } à l'hôte : vérifier LoadCredential
desk-secret-empty = la source est vide
desk-no-address = adresse illisible : { $why }
desk-no-key = clé illisible : { $why }
# Messages automatiques.
desk-news-opened = ouverture
desk-news-severity = gravité
desk-news-phase-started = début de phase
desk-news-phase-finished = fin de phase
desk-news-phase-late = phase en retard
desk-news-blocked = tâche bloquée
desk-news-decision = décision
desk-news-command = direction de crise
desk-news-closed = clôture
# Messages sortants.
desk-title = { $severity } · { $title }
desk-in-parts = { $count } messages : trop long pour un seul
desk-outside-opened = L'incident est pris en charge (gravité { $severity }).
desk-outside-exercise = L'exercice a commencé (gravité { $severity }).
desk-outside-reopened = L'incident est rouvert.
desk-outside-severity = La gravité est désormais { $severity }.
desk-outside-closed = L'incident est terminé.
desk-test-title = Message d'essai de warroom
desk-test-text = Ceci est un message d'essai : les points de situation des incidents arriveront ici. Il ne s'est rien passé ; vous n'avez rien à faire.
desk-test-audience = essai
# Envois en échec.
desk-target-gone = le canal n'est plus configuré : l'ajouter à nouveau, puis renvoyer le message
desk-too-slow = pas de réponse en une minute : le message a peut-être été remis
desk-failed = erreur interne : le message a peut-être été remis ; voir host.log
# La configuration.
desk-none = Cet hôte n'envoie rien.
desk-empty = Aucun canal n'est configuré. Pour en ajouter un : warroom notify add URL --audience direction
desk-unknown = Canal inconnu : « { $name } ». Canaux connus : { $known }
desk-name-taken = Un canal nommé « { $name } » existe déjà. Choisissez un autre nom, ou retirez-le d'abord : warroom notify remove { $name }
desk-entangled = « { $name } » ne peut pas être retiré automatiquement de notify.toml : modifiez le fichier à la main.
desk-added = { $name } est ajouté : { $kind } chez { $host }, pour { $audiences }. Pour l'essayer : warroom notify test { $name }
desk-added-env = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans sa variable d'environnement { $from }. Pour l'essayer : warroom notify test { $name }
desk-added-credential = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans le secret systemd { $from }. Pour l'essayer : warroom notify test { $name }
desk-audience-unknown = L'identifiant « { $audience } » ne figure dans aucun plan de cette machine ni dans notify.toml : ce canal restera muet tant qu'aucun incident n'aura ces destinataires. Connus : { $known }.
desk-removed = { $name } est retiré. Ses messages en attente ne seront pas envoyés.
desk-ready = prêt
desk-waiting = { $count ->
    [one] 1 message en attente
   *[other] { $count } messages en attente
}
desk-delayed = { $count ->
    [one] 1 message en attente, nouvel essai prévu : { $reason }
   *[other] { $count } messages en attente, nouvel essai prévu : { $reason }
}
desk-failed-before = { $count ->
    [one] prêt ; 1 message non remis (warroom update retry)
   *[other] prêt ; { $count } messages non remis (warroom update retry)
}
desk-tells-nobody = { $state } ; muet : aucun incident ouvert n'a ses destinataires
desk-to-fix = à corriger : { $reason }
desk-test-not-yours = Un message d'essai parvient à tous les lecteurs du canal : seuls un adjoint, un directeur de crise ou le compte de l'hôte peuvent en envoyer.
desk-test-delivered = { $name } : remis
desk-test-later = { $name } : non remis (un vrai envoi serait retenté) : { $reason }
desk-test-refused = { $name } : non remis : { $reason }
desk-check-heading = { $name } ({ $kind }, { $host })
