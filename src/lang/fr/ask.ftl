# Formulaires, choix, questions et détails.
ask-quoted = « { $text } »

# Champs.
ask-text = Texte
ask-reason = Motif
ask-title = Titre
ask-role = Rôle
ask-phase = Phase
ask-planned = Durée prévue
ask-resume = Reprise à
ask-name = Nom

# Erreurs d'un formulaire.
ask-needed = Champ obligatoire.
ask-number = Saisissez un nombre de { $least } à { $most }.
ask-time-unreadable = Saisissez une heure, par exemple 8h30 ou 08:30.
ask-form-keys = Entrée valider · Échap annuler
ask-form-keys-prose = Entrée valider · Alt+Entrée ligne · Échap annuler
ask-form-keys-more = Entrée suivant · Ctrl+S valider · Échap annuler
ask-form-keys-more-prose = Entrée suivant · Alt+Entrée ligne · Ctrl+S OK · Échap
ask-form-leaving = Abandonner ce texte ? Échap à nouveau pour confirmer.

# Choix et questions.
ask-yes = Entrée  oui
ask-no = Échap  non
ask-row-keys = ↑↓ choisir · Entrée · Échap
ask-typing = Pour écrire une note : Échap, puis n.
ask-picker-keys = ↑↓ choisir · Entrée · Échap
ask-reader-keys = ↑↓ défiler · Échap fermer
ask-search = Rechercher
ask-search-keys = Entrée appliquer · Échap annuler
ask-nothing-found = Aucun résultat
ask-typed = « { $text } »
ask-palette = Actions
ask-me = vous
ask-nobody = sans affectation
ask-all = tout
ask-copied = Copié.

# Détails.
ask-help = Aide
ask-help-about = Chaque action se trouve aussi par son nom avec « Rechercher une action » (touche :). Souris : un clic sélectionne, un clic sur la case termine la tâche, un double clic ouvre.
ask-help-signs = Signes à l'écran
ask-help-elapsed = temps écoulé depuis l'ouverture, suspensions et nuits comprises
ask-help-active = temps hors suspensions et nuits, face à la durée prévue
ask-help-late = dépassement du maximum prévu
ask-help-early = avance sur le minimum prévu
ask-help-extended = prévu → accordé : le retard d'une étape en cours se compte sur la durée accordée, celui d'une étape terminée sur le plan
ask-help-due = minimum prévu atteint
ask-help-range = minimum prévu, puis marge jusqu'au maximum
ask-help-tasks = tâche à faire, en cours, bloquée, terminée, passée
ask-help-services = état d'un service : en service, dégradé, en panne
ask-help-updates = échéance du prochain point de situation
ask-more = ↓ { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}
ask-gone = Cet élément n'existe plus.
ask-state = État
ask-person = Personne
ask-changed = Dernier changement
ask-changed-by = { $at } par { $by }
ask-started = Démarrée à
ask-planned-late = { $planned }, en retard
ask-id = Identifiant
ask-when = Quand
