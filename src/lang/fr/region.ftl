# Le dessin de la salle.
region-too-small = Fenêtre trop petite : il faut au moins { $width } × { $height } caractères (ici { $now_width } × { $now_height }).
region-day = J{ $day }
region-end = fin { $end }
region-commander = { $name } (DC)
region-present = { $count ->
    [0] personne
    [one] { $count } présent
   *[other] { $count } présents
}
region-journal = ● journal
region-read-only = LECTURE SEULE
region-exercise = EXERCICE
region-exercise-speed = EXERCICE ×{ $speed }
region-held = SUSPENDU { $for }
region-night = NUIT, reprise { $at }
region-closed = CLOS { $at }
region-timeline = Chronologie
region-log = Main courante
region-log-back = ↑ { $count } plus récentes
region-log-nothing = Rien de tel dans la main courante.
region-log-undone = annulé par l'entrée { $entry }
region-clocks = Horloges
region-clock-incident = Incident
region-nothing-runs = Aucune étape en cours
region-more-running = { $count ->
    [one] … et { $count } autre étape en cours
   *[other] … et { $count } autres étapes en cours
}
region-in = dans { $span }
region-skipped = sautée
region-on-time = dans les temps
region-was-late = ▲ +{ $over }
region-expected = prévu { $at }
region-resumes = reprise { $at }
region-left = reste { $left }
region-left-due = △ reste { $left }
region-late = ▲ retard { $over }
region-no-tasks = Rien à faire ici.
region-more-above = ↑ { $count } de plus
region-more-below = ↓ { $count } de plus
region-page-room = Salle
region-page-timeline = Chronologie
region-page-board = Tableau
region-page-log = Main courante
region-page-people = Équipe
region-page-services = Services
