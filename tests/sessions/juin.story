# An exercise, twelve times as fast as real time: phases side by side, a fire alarm, steps that are not played.
plan cyberattack-recovery.fr
incident 20260609-exercice-de-juin-ju1n
title Exercice de juin : chiffrement de la production
severity sev2
kind exercise
speed 12
zone Europe/Paris
since 07:45
what Exercice : la production est réputée chiffrée, les sauvegardes hors ligne sont saines.
impact Exercice : aucun effet réel.
role client lucie
role dsi karim
role direction jean-françois
role sysadmin inès
role dev zoé
target equipe salon-exercice

day 2026-06-09
08:00 bruno open
08:02 bruno start assess
08:10 inès service network down
08:40 bruno post equipe opening EXERCICE : la cellule est réunie, chacun joue son rôle.
08:55 karim fact Les procédures papier sont à jour.
09:06 bruno finish assess
09:07 bruno start inform
09:30 bruno post direction opening EXERCICE : production arrêtée.
09:45 bruno post clients opening EXERCICE : message type envoyé à nous-mêmes.
10:04 bruno decide Restaurer depuis la copie hors ligne | C'est ce que l'exercice doit éprouver |
10:05 bruno finish inform
10:05 bruno start activate
10:30 bruno post equipe progress EXERCICE : PRA activé.
10:35 inès block activate.sysadmin.1 le numéro d'astreinte de l'hébergeur n'est plus bon
10:47 inès unblock activate.sysadmin.1
10:55 bruno next
11:20 karim comment prioritise.dsi.1 La liste des services date de l'an dernier, deux manquent.
11:25 bruno add-service 4h Téléphonie
11:50 bruno next
12:50 bruno next
13:10 inès service identity up
13:20 bruno post equipe progress EXERCICE : annuaire rétabli.
13:30 zoé service mail degraded
14:10 zoé service database degraded
14:20 bruno start rebuild
14:25 bruno add-task rebuild dev Vérifier les empreintes des images d'installation
14:40 inès service network up
14:50 inès service backup down
15:00 bruno finish degraded
15:05 bruno post direction degraded EXERCICE : mode dégradé atteint.
15:06 bruno post equipe degraded EXERCICE : mode dégradé atteint, la reconstruction a commencé.
15:30 inès service backup up
15:50 zoé done rebuild.dev.2
16:15 bruno finish rebuild
16:16 bruno start restore
16:20 bruno skip-task restore.direction.1 sans objet pendant l'exercice
16:40 bruno hold alerte incendie dans le bâtiment, tout le monde sort
17:10 bruno resume
17:30 zoé service database up
17:31 zoé point database 2026-06-09 07:15
18:00 bruno post equipe progress EXERCICE : les bases sont relues.
18:30 zoé service files up
18:40 zoé service mail up
18:56 bruno finish restore
19:00 bruno night 08:30
day 2026-06-10
08:30 bruno morning
08:31 bruno start restore-2
09:00 zoé service erp up
09:20 inès service website up
09:46 bruno finish restore-2
09:47 bruno start verify
10:00 bruno post equipe restored EXERCICE : services rétablis, tests.
11:30 bruno move train review
12:37 bruno finish verify
12:38 bruno start break-2
13:38 bruno finish break-2
13:39 bruno start inform-2
14:34 bruno finish inform-2
14:34:30 bruno add-phase inform-2 30m Contrôle des accès des prestataires
14:34:40 bruno add-task controle-des-acces sysadmin Comparer les accès ouverts à la liste des contrats
14:35 bruno start controle-des-acces
14:58 inès done controle-des-acces.sysadmin.1
15:05 bruno finish controle-des-acces
15:06 bruno night
day 2026-06-11
08:00 bruno morning
08:01 bruno start normal
09:16 bruno finish normal
09:17 bruno start announce
10:07 bruno finish announce
10:08 bruno start review
10:40 karim finding prioritise La liste des services date de l'an dernier.
10:50 inès finding activate Le numéro d'astreinte de l'hébergeur n'était plus le bon.
11:05 bruno action F1 karim 2026-06-30 Revoir la liste des services chaque trimestre
11:10 bruno action F2 inès 2026-06-12 Vérifier tous les numéros d'astreinte
11:38 bruno finish review
11:38:20 bruno skip break-3 la salle est prise à 13 h
11:38:40 bruno skip train une formation est déjà prévue en septembre
11:39 bruno start update-plan
12:49 bruno finish update-plan
12:52 bruno post equipe closing EXERCICE terminé, merci à tous.
12:55 bruno close exercice terminé
