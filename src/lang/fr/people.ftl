# Le fichier des personnes : ce qui ne va pas, et quoi écrire à la place.
people-too-big = le fichier pèse plus d'un mébioctet : c'est trop pour des personnes
people-too-big-expected = 1 Mio au plus
people-not-text = le fichier n'est pas du texte en UTF-8
people-not-text-expected = enregistrer le fichier comme texte en UTF-8
people-format = cette version ne connaît pas ce format du fichier des personnes
people-format-expected = attendu : `format = 1`
people-missing = il manque « { $field } » à une personne
people-missing-expected = ajouter ici `{ $field } = …`
people-type = « { $field } » n'est pas ce qui est attendu
people-expected-text = attendu : un texte entre guillemets droits
people-expected-texts = attendu : une liste de textes, ["un", "deux"]
people-expected-persons = attendu : un titre à part, `[[person]]`, pour chaque personne
people-expected-contact = attendu : { "{" } phone = "…", mail = "…", chat = "…" { "}" }
people-empty = « { $field } » est vide
people-empty-expected = attendu : un texte
people-too-long = « { $field } » est trop long
people-too-long-expected = { $max } caractères au plus
people-unknown-field = il n'y a pas de champ « { $field } » ici
people-unknown-field-expected = l'un de : { $known }
people-name = « { $name } » ne peut pas être un nom
people-name-expected = 32 caractères au plus, lettres, chiffres, « - », « _ » et « . », sans espace : le nom s'écrit @nom
people-right = « { $right } » n'est pas un droit
people-right-expected = attendu : "commander", "deputy", "member" ou "observer"
people-owner-right = « owner » est le droit du compte de l'hôte, et ne se donne pas
people-owner-right-expected = le droit le plus large ici est "commander"
people-role = « { $id } » ne peut pas être l'identifiant d'un rôle
people-role-expected = 1 à 96 caractères parmi a-z, 0-9, « - » et « _ »
people-account = « { $account } » ne peut pas être un compte
people-account-expected = le nom d'un compte de cette machine, tel que `id -un` l'écrit
people-key = ceci n'est pas une clé publique
people-key-expected = la ligne d'un fichier comme id_ed25519.pub : "ssh-ed25519 AAAA… nom"
people-key-private = ceci est une clé privée : elle ne doit être dans aucun autre fichier
people-key-private-expected = la ligne du fichier .pub, et une nouvelle clé pour cette personne
people-key-options = la clé est précédée d'options
people-key-options-expected = la clé seule : ce que la personne peut faire se dit par `right`
people-key-algorithm = l'algorithme de cette clé n'est pas accepté
people-key-algorithm-expected = l'un de : { $known }
people-key-damaged = cette clé est coupée ou abîmée
people-key-damaged-expected = copier la ligne entière du fichier .pub
people-key-mixed = cette clé n'est pas de l'algorithme écrit devant elle
people-key-mixed-expected = copier la ligne entière du fichier .pub
people-key-weak = cette clé RSA est trop courte
people-key-weak-expected = { $bits } bits au moins, ou une clé ssh-ed25519
people-same-name = le nom « { $text } » est déjà pris
people-same-name-expected = chaque personne a son nom : en choisir un autre
people-same-account = le compte « { $text } » est déjà celui de quelqu'un
people-same-account-expected = un compte n'est qu'à une personne
people-same-key = cette clé est déjà écrite
people-same-key-expected = une clé n'est qu'à une personne, et s'écrit une fois
people-too-many = trop de « { $field } »
people-too-many-expected = { $max } au plus
people-more = { $count ->
    [one] il y a un autre problème
   *[other] il y a { $count } autres problèmes
}
people-more-expected = corriger d'abord ceux qui précèdent, puis vérifier à nouveau
people-trouble = { $file } n'est pas suivi, les personnes d'avant restent : { $why }
people-trouble-line = ligne { $line }, { $what }
people-trouble-gone = il n'est plus là
people-trouble-open = tous les comptes de la machine peuvent y écrire
people-good = Le fichier des personnes est bon : { $count ->
    [one] une personne
   *[other] { $count } personnes
}.
people-none = Il n'y a pas de fichier des personnes : personne n'entre que { $person }, dont c'est l'hôte. En commencer un : warroom people sample > people.toml (sa place : warroom config path)
people-nobody = Le fichier des personnes ne nomme personne.
people-right-observer = observateur
people-right-member = membre
people-right-deputy = adjoint
people-right-commander = directeur
people-right-owner = propriétaire
people-trouble-empty = il est vide (pour ne laisser entrer personne, y écrire `format = 1`)
people-trouble-owners-name = une personne porte le nom du compte de l'hôte, sans avoir ce compte
people-right-house = le programme
