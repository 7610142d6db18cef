"""A mock on loopback, and a client that is run against it."""
import contextlib
import os
import re
import socket
import struct
import subprocess
import tempfile

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_SESSION_TOKEN": "", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


@contextlib.contextmanager
def process(program, *options, env=None):
    """Yields a mock that runs, its port, and a list that holds the lines of --verbose at the
    end. It must end well when it is told to."""
    lines = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        started = subprocess.Popen([program, "--verbose", *options], stdout=subprocess.PIPE,
                                   stderr=said, encoding="utf-8", env=os.environ | (env or {}))
        try:
            first = started.stdout.readline()
            port = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", first)
            if port is None:
                raise AssertionError(f"the mock says {first!r}")
            yield started, port[1], lines
        finally:
            started.terminate()
            started.communicate(timeout=30)
            said.seek(0)
            lines.extend(said.read().splitlines())
        if started.returncode != 0:
            raise AssertionError(f"the mock ends with {started.returncode}: {lines[-20:]}")


@contextlib.contextmanager
def mock(program, *options):
    """The same without the process."""
    with process(program, *options) as (_, port, lines):
        yield port, lines


def sanitized():
    """What a sanitizer finds must not pass for an exit status of the program's own."""
    return {name: f"{os.environ.get(name, '')}:exitcode=99"
            for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


def run(*command, timeout=60):
    """Exit status, standard output and standard error of a client."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", env=os.environ | KEYS | sanitized(),
                          timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def reset(wire):
    """Lets a connection end so that the other side's next write fails."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def report(rows):
    """Says why rows do not hold, of which each is None or words; the exit status of the test."""
    failures = [row for row in rows if row]
    for failure in failures:
        print(failure)
    print(f"{len(rows) - len(failures)} of {len(rows)} rows hold")
    return 1 if failures else 0
