#!/usr/bin/env python3
"""hostile_server.py MOCK [--sanitized]: requests that break at every stage, thousands of them,
to one dsi-mock. It must take no more memory after all than after the first hundred, answer
as before, and end well when it is told to.

With --sanitized they are fewer, and memory is not looked at: LeakSanitizer does that when the
mock ends.
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
SLACK_KIB = 8 * 1024  # what the heap may be scattered; the leak that this is for took 60 MiB
HEAD = f"POST {START} HTTP/1.1\r\nHost: x\r\n".encode()
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

# Every allocation is written to, so none that is lost stays out of the resident memory; and
# threads share one heap, whose size does not depend on how they are scheduled.
HEAP = {"MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1"}


def connect(port):
    return socket.create_connection(("127.0.0.1", int(port)), timeout=20)


def said_and_gone(sent):
    """Sends, and does not stay for the answer."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
    return attack


def said_and_reset(sent, length):
    """Resets once so many bytes of the answer are there."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
            if length > 0:
                wire.recv(length)
            loopback.reset(wire)
    return attack


def said_and_heard(sent):
    """Sends, and reads until the other side ends."""
    return lambda port: exchange(port, sent)


def slowly(sent, slow, pause):
    """The end comes a byte at a time; the mock may hang up before the last."""
    def attack(port):
        with connect(port) as wire:
            wire.sendall(sent)
            for byte in slow:
                wire.sendall(bytes([byte]))
                time.sleep(pause)
    return attack


def crowd(count):
    """More connections at once than the mock takes, which say nothing."""
    def attack(port):
        wires = [connect(port) for _ in range(count)]
        for wire in wires:
            wire.close()
    return attack


# Why, what is done.
ROWS = [
    ("says nothing, and goes", said_and_gone(b"")),
    ("says nothing, and resets", said_and_reset(b"", 0)),
    ("half a request line", said_and_heard(b"GET /v1/data")),
    ("a request line without a version", said_and_heard(b"GET /\r\n\r\n")),
    ("a request line without a target", said_and_heard(b"GET  HTTP/1.1\r\n\r\n")),
    ("a request line of blanks", said_and_heard(b"GET" + 100 * b" " + b"\r\n\r\n")),
    ("a request line that fills the memory of its connection",
     said_and_heard(get("/" + 40000 * "a"))),
    ("a version that nobody knows", said_and_heard(b"GET / HTTP/9.9\r\n\r\n")),
    ("another protocol", said_and_heard(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")),
    ("HTTP/2", said_and_heard(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
    ("a method that is none", said_and_heard(get(START, "\x1b[31m"))),
    ("a very long method", said_and_heard(get(START, 5000 * "A"))),
    ("3,000 parameters: dropped once the target is known",
     said_and_heard(get("/?" + 3000 * "&"))),
    ("the same with a body", said_and_heard(post(GOOD, START + "?" + 3000 * "&"))),
    ("the same, and gone", said_and_gone(get("/?" + 3000 * "&"))),
    ("NUL in the target", said_and_heard(get(FIRST + "\0"))),
    ("NUL in a header", said_and_heard(get(START)[:-2] + b"a\0b: c\0d\r\n\r\n")),
    ("half a header", said_and_heard(HEAD + b"Content-Le")),
    ("a header without a colon", said_and_heard(HEAD + b"Content-Length\r\n\r\n")),
    ("a folded header", said_and_heard(HEAD + b"A: b\r\n c\r\n\td\r\n\r\n")),
    ("a header that fills the memory", said_and_heard(HEAD + b"A: " + 40000 * b"a")),
    ("headers that fill the memory", said_and_heard(HEAD + 8000 * b"a: b\r\n")),
    ("headers without an end", said_and_heard(HEAD + 150000 * b"a: b\r\n")),
    ("a length that is none", said_and_heard(HEAD + b"Content-Length: x\r\n\r\n" + GOOD.encode())),
    ("a length below 0", said_and_heard(HEAD + b"Content-Length: -1\r\n\r\n")),
    ("a length that overflows",
     said_and_heard(HEAD + b"Content-Length: " + 30 * b"9" + b"\r\n\r\n{")),
    ("two lengths", said_and_heard(HEAD + 2 * b"Content-Length: 1\r\n" + b"\r\n{}")),
    ("a body that is longer", said_and_heard(post(GOOD + "{}", length=len(GOOD)))),
    ("a body that is cut", said_and_heard(post(GOOD, length=len(GOOD) + 1))),
    ("a body that does not come", said_and_gone(post("{", length=60000))),
    ("a body that is reset", said_and_reset(post(GOOD, length=60000), 0)),
    ("a body that is asked for, and does not come",
     said_and_reset(HEAD + b"Expect: 100-continue\r\nContent-Length: 9\r\n\r\n", 10)),
    ("a body over the limit", said_and_heard(post(70000 * " "))),
    ("a chunk without a size", said_and_heard(CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n")),
    ("a chunk of all memory", said_and_heard(CHUNKED + b"ffffffffffffffff\r\n{}")),
    ("a chunk whose size has no end", said_and_heard(CHUNKED + 40000 * b"0")),
    ("a chunk that is cut", said_and_heard(CHUNKED + b"ff\r\n{}")),
    ("a chunk that is longer", said_and_heard(CHUNKED + b"1\r\n{}{}{}\r\n0\r\n\r\n")),
    ("no last chunk", said_and_gone(CHUNKED + b"2\r\n{}\r\n")),
    ("pipelined, and gone", said_and_gone(20 * get(FIRST).replace(b"Connection: close\r\n", b""))),
    ("pipelined, the last is broken",
     said_and_heard(5 * get(FIRST).replace(b"Connection: close\r\n", b"") + b"GET /?"
                    + 3000 * b"&" + b" HTTP/1.1\r\n\r\n")),
    ("reset before the answer", said_and_reset(get(FIRST), 0)),
    ("reset in the head of the answer", said_and_reset(get(FIRST), 20)),
    ("reset in the middle of the answer", said_and_reset(get(FIRST + "?maxResults=25"), 1000)),
]

# What takes its time is done a few times, side by side with the rest.
SLOW = [
    ("a head in slow bytes", slowly(b"", get(FIRST), 0.01)),
    ("a body in slow bytes", slowly(post("", length=len(GOOD)), GOOD[:-1].encode(), 0.005)),
    ("3,000 parameters, and slow bytes", slowly(get("/?" + 3000 * "&")[:-4], b"\r\nA: b", 0.01)),
    ("more than may connect", crowd(200)),
]


def attempt(port, attack):
    """That the mock hangs up while a row goes on is its good right."""
    try:
        attack(port)
    except (ConnectionError, BrokenPipeError):
        pass


def resident(process):
    """In KiB, once what the kernel and threads have still to do is done."""
    time.sleep(0.2)
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"^VmRSS:\s*(\d+) kB$", text, re.M)[1])


def attack_with(port, pool, count):
    """So many requests, of each row as many."""
    for _ in pool.map(lambda i: attempt(port, ROWS[i % len(ROWS)][1]), range(count)):
        pass


def answers(port, why):
    """Why it does not answer as it should, or None. Those that are gone may still be counted as
    connected for a moment."""
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
        yield None if is_sanitized or after - before <= SLACK_KIB else "that is a leak"


def main():
    return loopback.report(list(check(sys.argv[1], "--sanitized" in sys.argv[2:])))


if __name__ == "__main__":
    sys.exit(main())
