# La main courante : la phrase qui suit le nom d'une personne.
log-label = { $kind ->
    [help] APPEL À L'AIDE
    [command] DIR. CRISE
    [update] POINT DE SITUATION
    [proposal] À APPROUVER
    [failed] NON REMIS
    [late] RETARD
    [finding] CONSTAT
    [decision] DÉCISION
   *[fact] FAIT
}
log-decided = { $text } : { $why }
log-objections = { $text } (objections : { $objections })

log-because = { $what } : { $reason }

log-corrected = a corrigé l'entrée n° { $entry } : { $text }
log-undone = a annulé : { $what }
log-undone-bare = a annulé l'entrée n° { $act }
log-unknown = événement d'une version plus récente : { $type }
log-unknown-nameless = événement d'une version plus récente, sans nom

# Actions à l'écran.
action-note = Ajouter une note
action-note-hint = note
action-fact = Consigner un fait
action-decide = Consigner une décision
action-decide-hint = décision
action-correct = Corriger l'entrée sélectionnée
action-correct-hint = corriger
action-copy = Copier la sélection
action-copy-hint = copier
action-search = Rechercher dans la main courante
action-search-hint = rechercher
action-filter-kind = Filtrer la main courante par type
action-filter-kind-hint = type
action-filter-person = Filtrer la main courante par personne
action-filter-person-hint = personne
action-clear-filter = Retirer les filtres de la main courante
action-clear-filter-hint = tout afficher

# Formulaires et questions.
ask-note = Note
ask-fact = Fait constaté
ask-decide = Décision
ask-correct = Corriger une entrée
ask-correct-about = L'ancien texte reste visible, barré.
ask-decision = Décision
ask-why = Motif
ask-objections = Objections
ask-not-correctable = Seuls les notes, les faits et les décisions peuvent être corrigés ; sélectionnez-en un dans la main courante.
ask-done-note = Note ajoutée : { $text }
ask-done-fact = Fait consigné : { $text }
ask-done-decision = Décision consignée : { $text }
ask-entry = Entrée de la main courante
ask-number-of-record = Entrée
ask-former = Texte précédent
ask-corrected-by = Corrigé le { $at } par { $by }
ask-undone-by = Annulé le { $at } par { $by }

# Aide de la ligne de commande.
cli-log = Écrire dans la main courante ; sans texte, l'afficher
cli-correct = Corriger une entrée de la main courante ; l'ancien texte reste visible
cli-log--all = Inclure chaque envoi de chaque message
cli-log--person = Seulement les entrées de cette personne
cli-log--text = Texte ; s'il est absent, la main courante s'affiche

# Sortie des commandes.
verb-no-entries = Aucune entrée ne correspond.
verb-corrected = { $text } (corrigé ; texte précédent : { $struck })
