# Les consignes de relève.
briefing-head = { $title } – { $severity }, ouvert le { $opened }, il y a { $elapsed }
briefing-since = Depuis : { $text }
briefing-impact = Impact : { $text }
briefing-held = SUSPENDU depuis { $since } : { $reason }
briefing-running = En cours :
briefing-night = { $step } : reprise à { $resume }
briefing-step = { $step } : { $elapsed } écoulées, { $state ->
    [late] prévu { $planned }, retard { $left }
    [left] prévu { $planned }, reste { $left }
   *[open] sans durée prévue
} ; tâches { $over }/{ $all }
briefing-blocked = Tâches bloquées :
briefing-stuck = { $task } ({ $whose }) : { $reason }, depuis { $since }
briefing-calls = Appels à l'aide :
briefing-call = { $at } { $person } : { $text }
briefing-proposals = Points de situation à approuver :
briefing-proposal = { $at } { $person }, pour « { $audience } » : { $text }
briefing-faults = Canaux à corriger :
briefing-fault = { $target }, depuis { $since } : { $reason }
briefing-decisions = Dernières décisions :
briefing-decision = { $at } { $person } : { $text }
briefing-deadlines = Prochaines échéances :
briefing-due-step = { $at } fin prévue de « { $what } »
briefing-due-service = { $at } rétablissement attendu (RTO) : { $what }
briefing-due-update = { $at } prochain point de situation pour « { $what } »
briefing-due-end = { $at } fin prévue de l'incident
briefing-more = { $count ->
    [one] … et 1 autre
   *[other] … et { $count } autres
}
