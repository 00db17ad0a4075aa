# Ce que dit la porte SSH.
ssh-full = trop de connexions à la fois ; réessayez dans un instant
ssh-too-many-sessions = Vous avez { $most } sessions ici, et pas davantage à la fois : fermez-en une d'abord.
ssh-no-terminal = Un écran demande un terminal : ssh -t. Sans terminal, les commandes de `help` font de même.
ssh-dumb-terminal = Ce terminal (TERM={ $term }) ne peut pas montrer d'écran. Les commandes de `help` font de même sans écran.
ssh-no-files = Par SSH, aucun fichier ne peut être nommé : ni le vôtre, ni celui de l'hôte.
ssh-not-here = Cette commande est pour la machine devant laquelle on est assis : par SSH, il n'y a que les incidents. `help` dit ce qu'il y a.
ssh-long-command = Cette ligne de commande est trop longue.
ssh-command-failed = Cette commande a échoué ; les salles vont bien, et rien n'est perdu.
ssh-screen-failed = Cet écran a échoué ; la salle va bien, et rien n'est perdu. Reconnectez-vous.
ssh-host-stopped = L'hôte a été arrêté ; rien n'est perdu. Reconnectez-vous dès qu'il fonctionne.
ssh-idle = Rien n'a été fait ici depuis longtemps, et l'écran a été fermé. Reconnectez-vous quand vous voulez.
