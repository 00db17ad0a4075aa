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
