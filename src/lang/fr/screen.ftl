# The screen.
screen-quit = quitter
