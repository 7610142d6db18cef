#!/usr/bin/env -S python3 -B
"""Makes a manual page of each public header, and a link to it for each of its functions.

    headers.py VERSION FOLDER [--gzip] HEADER...

The page of dsi/start.h is dsi_start.h(3). It has nothing but what the header says: the
first comment is its description, a ruled comment begins a section, and each declaration
has a part with the comment before it. FOLDER is emptied first.
"""
import datetime
import gzip
import os
import pathlib
import re
import shutil
import sys
import textwrap
import time

RULE = re.compile(r"/\* -{5,} (.*) \*/\n")
COMMENT = re.compile(r"^(/\*.*?\*/\n)", re.M | re.S)
FUNCTION = re.compile(r"^(?:DSI_API|static inline) ([^;{(]*?(\w+)\([^;{]*\))(?:;|\n\{)", re.M)
# What a declaration gives a name: a struct or enum, any other type, a type of function.
NAMED = re.compile(r"^\} (\w+);|^#define (\w+)|^typedef [^{;(]*?\b(\w+)(?:;|\()"
                   r"|^typedef enum [^\n]*\} (\w+);", re.M)
MEMBER = re.compile(r"(\w+)(?:\[[^\]]*\])?;|\(\*(\w+)\)\(")
# What is not for readers: guards, includes, the frame for C++.
FRAME = re.compile(r'^#(?:ifn?def \w+|define DSI_\w+_H|include .*|endif|undef \w+)\n'
                   r'|^extern "C" \{\n|^\}\n(?=#endif)', re.M)


def roff(text, code=False):
    """A line of roff that prints the text."""
    text = text.replace("\\", "\\e").replace("~", "\\(ti").replace("^", "\\(ha")
    if code:
        text = text.replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return f"\\&{text}" if text[:1] in (".", "'") else text


def words(line, functions):
    """A line of prose: names of functions are bold, what is between backticks is italic."""
    line = roff(line)
    line = re.sub(r"`([^`]*)`", r"\\fI\1\\fP", line)
    return re.sub(r"\bdsi_\w+", lambda found: f"\\fB{found[0]}\\fP"
                  if found[0] in functions else found[0], line)


def verbatim(lines):
    """Lines that are printed as they are, indented."""
    yield ".PP"
    yield ".RS 4"
    yield ".EX"
    yield from (roff(line, code=True) for line in lines)
    yield ".EE"
    yield ".RE"


def lines_of(comment):
    """The lines of a comment, without stars."""
    inner = re.sub(r"^/\*+|\*/$", "", comment.strip())
    return [re.sub(r"^ ?\* ?", "", line).rstrip() for line in inner.strip().split("\n")]


def blocks(lines):
    """Groups of lines without an empty line between them."""
    block = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def paragraphs(lines, members, functions):
    """Prose as roff. Indented blocks are printed as they are. A member's name and a colon
    begin an entry of a list."""
    for block in blocks(lines):
        if block[0].startswith("    "):
            yield from verbatim(textwrap.dedent("\n".join(block)).split("\n"))
            continue
        yield ".PP"
        for line in block:
            named = re.match(r"(\w+(?:, \w+)*): ", line)
            if named and set(named[1].split(", ")) <= members:
                yield from (".TP", f"\\fI{named[1]}\\fP")
                line = line[named.end():]
            yield words(line.strip(), functions)


def functions_of(text):
    """The prototype of each function that a header declares, by its name. Its lines are
    aligned as if DSI_API did not stand before it."""
    return {name: re.sub(r"\n {8}(?= )", "\n", prototype)
            for prototype, name in FUNCTION.findall(text)}


def declaration(comment, code, functions):
    """The part of one declaration, or of several that share a comment."""
    own = functions_of(code)
    names = [*(f"{name}()" for name in own), *("".join(found) for found in NAMED.findall(code))]
    members = {"".join(found) for found in MEMBER.findall(code)}
    if names:
        yield f".SS {', '.join(names)}"
    if code.strip() and not own:
        yield from verbatim(re.sub(r" *\\$", "", code.strip("\n"), flags=re.M).split("\n"))
    yield from paragraphs(lines_of(comment), members, functions)


def declarations(text, functions):
    """The sections of a header: one for each ruled comment, and one before them."""
    parts = COMMENT.split(FRAME.sub("", text))
    yield ".SH DECLARATIONS"
    for comment, code in zip(parts[1::2], parts[2::2]):
        rule = RULE.match(comment)
        if rule:
            yield f".SH {rule[1].upper()}"
        else:
            yield from declaration(comment, code, functions)


def synopsis(path, own):
    """How to compile a program with the header, and what it declares."""
    library = "dsi-vectors" if path.stem == "vectors" else "dsi"
    yield from (".nf", f".B #include <dsi/{path.name}>")
    for prototype in own.values():
        yield ".PP"
        yield from (roff(line, code=True) for line in f"{prototype};".split("\n"))
    yield ".PP"
    yield roff(f"cc program.c $(pkg-config --cflags --libs {library}) -o program", code=True)
    yield ".fi"


def title(stem):
    """The name of a header's page."""
    return "dsi.h" if stem == "dsi" else f"dsi_{stem}.h"


def page(path, version, functions):
    """The lines of a header's page."""
    head, text = re.match(r"(/\*.*?\*/\n)(.*)", read(path), re.S).groups()
    first, *rest = blocks(lines_of(head))
    summary = re.sub(r"^dsi(?:/\w+\.h)? - |\.$", "", " ".join(first))
    own = functions_of(text)
    date = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())),
                                           datetime.timezone.utc)
    yield f'.TH {title(path.stem)} 3 {date:%Y-%m-%d} "dsi {version}" "Library Functions Manual"'
    yield from (".nh", ".ad l") # a name is not hyphenated
    yield from (".SH NAME", f"{', '.join([title(path.stem), *own])} \\- {roff(summary)}")
    yield from (".SH SYNOPSIS", *synopsis(path, own))
    described = [line for block in rest for line in ["", *block]]
    yield from (".SH DESCRIPTION", *paragraphs(described, set(), functions))
    yield from declarations(text, functions)
    included = re.findall(r"^#include <dsi/(\w+)\.h>", text, re.M)
    others = ["dsi (3)", *(f"{title(name)} (3)" for name in included if name != "export")]
    yield ".SH SEE ALSO"
    yield from (f".BR {name}{',' * (name != others[-1])}" for name in others)


def tidy(lines):
    """The lines without what mandoc warns of: a paragraph that begins a section or ends
    with nothing in it."""
    lines = list(lines)
    return [line for before, line, after in zip(["", *lines], lines, [*lines[1:], ""])
            if line != ".PP" or not (before[:3] in (".SH", ".SS", ".nf") or
                                     after[:3] in (".TP", ".PP", ".SH", ".SS"))]


def read(path):
    """The text of a file."""
    return path.read_text(encoding="utf-8")


def main():
    """See above."""
    version, folder, *rest = sys.argv[1:]
    folder, packed = pathlib.Path(folder), rest[0] == "--gzip"
    paths = [pathlib.Path(name) for name in rest[packed:]]
    functions = {name for path in paths for name in functions_of(read(path))}
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in paths:
        name = f"{title(path.stem)}.3{'.gz' * packed}"
        text = "".join(f"{line}\n" for line in tidy(page(path, version, functions))).encode()
        (folder / name).write_bytes(gzip.compress(text, 9, mtime=0) if packed else text)
        for alias in functions_of(read(path)):
            (folder / f"{alias}.3{'.gz' * packed}").symlink_to(name)


main()
