# Réponses des commandes.
verb-none-open = Aucun incident n'est ouvert : ouvrez-en un (warroom start), ou choisissez-en un clôturé (--incident ID). Les derniers clôturés :
verb-last-closed = Aucun incident n'est ouvert : voici le dernier clôturé, { $id }, « { $title } ».
verb-none-open-try = Ou choisissez le dernier clôturé avec --incident, par exemple : { $command }
verb-several-open = Plusieurs incidents sont ouverts : choisissez-en un (--incident ID).
verb-ambiguous = Plusieurs incidents correspondent : écrivez la suite de l'identifiant.
verb-no-such-incident = Incident inconnu : « { $id } ». Consultez la liste (warroom list).
verb-unreadable = L'incident { $id } ne peut pas être ouvert : { $why }. Vérifiez son journal (warroom verify { $id }).
verb-unlisted = Impossible de lister les incidents : { $why }. Rien n'a été fait ; réessayez.
verb-try = Essayez : { $command }
verb-which = Ambigu : choisissez parmi { $ids }.
verb-no-such-person = Personne inconnue : « { $name } ». Connues : { $known }. Ajoutez-la d'abord à people.toml.
verb-only-reads = { $name } a le droit « observateur » et ne pourrait pas accepter : changez d'abord son droit dans people.toml.
verb-no-such-plan = Plan inconnu : « { $name } ». Connus : { $known }. Un plan personnel peut aussi être indiqué par son chemin.
verb-no-incidents = Aucun incident. Ouvrez-en un : warroom start
verb-undone = { $text } (annulé)
verb-list-copy = { $status }, copie
verb-list-damaged = endommagé (entrée n° { $record })
verb-host-running = { $incidents ->
    [0] warroom { $version }, aucun incident ouvert (processus { $pid }, { $socket })
    [one] warroom { $version }, un incident ouvert (processus { $pid }, { $socket })
   *[other] warroom { $version }, { $incidents } incidents ouverts (processus { $pid }, { $socket })
}
verb-host-stopping = Hôte arrêté. Rien n'est perdu.

verify-intact = { $records ->
    [one] chaîne intacte, une entrée, dernière empreinte { $head }
   *[other] chaîne intacte, { $records } entrées, dernière empreinte { $head }
}
verify-no-journal = Ce n'est pas un journal : sa première entrée est illisible ({ $why }).
verify-damaged-first = La première entrée elle-même n'est pas valide : { $why }. Conservez le fichier tel quel.
verify-damaged = L'entrée n° { $record } est la première non valide : { $why }. Tout ce qui précède est intact ; conservez le fichier tel quel.

file-missing = { $file } n'existe pas.
file-forbidden = { $file } : vous n'avez pas le droit de lire ou d'écrire ce fichier.
file-folder = { $file } est un dossier : un fichier est attendu.
file-error = { $file } : { $why }

list-own = personnel
list-builtin = fourni
list-theme-auto = Sans choix, ou avec --theme auto, le thème est light ou dark selon le fond du terminal.
list-unreadable = illisible : voir warroom runbook check
plan-sums = { $phases ->
    [one] une phase
   *[other] { $phases } phases
}, { $tasks ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $tasks } tâches
}, { $planned }, pauses { $breaks }
plan-milestone = une fois terminée : { $milestone }
plan-good = « { $title } » est valide : { $sums }.
plan-audiences = Destinataires des points de situation (--audience attend l'identifiant)
plan-truth = { $it ->
    [yes] oui
   *[no] non
}
plan-written = { $file } est écrit. Complétez-le, puis vérifiez-le : warroom runbook check { $file }
plan-exists = { $file } existe déjà : choisissez un autre nom. Rien n'a été écrit.
plan-no-folder = Le dossier où écrire { $file } n'existe pas : créez-le d'abord.
path-config = configuration
path-runbooks = plans
path-themes = thèmes
path-incidents = incidents
path-socket = socket de l'hôte

status-state = État
status-day = Nuit
status-opened = Ouvert
status-clock = Durée
status-end = Fin estimée
status-ended = Fin
status-tasks = Tâches
status-situation = Situation
status-steps = Étapes en cours, puis la suivante
status-since = { $status } depuis le { $since }
status-night = « { $step } », reprise { $time }
status-opened-by = { $date }, { $time }, par { $person }
status-clock-text = { $elapsed } (actif { $active }), prévu { $planned }
status-end-text = { $end } ({ $slip })
status-on-plan = dans les temps

column-id = id
column-title = titre
column-severity = gravité
column-kind = type
column-status = état
column-opened = ouvert
column-number = n°
column-state = état
column-elapsed = écoulé
column-planned = prévu
column-taken_by = pris par
column-when = quand
column-tasks = tâches
column-assignee = qui
column-priority = prio.
column-downtime = panne
column-rto = RTO
column-left = reste
column-rpo = RPO
column-name = nom
column-target = canal
column-outside = externe
column-origin = origine
column-phases = phases
path-people = personnes
path-notify = envois
column-host = hôte
column-audiences = destinataires
column-pushes = automatique
column-full-name = nom complet
column-right = droit
column-roles = rôles
column-accounts = comptes
column-keys = clés
column-contact = contact
status-commander = Dir. crise
status-attention = À traiter
column-open-tasks = à faire
column-task = tâche
column-text = texte
verb-bad-past = « { $text } » n'est pas un moment passé : écrivez par exemple 02:00, hier 23:30, 2026-11-21 23:30 ou -4h.
column-loss = perte
