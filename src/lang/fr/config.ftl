# Erreurs des fichiers de configuration.
config-error = erreur
config-unknown-setting = il n'y a pas de réglage « { $value } » : il y a { $known }
config-unknown-setting-nearest = il n'y a pas de réglage « { $value } » : { $nearest } est le plus proche
config-not-a-language = « { $value } » n'est pas une langue : écrire "fr", "en" ou "auto"
config-not-a-depth = « { $value } » n'est pas un nombre de couleurs : écrire "none", "16", "256", "true" ou "auto"
config-not-a-zone = « { $value } » n'est pas un fuseau horaire : écrire par exemple "Europe/Paris", ou "auto"
config-expected-text = un texte entre guillemets "" est attendu ici
config-expected-truth = true ou false est attendu ici
config-expected-keys = une touche ou une liste de touches est attendue ici, par exemple ["z", "ctrl-z"]
config-expected-section = ceci est une section à part, avec ses réglages en dessous
config-expected-count = attendu : un nombre entier de 1 à 100000
config-not-a-length = « { $value } » n'est pas une durée : écrire "15s" ou "10m"
config-not-an-address = « { $value } » n'est pas une adresse avec son port : écrire "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222" ou "off"
config-not-a-path = « { $value } » n'est pas un chemin
