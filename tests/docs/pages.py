#!/usr/bin/env -S python3 -B
"""Checks the manual pages of the headers: none is missing, mandoc has no objection, and
each word of a header's comments is on its page.

    pages.py MANDOC PAGES SOURCE: PAGES is the folder with the pages, SOURCE the project's.
"""
import collections
import pathlib
import re
import subprocess
import sys

import prose

DECLARED = re.compile(r"^(?:DSI_API|static inline) [^;{(]*?(dsi_\w+)\(", re.M)
WORD = re.compile(r"\w+")


def printed(mandoc, page):
    """The page as text, without overstriking."""
    ran = subprocess.run([mandoc, "-T", "utf8", "-O", "width=200", page], check=True,
                         stdout=subprocess.PIPE, encoding="utf-8")
    return re.sub(".\b", "", ran.stdout)


def comments(text):
    """The comments of a header. Those inside a function are not for readers."""
    text = re.sub(r"^\{\n.*?^\}\n", "", text, flags=re.M | re.S)
    return " ".join(re.findall(r"/\*.*?\*/", text, re.S)).upper()


def lacking(mandoc, page, header):
    """The words of the header's comments that are not on its page as often."""
    wanted = collections.Counter(WORD.findall(comments(prose.read(header))))
    return wanted - collections.Counter(WORD.findall(printed(mandoc, page).upper()))


def objections(mandoc, pages, header):
    """What is wrong with a header's page, and with those of its functions."""
    page = pages / ("dsi.h.3" if header.stem == "dsi" else f"dsi_{header.stem}.h.3")
    if not page.is_file():
        yield "there is no page"
        return
    ran = subprocess.run([mandoc, "-T", "lint", "-W", "warning", page], check=False,
                         stdout=subprocess.PIPE, encoding="utf-8")
    yield from ran.stdout.splitlines()
    # The page leaves out "dsi/start.h".
    missing = lacking(mandoc, page, header) - collections.Counter(["DSI", header.stem.upper(), "H"])
    if missing:
        yield f"not on the page: {sorted(missing)}"
    for name in DECLARED.findall(prose.read(header)):
        alias = pages / f"{name}.3"
        if not alias.is_file() or alias.resolve() != page.resolve():
            yield f"{name} does not lead to the page"


def main():
    """See above."""
    mandoc, pages, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    headers = sorted((source / "include/dsi").glob("*.h"))
    headers = [header for header in headers if header.stem != "export"]
    wrong = [f"{header.name}: {words}" for header in headers
             for words in objections(mandoc, pages, header)]
    print("\n".join(wrong) or f"{len(headers)} headers have a page, "
          f"{len(list(pages.glob('*.3'))) - len(headers)} functions lead to it")
    return 1 if wrong or len(headers) < 15 else 0


sys.exit(main())
