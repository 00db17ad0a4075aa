# Ce qui ne va pas dans un fichier, montré là où c'est.
caret-error = erreur
caret-note = note
caret-help = aide
caret-first-here = premier emploi ici
caret-meant = vouliez-vous dire « { $near } » ?
caret-syntax = TOML non valide
caret-syntax-expected = attendu : `champ = valeur`, `[[titre]]` ou `# commentaire`
caret-syntax-detail = analyseur TOML (en anglais) : { $detail }
caret-syntax-duplicate = champ en double
caret-syntax-duplicate-expected = chaque champ n'apparaît qu'une fois : supprimer l'un des deux
caret-syntax-unclosed = ouvert ici, jamais refermé
caret-syntax-unclosed-expected = refermer le guillemet, le crochet ou l'accolade
caret-syntax-quotes = texte sans guillemets
caret-syntax-quotes-expected = écrire le texte entre guillemets droits : "…"
caret-syntax-character = caractère non valide dans un texte
caret-syntax-character-expected = le retirer, ou l'écrire \t, \n ou \u001b
caret-syntax-no-value = valeur manquante
caret-syntax-no-value-expected = attendu : `champ = valeur`
caret-syntax-nesting = trop de niveaux imbriqués
caret-syntax-nesting-expected = trois niveaux au plus
caret-type-text = un texte
caret-type-number = un nombre
caret-type-boolean = un booléen
caret-type-date = une date ou une heure sans guillemets
caret-type-list = une liste
caret-type-table = une table
