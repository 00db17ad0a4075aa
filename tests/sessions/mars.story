# A real crisis of three days: command is handed over for the evening, taken back with a reason, one target is out for an hour.
plan cyberattack-recovery.fr
incident 20260317-rancongiciel-lyon-m4rs
title Rançongiciel sur le site de Lyon
severity sev1
kind real
zone Europe/Paris
since 02:10
what Les serveurs de fichiers et les bases sont chiffrés ; une demande de rançon s'affiche sur les postes.
impact Ni commandes ni facturation depuis 02:10 ; les magasins vendent sur papier.
role client lucie
role dsi karim
role direction jean-françois
role sysadmin inès
role dev zoé
target equipe salon-crise
target direction courriel-direction
target clients courriel-clients
trouble courriel-clients 2026-03-17 05:00 2026-03-17 05:50 la messagerie de secours ne répond pas

day 2026-03-17
02:58 alice open
03:01 alice start assess
03:04:10 lucie done assess.client.1
03:09 inès fact La supervision est muette depuis 02:10 ; 214 machines sont chiffrées.
03:15 alice decide Couper le VPN et les liens entre sites | Rien ne prouve que la propagation est finie | Les prestataires n'ont plus d'accès
03:15:40 inès service network down
03:22 karim assign assess.dsi.1 karim
03:22:10 karim begin assess.dsi.1
03:26 jean-françois post direction opening La production est arrêtée par une attaque ; la cellule de crise est réunie, prochain point dans 30 minutes.
03:41 zoé note Le dépôt de code est sain, sa copie hors ligne date d'hier.
03:46 karim done assess.dsi.1
03:53:20 alice finish assess
03:54 alice start inform
03:58 alice post equipe progress Périmètre connu : production de Lyon. Personne ne rallume rien sans l'accord de la DSI.
04:02 jean-françois propose clients opening Nos services sont interrompus depuis cette nuit. Nos équipes travaillent à les rétablir.
04:05 alice approve
04:21 alice post direction progress Stratégie en discussion : reconstruire plutôt que nettoyer.
04:40 karim decide Reconstruire sur un environnement neuf plutôt que nettoyer | Trop de machines touchées pour être sûrs d'un nettoyage |
04:55 alice post equipe progress On reconstruit. Chacun prépare la liste de ce qu'il lui faut.
05:02 alice post clients progress Le rétablissement est engagé ; il prendra plus d'une journée.
05:06 alice finish inform
05:07 alice start activate
05:10 alice add-task activate sysadmin Révoquer les jetons d'accès des prestataires
05:16 alice post direction progress Le PRA est activé ; mode dégradé visé en fin de matinée.
05:20 inès begin activate.sysadmin.2
05:24 inès begin activate.sysadmin.1
05:31 inès block activate.sysadmin.1 le coffre des mots de passe est chiffré, la copie papier est à Paris
05:33 inès help Il faut quelqu'un au siège pour ouvrir le coffre papier
05:40 inès service backup down
05:41 alice impact Ni commandes ni facturation depuis 02:10 ; les magasins vendent sur papier, la paie n'est pas touchée.
05:44 bruno note Je passe au siège, j'y suis dans vingt minutes.
05:45 alice answer
06:02 alice post equipe progress Le coffre papier arrive ; l'infrastructure prépare le réseau isolé.
06:08 bruno comment activate.sysadmin.1 Mots de passe lus au téléphone, rappel enregistré.
06:09 inès unblock activate.sysadmin.1
06:12 inès done activate.sysadmin.2
06:15 inès done activate.sysadmin.1
06:17 alice finish activate
06:18 alice start prioritise
06:20 alice post direction progress Activation terminée avec retard ; les services critiques sont classés maintenant.
06:40 alice hold la police relève les traces en salle machines
06:52 karim note Relevé presque fini, trois baies sur quatre.
07:00 alice resume
07:03 jean-françois propose clients progress Tout sera rétabli ce soir.
07:04 alice drop
07:05 alice post clients progress Les équipes classent les services à rétablir en premier.
07:10 alice decide Annuaire, réseau, sauvegardes, puis bases et facturation | Tout le reste en dépend |
07:12 alice undo
07:13 alice decide Annuaire et réseau d'abord, puis sauvegardes, bases et facturation | Sans annuaire, personne ne peut se connecter aux sauvegardes |
07:14 alice post direction progress L'ordre de rétablissement est fixé : annuaire et réseau d'abord.
07:16 alice post equipe progress Ordre fixé : annuaire, réseau, sauvegardes, bases, facturation.
07:39 alice finish prioritise
07:40 alice start break-1
08:15 alice finish break-1
08:16 alice start degraded
08:20 alice post equipe progress Début du mode dégradé.
08:21 alice post clients progress Un mode dégradé se prépare.
08:22 alice post direction progress Le mode dégradé se prépare, sans la facturation.
08:30 inès begin degraded.sysadmin.1
08:36 zoé begin degraded.dev.1
08:40 alice severity sev2
09:12 zoé block degraded.dev.1 la licence du serveur applicatif est liée à l'ancienne machine
09:25 alice post equipe progress L'éditeur est appelé pour la licence.
09:30 inès service backup up
09:40 alice extend degraded 2h30..3h
10:05 zoé comment degraded.dev.1 L'éditeur envoie une clé provisoire.
10:21 zoé unblock degraded.dev.1
10:40 inès service identity degraded
10:50 inès done degraded.sysadmin.1
11:00 inès service identity up
11:05 inès service network degraded
11:10 zoé done degraded.dev.1
11:21 alice finish degraded
11:22 alice start rebuild
11:24 alice post direction degraded Le mode dégradé fonctionne : commandes saisies à la main, annuaire rétabli.
11:26 alice post clients degraded Un service réduit est de nouveau disponible.
11:28 alice post equipe degraded Mode dégradé atteint. Suite : nouvel environnement.
11:40 inès service mail degraded
12:10 lucie note Les commandes saisies à la main passent, une dizaine par heure.
12:30 alice post equipe progress Douze serveurs sur trente installés.
12:40 alice post direction progress Installation à moitié faite.
12:45 alice post clients progress Le service réduit tient ; suite cet après-midi.
13:00 zoé service database degraded
13:20 inès service network up
13:30 alice fact L'entrée de l'attaque est un compte de prestataire sans second facteur.
13:42 alice finish rebuild
13:43 alice start restore
13:45 inès begin restore.sysadmin.1
13:46 alice skip-task restore.direction.1 la direction n'utilise pas le mode dégradé
14:00 zoé service website up
14:10 alice post direction progress Les sauvegardes se relisent ; reprise demain à 8 h.
14:12 alice post clients progress Les données sont en cours de restauration ; prochain point demain.
14:15 alice post equipe progress On s'arrête à 14 h 30, reprise à 8 h.
14:20 alice offer bruno La restauration tourne seule jusqu'à demain. Appeler Inès si une bande bloque.
14:24 bruno accept
14:30 bruno night
17:40 bruno note La bande 7 a été relue deux fois, elle est bonne.
day 2026-03-18
08:00 bruno morning
08:04 bruno post equipe progress Reprise. La restauration a tourné toute la nuit sans erreur.
08:10 alice take Bruno est en déplacement jusqu'au soir
08:30 alice post direction progress La restauration s'achève ce matin.
08:35 alice post clients progress La restauration de vos données s'achève ce matin.
09:20 alice post direction progress Deux bases sur trois sont relues.
10:12 inès done restore.sysadmin.1
10:20 alice finish restore
10:21 alice start restore-2
10:25 alice post equipe progress Tout est relu, on valide.
10:30 alice post direction progress Toutes les données sont relues ; validation en cours.
10:32 alice post clients progress Vos données sont relues, nous les vérifions.
10:40 inès service files up
10:41 inès point files 2026-03-16 22:00
11:00 zoé service database up
11:02 zoé point database 2026-03-17 01:30
11:20 zoé service mail up
11:21 zoé point mail 2026-03-16 18:00
11:45 zoé service erp degraded
12:01 alice finish restore-2
12:02 alice start verify
12:05 alice post equipe restored Services rétablis, début des tests.
12:06 alice post direction restored Tous les services critiques sont rétablis ; tests jusqu'à 15 h.
12:07 alice post clients restored Le service est rétabli et en cours de vérification.
12:30 zoé block verify.dev.2 les factures du 16 mars sont en double
13:10 zoé decide Rejouer la journée du 16 mars depuis le journal des ventes | Supprimer les doublons à la main prendrait deux jours | Zoé seule connaît le procédé
13:15 alice post equipe progress Doublons de factures : on rejoue la journée du 16.
13:20 alice post direction progress Un défaut de facturation est en cours de correction.
14:05 zoé unblock verify.dev.2
14:06 zoé retitle-task verify.dev.2 Résoudre les problèmes techniques, dont les doublons de factures
14:20 zoé service erp up
14:22 zoé point erp 2026-03-17 01:45
14:30 alice post direction progress Le défaut de facturation est corrigé.
14:50 jean-françois done verify.direction.2
14:58 jean-françois reopen-task verify.direction.2
15:20 jean-françois done verify.direction.2
15:32 alice finish verify
15:33 alice start break-2
16:18 alice finish break-2
16:19 alice start inform-2
16:22 alice severity sev3
16:30 alice post clients restored Tous nos services fonctionnent. Un bilan vous sera envoyé.
17:09 alice finish inform-2
17:10 alice night
day 2026-03-19
08:00 alice morning
08:01 alice start normal
09:26 alice finish normal
09:27 alice start announce
10:10 alice post clients closing L'incident est clos. Merci de votre patience.
10:32 alice finish announce
10:33 alice start review
11:05 karim fact Le retour au calme a pris 16 h de travail pour 13 h 30 prévues jusqu'aux tests.
11:20 karim finding activate Les mots de passe de secours n'existaient que sur papier, à Paris.
11:26 inès finding degraded La licence du serveur applicatif est liée à une machine : le mode dégradé a attendu une heure.
11:31 lucie finding - Les clients ont appris la panne par la presse avant notre premier message.
11:33 lucie correct-finding F3 Les clients ont appris la panne par la presse, une heure avant notre premier message.
11:35 zoé finding verify Les factures du 16 mars ont été restaurées deux fois.
11:40 jean-françois finding - La cafetière est tombée en panne.
11:41 alice drop-finding F5 sans rapport avec l'incident
11:45 alice action F1 inès 2026-04-15 Déposer une copie du coffre sur chaque site
11:48 alice action F2 zoé 2026-04-30 Négocier une licence de secours avec l'éditeur
11:52 alice action F3 lucie 2026-03-31 Préparer un premier message prêt à partir en dix minutes
11:55 alice action F4 - - Contrôler les doublons à la restauration
11:58 alice action - karim 2026-04-01 Commander des bandes neuves
12:00 alice drop-action A5 déjà commandées en février
12:05 alice change-action A4 zoé
12:18 alice finish review
12:19 alice start break-3
13:19 alice finish break-3
13:20 alice start update-plan
14:40 alice finish update-plan
14:41 alice start train
16:21 alice finish train
16:22 alice post direction closing Crise close ; le PRA est mis à jour.
16:25 alice close services rétablis, revue faite
day 2026-03-30
10:00 lucie finish-action A3 modèle rangé dans la salle de crise
day 2026-04-20
09:00 inès finish-action A1 copies à Lyon et à Lille
09:30 alice reopen-action A1
