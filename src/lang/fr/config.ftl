# Erreurs des fichiers de configuration.
config-error = erreur
config-unknown-setting = réglage inconnu : « { $value } » ; réglages connus : { $known }
config-unknown-setting-nearest = réglage inconnu : « { $value } » ; vouliez-vous dire { $nearest } ?
config-not-a-language = « { $value } » n'est pas une langue : écrire "fr", "en" ou "auto"
config-not-a-depth = « { $value } » n'est pas un nombre de couleurs : écrire "none", "16", "256", "true" ou "auto"
config-not-a-zone = « { $value } » n'est pas un fuseau horaire : écrire par exemple "Europe/Paris", ou "auto"
config-expected-text = attendu : un texte entre guillemets droits ""
config-expected-truth = attendu : true ou false
config-expected-keys = attendu : une touche ou une liste de touches, par exemple ["z", "ctrl-z"]
config-expected-section = attendu : une section, suivie de ses réglages
config-expected-count = attendu : un nombre entier de 1 à 100000
config-not-a-length = « { $value } » n'est pas une durée : écrire par exemple "15s" ou "10m"
config-not-an-address = « { $value } » n'est pas une adresse avec son port : écrire "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222" ou "off"
config-not-a-path = « { $value } » n'est pas un chemin
