#!/usr/bin/env -S python3 -B
"""Checks that each link of a document leads to a file of the project, or to a heading.

    links.py SOURCE: SOURCE is the folder of the project, or of the installed documents.
"""
import pathlib
import re
import sys

import prose

LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)


def anchor(heading):
    """The name of a heading in a link, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(path):
    """The anchors of a document."""
    return {anchor(found) for found in HEADING.findall(prose.without_blocks(prose.read(path)))}


def is_there(path, link):
    """Returns whether a link in the document at `path` has a target."""
    name, _, part = link.partition("#")
    target = path.parent / name if name else path
    return target.exists() and (not part or part in anchors(target))


def main():
    """See above."""
    source = pathlib.Path(sys.argv[1])
    count, wrong = 0, 0
    for path in prose.documents(source):
        for link in LINK.findall(prose.without_code(prose.read(path))):
            if not re.match(r"\w+:", link):
                count += 1
                if not is_there(path, link):
                    wrong += 1
                    print(f"{path.relative_to(source)}: {link} leads nowhere")
    print(f"{count} links, {wrong} of them wrong")
    return 1 if wrong or count < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
