#!/usr/bin/env python3
"""curl_client.py MOCK CLIENT: runs the example with libcurl against dsi-mock. Each row checks the
end, the models that are printed, and the number of requests."""
import json
import pathlib
import sys

import loopback

ARNS = ["--resource-arn", "arn:aws:rds:us-east-1:123456789012:cluster:orders",
        "--secret-arn", "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"]
BODY = pathlib.Path(__file__).parents[2] / "examples" / "messages" / "get-response.json"
GOOD = [*ARNS, "--database-name", "orders"]
SUCCESS = {"status": "SUCCESS", "models": 7}
SPENT = {"error": {"message": "max_retries is spent: no complete answer arrived"}}


def error(kind, status, class_):
    """The members of the last line that an error must have. The mock chooses the message."""
    return {"error": {"type": kind, "status": status, "class": class_}}


# Why, options of the mock, arguments of the client, last line, models, requests.
ROWS = [
    ("two polls, then three pages", [], GOOD, SUCCESS, 7, 6),
    ("ready at once", ["--processing", "0"], GOOD, SUCCESS, 7, 4),
    ("one page", ["--page", "25"], GOOD, SUCCESS, 7, 4),
    ("the client chooses the page size", [], [*GOOD, "--max-results", "2"], SUCCESS, 7, 7),
    ("with GraphQL schemas", [], [*GOOD, "--include-models-sdl"], SUCCESS, 7, 6),
    ("absent members are null, as the service writes them", ["--nulls"], GOOD, SUCCESS, 7, 6),
    ("an empty database", ["--models", "0"], GOOD, {"status": "SUCCESS", "models": 0}, 0, 4),
    ("a larger database", ["--models", "100", "--page", "25"], GOOD,
     {"status": "SUCCESS", "models": 100}, 100, 7),
    ("the models of a file", ["--models-from", BODY, "--page", "1"], GOOD,
     {"status": "SUCCESS", "models": 1}, 1, 4),

    ("Start is throttled once", ["--fault", "throttle@1"], GOOD, SUCCESS, 7, 7),
    ("a Get is throttled once", ["--fault", "throttle@3"], GOOD, SUCCESS, 7, 7),
    ("always throttled: five retries", ["--fault", "throttle"], GOOD,
     error("TooManyRequestsException", 429, "throttle"), 0, 6),
    ("the server fails once", ["--fault", "internal@2"], GOOD, SUCCESS, 7, 7),
    ("the server always fails", ["--fault", "internal"], GOOD,
     error("InternalFailureException", 500, "modelled"), 0, 6),
    ("a front end is down for one request", ["--fault", "html@1"], GOOD, SUCCESS, 7, 7),
    ("Start's answer is cut", ["--fault", "cut@1"], GOOD, SUCCESS, 7, 7),
    ("a page is cut: its models arrive twice, but count once", ["--fault", "cut@4"], GOOD,
     SUCCESS, None, 7),
    ("always cut", ["--fault", "cut"], GOOD, SPENT, 0, 6),
    ("Start's answer is cut before its first byte", ["--fault", "empty@1"], GOOD, SUCCESS, 7, 7),
    ("a page is cut before its first byte", ["--fault", "empty@4"], GOOD, SUCCESS, 7, 7),
    ("always cut before the first byte", ["--fault", "empty"], GOOD, SPENT, 0, 6),
    ("the cluster resumes", ["--fault", "resuming@1"], GOOD, SUCCESS, 7, 7),
    ("the bytes arrive slowly", ["--fault", "slow"], GOOD, SUCCESS, 7, 6),
    ("Start is refused", ["--fault", "unauthorized@1"], GOOD,
     error("UnauthorizedException", 401, "modelled"), 0, 1),
    ("a Get is refused", ["--fault", "not-found@2"], GOOD,
     error("NotFoundException", 404, "modelled"), 0, 2),
    ("only the body has the type", ["--fault", "code-error@1"], GOOD,
     error("BadRequestException", 400, "modelled"), 0, 1),
    ("a page is refused: the models before it are printed", ["--fault", "unauthorized@5"], GOOD,
     error("UnauthorizedException", 401, "auth"), 3, 5),
    ("the introspection fails", ["--fault", "failed"], GOOD,
     {"introspectionStatus": "FAILED"}, 0, 2),

    ("the service refuses a request that was not validated", [],
     [*ARNS, "--database-name", "", "--no-validate"],
     error("BadRequestException", 400, "modelled"), 0, 1),
    ("an invalid request is not sent", [], [*ARNS, "--database-name", ""], None, 0, 0),
]

# Why, the mock's --fault, a line on standard error.
WORDS = [
    ("the client waits as the hint says", "busy@1",
     "the service had an error that may pass: asking again in 1000 ms"),
    ("the last line names the last cause",
     "throttle", "max_retries is spent: the service throttles requests"),
    ("the last cause is that no answer arrived",
     "cut", "max_retries is spent: no complete answer arrived"),
    ("a transfer that libcurl calls partial counts as lost", "cut@1", "Transferred a partial file"),
    ("the body of an error that is not JSON", "html@1",
     "the body of a service error cannot be read: this byte is not allowed here at byte 0"),
    ("a refusal", "unauthorized", "the service refused the request"),
]


def contains(whole, part):
    """Whether each member of part is in whole."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            name in whole and contains(whole[name], value) for name, value in part.items())
    return whole == part


def check(mock, client, row):
    """Why the row does not hold, or None."""
    why, options, arguments, end, models, requests = row
    with loopback.mock(mock, *options) as (port, asked):
        status, out, words = loopback.run(
            client, "--endpoint", f"http://127.0.0.1:{port}", "--max-wait-ms", "1",
            *arguments)
    lines = [json.loads(line) for line in out.splitlines()]
    asked = [line for line in asked if "/v1/datasources/introspections" in line]
    last = lines.pop() if lines else None
    good = (status == (0 if end is not None and end.get("status") == "SUCCESS" else 1)
            and (last == end if end is None else contains(last, end))
            and (models is None or len(lines) == models)
            and len({line["name"] for line in lines}) == (7 if models is None else models)
            and all(("sdl" in line) == ("--include-models-sdl" in arguments) for line in lines)
            and len(asked) == requests
            and all("/us-east-1/appsync/aws4_request" in line for line in asked))
    return None if good else (f"{why}: exit status {status}, {len(lines)} models, {last}, "
                              f"{len(asked)} requests\n{words}")


def check_words(mock, client, row):
    """Why the row does not hold, or None."""
    why, fault, line = row
    with loopback.mock(mock, "--fault", fault) as (port, _):
        said = loopback.run(client, "--endpoint", f"http://127.0.0.1:{port}", "--max-wait-ms",
                            "1", *GOOD)[2]
    return None if line in said.splitlines() else f"{why}: {said}"


def same_words(mock, client):
    """The client reports a violation in the words that the server would use."""
    arguments = [*ARNS, "--database-name", ""]
    with loopback.mock(mock) as (port, _):
        endpoint = ["--endpoint", f"http://127.0.0.1:{port}"]
        before = loopback.run(client, *endpoint, *arguments)[2].strip()
        _, out, _ = loopback.run(client, *endpoint, *arguments, "--no-validate")
    after = json.loads(out)["error"]["message"]
    return None if before == after else f"{before!r} before, {after!r} after"


def main():
    mock, client = sys.argv[1:]
    failures = [*(check(mock, client, row) for row in ROWS),
                *(check_words(mock, client, row) for row in WORDS)]
    failures.append(same_words(mock, client))
    return loopback.report(failures)


if __name__ == "__main__":
    sys.exit(main())
