#!/usr/bin/env python3
"""recorded.py DSI FOLDER: replays each folder of recorded exchanges in FOLDER. Every answer must be
decoded: whole, by chunks and streamed alike. Ids and tokens of requests must be those of the
answers before them. No file may hold a value that looks secret."""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import loopback

CHUNKS = ["1", "7", "4096"]
STAND_IN = "99999999"  # begins the number of an account

# What looks secret, in a text without escapes. (?!...) excludes stand-ins.
SECRETS = {
    "the number of an account": rf"(?<!\d)(?!{STAND_IN})\d{{12}}(?!\d)",
    "the id of a key": r"(?:AKIA|ASIA|AIDA|AROA|ABIA)[A-Z0-9]{16}",
    "a UUID": r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "a signature": r"(?i)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])",
}
# What holds a value that must be a stand-in: x, and perhaps a number at its end.
HOLDERS = {
    "a name in an ARN": re.compile(r"arn:[\w-]*:[\w-]*:[\w-]*:\w*:(?:[\w-]+[:/])?([\w/+=.@!-]*)"),
    "a signed header": re.compile(r"(?im)^(?:authorization|x-amz-(?!retry-after)[\w-]+): *(.*)$"),
}
BLANK = re.compile(r"[^0-9A-Za-wyz]*\d{0,3}\W*")

# Why, a text that the patterns must find, or must not find.
FOUND = [
    ("an account", '"account":"123456789012"'),
    ("an account whose digits are escaped", r'"1234\u003567\u00389012"'),
    ("escapes within escapes", r'"1234\\u00356789012"'),
    ("percent-escapes", "/1234%356789012"),
    ("a key", "Credential=AKIAIOSFODNN7EXAMPLE/"),
    ("the key of a role", "ASIAIOSFODNN7EXAMPLE"),
    ("a request id", "x-amzn-requestid: 6304d639-8431-4188-8718-000000000001"),
    ("a signature", "Signature=" + 32 * "0f"),
    ("a cluster", "arn:aws:rds:us-east-1:999999990001:cluster:orders"),
    ("a short name", "arn:aws:rds:us-east-1:999999990001:cluster:a"),
    ("a user", "arn:aws:iam::999999990001:user/alice is not authorized"),
    ("a session token", "X-Amz-Security-Token: IQoJb3"),
    ("the date of a signature", "\nX-Amz-Date: 20261127T000000Z"),
]
NOT_FOUND = [
    ("stand-ins in an ARN", "arn:aws:rds:us-east-1:999999990001:cluster:xxx004"),
    ("stand-ins in a secret's name", "arn:aws:secretsmanager::999999990001:secret:xxxxxx-xxx006"),
    ("a name of one letter", '"arn:aws:rds:us-east-1:999999990001:cluster:x"'),
    ("a blanked header", "Authorization: xxxx-xxxx xxxxxxxxxx=xxx/xx, xxx=xx\r\n"),
    ("a hint, which is a number", "x-amz-retry-after: 1500\r\n"),
    ("a number of 13 digits", '"length":1234567890123'),
]


def plain(text):
    """Yields the text, and again with each level of escapes undone."""
    for _ in range(20):
        yield text
        before = text
        text = re.sub(r"\\(?:u([0-9a-fA-F]{4})|(.))",
                      lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)
        text = urllib.parse.unquote(text, errors="replace")
        if text == before:
            return


def secrets_in(text):
    """The names of what is found."""
    texts = list(plain(text))
    found = [name for name, pattern in SECRETS.items()
             if any(re.search(pattern, each) for each in texts)]
    return found + [name for name, pattern in HOLDERS.items() for each in texts
                    if not all(BLANK.fullmatch(value) for value in pattern.findall(each))]


def exchanges(folder):
    """The paths of the exchanges, without suffix, in order."""
    return sorted(path.with_suffix("") for path in folder.glob("*.head"))


def decode(dsi, message, sent, *options):
    """The exit status, and the lines as JSON."""
    done = subprocess.run([dsi, "decode", message, *options], input=sent, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def joined(lines):
    """What --stream printed, as one answer."""
    *models, answer = lines
    if "introspectionResult" in answer:
        answer["introspectionResult"]["models"] = models
    return [answer]


def replay(dsi, path):
    """Returns why the answer is not decoded alike, or None, and the answer."""
    message = "start-response" if path.name.endswith("-start") else "get-response"
    sent = path.with_suffix(".head").read_bytes() + path.with_suffix(".body").read_bytes()
    status, lines, said = decode(dsi, message, sent, "--http")
    if status not in (0, 4):
        return f"{path}: exit status {status}: {said.decode()}", {}
    for chunk in CHUNKS:
        if decode(dsi, message, sent, "--http", "--chunk", chunk)[:2] != (status, lines):
            return f"{path}: not the same by chunks of {chunk}", {}
    if message == "get-response":
        for options in ([], ["--chunk", "1"]):
            streamed, models, _ = decode(dsi, message, sent, "--http", "--stream", *options)
            if (streamed, joined(models)) != (status, lines):
                return f"{path}: not the same if it is streamed {options}", {}
    return None, lines[0]


def check_request(dsi, path, known):
    """Returns why the request is no good, or asks for what no answer named, or None."""
    head, _, body = path.with_suffix(".request").read_bytes().partition(b"\r\n\r\n")
    if path.name.endswith("-start"):
        status, _, said = decode(dsi, "start-request", body)
        return None if status == 0 else f"{path}: the request: {said.decode()}"
    status, lines, said = decode(dsi, "get-request", head.split(b" ")[1])
    asked = lines[0] if lines else {}
    if status != 0:
        return f"{path}: the request: {said.decode()}"
    unknown = {asked.get(name) for name in ("introspectionId", "nextToken")} - known
    return None if not unknown else f"{path}: no answer before it named {unknown}"


def check_folder(dsi, folder, every=True):
    """Yields why each exchange does not hold, or None. With every=False some were not written, so
    a request can name what is in no answer."""
    known = {None}
    for path in exchanges(folder):
        words, answer = replay(dsi, path)
        yield words
        if every:
            yield check_request(dsi, path, known)
        known |= {answer.get("introspectionId"),
                  answer.get("introspectionResult", {}).get("nextToken")}
    for path in sorted(folder.iterdir()):
        found = secrets_in(path.read_bytes().decode("utf-8", "replace"))
        yield f"{path} holds {found}" if found else None


def check_patterns():
    """The patterns find what they must, and nothing else."""
    for why, text in FOUND:
        yield None if secrets_in(text) else f"{why} is not found"
    for why, text in NOT_FOUND:
        yield f"{why}: {secrets_in(text)}" if secrets_in(text) else None


def main():
    dsi, place = sys.argv[1], pathlib.Path(sys.argv[2])
    folders = sorted(path for path in place.iterdir() if path.is_dir())
    rows = [*check_patterns()]
    for folder in folders:
        rows += check_folder(dsi, folder)
        rows.append(None if len(exchanges(folder)) > 0 else f"{folder} is empty")
    rows.append(None if folders else f"{place} has no folder")
    return loopback.report(rows)


if __name__ == "__main__":
    sys.exit(main())
