"""Starts a mock on loopback, and runs clients against it."""
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
    """Yields a running mock, its port, and a list. After the mock ended, the list has the lines
    of --verbose. The mock must end with status 0 when it is terminated."""
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
    """As process, but yields only port and lines."""
    with process(program, *options) as (_, port, lines):
        yield port, lines


def sanitized():
    """Gives sanitizers an exit status that no program uses, so their errors are noticed."""
    return {name: f"{os.environ.get(name, '')}:exitcode=99"
            for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


def run(*command, timeout=60):
    """Runs a client. Returns its exit status, standard output and standard error."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", env=os.environ | KEYS | sanitized(),
                          timeout=timeout)
    return done.returncode, done.stdout, done.stderr


def reset(wire):
    """Closes a connection with a reset, so the next write of the other side fails."""
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def report(rows):
    """Prints why rows do not hold: each row is None or such words. Returns the exit status."""
    failures = [row for row in rows if row]
    for failure in failures:
        print(failure)
    print(f"{len(rows) - len(failures)} of {len(rows)} rows hold")
    return 1 if failures else 0
