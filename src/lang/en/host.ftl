# What the host says to those at its screens, and what the program says of its folders.
host-stopped = The host has been stopped; `warroom` starts it again, and nothing is lost.
host-screen-failed = This screen failed; the room is well, and nothing is lost. `warroom attach` opens another; host.log tells more.
host-no-folder = { $path } cannot be used: { $why }
host-folder-not-ours = it belongs to another account
host-folder-not-folder = it is no folder
host-no-home = No home folder is known: set HOME.
host-withdrawn = You are no longer among the people of this host; whoever runs it can say why.
host-not-yours = Only the account that the host runs as stops it.
host-serves = The host runs as process { $pid }; its own socket is { $socket }.
host-serves-group = The accounts of the group { $group } come in with: warroom --host { $path }
host-serves-ssh = Whoever has a key in the people file comes in by SSH at { $address }; the host's key is { $fingerprint }.
host-serves-alone = There is no people file, so that nobody else comes in: warroom people sample > { $path }
