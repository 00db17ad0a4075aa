# Ce qu'une session dit d'elle-même.
unrecorded-no-folder = Le dossier { $folder } ne peut pas être créé : { $why }. Rien n'a été ouvert.
unrecorded-gone = L'hôte s'arrête : rien n'a été enregistré. Recommencez, un nouvel hôte démarrera.
unrecorded-disk-full = Le disque est plein : rien n'est enregistré. Libérez de la place, l'enregistrement reprendra de lui-même.
unrecorded-copy = Cet incident est une copie de la main courante d'une autre machine : elle ne peut qu'être lue. Pour la continuer sur cette machine : warroom import --take-over { $id }.
unrecorded-write-failed = Le journal n'a pas pu être écrit : plus rien n'est enregistré. Vérifiez le disque, puis redémarrez l'hôte (warroom host stop).
unrecorded-damaged = L'entrée { $record } du journal est endommagée : l'incident se lit jusque-là, et rien n'est plus enregistré.
session-no-room = Cet incident ne peut pas être ouvert ; `warroom verify` dit pourquoi.
session-resumed = L'hôte s'était arrêté. Un nouveau tourne, et tout ce qui était enregistré est là.
