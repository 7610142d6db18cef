"""A mock on loopback, and a client that is run against it."""
import contextlib
import os
import re
import subprocess
import tempfile

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_SESSION_TOKEN": "", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


@contextlib.contextmanager
def process(program, *options, **settings):
    """Yields a mock that runs, and its port. It must end well when it is told to."""
    started = subprocess.Popen([program, *options], stdout=subprocess.PIPE, encoding="utf-8",
                               env=os.environ | settings.pop("env", {}), **settings)
    try:
        said = started.stdout.readline()
        port = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", said)
        if port is None:
            raise AssertionError(f"the mock says {said!r}")
        yield started, port[1]
    finally:
        started.terminate()
        started.communicate(timeout=30)
    if started.returncode != 0:
        raise AssertionError(f"the mock ends with {started.returncode}")


@contextlib.contextmanager
def mock(program, *options):
    """Yields the port, and a list that holds the lines of --verbose at the end."""
    lines = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        try:
            with process(program, "--verbose", *options, stderr=said) as (_, port):
                yield port, lines
        finally:
            said.seek(0)
            lines.extend(said.read().splitlines())


def run(*command):
    """Exit status, standard output and standard error of a client."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", env=os.environ | KEYS, timeout=60)
    return done.returncode, done.stdout, done.stderr


def report(failures, rows):
    """Says what failed; the exit status of the test."""
    for failure in failures:
        print(failure)
    print(f"{rows - len(failures)} of {rows} rows hold")
    return 1 if failures else 0
