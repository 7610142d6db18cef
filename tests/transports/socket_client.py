#!/usr/bin/env python3
"""socket_client.py MOCK CLIENT: runs the example with a plain socket against dsi-mock."""
import sys

import loopback

# Why, options of the mock, last line, models.
ROWS = [
    ("two polls, then three pages", [], "all is done", 7),
    ("a larger database", ["--models", "100", "--page", "25"], "all is done", 100),
    ("throttled once", ["--fault", "throttle@2"], "all is done", 7),
    ("Start's answer is cut", ["--fault", "cut@1"], "all is done", 7),
    ("Start's answer is cut before its first byte", ["--fault", "empty@1"], "all is done", 7),
    ("a page is cut before its first byte", ["--fault", "empty@5"], "all is done", 7),
    ("always cut before the first byte", ["--fault", "empty"],
     "max_retries is spent: no complete answer arrived", 0),
    ("always throttled",
     ["--fault", "throttle"], "max_retries is spent: the service throttles requests",
     0),
    ("busy for a second", ["--fault", "busy@1"], "all is done", 7),
    ("the cluster resumes", ["--fault", "resuming@1"], "all is done", 7),
    ("a front end is down for one request", ["--fault", "html@3"], "all is done", 7),
    ("the bytes arrive slowly", ["--fault", "slow@4"], "all is done", 7),
    ("refused", ["--fault", "unauthorized"], "the service refused the request", 0),
    ("the introspection fails", ["--fault", "failed"], "the introspection has failed", 0),
]


def check(mock, client, row):
    """Why the row does not hold, or None."""
    why, options, end, models = row
    with loopback.mock(mock, *options) as (port, _):
        status, out, words = loopback.run(client, "127.0.0.1", port)
    *names, last = out.splitlines()
    good = (status == (0 if end == "all is done" else 1) and last == end
            and len(names) == len(set(names)) == models)
    return None if good else f"{why}: exit status {status}, {len(names)} models, {last}\n{words}"


def main():
    mock, client = sys.argv[1:3]
    return loopback.report([check(mock, client, row) for row in ROWS])


if __name__ == "__main__":
    sys.exit(main())
