notify-exercise = EXERCICE
notify-repeat = Ce message a peut-être déjà été envoyé.

notify-later-busy = { $host } demande moins de messages (réponse { $status })
notify-later-broken = { $host } a répondu par une erreur ({ $status })
notify-refused-elsewhere = { $host } renvoie vers une autre adresse (réponse { $status }), qui n'est pas suivie : saisir l'adresse définitive
notify-refused-key = { $host } n'accepte pas la clé de cette adresse (réponse { $status }) : en créer une nouvelle
notify-refused-gone = cette adresse n'existe pas ou plus chez { $host } ({ $status }) : en créer une nouvelle, puis warroom notify add
notify-refused-size = { $host } trouve le message trop grand (réponse { $status })
notify-refused-page = { $host } répond par une page pour navigateurs (réponse { $status }) : un proxy ou un portail est peut-être entre les deux
notify-refused-other = { $host } refuse le message (réponse { $status })

notify-unreached-name = le nom { $host } est introuvable
notify-unreached-connection = pas de connexion à { $host }
notify-unreached-trust = le certificat de { $host } n'est pas reconnu, ou est celui d'un autre
notify-unreached-answer = { $host } n'a pas répondu à temps : le message est peut-être passé
notify-unreached-local = { $host } est sur le réseau local, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-plain = { $host } serait joint sans chiffrement, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-setup = le réseau est inutilisable tel qu'il est réglé : vérifier que des autorités de certification sont installées ici, puis proxy et ca de [network] dans notify.toml

notify-address-unreadable = ce n'est pas une adresse : saisir l'URL que donne la cible, ou une URL à la façon d'Apprise (slack://…)
notify-address-unknown = { $scheme }:// n'est pas un type d'adresse connu
notify-address-connector = les connecteurs de Teams (webhook.office.com) n'existent plus : créer dans Teams un flux « Publier dans un canal à la réception d'une requête webhook » et saisir son adresse (…logic.azure.com ou …environment.api.powerplatform.com)
notify-address-lacks = il manque quelque chose à cette adresse de { $kind }, qui ressemble à { $example }
notify-address-plain = { $host } serait joint sans chiffrement : saisir une adresse chiffrée, ou autoriser celle-ci avec --allow-local
notify-address-local = { $host } est une adresse du réseau local : l'autoriser avec --allow-local

notify-slack-prohibited = { $host } ne laisse pas cette adresse écrire là : un administrateur l'interdit (réponse { $status })
notify-slack-channel = { $host } n'a plus le canal de cette adresse : créer une adresse pour un autre canal (réponse { $status })
notify-refused-inside = { $host } répond qu'il n'a pas pris le message : vérifier que l'intégration y est toujours active

notify-matrix-encrypted = le salon sur { $host } est chiffré, ce que les points de situation ne peuvent pas être : indiquer un salon qui ne l'est pas
notify-matrix-room = { $host } n'admet pas le compte dans ce salon : l'y inviter, ou vérifier l'adresse du salon
notify-matrix-other = { $host } ne répond pas comme un serveur Matrix : vérifier l'adresse

notify-mail-later = { $host } ne prend pas de courrier pour l'instant (réponse { $status })
notify-mail-login = { $host } n'accepte pas l'identifiant et le mot de passe (réponse { $status })
notify-mail-nologin = { $host } n'offre aucune façon connue de s'identifier
notify-mail-sender = { $host } n'accepte pas l'expéditeur (réponse { $status }) : vérifier from=
notify-mail-recipient = { $host } n'accepte pas un destinataire (réponse { $status }) : vérifier to=
notify-mail-refused = { $host } refuse le message (réponse { $status })
notify-mail-clear = { $host } n'offre pas de chiffrement : indiquer un serveur qui en offre, ou l'accepter avec mode=insecure et --allow-local
notify-mail-gibberish = la réponse de { $host } n'est pas comprise
