# Forms, choices and questions.
ask-quoted = “{ $text }”
