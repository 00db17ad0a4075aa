# La direction de crise, les rôles et les appels à l'aide.

# Actions à l'écran.
action-attend = Aller à ce qui est à traiter
action-ask-help = Demander de l'aide
action-ask-help-hint = appeler à l'aide
action-answer-help = Traiter un appel à l'aide
action-offer-command = Passer la main (direction de crise)…
action-offer-command-hint = passer la main
action-offer-role = Passer la main (rôle)…
action-offer-role-hint = donner un rôle
action-accept-offer = Accepter une relève
action-drop-offer = Décliner une relève, ou retirer la vôtre
action-revoke-role = Retirer un rôle à la personne qui l'a repris
action-take-command = Prendre la direction de crise

# Formulaires et questions.
ask-help-what = De quoi avez-vous besoin ?
ask-done-call = Appel à l'aide affiché sur tous les écrans : { $text }
ask-call = Appel à l'aide
ask-call-about = Affiché sur tous les écrans jusqu'à son traitement.
ask-help-about-task = À propos de « { $task } ». Affiché sur tous les écrans jusqu'à son traitement.
ask-call-of = { $person } demande de l'aide ({ $at })
ask-call-take = Je m'en occupe
ask-call-release = Je ne m'en occupe plus
ask-call-reply = Répondre à l'appel à l'aide
ask-call-reply-button = Répondre…
ask-call-taken = { $person } s'en occupe.
ask-call-replied = Réponse ({ $person }) : { $text }
ask-call-answered = Marquer comme traité
ask-call-no-more = Aide devenue inutile
ask-show-task = Voir la tâche
ask-later = Plus tard
ask-no-call = Aucun appel à l'aide en cours.
ask-offer = Proposer
ask-offer-about = À { $person } : { $duty }. La relève prend effet quand { $person } accepte.
ask-offer-whom = Proposer { $duty }
ask-briefing = Consignes
ask-no-briefing = Sans consignes.
ask-call-names = Tab : { $names }
ask-duty-command = la direction de crise
ask-duty-role = le rôle « { $role } »
ask-offered-by = { $person } vous propose { $duty }
ask-offered-to = Vous proposez { $duty } à { $person }
ask-offer-to-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas, et rien ne change avant votre accord. Elle prend fin si vous déclinez, si { $person } la retire, ou à la clôture de l'incident.
ask-offer-by-me = Proposé à { $at }, il y a { $span }. La proposition n'expire pas, et rien ne change avant son acceptation. Elle prend fin si { $person } décline, si vous la retirez, ou à la clôture de l'incident.
ask-accept = Accepter
ask-decline = Décliner
ask-withdraw = Retirer
ask-no-offer = Aucune relève proposée.
ask-none-taken-over = Aucun rôle n'a été repris dans cet incident.
ask-nobody-else = Aucune autre personne n'est connue ici ; la page Équipe (touche 5) explique comment donner accès.
ask-nothing-asks = Rien à traiter.
ask-take = Prendre la direction de crise
ask-take-about = { $person } dirige la crise ; votre prise de direction lui sera signalée. Le motif est consigné dans la main courante.
ask-in-command = Vous dirigez déjà la crise.
ask-card-keys = ←→ choisir · Entrée · ↑↓ lire · Échap
ask-alarm-call = { $person } demande de l'aide : { $text }
ask-alarm-offer = { $person } vous propose { $duty }.
ask-alarm-declined = { $person } a décliné { $duty }.
ask-alarm-handed-over = { $person } a accepté { $duty }.
ask-alarm-taken = { $person } a remplacé { $from } à la direction de crise.
ask-alarm-revoked = { $person } vous a retiré { $duty }.
ask-alarm-assigned = { $person } vous a affecté « { $task } ».
ask-alarm-mention = { $person } vous mentionne : { $text }

# Dans la main courante.
log-help-asked = { $text }
log-help-asked-for = pour « { $task } » : { $text }
log-help-answered = a traité l'appel à l'aide lancé par { $person } (entrée n° { $call })
log-help-taken = s'occupe de l'appel à l'aide lancé par { $person } (entrée n° { $call })
log-help-released = ne s'occupe plus de l'appel à l'aide lancé par { $person } (entrée n° { $call })
log-help-replied = a répondu à l'appel à l'aide lancé par { $person } : { $text }
log-help-reopened = a rouvert l'appel à l'aide lancé par { $person } : { $text }
log-help-no-more = n'a plus besoin d'aide (entrée n° { $call })
log-offered = { $duty ->
    [command] a proposé la direction de crise à { $person }
   *[role] a proposé le rôle « { $role } » à { $person }
}
log-offer-withdrawn = { $duty ->
    [command] a retiré sa proposition de passer la direction de crise
   *[role] a retiré sa proposition de transmettre le rôle « { $role } »
}
log-offer-declined = { $duty ->
    [command] a décliné la direction de crise
   *[role] a décliné le rôle « { $role } »
}
log-handed-over = { $duty ->
    [command] a pris la direction de crise, transmise par { $person }
   *[role] a repris le rôle « { $role } », transmis par { $person }
}
log-role-revoked = a retiré le rôle « { $role } » à { $person }
log-command-taken = a pris la direction de crise, tenue jusque-là par { $from }

# Aide de la ligne de commande.
cli-call = Demander de l'aide, et traiter les appels
cli-call-list = Lister les appels à l'aide en cours
cli-call-ask = Demander de l'aide ; le directeur de crise est averti
cli-call-take = Annoncer que vous vous occupez d'un appel à l'aide
cli-call-release = Annoncer que vous ne vous en occupez plus
cli-call-reply = Répondre à un appel à l'aide
cli-call-resolve = Marquer un appel à l'aide comme traité
cli-call-reply--text = Votre réponse
cli-command = Afficher qui dirige la crise, et passer la main
cli-command-show = Afficher qui dirige la crise, et la proposition en cours
cli-command-offer = Proposer la direction de crise à une personne, avec des consignes
cli-command-accept = Accepter la direction de crise
cli-command-decline = Décliner la direction de crise
cli-command-withdraw = Retirer votre proposition de passer la direction de crise
cli-command-take = Prendre la direction de crise sans proposition, avec un motif
cli-role = Afficher qui tient quel rôle, et passer la main
cli-role-list = Lister les rôles
cli-role-offer = Proposer un rôle à une personne, avec des consignes
cli-role-accept = Accepter un rôle
cli-role-decline = Décliner un rôle
cli-role-withdraw = Retirer la proposition d'un rôle
cli-role-revoke = Retirer un rôle à la personne qui l'a repris
cli-briefing = Afficher les consignes de relève
cli-call-ask--text = Ce dont vous avez besoin
cli-call-ask--task = Tâche concernée

# Sortie des commandes.
verb-no-calls = Aucun appel à l'aide en cours.
command-shown = { $presence ->
    [here] { $person } dirige la crise et est dans la salle.
    [gone] { $person } dirige la crise mais a quitté la salle : un adjoint peut prendre la direction de crise.
   *[away] { $person } dirige la crise, sans écran ouvert.
}
duty-offered = Relève proposée par { $from } à { $to }, le { $at }, il y a { $span }. La proposition n'expire pas, et rien ne change avant son accord.
