# Problems of configuration files.
config-error = error
config-unknown-setting = unknown setting “{ $value }”: known are { $known }
config-unknown-setting-nearest = unknown setting “{ $value }”: did you mean { $nearest }?
config-not-a-language = “{ $value }” is not a language: write "fr", "en" or "auto"
config-not-a-depth = “{ $value }” is not a number of colours: write "none", "16", "256", "true" or "auto"
config-not-a-zone = “{ $value }” is not a time zone: write e.g. "Europe/Paris", or "auto"
config-expected-text = expected a quoted string
config-expected-truth = expected true or false
config-expected-keys = expected a key or a list of keys, e.g. ["z", "ctrl-z"]
config-expected-section = expected a section, with its settings below it
config-expected-count = expected a whole number from 1 to 100000
config-not-a-length = “{ $value }” is not a duration: write e.g. "15s" or "10m"
config-not-an-address = “{ $value }” is not an address with a port: write e.g. "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222", or "off"
config-not-a-path = “{ $value }” is not a path
