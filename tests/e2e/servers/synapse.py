"""Runs Synapse with the configuration in the first argument, until the standard input ends.

It says "ready" once it listens at the port in the second.
"""

import os
import socket
import sys
import threading
import time

from synapse.app.homeserver import main


def end_with_the_input():
    sys.stdin.buffer.read()
    os._exit(0)


def say_when_ready(port, out):
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    print("ready", file=out, flush=True)


threading.Thread(target=end_with_the_input, daemon=True).start()
# Synapse turns what is printed into lines of its log.
threading.Thread(target=say_when_ready, args=[int(sys.argv[2]), sys.stdout], daemon=True).start()
sys.argv = ["synapse", "--config-path", sys.argv[1]]
main()
