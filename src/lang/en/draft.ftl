# Values of the variables in update templates.
draft-severity = { $severity ->
        [sev1] critical
        [sev2] major
        [sev3] moderate
       *[sev4] minor
    } ({ $name })
draft-since-opened = { $at } (when it was reported)
draft-zone = { $vowel ->
        [yes] { $city } time
       *[no] { $city } time
    }
draft-zone-utc = UTC
draft-at-today = at { $time }
draft-from-today = since { $time }
draft-from-day = since { $date } at { $time }
draft-at-day = on { $date } at { $time }
draft-as-of = { $date } at { $time }
draft-between-today = between { $from } and { $to }
draft-between-day = between { $from } and { $to } on { $date }
draft-between-days = between { $from-date } at { $from } and { $to-date } at { $to }
draft-no-forecast = no reliable estimate yet
draft-next-today = by { $time }
draft-next-day = by { $time } on { $date }
draft-service = { $name } ({ $health ->
        [down] unavailable
       *[degraded] degraded mode
    })
draft-night = stopped for the night, resumes { $resume }
draft-late-phase = { $phase }, { $over } late
draft-late-extended = { $phase }, extended from { $plan } to { $agreed }, { $over } late
draft-slip = { $late ->
        [yes] { $span } late
       *[no] { $span } early
    }
draft-tasks = { $all ->
        [one] { $done } of 1 task done
       *[other] { $done ->
            [0] none of { $all } tasks done
            [1] 1 of { $all } tasks done
           *[other] { $done } of { $all } tasks done
        }
    }
draft-stuck = { $task }: { $reason }
draft-held = { $since }, { $reason }
draft-then = { $first }; { $second }
draft-more = { $list } and { $count } more

# Errors in a template.
draft-empty = the template is empty
draft-empty-expected = text, with variables such as {"{{"}title{"}}"}
draft-unclosed = unclosed variable
draft-unclosed-expected = close it with {"}}"} on the same line
draft-unknown = unknown variable “{ $name }”
draft-unknown-expected = one of: { $known }
draft-internal-only = “{ $name }” is for internal audiences only
draft-internal-only-expected = for external audiences, one of: { $known }
draft-file-name = invalid template file name
draft-file-name-expected = AUDIENCE.OCCASION.LANGUAGE.md, e.g. clients.opening.en.md; occasions: opening, progress, degraded, restored, closing; languages: fr, en
