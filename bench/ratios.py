#!/usr/bin/env python3
"""Prints what ratios.gp draws, from the JSON of dsi_bench.

A block of jobs (place, name), then a block for each contestant: its name, then its
bars' places and times relative to the baseline. Blocks are two empty lines apart.
"""
import json
import sys

JOBS = ["start-request/compact", "start-request/long", "start-answer",
        "get-answer/54k", "get-answer/15m", "get-answer/1.5m-by-16k",
        "encode-request/compact", "encode-answer/54k"]
ORDER = ["dsi", "dsi-sink", "dsi.hpp", "cjson", "cjson+regexec", "jansson", "json-c", "rapidjson",
         "rapidjson-dom", "rapidjson-sax", "simdjson", "yyjson", "yajl+pcre2",
         "snprintf"]


WIDTH = 0.085  # of a bar, in places of jobs


def bars(place, job):
    """The place and ratio of each contestant of a job, side by side."""
    ratios = {entry["name"]: entry["ratio"] for entry in job["contestants"]
              if "ratio" in entry}
    present = [name for name in ORDER if name in ratios]
    left = place - WIDTH * (len(present) - 1) / 2
    return {name: (left + WIDTH * i, ratios[name]) for i, name in enumerate(present)}


def main():
    """See above."""
    with open(sys.argv[1], encoding="utf-8") as file:
        jobs = {job["job"]: job for job in json.load(file)["jobs"]}
    shown = [name for name in JOBS if name in jobs]
    groups = [bars(place, jobs[name]) for place, name in enumerate(shown)]
    print('"jobs"')
    for place, name in enumerate(shown):
        print(f'{place}\t"{name}"')
    for contestant in ORDER:
        rows = [group[contestant] for group in groups if contestant in group]
        if rows:
            print(f'\n\n"{contestant}"')
            for place, ratio in rows:
                print(f"{place:.4f}\t{ratio}")


if __name__ == "__main__":
    main()
