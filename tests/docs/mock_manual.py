#!/usr/bin/env -S python3 -B
"""Checks that dsi-mock.1 says of each option and fault what dsi-mock --help says.

    mock_manual.py MOCK SOURCE: MOCK is the program, SOURCE the folder of the project.
"""
import pathlib
import re
import subprocess
import sys

# An entry of the help: "  --port N   words" or "  cut   words", on one or more lines.
SAID = re.compile(r"^  ((?:--)?[a-z][\w-]*(?: [A-Z][\w@\[\]]*)?)  +(.*(?:\n {10,}.*)*)", re.M)
# An entry of the page: *--port* _N_, and words on the next lines.
WRITTEN = re.compile(r"^\*((?:--)?[a-z][\w-]*)\*(?: _([^_\n]*)_)?\n((?:\t.*\n)+)", re.M)


def main():
    """See above."""
    mock, source = sys.argv[1], pathlib.Path(sys.argv[2])
    text = subprocess.run([mock, "--help"], check=True, stdout=subprocess.PIPE,
                          encoding="utf-8").stdout.partition("\nOptions:\n")[2]
    page = (source / "docs/dsi-mock.1.scd").read_text(encoding="utf-8")
    page = page.partition("\n# OPTIONS\n")[2]
    said = {name: " ".join(words.split()) for name, words in SAID.findall(text)}
    written = {f"{name} {value}".strip(): " ".join(words.split())
               for name, value, words in WRITTEN.findall(page)}
    wrong = [name for name in sorted(said.keys() | written.keys())
             if said.get(name) != written.get(name)]
    for name in wrong:
        print(f"{name}:\n  should be {said.get(name)}\n  but is    {written.get(name)}")
    print(f"{len(said)} options and faults, {len(wrong)} of them wrong")
    return 1 if wrong or len(said) < 18 else 0


sys.exit(main())
