#!/usr/bin/env -S python3 -B
"""Checks README.md: its length, the width of its prose, and its map of the root.

    readme.py SOURCE: SOURCE is the folder of the project.
"""
import pathlib
import re
import sys

import prose

LINES = 120  # it must have fewer
WIDTH = 130  # columns of prose, without the addresses of links
# Folders of git and of builds.
NOT_MAPPED = {".git", "build", "generated"}


def wide(text):
    """The lines of prose that are too wide. A table, a picture or code cannot be
    wrapped."""
    for number, line in enumerate(prose.without_blocks(text).splitlines(), 1):
        if len(re.sub(r"\]\([^()\s]+\)", "]", line)) > WIDTH and line[0] not in "|!":
            yield f"line {number} has more than {WIDTH} columns"


def unmapped(text, source):
    """The entries of the root that no row of a table begins with."""
    heads = "".join(re.findall(r"^\| ([^|]*`[^|]*) \|", text, re.M))
    mapped = {name.rstrip("/") for name in re.findall(r"`([^`]+)`", heads)}
    return sorted({path.name for path in source.iterdir()} - NOT_MAPPED - mapped)


def main():
    """See above."""
    source = pathlib.Path(sys.argv[1])
    text = prose.read(source / "README.md")
    count = len(text.splitlines())
    wrong = [f"it has {count} lines, not fewer than {LINES}"] if count >= LINES else []
    wrong += wide(text)
    wrong += [f"{name} of the root is not in a table" for name in unmapped(text, source)]
    print("\n".join(f"README.md: {words}" for words in wrong) or f"README.md: {count} lines")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
