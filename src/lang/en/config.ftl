# Problems of configuration files.
config-error = error
config-unknown-setting = there is no setting “{ $value }”: there are { $known }
config-unknown-setting-nearest = there is no setting “{ $value }”: { $nearest } is the nearest
config-not-a-language = “{ $value }” is no language: write "fr", "en" or "auto"
config-not-a-depth = “{ $value }” is no number of colours: write "none", "16", "256", "true" or "auto"
config-not-a-zone = “{ $value }” is no time zone: write one such as "Europe/Paris", or "auto"
config-expected-text = a text in quotation marks is expected here
config-expected-truth = true or false is expected here
config-expected-keys = a key or a list of keys is expected here, such as ["z", "ctrl-z"]
config-expected-section = this is a section of its own, with its settings below it
config-expected-count = a whole number from 1 to 100000 is expected
config-not-a-length = “{ $value }” is no length of time: write "15s" or "10m"
config-not-an-address = “{ $value }” is no address with a port: write "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222" or "off"
config-not-a-path = “{ $value }” is no path
