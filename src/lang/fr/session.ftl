# Messages d'une session.
unrecorded-no-folder = Impossible de créer le dossier { $folder } : { $why }. Rien n'a été ouvert.
unrecorded-gone = L'hôte warroom s'arrête : rien n'a été enregistré. Réessayez ; un nouvel hôte démarrera.
unrecorded-disk-full = Le disque est plein : rien n'est enregistré. Libérez de la place ; l'enregistrement reprendra automatiquement.
unrecorded-copy = Cet incident est une copie en lecture seule de la main courante d'une autre machine. Pour le poursuivre ici : warroom import --take-over { $id }.
unrecorded-write-failed = Écriture du journal impossible : plus rien n'est enregistré. Vérifiez le disque, puis arrêtez l'hôte (warroom host stop) et relancez-le.
unrecorded-damaged = L'entrée n° { $record } du journal est endommagée : l'incident se lit jusque-là, et plus rien n'est enregistré.
session-no-room = Cet incident ne peut pas être ouvert ; `warroom verify` en donne la raison.
session-resumed = L'hôte warroom s'est arrêté, puis a redémarré ; rien de ce qui était enregistré n'est perdu.
