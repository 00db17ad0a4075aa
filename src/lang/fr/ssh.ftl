# Messages du serveur SSH.
ssh-full = trop de connexions ; réessayez dans un instant
ssh-too-many-sessions = Vous avez { $most } sessions ici, le maximum : fermez-en une d'abord.
ssh-no-terminal = L'écran nécessite un terminal : connectez-vous par « ssh -t ». Sans terminal, utilisez les commandes de `help`.
ssh-dumb-terminal = Ce terminal (TERM={ $term }) ne permet pas d'afficher l'écran. Utilisez les commandes de `help`.
ssh-no-files = Par SSH, une commande ne peut pas désigner de fichier. Lancez celle-ci sur la machine hôte.
ssh-not-here = Commande réservée à la machine hôte. Par SSH, seuls les incidents sont accessibles ; voir `help`.
ssh-long-command = Cette ligne de commande est trop longue.
ssh-command-failed = Cette commande a échoué ; les salles ne sont pas touchées et rien n'est perdu.
ssh-screen-failed = Cet écran s'est arrêté sur une erreur ; la salle n'est pas touchée et rien n'est perdu. Reconnectez-vous.
ssh-host-stopped = L'hôte warroom a été arrêté ; rien n'est perdu. Reconnectez-vous dès qu'il tourne à nouveau.
ssh-idle = L'écran a été fermé après une longue inactivité. Reconnectez-vous à tout moment.
