# Les archives de preuve : les faire, les vérifier, les reprendre. Et d'où un incident est lu.
source-damaged = { $name } : rien ne peut en être lu. Entrée { $record } : { $why }.
source-too-long = { $name } : le journal dépasse { $most } Gio.
source-too-many = { $name } : le journal compte plus de { $most } entrées.

bundle-bad = { $file } : { $why }.
bundle-not-zip = ce n'est pas une archive de preuve
bundle-cut-short = l'archive est coupée, ou quelque chose suit sa fin
bundle-too-many = elle contient plus de fichiers qu'aucune archive de preuve
bundle-layout = elle n'est pas disposée comme une archive de preuve : quelque chose a été ajouté, déplacé ou supprimé
bundle-encrypted = « { $name } » est chiffré, ce que rien n'est dans une archive de preuve
bundle-method = « { $name } » est compressé d'une façon qu'aucune archive de preuve n'emploie
bundle-outside = « { $name } » serait écrit hors de son dossier
bundle-special = « { $name } » n'est pas un simple fichier, mais un lien ou un dossier
bundle-doubled = « { $name } » s'y trouve deux fois
bundle-length = « { $name } » est plus long ou plus court qu'il ne le dit
bundle-checksum = les octets de « { $name } » sont abîmés
bundle-format = une archive au format { $found }, que cette version de warroom ne connaît pas
bundle-unknown = « { $name } » n'appartient à aucune archive de preuve
bundle-missing = « { $name } » manque
bundle-too-long = « { $name } » est plus long qu'il ne peut l'être dans une archive de preuve
bundle-unreadable = « { $name } » n'est pas écrit comme il l'est dans une archive de preuve
bundle-sum = « { $name } » n'est pas le fichier que nomme SHA256SUMS : il a été modifié, ajouté ou supprimé
bundle-head = le journal finit par l'entrée { $record }, { $head }, et HEAD dit autre chose
bundle-incident = le journal est celui d'un autre incident que ne le dit HEAD
bundle-journal = l'entrée { $record } du journal est mauvaise : { $why }

verify-bundle = { $files ->
    [one] archive de { $incident } : son seul fichier est conforme à SHA256SUMS
   *[other] archive de { $incident } : ses { $files } fichiers sont conformes à SHA256SUMS
}
verify-against-what = Nommez ce qui est à vérifier devant « --against FICHIER » ; sans nom, et par un hôte, --against prend une empreinte de 64 chiffres hexadécimaux.
verify-against-takes = --against prend une empreinte de 64 chiffres hexadécimaux, un fichier (un journal ou une archive), ou un incident.
verify-common = { $record ->
    [0] Il n'a aucune entrée en commun avec ce qui a été gardé.
   *[other] Jusqu'à l'entrée { $record }, il est identique à ce qui a été gardé.
}
verify-against-damaged = Ce qui a été gardé, { $name }, est lui-même endommagé : entrée { $record } : { $why }.
verify-against-same = C'est la même main courante : les deux finissent par l'entrée { $kept }.
verify-against-continues = { $follow ->
    [one] Elle continue ce qui a été gardé : c'est l'entrée { $kept }, une autre la suit.
   *[other] Elle continue ce qui a été gardé : c'est l'entrée { $kept }, { $follow } autres la suivent.
}
verify-against-older = Ce n'est pas une suite : ce qui a été gardé va plus loin, jusqu'à l'entrée { $kept } ; jusqu'à l'entrée { $records }, les deux sont identiques.
verify-against-forked = Ce n'est pas une suite : les deux sont identiques jusqu'à l'entrée { $kept }, et diffèrent ensuite.
verify-against-foreign = Ce n'est pas une suite : aucune de ses entrées n'est celle qui a été gardée.

export-done = { $file } est écrit : { $records } entrées, tête { $head }
export-exists = { $file } existe déjà ; --force le remplace.
export-damaged = { $name } : l'entrée { $record } du journal est mauvaise, et une archive prouve une main courante entière ({ $why }). Gardez le fichier du journal lui-même.
export-torn = { $records ->
    [one] { $name } : la dernière entrée est coupée ; 1 entrée entière la précède. Pour prendre ce qui est entier : --whole-records, et l'archive le dira.
   *[other] { $name } : la dernière entrée est coupée ; { $records } entrées entières la précèdent. Pour prendre ce qui est entier : --whole-records, et l'archive le dira.
}
export-done-whole = La dernière entrée était coupée, elle est laissée de côté ; VERIFY.md le dit.
export-changed = { $name } : le journal a changé pendant sa lecture ; recommencez.
export-bad = { $file } : ce qui a été écrit n'est pas ce qui devait l'être ; rien n'en a été gardé. Vérifiez le disque.
export-too-long = { $name } : le journal est trop long pour une archive (4 Gio).
export-how =
    # Comment vérifier cette archive

    Elle contient la main courante de l'incident { $incident }, jusqu'à l'entrée { $records }.

    | Fichier | |
    |---|---|
    | `journal.jsonl` | la main courante, une entrée par ligne, octet pour octet comme elle a été écrite |
    | `plan.toml` | le plan avec lequel l'incident a été ouvert |
    | `report.html`, `report.md` | le rapport, s'il y en a un : tiré de la main courante, pour la lecture |
    | `HEAD` | la dernière entrée et son empreinte |
    | `SHA256SUMS` | les sommes de tous les fichiers |
    | `verify.py` | vérifie la main courante ; il faut Python 3 et rien d'autre |

    ## Sans warroom

    Décompressez l'archive dans un dossier vide, puis, dans ce dossier :

        sha256sum -c SHA256SUMS
        python3 verify.py journal.jsonl

    La première ligne dit que rien n'a été endommagé en chemin. La seconde recalcule l'empreinte de chaque entrée
    et suit la chaîne du premier au dernier. Elle doit répondre :

        chain intact, { $records } records, head { $head }

    ## Ce que cela prouve

    Chaque entrée contient l'empreinte de la précédente : avec la dernière empreinte, rien de ce qui précède ne peut
    avoir été modifié, ajouté, supprimé ou déplacé. Qui fait une archive peut en faire une autre, avec une autre
    empreinte. Comparez donc la tête avec celle qui vous est parvenue **par une autre voie**, et à l'époque : un
    message, une ligne imprimée, une archive antérieure.

    Seule la main courante est ainsi prouvée. Le plan et le rapport en sont tirés, et peuvent en être tirés à nouveau :
    `warroom report journal.jsonl`.

    ## Avec warroom

        warroom verify FICHIER.zip
        warroom verify FICHIER.zip --against EMPREINTE

    La seconde commande dit si la main courante continue l'entrée dont on vous a donné l'empreinte. `--against`
    prend aussi une archive ou un journal antérieur. `warroom import FICHIER.zip` range la main courante à côté des
    vôtres, pour la lire et la rejouer.

export-how-whole =
    ## Ce qui est laissé de côté

    Le fichier dont cette archive est tirée finissait par une entrée coupée, après l'entrée
    { $records }. Il n'est pas ici : ce qu'il disait ne fait pas partie de cette main courante.

import-no-file = Quelle archive ? Donnez le chemin d'un fichier : warroom import FICHIER.
import-no-bundle = { $file } n'est pas une archive de preuve. Un journal se lit et se rejoue tel quel.
import-done =
    { $id } : { $records } entrées, tête { $head }
    C'est une copie, qui ne peut qu'être lue ici. Pour la continuer sur cette machine : warroom import --take-over { $id }
import-taken-over =
    { $id } : { $records } entrées, tête { $head }
    La suite se passe sur cette machine. La main courante le note quand l'hôte l'ouvre (warroom attach { $id }) ; ce qui attendait d'être envoyé est alors abandonné.
import-same =
    { $id } est déjà là, avec les mêmes { $records } entrées.
import-older = { $id } est déjà là, et plus long : { $other } entrées, dont l'archive a les { $records } premières. Rien n'a été changé.
import-longer = { $id } est déjà là, et plus court : les { $other } premières des { $records } entrées de l'archive. Rien n'a été changé.
import-forked = { $id } est déjà là, et c'est une autre main courante : les deux sont identiques jusqu'à l'entrée { $other }, et diffèrent ensuite. Rien n'a été changé.
import-foreign = { $id } est déjà là, et c'est une autre main courante : aucune de ses entrées n'est dans l'archive. Rien n'a été changé.
import-here-damaged = { $id } est déjà là, et l'entrée { $record } de son journal est mauvaise : { $why }. Rien n'a été changé.
import-goes-on = La suite de { $id } se passe sur cette machine. La main courante le note quand l'hôte l'ouvre (warroom attach { $id }) ; ce qui attendait d'être envoyé est alors abandonné.
import-no-copy = { $id } n'est pas une copie : la suite se passe déjà sur cette machine.
import-moved = reprise d'une autre machine

# Tableaux, diagrammes et calendriers pour d'autres outils.
sheet-task = Tâche { $id }, phase « { $phase } », rôle « { $role } »
sheet-follow-up = Suivi
sheet-action = Action de suivi { $id } de la revue
sheet-ended = { $state ->
    [skipped] Passée le { $at }
   *[done] Faite le { $at }
}
sheet-ended-by = { $state ->
    [skipped] Passée le { $at } par { $by }
   *[done] Faite le { $at } par { $by }
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
chart-engaged = Équipe engagée
chart-degraded = Mode dégradé
chart-restored = Rétablissement
chart-closed = Clôture
calendar-phase = Phase
calendar-break = Pause
calendar-night = Nuit
calendar-start = « { $start } » n'est pas un moment : écrivez 2026-12-01 08:00.
