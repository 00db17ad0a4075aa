# A real crisis over the night in which clocks go back; the machine's own clock is set; closed, and reopened a day later.
plan cyberattack-recovery.fr
incident 20261024-chiffrement-de-la-paie-0ct0
title Chiffrement de la paie et des partages
severity sev1
kind real
zone Europe/Paris
since samedi, vers 4 h
what Les partages et la paie sont chiffrés ; la messagerie est coupée par précaution.
impact La paie d'octobre part le 28 ; 900 salariés.
role client lucie
role dsi karim
role direction jean-françois
role sysadmin inès
role dev zoé
target equipe salon-crise
target direction courriel-direction
refusal courriel-direction 2026-10-24 06:00 2026-10-24 08:30 552 boîte pleine

day 2026-10-24
05:10 alice open
05:12 alice start assess
05:20 inès service network down
05:30 inès service backup down
05:40 alice post equipe opening Alerte réelle. Point d'appel : salon de crise.
05:45 alice fact Trois comptes d'administration ont été créés dans la nuit.
05:50 karim help Personne n'a les clés de la salle machines
06:05 bruno answer
06:10 alice post direction opening Attaque en cours ; la paie est touchée.
06:30 inès block assess.sysadmin.1 la salle machines est fermée, le gardien est injoignable
06:45 inès unblock assess.sysadmin.1
06:50 alice finish assess
06:51 alice start inform
07:05 alice post equipe progress Périmètre : partages, paie, messagerie.
07:10 alice post clients opening Certains de nos services sont interrompus.
07:20 alice decide Couper la messagerie jusqu'à nouvel ordre | Elle a servi à l'entrée | La direction doit joindre les clients autrement
07:56 alice finish inform
07:57 alice start activate
08:00 alice add-task activate sysadmin Révoquer les jetons d'accès des prestataires
08:20 inès done activate.sysadmin.2
08:35 alice retry
08:36 alice post direction progress Le PRA est activé.
08:44 alice finish activate
08:45 alice start prioritise
09:00 alice decide La paie avant tout le reste | Elle part le 28 |
09:45 alice next
10:31 alice next
10:33 alice post equipe progress Début du mode dégradé.
11:00 inès service identity degraded
11:20 zoé service database degraded
11:40 inès service identity up
12:00 alice clock +1h30
12:10 alice clock -1h30
12:10:30 alice note L'horloge du poste de commandement a été remise à l'heure.
12:30 inès service network up
12:50 zoé block degraded.dev.1 le serveur de paie refuse l'ancienne base
12:58 zoé unblock degraded.dev.1
13:04 alice next
13:10 alice post direction degraded Mode dégradé atteint ; la paie se calcule sur un poste isolé.
13:11 alice post equipe degraded Mode dégradé atteint.
13:12 alice post clients degraded Un service réduit est disponible.
14:00 inès service backup up
14:30 zoé service erp degraded
15:00 karim role-offer dsi bruno Le nouvel environnement est aux deux tiers.
15:05 bruno role-accept dsi
15:15 alice next
15:16 alice retitle Chiffrement de la paie, des partages et des archives
15:20 bruno skip-task restore.direction.1 la direction attend la paie
15:30 zoé service database up
15:31 zoé point database 2026-10-24 02:00
16:00 zoé service website down
17:20 zoé service website up
17:10 alice offer karim Je dois partir à 18 h.
17:14 karim decline
17:30 alice offer bruno Tout est relu sauf les archives de 2024.
17:35 bruno accept
17:46 bruno finish restore
17:48 bruno post direction progress Données relues ; reprise demain à 8 h.
17:50 bruno night
day 2026-10-25
08:00 bruno morning
08:01 bruno start restore-2
08:05 bruno post equipe progress Reprise, une heure plus tard au soleil.
08:30 bruno revoke dsi bruno
09:10 zoé service erp up
09:12 zoé point erp 2026-10-23 20:00
09:30 inès service files up
10:00 inès service mail up
10:05 bruno decide Garder les archives de 2024 hors ligne | Personne ne les consulte avant janvier |
10:16 bruno finish restore-2
10:16:30 bruno add-phase restore-2 30m Contrôle des accès des prestataires
10:16:40 bruno add-task controle-des-acces sysadmin Comparer les accès ouverts à la liste des contrats
10:17 bruno start controle-des-acces
10:40 inès begin controle-des-acces.sysadmin.1
11:00 inès done controle-des-acces.sysadmin.1
11:02 bruno finish controle-des-acces
11:03 bruno start verify
11:10 bruno post direction restored Tous les services sont rétablis.
11:11 bruno post clients restored Tous nos services fonctionnent.
11:12 bruno post equipe restored Services rétablis, tests.
12:00 zoé note Bulletins de paie comparés à ceux de septembre : identiques aux primes près.
12:01 zoé correct Bulletins de paie comparés à ceux de septembre : identiques, primes comprises.
14:13 bruno finish verify
14:14 bruno start break-2
15:04 bruno finish break-2
15:05 bruno start inform-2
16:10 bruno finish inform-2
16:15 bruno night
day 2026-10-26
08:00 bruno morning
08:01 bruno start normal
10:11 bruno finish normal
10:12 bruno start announce
11:07 bruno finish announce
11:08 bruno start review
12:10 karim finding restore-2 La paie dépend d'un serveur de fichiers que personne n'avait classé.
12:30 bruno action F1 karim 2026-11-30 Classer la paie parmi les services critiques
13:03 bruno finish review
13:04 bruno start break-3
13:49 bruno finish break-3
13:50 bruno start update-plan
14:45 bruno finish update-plan
14:46 bruno start train
16:06 bruno finish train
16:08 bruno post equipe closing Crise close. Merci à tous.
16:10 bruno close paie faite, services rétablis
day 2026-10-27
09:00 bruno reopen-incident le site web est retombé
09:01 zoé service website down
09:05 bruno reopen normal
09:30 zoé service website up
09:35 bruno finish normal
10:00 bruno close le site web tient
day 2026-11-02
14:00 zoé finding - Le site web est retombé parce que son certificat avait été révoqué avec les autres.
14:05 bruno action F2 zoé 2026-11-20 Tenir la liste des certificats
