# Messages of the SSH server.
ssh-full = too many connections; please try again in a moment
ssh-too-many-sessions = You already have { $most } sessions, the maximum. Close one first.
ssh-no-terminal = The full-screen interface needs a terminal: connect with “ssh -t”. Without one, use the commands listed by `help`.
ssh-dumb-terminal = This terminal (TERM={ $term }) cannot display the full-screen interface. Use the commands listed by `help`.
ssh-no-files = Over SSH, commands cannot take file paths. Run this one on the host machine.
ssh-not-here = This command only works on the host machine. Over SSH you can only work on incidents; see `help`.
ssh-long-command = This command line is too long.
ssh-command-failed = This command failed; the rooms are not affected and no data was lost.
ssh-screen-failed = This session crashed; the room is not affected and no data was lost. Please reconnect.
ssh-host-stopped = The host was stopped; nothing is lost. Reconnect once it is running again.
ssh-idle = The screen was closed after a long time without activity. Reconnect at any time.
