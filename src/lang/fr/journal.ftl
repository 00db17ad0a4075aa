# Erreurs d'une entrée d'un journal.
journal-flaw-unreadable = la ligne n'est pas une entrée
journal-flaw-too-long = la ligne est trop longue pour une entrée
journal-flaw-format = cette version de warroom ne connaît pas son format
journal-flaw-hash = la ligne a été modifiée (son empreinte ne correspond pas)
journal-flaw-seq = son numéro n'est pas le suivant (des lignes ont été supprimées, ajoutées ou déplacées)
journal-flaw-prev = elle ne fait pas suite à l'entrée précédente
journal-flaw-time = son heure précède celle de l'entrée précédente
journal-flaw-cut-short = la ligne est tronquée
journal-flaw-missing = le journal est vide
