#!/usr/bin/env python3
"""Mutates the library, one jump at a time, and names the mutants that no test kills.

    mutate.py [--sample N] [--seed TEXT] [FILE...]

In one mutant a conditional jump of the assembly is always taken, in another one never.
The assembly is that of -O0, where each condition of the source has its own jump. The
program links the test programs again with the mutated object, and runs their suites
until one fails. It begins with quick suites, and with those that have killed mutants
before.

A mutant that survives all suites must be in survivors.txt, with the reason why no test
can detect it. The run fails if a survivor is missing there, and if a listed one was
killed.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import resource
import shlex
import signal
import subprocess
import sys
import time
import typing
import xml.etree.ElementTree

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
ROOMS = ["schema", "codec", "poll"]
BUILD = ROOT / "build" / "dev"
WORK = ROOT / "build" / "mutate"
LIST = FOLDER / "survivors.txt"

JUMP = re.compile(r"\tj(?!mp)[a-z]+\t(\.L\d+)")
LOC = re.compile(r"\t\.loc (\d+) (\d+) (\d+)")
FILE = re.compile(r'\t\.file (\d+) "(.*)"')
LABEL = re.compile(r"([A-Za-z_]\w*):")
KINDS = ("always", "never")


def run(command, **options):
    """Runs a command, and returns its output. A failure ends the run."""
    return subprocess.run(command, cwd=BUILD, check=True, text=True,
                          stdout=subprocess.PIPE, **options).stdout


# ------------------------------------------------------------------------- programs


class Suite:
    def __init__(self, program, title, seconds):
        self.program = program
        self.title = title
        self.seconds = seconds

    def verdict(self, binary):
        """Runs the suite: "killed", "timeout" or None. The limit is processor time,
        because other programs may run as well."""
        limit = 2 + round(3 * self.seconds)
        done = subprocess.run(["prlimit", f"--cpu={limit}", binary], cwd=WORK,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=os.environ | {"CK_RUN_SUITE": self.title,
                                                 "CK_FORK": "no"})
        if done.returncode == -signal.SIGXCPU or done.returncode == -signal.SIGKILL:
            return "timeout"
        return "killed" if done.returncode != 0 else None


class Program:
    """A test program: its link command, and its suites."""

    def __init__(self, name):
        self.name = name
        target = f"tests/{name}/test_{name}"
        command = run(["ninja", "-t", "commands", target]).splitlines()[-1]
        self.command = shlex.split(command.removeprefix(": && ").removesuffix(" && :"))
        self.output = self.command.index("-o") + 1
        self.suites = self.measure(BUILD / target)

    def measure(self, binary):
        """The suites, each with the time that it takes."""
        log = WORK / f"{self.name}.xml"
        subprocess.run([binary], check=True, stdout=subprocess.DEVNULL,
                       env=os.environ | {"CK_XML_LOG_FILE_NAME": str(log)})
        suites = []
        for element in xml.etree.ElementTree.parse(log).getroot():
            if element.tag.endswith("suite"):
                tag = element.tag.removesuffix("suite")
                seconds = sum(float(duration.text)
                              for duration in element.iter(f"{tag}duration"))
                suites.append(Suite(self, element.find(f"{tag}title").text, seconds))
        return suites

    def link(self, objects, binary):
        """Links with the mutant. Its objects come before the archive, so the linker
        does not take the library's own."""
        command = self.command.copy()
        command[self.output] = str(binary)
        command[self.output + 1:self.output + 1] = [*map(str, objects), "-Wl,--strip-debug"]
        run(command)


# -------------------------------------------------------------------------- sources


class Source:
    """A source of the library, and its assembly."""

    def __init__(self, entry):
        self.path = pathlib.Path(entry["file"])
        base = BUILD if self.path.is_relative_to(BUILD) else ROOT
        self.name = str(self.path.relative_to(base))
        command = shlex.split(entry["command"])
        at = command.index("-o")
        self.command = [part for part in command[:at] + command[at + 2:] if part != "-c"]
        self.lines = []

    def compile(self):
        self.lines = run(self.command + ["-O0", "-g", "-w", "-S", "-o", "-"]).splitlines()

    def is_own(self, path):
        """Whether the code belongs to the library. Inline functions of private headers
        do. Those of public headers are also compiled into the tests."""
        return path == self.path or any(path.is_relative_to(ROOT / room) for room in ROOMS)

    def jumps(self):
        """Each conditional jump of the library's own code."""
        own, function, place = {}, "", None
        for number, line in enumerate(self.lines):
            if match := FILE.fullmatch(line):
                path = pathlib.Path(BUILD, match[2])
                if self.is_own(path):
                    own[match[1]] = path, path.read_text().splitlines()
            elif match := LOC.match(line):
                place = match.groups()
            elif match := LABEL.match(line):
                function = match[1]
            elif JUMP.fullmatch(line) and place[0] in own:
                path, text = own[place[0]]
                at, column = int(place[1]), int(place[2]) - 1
                marked = f"{text[at - 1][:column]}@{text[at - 1][column:]}".strip()
                yield Jump(self, number, path, at, function, marked)


class Jump(typing.NamedTuple):
    source: Source
    number: int  # of the line in the source's assembly
    path: pathlib.Path  # where its code is: the source, or a header
    line: int
    function: str
    marked: str

    def assembly(self, kind):
        lines = self.source.lines.copy()
        target = JUMP.fullmatch(lines[self.number])[1]
        lines[self.number] = f"\tjmp\t{target}" if kind == "always" else "\tnop"
        return "\n".join(lines) + "\n"


class Home:
    """A file with mutants: a source, or a header whose inlined functions are in several
    objects. These are mutated at once, as a fault in the header would be."""

    def __init__(self, name):
        self.name = name
        self.kills = collections.Counter()
        self.mutants = []

    def programs(self, rooms):
        """The test programs, its own room's first. The tests of an automaton's language
        are in its own room alone."""
        own = rooms[self.name.split("/")[0]]
        if self.name.endswith(".re.c"):
            return [own]
        return [own, *(room for room in rooms.values() if room is not own)]

    def in_order(self, suites):
        """The most promising first, the slow ones last."""
        return sorted(suites, key=lambda suite: (
            suite.seconds > 0.5, suite.seconds / (1 + self.kills[suite])))


class Mutant:
    def __init__(self, home, jumps, kind):
        self.home = home
        self.jumps = jumps
        self.kind = kind
        self.line = jumps[0].line
        self.key = f"{home.name} {jumps[0].function} {kind}: {jumps[0].marked}"
        self.verdict = None


def find_homes(sources):
    """Each file with its mutants."""
    homes, same = {}, {}
    for source in sources:
        seen = collections.Counter()
        for jump in source.jumps():
            header = jump.path != source.path
            name = str(jump.path.relative_to(ROOT)) if header else source.name
            place = name, jump.line, jump.function, jump.marked
            seen[place] += 1
            homes.setdefault(name, Home(name))
            same.setdefault((*place, seen[place]), []).append(jump)
    for (name, *_), jumps in same.items():
        homes[name].mutants += [Mutant(homes[name], jumps, kind) for kind in KINDS]
    return list(homes.values())


def judge(mutant, programs):
    """Sets the mutant's verdict: killed, timeout or survived."""
    name = f"{mutant.jumps[0].source.name.replace('/', '-')}-{mutant.jumps[0].number}-{mutant.kind}"
    objects = []
    for jump in mutant.jumps:
        objects.append(WORK / f"{name}.{len(objects)}.o")
        run(["gcc", "-c", "-x", "assembler", "-", "-o", objects[-1]],
            input=jump.assembly(mutant.kind))
    mutant.verdict = "survived"
    binary = WORK / name
    for program in programs:
        program.link(objects, binary)
        for suite in mutant.home.in_order(program.suites):
            verdict = suite.verdict(binary)
            if verdict is not None:
                mutant.home.kills[suite] += 1
                mutant.verdict = verdict
                break
        if mutant.verdict != "survived":
            break
    for file in [binary, *objects]:
        file.unlink()


# --------------------------------------------------------------------------- report


def print_counts(name, mutants):
    if not mutants:
        return
    verdicts = collections.Counter(mutant.verdict for mutant in mutants)
    print(f"{name:26}{len(mutants):5} mutants{verdicts['killed']:6} killed"
          f"{verdicts['timeout']:4} by time{verdicts['survived']:4} survived", flush=True)


def compare(mutants, known):
    """Prints each survivor that is not in `known`, and removes the others from `known`.
    Returns true if it prints nothing."""
    good = True
    for mutant in mutants:
        if mutant.verdict == "survived" and mutant.key in known:
            known.remove(mutant.key)
        elif mutant.verdict == "survived":
            print(f"not killed, line {mutant.line}:\n{mutant.key}", flush=True)
            good = False
    return good


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, help="the number of mutants to choose at random")
    parser.add_argument("--seed", default="1", help="the seed of the random choice")
    parser.add_argument("files", nargs="*", help="sources and headers (default: all)")
    return parser.parse_args()


def choose(homes, names):
    unknown = set(names) - {home.name for home in homes}
    if unknown:
        sys.exit(f"mutate: no jumps in {' '.join(sorted(unknown))}: is this x86-64?")
    return [home for home in homes if not names or home.name in names]


def main():
    options = parse_arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    # A mutant may write without end, or crash.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    known = [line for line in LIST.read_text().splitlines()
             if line and not line.startswith(("#", " "))]
    good = True
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rooms = dict(zip(ROOMS, pool.map(Program, ROOMS)))
        entries = json.loads((BUILD / "compile_commands.json").read_text())
        sources = [Source(entry) for entry in entries
                   if "/dsi_objects.dir/" in entry["command"]]
        list(pool.map(Source.compile, sources))
        homes = choose(find_homes(sources), options.files)
        mutants = [mutant for home in homes for mutant in home.mutants]
        if options.sample is not None:
            random.seed(options.seed)
            mutants = random.sample(mutants, min(options.sample, len(mutants)))
        for home in homes:
            own = [mutant for mutant in mutants if mutant.home is home]
            programs = home.programs(rooms)
            list(pool.map(lambda mutant: judge(mutant, programs), own))
            print_counts(home.name, own)
            good = compare(own, known) and good
    print_counts(f"in {time.monotonic() - start:.0f} s", mutants)
    if options.sample is None:
        names = [home.name for home in homes]
        for key in known:
            if not options.files and key.split(" ")[0] not in names:
                print(f"in the list, but there is no such file:\n{key}")
                good = False
            if key.split(" ")[0] in names:
                print(f"in the list, but killed:\n{key}")
                good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
