# What the SSH door says.
ssh-full = too many connections at once; please try again in a moment
ssh-too-many-sessions = You have { $most } sessions here, and no more than that at once: close one first.
ssh-no-terminal = A screen needs a terminal: ssh -t. Without one, the commands of `help` do the same.
ssh-dumb-terminal = This terminal (TERM={ $term }) cannot show a screen. The commands of `help` do the same without one.
ssh-no-files = Over SSH no file can be named: neither yours nor the host's.
ssh-not-here = This command is for the machine that one sits at: over SSH there are the incidents alone. `help` lists what there is.
ssh-long-command = This command line is too long.
ssh-command-failed = This command failed; the rooms are well, and nothing is lost.
ssh-screen-failed = This screen failed; the room is well, and nothing is lost. Connect again.
ssh-host-stopped = The host has been stopped; nothing is lost. Connect again once it runs.
ssh-idle = Nothing was done here for a long time, and the screen has been closed. Connect again whenever you like.
