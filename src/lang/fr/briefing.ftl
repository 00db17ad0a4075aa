# Les consignes de relève.
briefing-head = { $title } – { $severity }, ouvert le { $opened }, il y a { $elapsed }
briefing-since = Depuis : { $text }
briefing-impact = Impact : { $text }
briefing-held = SUSPENDU (depuis { $since }) : { $reason }
briefing-attention = À traiter :
briefing-running = En cours :
briefing-night = { $step } (reprise : { $resume })
briefing-step = { $step } : en cours depuis { $elapsed }, { $state ->
    [late] prévu { $planned }, retard { $left }
    [left] prévu { $planned }, reste { $left }
   *[open] sans durée prévue
} ; tâches { $over }/{ $all }
briefing-decisions = Dernières décisions :
briefing-decision = { $at } { $person } : { $text }
briefing-deadlines = Prochaines échéances :
briefing-due-step = { $at } fin estimée de « { $what } »
briefing-due-service = { $at } fin du délai de reprise (RTO) : { $what }
briefing-due-update = { $at } prochain point de situation pour « { $what } »
briefing-due-end = { $at } fin estimée de l'incident
briefing-more = { $count ->
    [one] … et 1 autre
   *[other] … et { $count } autres
}
