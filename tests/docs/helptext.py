"""What the program's own help says: commands, and the options of each with their values."""
import re
import subprocess

# --name, and behind one blank what its value is: WORD, 'WORD: WORD' or one|or|another.
OPTION = re.compile(r"--([a-z-]+)(?: ([A-Z]+|'[^'\n]+'|[a-z-]+(?:\|[a-z-]+)*)(?=  |\n))?")


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
    return re.search(r"^Messages: (.*)\.$", help_of(program), re.M)[1].split(", ")


def exit_statuses(program):
    """Number and words of each exit status."""
    return dict(re.findall(r"^  ([0-9])  (.*)$", help_of(program), re.M))


def options(program, command):
    """A set of values for each option: empty for a flag."""
    found = {}
    for name, value in OPTION.findall(help_of(program, command).split("\nUsage:")[1]):
        found.setdefault(name, set()).update(value.split("|") if value else [])
    return found
