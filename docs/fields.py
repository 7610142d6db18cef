#!/usr/bin/env -S python3 -B
"""Writes the fields of each message into dsi.1.scd, as the program's help lists them.

    fields.py PROGRAM
"""
import pathlib
import re
import sys
import textwrap

FOLDER = pathlib.Path(__file__).resolve().parent
PAGE = FOLDER / "dsi.1.scd"
sys.path.append(str(FOLDER.parent / "tests/docs"))

import helptext  # noqa: E402  (its folder must be known first)

# The lists stand between a command's description and its other options.
LISTS = re.compile(r"(?<=\n)Fields of .*?(?=\nOptions:\n)", re.S)


def marked(value):
    """A value as the page marks it: _WORD_, or *one*|*another*."""
    if "|" not in value:
        return f" _{value}_" if value else ""
    return " " + "|".join(word if word == "..." else f"*{word}*" for word in value.split("|"))


def listed(messages, fields):
    """The list of fields that these messages have."""
    lines = [f"Fields of {' and '.join(messages)}:", ""]
    for name, (value, words) in fields.items():
        lines += [f"*--{name}*{marked(value)}", *textwrap.wrap(
            words, 88, initial_indent="\t", subsequent_indent="\t")]
    return "\n".join(lines) + "\n"


def main():
    """See above."""
    program = sys.argv[1]
    groups = []
    for message in helptext.messages(program):
        fields = helptext.fields(program, message)
        same = [names for names, others in groups if others == fields]
        if same:
            same[0].append(message)
        elif fields:
            groups.append(([message], fields))
    groups.sort(key=lambda group: len(group[0]))
    lists = "\n".join(listed(*group) for group in groups)
    PAGE.write_text(LISTS.sub(lambda _: lists, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


main()
