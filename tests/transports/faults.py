#!/usr/bin/env python3
"""faults.py MOCK DSI: tests what dsi-mock does for its --fault options: each fault byte for byte,
and only at the request it is for. Also tests its pages, tokens, log and end."""
import collections
import json
import re
import signal
import subprocess
import sys
import time

import loopback
from mock import ARNS, FIRST, GOOD, START, exchange, get, post

Answer = collections.namedtuple("Answer", "status headers body")
JSON = "application/json"
CODE_ERROR = {"errorType": "PARSER_ERROR", "value": "unexpected end",
              "location": {"line": 1, "column": 2, "span": -1}}

# Kind, status, type in the header, content type, members or beginning of the body, Retry-After.
REFUSALS = [
    ("throttle", 429, "TooManyRequestsException", JSON, {"message": "Too Many Requests"}, None),
    ("busy", 503, "ServiceUnavailableException", JSON, {"message": "Service Unavailable"}, "1"),
    ("resuming", 400, "DatabaseResumingException", JSON, {}, None),
    ("internal", 500, "InternalFailureException", JSON, {}, None),
    ("unauthorized", 401, "UnauthorizedException", JSON, {}, None),
    ("not-found", 404, "NotFoundException", JSON, {}, None),
    ("code-error", 400, None, JSON, {
        "__type": "com.amazonaws.appsync#BadRequestException", "reason": "CODE_ERROR",
        "detail": {"codeErrors": [CODE_ERROR]}}, None),
    ("html", 503, None, "text/html", re.compile(rb"<html>"), None),
    ("empty", 200, None, JSON, re.compile(rb"$"), None),
]

# Why, options, query of a Get after the first Start, status, names of models, next token.
PAGES = [
    ("the service's page size", [], "", 200, [0, 1, 2], "page+2/3="),
    ("the client asks for fewer models", [], "?maxResults=2", 200, [0, 1], "page+2/2="),
    ("the client asks for more models", [], "?maxResults=25", 200, [0, 1, 2], "page+2/3="),
    ("the client asks for 0 models, so the service decides", [], "?maxResults=0", 200, [0, 1, 2],
     "page+2/3="),
    ("the second page", [], "?nextToken=page%2B2%2F3%3D", 200, [3, 4, 5], "page+2/6="),
    ("the last page", [], "?nextToken=page%2B2%2F6%3D", 200, [6], None),
    ("all models on one page", ["--page", "25"], "", 200, [0, 1, 2, 3, 4, 5, 6], None),
    ("as many models as a page holds", ["--models", "3"], "", 200, [0, 1, 2], None),
    ("no model", ["--models", "0"], "", 200, [], None),
    ("a token for a place after the last model", [], "?nextToken=page%2B2%2F7%3D", 400, None, None),
    ("a token for the first page, which needs none", [], "?nextToken=page%2B2%2F0%3D", 400, None,
     None),
    ("a token with a sign", [], "?nextToken=page%2B2%2F%2B3%3D", 400, None, None),
    ("a token with a NUL after it", [], "?nextToken=page%2B2%2F3%3D%00", 400, None, None),
    ("a token that overflows", [], "?nextToken=page%2B2%2F" + 30 * "9" + "%3D", 400, None, None),
    ("an empty token", [], "?nextToken=", 400, None, None),
]


def ask(port, sent):
    """Sends one request. Returns the answer."""
    head, _, body = exchange(port, sent).partition(b"\r\n\r\n")
    first, *lines = head.decode("ascii").split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return Answer(int(first.split()[1]), headers, body)


def holds(why, got, expected):
    """Why the row does not hold, or None."""
    return None if got == expected else f"{why}: {got!r} instead of {expected!r}"


def is_refused(answer, row):
    """Whether the answer is the one of the row."""
    _, status, kind, content, expected, later = row
    body = (json.loads(answer.body).items() >= expected.items()
            if isinstance(expected, dict) else expected.match(answer.body) is not None)
    return (answer.status, answer.headers.get("x-amzn-errortype"),
            answer.headers["content-type"], answer.headers.get("retry-after"),
            body) == (status, kind and kind.lower(), content, later, True)


def check_refusals(program):
    """With @2 only the second request fails. Without it each one fails, with the first of two
    faults."""
    for row in REFUSALS:
        with loopback.mock(program, "--fault", f"{row[0]}@2") as (port, _):
            answers = [ask(port, post(GOOD)) for _ in range(3)]
        yield holds(f"{row[0]}@2", [answer.status for answer in answers], [200, row[1], 200])
        yield holds(f"{row[0]}@2: {answers[1]}", is_refused(answers[1], row), True)
        yield holds(f"{row[0]}: request ids",
                    len({answer.headers["x-amzn-requestid"] for answer in answers}), 3)
        with loopback.mock(program, "--fault", row[0], "--fault", "cut") as (port, _):
            answers = [ask(port, sent) for sent in (post(GOOD), get(FIRST), get("/"))]
        yield holds(row[0], [is_refused(answer, row) for answer in answers], [True] * 3)


def check_wire(program):
    """Bodies that are cut, and bodies that are whole but slow."""
    options = ["--processing", "0", "--models", "1"]
    with loopback.mock(program, *options, "--fault", "cut@2", "--fault", "slow@4") as (port, _):
        ask(port, post(GOOD))
        cut, whole = ask(port, get(FIRST)), ask(port, get(FIRST))
        begun = time.monotonic()
        slow = ask(port, get(FIRST))
        taken = time.monotonic() - begun
    size = len(whole.body)
    yield holds("cut: the length that was promised", cut.headers["content-length"], str(size))
    yield holds("cut: half of it comes", cut.body, whole.body[:size // 2])
    yield holds("slow: it is the same", slow.body, whole.body)
    yield holds(f"slow: {taken} s for {size} bytes", size // 16 * 0.002 < taken < 5, True)


def check_failed(program):
    """The fault `failed` applies only to a Get. With @N it applies to one request."""
    with loopback.mock(program, "--fault", "failed@1", "--fault", "failed@3") as (port, _):
        answers = [json.loads(ask(port, sent).body)
                   for sent in (post(GOOD), get(FIRST), get(FIRST), get(FIRST))]
    yield holds("failed", [answer["introspectionStatus"] for answer in answers],
                ["PROCESSING", "PROCESSING", "FAILED", "SUCCESS"])
    yield holds("failed: why", answers[2]["introspectionStatusDetail"],
                "the database does not exist")
    with loopback.mock(program, "--fault", "failed", "--fault", "throttle@1") as (port, _):
        yield holds("failed does not apply to a Start, the fault after it does",
                    [ask(port, sent).status for sent in (post(GOOD), get(FIRST))], [429, 404])


def check_processing(program):
    """Each introspection is processing for this number of Gets."""
    for count in (0, 1, 3):
        with loopback.mock(program, "--processing", str(count)) as (port, _):
            ask(port, post(GOOD))
            ask(port, post(GOOD))
            for target in (FIRST, FIRST[:-1] + "2"):
                said = [json.loads(ask(port, get(target)).body)["introspectionStatus"]
                        for _ in range(count + 1)]
                yield holds(f"--processing {count}", said, count * ["PROCESSING"] + ["SUCCESS"])


def check_page(program, why, options, query, status, names, token):
    with loopback.mock(program, "--processing", "0", *options) as (port, _):
        ask(port, post(GOOD))
        answer = ask(port, get(FIRST + query))
    result = json.loads(answer.body).get("introspectionResult", {})
    models = result.get("models")
    return holds(why, (answer.status, models and [model["name"] for model in models],
                       result.get("nextToken")),
                 (status, names and [f"table_{name}" for name in names], token))


def check_members(program):
    """The members of a model, and where they are null."""
    for options, query, sdl in (([], "", "absent"), ([], "?includeModelsSDL=true", "text"),
                                (["--nulls"], "?includeModelsSDL=false", "null")):
        with loopback.mock(program, "--processing", "0", *options) as (port, _):
            ask(port, post(GOOD))
            body = ask(port, get(FIRST + query)).body
        model = json.loads(body)["introspectionResult"]["models"][0]
        found = {str: "text", type(None): "null"}[type(model["sdl"])] if "sdl" in model else (
            "absent")
        yield holds(f"sdl with {options} {query}", found, sdl)
        yield holds(f"nulls with {options}", b"null" in body, bool(options))
        kinds = {field["type"]["kind"] for field in model["fields"]}
        yield holds("kinds", kinds, {"Scalar", "NonNull", "List", "Enum"})
        yield holds("primary key", model["primaryKey"]["name"], "PRIMARY_KEY")


def check_words(program, dsi):
    """The mock refuses an invalid request in the words of `dsi validate`."""
    bodies = [{}, {"resourceArn": "x"}, ARNS | {"databaseName": ""},
              {"resourceArn": "é" * 3000, "secretArn": "", "databaseName": "o" * 129}]
    with loopback.mock(program) as (port, _):
        for body in bodies:
            text = json.dumps({"rdsDataApiConfig": body})
            said = subprocess.run([dsi, "validate", "start-request", "--json"], input=text,
                                  stdout=subprocess.PIPE, encoding="utf-8", check=False)
            answer = ask(port, post(text))
            yield holds(f"words of {text[:60]}", (answer.status, json.loads(answer.body)),
                        (400, {"message": json.loads(said.stdout)["message"]}))


def check_log(program):
    """The log escapes control characters of a client, because it may go to a terminal."""
    signed = (b"Host: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AKID/20261126/us-east-1/"
              b"appsync/aws4_request, SignedHeaders=host, Signature=00")
    with loopback.mock(program) as (port, lines):
        ask(port, get("/a").replace(b"/a", b"/\x1b[31m\xff"))
        ask(port, get("/b").replace(b"Host: x", signed))
    yield holds("the log", lines, [
        "1 GET /\\x1B[31m\\xFF 403 unsigned",
        "2 GET /b 403 Credential=AKID/20261126/us-east-1/appsync/aws4_request"])


def check_end(program):
    """Both signals end the mock with status 0, even after a request that was cut."""
    for number in (signal.SIGTERM, signal.SIGINT):
        with subprocess.Popen([program], stdout=subprocess.PIPE, encoding="utf-8") as process:
            port = re.search(r":(\d+)\n", process.stdout.readline())[1]
            exchange(port, b"GET /")
            process.send_signal(number)
            yield holds(f"ended by {number.name}", process.wait(timeout=30), 0)


def main():
    program, dsi = sys.argv[1:3]
    failures = [*check_refusals(program), *check_wire(program), *check_failed(program),
                *check_processing(program), *check_members(program),
                *(check_page(program, *row) for row in PAGES),
                *check_words(program, dsi), *check_log(program), *check_end(program)]
    return loopback.report(failures)


if __name__ == "__main__":
    sys.exit(main())
