# Ce qui ne va pas dans un fichier, montré là où c'est.
caret-error = erreur
caret-note = note
caret-help = aide
caret-first-here = premier emploi ici
caret-meant = vouliez-vous dire « { $near } » ?
caret-syntax = ceci n'est pas du TOML
caret-syntax-expected = attendu : `champ = valeur`, `[[titre]]` ou `# commentaire`
caret-syntax-detail = le lecteur de TOML dit (en anglais) : { $detail }
caret-syntax-duplicate = ce champ est déjà présent
caret-syntax-duplicate-expected = chaque champ s'écrit une fois : supprimer l'un des deux
caret-syntax-unclosed = ce qui est ouvert ici n'est pas refermé
caret-syntax-unclosed-expected = refermer le guillemet, le crochet ou l'accolade
caret-syntax-quotes = un texte est sans guillemets
caret-syntax-quotes-expected = écrire le texte entre guillemets droits : "…"
caret-syntax-character = un caractère qu'un texte ne peut contenir tel quel
caret-syntax-character-expected = le retirer, ou l'écrire \t, \n ou \u001b
caret-syntax-no-value = il manque une valeur
caret-syntax-no-value-expected = attendu : `champ = valeur`
caret-syntax-nesting = trop de niveaux imbriqués
caret-syntax-nesting-expected = trois niveaux suffisent
caret-type-text = un texte
caret-type-number = un nombre
caret-type-boolean = une valeur vrai ou faux
caret-type-date = une date ou une heure sans guillemets
caret-type-list = une liste
caret-type-table = une table
