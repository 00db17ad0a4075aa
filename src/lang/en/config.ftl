# Errors of configuration files.
config-language = unsupported language “{ $text }”
config-colour = “{ $text }” is not a colour depth
config-zone = “{ $text }” is not a time zone
config-zone-expected = expected a name such as "Europe/Paris", or "auto"
config-count = this number is out of range
config-count-expected = expected a whole number from 1 to 100000
config-expected-keys = expected a key or a list of keys, e.g. ["z", "ctrl-z"]
config-duration = “{ $text }” is not a duration
config-duration-expected = expected a duration, e.g. "15s" or "10m"
config-address = “{ $text }” is not an address with a port
config-address-expected = expected e.g. "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222", or "off"
