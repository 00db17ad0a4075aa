# Messages of the client about the host and the terminal.
client-lost = The host stopped before replying; `warroom status` shows what was recorded.
client-lost-again = The host keeps stopping; see { $log }.
client-starts-again = The host stopped; starting a new one. The screen will resume where it left off.
client-garbled = The host sent something that this program cannot read. Run `warroom host stop`, then try again.
client-other-version = The running host speaks protocol version { $theirs }; this program speaks version { $ours }. Run `warroom host stop` (nothing is lost), then try again.
client-host-full = The host has reached its session limit; close a session, then try again.
client-no-host = The host could not be started: { $why } (see { $log })
client-no-host-silent = no error message
client-file-too-large = { $path } is too large: the limit is { $max } KiB.
client-no-terminal = The full-screen interface needs a terminal. Without one, use the commands listed by `warroom help`.
client-no-terminal-because = The full-screen interface needs a terminal, and this one does not work: { $why }
client-dumb-terminal = This terminal (TERM={ $term }) cannot display the full-screen interface. Use the commands listed by `warroom help`.
client-none-runs = No host is running.
client-no-signal = The host cannot be stopped: { $why }
client-terminated = The host was asked to stop.
client-stranger = This host does not know the account { $account }. Ask its operator to add `unix = ["{ $account }"]` to a person in people.toml.
client-shared-none = No host at { $path }. Its operator starts it with `warroom serve --socket`.
client-shared-forbidden = Your account may not use { $path }, which is restricted to a group. Ask the host's operator to add you to it, then log in again.
client-shared-failed = { $path } cannot be used: { $why }
client-shared-lost = The host is gone; the screen will resume where it left off once it is back.
