#!/usr/bin/env python3
"""hostile_peer.py KIND CLIENT [--sanitized]: runs an example against an attacker's service, which
breaks every rule. KIND is curl for the example with libcurl, or socket for the plain socket. The
client must end soon, use little memory, have the right exit status, and print no control
character.

With --sanitized, memory is not measured.
"""
import concurrent.futures
import contextlib
import json
import re
import resource
import socket
import subprocess
import sys
import threading
import time

import loopback
from mock import ARNS, START

BUDGET = "1"  # seconds that the client allows an exchange; it makes up to six
PATIENCE = 20  # seconds that all exchanges together may take
ENDLESS = 10 * 2**30  # bytes; a client must stop long before
MEMORY_KIB = 64 * 1024  # for the largest process; that is a client, because Python is smaller

# The words that a client prints at its end.
DONE = r'^\{"status":"SUCCESS"|^all is done$'
LOST = "max_retries is spent: no complete answer arrived"
THROTTLED = "max_retries is spent: the service throttles requests"
REFUSED = "the service refused the request"
UNREADABLE = "the answer cannot be decoded"
FAILED = "the introspection has failed"


# ------------------------------------------------------------- actions of the service

def answer(body, status="200 OK", headers=b"", length=None):
    """A whole answer as bytes."""
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    length = len(body) if length is None else length
    return (f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n".encode()
            + headers + b"\r\n" + body)


def page(*models, **members):
    """The answer to a Get of an introspection that is done."""
    return answer({"introspectionId": "i", "introspectionStatus": "SUCCESS",
                   "introspectionResult": {"models": models, **members}})


def refusal(headers=b"", body=b"{}"):
    return answer(body, "400 Bad Request", headers)


def endless(begin, again):
    """Sends `begin`, then `again` endlessly."""
    def act(peer, wire):
        many = again * (65536 // len(again) + 1)
        wire.sendall(begin)
        while peer.sent < ENDLESS:
            wire.sendall(many)
            peer.sent += len(many)
    return act


def drip(begin, rest, pause=0.1):
    """Sends `rest` byte by byte, with pauses."""
    def act(_, wire):
        wire.sendall(begin)
        for byte in rest:
            wire.sendall(bytes([byte]))
            time.sleep(pause)
    return act


def stay(sent):
    """Sends, and keeps the connection open."""
    def act(_, wire):
        wire.sendall(sent)
        wire.recv(1)  # until the client goes
    return act


def reset(sent):
    """Sends, then resets the connection."""
    def act(_, wire):
        wire.sendall(sent)
        loopback.reset(wire)
    return act


def redirect(status):
    """Redirects to the service's other port, to which no client must connect."""
    def act(peer, wire):
        wire.sendall(answer({}, status, f"Location: http://127.0.0.1:{peer.other_port}{START}\r\n"
                            .encode()))
    return act


OTHERS = b"".join(b"X-Other-%d: nobody knows this one\r\n" % i for i in range(100))
THROTTLES = b"x-amzn-errortype: ThrottlingException\r\n"
STARTED = {"introspectionId": "i", "introspectionStatus": "PROCESSING"}
HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
WELL = answer(STARTED)
BODY = json.dumps(STARTED).encode()
EVIL = "\x1b[31m\x1b]0;title\x07\r\nall is done\n\x7f\x9b0m"
GOOD_PAGE = page({"name": "orders"})

# Why, the answer to Start, to each Get (None: no Get may come), how the client ends. If the clients
# differ, the last is a pair: libcurl, socket. The socket client uses HTTP/1.0, for which an answer
# is complete once its document is.
ROWS = [
    ("a good service", WELL, GOOD_PAGE, DONE),

    ("no answer", b"", None, LOST),
    ("no head", BODY, None, LOST),
    ("NUL before the head", b"\0" + WELL, None, LOST),
    ("a head that is cut", b"HTTP/1.1 200 OK\r\nContent-Le", None, LOST),
    ("a head without a status line", b"\r\n\r\n" + BODY, None, LOST),
    ("an endless head", endless(HEAD, b"a: b\r\n"), None, LOST),
    ("an endless header", endless(HEAD + b"a: ", b"a"), None, LOST),
    ("a header of many folded lines", endless(HEAD + b"Retry-After: 1\r\n", b" 2\r\n"), None,
     LOST),
    ("a head of a megabyte", answer(STARTED, headers=b"a: bcdef\r\n" * 100000), None, LOST),
    ("a head of 70,000 bytes", answer(STARTED, headers=b"a: bcdef\r\n" * 7000), None, LOST),
    ("a head of 60,000 bytes", answer(STARTED, headers=b"a: bcdef\r\n" * 6000), GOOD_PAGE, DONE),
    ("a head whose bytes arrive slowly", drip(b"", WELL), None, LOST),
    ("no byte at all, on an open connection", stay(b""), None, LOST),
    ("no byte after the head", stay(HEAD + b"Content-Length: 9\r\n\r\n"), None, LOST),

    ("interim heads", 3 * b"HTTP/1.1 100 Continue\r\n\r\n" + WELL, GOOD_PAGE, DONE),
    ("the type in an interim head is ignored",
     b"HTTP/1.1 103 Early Hints\r\n" + THROTTLES + b"\r\n" + refusal(), None, REFUSED),
    ("endless interim heads",
     endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), None, LOST),

    ("a status of two digits", answer(STARTED, "20 OK"), GOOD_PAGE, LOST),
    ("a status of four", answer(STARTED, "2000 OK"), GOOD_PAGE, LOST),
    ("a status that is 200 modulo 2^32", answer(STARTED, "4294967496 OK"), GOOD_PAGE, LOST),
    ("a status below 100", answer(STARTED, "099 OK"), GOOD_PAGE, LOST),
    ("a status below 0", answer(STARTED, "-1 OK"), GOOD_PAGE, LOST),
    ("a status of 0", answer(STARTED, "000 OK"), GOOD_PAGE, LOST),
    ("a status that is a word", answer(STARTED, "abc OK"), GOOD_PAGE, LOST),
    ("no status", answer(STARTED, ""), GOOD_PAGE, LOST),
    ("NUL in the status", answer(STARTED, "2\x000 OK"), GOOD_PAGE, LOST),
    ("a status over 599", answer(STARTED, "999 OK"), GOOD_PAGE, REFUSED),
    ("no words after the status", answer(STARTED, "200"), GOOD_PAGE, DONE),
    ("no content", b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", GOOD_PAGE, LOST),

    ("301: a signed request is not sent elsewhere", redirect("301 Moved"), None, REFUSED),
    ("302", redirect("302 Found"), None, REFUSED),
    ("303", redirect("303 See Other"), None, REFUSED),
    ("307: nor is its body", redirect("307 Temporary Redirect"), None, REFUSED),
    ("308", redirect("308 Permanent Redirect"), None, REFUSED),
    ("a redirected Get", WELL, redirect("307 Temporary Redirect"), REFUSED),

    ("a type after a hundred other headers", refusal(OTHERS + THROTTLES), None, THROTTLED),
    ("a type after 31 known headers",
     refusal(31 * b"x-amzn-requestid: r\r\n" + THROTTLES), None, THROTTLED),
    ("a type in a folded line",
     refusal(b"x-amzn-errortype:\r\n ThrottlingException\r\n"), None, THROTTLED),
    ("a type in a line that is folded twice, with a tab",
     refusal(b"x-amzn-errortype:\r\n \r\n\tThrottlingException\r\nA: b\r\n"), None, THROTTLED),
    ("a list of types that continues in a folded line",
     refusal(b"x-amzn-errortype: ThrottlingException\r\n , Other\r\n"), None, THROTTLED),
    ("a type that a folded line breaks is ignored",
     refusal(b"x-amzn-errortype: Throttling\r\n Exception\r\n"), None, REFUSED),
    ("a folded line of another header does not change the type",
     refusal(THROTTLES + b"A: b\r\n c\r\n"), None, THROTTLED),
    ("a folded line before any header",
     refusal(b" a\r\n" + THROTTLES), None, f"{THROTTLED}|{LOST}"),
    ("a folded value that does not fit is ignored, not cut",
     refusal(b"x-amzn-errortype: ThrottlingException\r\n" + 9000 * b" " + b"\r\n"), None, REFUSED),
    ("a header without a colon", refusal(b"abc\r\n" + THROTTLES), None, (LOST, THROTTLED)),
    ("a carriage return in a type ends it",
     refusal(b"x-amzn-errortype: ThrottlingException\rA: b\r\n"), None, THROTTLED),
    ("NUL in a type", refusal(THROTTLES[:-2] + b"\0A: b\r\n"), None, (LOST, THROTTLED)),
    ("a line end in the type of a body",
     refusal(body=json.dumps({"code": "A\r\nX: y", "message": EVIL}).encode()), None, REFUSED),
    ("a long type", refusal(b"x-amzn-errortype: " + 5000 * b"A" + b"\r\n"), None, REFUSED),

    ("a body that is cut", answer(BODY[:-1], length=len(BODY)), None, LOST),
    ("an error that is cut: its status decides",
     answer(b"{", "429 Slow", length=99), None, THROTTLED),
    ("an error without a byte of its body",
     answer(b"", "401 No", b"x-amzn-errortype: Unauthorized\r\n", length=99), None, REFUSED),
    ("a length over that of the whole document",
     answer(BODY, length=len(BODY) + 1), answer(b"{", length=9), LOST),
    ("a length under that of the document", answer(STARTED, length=9), GOOD_PAGE, (LOST, DONE)),
    ("a length below 0", answer(STARTED, length=-1), GOOD_PAGE, f"{DONE}|{LOST}"),
    ("a length that overflows", answer(STARTED, length=10**30), GOOD_PAGE, f"{DONE}|{LOST}"),
    ("an endless body", endless(HEAD + b"\r\n{", b" "), None, f"{LOST}|{UNREADABLE}"),
    ("an endless string", endless(HEAD + b"\r\n{\"a\":\"", b"a"), None, UNREADABLE),
    ("endless depth", endless(HEAD + b"\r\n{\"a\":", b"["), None, UNREADABLE),
    ("endless members", endless(HEAD + b"\r\n{\"a\":0", b",\"a\":0"), None,
     f"{LOST}|{UNREADABLE}"),
    ("the endless body of an error",
     endless(HEAD.replace(b"200", b"400") + b"\r\n", b"a"), None, f"{LOST}|{REFUSED}"),
    ("a body whose bytes arrive slowly", drip(HEAD + b"\r\n", BODY), None, LOST),
    ("models whose bytes arrive slowly",
     WELL, drip(HEAD + b"\r\n", GOOD_PAGE.split(b"\r\n\r\n")[1]), LOST),
    ("a whole document, and the connection stays open",
     stay(HEAD + b"\r\n" + BODY), GOOD_PAGE, (LOST, DONE)),
    ("a reset in the body", reset(HEAD + b"\r\n" + BODY[:20]), None, LOST),
    ("invalid chunks", HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
     None, (LOST, UNREADABLE)),
    ("endless trailers", endless(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", b"a: bcdef\r\n"), None,
     (LOST, UNREADABLE)),
    ("NUL in the body", answer(BODY.replace(b"i", b"\0", 1)), None, UNREADABLE),
    ("a compressed body", answer(b"\x1f\x8b\x08\0", headers=b"Content-Encoding: gzip\r\n"),
     None, UNREADABLE),
    ("a page whose token is its own", WELL, page({"name": "orders"}, nextToken="t"), "cycle"),

    ("escapes in the name of a model", WELL, page({"name": EVIL}), DONE),
    ("escapes in an id", answer(STARTED | {"introspectionId": EVIL}), GOOD_PAGE, DONE),
    ("escapes in an unknown status", answer(STARTED | {"introspectionStatus": EVIL}), GOOD_PAGE,
     DONE),
    ("escapes in the reason of a failure", WELL, answer(
        {"introspectionStatus": "FAILED", "introspectionStatusDetail": EVIL}), FAILED),
    ("escapes in the message of an error",
     refusal(body=json.dumps({"message": EVIL}).encode()), None, REFUSED),
    ("an error in plain text, with escapes", refusal(body=EVIL.encode()), None, REFUSED),
    ("escapes in headers", refusal(b"x-amzn-requestid: \x1b[31m\r\nx-amzn-error-message: \x1b[1m"
                                   b"\r\n\x1b: \x1b\r\n"), None, REFUSED),
    ("escapes after the status", answer({}, "400 \x1b[31m"), None, REFUSED),
]

# Values for the seconds that the client must refuse: why, and the value.
ARGUMENTS = [("no seconds", ""), ("0 seconds", "0"), ("fewer than 0", "-1"), ("too many", "3601"),
             ("a word", "x"), ("a number and a word", "1x"), ("far too many", "4294967297")]


class Peer:
    """A service on loopback that answers as a row says, and a port to which nobody must connect."""

    def __init__(self, start, get):
        self.actions = {b"POST": start, b"GET": get}
        self.sent = 0
        self.asked_in_vain = False
        self.over = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.other = socket.create_server(("127.0.0.1", 0))
        self.port = str(self.listener.getsockname()[1])
        self.other_port = self.other.getsockname()[1]
        self.thread = threading.Thread(target=self.serve)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self.thread.join()
        self.listener.close()
        self.other.close()

    def serve(self):
        """Serves one connection at a time, because a client opens no more."""
        while not self.over.is_set():
            with contextlib.suppress(OSError):  # the client may close at any time
                wire, _ = self.listener.accept()
                with wire:
                    wire.settimeout(PATIENCE)
                    self.act(wire)

    def act(self, wire):
        """Reads a request, and runs the row's action."""
        with wire.makefile("rb") as lines:
            method = lines.readline().split(b" ")[0]
            length = 0
            while (line := lines.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            lines.read(length)
        action = self.actions.get(method)
        if action is None:
            self.asked_in_vain = True
        elif isinstance(action, bytes):
            wire.sendall(action)
        else:
            action(self, wire)

    def was_left_for_another(self):
        """Whether a client connected to the other port."""
        self.other.settimeout(0)
        with contextlib.suppress(BlockingIOError):
            self.other.accept()[0].close()
            return True
        return False


def command(kind, client, port, budget=BUDGET):
    """The command line of the client."""
    if kind == "socket":
        return [client, "127.0.0.1", port, budget]
    return [client, "--endpoint", f"http://127.0.0.1:{port}", "--max-wait-ms", "1",
            "--timeout", budget, "--database-name", "orders",
            "--resource-arn", ARNS["resourceArn"], "--secret-arn", ARNS["secretArn"]]


def controls(text):
    """The control characters in the output. JSON may contain DEL and above unescaped."""
    for line in text.split("\n"):
        yield from re.findall("[\0-\x1f]" if line.startswith("{") else "[\0-\x1f\x7f-\x9f]", line)


def check(kind, client, row):
    """Why the row does not hold, or None."""
    why, start, get, end = row
    end = end if isinstance(end, str) else end[kind == "socket"]
    with Peer(start, get) as peer:
        try:
            done = loopback.run(*command(kind, client, peer.port), timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return f"{why}: it does not end"
        elsewhere = peer.was_left_for_another()
    said = done[1] + done[2]
    good = (done[0] == (0 if re.search(DONE, said, re.M) else 1) and re.search(end, said, re.M)
            and not elsewhere and not peer.asked_in_vain and not list(controls(said)))
    return None if good else (f"{why}: exit status {done[0]}, {'elsewhere, ' if elsewhere else ''}"
                              f"{'a Get, ' if peer.asked_in_vain else ''}{said[-600:]!r}")


def check_arguments(kind, client, why, budget):
    """Why the arguments are not refused, or None."""
    status, _, said = loopback.run(*command(kind, client, "1", budget))
    return None if status == 2 and said.startswith("Usage: ") else f"{why}: {status}, {said!r}"


def check_memory():
    """Checks the memory of the largest client that ran."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{most} KiB")
    return None if most <= MEMORY_KIB else f"a client took {most} KiB"


def main():
    kind, client = sys.argv[1:3]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        failures = list(pool.map(lambda row: check(kind, client, row), ROWS))
    failures += [check_arguments(kind, client, *row) for row in ARGUMENTS]
    failures += [] if "--sanitized" in sys.argv[3:] else [check_memory()]
    return loopback.report(failures)


if __name__ == "__main__":
    sys.exit(main())
