# L'écran d'accueil.
start-title = Salle de crise
start-open = Incidents ouverts
start-plans = Ouvrir un incident à partir d'un plan
start-closed = Incidents clôturés
start-nothing-open = Aucun incident n'est ouvert. Sélectionnez un plan avec les flèches et appuyez sur Entrée pour en ouvrir un ; un exercice est sans conséquence et se prête aux essais.
start-damaged = ENDOMMAGÉ
start-copy = COPIE
start-opened = ouvert le { $when } · { $id }
start-closed-at = clôturé le { $when } · { $id }
start-follow-ups = { $late ->
    [0] { $open ->
        [one] une action ouverte · { $closed }
       *[other] { $open } actions ouvertes · { $closed }
    }
   *[other] { $late ->
        [one] ▲ une action en retard · { $closed }
       *[other] ▲ { $late } actions en retard · { $closed }
    }
}
start-plan = { $phases ->
    [one] { $phases } phase
   *[other] { $phases } phases
} · { $planned }
