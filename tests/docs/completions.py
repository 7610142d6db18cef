#!/usr/bin/env -S python3 -B
"""Checks that a shell's completion offers what the program accepts.

    completions.py PROGRAM SHELL DRIVER FILE: SHELL runs DRIVER, which is complete.SHELL. FILE
    is the completion.
"""
import os
import subprocess
import sys
import tempfile

import helptext

FILES = {"body.json"}  # the only file in the folder

# The reason, the line that is typed, and the offers.
ROWS = [
    ("a command is finished", "dsi va", {"validate"}),
    ("options may stand before MESSAGE", "dsi decode --strict start-resp", {"start-response"}),
    ("an option's value is not MESSAGE", "dsi decode --chunk 7 get-resp", {"get-response"}),
    ("decode reads a file", "dsi decode get-response ", FILES),
    ("validate reads a file", "dsi validate get-request ", FILES),
    ("decode reads several files", "dsi decode get-response one ", FILES),
    ("validate reads several files", "dsi validate get-request one ", FILES),
    ("a file is finished", "dsi decode get-response bo", FILES),
    ("encode reads no file", "dsi encode get-response ", set()),
    ("generate reads no file", "dsi generate get-response ", set()),
    ("an ARN can be anything", "dsi arn ", set()),
    ("a value is finished", "dsi validate start-request --level do", {"documented"}),
    ("a value is finished after '='", "dsi arn --level=do", {"documented"}),
    ("an option is finished", "dsi decode get-response --str", {"--strict", "--stream"}),
    ("after a value in quotes", "dsi decode get-response --header 'a: b' --sta", {"--status"}),
    ("help is about a command", "dsi help va", {"validate"}),
    ("help is about a message", "dsi help encode start-req", {"start-request"}),
    ("help about ARNs", "dsi help arn ", set()),
    ("help about a message is finished", "dsi help encode start-request ", set()),
    ("no command of this name", "dsi nothing get-r", set()),
]


def takes(program, command, message, option, values):
    """Returns whether the program accepts the option for this message."""
    value = ["x"] if values else []
    ran = subprocess.run([program, command, message, f"--{option}", *value], check=False,
                         stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, encoding="utf-8")
    return "is not for this" not in ran.stderr


def values_of(values):
    """The offers for an option's value."""
    if values == {"FILE"}:
        return FILES
    return values if len(values) > 1 else set()


def rows_of_command(program, command, messages):
    """The options that the program has for a command, as rows."""
    options = helptext.options(program, command)
    named = {f"--{name}" for name in options} | {"--help"}
    if not helptext.takes_message(program, command):
        yield "options", f"dsi {command} --", named
        messages = []
    else:
        yield "messages", f"dsi {command} ", set(messages)
        yield "options, without a message yet", f"dsi {command} --", named
    for name, values in options.items():
        if values:
            offers = values_of(values)
            yield f"values of --{name}", f"dsi {command} --{name} ", offers
            yield f"values of --{name} after '='", f"dsi {command} --{name}=", offers
    for message in messages:
        taken = {f"--{name}" for name, values in options.items()
                 if takes(program, command, message, name, values)}
        yield "options of the message", f"dsi {command} {message} --", taken | {"--help"}


def rows_of_program(program):
    """The commands, messages and options of the program, as rows."""
    commands, messages = helptext.commands(program), helptext.messages(program)
    yield "commands", "dsi ", set(commands)
    yield "options of the program", "dsi --", {"--help", "--version"}
    for command in commands:
        yield from rows_of_command(program, command, messages)


def normal(offer, line):
    """An offer without a shell's additions: --level=documented, --level=, a mark for
    files."""
    word = line.rsplit(" ", 1)[1]
    if "=" in word:
        offer = offer.rpartition("=")[2]
    return "body.json" if offer == "<files>" else offer.rstrip("=")


def blocks(lines):
    """Lists of lines. An empty line ends a list."""
    block = []
    for line in lines:
        if line == "":
            yield block
            block = []
        else:
            block.append(line)


def offered(program, driver, file, lines):
    """The offers for each line. Only options are kept if one has begun, otherwise no
    option."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        for name in FILES:
            with open(os.path.join(folder, name), "w", encoding="utf-8"):
                pass
        # The user's configuration must not matter, and must not be written.
        own = dict.fromkeys(("HOME", "ZDOTDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        own["PATH"] = f"{os.path.dirname(program)}:{os.environ['PATH']}"
        ran = subprocess.run([*driver, file], input="".join(f"{line}\n" for line in lines),
                             stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=folder,
                             env={**os.environ, **own})
    for line, block in zip(lines, blocks(ran.stdout.splitlines())):
        offers = {normal(offer, line) for offer in block}
        begun = line.rsplit(" ", 1)[1].startswith("--") and "=" not in line
        yield {offer for offer in offers if offer.startswith("--") == begun}


def main():
    """See above."""
    program, *driver, file = sys.argv[1:]
    rows = [*rows_of_program(program), *ROWS]
    answers = list(offered(program, driver, file, [line for _, line, _ in rows]))
    wrong = len(rows) - len(answers)
    for (reason, line, expected), answer in zip(rows, answers):
        if answer != expected:
            wrong += 1
            print(f"{reason}: '{line}'\n  should offer {sorted(expected)}"
                  f"\n  but offers   {sorted(answer)}")
    print(f"{len(rows)} lines completed, {wrong} of them wrong")
    return 1 if wrong else 0


sys.exit(main())
