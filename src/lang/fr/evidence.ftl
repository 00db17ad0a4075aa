# Archives : export, vérification, import ; sources d'un incident.
source-damaged = { $name } : illisible. Entrée n° { $record } : { $why }.
source-too-long = { $name } : le journal dépasse { $most } Gio.
source-too-many = { $name } : le journal dépasse { $most } entrées.

bundle-bad = { $file } : { $why }.
bundle-not-zip = ce n'est pas une archive
bundle-cut-short = l'archive est tronquée, ou suivie de données en trop
bundle-too-many = elle contient trop de fichiers pour une archive
bundle-layout = disposition inattendue : quelque chose a été ajouté, déplacé ou supprimé
bundle-encrypted = « { $name } » est chiffré ; une archive ne l'est jamais
bundle-method = « { $name } » est compressé par une méthode qu'une archive n'emploie pas
bundle-outside = « { $name } » serait écrit hors de son dossier
bundle-special = « { $name } » n'est pas un fichier ordinaire, mais un lien ou un dossier
bundle-doubled = « { $name } » figure deux fois
bundle-length = la taille de « { $name } » ne correspond pas
bundle-checksum = « { $name } » est corrompu
bundle-format = cette version de warroom ne connaît pas le format d'archive { $found }
bundle-unknown = « { $name } » n'a pas sa place dans une archive
bundle-missing = « { $name } » est absent
bundle-too-long = « { $name } » est trop long pour une archive
bundle-unreadable = « { $name } » n'est pas au format d'une archive
bundle-sum = « { $name } » ne correspond pas à SHA256SUMS : il a été modifié, ajouté ou supprimé
bundle-head = le journal finit par l'entrée n° { $record }, { $head }, ce que HEAD contredit
bundle-incident = le journal et HEAD ne portent pas sur le même incident
bundle-journal = l'entrée n° { $record } du journal n'est pas valide : { $why }

verify-bundle = { $files ->
    [one] archive de { $incident } : son seul fichier est conforme à SHA256SUMS
   *[other] archive de { $incident } : ses { $files } fichiers sont conformes à SHA256SUMS
}
verify-against-what = Pour comparer avec un fichier, indiquez aussi ce qui est à vérifier : warroom verify QUOI --against FICHIER. Sinon, et par --host ou SSH, --against n'accepte qu'une empreinte de 64 chiffres hexadécimaux.
verify-against-takes = --against accepte une empreinte de 64 chiffres hexadécimaux, un fichier (un journal ou une archive), ou un incident.
verify-common = { $record ->
    [0] Il n'a aucune entrée en commun avec la copie antérieure.
   *[other] Jusqu'à l'entrée n° { $record }, il est identique à la copie antérieure.
}
verify-against-damaged = La copie antérieure, { $name }, est elle-même endommagée : entrée n° { $record } : { $why }.
verify-against-same = Même main courante : les deux finissent par l'entrée n° { $kept }.
verify-against-continues = { $follow ->
    [one] La main courante prolonge la copie antérieure, qui finit par l'entrée n° { $kept } : 1 entrée suit.
   *[other] La main courante prolonge la copie antérieure, qui finit par l'entrée n° { $kept } : { $follow } entrées suivent.
}
verify-against-older = Ce n'est pas une suite : la copie comparée va plus loin, jusqu'à l'entrée n° { $kept } ; les deux sont identiques jusqu'à l'entrée n° { $records }.
verify-against-forked = Ce n'est pas une suite : les deux sont identiques jusqu'à l'entrée n° { $kept }, puis diffèrent.
verify-against-foreign = Ce n'est pas une suite : la main courante ne contient pas l'entrée à laquelle vous la comparez.

export-done = Archive écrite dans { $file } : main courante jusqu'à l'entrée n° { $records }, dernière empreinte { $head }
export-exists = { $file } existe déjà ; --force le remplace.
export-damaged = { $name } : l'entrée n° { $record } du journal n'est pas valide ({ $why }) ; seule une main courante intacte s'exporte en archive. Conservez le fichier du journal lui-même.
export-torn = { $records ->
    [one] { $name } : la dernière entrée est tronquée, après 1 entrée complète. Pour exporter la partie complète : --whole-records ; l'archive le signalera.
   *[other] { $name } : la dernière entrée est tronquée, après { $records } entrées complètes. Pour exporter la partie complète : --whole-records ; l'archive le signalera.
}
export-done-whole = La dernière entrée était tronquée et n'est pas reprise ; VERIFY.md le signale.
export-changed = { $name } : le journal a changé pendant sa lecture ; recommencez.
export-bad = { $file } : l'archive écrite n'est pas valide et a été supprimée. Vérifiez le disque.
export-too-long = { $name } : le journal est trop volumineux pour une archive (4 Gio).
export-how = 
    # Comment vérifier cette archive

    Elle contient la main courante de l'incident { $incident }, jusqu'à l'entrée n° { $records }.

    | Fichier | |
    |---|---|
    | `journal.jsonl` | la main courante, une entrée par ligne, octet pour octet comme elle a été écrite |
    | `plan.toml` | le plan avec lequel l'incident a été ouvert |
    | `report.html`, `report.md` | le rapport, s'il existe : tiré de la main courante, pour la lecture |
    | `HEAD` | la dernière entrée et son empreinte |
    | `SHA256SUMS` | les sommes de contrôle de tous les fichiers |
    | `verify.py` | vérifie la main courante ; seul Python 3 est nécessaire |

    ## Sans warroom

    Décompressez l'archive dans un dossier vide, puis, dans ce dossier :

        sha256sum -c SHA256SUMS
        python3 verify.py journal.jsonl

    La première ligne montre que rien n'a été endommagé pendant le transfert. La seconde recalcule l'empreinte de chaque entrée
    et suit la chaîne de la première à la dernière. Elle doit afficher :

        chain intact, { $records } records, head { $head }

    ## Ce que cela prouve

    Chaque entrée contient l'empreinte de la précédente : si la dernière empreinte est la bonne, rien de ce qui précède
    n'a pu être modifié, ajouté, supprimé ou déplacé. Mais quiconque peut faire une archive peut en faire une autre, avec
    une autre empreinte. Comparez donc la dernière empreinte à celle que vous avez reçue **par une autre voie**, au moment des faits : un message,
    une ligne imprimée, une archive antérieure.

    Cela ne prouve que l'intégrité de la main courante. Le plan et le rapport en sont tirés, et peuvent l'être à nouveau :
    `warroom report journal.jsonl`.

    ## Avec warroom

        warroom verify FICHIER.zip
        warroom verify FICHIER.zip --against EMPREINTE

    La seconde commande indique si la main courante fait bien suite à l'entrée dont on vous a donné l'empreinte. `--against`
    accepte aussi une archive ou un journal antérieurs. `warroom import FICHIER.zip` range la main courante à côté des
    vôtres, pour la lire et la rejouer.

export-how-whole = 

    ## Ce qui n'est pas repris

    Le fichier d'origine finissait par une entrée tronquée, après l'entrée n° { $records }. Elle n'est pas reprise, et
    son contenu ne fait pas partie de cette main courante.

import-no-file = Quelle archive ? Indiquez le chemin d'un fichier : warroom import FICHIER.
import-no-bundle = { $file } n'est pas une archive. Un journal se lit et se rejoue sans importation.
import-done = 
    { $id } : jusqu'à l'entrée n° { $records }, dernière empreinte { $head }
    Copie importée en lecture seule. Pour la poursuivre sur cette machine : warroom import --take-over { $id }
import-taken-over = 
    { $id } : jusqu'à l'entrée n° { $records }, dernière empreinte { $head }
    L'incident se poursuit sur cette machine. La main courante le consignera à la prochaine ouverture par l'hôte (warroom attach { $id }) ; les messages en attente seront alors marqués non remis (pour les renvoyer : warroom update retry).
import-same = 
    { $id } est déjà importé, jusqu'à la même entrée n° { $records }.
import-older = { $id } existe déjà ici et va plus loin : jusqu'à l'entrée n° { $other }, l'archive seulement jusqu'à l'entrée n° { $records }. Rien n'a été modifié.
import-longer = { $id } existe déjà ici et va moins loin : jusqu'à l'entrée n° { $other }, l'archive jusqu'à l'entrée n° { $records }. Rien n'a été modifié. Pour lire l'archive sans l'importer : warroom replay FICHIER.
import-forked = { $id } existe déjà ici avec une autre main courante : les deux sont identiques jusqu'à l'entrée n° { $other }, puis diffèrent. Rien n'a été modifié. Pour lire l'archive sans l'importer : warroom replay FICHIER.
import-foreign = { $id } existe déjà ici avec une autre main courante : aucune entrée en commun. Rien n'a été modifié. Pour lire l'archive sans l'importer : warroom replay FICHIER.
import-here-damaged = { $id } existe déjà ici, et l'entrée n° { $record } de son journal n'est pas valide : { $why }. Rien n'a été modifié.
import-goes-on = { $id } se poursuit sur cette machine. La main courante le consignera à la prochaine ouverture par l'hôte (warroom attach { $id }) ; les messages en attente seront alors marqués non remis (pour les renvoyer : warroom update retry).
import-no-copy = { $id } n'est pas une copie : il se poursuit déjà sur cette machine.
import-moved = reprise d'une autre machine

# Tableaux, diagrammes et calendriers pour d'autres outils.
sheet-task = Tâche { $id }, phase « { $phase } », rôle « { $role } »
sheet-follow-up = Suivi
sheet-action = Action de suivi { $id } du RETEX
sheet-ended = { $state ->
    [skipped] Passée le { $at }
   *[done] Terminée le { $at }
}
sheet-ended-by = { $state ->
    [skipped] Passée le { $at } par { $by }
   *[done] Terminée le { $at } par { $by }
}
chart-planned = Prévu { $planned }
chart-night = Nuit prévue
chart-took = Réel { $took }
chart-real = Réel
chart-over = Dépassement { $slip }
chart-on = suite
chart-points = Jalons
chart-began = Début
chart-opened = Ouverture
chart-engaged = Cellule activée
chart-degraded = Mode dégradé
chart-restored = Rétablissement
chart-closed = Clôture
calendar-phase = Phase
calendar-break = Pause
calendar-night = Nuit
calendar-start = « { $start } » n'est pas une date et une heure : écrivez par exemple 2026-12-01 08:00.
