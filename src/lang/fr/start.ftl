# The start screen.
