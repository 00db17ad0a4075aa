# Un incident rejoué, et ce qui empêche de la rejouer.
replay-failed = le journal ne peut pas être lu : { $why }
replay-damaged = l'entrée { $record } du journal est endommagée : { $why }
replay-too-long = le journal dépasse { $mebibytes } Mio, il n'est pas lu plus loin
replay-too-many = le journal a plus de { $records } entrées, il n'est pas lu plus loin
replay-shortened = le journal a été raccourci pendant qu'il était suivi : ce qui en était lu est gardé, jusqu'à l'entrée { $last }
replay-replaced = le fichier du journal a été remplacé ou retiré pendant qu'il était suivi : ce qui en était lu est gardé, jusqu'à l'entrée { $last }
replay-busy = l'hôte rejoue déjà { $sessions } autres incidents ; attendez que l'un d'eux soit quitté, ou rejouez le journal sur votre machine
replay-follows-nobody = { $known ->
    [0] Personne, ni aucun rôle, ne s'appelle « { $name } » dans cet incident.
   *[other] Personne, ni aucun rôle, ne s'appelle « { $name } » dans cet incident ; vouliez-vous dire « { $near } » ?
}
replay-bad-size = « { $text } » n'est pas une taille : écrivez colonnes et lignes comme 140x40, de 20x6 à 500x200
replay-from-not-at = --at est pour l'écran ; avec --export, --from dit où commence l'enregistrement.
replay-at-not-from = --from est pour un enregistrement (--export FICHIER) ; pour l'écran, --at dit où commencer.
replay-until-export = --until est pour un enregistrement : il va avec --export FICHIER.
replay-export-exists = Le fichier { $file } existe déjà : donnez un autre nom, ou --force pour le remplacer.
replay-export-failed = Le fichier { $file } ne peut pas être écrit : { $why }
replay-export-nothing = Il n'y a rien à enregistrer : --until doit venir après --from.
replay-export-damaged = L'entrée { $record } du journal est endommagée : { $why }. Ce qui est enregistré s'arrête avant elle.
replay-exporting = Enregistrement : { $percent } %
replay-exported = Enregistrement écrit dans { $file }. Pour le voir : asciinema play { $file }

cli-replay = Rejouer un incident, à l'écran ou dans un enregistrement asciinema
cli-replay--what = Incident, ou fichier d'un journal ou d'un dossier de preuves ; par défaut l'incident ouvert, ou le dernier clos
cli-replay--at = Commencer à ce moment, comme 14:32, « J2 09:00 », T+3h ou 50%
cli-replay--speed = Vitesse, de 1 à 3600 ; 60 fait d'une heure une minute
cli-replay--follow = Par les yeux de cette personne ou de ce rôle, au lieu de qui dirigeait
cli-replay--play = Lire sans attendre
cli-replay--skip-silence = Passer les moments où rien n'est noté
cli-replay--export = Écrire un enregistrement asciicast dans ce fichier, au lieu d'ouvrir un écran
cli-replay--size = Taille de l'écran enregistré, comme 140x40
cli-replay--from = Enregistrer à partir de ce moment
cli-replay--until = Enregistrer jusqu'à ce moment
cli-replay--force = Remplacer un fichier qui existe
cli-value-size = TAILLE
