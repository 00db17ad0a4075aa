# Rejeu : ligne de commande et erreurs.
replay-failed = lecture impossible du journal : { $why }
replay-damaged = l'entrée n° { $record } du journal est endommagée : { $why }
replay-too-long = le journal dépasse { $mebibytes } Mio ; la suite n'est pas lue
replay-too-many = le journal dépasse { $records } entrées ; la suite n'est pas lue
replay-shortened = le journal a été tronqué pendant la lecture ; affiché tel que lu, jusqu'à l'entrée n° { $last }
replay-replaced = le fichier du journal a été remplacé ou retiré pendant la lecture ; affiché tel que lu, jusqu'à l'entrée n° { $last }
replay-busy = l'hôte rejoue déjà { $sessions } autres incidents ; attendez la fin de l'un d'eux, ou rejouez le journal sur votre machine
replay-follows-nobody = { $known ->
    [0] Cet incident n'a ni personne ni rôle « { $name } ».
   *[other] Cet incident n'a ni personne ni rôle « { $name } » ; vouliez-vous dire « { $near } » ?
}
replay-bad-size = « { $text } » n'est pas une taille : écrivez colonnes et lignes, par exemple 140x40, de 20x6 à 500x200
replay-from-not-at = --at vaut pour l'écran ; avec --export, --from indique où commence la vidéo.
replay-at-not-from = --from vaut pour une vidéo (--export FICHIER) ; pour l'écran, utilisez --at.
replay-until-export = --until vaut pour une vidéo : à utiliser avec --export FICHIER.
replay-export-exists = { $file } existe déjà : choisissez un autre nom, ou utilisez --force pour le remplacer.
replay-export-failed = Impossible d'écrire { $file } : { $why }
replay-export-nothing = Rien à exporter : --until doit être après --from.
replay-export-damaged = L'entrée n° { $record } du journal est endommagée : { $why }. La vidéo s'arrête avant elle.
replay-exporting = Export : { $percent } %
replay-exported = Vidéo écrite dans { $file }. Pour la voir : asciinema play { $file }

cli-replay = Rejouer un incident à l'écran, ou l'exporter en vidéo asciinema
cli-replay--what = Incident, journal ou archive ; par défaut l'incident ouvert, sinon le dernier clôturé
cli-replay--at = Commencer à ce moment, par exemple 14:32, « J2 09:00 », T+3h ou 50%
cli-replay--speed = Vitesse, de 1 à 3600 ; 60 : une heure par minute
cli-replay--follow = Du point de vue de cette personne ou de ce rôle, au lieu de celui du directeur de crise
cli-replay--play = Lancer la lecture dès l'ouverture
cli-replay--skip-silence = Sauter les temps morts
cli-replay--export = Exporter une vidéo asciicast dans ce fichier, sans ouvrir d'écran
cli-replay--size = Taille de l'écran de la vidéo, par exemple 140x40
cli-replay--from = Commencer la vidéo à ce moment
cli-replay--until = Terminer la vidéo à ce moment
cli-replay--force = Remplacer un fichier existant
cli-value-size = TAILLE
