#!/usr/bin/env python3
"""hostile_server.py MOCK [--sanitized]: sends thousands of an attacker's requests to one dsi-mock.
They break at every stage of a request. Afterwards the mock must use no more memory than after the
first hundred, answer as before, and end with status 0 when it is terminated.

With --sanitized there are fewer requests, and memory is not measured: LeakSanitizer checks it when
the mock ends.
"""
import concurrent.futures
import pathlib
import re
import socket
import sys
import time

import loopback
from mock import FIRST, GOOD, START, exchange, get, post

FEW, MANY, SANITIZED = 100, 10000, 1000
SLACK_KIB = 8 * 1024  # for fragments of the heap; the leak that this test was made for took 60 MiB
HEAD = f"POST {START} HTTP/1.1\r\nHost: x\r\n".encode()
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

# Every allocation is written to, so a lost one counts as resident memory. All threads share one
# heap, so its size does not depend on their schedule.
HEAP = {"MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1"}


def connect(port):
    return socket.create_connection(("127.0.0.1", int(port)), timeout=20)


def said_and_gone(sent):
    """Sends, and closes without reading the answer."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
    return attack


def said_and_reset(sent, length):
    """Sends, and resets after `length` bytes of the answer arrived."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
            if length > 0:
                wire.recv(length)
            loopback.reset(wire)
    return attack


def said_and_heard(sent):
    """Sends, and reads until the other side closes."""
    return lambda port: exchange(port, sent)


def slowly(sent, slow, pause):
    """Sends the end byte by byte. The mock may close before the last byte."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
            for byte in slow:
                wire.sendall(bytes([byte]))
                time.sleep(pause)
    return attack


def crowd(count):
    """Opens more connections at once than the mock accepts, and sends nothing."""
    def attack(port):
        wires = [connect(port) for _ in range(count)]
        for wire in wires:
            wire.close()
    return attack


# Why, the attack.
ROWS = [
    ("a connection without a byte", said_and_gone(b"")),
    ("a reset without a byte", said_and_reset(b"", 0)),
    ("half a request line", said_and_heard(b"GET /v1/data")),
    ("a request line without a version", said_and_heard(b"GET /\r\n\r\n")),
    ("a request line without a target", said_and_heard(b"GET  HTTP/1.1\r\n\r\n")),
    ("a request line of spaces", said_and_heard(b"GET" + 100 * b" " + b"\r\n\r\n")),
    ("a request line that fills the memory of its connection",
     said_and_heard(get("/" + 40000 * "a"))),
    ("an unknown version", said_and_heard(b"GET / HTTP/9.9\r\n\r\n")),
    ("another protocol", said_and_heard(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")),
    ("HTTP/2", said_and_heard(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
    ("an invalid method", said_and_heard(get(START, "\x1b[31m"))),
    ("a very long method", said_and_heard(get(START, 5000 * "A"))),
    ("3,000 parameters, which the mock drops",
     said_and_heard(get("/?" + 3000 * "&"))),
    ("3,000 parameters and a body", said_and_heard(post(GOOD, START + "?" + 3000 * "&"))),
    ("3,000 parameters, and the answer is not read", said_and_gone(get("/?" + 3000 * "&"))),
    ("NUL in the target", said_and_heard(get(FIRST + "\0"))),
    ("NUL in a header", said_and_heard(get(START)[:-2] + b"a\0b: c\0d\r\n\r\n")),
    ("half a header", said_and_heard(HEAD + b"Content-Le")),
    ("a header without a colon", said_and_heard(HEAD + b"Content-Length\r\n\r\n")),
    ("a folded header", said_and_heard(HEAD + b"A: b\r\n c\r\n\td\r\n\r\n")),
    ("a header that fills the memory", said_and_heard(HEAD + b"A: " + 40000 * b"a")),
    ("headers that fill the memory", said_and_heard(HEAD + 8000 * b"a: b\r\n")),
    ("far too many headers", said_and_heard(HEAD + 150000 * b"a: b\r\n")),
    ("an invalid length", said_and_heard(HEAD + b"Content-Length: x\r\n\r\n" + GOOD.encode())),
    ("a length below 0", said_and_heard(HEAD + b"Content-Length: -1\r\n\r\n")),
    ("a length that overflows",
     said_and_heard(HEAD + b"Content-Length: " + 30 * b"9" + b"\r\n\r\n{")),
    ("two lengths", said_and_heard(HEAD + 2 * b"Content-Length: 1\r\n" + b"\r\n{}")),
    ("a body that is longer", said_and_heard(post(GOOD + "{}", length=len(GOOD)))),
    ("a body that is cut", said_and_heard(post(GOOD, length=len(GOOD) + 1))),
    ("a body that never arrives", said_and_gone(post("{", length=60000))),
    ("a body that is reset", said_and_reset(post(GOOD, length=60000), 0)),
    ("a body that is announced by Expect, and never arrives",
     said_and_reset(HEAD + b"Expect: 100-continue\r\nContent-Length: 9\r\n\r\n", 10)),
    ("a body over the limit", said_and_heard(post(70000 * " "))),
    ("a chunk without a size", said_and_heard(CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n")),
    ("a chunk that claims all memory", said_and_heard(CHUNKED + b"ffffffffffffffff\r\n{}")),
    ("a chunk whose size is too long", said_and_heard(CHUNKED + 40000 * b"0")),
    ("a chunk that is cut", said_and_heard(CHUNKED + b"ff\r\n{}")),
    ("a chunk that is longer", said_and_heard(CHUNKED + b"1\r\n{}{}{}\r\n0\r\n\r\n")),
    ("no last chunk", said_and_gone(CHUNKED + b"2\r\n{}\r\n")),
    ("pipelined, and the answers are not read",
     said_and_gone(20 * get(FIRST).replace(b"Connection: close\r\n", b""))),
    ("pipelined, the last is broken",
     said_and_heard(5 * get(FIRST).replace(b"Connection: close\r\n", b"") + b"GET /?"
                    + 3000 * b"&" + b" HTTP/1.1\r\n\r\n")),
    ("reset before the answer", said_and_reset(get(FIRST), 0)),
    ("reset in the head of the answer", said_and_reset(get(FIRST), 20)),
    ("reset in the middle of the answer", said_and_reset(get(FIRST + "?maxResults=25"), 1000)),
]

# Attacks that take time run only once each.
SLOW = [
    ("a head whose bytes arrive slowly", slowly(b"", get(FIRST), 0.01)),
    ("a body whose bytes arrive slowly",
     slowly(post("", length=len(GOOD)), GOOD[:-1].encode(), 0.005)),
    ("3,000 parameters, then bytes that arrive slowly",
     slowly(get("/?" + 3000 * "&")[:-4], b"\r\nA: b", 0.01)),
    ("more connections than are accepted", crowd(200)),
]


def attempt(port, attack):
    """Runs an attack. The mock may close the connection before it ends."""
    try:
        attack(port)
    except (ConnectionError, BrokenPipeError):
        pass


def resident(process):
    """The resident memory in KiB. Before, kernel and threads get time to finish."""
    time.sleep(0.2)
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"^VmRSS:\s*(\d+) kB$", text, re.M)[1])


def attack_with(port, pool, count):
    """Sends `count` requests, equally many from each row."""
    for _ in pool.map(lambda i: attempt(port, ROWS[i % len(ROWS)][1]), range(count)):
        pass


def answers(port, why):
    """Why the mock does not answer as it must, or None. For a moment, it may still count closed
    connections as open."""
    for _ in range(50):
        if said := exchange(port, post(GOOD)):
            break
        time.sleep(0.1)
    return None if said.startswith(b"HTTP/1.1 200 ") else f"{why}: {said!r}"


def check(program, is_sanitized):
    """Yields why something does not hold, or None."""
    many = SANITIZED if is_sanitized else MANY
    with (loopback.process(program, "--processing", "0", "--models", "25", "--page", "25",
                           env=HEAP) as (process, port, _),
          concurrent.futures.ThreadPoolExecutor(4) as pool):
        yield answers(port, "before")
        attack_with(port, pool, FEW)
        before = resident(process)
        for why, attack in ROWS + SLOW:
            attempt(port, attack)
            yield answers(port, why)
        attack_with(port, pool, many)
        after = resident(process)
        yield answers(port, "after all")
        print(f"{before} KiB after {FEW} requests, {after} KiB after {many}")
        yield None if is_sanitized or after - before <= SLACK_KIB else "the mock leaks memory"


def main():
    return loopback.report(list(check(sys.argv[1], "--sanitized" in sys.argv[2:])))


if __name__ == "__main__":
    sys.exit(main())
