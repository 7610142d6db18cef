#!/usr/bin/env -S python3 -B
"""Checks that dsi.1 and dsi.3 agree with the program and the headers.

    manual.py PROGRAM SOURCE: PROGRAM is dsi, SOURCE the folder of the project.
"""
import pathlib
import re
import sys

import helptext

# *--name*, and after one blank its value: _WORD_, '_WORD_: _WORD_' or *one*|*another*.
OPTION = re.compile(r"\*--([a-z0-9-]+)\*(?: ('?_[^*\n]*?_'?|"
                    r"\*[\w-]+\*(?:\|\*[\w-]+\*)*(?:\|\.\.\.)?)(?=[\s,.]))?")

# A list of fields, each with a description.
FIELDS = re.compile(r"^Fields of ([^:\n]+):\n\n((?:[*\t].*\n)+)", re.M)
FIELD = re.compile(OPTION.pattern + r"\n((?:\t.*\n)+)")


def sections(page):
    """The text of each section, by its heading."""
    parts = re.split(r"^# (.*)$", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def options(section):
    """The options of a section of the page, in the form of helptext.options."""
    found = {}
    for name, value in OPTION.findall(section):
        found.setdefault(name, set()).update(helptext.values(re.sub("[*_]", "", value)))
    return found


def fields(section):
    """The fields of each message, in the form of helptext.fields."""
    return {message: {name: (re.sub("[*_]", "", value), " ".join(words.split()))
                      for name, value, words in FIELD.findall(listed)}
            for messages, listed in FIELDS.findall(section)
            for message in re.split(", | and ", messages)}


def check_fields(program, section):
    """The page's fields beside the program's, in the form of check_program."""
    written = fields(section)
    for message in helptext.messages(program):
        listed = written.pop(message, {})
        for name, said in helptext.fields(program, message).items():
            yield f"--{name} of {message}", said, listed.pop(name, None)
        yield f"unknown fields of {message}", {}, listed
    yield "unknown messages", {}, written


def check_program(program, page, headers):
    """dsi.1 beside the program. Yields pairs that should be equal, each with a name."""
    commands = helptext.commands(program)
    yield ("commands of the synopsis", commands,
           re.findall(r"^\*dsi ([a-z]+)\* ", page["SYNOPSIS"], re.M))
    yield ("messages", helptext.messages(program),
           re.findall(r"^\*([a-z-]+)\*$", page["DESCRIPTION"], re.M))
    for command in commands:
        yield (f"options of {command}", helptext.options(program, command),
               options(page[command.upper()]))
    yield from check_fields(program, page["ENCODE"])
    written = dict(re.findall(r"^\*([0-9])\*\n\t(.*)", page["EXIT STATUS"], re.M))
    for number, words in helptext.exit_statuses(program).items():
        yield f"exit status {number}", words, written.pop(number, "")[:len(words)]
    yield "unknown exit statuses", {}, written
    for name in "BYTES", "DEPTH", "TOKEN":
        number = re.search(rf"DSI_MAX_{name}_DEFAULT (\d+)u", headers)[1]
        said = re.search(rf"\*--max-{name.lower()}\* _N_\n(?:\t.*\n)+", page["LIMITS"])[0]
        yield f"default of --max-{name.lower()}", True, f" {number} " in said


def check_library(page, text, headers, names):
    """dsi.3 beside the headers, in the form of check_program."""
    listed = re.findall(r"\*<dsi/([a-z_]+)\.h>\*", page["DESCRIPTION"])
    yield "headers", sorted(names - {"export"}), sorted(listed)
    yield ("bands", re.findall(r"^    (DSI_BAND_[A-Z]+) = [1-9]", headers, re.M),
           re.findall(r"(DSI_BAND_[A-Z]+)\n", page["ERRORS"]))
    declared = set(re.findall(r"\b(dsi_[a-z_0-9]+)\(", headers))
    yield "functions that no header has", set(), set(
        re.findall(r"\b(dsi_[a-z_0-9]+)\*?\(", text)) - declared


def without(said, other):
    """The text, or the entries of a dictionary that differ in the other one."""
    if not isinstance(said, dict):
        return said
    return {name: value for name, value in said.items()
            if name not in other or other[name] != value}


def main():
    """See above."""
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted((source / "include/dsi").glob("*.h"))
    headers = "".join(file.read_text(encoding="utf-8") for file in files)
    pages = [(source / f"docs/dsi.{n}.scd").read_text(encoding="utf-8") for n in (1, 3)]
    codes = set(re.findall(r"DSI_[EB][A-Z0-9_]*[A-Z]", "".join(pages)))
    checks = [*check_program(program, sections(pages[0]), headers),
              *check_library(sections(pages[1]), pages[1], headers,
                             {file.stem for file in files}),
              ("codes that no header has", set(),
               {code for code in codes if not re.search(rf"\b{code}\b", headers)})]
    wrong = [check for check in checks if check[1] != check[2]]
    for name, expected, written in wrong:
        print(f"{name}:\n  should be {without(expected, written)}"
              f"\n  but is    {without(written, expected)}")
    print(f"{len(checks)} facts in the manual pages, {len(wrong)} of them wrong")
    return 1 if wrong else 0


sys.exit(main())
