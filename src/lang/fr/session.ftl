# Ce qu'une session dit d'elle-même.
session-disk-full = le disque est plein : rien n'est enregistré tant qu'il n'y a pas de place
session-write-failed = le journal n'a pas pu être écrit : plus rien n'est enregistré ; une fois le disque réparé, `warroom host stop` puis `warroom`
session-copy = copie de la main courante d'une autre machine, en lecture seule ; `warroom import --take-over` la reprend ici
session-damaged = l'entrée { $record } du journal est endommagée : l'incident est montré jusque-là, en lecture seule ; `warroom verify` en dit plus
session-no-folder = le dossier de l'incident ne peut pas être créé : { $why }
session-gone = la salle est fermée : l'hôte s'arrête
session-no-room = Cet incident ne peut pas être ouvert ; `warroom verify` dit pourquoi.
session-resumed = L'hôte s'était arrêté. Un nouveau tourne, et tout ce qui était enregistré est là.
