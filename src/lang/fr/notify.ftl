notify-exercise = EXERCICE
notify-repeat = Ce message a peut-être déjà été envoyé.

notify-later-busy = { $host } limite le nombre de messages (réponse { $status })
notify-later-broken = { $host } a renvoyé une erreur ({ $status })
notify-refused-elsewhere = { $host } renvoie vers une autre adresse (réponse { $status }), qui n'est pas suivie : saisir l'adresse définitive
notify-refused-key = { $host } refuse la clé de cette adresse (réponse { $status }) : créer une nouvelle adresse
notify-refused-gone = cette adresse n'existe pas ou plus chez { $host } (réponse { $status }) : en créer une nouvelle, puis warroom notify add
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
