# Ce qui est à traiter.
attention-call = Appel à l'aide ({ $person }) depuis { $since }{ $taken } : { $text }
attention-update-late = Retard { $by } : point de situation « { $audience } » (échéance { $due }, envoi par { $who })
attention-update-due = Échéance { $due }, dans { $by } : point de situation « { $audience } » (envoi par { $who })
attention-rto-at-risk = { $service } : échéance RTO { $due }, retour prévu { $restored } : dépassement { $by }
attention-rto-in-doubt = { $service } : échéance RTO { $due }, retour prévu { $restored } : dépassement jusqu'à { $by }
attention-rto-missed = { $service } : échéance RTO { $due } dépassée, retard { $by } à ce stade
attention-phase-late = { $step } : retard { $by } ; { $end_state ->
    [kept] fin de l'incident inchangée, { $end }
   *[moved] fin de l'incident désormais estimée { $end } ({ $slip })
}
attention-blocked = Bloquée depuis { $since } ({ $who }) : { $reason } – { $task }
attention-day-end-late = Fin de journée prévue { $due } : { $step }
attention-offer = { $person } propose { $duty } à { $who } depuis { $since }
attention-proposal = Point de situation « { $audience } », rédigé par { $person } : à approuver par { $who } depuis { $since }
attention-target-failed = Canal { $target } en échec depuis { $since } : { $reason }
attention-none = Rien à traiter pour l'instant.
attention-commander-away = { $person } (Dir. crise) a quitté la salle : un adjoint peut prendre la direction
