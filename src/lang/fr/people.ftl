# Erreurs du fichier des personnes.
people-expected-contact = attendu : { "{" } phone = "…", mail = "…", chat = "…" { "}" }
people-name = « { $name } » n'est pas un nom valide
people-name-expected = 32 caractères au plus, lettres, chiffres, « - », « _ » et « . », sans espace : le nom s'écrit @nom
people-right = « { $text } » n'est pas un droit
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
people-key-algorithm-expected = au choix : { $known }
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
people-trouble = { $file } est rejeté, le fichier précédent reste en vigueur : { $why }
people-trouble-line = ligne { $line }, { $what }
people-trouble-gone = le fichier n'est plus là
people-trouble-open = tous les comptes de la machine peuvent y écrire (chmod o-w)
people-good = people.toml est valide : { $count ->
    [one] une personne
   *[other] { $count } personnes
}.
people-none = Pas de fichier des personnes : à part { $person }, qui fait tourner cet hôte, personne ne peut se connecter. Pour en créer un : warroom people sample > people.toml (emplacement : warroom config path)
people-nobody = people.toml ne contient aucune personne.
people-right-observer = observateur
people-right-member = membre
people-right-deputy = adjoint
people-right-commander = directeur de crise
people-right-owner = compte de l'hôte
people-trouble-empty = le fichier est vide (pour n'admettre personne, y écrire `format = 1`)
people-trouble-owners-name = une personne porte le même nom que le compte de l'hôte, mais a un autre compte : renommez-la
people-right-house = système
