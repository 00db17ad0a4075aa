# Les points de situation à la ligne de commande.
update-none = Aucun point de situation pour l'instant.
update-no-such = Aucun point ni aucune proposition ne porte le numéro { $seq }.
update-became = La proposition { $seq } a été approuvée par { $by } et envoyée sous le numéro { $entry } : warroom update show { $entry }
update-dropped = La proposition { $seq } a été écartée par { $by } (entrée n° { $entry }) et ne sera pas envoyée.
update-taken-back = La proposition { $seq } a été annulée par { $by } et ne sera pas envoyée.
update-no-audience = Cet incident n'a pas de destinataires : son plan n'en prévoit aucun.
update-which-audience = Quels destinataires ? Choisissez avec --audience : { $known }.
update-no-such-audience = Destinataires inconnus : « { $audience } ». Connus : { $known }.
update-no-such-target = Rien n'a été envoyé à un canal nommé « { $target } ».
update-no-proposal = Aucun point n'attend d'approbation.
update-hidden = Masqué pour les destinataires externes : { $list }
update-own-template = Votre modèle n'est pas valide ; celui du programme est utilisé :
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
update-pushes = Envoyés automatiquement (le dernier de chaque canal ; tous avec warroom log --all)
update-push-head = { $seq }  { $target } ({ $audience }), envoyé automatiquement, { $at }
update-approval = { $needed ->
        [yes] oui
       *[no] non
    }
update-due = { $state ->
        [late] { $at } (en retard de { $left })
       *[soon] { $at } (dans { $left })
    }
update-no-target = aucun canal
update-pending = en attente
update-delivered = { $delivered }/{ $all }{ $failed ->
        [0] {""}
        [one] , un échec
       *[other] , { $failed } échecs
    }
update-nowhere = Ces destinataires n'ont aucun canal : le point n'est que dans la main courante.
update-unaddressed = En attente d'envoi.
update-delivery-pending = en attente
update-delivery-delayed = pas encore remis ({ $reason }), nouvel essai prévu
update-delivery-delivered = remis ({ $at }){ $repeat ->
        [yes] {" "}(peut-être deux fois)
       *[no] {""}
    }
update-delivery-failed = non remis ({ $at }) : { $reason }
update-bad-interval = Cadence non valide : « { $text } ». Indiquez une durée entre une minute et un an, par exemple 30m ou 1h30, ou « jamais ».
column-audience = destinataires
column-language = langue
column-every = cadence
column-approval = approbation
column-last-update = dernier point
column-next-update = prochain point
column-occasion = type
column-delivery = remis
update-no-templates = Aucun modèle dans { $folder } : ceux du programme sont utilisés.
update-templates-good = { $count ->
        [one] Un modèle, valide.
       *[other] { $count } modèles, tous valides.
    }
update-template-stranger = { $name } : l'identifiant « { $audience } » ne figure dans aucun plan de cette machine ni dans notify.toml ; ce modèle restera inutilisé tant qu'aucun incident n'aura ces destinataires. Connus : { $known }.
update-template-reach = { $name }  { $reach ->
        [inside] destinataires internes seulement
       *[outside] tous les destinataires
    }
update-goes-to = → { $target } ({ $kind }, { $host }){ $parts ->
        [one] {""}
       *[other] , en { $parts } messages
    }
update-not-there = Ces destinataires n'ont pas de canal « { $target } ». Connus : { $known }.
update-no-target-set = Aucun canal pour ces destinataires : le point n'est que dans la main courante. Pour l'envoyer : warroom notify add URL --audience { $audience }
status-updates = Prochains points
status-to-approve = À approuver
status-to-fix = À corriger
update-reveals = Attention : ce texte pour des destinataires externes nomme : { $list }
update-title-reveals = Le titre de l'incident nomme : { $list }. Les lecteurs externes voient […] à la place ; renommez l'incident pour en montrer plus.
update-already = Attention : un point pour « { $audience } », proposé par { $by } à { $at }, attendait déjà l'approbation : warroom update approve { $seq }, ou warroom update drop { $seq }
update-outdated-promise = Attention : ce texte promet le prochain point { $promise }, heure déjà passée.
update-outdated-age = Attention : ce texte a été proposé il y a { $age } ; ses heures et ses chiffres ne sont plus à jour.
