# The screen.
screen-quit = quit
