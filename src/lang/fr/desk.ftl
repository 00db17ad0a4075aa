# Les réglages des points de situation : ce qui ne va pas dans notify.toml, et ce qu'il faut écrire.
desk-file-too-big = le fichier est trop grand pour des réglages
desk-file-too-big-expected = 256 Kio au plus
desk-file-not-text = le fichier n'est pas un texte en UTF-8
desk-file-not-text-expected = enregistrer le fichier comme texte en UTF-8
desk-file-format = cette version ne connaît pas ce format de réglages
desk-file-format-expected = `format = 1` est attendu
desk-file-missing = « { $field } » manque
desk-file-missing-expected = ajouter ici `{ $field } = …`
desk-file-type = « { $field } » n'est pas ce qui est attendu
desk-file-expected-text = un texte entre guillemets est attendu, sur une ligne
desk-file-expected-texts = une liste de textes est attendue, ["un", "deux"]
desk-file-expected-truth = true ou false est attendu
desk-file-expected-tables = un titre par élément est attendu, `[[target]]` ou `[[audience]]`
desk-file-expected-network = un titre `[network]` est attendu, avec proxy, no_proxy, ca et gather dessous
desk-file-expected-source = un seul endroit est attendu : { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } ou { "{" } credential = "…" { "}" }
desk-file-empty = « { $field } » est vide
desk-file-empty-expected = un texte est attendu
desk-file-too-long = « { $field } » est trop long
desk-file-too-long-expected = { $max } caractères au plus
desk-file-unknown-field = il n'y a pas de champ « { $field } » ici
desk-file-unknown-field-expected = au choix : { $known }
desk-file-name = « { $name } » ne peut pas être le nom d'une cible
desk-file-name-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
desk-file-same-name = le nom « { $name } » est déjà pris
desk-file-same-name-expected = chaque cible a son propre nom : en choisir un autre
desk-file-bare = « { $field } » est un secret, et se trouve dans le fichier lui-même
desk-file-bare-expected = l'écrire dans un fichier à part : { "{" } file = "secrets/…" { "}" }, ou laisser faire « warroom notify add »
desk-file-credential = « { $name } » ne peut pas être le nom d'un secret du système
desk-file-credential-expected = le nom seul, sans dossier
desk-file-audience = « { $id } » ne peut pas être l'identifiant d'une audience
desk-file-audience-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
desk-file-kind = il n'y a pas de cible du genre « { $kind } »
desk-file-kind-expected = au choix : { $known }
desk-file-push = rien ne s'annonce sous le nom « { $push } »
desk-file-push-expected = au choix : { $known }
desk-file-gather = « { $text } » ne peut pas être la durée pendant laquelle les nouvelles s'assemblent
desk-file-gather-expected = de "1s" à "10m"
desk-file-too-many = trop de « { $field } »
desk-file-too-many-expected = { $max } au plus
desk-file-more = { $count ->
    [one] il y a un problème de plus
   *[other] il y a { $count } problèmes de plus
}
desk-file-more-expected = corriger d'abord ceux ci-dessus, puis vérifier à nouveau
desk-trouble = { $file } n'est pas suivi, les cibles d'avant restent : { $why }
desk-trouble-line = ligne { $line }, { $what }
desk-trouble-gone = il n'est plus là
desk-trouble-open = tous les comptes de la machine peuvent y écrire
# Secrets.
desk-secret-no-file = le fichier { $file } n'existe pas
desk-secret-unreadable = le fichier { $file } ne peut pas être lu : { $why }
desk-secret-no-variable = la variable { $name } n'est pas définie là où l'hôte s'exécute
desk-secret-no-credentials = le système n'a pas transmis de secret { $name } à l'hôte
desk-secret-empty = il n'y a rien dedans
desk-no-address = son adresse ne peut pas être lue : { $why }
desk-no-key = sa clé ne peut pas être lue : { $why }
# Ce qui s'annonce sans que personne n'écrive de point de situation.
desk-news-opened = ouverture
desk-news-severity = gravité
desk-news-phase-started = début de phase
desk-news-phase-finished = fin de phase
desk-news-phase-late = phase en retard
desk-news-blocked = tâche bloquée
desk-news-decision = décision
desk-news-command = direction de crise
desk-news-closed = clôture
# Ce qui part.
desk-title = { $severity } · { $title }
desk-in-parts = { $count } messages : c'est trop long pour un seul
desk-outside-opened = L'incident est pris en charge (gravité { $severity }).
desk-outside-exercise = L'exercice a commencé (gravité { $severity }).
desk-outside-reopened = L'incident est rouvert.
desk-outside-severity = La gravité est maintenant { $severity }.
desk-outside-closed = L'incident est terminé.
desk-test-title = Un essai de warroom
desk-test-text = Ceci est un message d'essai : les points de situation des incidents arriveront ici. Il ne s'est rien passé, et il n'y a rien à faire.
desk-test-audience = essai
# Ce qui a empêché un envoi.
desk-target-gone = la cible n'est plus configurée : l'ajouter à nouveau, puis relancer
desk-too-slow = pas de réponse en une minute : le message est peut-être passé
desk-failed = une erreur interne : le message est peut-être passé ; le journal de l'hôte en dit plus
# La configuration.
desk-none = Cet hôte n'envoie rien.
desk-empty = Aucune cible n'est configurée. En ajouter une avec : warroom notify add URL --audience direction
desk-unknown = Il n'y a pas de cible « { $name } ». Il y a : { $known }
desk-name-taken = Il y a déjà une cible « { $name } ». Choisissez un autre nom, ou retirez d'abord celle-là : warroom notify remove { $name }
desk-entangled = « { $name } » est écrit d'une façon que seule une personne peut retirer de notify.toml : modifiez le fichier.
desk-added = { $name } est ajouté : { $kind } chez { $host }, pour { $audiences }. Essayez : warroom notify test { $name }
desk-added-env = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans la variable { $from } de son environnement. Essayez : warroom notify test { $name }
desk-added-credential = { $name } est ajouté, pour { $audiences }. L'hôte lit son adresse dans le secret du système { $from }. Essayez : warroom notify test { $name }
desk-audience-unknown = Ni un plan d'ici ni une audience de notify.toml ne porte l'id « { $audience } » : personne n'est tenu au courant par cette cible tant qu'aucun incident ne l'a. Connus : { $known }.
desk-removed = { $name } est retiré. Ce qui l'attend encore n'est plus envoyé.
desk-ready = prêt
desk-waiting = { $count ->
    [one] 1 message en attente
   *[other] { $count } messages en attente
}
desk-delayed = { $count ->
    [one] 1 message en attente, nouvel essai à venir : { $reason }
   *[other] { $count } messages en attente, nouvel essai à venir : { $reason }
}
desk-failed-before = { $count ->
    [one] prêt ; 1 message n'est pas arrivé (warroom update retry)
   *[other] prêt ; { $count } messages ne sont pas arrivés (warroom update retry)
}
desk-tells-nobody = { $state } ; ne prévient personne : aucun incident ouvert n'a son audience
desk-to-fix = à corriger : { $reason }
desk-test-not-yours = Un message d'essai arrive chez tous ceux qui lisent là : seuls un adjoint, un directeur de crise ou le compte de l'hôte peuvent en envoyer.
desk-test-delivered = { $name } : transmis
desk-test-later = { $name } : non transmis, serait retenté : { $reason }
desk-test-refused = { $name } : non transmis : { $reason }
desk-check-heading = { $name } ({ $kind }, { $host })
