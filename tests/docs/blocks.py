#!/usr/bin/env python3
"""Checks that the blocks of a document agree with the sources and the program.

    blocks.py SOURCE BUILD [DOCUMENT...] [--all DOCUMENT...]

A block after the mark <!-- FILE --> must stand in that file, line for line. Its indent
may differ. In a block after <!-- run -->, each command, "$ ...", is run in SOURCE, and
must print the lines after it. A line "..." stands for any number of lines, and
build/dev means BUILD. After --all, every block of C and of a console needs such a mark.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import textwrap

BLOCK = re.compile(r"(?:^<!-- (\S+) -->\n)?^```(\w*)\n(.*?)^```$", re.M | re.S)


def stands_in(block, text):
    """Returns whether the block stands in the text, line for line."""
    wanted = textwrap.dedent(block).splitlines()
    lines = text.splitlines()
    return any(textwrap.dedent("\n".join(lines[at:at + len(wanted)])).splitlines() == wanted
               for at in range(len(lines) - len(wanted) + 1))


def commands(block):
    """Each command of a console block, and the lines that it prints."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, printed = re.match(r"((?:[^\n]*\\\n)*[^\n]*)\n?(.*)", part, re.S).groups()
        yield command, printed


def prints(command, printed, source, build):
    """What a command prints, or None if that is the expected text."""
    path = f"{build}:{os.environ['PATH']}"
    command = command.replace("build/dev", shlex.quote(build))
    ran = subprocess.run(["bash", "-c", command], check=False, cwd=source,
                         env={**os.environ, "PATH": path},
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, encoding="utf-8")
    pattern = re.sub(r"^\\\.\\\.\\\.\\\n", r"(?:.*\\n)*", re.escape(printed), flags=re.M)
    whole = ran.stdout if ran.stdout.endswith("\n") or not ran.stdout else f"{ran.stdout}\n"
    return None if re.fullmatch(pattern, whole) else whole


def mismatches(mark, block, source, build):
    """The mismatches of a block that has a mark, in words."""
    if mark == "run":
        for command, printed in commands(block):
            found = prints(command, printed, source, build)
            if found is not None:
                yield f"$ {command}\n{textwrap.indent(found, '  prints  ')}"
    elif not (source / mark).is_file():
        yield f"there is no file {mark}"
    elif not stands_in(block, (source / mark).read_text(encoding="utf-8")):
        yield f"does not stand in {mark}:\n{textwrap.indent(block, '  ')}"


def main():
    """See above."""
    source, build, *documents = sys.argv[1:]
    source = pathlib.Path(source)
    every, count, wrong = False, 0, 0
    for document in documents:
        if document == "--all":
            every = True
            continue
        text = (source / document).read_text(encoding="utf-8")
        for found in BLOCK.finditer(text):
            mark, language, block = found.groups()
            said = []
            if mark is not None:
                count += 1
                said = list(mismatches(mark, block, source, build))
            elif every and language in ("c", "console"):
                said = ["a block without a mark"]
            wrong += len(said)
            for words in said:
                print(f"{document}:{text.count(chr(10), 0, found.start(2)) + 1}: {words}")
    print(f"{count} blocks, {wrong} errors")
    return 1 if wrong else 0


sys.exit(main())
