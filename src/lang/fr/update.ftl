# Les points de situation à la ligne de commande.
update-none = Aucun point de situation pour l'instant.
update-no-such = Aucun point ni aucune proposition ne porte le numéro { $seq }.
update-became = La proposition { $seq } a été approuvée par { $by } et envoyée sous le numéro { $entry } : warroom update show { $entry }
update-dropped = La proposition { $seq } a été écartée par { $by } (entrée n° { $entry }) et ne sera pas envoyée.
update-taken-back = La proposition { $seq } a été annulée par { $by } et ne sera pas envoyée.
update-no-audience = Cet incident n'a pas de destinataires : ni son plan ni notify.toml n'en prévoient.
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
update-template-readers = { $name }  { $readers ->
        [internal] destinataires internes seulement
       *[external] tous les destinataires
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
update-title-reveals = Le titre de l'incident nomme : { $list }. Les lecteurs externes voient […] à la place ; pour qu'ils voient le titre entier, renommez l'incident sans ces mots.
update-already = Attention : un point pour « { $audience } », proposé par { $by } à { $at }, attendait déjà l'approbation : warroom update approve { $seq }, ou warroom update drop { $seq }
update-outdated-promise = Attention : ce texte promet le prochain point { $promise }, heure déjà passée.
update-outdated-age = Attention : ce texte a été proposé il y a { $age } ; ses heures et ses chiffres ne sont plus à jour.

# Actions à l'écran.
action-update = Rédiger un point de situation
action-update-hint = point
action-retry-delivery = Renvoyer les messages non remis
action-retry-delivery-hint = renvoyer
action-set-audience = Régler la cadence des points d'un groupe de destinataires
action-set-audience-hint = cadence

# Formulaires et questions.
ask-done-update = Point consigné, envoi en cours : { $text }
ask-done-update-kept = Point consigné sans envoi : aucun canal pour ces destinataires : { $text }
ask-done-update-to-fix = Point consigné, mais canaux à corriger : { $targets } ({ $text })
ask-done-proposal = Point proposé, en attente d'approbation : { $text }
ask-update-title = Point de situation
ask-update-audience = Pour
ask-update-occasion = Type
ask-update-keys = Tab champ · Ctrl+R brouillon · Ctrl+S aperçu · Échap
ask-update-keys-choice = ←→ choisir · Tab champ · Ctrl+S aperçu · Échap
ask-update-keys-proposal = Ctrl+S aperçu · Échap annuler
ask-update-length = { $count ->
    [0] vide
    [one] { $count } caractère
   *[other] { $count } caractères
}
ask-update-length-long = △ { $count } caractères : au-delà de 1000, un message ne se lit plus d'un coup d'œil
ask-update-hidden = masqué : { $words }
ask-update-already = △ Un point proposé par { $person } pour ces destinataires attend déjà l'approbation, depuis { $at } (page 8)
ask-update-own-template = Votre modèle n'est pas valide ; celui du programme est utilisé.
ask-update-post = Envoyer
ask-update-propose = Faire approuver
ask-update-approve = Approuver et envoyer
ask-update-edit = Modifier
ask-update-drop = Écarter
ask-update-later = Plus tard
ask-update-preview-waits = Aperçu en cours…
ask-update-no-target = Aucun canal pour ces destinataires : le point n'est que consigné dans la main courante.
ask-update-proposed-by = Proposé par { $person } à { $at }, { $minutes ->
    [0] à l'instant
   *[other] il y a { $age }
}
ask-update-deliveries = Envois
ask-no-audience = Cet incident n'a pas de destinataires : ni son plan ni notify.toml n'en prévoient.
ask-target-audiences = Destinataires
ask-target-push = Messages automatiques
ask-target-no-push = aucun
ask-target-unknown = Ce canal n'est plus dans la configuration de l'hôte.
ask-target-since = Depuis { $at }
ask-cadence = Cadence des points de situation
ask-cadence-every = Cadence en { $severity }
ask-cadence-never = jamais ; sinon 30 min, 1 h…
ask-cadence-approval-label = Approbation
ask-cadence-approval = par le directeur de crise
ask-cadence-no-approval = non requise
ask-cadence-nights-label = La nuit
ask-cadence-nights = comme le jour
ask-cadence-morning = attendre le matin
ask-alarm-update = Le point de situation pour « { $audience } » est en retard.
ask-alarm-proposed = { $person } propose un point de situation pour « { $audience } ».
ask-alarm-approved = { $person } a approuvé votre point de situation pour « { $audience } ».
ask-alarm-dropped = { $person } a écarté votre point de situation.
ask-alarm-to-fix = Canal « { $target } » à corriger : { $reason }

# Dans la main courante.
cadence-always = { $every } entre deux points
cadence-at = { $every } en { $severity }
cadence-never = sans cadence
log-audience-set = a réglé la cadence des points pour « { $audience } » : { $every }
log-update-proposed = point pour « { $audience } » : { $text }
log-update-dropped = a écarté le point de situation proposé à l'entrée n° { $entry }
log-update-posted = pour « { $audience } » : { $text }
log-update-approved = pour « { $audience } », proposé par { $person } : { $text }
log-update-addressed = envoie le point n° { $message } à { $targets }
log-update-unaddressed = n'a consigné le point n° { $message } que dans la main courante : ses destinataires n'ont aucun canal
log-pushed = annonce à { $target } : { $text }
log-push-begins = annoncera à { $target } ce qui suit l'entrée n° { $entry }
log-send-begun = { $kind ->
    [update] transmet le point n° { $message } à { $target }
   *[push] transmet le message n° { $message } à { $target }
}
log-part-sent = { $kind ->
    [update] a remis la partie { $part } du point n° { $message } à { $target }
   *[push] a remis la partie { $part } du message n° { $message } à { $target }
}
log-delivered = { $kind ->
    [update] a remis le point n° { $message } à { $target }
   *[push] a remis le message n° { $message } à { $target }
}
log-delivered-repeat = { $kind ->
    [update] a remis le point n° { $message } à { $target }, peut-être deux fois
   *[push] a remis le message n° { $message } à { $target }, peut-être deux fois
}
log-delivery-delayed = { $kind ->
    [update] n'a pas encore pu remettre le point n° { $message } à { $target } ({ $reason }) ; nouvel essai prévu
   *[push] n'a pas encore pu remettre le message n° { $message } à { $target } ({ $reason }) ; nouvel essai prévu
}
log-delivery-failed = { $kind ->
    [update] le point n° { $message } n'a pas été remis à { $target } : { $reason }
   *[push] le message n° { $message } n'a pas été remis à { $target } : { $reason }
}
log-delivery-retried = { $kind ->
    [update] fait renvoyer le point n° { $message } à { $target }
   *[push] fait renvoyer le message n° { $message } à { $target }
}

# Aide de la ligne de commande.
cli-update = Envoyer un point de situation ; sans texte, soumettre le brouillon à l'approbation
cli-update-list = Lister les destinataires, les points en attente et envoyés
cli-update-show = Afficher un point et sa remise
cli-update-preview = Afficher le brouillon, ou un texte, sans rien envoyer
cli-update-approve = Approuver un point proposé et l'envoyer
cli-update-drop = Écarter un point proposé
cli-update-retry = Renvoyer les messages non remis
cli-update-every = Changer la cadence des points pour des destinataires
cli-update--draft = Proposer seulement, sans rien envoyer
cli-update--yes = Envoyer sans attendre, même un brouillon ou un point à approuver
cli-update--text = Texte du point ; s'il est absent, le brouillon tiré de l'état
cli-update-approve--text = Texte à envoyer à la place du texte proposé
cli-update-every--interval = Cadence, par exemple 30m ou 1h30 ; « jamais » pour aucune
cli-update-every--severity = Pour cette gravité seulement
cli-update-template = Afficher un modèle fourni, comme base du vôtre
cli-update-check = Vérifier vos modèles
cli-update-template--occasion = Type de point
cli-update-preview--target = Tel que ce canal l'affichera
