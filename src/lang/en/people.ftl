# The people file: what is wrong, and what to write instead.
people-too-big = the file has more than one mebibyte: too much for people
people-too-big-expected = 1 MiB at most
people-not-text = the file is not text in UTF-8
people-not-text-expected = save the file as text in UTF-8
people-format = this version does not know that format of people files
people-format-expected = `format = 1` is expected
people-missing = a person lacks “{ $field }”
people-missing-expected = add `{ $field } = …` here
people-type = “{ $field }” is not what is expected
people-expected-text = a text between quotes is expected
people-expected-texts = a list of texts is expected, ["one", "two"]
people-expected-persons = a heading of its own, `[[person]]`, is expected for each person
people-expected-contact = { "{" } phone = "…", mail = "…", chat = "…" { "}" } is expected
people-empty = “{ $field }” is empty
people-empty-expected = a text is expected
people-too-long = “{ $field }” is too long
people-too-long-expected = { $max } characters at most
people-unknown-field = there is no field “{ $field }” here
people-unknown-field-expected = one of: { $known }
people-name = “{ $name }” cannot be a name
people-name-expected = at most 32 letters, digits, “-”, “_” and “.”, no space: it is written @name
people-right = “{ $right }” is no right
people-right-expected = "commander", "deputy", "member" or "observer" is expected
people-owner-right = “owner” is the right of the host's own account, and cannot be given
people-owner-right-expected = the widest right here is "commander"
people-role = “{ $id }” cannot be the id of a role
people-role-expected = 1 to 96 of a-z, 0-9, “-” and “_”
people-account = “{ $account }” cannot be an account
people-account-expected = the name of an account of this machine, as `id -un` writes it
people-key = this is no public key
people-key-expected = the line of a file such as id_ed25519.pub: "ssh-ed25519 AAAA… name"
people-key-private = this is a private key: it should be in no other file
people-key-private-expected = the line of the .pub file, and a new key for this person
people-key-options = options stand before the key
people-key-options-expected = the key alone: what the person may do is said by `right`
people-key-algorithm = keys of this algorithm are not accepted
people-key-algorithm-expected = one of: { $known }
people-key-damaged = this key is cut or damaged
people-key-damaged-expected = copy the whole line of the .pub file
people-key-mixed = this key is not of the algorithm written before it
people-key-mixed-expected = copy the whole line of the .pub file
people-key-weak = this RSA key is too short
people-key-weak-expected = { $bits } bits at least, or an ssh-ed25519 key
people-same-name = the name “{ $text }” is taken
people-same-name-expected = each person has a name of their own: choose another
people-same-account = the account “{ $text }” is somebody's already
people-same-account-expected = an account belongs to one person
people-same-key = this key is there already
people-same-key-expected = a key belongs to one person, and is written once
people-too-many = too many of “{ $field }”
people-too-many-expected = { $max } at most
people-more = { $count ->
    [one] there is one more problem
   *[other] there are { $count } more problems
}
people-more-expected = mend those above first, then check again
people-trouble = { $file } is not followed, the former people hold: { $why }
people-trouble-line = line { $line }, { $what }
people-trouble-gone = it is no longer there
people-trouble-open = every account of the machine can write to it
people-good = The people file is good: { $count ->
    [one] one person
   *[other] { $count } people
}.
people-none = There is no people file: nobody comes in but { $person }, whose host it is. Begin one with: warroom people sample > people.toml (its place: warroom config path)
people-nobody = The people file names nobody.
people-right-observer = observer
people-right-member = member
people-right-deputy = deputy
people-right-commander = commander
people-right-owner = owner
people-trouble-empty = it is empty (to let nobody in, write `format = 1` into it)
people-trouble-owners-name = a person has the name of the account that the host runs as, and not that account
people-right-house = the program
