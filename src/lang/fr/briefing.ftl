# Les consignes de relève.
briefing-head = { $title } – { $severity }, ouvert le { $opened }, il y a { $elapsed }
briefing-since = Depuis : { $text }
briefing-impact = Impact : { $text }
briefing-held = SUSPENDU (depuis { $since }) : { $reason }
briefing-running = En cours :
briefing-night = { $step } (reprise : { $resume })
briefing-step = { $step } : en cours depuis { $elapsed }, { $state ->
    [late] prévu { $planned }, retard { $left }
    [left] prévu { $planned }, reste { $left }
   *[open] sans durée prévue
} ; tâches { $over }/{ $all }
briefing-blocked = Tâches bloquées :
briefing-stuck = { $task } ({ $whose }) : { $reason } (depuis { $since })
briefing-calls = Appels à l'aide :
briefing-call = { $at } { $person } : { $text }
briefing-proposals = Points de situation à approuver :
briefing-proposal = { $at } { $person }, pour « { $audience } » : { $text }
briefing-faults = Canaux à corriger :
briefing-fault = { $target } (depuis { $since }) : { $reason }
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
