#!/usr/bin/env python3
"""Compares what dsi costs in instructions with a table that is checked in.

usage: instructions.py PROGRAM TABLE [--update]

For each job, cachegrind runs the program twice: with one operation and with some more.
The difference is what the operation costs. It does not depend on what else the machine
does. A job fails if dsi costs over 2 % more than its row says. It also fails if dsi
costs over 5 % less, because then the row is no longer true. And it fails if dsi.hpp
costs over 5 % more than dsi in C.
"""
import concurrent.futures
import os
import re
import subprocess
import sys

DEARER, CHEAPER = 1.02, 0.95
HPP_DEARER = 1.05

# Who runs a job with this mark. With "+models" each model is handed over; with "+sink"
# the encoder writes into a sink.
CONTESTANTS = {"": "dsi", "models": "dsi-sink", "sink": "dsi-sink", "hpp": "dsi.hpp"}

# Each job, and how many more operations its second run has. A large message needs one.
# Whole messages and models that are handed over are read directly; answers in chunks,
# and strings in chunks, by the stream.
JOBS = [
    ("start-request/compact", 200),
    ("start-request/compact+hpp", 200),
    ("start-request/long", 50),
    ("start-request/pretty", 200),
    ("start-request/escapes", 200),
    ("start-request/cjk", 200),
    ("start-answer", 200),
    ("start-answer+hpp", 200),
    ("get-answer/54k", 4),
    ("get-answer/54k+models", 4),
    ("get-answer/54k+hpp", 4),
    ("get-answer/1.5m-by-64", 1),
    ("get-answer/1.5m-by-64+models", 1),
    ("get-answer/1.5m-by-1k+models", 1),
    ("get-answer/1.5m-by-16k", 1),
    ("get-answer/1.5m-by-16k+models", 1),
    ("get-answer/cjk-by-16k", 1),
    ("get-answer/cjk-by-16k+models", 1),
    ("get-answer/escapes-by-16k", 1),
    ("get-answer/escapes-by-16k+models", 1),
    ("string/4m-by-1k", 1),
    ("encode-request/compact", 200),
    ("encode-request/compact+hpp", 200),
    ("encode-request/long", 50),
    ("encode-answer/54k", 4),
    ("encode-answer/54k+sink", 4),
    ("validate-request/compact", 200),
    ("validate-request/long", 50),
    ("arn/70", 1000),
    ("arn/2048", 200),
    ("arn/2048-bad-first", 1000),
    ("arn/2048-bad-last", 200),
]

# In these jobs yajl does nothing, or takes minutes.
WITHOUT_YAJL = ("arn/", "string/")

HEAD = """\
# Instructions of one operation. `./dev instructions --update` makes this file, and
# `./dev instructions` compares what is built with it. The baseline is yajl, the two
# automata of a request that is validated, or dsi in C for a job of dsi.hpp ("+hpp").
#
# job                                    dsi    baseline   ratio
"""


def baseline(job):
    """The contestant with which dsi is compared, or None."""
    name, _, mark = job.partition("+")
    if mark == "hpp":
        return "dsi"
    # yajl has nothing to hand over.
    if mark or name.startswith(WITHOUT_YAJL):
        return None
    return "automata" if name.startswith("validate-") else "yajl-raw"


def total(program, job, contestant, times):
    """The instructions of the whole program."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no",
               "--cachegrind-out-file=/dev/null", program,
               "--once", job, contestant, "--times", str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"{job}, {contestant}: {done.stderr}")
    return int(found.group(1).replace(",", ""))


def cost(program, job, contestant, more):
    """The instructions of one operation."""
    return (total(program, job, contestant, 1 + more)
            - total(program, job, contestant, 1)) // more


def measure(program):
    """Of each job what dsi costs, and the baseline, or None."""
    rows, waiting = {}, {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for job, more in JOBS:
            name, _, mark = job.partition("+")
            rows[job] = (name, CONTESTANTS[mark]), (name, baseline(job))
            for key in rows[job]:
                if key[1] and key not in waiting:
                    waiting[key] = pool.submit(cost, program, *key, more)
        costs = {key: future.result() for key, future in waiting.items()}
    return {job: (costs[dsi], costs.get(other)) for job, (dsi, other) in rows.items()}


def write(table, measured):
    """Writes the table."""
    with open(table, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for job, (dsi, other) in measured.items():
            ratio = f"{dsi / other:.2f}" if other else "-"
            file.write(f"{job:<34} {dsi:>10} {other or '-':>11} {ratio:>7}\n")


def read(table):
    """Of each job what dsi may cost."""
    with open(table, encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    return {row[0]: int(row[1]) for row in rows}


def compare_hpp(measured):
    """Says in which jobs dsi.hpp costs too much. Returns them."""
    wrong = set()
    for job, (hpp, dsi) in measured.items():
        if job.endswith("+hpp") and hpp > dsi * HPP_DEARER:
            print(f"{job}: {hpp} instructions, in C {dsi} ({100 * (hpp / dsi - 1):+.1f} "
                  f"%): dsi.hpp may cost {100 * (HPP_DEARER - 1):.0f} % more than C")
            wrong.add(job)
    return wrong


def compare(table, measured):
    """Says which rows are not true. Returns the jobs that are wrong."""
    rows = read(table)
    wrong = set(rows) ^ set(measured)
    for job in sorted(wrong):
        print(f"{job}: not in both the table and the jobs")
    for job, (now, _) in measured.items():
        due = rows.get(job, now)
        change = f"{job}: {due} -> {now} instructions ({100 * (now / due - 1):+.1f} %)"
        if now > due * DEARER:
            print(f"{change}: dearer than {table} allows")
            wrong.add(job)
        elif now < due * CHEAPER:
            print(f"{change}: cheaper; make it true with ./dev instructions --update")
            wrong.add(job)
    return wrong


def main():
    """See above."""
    arguments = sys.argv[1:]
    update = "--update" in arguments
    if update:
        arguments.remove("--update")
    if len(arguments) != 2:
        sys.exit(__doc__)
    measured = measure(arguments[0])
    wrong = compare_hpp(measured)
    if update:
        write(arguments[1], measured)
    else:
        wrong |= compare(arguments[1], measured)
    print(f"{len(measured)} jobs, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
