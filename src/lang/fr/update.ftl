# Les points de situation à la ligne de commande.
update-none = Aucun point de situation pour l'instant.
update-no-such = Aucun point ni aucune proposition ne porte le numéro { $seq }.
update-became = La proposition { $seq } a été approuvée par { $by } et envoyée sous le numéro { $entry } : warroom update show { $entry }
update-dropped = La proposition { $seq } a été abandonnée par { $by } (entrée { $entry }) : elle n'est pas envoyée.
update-taken-back = La proposition { $seq } a été retirée par { $by } : elle n'est pas envoyée.
update-no-audience = Cet incident n'a aucune audience : son plan n'en nomme pas.
update-which-audience = À qui ? Nommez une audience avec --audience : { $known }.
update-no-such-audience = Aucune audience ne s'appelle « { $audience } » (il y a { $known }).
update-no-such-target = Rien n'a été envoyé à une cible nommée « { $target } ».
update-no-proposal = Aucun point n'attend d'approbation.
update-hidden = Masqué pour l'extérieur : { $list }
update-own-template = Votre modèle ne peut pas servir, celui du programme le remplace :
update-preview = Pour { $audience } ({ $occasion }), { $count ->
        [one] { $count } caractère
       *[other] { $count } caractères
    } : rien n'est envoyé.
update-waits = En attente d'approbation par le directeur de crise : warroom update approve { $seq }
update-proposals = En attente d'approbation
update-posted = Envoyés
update-older = { $count ->
        [one] Un point plus ancien est dans la main courante.
       *[other] { $count } points plus anciens sont dans la main courante.
    }
update-to-fix = À corriger : { $target } ({ $reason })
update-head = { $seq }  { $audience }, { $occasion }, { $at }, par { $by }
update-never = sans cadence
update-pushes = Annoncés aussitôt (le dernier de chaque cible ; warroom log --all les a tous)
update-push-head = { $seq }  { $target } ({ $audience }), annoncé aussitôt, { $at }
update-approval = { $needed ->
        [yes] oui
       *[no] non
    }
update-due = { $state ->
        [late] { $at } (en retard de { $left })
       *[soon] { $at } (dans { $left })
    }
update-no-target = aucune cible
update-pending = en attente
update-delivered = { $delivered }/{ $all }{ $failed ->
        [0] {""}
        [one] , un échec
       *[other] , { $failed } échecs
    }
update-nowhere = Cette audience n'a aucune cible : le point n'est que dans la main courante.
update-unaddressed = En attente d'envoi.
update-delivery-pending = en attente
update-delivery-delayed = nouvel essai plus tard : { $reason }
update-delivery-delivered = remis { $at }{ $repeat ->
        [yes] {" "}(peut-être deux fois)
       *[no] {""}
    }
update-delivery-failed = échec { $at } : { $reason }
update-bad-interval = « { $text } » ne peut pas être une cadence : écrivez-en une d'une minute au moins et d'un an au plus, comme 30m ou 1h30, ou « jamais ».
column-audience = audience
column-language = langue
column-every = cadence
column-approval = approbation
column-last-update = dernier point
column-next-update = prochain point
column-occasion = moment
column-delivery = remis
update-no-templates = Aucun modèle dans { $folder } : ceux du programme servent.
update-templates-good = { $count ->
        [one] Un modèle, sans erreur.
       *[other] { $count } modèles, sans erreur.
    }
update-template-stranger = { $name } : ni un plan d'ici ni une audience de notify.toml ne porte l'id « { $audience } » : ce modèle ne sert à personne tant qu'aucun incident ne l'a. Connus : { $known }.
update-template-reach = { $name }  { $reach ->
        [inside] audiences internes seulement
       *[outside] toutes les audiences
    }
update-goes-to = → { $target } ({ $kind }, { $host }){ $parts ->
        [one] {""}
       *[other] , en { $parts } messages
    }
update-not-there = Cette audience n'a pas de cible « { $target } » (il y a : { $known }).
update-no-target-set = Aucune cible pour cette audience : le point n'est que dans la main courante. Pour l'envoyer : warroom notify add URL --audience { $audience }
status-updates = Prochains points
status-to-approve = À approuver
status-to-fix = À corriger
update-reveals = Attention, ce texte pour l'extérieur nomme : { $list }
update-title-reveals = Le titre de l'incident nomme : { $list }. L'extérieur y lit […] ; changer le titre pour en dire plus.
update-already = Attention, un point pour « { $audience } » attendait déjà, proposé par { $by } à { $at } : warroom update approve { $seq }, ou update drop { $seq }
update-outdated-promise = Attention, ce texte promet le prochain point { $promise } : cette heure est passée.
update-outdated-age = Attention, ce texte a été proposé il y a { $age } : ses heures et ses chiffres sont ceux d'alors.
