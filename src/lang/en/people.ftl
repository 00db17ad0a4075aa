# Errors in the people file.
people-expected-contact = expected { "{" } phone = "…", mail = "…", chat = "…" { "}" }
people-name = “{ $name }” is not a valid name
people-name-expected = at most 32 letters, digits, “-”, “_” and “.”, without spaces; it is used as @name
people-right = “{ $text }” is not a valid access right
people-owner-right = “owner” is reserved for the host account and cannot be granted
people-owner-right-expected = the highest right here is "commander"
people-role = “{ $id }” is not a valid role ID
people-role-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
people-account = “{ $account }” is not a valid account name
people-account-expected = the name of an account on this machine, as printed by `id -un`
people-key = not a public key
people-key-expected = the line of a file such as id_ed25519.pub: "ssh-ed25519 AAAA… name"
people-key-private = private key: it must not be in this file
people-key-private-expected = the line of the .pub file; this person needs a new key
people-key-options = options before the key
people-key-options-expected = the key only: permissions are set by `right`
people-key-algorithm = unsupported key algorithm
people-key-algorithm-expected = one of: { $known }
people-key-damaged = truncated or damaged key
people-key-damaged-expected = copy the whole line of the .pub file
people-key-mixed = the key does not match the algorithm in front of it
people-key-mixed-expected = copy the whole line of the .pub file
people-key-weak = RSA key too short
people-key-weak-expected = at least { $bits } bits, or an ssh-ed25519 key
people-same-name = the name “{ $text }” is taken
people-same-name-expected = each person needs their own name
people-same-account = the account “{ $text }” already belongs to someone
people-same-account-expected = an account belongs to one person
people-same-key = duplicate key
people-same-key-expected = each key belongs to one person and appears once
people-trouble = { $file } was rejected: { $why }. The previous people file stays in effect.
people-trouble-line = line { $line }, { $what }
people-trouble-gone = the file has been removed
people-trouble-open = every account on this machine can write to it (chmod o-w)
people-good = people.toml is valid: { $count ->
    [one] one person
   *[other] { $count } people
}.
people-none = There is no people file: only { $person }, who runs this host, can connect. To create one: warroom people sample > people.toml (location: warroom config path)
people-nobody = people.toml lists nobody.
people-right-observer = observer
people-right-member = member
people-right-deputy = deputy
people-right-commander = commander
people-right-owner = host account
people-trouble-empty = the file is empty (to admit nobody, write `format = 1` in it)
people-trouble-owners-name = a person has the same name as the host account but a different account: rename that person
people-right-house = system
