# Une séance rejouée, et ce qui empêche de la rejouer.
replay-failed = le journal ne peut pas être lu : { $why }
replay-damaged = l'enregistrement { $record } du journal est endommagé : { $why }
replay-too-long = le journal dépasse { $mebibytes } Mio, il n'est pas lu plus loin
replay-too-many = le journal a plus de { $records } enregistrements, il n'est pas lu plus loin
