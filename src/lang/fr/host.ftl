# Ce que l'hôte dit à ceux qui sont à ses écrans, et ce que le programme dit de ses dossiers.
host-stopped = L'hôte a été arrêté ; `warroom` le relance, et rien n'est perdu.
host-screen-failed = Cet écran a échoué ; la salle va bien, et rien n'est perdu. `warroom attach` en ouvre un autre ; host.log en dit plus.
host-no-folder = { $path } ne peut pas être utilisé : { $why }
host-folder-not-ours = il appartient à un autre compte
host-folder-not-folder = ce n'est pas un dossier
host-no-home = Aucun dossier personnel n'est connu : définir HOME.
host-withdrawn = Vous n'êtes plus parmi les personnes de cet hôte ; qui le fait tourner peut dire pourquoi.
host-not-yours = Seul le compte sous lequel tourne l'hôte l'arrête.
host-serves = L'hôte tourne, processus { $pid } ; sa propre prise est { $socket }.
host-serves-group = Les comptes du groupe { $group } entrent par : warroom --host { $path }
host-serves-ssh = Qui a une clé dans le fichier des personnes entre par SSH à { $address } ; la clé de l'hôte est { $fingerprint }.
host-serves-alone = Il n'y a pas de fichier des personnes, donc personne d'autre n'entre : warroom people sample > { $path }
