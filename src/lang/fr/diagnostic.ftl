# Erreurs des fichiers des utilisateurs, avec leur emplacement.
diagnostic-error = erreur
diagnostic-note = note
diagnostic-help = aide
diagnostic-first-here = premier emploi ici
diagnostic-meant = vouliez-vous dire « { $near } » ?
diagnostic-syntax = TOML non valide
diagnostic-syntax-expected = attendu : `champ = valeur`, `[[titre]]` ou `# commentaire`
diagnostic-syntax-detail = analyseur TOML (en anglais) : { $detail }
diagnostic-syntax-duplicate = champ en double
diagnostic-syntax-duplicate-expected = chaque champ n'apparaît qu'une fois : supprimer l'un des deux
diagnostic-syntax-unclosed = ouvert ici, jamais refermé
diagnostic-syntax-unclosed-expected = refermer le guillemet, le crochet ou l'accolade
diagnostic-syntax-quotes = texte sans guillemets
diagnostic-syntax-quotes-expected = écrire le texte entre guillemets droits : "…"
diagnostic-syntax-character = caractère non valide dans un texte
diagnostic-syntax-character-expected = le retirer, ou l'écrire \t, \n ou \u001b
diagnostic-syntax-no-value = valeur manquante
diagnostic-syntax-no-value-expected = attendu : `champ = valeur`
diagnostic-syntax-nesting = trop de niveaux imbriqués
diagnostic-syntax-nesting-expected = trois niveaux au plus
diagnostic-type = « { $field } » est { $found }
diagnostic-type-text = un texte
diagnostic-type-number = un nombre
diagnostic-type-boolean = un booléen
diagnostic-type-date = une date ou une heure sans guillemets
diagnostic-type-list = une liste
diagnostic-type-table = une table
diagnostic-expected-text = attendu : un texte entre guillemets droits
diagnostic-expected-texts = attendu : une liste de textes, ["un", "deux"]
diagnostic-expected-flag = attendu : true (vrai) ou false (faux), sans guillemets
diagnostic-expected-tables = attendu : un titre à part, `[[{ $heading }]]`, pour chacun
diagnostic-expected-table = attendu : un titre `[{ $heading }]`, avec ses champs en dessous
diagnostic-one-of = au choix : { $known }
diagnostic-too-big = fichier trop volumineux : { $size } Kio
diagnostic-too-big-expected = { $max } Kio au plus
diagnostic-not-text = le fichier n'est pas du texte en UTF-8
diagnostic-not-text-expected = enregistrer le fichier en UTF-8
diagnostic-format = cette version ne connaît pas ce format
diagnostic-format-expected = attendu : `format = 1`
diagnostic-missing = il manque « { $field } » dans { $of }
diagnostic-missing-expected = ajouter ici `{ $field } = …`
diagnostic-empty = « { $field } » est vide
diagnostic-empty-expected = attendu : un texte
diagnostic-too-long = « { $field } » est trop long
diagnostic-too-long-expected = { $max } caractères au plus
diagnostic-unknown-field = champ inconnu dans { $of } : « { $field } »
diagnostic-unknown-field-expected = au choix : { $known }
diagnostic-too-many = trop d'éléments dans « { $field } » : { $found }
diagnostic-too-many-expected = { $max } au plus
diagnostic-more = { $count ->
    [one] une autre erreur
   *[other] { $count } autres erreurs
}
diagnostic-more-expected = corriger d'abord les erreurs ci-dessus, puis vérifier à nouveau
# Les noms des tables de chaque format.
table-plan = un plan
table-role = un rôle
table-service = un service
table-audience = un groupe de destinataires
table-cadence = « every »
table-step = une étape
table-phase = une phase
table-break = une pause
table-day-end = une fin de journée
table-task = une tâche
table-people = le fichier des personnes
table-person = une personne
table-contact = « contact »
table-settings = notify.toml
table-target = un canal
table-secret = l'emplacement d'un secret
table-network = [network]
table-config = la configuration
table-config-people = [people]
table-config-ssh = [ssh]
table-theme = un thème
table-style = un style
