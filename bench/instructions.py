#!/usr/bin/env python3
"""Compares what dsi costs in instructions with a table that is checked in.

usage: instructions.py PROGRAM TABLE [--update]

For each job, cachegrind runs the program twice: with one operation and with some more.
The difference is what the operation costs. It does not depend on what else the machine
does. A job fails if dsi costs over 2 % more than its row says. It also fails if dsi
costs over 5 % less, because then the row is no longer true.
"""
import concurrent.futures
import os
import re
import subprocess
import sys

DEARER, CHEAPER = 1.02, 0.95

# In a job with this mark each model is handed over.
MODELS = "+models"

# Each job, and how many more operations its second run has. A large message needs one.
# Whole messages and models that are handed over are read directly; answers in chunks,
# and strings in chunks, by the stream.
JOBS = [
    ("start-request/compact", 200),
    ("start-request/long", 50),
    ("start-request/pretty", 200),
    ("start-request/escapes", 200),
    ("start-request/cjk", 200),
    ("start-answer", 200),
    ("get-answer/54k", 4),
    ("get-answer/54k+models", 4),
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
    ("encode-request/long", 50),
    ("arn/70", 1000),
    ("arn/2048", 200),
    ("arn/2048-bad-first", 1000),
    ("arn/2048-bad-last", 200),
]

# In these jobs yajl does nothing, or takes minutes. It has nothing to hand over.
WITHOUT_YAJL = ("arn/", "string/")

HEAD = """\
# Instructions of one operation. `./dev instructions --update` makes this file, and
# `./dev instructions` compares what is built with it.
#
# job                                    dsi        yajl   ratio
"""


def total(program, job, contestant, times):
    """The instructions of the whole program."""
    if job.endswith(MODELS) and contestant == "dsi":
        contestant = "dsi-sink"
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no",
               "--cachegrind-out-file=/dev/null", program,
               "--once", job.removesuffix(MODELS), contestant, "--times", str(times)]
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
    """Of each job what dsi costs, and yajl, or None."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = {}
        for job, more in JOBS:
            waiting[job, "dsi"] = pool.submit(cost, program, job, "dsi", more)
            if not job.startswith(WITHOUT_YAJL) and not job.endswith(MODELS):
                waiting[job, "yajl-raw"] = pool.submit(
                    cost, program, job, "yajl-raw", more)
        costs = {key: future.result() for key, future in waiting.items()}
    return {job: (costs[job, "dsi"], costs.get((job, "yajl-raw"))) for job, _ in JOBS}


def write(table, measured):
    """Writes the table."""
    with open(table, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for job, (dsi, yajl) in measured.items():
            ratio = f"{dsi / yajl:.2f}" if yajl else "-"
            file.write(f"{job:<34} {dsi:>10} {yajl or '-':>11} {ratio:>7}\n")


def read(table):
    """Of each job what dsi may cost."""
    with open(table, encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    return {row[0]: int(row[1]) for row in rows}


def compare(table, measured):
    """Says which rows are not true. Returns the exit status."""
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
    print(f"{len(measured)} jobs, {len(wrong)} wrong")
    return 1 if wrong else 0


def main():
    """See above."""
    arguments = sys.argv[1:]
    update = "--update" in arguments
    if update:
        arguments.remove("--update")
    if len(arguments) != 2:
        sys.exit(__doc__)
    measured = measure(arguments[0])
    if update:
        write(arguments[1], measured)
        return 0
    return compare(arguments[1], measured)


if __name__ == "__main__":
    sys.exit(main())
