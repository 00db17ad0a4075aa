# Erreurs des fichiers de configuration.
config-language = « { $text } » n'est pas une langue
config-colour = « { $text } » n'est pas un nombre de couleurs
config-zone = « { $text } » n'est pas un fuseau horaire
config-zone-expected = attendu : un nom comme "Europe/Paris", ou "auto"
config-count = ce nombre est hors limites
config-count-expected = attendu : un nombre entier de 1 à 100000
config-expected-keys = attendu : une touche ou une liste de touches, par exemple ["z", "ctrl-z"]
config-duration = « { $text } » n'est pas une durée
config-duration-expected = attendu : une durée, par exemple "15s" ou "10m"
config-address = « { $text } » n'est pas une adresse avec son port
config-address-expected = attendu : "0.0.0.0:2222", "127.0.0.1:2222", "[::]:2222" ou "off"
