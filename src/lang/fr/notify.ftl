notify-exercise = EXERCICE
notify-repeat = Ce message a peut-être déjà été envoyé.

notify-later-busy = { $host } limite le nombre de messages (réponse { $status })
notify-later-broken = { $host } a renvoyé une erreur ({ $status })
notify-refused-elsewhere = { $host } renvoie vers une autre adresse (réponse { $status }), qui n'est pas suivie : saisir l'adresse définitive
notify-refused-key = { $host } refuse la clé de cette adresse (réponse { $status }) : créer une nouvelle adresse
notify-refused-gone = cette adresse n'existe pas ou plus chez { $host } (réponse { $status }) : en créer une nouvelle, puis remplacer ce canal : warroom notify remove, puis warroom notify add
notify-refused-size = { $host } refuse le message, trop volumineux (réponse { $status })
notify-refused-page = { $host } a renvoyé une page web (réponse { $status }) : un proxy ou un portail est peut-être entre les deux
notify-refused-other = { $host } refuse le message (réponse { $status })

notify-unreached-name = le nom { $host } est introuvable : vérifier l'adresse et le DNS
notify-unreached-connection = pas de connexion à { $host } : vérifier l'adresse et le pare-feu
notify-unreached-trust = le certificat présenté par { $host } n'est pas reconnu, ou appartient à un autre serveur
notify-unreached-answer = { $host } n'a pas répondu à temps : le message a peut-être été remis
notify-unreached-local = { $host } est sur le réseau local, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-plain = { $host } serait joint sans chiffrement, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-setup = la configuration du réseau ne fonctionne pas : vérifier les autorités de certification installées, puis proxy et ca sous [network] dans notify.toml

notify-address-unreadable = ce n'est pas une adresse : saisir l'URL fournie par le service, ou une URL en notation Apprise (slack://…)
notify-address-unknown = type d'adresse inconnu : { $scheme }://
notify-address-connector = les connecteurs de Teams (webhook.office.com) n'existent plus : créer dans Teams un flux de travail qui publie dans un canal, avec le déclencheur « Lors de la réception d'une demande de webhook Teams », et saisir son adresse (…logic.azure.com ou …environment.api.powerplatform.com)
notify-address-lacks = adresse { $kind } incomplète ; attendu par exemple { $example }
notify-address-plain = { $host } serait joint sans chiffrement : saisir une adresse chiffrée, ou autoriser celle-ci avec --allow-local
notify-address-local = { $host } est une adresse du réseau local : l'autoriser avec --allow-local

notify-slack-prohibited = { $host } n'autorise pas cette adresse à publier : interdit par un administrateur (réponse { $status })
notify-slack-channel = le canal Slack de cette adresse n'existe plus sur { $host } : créer une adresse pour un autre (réponse { $status })
notify-refused-inside = { $host } répond qu'il n'a pas accepté le message : vérifier que l'intégration y est toujours active

notify-matrix-encrypted = le salon sur { $host } est chiffré, warroom ne peut pas y publier : indiquer un salon non chiffré
notify-matrix-room = { $host } n'admet pas le compte dans ce salon : l'y inviter, ou vérifier l'adresse du salon
notify-matrix-other = { $host } ne répond pas comme un serveur Matrix : vérifier l'adresse

notify-mail-later = { $host } n'accepte pas de courriel pour l'instant (réponse { $status })
notify-mail-login = { $host } refuse l'identifiant ou le mot de passe (réponse { $status })
notify-mail-nologin = { $host } n'offre aucune méthode d'authentification prise en charge
notify-mail-sender = { $host } refuse l'expéditeur (réponse { $status }) : vérifier from=
notify-mail-recipient = { $host } refuse un destinataire (réponse { $status }) : vérifier to=
notify-mail-refused = { $host } refuse le message (réponse { $status })
notify-mail-clear = { $host } n'offre pas de chiffrement : indiquer un serveur qui en offre, ou l'accepter avec mode=insecure et --allow-local
notify-mail-gibberish = { $host } a envoyé une réponse inattendue

# Erreurs de notify.toml.
notify-file-expected-source = attendu : une seule source, { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } ou { "{" } credential = "…" { "}" }
notify-file-name = « { $name } » n'est pas un nom de canal valide
notify-file-name-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
notify-file-same-name = le nom « { $name } » est déjà pris
notify-file-same-name-expected = chaque canal doit avoir son propre nom
notify-file-bare = « { $field } » est un secret et ne doit pas figurer dans ce fichier
notify-file-bare-expected = l'écrire dans un fichier à part : { "{" } file = "secrets/…" { "}" }, ou utiliser « warroom notify add »
notify-file-credential = « { $name } » n'est pas un nom valide de secret systemd (LoadCredential)
notify-file-credential-expected = le nom seul, sans dossier
notify-file-audience = « { $id } » n'est pas un identifiant de destinataires valide
notify-file-audience-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
notify-file-kind = type de canal inconnu : « { $text } »
notify-file-push = événement inconnu : « { $text } »
notify-file-gather = délai de regroupement non valide : « { $text } »
notify-file-gather-expected = de "1s" à "10m"
notify-trouble = { $file } est rejeté, les canaux précédents restent en vigueur : { $why }
notify-trouble-line = ligne { $line }, { $what }
notify-trouble-gone = le fichier n'est plus là
notify-trouble-open = tous les comptes de la machine peuvent y écrire (chmod o-w)
# Secrets.
notify-secret-no-file = fichier introuvable : { $file }
notify-secret-unreadable = impossible de lire { $file } : { $why }
notify-secret-no-variable = l'environnement de l'hôte n'a pas de variable { $name }
notify-secret-no-credentials = systemd n'a pas transmis de secret { $name } à l'hôte : vérifier LoadCredential
notify-secret-empty = la source est vide
notify-no-address = adresse illisible : { $why }
notify-no-key = clé illisible : { $why }
# Messages automatiques.
notify-news-opened = ouverture
notify-news-severity = gravité
notify-news-phase-started = début de phase
notify-news-phase-finished = fin de phase
notify-news-phase-late = phase en retard
notify-news-blocked = tâche bloquée
notify-news-decision = décision
notify-news-command = direction de crise
notify-news-closed = clôture
# Messages sortants.
notify-title = { $severity } · { $title }
notify-in-parts = { $count } messages : trop long pour un seul
notify-external-opened = L'incident est pris en charge (gravité { $severity }).
notify-external-exercise = L'exercice a commencé (gravité { $severity }).
notify-external-reopened = L'incident est rouvert.
notify-external-severity = La gravité est désormais { $severity }.
notify-external-closed = L'incident est terminé.
notify-test-title = Message d'essai de warroom
notify-test-text = Ceci est un message d'essai : les points de situation des incidents arriveront ici. Il ne s'est rien passé ; vous n'avez rien à faire.
notify-test-audience = essai
# Envois en échec.
notify-target-gone = le canal n'est plus configuré : l'ajouter à nouveau, puis renvoyer le message
notify-too-slow = pas de réponse en une minute : le message a peut-être été remis
notify-failed = erreur interne : le message a peut-être été remis ; voir host.log
# La configuration.
notify-none = Cet hôte n'envoie rien.
notify-empty = Aucun canal n'est configuré. Pour en ajouter un : warroom notify add URL --audience direction
notify-unknown = Canal inconnu : « { $name } ». Canaux connus : { $known }
notify-name-taken = Un canal nommé « { $name } » existe déjà. Choisissez un autre nom, ou retirez-le d'abord : warroom notify remove { $name }
notify-entangled = « { $name } » ne peut pas être retiré automatiquement de notify.toml : modifiez le fichier à la main.
notify-added = { $name } est ajouté : { $kind } chez { $host }, pour { $audiences }. Pour l'essayer : warroom notify test { $name }
notify-added-env = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans sa variable d'environnement { $from }. Pour l'essayer : warroom notify test { $name }
notify-added-credential = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans le secret systemd { $from }. Pour l'essayer : warroom notify test { $name }
notify-audience-unknown = L'identifiant « { $audience } » ne figure dans aucun plan de cette machine ni dans notify.toml : ce canal restera muet tant qu'aucun incident n'aura ces destinataires. Connus : { $known }.
notify-removed = { $name } est retiré. Ses messages en attente ne seront pas envoyés.
notify-ready = prêt
notify-waiting = { $count ->
    [one] 1 message en attente
   *[other] { $count } messages en attente
}
notify-delayed = { $count ->
    [one] 1 message en attente, nouvel essai prévu : { $reason }
   *[other] { $count } messages en attente, nouvel essai prévu : { $reason }
}
notify-failed-before = { $count ->
    [one] prêt ; 1 message non remis (warroom update retry)
   *[other] prêt ; { $count } messages non remis (warroom update retry)
}
notify-reaches-nobody = { $state } ; muet : aucun incident ouvert ne s'adresse à ses destinataires
notify-to-fix = à corriger : { $reason }
notify-test-not-yours = Un message d'essai parvient à tous les lecteurs du canal : seuls un adjoint, un directeur de crise ou le compte de l'hôte peuvent en envoyer.
notify-test-delivered = { $name } : remis
notify-test-later = { $name } : non remis (un vrai envoi serait retenté) : { $reason }
notify-test-refused = { $name } : non remis : { $reason }
notify-check-heading = { $name } ({ $kind }, { $host })
