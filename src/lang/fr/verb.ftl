# Ce que répondent les commandes.
verb-none-open = Aucun incident n'est ouvert : ouvrez-en un (warroom start), ou nommez-en un clos (--incident ID). Les derniers clos :
verb-last-closed = Aucun n'est ouvert : il s'agit du dernier clos, { $id }, « { $title } ».
verb-none-open-try = Ou nommer le dernier clos par --incident, comme dans : { $command }
close-left = Inachevé : { $what }.
close-tasks = { $count ->
    [one] 1 tâche
   *[other] { $count } tâches
}
close-phases = { $count ->
    [one] 1 phase
   *[other] { $count } phases
}
close-services = { $count ->
    [one] 1 service non rétabli
   *[other] { $count } services non rétablis
}
close-back = Pour revenir en arrière : { $command }
verb-several-open = Plusieurs incidents sont ouverts : nommez celui que vous visez (--incident ID).
verb-ambiguous = Plusieurs incidents commencent ainsi : écrivez-en un peu plus.
verb-no-such-incident = Aucun incident ne s'appelle « { $id } » : regardez la liste (warroom list).
verb-unreadable = L'incident { $id } ne peut pas être ouvert : { $why }. Vérifiez son journal (warroom verify { $id }).
verb-unlisted = La liste des incidents ne peut pas être lue : { $why }. Rien n'a été fait ; réessayez.
verb-try = Essayez : { $command }
verb-nothing-runs = Aucune étape n'est en cours : nommez-en une, ou commencez la suivante (warroom phase next).
verb-several-run = Plusieurs étapes sont en cours : nommez-en une parmi { $ids }.
verb-which = Cela en désigne plusieurs : choisissez parmi { $ids }.
verb-no-such-service = Aucun service ne s'appelle « { $name } » : regardez la liste (warroom service list).
verb-no-such-person = Personne ne s'appelle « { $name } » ici : il y a { $known }. La personne doit d'abord figurer dans le fichier des personnes.
verb-only-reads = { $name } est observateur : la lecture seule ne permet pas d'accepter. Donnez-lui d'abord un autre droit dans le fichier des personnes.
verb-no-such-plan = Aucun plan ne s'appelle « { $name } » : il y a { $known }. Un plan à vous se nomme aussi par son chemin.
verb-no-incidents = Aucun incident. Ouvrez-en un : warroom start
verb-no-tasks = Aucune tâche de ce genre.
verb-no-services = Aucun service. Ajoutez-en un : warroom service add NOM
verb-no-entries = Aucune entrée de ce genre.
verb-no-situation = La situation n'est pas décrite. Décrivez-la : warroom situation TEXTE --since DEPUIS --impact IMPACT
verb-corrected = { $text } (corrigé ; disait : { $struck })
verb-undone = { $text } (annulé)
verb-list-copy = { $status }, copie
verb-list-damaged = endommagé (entrée { $record })
verb-host-running = { $incidents ->
    [0] warroom { $version } ne tient aucun incident ouvert (processus { $pid }, { $socket })
    [one] warroom { $version } tient un incident ouvert (processus { $pid }, { $socket })
   *[other] warroom { $version } tient { $incidents } incidents ouverts (processus { $pid }, { $socket })
}
verb-host-stopping = L'hôte s'arrête ; rien n'est perdu.

verify-intact = { $records ->
    [one] chaîne intacte, une entrée, tête { $head }
   *[other] chaîne intacte, { $records } entrées, tête { $head }
}
verify-no-journal = Ce n'est pas un journal : sa première entrée ne peut pas être lue ({ $why }).
verify-damaged-first = La première entrée est déjà mauvaise : { $why }. Gardez le fichier tel quel.
verify-damaged = L'entrée { $record } est la première mauvaise : { $why }. Ce qui précède est intact ; gardez le fichier tel quel.

file-missing = { $file } n'existe pas.
file-forbidden = { $file } : vous n'avez pas le droit de lire ou d'écrire ce fichier.
file-folder = { $file } est un dossier : un fichier est attendu.
file-error = { $file } : { $why }

list-own = à vous
list-builtin = fourni
list-theme-auto = Sans choix, ou avec --theme auto, c'est light ou dark selon le fond du terminal.
list-unreadable = illisible : voir warroom runbook check
plan-sums = { $phases ->
    [one] une phase, { $tasks } tâches, { $planned }, pauses { $breaks }
   *[other] { $phases } phases, { $tasks } tâches, { $planned }, pauses { $breaks }
}
plan-milestone = une fois terminée : { $milestone }
plan-good = « { $title } » est un bon plan : { $sums }.
plan-audiences = Qui est tenu au courant d'un incident (l'id est ce que prend --audience)
plan-truth = { $it ->
    [yes] oui
   *[no] non
}
plan-written = { $file } est écrit. Complétez-le, puis vérifiez-le : warroom runbook check { $file }
plan-exists = { $file } existe déjà : choisissez un autre nom, rien n'a été écrit.
plan-no-folder = Le dossier de { $file } n'existe pas : créez-le d'abord.
path-config = configuration
path-runbooks = plans
path-themes = thèmes
path-incidents = incidents
path-socket = prise de l'hôte

status-state = État
status-day = Nuit
status-opened = Ouvert
status-clock = Horloge
status-end = Fin prévue
status-ended = Fin
status-tasks = Tâches
status-situation = Situation
status-steps = Étapes en cours et à suivre
status-blocked = Tâches bloquées
status-since = { $status } depuis { $since }
status-night = « { $step } », reprise { $time }
status-opened-by = { $date }, { $time }, par { $person }
status-clock-text = { $elapsed } (actif { $active }), prévu { $planned }
status-end-text = { $end } ({ $slip })
status-on-plan = dans les temps
count-done = { $count ->
    [one] { $count } faite
   *[other] { $count } faites
}
count-doing = { $count } en cours
count-blocked = { $count ->
    [one] { $count } bloquée
   *[other] { $count } bloquées
}
count-todo = { $count } à faire
count-skipped = { $count ->
    [one] { $count } sautée
   *[other] { $count } sautées
}
phase-expected = prévu { $when }
phase-until = jusqu'à { $when }
phase-over = dépassé de { $over }
phase-left = reste { $left }
phase-left-open = { $count ->
    [one] Une tâche de la phase terminée reste à faire.
   *[other] { $count } tâches de la phase terminée restent à faire.
}
situation-what = Touché : { $text }
situation-since = Depuis : { $text }
situation-impact = Impact : { $text }

column-id = id
column-title = titre
column-severity = gravité
column-kind = genre
column-status = état
column-opened = ouvert
column-number = nº
column-state = état
column-elapsed = écoulé
column-planned = prévu
column-when = quand
column-tasks = tâches
column-assignee = qui
column-priority = prio.
column-downtime = arrêt
column-rto = RTO
column-left = reste
column-rpo = RPO
column-name = nom
column-target = cible
column-outside = extérieur
column-origin = origine
column-phases = phases
path-people = personnes
path-notify = envois
column-host = hôte
column-audiences = audiences
column-pushes = annoncé aussitôt
column-full-name = nom complet
column-right = droit
column-roles = rôles
column-accounts = comptes
column-keys = clés
column-contact = contact
verb-no-calls = Aucun appel à l'aide en cours.
command-shown = { $presence ->
    [here] { $person } dirige la crise, et est dans la salle.
    [gone] { $person } dirige la crise, et reste introuvable : un adjoint peut prendre la direction.
   *[away] { $person } dirige la crise, sans écran ouvert.
}
duty-offered = Relève proposée par { $from } à { $to }, le { $at }, il y a { $span }. Elle n'expire pas, et rien ne change de main avant son accord.
status-commander = Direction
status-calls = Appels à l'aide
column-open-tasks = à faire
column-task = tâche
column-text = texte
verb-bad-past = « { $text } » n'est pas un moment passé : écrivez 02:00, hier 23:30, 2026-11-21 23:30 ou -4h.
column-loss = perte
