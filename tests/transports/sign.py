#!/usr/bin/env python3
"""sign.py SIGN: tests what dsi_example_sign signs, and what it refuses to put into a head.
tests/interop/sign.test.mjs compares its signatures with AWS's; here is one for each operation."""
import os
import subprocess
import sys

import loopback

AT = ("us-east-1", "20261127T093000Z")
KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SESSION_TOKEN": "",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}
START = "Signature=861a0ae2b89c015937570e6d4302838663b4eb4f28497ab221eb5dbbf5d76ba0\r\n"
GET = "Signature=a86d7b86ea902f55231d45a6ff161ad1e6be70280eb56fac63cbddc323aee3fd\r\n"
REFUSED = "cannot be signed"

# Why, arguments, changes of the environment (None removes), exit status, printed words.
ROWS = [
    ("a Start", AT, {}, 0, START),
    ("a Get whose id has escapes", AT, {}, 0, GET),
    ("the signed headers are sorted", AT, {"AWS_SESSION_TOKEN": "t"}, 0,
     "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, "),
    ("the longest secret key", AT, {"AWS_SECRET_ACCESS_KEY": "k" * 128}, 0,
     "Signature="),
    ("a secret key that is too long", AT, {"AWS_SECRET_ACCESS_KEY": "k" * 129}, 1, REFUSED),
    ("an empty secret key", AT, {"AWS_SECRET_ACCESS_KEY": ""}, 1, REFUSED),
    ("no secret key", AT, {"AWS_SECRET_ACCESS_KEY": None}, 2, "must be set"),
    ("no key id", AT, {"AWS_ACCESS_KEY_ID": None}, 2, "must be set"),
    ("an empty key id", AT, {"AWS_ACCESS_KEY_ID": ""}, 1, REFUSED),
    ("a line end in the key id", AT, {"AWS_ACCESS_KEY_ID": "A\r\nX: y"}, 1, REFUSED),
    ("a key id that is too long", AT, {"AWS_ACCESS_KEY_ID": "A" * 400}, 1, REFUSED),
    ("a line end in the token", AT, {"AWS_SESSION_TOKEN": "t\nX: y"}, 1, REFUSED),
    ("a carriage return in the token", AT, {"AWS_SESSION_TOKEN": "t\r"}, 1, REFUSED),
    ("a space in the token", AT, {"AWS_SESSION_TOKEN": "a b"}, 1, REFUSED),
    ("a byte beyond ASCII in the token", AT, {"AWS_SESSION_TOKEN": "\xe9"}, 1, REFUSED),
    ("a line end in the region", ("a\r\nX:-y", AT[1]), {}, 1, REFUSED),
    ("another host in the region", ("a.example/", AT[1]), {}, 1, REFUSED),
    ("an empty region", ("", AT[1]), {}, 1, REFUSED),
    ("the longest region", ("r" * 63, AT[1]), {}, 0, "Signature="),
    ("a region that is too long", ("r" * 64, AT[1]), {}, 1, REFUSED),
    ("a date in another form", ("us-east-1", "2026-11-27T09:30:00Z"), {}, 1, REFUSED),
    ("a date with something after it", ("us-east-1", AT[1] + "\n"), {}, 1, REFUSED),
    ("a date that is cut short", ("us-east-1", AT[1][:-1]), {}, 1, REFUSED),
    ("an empty date", ("us-east-1", ""), {}, 1, REFUSED),
    ("a line end in the id is escaped", (*AT, "a\r\nb"), {}, 0, "/a%0D%0Ab?"),
    ("a line end in the page's token is escaped", (*AT, "a", "t\n"), {}, 0, "nextToken=t%0A "),
    ("an id that is a dot segment", (*AT, ".."), {}, 1, "HTTP clients remove '.' and '..'"),
    ("an id that is not UTF-8", (*AT, b"\xff"), {}, 1, "not UTF-8"),
    ("an empty id", (*AT, ""), {}, 1, "a required member is missing"),
    ("no date", AT[:1], {}, 2, "Usage"),
    ("too many arguments", (*AT, "a", "b", "c"), {}, 2, "Usage"),
]


def run(program, arguments, environment):
    """Runs the program. Returns its exit status, and both outputs as one text."""
    changed = os.environ | KEYS | environment
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, timeout=60, env={
                              name: value for name, value in changed.items() if value is not None})
    return done.returncode, done.stdout.decode("utf-8", "replace")


def check(program, row):
    """Why the row does not hold, or None."""
    why, arguments, environment, status, words = row
    found, said = run(program, arguments, environment)
    return None if found == status and words in said else f"{why}: exit status {found}, {said!r}"


def main():
    program = sys.argv[1]
    return loopback.report([check(program, row) for row in ROWS])


if __name__ == "__main__":
    sys.exit(main())
