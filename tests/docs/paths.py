#!/usr/bin/env -S python3 -B
"""Checks that each file exists that a document or a comment names.

    paths.py SOURCE: SOURCE is the folder of the project.
"""
import pathlib
import re
import sys

ROOMS = ["bench", "cmake", "codec", "docs", "examples", "fuzz", "include", "poll", "schema", "tests", "tool",
         "vectors"]
NAMED = re.compile(rf"(?<![\w./-])(?:{'|'.join(ROOMS)})/[\w./-]*\.(?:[ch]|re|py|md|scd|patch|txt)\b")
TEXTS = {".c", ".h", ".re", ".md", ".scd", ".py", ".in"}
# The change log may name files that no longer exist.
HISTORY = "CHANGELOG.md"


def texts(source):
    """Every file that can name a file."""
    yield from source.glob("*.md")
    for room in ROOMS:
        yield from (path for path in (source / room).rglob("*") if path.suffix in TEXTS)


def missing(source, path):
    """The names in a file that no file has."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return [f"{path.relative_to(source)}: there is no {name}"
            for name in sorted(set(NAMED.findall(text))) if not (source / name).exists()]


def main():
    """See above."""
    source = pathlib.Path(sys.argv[1])
    paths = [path for path in texts(source) if path.name != HISTORY]
    wrong = [words for path in paths for words in missing(source, path)]
    print("\n".join(wrong) or f"{len(paths)} files name only files that exist")
    return 1 if wrong or len(paths) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
