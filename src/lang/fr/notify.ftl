notify-exercise = EXERCICE
notify-repeat = Ce message a peut-être déjà été envoyé.

notify-later-busy = { $host } demande moins de messages (réponse { $status })
notify-later-broken = { $host } est en défaut (réponse { $status })
notify-refused-elsewhere = { $host } renvoie vers une autre adresse (réponse { $status }), qui n'est pas suivie : saisir l'adresse définitive
notify-refused-key = { $host } n'accepte pas la clé de cette adresse (réponse { $status }) : en créer une nouvelle
notify-refused-gone = { $host } ne connaît pas ou plus cette adresse (réponse { $status }) : en créer une nouvelle
notify-refused-size = { $host } trouve le message trop grand (réponse { $status })
notify-refused-other = { $host } refuse le message (réponse { $status })

notify-unreached-name = le nom { $host } est introuvable
notify-unreached-connection = pas de connexion à { $host }
notify-unreached-trust = le certificat de { $host } n'est pas reconnu, ou est celui d'un autre
notify-unreached-answer = { $host } n'a pas répondu à temps : le message est peut-être passé
notify-unreached-local = { $host } est sur le réseau local, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-plain = { $host } serait joint sans chiffrement, ce qui n'est pas autorisé (--allow-local l'autorise)
notify-unreached-setup = le réseau est réglé d'une façon qui ne peut pas fonctionner : voir [network] dans notify.toml
