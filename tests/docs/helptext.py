"""Reads the program's own help: commands, messages, and options with their values."""
import functools
import re
import subprocess

# An entry of a list: --name, and after one blank its value: WORD, 'WORD: WORD', or
# one|or|another. Its description follows, on the same line or on the next ones.
ENTRY = re.compile(r"^  --([a-z0-9-]+)(?: ([A-Z]+|'[^'\n]+'|[\w.-]+(?:\|[\w.-]+)+))?"
                   r"(?:  +|\n +|$)(.*(?:\n {10,}.*)*)", re.M)


@functools.cache
def help_of(program, *command):
    """The text of --help."""
    return subprocess.run([program, *command, "--help"], check=True,
                          stdout=subprocess.PIPE, encoding="utf-8").stdout


def commands(program):
    """The names in the program's list of commands."""
    listed = help_of(program).split("\nCommands")[1].split("\n\n")[0]
    return re.findall(r"^  ([a-z]+) ", listed, re.M)


def messages(program):
    """The names of the messages."""
    listed = re.search(r"^Messages: ([^.]*)\.$", help_of(program), re.M)[1]
    return re.split(r",\s+", listed)


def takes_message(program, command):
    """Returns whether the command takes a message."""
    return f"Usage: dsi {command} MESSAGE" in help_of(program, command)


def exit_statuses(program):
    """The number and the description of each exit status."""
    return dict(re.findall(r"^  ([0-9])  (.*)$", help_of(program), re.M))


def section(text, heading):
    """A section of a command's help: each option's value and words, by its name."""
    found = re.search(rf"^{heading}:\n((?:  .*\n)+)", text, re.M)
    return {name: (value, " ".join(words.split()))
            for name, value, words in ENTRY.findall(found[1] if found else "")}


def fields(program, message):
    """The fields of a message that encode sets, in the form of section."""
    return section(help_of(program, "encode", message), f"Fields of {message}")


def of_message(program, command, message):
    """The options of the command for a message, in the form of section."""
    return {**section(help_of(program, command, message), "Options"),
            **(fields(program, message) if command == "encode" else {})}


def values(value):
    """An option's values as a set: empty, a word for any value, or a choice."""
    return set(value.removesuffix("|...").split("|")) if value else set()


def options(program, command):
    """The set of values of each option that the command accepts for some message. A
    flag has an empty set."""
    found = section(help_of(program, command), "Options")
    for message in messages(program) if takes_message(program, command) else []:
        found.update(of_message(program, command, message))
    return {name: values(value) for name, (value, _) in found.items()}
