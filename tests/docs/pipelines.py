#!/usr/bin/env -S python3 -B
"""Checks that the documents' pipelines with curl work, and keep their exit status.

    pipelines.py DSI MOCK SOURCE: DSI is the program, MOCK dsi-mock, SOURCE the folder of the
    project; loopback.py and mock.py are in PYTHONPATH.

bash runs each command with curl as it is written, after the settings of its document. A
line NAME=VALUE applies to everything after it, a line "set ..." only to its own block.
Only two things are replaced: the service's address by the mock's, and "..." by a
request.
"""
import contextlib
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile

import helptext
import loopback
import prose
from mock import FIRST, GOOD, START, exchange, post

# These documents must have a pipeline. Pipelines of other documents are run as well.
WANTED = {"docs/guide/shell.md", "docs/dsi.1.scd", "--help"}
SERVICE = "https://appsync.us-east-1.amazonaws.com"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
# blocks.py runs these, each with a mock of its own.
RUN = re.compile(r"^<!-- run -->\n```console\n.*?^```$", re.M | re.S)
PIPE = re.compile(r"\bcurl\b.*\| *dsi\b")

# Files that a reader needs. The page describes the contents of aws.curl.
FILES = {"aws.curl": 'aws-sigv4 = "aws:amz:us-east-1:appsync"\nuser = "KEY:SECRET"\n',
         "body.json": GOOD, "request.json": GOOD}
REQUESTS = {"start": f"--json @request.json {SERVICE}{START}", "get": f"{SERVICE}{FIRST}"}

# The text of a good answer, printed or in a file.
PRINTED = {"start": ["00000000-0000-4000-8000-0000000000"],
           "get": ["table_0", "table_1", "table_2"]}

# The reason, the options of the mock (None: there is no server), the exit status, the
# output.
ROWS = [
    ("the service is well", ["--processing", "0"], 0, None),
    ("the request is refused", ["--fault", "unauthorized"], 4, '"UnauthorizedException"'),
    ("the service throttles requests", ["--fault", "throttle"], 4, '"TooManyRequestsException"'),
    ("the service is busy", ["--fault", "busy"], 4, '"ServiceUnavailableException"'),
    ("the cluster resumes", ["--fault", "resuming"], 4, '"DatabaseResumingException"'),
    ("an answer has no body", ["--fault", "empty"], 0, r"\{\}"),
    ("a front end is down, and answers in HTML", ["--fault", "html"], 4, '"status": ?503'),
    ("the answer is cut", ["--processing", "0", "--fault", "cut"], 3, "too early"),
    ("there is no server", None, 3, "did the transfer fail"),
]


def shell_blocks(text):
    """The blocks of a document that are for a shell, and its other lines."""
    text = RUN.sub("", text)
    blocks = [block for language, block in BLOCK.findall(text) if language != "c"]
    return blocks, BLOCK.sub("", text)


def documents(program, source):
    """The name, blocks and other lines of each document. The help of all commands is
    one."""
    for path in [*prose.documents(source), source / "docs/dsi.1.scd"]:
        text = prose.read(path)
        text = text.replace("\\\\", "\\") if path.suffix == ".scd" else text
        yield str(path.relative_to(source)), *shell_blocks(text)
    helps = [helptext.help_of(program, *command)
             for command in [[], *([name] for name in helptext.commands(program))]]
    yield "--help", [re.search(r"^Examples:\n((?:  .*\n)+)", text, re.M)[1]
                     for text in helps], ""


def commands(block):
    """Each command of a block, with its continuation lines."""
    return [part.strip() for part in re.findall(r"(?:.*(?:\\|\||&&)\n)*.*\n", block)]


def pipelines(blocks):
    """The script for bash for each command with curl."""
    values = []
    for block in blocks:
        settings = []
        for command in commands(block):
            if re.search(r"\bcurl\b", command):
                yield "\n".join([*values, *settings, command])
            elif re.match(r"set ", command):
                settings.append(command)
            elif re.match(r"\w+=", command):
                values.append(command)


@contextlib.contextmanager
def service(mock, options):
    """The port of a mock with a started introspection, or a port without a server."""
    if options is None:
        with socket.socket() as taken:  # taken by a socket that does not listen
            taken.bind(("127.0.0.1", 0))
            yield str(taken.getsockname()[1])
        return
    with loopback.mock(mock, *options) as (port, _):
        exchange(port, post(GOOD))
        yield port


def run(script, dsi, port):
    """The exit status, and the text of both outputs and of the files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            pathlib.Path(folder, name).write_text(text, encoding="utf-8")
        own = {"HOME": folder, "ID": FIRST.rpartition("/")[2],
               "PATH": f"{pathlib.Path(dsi).parent}:{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-c", script.replace(SERVICE, f"http://127.0.0.1:{port}")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                              stdin=subprocess.DEVNULL, encoding="utf-8", cwd=folder, timeout=60,
                              env=os.environ | loopback.KEYS | own)
        kept = [path.read_text(encoding="utf-8") for path in pathlib.Path(folder).iterdir()
                if path.name not in FILES]
    return done.returncode, "".join([done.stdout, *kept])


def check(script, dsi, mock, row):
    """The reason why a pipeline does not do what the row expects, or None."""
    why, options, status, words = row
    message = re.search(r"dsi decode (start|get)-response", script)
    if message is None:
        return f"no command that the test knows:\n{script}"
    script = re.sub(r"(\bcurl\b[^|]*?)\.\.\.", rf"\1{REQUESTS[message[1]]}", script)
    if "amazonaws" in script.replace(SERVICE, ""):
        return f"an address that the test does not know:\n{script}"
    with service(mock, options) as port:
        code, printed = run(script, dsi, port)
    wanted = PRINTED[message[1]] if words is None else [words]
    good = code == status and all(re.search(word, printed) for word in wanted)
    return None if good else f"{why}: exit status {code} instead of {status}\n{script}\n{printed}"


def main():
    """See above."""
    dsi, mock, source = sys.argv[1:]
    failures = []
    for name, blocks, rest in documents(dsi, pathlib.Path(source)):
        scripts = list(pipelines(blocks))
        if name in WANTED:
            failures.append(None if scripts else f"{name}: there is no pipeline")
        failures.extend(f"{name}: not in a block: {line}" for line in rest.splitlines()
                        if PIPE.search(line))
        for script in scripts:
            failed = [check(script, dsi, mock, row) for row in ROWS]
            failures.extend(words and f"{name}: {words}" for words in failed)
    return loopback.report(failures)


if __name__ == "__main__":
    sys.exit(main())
