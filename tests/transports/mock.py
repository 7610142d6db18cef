#!/usr/bin/env python3
"""mock.py MOCK: sends dsi-mock requests that none of the example clients would send, and runs it
with wrong arguments."""
import errno
import json
import pathlib
import re
import socket
import sys
import tempfile

import loopback

START = "/v1/datasources/introspections"
ARNS = {"resourceArn": "arn:aws:rds:us-east-1:123456789012:cluster:orders",
        "secretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"}
GOOD = json.dumps({"rdsDataApiConfig": ARNS | {"databaseName": "orders"}})
FIRST = START + "/00000000-0000-4000-8000-000000000001"


def post(body, target=START, length=None):
    """A POST as bytes."""
    body = body.encode("utf-8") if isinstance(body, str) else body
    return (f"POST {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            f"Content-Length: {len(body) if length is None else length}\r\n\r\n").encode() + body


def get(target, method="GET"):
    """A request without a body as bytes."""
    return f"{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()


# Why, the request, status, type of the error, words in the body.
ROWS = [
    ("a good Start", post(GOOD), 200, None, '"introspectionStatus":"PROCESSING"'),
    ("an empty body", post(""), 400, "BadRequestException", "too early at byte 0"),
    ("not JSON", post("{]"), 400, "BadRequestException", "at byte 1"),
    ("not UTF-8", post(b'{"a":"\xff"}'), 400, "BadRequestException", "at byte 6"),
    ("a member twice", post('{"rdsDataApiConfig":{},"rdsDataApiConfig":{}}'), 400,
     "BadRequestException", "twice"),
    ("an object without members", post("{}"), 200, None, "introspectionId"),
    ("required members are missing", post('{"rdsDataApiConfig":{}}'), 400,
     "BadRequestException", "3 validation errors detected."),
    ("the largest body", post(" " * (65536 - len(GOOD)) + GOOD), 200, None,
     "introspectionId"),
    ("a body that is one byte too large", post(" " * (65537 - len(GOOD)) + GOOD), 413,
     "RequestEntityTooLargeException", "message"),
    ("a body that is far too large",
     post(" " * 1000000), 413, "RequestEntityTooLargeException", "message"),
    ("a Get of an unknown id", get(FIRST[:-1] + "9"), 404, "NotFoundException", "message"),
    ("an id with an escape", get(START + "/a%2Fb"), 404, "NotFoundException", "message"),
    ("half an escape", get(START + "/a%2"), 400, "BadRequestException", "at byte"),
    ("a word that is not a boolean",
     get(FIRST + "?includeModelsSDL=yes"), 400, "BadRequestException", "boolean"),
    ("too many models at once", get(FIRST + "?maxResults=26"), 400, "BadRequestException",
     "'/maxResults' failed to satisfy constraint"),
    ("a Start in absolute form", post(GOOD, "http://x:80" + START), 200, None,
     '"introspectionStatus":"PROCESSING"'),
    ("a Get in absolute form", get("HTTPS://x" + FIRST), 200, None,
     '"introspectionStatus":"PROCESSING"'),
    ("a Get of an unknown id in absolute form", get("http://x" + FIRST[:-1] + "9"), 404,
     "NotFoundException", "message"),
    ("user information", get("http://u@x" + FIRST), 400, "BadRequestException", "at byte 8"),
    ("a Start with user information", post(GOOD, "http://u@x" + START), 403,
     "MissingAuthenticationTokenException", "Missing"),
    ("another scheme", get("ftp://x" + FIRST), 403, "MissingAuthenticationTokenException",
     "Missing"),
    ("no path", get("http://x"), 403, "MissingAuthenticationTokenException", "Missing"),
    ("another route", get("/v1/apis"), 403, "MissingAuthenticationTokenException", "Missing"),
    ("another method", get(FIRST, "DELETE"), 403, "MissingAuthenticationTokenException",
     "Missing"),
    ("a Start by GET", get(START), 403, "MissingAuthenticationTokenException", "Missing"),
    ("not HTTP", b"\x00\xff\r\n\r\n", None, None, ""),
    ("a connection without a byte", b"", None, None, ""),
    ("a body that never arrives", post("{", length=100), None, None, ""),
]

FILES = {"none": None, "empty": "", "no JSON": "[", "no models": "{}"}

# Arguments, exit status, printed words.
ARGUMENTS = [
    (["--version"], 0, r"dsi-mock \d+\.\d+\.\d+\n"),
    (["--page", "0"], 2, "dsi-mock: no number that is possible here: 0\n"),
    (["--page", "26"], 2, "possible"),
    (["--port", "65536"], 2, "possible"),
    (["--models", "-1"], 2, "possible"),
    (["--models", "1x"], 2, "possible"),
    (["--fault", "nothing"], 2, "no kind of fault: nothing"),
    (["--fault", "cut@0"], 2, "possible"),
    (["--fault", "cut@"], 2, "possible"),
    (["--fault"], 2, "requires an argument"),
    (["--faults", "cut"], 2, "unrecognized option"),
    (["word"], 2, "no option: word"),
    (["--fault", "cut"] * 33, 2, "too many faults"),
]


def exchange(port, sent):
    """Sends, and returns everything until the other side closes. It fails if that never happens."""
    with socket.create_connection(("127.0.0.1", int(port)), timeout=20) as wire:
        parts = []
        try:
            wire.sendall(sent)
            wire.shutdown(socket.SHUT_WR)
            while part := wire.recv(65536):
                parts.append(part)
        except (ConnectionError, BrokenPipeError):
            pass  # the mock answered and closed before it read everything
        except OSError as error:
            if isinstance(error, TimeoutError) or error.errno != errno.ENOTCONN:
                raise
    return b"".join(parts)


def check(port, row):
    """Why the row does not hold, or None."""
    why, sent, status, kind, words = row
    head, _, body = exchange(port, sent).decode("utf-8", "replace").partition("\r\n\r\n")
    said = re.match(r"HTTP/1\.[01] (\d+) ", head)
    found = re.search(r"^x-amzn-errortype: (.*?)\r?$", head, re.M | re.I)
    good = ((int(said[1]) if said else None) == status
            and (found[1] if found else None) == kind and words in body)
    return None if good else f"{why}: {head!r} {body!r}"


def check_arguments(program, arguments, status, words):
    """Why the arguments do not have this outcome, or None."""
    code, out, said = loopback.run(program, *arguments)
    return None if code == status and re.search(words, out + said) else (
        f"{arguments}: exit status {code}, {out + said!r}")


def check_files(program):
    """Files without models are refused."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            path = pathlib.Path(folder, name)
            if text is not None:
                path.write_text(text, encoding="utf-8")
            yield check_arguments(program, ["--models-from", path], 5, re.escape(str(path)))


def check_help(program):
    """The help lists all kinds of faults, and the mock accepts each of them."""
    _, out, _ = loopback.run(program, "--help")
    kinds = re.findall(r"^  ([a-z-]+)  ", out.split("Kinds of faults")[1], re.M)
    yield None if len(kinds) == 12 else f"kinds in the help: {kinds}"
    for kind in kinds:
        with loopback.mock(program, "--fault", f"{kind}@1") as (port, _):
            yield None if exchange(port, post(GOOD)) else f"{kind}: nothing comes"


def check_rows(program):
    """Sends every row to one mock, which must keep running. Then starts another on its port."""
    with loopback.mock(program) as (port, asked):
        yield from (check(port, row) for row in ROWS)
        yield check(port, ("it still answers", *ROWS[0][1:]))
        yield check_arguments(program, ["--port", port], 1, f"cannot listen on port {port}")
    yield None if asked[0] == f"1 POST {START} 200 unsigned" else f"--verbose: {asked[0]}"


def main():
    program = sys.argv[1]
    failures = [*check_rows(program), *check_files(program), *check_help(program),
                *(check_arguments(program, *row) for row in ARGUMENTS)]
    return loopback.report(failures)


if __name__ == "__main__":
    sys.exit(main())
