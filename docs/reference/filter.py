#!/usr/bin/env -S python3 -B
"""Turns the comments of a public header into doxygen's, on stdout.

    filter.py HEADER

The headers are written for those who read them as they are. What doxygen needs besides:
which comment belongs to what, the codes that a macro lists as an enum, and marks around
what it would take for a command.
"""
import pathlib
import re
import sys

COMMENT = re.compile(r"^(?P<code>[^\n]*?)(?P<mark>/\*)(?!\*)(?P<words>.*?)\*/", re.M | re.S)


def expand_codes(text):
    """The macro that lists the codes, as the enum that it makes."""
    rows = re.findall(r'X\((\w+), (\w+), +"(.*?)"\)', text)
    enum = "".join(f"    {name} = {number}, /* {words} */\n" for name, number, words in rows)
    return re.sub(r"#define DSI_CODE_ENUMERATOR.*?#undef DSI_CODE_ENUMERATOR",
                  lambda _: f"/* What can go wrong. */\ntypedef enum dsi_code {{\n{enum}}} dsi_code;",
                  text, flags=re.S)


def lines_of(words):
    """The lines of a comment, without the stars."""
    return [re.sub(r"^ *\* ?", "", line).rstrip() for line in words.split("\n")]


def escaped(line):
    """A line of prose, in which nothing is a command but what is between backticks."""
    parts = re.split(r"(`[^`]*`)", line)
    return "".join(part if number % 2 else re.sub(r"([\\@<>#*])", r"\\\1", part)
                   for number, part in enumerate(parts))


def prose(lines):
    """Lines as doxygen wants them: what is indented behind an empty line is code."""
    found, code = [], False
    for number, line in enumerate(lines):
        indented = line.startswith("    ")
        code = indented and (code or number == 0 or lines[number - 1] == "")
        found.append(line if code else escaped(line.strip()))
    return "\n".join(f" * {line}" for line in found)


def comment(lines, indent="", mark="/**"):
    """A comment of doxygen."""
    return f"{indent}{mark}\n{prose(lines)}\n */"


def split_members(lines, body):
    """The lines that are not about one member, and those of each member of the struct."""
    members = set(re.findall(r"(\w+)(?:\[[^\]]*\])?;", body))
    rest, about, names = [], {}, []
    for line in lines:
        begun = re.match(r"(\w+(?:, \w+)*): (.*)", line)
        if begun and set(begun[1].split(", ")) <= members:
            names = begun[1].split(", ")
            for name in names:
                about[name] = [begun[2]]
        elif names and (line.startswith("    ") or line == ""):
            for name in names:
                about[name].append(line.strip())
        else:
            names = []
            rest.append(line)
    return rest, about


def document_members(body, about, model):
    """Each member with what the comment of the struct says of it, or with its name in the
    model; one that the comment is about as a whole is left to it."""
    found = []
    documented = False
    for line in body.split("\n"):
        member = re.match(r"    [^/*\n]*?\W(\w+)(?:\[[^\]]*\])?;(.*)$", line)
        if member:
            words = about.get(member[1])
            if words is None and not member[2] and not documented:
                camel = re.sub(r"_(\w)", lambda letter: letter[1].upper(), member[1])
                words = [f"The model's {camel}." if model else "See above."]
            if words is not None:
                found.append(comment(words, "    "))
        documented = bool(re.match(r" *(/\*| \*).*\*/$", line))
        found.append(line)
    return "\n".join(found)


def document_structs(text):
    """Moves what the comment of a struct says of its members to these."""
    def moved(found):
        lines = lines_of(found["words"].strip())
        rest, about = split_members(lines, found["body"])
        body = document_members(found["body"], about, lines[0].startswith("model:"))
        return f"{comment(rest)}\n{found['head']}{body}}}"
    return re.sub(r"^/\*(?P<words>(?:(?!\*/).)*?)\*/\n(?P<head>typedef struct \w+ \{\n)"
                  r"(?P<body>.*?)^\}", moved, text, flags=re.M | re.S)


def document(text):
    """Every other comment as one of doxygen's: of what follows, or of what stands before."""
    def changed(found):
        code, words = found["code"], found["words"].strip()
        if re.match(r"-{5}", words):
            return code
        if code.strip() == "":
            return comment(lines_of(words), code)
        return f"{code}/**< {' '.join(escaped(line.strip()) for line in lines_of(words))} */"
    lines = re.split(r"(^#define DSI_CODES.*?[^\\]\n)", text, flags=re.M | re.S)
    return "".join(part if number % 2 else COMMENT.sub(changed, part)
                   for number, part in enumerate(lines))


def repeat(text):
    """A declaration right behind another is documented by the same comment."""
    declaration = r"(?:DSI_API [^;]*;\n)"
    def repeated(found):
        all_ = re.findall(declaration, found[2])
        return "".join(f"{found[1]}{one}" for one in all_)
    return re.sub(rf"^(/\*\*\n(?:(?!\*/).)*?\*/\n)({declaration}{{2,}})", repeated, text,
                  flags=re.M | re.S)


def main():
    """See above."""
    path = pathlib.Path(sys.argv[1])
    text = path.read_text(encoding="utf-8")
    head, text = re.match(r"/\*(.*?)\*/\n(.*)", text, re.S).groups()
    text = re.sub(r"^#define DSI_\w+_H\n", "", text, flags=re.M)
    lines = lines_of(head.strip())
    lines[0] = re.sub(r"^dsi(/\w+\.h)? - ", "", lines[0])
    page = ["@mainpage", ""] if path.name == "dsi.h" else []
    print(comment([f"@file dsi/{path.name}", *lines]).replace("\\@file", "@file"))
    if page:
        print(comment([*page, *lines]).replace("\\@mainpage", "@mainpage"))
    print(repeat(document(document_structs(expand_codes(text)))))


main()
