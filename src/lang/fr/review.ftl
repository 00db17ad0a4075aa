# La revue qui suit une crise : constats et actions.
review-no-findings-yet = Aucun constat. Ajoutez-en un : warroom finding add TEXTE
review-no-such-actions = Aucune action de ce genre.
review-dropped = { $text } (écarté : { $reason })
column-by = par
column-due = échéance
column-owner = responsable
column-finding = constat
column-incident = incident
column-phase = phase
