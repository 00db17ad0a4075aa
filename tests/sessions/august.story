# A real crisis told in English, driven through SSH by people who may not do everything; command is taken from who left.
plan cyberattack-recovery.en
incident 20260804-ransomware-in-leeds-aug4
title Ransomware in Leeds
severity sev2
kind real
zone Europe/London
since about 04:30
what Servers of the Leeds site are encrypted; backups are offline and sound.
impact No orders from the north; shops sell on paper.
role client lucy
role dsi carol
role direction john
role sysadmin ian
role dev zoe
person maria commander
person lucy member client
person carol deputy dsi
person john member direction
person ian member sysadmin
person zoe member dev
target team crisis-room
target management mail-management

day 2026-08-04
05:00 anna open
05:02 anna start assess
05:15 ian fact Four servers of Leeds show the note, the others do not.
05:20 carol service network down
05:40 anna post team opening This is real. Everybody into the crisis room.
05:50 anna decide Disconnect Leeds from the other sites | Nothing tells how it spreads | Deliveries stop
05:55 anna post management opening Leeds is down; the crisis team is formed.
06:12 anna finish assess
06:13 anna start inform
06:40 anna post clients opening Some of our services are interrupted.
07:08 anna finish inform
07:09 anna start activate
07:20 ian block activate.sysadmin.1 the recovery laptop does not start
07:45 ian unblock activate.sysadmin.1
07:58 anna finish activate
07:59 anna next
09:04 anna next
09:34 anna next
10:00 zoe help Who knows the licence server?
10:06 anna answer
10:30 carol service identity up
10:45 carol service backup down
11:15 carol service network up
11:30 carol service database degraded
11:54 anna next
11:56 anna post team degraded Degraded mode is reached.
11:57 anna post management degraded Degraded mode is reached.
12:30 carol service backup up
13:20 maria take Anna is on a train without network
13:40 maria decide Leave the file shares for tomorrow | Nobody needs them today |
14:04 maria next
14:30 maria skip-task restore.direction.1 the management does not use the degraded mode
15:30 carol service database up
15:32 carol point database 2026-08-04 04:10
15:50 carol service mail up
16:34 maria finish restore
16:40 maria night
day 2026-08-05
08:00 maria morning
08:01 maria start restore-2
08:40 carol service erp up
09:10 carol service files up
09:31 maria finish restore-2
09:32 maria start verify
09:40 maria post management restored All services are back; tests until noon.
09:45 carol service website up
12:22 maria finish verify
12:23 maria start break-2
13:03 maria finish break-2
13:04 maria start inform-2
13:54 maria finish inform-2
13:55 maria night
day 2026-08-06
08:00 maria morning
08:01 maria start normal
09:21 maria finish normal
09:22 maria start announce
10:22 maria finish announce
10:23 maria start review
11:00 ian finding activate The recovery laptop had not been started for a year.
11:10 zoe finding degraded Nobody knew who holds the licences.
11:20 maria action F1 ian 2026-08-31 Start the recovery laptop every month
11:25 zoe action F2 zoe 2026-09-15 Write down who holds which licence
11:53 maria finish review
11:54 maria start break-3
12:54 maria finish break-3
12:55 maria start update-plan
14:05 maria finish update-plan
14:06 maria start train
15:26 maria finish train
15:28 maria post team closing It is over. Thank you all.
15:30 maria close all services are back
day 2026-08-28
09:00 ian finish-action A1 first Monday of the month, in the calendar
