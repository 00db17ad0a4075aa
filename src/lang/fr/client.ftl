# Messages du client sur l'hôte et le terminal.
client-lost = L'hôte warroom s'est arrêté avant de répondre ; `warroom status` montre ce qui a été enregistré.
client-lost-again = L'hôte warroom s'arrête sans cesse ; voir { $log }.
client-starts-again = L'hôte warroom s'est arrêté ; un nouveau démarre, et l'écran reprend où il en était.
client-garbled = L'hôte a envoyé une réponse que ce programme ne sait pas lire. Lancez `warroom host stop`, puis réessayez.
client-other-version = L'hôte en cours parle la version { $theirs } du protocole, ce programme la version { $ours }. Lancez `warroom host stop` (rien n'est perdu), puis réessayez.
client-host-full = L'hôte a atteint sa limite de sessions ; fermez-en une, puis réessayez.
client-no-host = L'hôte n'a pas pu être lancé : { $why } (voir { $log })
client-no-host-silent = aucun message d'erreur
client-file-too-large = { $path } est trop volumineux : la limite est de { $max } Kio.
client-no-terminal = L'écran nécessite un terminal. Sans terminal, utilisez les commandes de `warroom help`.
client-no-terminal-because = L'écran nécessite un terminal, et celui-ci ne convient pas : { $why }
client-dumb-terminal = Ce terminal (TERM={ $term }) ne permet pas d'afficher l'écran. Utilisez les commandes de `warroom help`.
client-none-runs = Aucun hôte warroom n'est en cours d'exécution.
client-no-signal = L'hôte ne peut pas être arrêté : { $why }. Arrêtez-le depuis le compte qui l'a lancé.
client-terminated = Arrêt de l'hôte demandé.
client-stranger = Cet hôte ne connaît pas le compte { $account }. Demandez à son exploitant d'ajouter `unix = ["{ $account }"]` à une personne de people.toml.
client-shared-none = Aucun hôte n'écoute sur { $path }. Son exploitant le lance avec `warroom serve --socket`.
client-shared-forbidden = Votre compte ne peut pas utiliser { $path }, réservé à un groupe. Demandez à l'exploitant de l'hôte de vous y ajouter, puis rouvrez votre session.
client-shared-failed = { $path } est inutilisable : { $why }. Vérifiez le chemin et ses droits.
client-shared-lost = L'hôte warroom n'est plus là ; l'écran reprendra où il en était à son retour.
