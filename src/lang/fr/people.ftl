# Le fichier des personnes : ce qui ne va pas, et quoi écrire à la place.
people-too-big = le fichier est trop grand pour un fichier des personnes
people-too-big-expected = 1 Mio au plus
people-not-text = le fichier n'est pas du texte en UTF-8
people-not-text-expected = enregistrer le fichier comme texte en UTF-8
people-format = cette version ne connaît pas ce format du fichier des personnes
people-format-expected = attendu : `format = 1`
people-missing = il manque « { $field } » à une personne
people-missing-expected = ajouter ici `{ $field } = …`
people-type = « { $field } » n'est pas du bon type
people-expected-text = attendu : un texte entre guillemets droits
people-expected-texts = attendu : une liste de textes, ["un", "deux"]
people-expected-persons = attendu : un titre à part, `[[person]]`, pour chaque personne
people-expected-contact = attendu : { "{" } phone = "…", mail = "…", chat = "…" { "}" }
people-empty = « { $field } » est vide
people-empty-expected = attendu : un texte
people-too-long = « { $field } » est trop long
people-too-long-expected = { $max } caractères au plus
people-unknown-field = champ inconnu : « { $field } »
people-unknown-field-expected = l'un de : { $known }
people-name = « { $name } » n'est pas un nom valide
people-name-expected = 32 caractères au plus, lettres, chiffres, « - », « _ » et « . », sans espace : le nom s'écrit @nom
people-right = « { $right } » n'est pas un droit
people-right-expected = attendu : "commander", "deputy", "member" ou "observer"
people-owner-right = « owner » est réservé au compte de l'hôte et ne s'accorde pas
people-owner-right-expected = le droit le plus étendu ici est "commander"
people-role = « { $id } » n'est pas un identifiant de rôle valide
people-role-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
people-account = « { $account } » n'est pas un nom de compte valide
people-account-expected = le nom d'un compte de cette machine, tel que `id -un` l'affiche
people-key = ceci n'est pas une clé publique
people-key-expected = la ligne d'un fichier comme id_ed25519.pub : "ssh-ed25519 AAAA… nom"
people-key-private = clé privée : elle ne doit pas figurer dans ce fichier
people-key-private-expected = la ligne du fichier .pub ; cette personne doit changer de clé
people-key-options = options avant la clé
people-key-options-expected = la clé seule : les droits se règlent par `right`
people-key-algorithm = algorithme de clé non pris en charge
people-key-algorithm-expected = l'un de : { $known }
people-key-damaged = clé tronquée ou endommagée
people-key-damaged-expected = copier la ligne entière du fichier .pub
people-key-mixed = la clé ne correspond pas à l'algorithme indiqué devant
people-key-mixed-expected = copier la ligne entière du fichier .pub
people-key-weak = clé RSA trop courte
people-key-weak-expected = { $bits } bits au moins, ou une clé ssh-ed25519
people-same-name = le nom « { $text } » est déjà pris
people-same-name-expected = chaque personne doit avoir son propre nom
people-same-account = le compte « { $text } » est déjà celui d'une autre personne
people-same-account-expected = un compte n'appartient qu'à une personne
people-same-key = clé en double
people-same-key-expected = une clé n'appartient qu'à une personne et n'apparaît qu'une fois
people-too-many = trop d'éléments dans « { $field } »
people-too-many-expected = { $max } au plus
people-more = { $count ->
    [one] une autre erreur
   *[other] { $count } autres erreurs
}
people-more-expected = corriger d'abord les erreurs ci-dessus, puis vérifier à nouveau
people-trouble = { $file } est rejeté, le fichier précédent reste en vigueur : { $why }
people-trouble-line = ligne { $line }, { $what }
people-trouble-gone = le fichier n'est plus là
people-trouble-open = tous les comptes de la machine peuvent y écrire
people-good = people.toml est valide : { $count ->
    [one] une personne
   *[other] { $count } personnes
}.
people-none = Pas de fichier des personnes : seul { $person }, qui fait tourner cet hôte, peut se connecter. Pour en créer un : warroom people sample > people.toml (emplacement : warroom config path)
people-nobody = people.toml ne contient aucune personne.
people-right-observer = observateur
people-right-member = membre
people-right-deputy = adjoint
people-right-commander = directeur
people-right-owner = propriétaire
people-trouble-empty = le fichier est vide (pour n'admettre personne, y écrire `format = 1`)
people-trouble-owners-name = une personne porte le nom du compte de l'hôte, sans avoir ce compte
people-right-house = système
