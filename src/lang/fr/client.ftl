# Ce que le programme local dit de l'hôte et du terminal.
client-lost = L'hôte s'est arrêté avant de répondre ; `warroom status` montre ce qui a été enregistré.
client-lost-again = L'hôte s'arrête sans cesse ; son journal dit pourquoi : host.log, dans le dossier que donne `warroom host status`.
client-starts-again = L'hôte s'est arrêté ; un nouveau est lancé, et l'écran reprend où il en était.
client-garbled = L'hôte et ce programme ne se comprennent pas ; `warroom host stop`, puis réessayez.
client-other-version = L'hôte qui tourne parle la version { $theirs } et ce programme la version { $ours }. Arrêtez-le avec `warroom host stop` (rien n'est perdu), puis réessayez.
client-host-full = L'hôte ne peut plus prendre de client ; fermez un écran, puis réessayez.
client-no-host = Aucun hôte n'a pu être lancé : { $why } (voir { $log })
client-no-host-silent = il n'a rien dit
client-file-too-large = { $path } est trop gros : un fichier de { $max } ko au plus peut être envoyé.
client-no-terminal = Un écran demande un terminal. Sans terminal, les commandes de `warroom help` font de même.
client-no-terminal-because = Un écran demande un terminal, et celui-ci ne convient pas : { $why }
client-dumb-terminal = Ce terminal (TERM={ $term }) ne peut pas montrer d'écran. Les commandes de `warroom help` font de même sans écran.
client-none-runs = Aucun hôte ne tourne.
client-no-signal = L'hôte ne peut pas être arrêté : { $why }
client-terminated = L'arrêt de l'hôte a été demandé.
client-stranger = Cet hôte ne connaît pas le compte { $account } : demander à qui le fait tourner d'ajouter `unix = ["{ $account }"]` à une personne de son people.toml.
client-shared-none = Aucun hôte à { $path } : qui le partage le lance par `warroom serve --socket`.
client-shared-forbidden = Votre compte ne peut pas utiliser { $path } : cette prise est à un groupe de comptes ; demander à qui la partage d'y ajouter le vôtre, puis rouvrir la session.
client-shared-failed = { $path } ne peut pas être utilisé : { $why }
client-shared-lost = L'hôte n'est plus là ; l'écran reprend où il en était quand il revient.
