#!/usr/bin/env python3
"""Prints the tables of README.md, from the JSON of dsi_bench."""
import json
import sys

# A table for all jobs with the same contestants; after those, tables of memory.
TIMES = [
    ("Decode and validate a Start request", "start-request/"),
    ("Decode answers", ("start-answer", "get-answer/54k", "get-answer/1.5m",
                        "get-answer/15m", "get-answer/cjk", "get-answer/escapes",
                        "string/4m")),
    ("Encode a Start request", "encode-request/"),
    ("Encode a Get answer", "encode-answer/"),
    ("Validate a Start request", "validate-request/"),
    ("Match an ARN", "arn/"),
]
CHUNKS = ("Decode in chunks", ("get-answer/1.5m-by-64", "get-answer/1.5m-by-1k",
                               "get-answer/1.5m-by-16k", "get-answer/1.5m-by-64k",
                               "get-answer/cjk-by-16k", "get-answer/escapes-by-16k",
                               "string/4m-by-1k"))
MEMORY = ("start-request/compact", "get-answer/54k", "get-answer/1.5m", "get-answer/15m")


def chosen(jobs, which):
    """The jobs of a prefix, or of a tuple of names."""
    if isinstance(which, str):
        return [job for job in jobs if job["job"].startswith(which)]
    return [job for job in jobs if job["job"] in which]


def duration(nanoseconds):
    """In a unit in which it is short."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def row(cells):
    """A line of a table."""
    return "| " + " | ".join(cells) + " |"


def times(jobs):
    """A table: a row a contestant, a column a job."""
    names = {}
    for job in jobs:
        for entry in job["contestants"]:
            names.setdefault(entry["name"], {})[job["job"]] = entry
    print(row([""] + [job["job"] for job in jobs]))
    print(row(["---"] + ["---:"] * len(jobs)))
    for name, entries in names.items():
        cells = [entries.get(job["job"], {}) for job in jobs]
        if any("best_ns" in entry for entry in cells):
            print(row([name] + [
                f"{duration(entry['best_ns'])} ({entry['ratio']:.2g})"
                if "ratio" in entry else entry.get("standing", "")
                for entry in cells]))


def memory(job):
    """A table of cold time and memory, a row a contestant."""
    print(row([job["job"], "warm", "cold", "allocations", "peak heap", "own room"]))
    print(row(["---"] + ["---:"] * 5))
    for entry in job["contestants"]:
        if "cold_ns" in entry:
            print(row([entry["name"], duration(entry["best_ns"]),
                       duration(entry["cold_ns"]), f"{entry['allocations']:,}",
                       f"{entry['peak_heap_bytes']:,}",
                       f"{entry['own_room_bytes']:,}"]))


def main():
    """See above."""
    with open(sys.argv[1], encoding="utf-8") as file:
        jobs = json.load(file)["jobs"]
    for title, which in TIMES + [CHUNKS]:
        print(f"\n{title}:\n")
        times(chosen(jobs, which))
    print("\nCold time and memory:")
    for job in chosen(jobs, MEMORY):
        print()
        memory(job)


if __name__ == "__main__":
    main()
