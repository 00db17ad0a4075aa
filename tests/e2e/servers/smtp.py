"""An SMTP server whose answers a test scripts, until the standard input ends.

The first argument is how it speaks, `plain`, `starttls` or `tls`; two more are the files of its certificate and key.
A line in says what the next commands of a kind get: `rcpt 451 4.7.1 later`, `data 250 OK`, or `data hang`, `data reset`.
The first line out is the port; each further one is a message that was given, with the answer that it got, as JSON.
"""

import asyncio
import collections
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

USER, PASSWORD = b"warroom", b"correct-horse-battery"

answers = collections.defaultdict(collections.deque)


async def answer(kind, server, usual):
    """What the script says comes next, or the usual."""
    scripted = answers[kind].popleft() if answers[kind] else usual
    if scripted == "hang":
        await asyncio.Event().wait()
    if scripted == "reset":
        server.transport.abort()
        return "421 gone"
    return scripted


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        scripted = await answer("rcpt", server, "250 OK")
        if scripted.startswith("2"):
            envelope.rcpt_tos.append(address)
        return scripted

    async def handle_DATA(self, server, session, envelope):
        scripted = await answer("data", server, "250 OK")
        message = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "secure": session.ssl is not None or speech == "tls",
            "known": session.authenticated,
            "content": envelope.content.decode("utf-8", "replace"),
            "answer": scripted,
        }
        print(json.dumps(message), flush=True)
        return scripted


def authenticate(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (USER, PASSWORD)
    return AuthResult(success=known, handled=known)


def session():
    secure = context if speech == "starttls" else None
    # A login goes over a secured connection alone; what nobody secures is not asked for one.
    return SMTP(
        Handler(),
        hostname="mail.example",
        tls_context=secure,
        require_starttls=secure is not None,
        authenticator=authenticate,
        auth_require_tls=speech == "starttls",
        timeout=60,
    )


async def script():
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := (await lines.readline()).decode().strip():
        kind, scripted = line.split(" ", 1)
        answers[kind].append(scripted)


async def main():
    secure = context if speech == "tls" else None
    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0, ssl=secure)
    print(server.sockets[0].getsockname()[1], flush=True)
    await script()


speech = sys.argv[1]
context = None
if speech != "plain":
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
asyncio.run(main())
