#!/usr/bin/env python3
"""record.py MOCK CLIENT DSI: records runs of the example with libcurl, of the mock and of an
attacker's service, which puts secret values where they are hard to find. No file may hold one. What
cannot be replaced is not written, and the client says so."""
import contextlib
import http.server
import json
import os
import pathlib
import re
import sys
import tempfile
import threading
import urllib.request

import loopback
from recorded import check_folder, plain

ACCOUNT = "210987654321"
OTHER = "345678901234"  # an account that the client does not know
ID = "7b0c2a9e-1d34-4f6b-9a55-0c1d2e3f4a5b"
TOKEN = "eyJ2ZXJzaW9uIjoy/Qx+9Zk=="
KEYS = {"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "AWS_SESSION_TOKEN": "IQoJb3JpZ2luX2VjEXAMPLE/token+1=="}
CLUSTER, SECRET = "till-2", "prod/till-AbCdEf"
ARNS = ["--resource-arn", f"arn:aws:rds:us-east-1:{ACCOUNT}:cluster:{CLUSTER}",
        "--secret-arn", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:{SECRET}",
        "--database-name", "shop"]
# None of these may stand in a file. The name of the cluster counts as a whole word.
HIDDEN = [ACCOUNT, OTHER, ID, TOKEN, SECRET, "AKIAI44QH8DHBEXAMPLE", "lice", "tail9", *KEYS.values()]
WORD = re.compile(rf"(?i)(?<![\w-]){re.escape(CLUSTER)}(?![\w-])")

ESCAPED = "an id or a token has an escape"
PLACED = "a secret value stands where it cannot be replaced"
NOT_JSON = "the body is not JSON"
SHORT = "too short or too plain to be found"
BEGUN = {"introspectionId": ID, "introspectionStatus": "PROCESSING"}
DONE = {"introspectionId": ID, "introspectionStatus": "SUCCESS"}
ALL = ["001-start", "002-get"]
START, GET, NONE = ALL[:1], ALL[1:], []


def answer(body, status=200, headers=()):
    """An answer, which may use the headers of the request."""
    def make(_):
        return status, headers, body if isinstance(body, bytes) else json.dumps(body).encode()
    return make


def well(text):
    """The answer to a Get that ends the run, with this JSON as an unknown member."""
    text = text if isinstance(text, str) else json.dumps(text)
    return answer(json.dumps(DONE)[:-1].encode() + b',"note":' + text.encode() + b"}")


def echo(name, change=lambda value: value):
    """Refuses, and repeats a header of the request in its message."""
    def make(headers):
        said = json.dumps({"message": f"not equal: {headers[name]}"})
        return 403, [("x-amzn-errortype", "InvalidSignatureException")], change(said).encode()
    return make


def capitals(text):
    return well({"text": text.upper()})


STARTS, GETS = answer(BEGUN), answer(DONE)
UNICODE = f"{ID[:-1]}\\u{ord(ID[-1]):04x}"

# Why, the answer to Start and to each Get, the exchanges that are written, words of the client.
ROWS = [
    ("nothing odd", STARTS, GETS, ALL, None),
    ("the id in a message, a list and a name's value", STARTS,
     well({"text": f"no {ID}", "list": [ID, f"x{ID}y"]}), ALL, None),
    ("the id in capitals", STARTS, capitals(ID), ALL, None),
    ("the session token in small letters", STARTS, well(KEYS["AWS_SESSION_TOKEN"].lower().join('""')),
     ALL, None),
    ("a token that begins with the id", STARTS,
     answer(DONE | {"introspectionResult": {"nextToken": f"{ID}/tail9"}}), ALL, None),
    ("escapes four deep that hide nothing", STARTS,
     well({"a": json.dumps({"b": json.dumps({"c": '"'})})}), ALL, None),
    ("the account in a text and in a number", STARTS,
     well({"text": f"a{ACCOUNT}b", "number": int(ACCOUNT), "longer": int("9" + ACCOUNT)}), ALL, None),
    ("an account that nobody named", STARTS, well({"owner": OTHER, "number": int(OTHER)}), ALL, None),
    ("an ARN that nobody named", STARTS,
     well(f"[\"User: arn:aws:iam::{OTHER}:user/alice is not authorized\"]"), ALL, None),
    ("a name before the ARN that teaches it", STARTS,
     well(f"[\"alice\", \"arn:aws:iam::{OTHER}:user/alice\"]"), ALL, None),
    ("a key that nobody named", STARTS, well({"key": "AKIAI44QH8DHBEXAMPLE"}), ALL, None),
    ("the cluster as a word, and within another", STARTS,
     well({"text": f"cluster {CLUSTER}, {CLUSTER}_old"}), ALL, None),
    ("an instance of the cluster", STARTS, well({"text": f"{CLUSTER}-instance-1 is down"}), ALL, None),
    ("a secret without its last six letters, and a part of it", STARTS,
     well({"text": f"can't find secret {SECRET[:-7]}."}), ALL, None),
    ("an account in groups of four", STARTS,
     well({"text": "account 2109-8765-4321, or 2109 8765 4321"}), ALL, None),
    ("the cluster after an escape", STARTS, well(f'"a\\n{CLUSTER}\\n"'), ALL, None),
    ("secrets in headers", STARTS, answer(DONE, headers=[
        ("x-amzn-requestid", ID), ("x-other", f"{TOKEN} {ACCOUNT}"), ("Set-Cookie", ID),
        ("x-amzn-error-message", f"{ACCOUNT} {CLUSTER}")]), ALL, None),
    ("characters of other scripts", STARTS, well('"Größe, 表, \U0001f600"'), ALL, None),
    ("headers that are not ASCII", STARTS, answer(DONE, headers=[
        ("x-amzn-error-message", "\xc1\xa1lice"), ("Via", "\xc1\xa1lice")]), ALL, None),
    ("a folded header", STARTS, answer(DONE, headers=[("Via", f"a\r\n {ID}")]), ALL, None),
    ("the session token is repeated", echo("X-Amz-Security-Token"), GETS, START, None),
    ("the signature is repeated", echo("Authorization"), GETS, START, None),
    ("the session token is repeated with an escape",
     echo("X-Amz-Security-Token", lambda said: said.replace("/", "\\/")), GETS, NONE, PLACED),
    ("the signature is repeated with escapes", echo("Authorization", lambda said: re.sub(
        "[0-9a-f]{8}(?=\")", lambda found: "".join("\\u%04X" % ord(each) for each in found[0]),
        said)), GETS, NONE, PLACED),
    ("a body that dsi refuses", answer(b'{"introspectionId":[1]}'), GETS, START, None),
    ("no body", answer(b"", 503), GETS, ["001-start", "006-start"], None),

    ("the id has an escape", answer(json.dumps(BEGUN).replace(ID, UNICODE).encode()), GETS, GET,
     ESCAPED),
    ("an escaped name hides the id", answer(
        json.dumps(BEGUN).replace("ionId", "ion\\u0049d").encode()), GETS, GET,
     "the name of a member has an escape"),
    ("the id has an escape in another member", STARTS, well(f'"{UNICODE}"'), START, PLACED),
    ("an escape within an escape", STARTS, well({"json": f'"{UNICODE}"'}), START, PLACED),
    ("escapes three deep", STARTS, well(json.dumps({"json": json.dumps(f'"{UNICODE}"')})), START,
     PLACED),
    ("escapes forty deep", STARTS, well(f'"%{"25" * 40}"'), START, PLACED),
    ("the id is percent-encoded", STARTS, well({"url": f"/a/{ID[:-1]}%{ord(ID[-1]):02x}"}), START,
     PLACED),
    ("an account with an escape", STARTS, well(f'"{OTHER[:4]}\\u003{OTHER[4]}{OTHER[5:]}"'), START,
     PLACED),
    ("a key with an escape", STARTS, well('"\\u0041KIAI44QH8DHBEXAMPLE"'), START, PLACED),
    ("an ARN with an escape", STARTS, well(f'"arn:aws:iam::{OTHER}:user\\/alice"'), START, PLACED),
    ("the id as the name of a member", STARTS, well({ID: 1}), START, PLACED),
    ("the cluster as the name of a member", STARTS, well({CLUSTER: 1}), START, PLACED),
    ("an ARN with the name of a member", STARTS,
     well({"arn": "arn:aws:rds:us-east-1::cluster:note"}), START, PLACED),
    ("an escaped header", STARTS, answer(DONE, headers=[
        ("x-amzn-error-message", f"{ACCOUNT[:4]}%{ord(ACCOUNT[4]):x}{ACCOUNT[5:]}")]), START, PLACED),
    ("HTML", answer(f"<html>{ID}</html>".encode(), 400), GETS, NONE, NOT_JSON),
    ("bytes that are not UTF-8", answer(b'{"a":"\xff"}'), GETS, NONE, NOT_JSON),
    ("a letter in two bytes", STARTS, answer(b'{"a":"\xc1\xa1lice"}'), START, NOT_JSON),
    ("a letter in three bytes", STARTS, answer(b'{"a":"\xe0\x81\xa1lice"}'), START, NOT_JSON),
    ("a letter in four bytes", STARTS, answer(b'{"a":"\xf0\x80\x81\xa1lice"}'), START, NOT_JSON),
    ("a character that is cut", STARTS, answer(b'{"a":"\xe2\x82"}'), START, NOT_JSON),
    ("NULs between digits", STARTS, answer(b'{"a":"' + b"\0".join(
        b"%d" % int(digit) for digit in ACCOUNT) + b'"}'), START, NOT_JSON),
    ("UTF-16", STARTS, answer(json.dumps(DONE).encode("utf-16")), START, NOT_JSON),
    ("JSON, then something else", STARTS, answer(json.dumps(DONE).encode() + b"<!-- -->"), START,
     NOT_JSON),
    ("more ends than beginnings", STARTS, answer(b'{"a":1}}{'), START, NOT_JSON),
    ("a body that is not whole", answer(b'{"a":"b'), GETS, NONE, "not whole"),
    ("an object without its end", answer(b'{"a":1'), GETS, NONE, "not whole"),
    ("a body that is too large", STARTS, well({"text": 9 * 2**20 * "a"}), START, "it is too large"),
    ("an id of one letter: nothing can be trusted after it",
     answer(BEGUN | {"introspectionId": "i"}), GETS, NONE, SHORT),
    ("an id that is a word", answer(BEGUN | {"introspectionId": "introspection"}), GETS, NONE, SHORT),
    ("an id that is not ASCII", answer(BEGUN | {"introspectionId": "1234567é"}), GETS, NONE, ESCAPED),
    ("a short request id", answer(BEGUN, headers=[("x-amzn-requestid", "1")]), GETS, NONE, SHORT),
    ("more ARNs than there is room for", STARTS,
     well([f"arn:aws:iam::{OTHER}:user/u-{number}" for number in range(300)]), START,
     "there are too many values to replace"),
    ("more accounts than there is room for",
     answer(BEGUN | {"note": list(range(345678900000, 345678900300))}), GETS, NONE,
     "there are too many values to replace"),
]


@contextlib.contextmanager
def service(start, get):
    """Yields the port of a service that answers so, and the values that no file may hold."""
    seen = []

    class Handler(http.server.BaseHTTPRequestHandler):
        """Answers each request as the row says."""
        def reply(self, make):
            """Sends the answer that `make` makes."""
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            seen.append(self.headers["Authorization"].partition("Signature=")[2])
            status, headers, body = make(self.headers)
            self.send_response_only(status)
            for name, value in [*headers, ("Content-Length", str(len(body)))]:
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(OSError):  # the client may go at any time
                self.wfile.write(body)

        def do_POST(self):  # pylint: disable=invalid-name
            """A Start."""
            self.reply(start)

        def do_GET(self):  # pylint: disable=invalid-name
            """A Get."""
            self.reply(get)

        def log_message(self, *_):  # pylint: disable=arguments-differ
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server.server_port, seen
        server.shutdown()
        thread.join()


def leaks(folder, hidden):
    """The values that stand in a file, however they are written."""
    for path in sorted(folder.glob("*")):
        for text in plain(path.read_bytes().decode("utf-8", "replace")):
            yield from (f"{path.name}: {value}" for value in hidden
                        if value.lower() in text.lower())
            yield from (f"{path.name}: {name}" for name in WORD.findall(text))


def run(client, port, folder):
    """Runs the client with its keys. Returns what it says."""
    os.environ.update(KEYS)
    loopback.KEYS.update(KEYS)
    return loopback.run(client, "--endpoint", f"http://127.0.0.1:{port}", "--max-wait-ms", "1",
                        "--record", str(folder), *ARNS)


def written(folder):
    """The exchanges that have all three files. Any other file is one too many."""
    if not folder.exists():
        return []
    names = sorted({path.stem for path in folder.iterdir()})
    return names if len(list(folder.iterdir())) == 3 * len(names) else list(folder.iterdir())


def says_nothing(status, folder, said):
    """Whether a run that recorded nothing has failed, and left nothing."""
    return status == 1 and not folder.exists() and "record: no exchange was written; " in said


def check(client, row, folder):
    """Why the row does not hold, or None."""
    why, start, get, expected, words = row
    with service(start, get) as (port, signatures):
        status, _, said = run(client, port, folder)
    found = [name for name in written(folder) if name in expected or name in ALL]
    leaked = list(leaks(folder, HIDDEN + signatures))
    good = (found == expected and not leaked and status in (0, 1)
            and (words is None) == (" is not written: " not in said)
            and (words or "") in said
            and (bool(found) or says_nothing(status, folder, said)))
    return None if good else f"{why}: {status}, {found}, {leaked}, {said}"


def check_mock(mock, client, dsi, place):
    """Records runs of the mock, and replays them."""
    rows = [("well", [], 6, "6 of 6 exchanges"), ("nulls", ["--nulls"], 6, "6 of 6"),
            ("throttled once", ["--fault", "throttle@2"], 7, "7 of 7"),
            ("refused", ["--fault", "unauthorized@2"], 2, "2 of 2"),
            ("a page is cut", ["--fault", "cut@4"], 6, "004-get is not written: the answer did not"),
            ("HTML once", ["--fault", "html@2"], 6, "002-get is not written: the body is not JSON")]
    for why, options, count, words in rows:
        folder = place / why.replace(" ", "-")
        with loopback.mock(mock, *options) as (port, _):
            said = run(client, port, folder)[2]
        failures = [each for each in check_folder(dsi, folder) if each]
        failures += leaks(folder, HIDDEN)
        good = not failures and len(written(folder)) == count and words in said
        yield None if good else f"{why}: {failures}, {written(folder)}, {said}"


def check_bytes(mock, client, place):
    """But for values of which a stand-in tells, a recorded body is what the mock sent."""
    folder = place / "bytes"
    with loopback.mock(mock, "--processing", "0") as (port, _):
        run(client, port, folder)
        first = f"http://127.0.0.1:{port}/v1/datasources/introspections/" \
                "00000000-0000-4000-8000-000000000001"
        sent = urllib.request.urlopen(first).read()
    body = (folder / "002-get.body").read_bytes()
    other = [at for at in range(len(sent)) if body[at:at + 1] != sent[at:at + 1]]
    places = [range(found.start(1), found.end(1)) for found in
              re.finditer(rb'"(?:introspectionId|nextToken)":"([^"]*)"', sent)]
    good = len(body) == len(sent) and all(any(at in each for each in places) for at in other)
    return None if good and other else f"other bytes differ: {other}"


def check_words(client, folder):
    """A name counts as a whole word only. The words around it stay."""
    words = f"{CLUSTER} {CLUSTER}_old {CLUSTER}-1 {SECRET[:-7]} 2109-8765-4321 {CLUSTER}."
    with service(STARTS, well({"text": words})) as (port, _):
        run(client, port, folder)
    body = (folder / "002-get.body").read_text(encoding="utf-8")
    good = re.search(rf'"(x+-x) {CLUSTER}_old \1-1 x+/x+\d+ x+-x+-x*\d+ \1\."', body)
    return None if good else body


def check_folder_exists(client, place):
    """A record never goes into a folder that exists, and nothing is sent then."""
    status, _, said = run(client, "1", place)
    return None if status == 1 and "record: " in said and "connect" not in said else said


def check_no_service(client, folder):
    """Without a service there is nothing to record."""
    status, _, said = run(client, "1", folder)
    return None if says_nothing(status, folder, said) else f"no service: {status}, {said}"


def main():
    mock, client, dsi = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        rows = [check(client, row, place / str(number)) for number, row in enumerate(ROWS)]
        rows += check_mock(mock, client, dsi, place)
        rows += [check_bytes(mock, client, place), check_words(client, place / "words"),
                 check_folder_exists(client, place), check_no_service(client, place / "nobody")]
    return loopback.report(rows)


if __name__ == "__main__":
    sys.exit(main())
