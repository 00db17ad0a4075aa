# Forms, choices and questions.
