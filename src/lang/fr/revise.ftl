# Le plan corrigé d'après les séances passées.
revise-remark-task = « { $title } » : sautée à chaque fois, { $of } séances sur { $of }
revise-remark-step = sautée à chaque fois, { $of } séances sur { $of }
revise-remark-down = arrêt réel { $times } ; objectif dépassé { $missed } fois sur { $of }
