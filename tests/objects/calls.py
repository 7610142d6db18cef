#!/usr/bin/env python3
"""Checks that no function of the library calls itself, directly or through others.

    calls.py OBJDUMP LIBRARY

Reads the direct calls of all objects (x86-64), across files, as they were compiled. A
jump to another function counts as a call. A jump within a function is a loop.

The program cannot follow a call through a pointer. So POINTERS must list each object
with such a call, and the functions that it reaches. yajl calls functions of
codec/stream/parse.c and codec/stream/generate.c through its own pointers. These
functions never call yajl.
"""
import re
import subprocess
import sys

# None of these functions leads back to the code that called it.
POINTERS = {
    "agreement.c.o": "validation_disagree",
    "build.c.o": "get_take_model, by dsi_taker; dsi_chunk_on_unknown; the caller's dsi_item_sink",
    "chunk.c.o": "the caller's dsi_unknown_sink",
    "emit.c.o": "get_next_model, by dsi_source",
    "generate.c.o": "the caller's dsi_sink, and emit_to_buffer",
    "get.c.o": "the caller's dsi_model_sink and dsi_model_source",
    "target_parse.c.o": "the caller's dsi_unknown_sink",
    "validate.c.o": "the matchers and agreements of the shape tables",
    "walk.c.o": "the visitors of copy.c; validation_run and emission_run, by dsi_walk_lend",
}

# The output of GNU's objdump, and of LLVM's.
OBJECT = re.compile(r"(?:.+\()?([^\s()]+)\)?:\s+file format ")
SYMBOL = re.compile(r"[0-9a-f]+ [gw].* F \S+\t[0-9a-f]+ (?:\.\w+ )?(\S+)$")
SECTION = re.compile(r"Disassembly of section (\S+):")
FUNCTION = re.compile(r"([0-9a-f]+) <(.+)>:")
BRANCH = re.compile(r" *[0-9a-f]+:\s+(?:bnd |notrack )*(callq?|j[a-z]+)\s+(\S+)")
RELOCATION = re.compile(r"\t+[0-9a-f]+: +R_X86_64_\w+\t([^-+]+)([-+]0x[0-9a-f]+)?")


class Object:
    def __init__(self, name):
        self.name = name
        self.shown = set()  # functions that other objects can call
        self.sections = {}  # for each section: its functions by their offset
        self.branches = []

    def function_at(self, section, place):
        """The function that contains the place."""
        starts = self.sections.get(section, {})
        before = [start for start in starts if start <= place]
        return starts[max(before)] if before else None

    def defines(self, name):
        return any(name in starts.values() for starts in self.sections.values())


class Branch:
    """A call or jump of a function."""

    def __init__(self, function, section, is_call, operand):
        self.function = function
        self.section = section
        self.is_call = is_call
        self.operand = operand
        self.symbol = None  # of the relocation, if there is one
        self.addend = 0


def whole(name):
    """The name of the whole function, if a compiler has split off a cold part."""
    return re.sub(r"\.cold(\.\d+)?$", "", name)


def read(text):
    """The objects of a library, out of `objdump -drt`."""
    objects = []
    branch = None
    for line in text.splitlines():
        if match := RELOCATION.match(line):
            if branch:
                branch.symbol, branch.addend = match[1], int(match[2] or "0", 16)
            continue
        branch = None
        if match := OBJECT.match(line):
            objects.append(Object(match[1]))
        elif match := SYMBOL.match(line):
            objects[-1].shown.add(match[1])
        elif match := SECTION.match(line):
            section = match[1]
        elif match := FUNCTION.match(line):
            function = whole(match[2])
            objects[-1].sections.setdefault(section, {})[int(match[1], 16)] = function
        elif match := BRANCH.match(line):
            branch = Branch(function, section, match[1][:4] == "call", match[2])
            objects[-1].branches.append(branch)
    return objects


def callee(obj, branch):
    """The name of the called function, or None for a call through a pointer."""
    if branch.symbol is None:
        return (None if "*" in branch.operand
                else obj.function_at(branch.section, int(branch.operand, 16)))
    if branch.symbol.startswith("."):  # in a section: relative to the next instruction
        return obj.function_at(branch.symbol, branch.addend + 4)
    return whole(branch.symbol)


def graph(objects):
    """The calls of each function. Functions are written as "OBJECT: NAME"."""
    home = {name: obj for obj in objects for name in obj.shown}
    calls = {}
    for obj in objects:
        for branch in obj.branches:
            name = callee(obj, branch)
            owner = obj if name and obj.defines(name) else home.get(name)
            if owner and (branch.is_call or (owner, name) != (obj, branch.function)):
                calls.setdefault(f"{obj.name}: {branch.function}", set()).add(
                    f"{owner.name}: {name}")
    return calls


def find_cycle(calls):
    """The functions of one cycle, beginning and ending with the same one; or None."""
    done = set()
    path = []

    def visit(function):
        if function in path:
            return path[path.index(function):] + [function]
        if function in done:
            return None
        path.append(function)
        found = next(filter(None, map(visit, sorted(calls.get(function, ())))), None)
        done.add(path.pop())
        return found

    return next(filter(None, map(visit, sorted(calls))), None)


def main(objdump, library):
    objects = read(subprocess.run([objdump, "-drt", "--no-show-raw-insn", library],
                                  check=True, stdout=subprocess.PIPE, text=True).stdout)
    calls = graph(objects)
    count = sum(map(len, calls.values()))
    if count < 200:
        sys.exit(f"calls.py: only {count} calls found: is this the library?")
    if cycle := find_cycle(calls):
        sys.exit("calls.py: recursion:\n  " + "\n  calls ".join(cycle))
    through = {obj.name for obj in objects for branch in obj.branches
               if branch.is_call and "*" in branch.operand and branch.symbol is None}
    if new := sorted(through - set(POINTERS)):
        sys.exit(f"calls.py: {', '.join(new)}: a call through a pointer is not in POINTERS")
    print(f"{count} direct calls, and no cycle of them; calls through pointers "
          f"in {', '.join(sorted(through))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
