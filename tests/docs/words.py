#!/usr/bin/env -S python3 -B
"""Checks that aspell knows each word of the documents, or that docs/words.txt lists it.

    words.py ASPELL SOURCE: SOURCE is the folder of the project.

Documents are in Markdown (*.md) and scdoc (*.scd). Comments of public headers are read
as well. Code is skipped: blocks, spans, and words with a digit, a '_' or a capital
inside.
"""
import pathlib
import re
import subprocess
import sys

import prose

LIST = "docs/words.txt"
# A text between blanks that names a file, a function, an option or an address.
NAME = re.compile(r"\S*(?:[A-Za-z0-9]_|_[A-Za-z0-9]|[a-z][A-Z]|\w\(|--\w|[\w.]/|\.\w|\\|\d|@|%)\S*")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def texts(source):
    """Each file that has prose, and its prose."""
    for path in prose.documents(source):
        yield path, prose.of_document(prose.read(path))
    for path in prose.files(source, ".scd"):
        yield path, prose.of_manual(prose.read(path))
    for path in sorted((source / "include/dsi").glob("*.h")):
        yield path, prose.of_header(prose.read(path))


def words(text):
    """Each word of a text, and the number of its line."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in WORD.findall(NAME.sub(" ", line)):
            yield re.sub(r"'s$", "", found), number


def unknown(aspell, wanted):
    """The words that aspell does not know. A first capital does not matter."""
    ran = subprocess.run([aspell, "list", "--lang=en_GB", "--encoding=utf-8", "--ignore=0"],
                         input="\n".join(sorted(wanted)), stdout=subprocess.PIPE,
                         encoding="utf-8", check=True)
    return {word: plain(word, wanted) for word in ran.stdout.split()}


def plain(word, wanted):
    """The word without its first capital, if it also occurs like that."""
    lower = word[0].lower() + word[1:]
    return lower if lower in wanted else word


def main():
    """See above."""
    aspell, source = sys.argv[1], pathlib.Path(sys.argv[2])
    own = prose.read(source / LIST).splitlines()
    places = {}
    for path, text in texts(source):
        for word, number in words(text):
            places.setdefault(word, []).append(f"{path.relative_to(source)}:{number}")
    strange = unknown(aspell, places)
    wrong = [f"{place}: {word}" for word, known in strange.items() if known not in own
             for place in places[word]]
    wrong += [f"{LIST}: {word} is not in alphabetical order"
              for word, after in zip(own, own[1:]) if word >= after]
    wrong += [f"{LIST}: nothing needs {word}" for word in own if word not in strange.values()]
    print("\n".join(sorted(wrong)) or f"{len(places)} words, {len(own)} of them our own")
    return 1 if wrong or len(places) < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
