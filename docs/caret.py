#!/usr/bin/env python3
"""Draws docs/caret.svg: what `dsi validate --show-values` says of a broken request.

    docs/caret.py PROGRAM [--check]

With --check nothing is drawn: exit status 1 says that the picture is not what PROGRAM says.
"""
import html
import pathlib
import re
import subprocess
import sys
import textwrap

SOURCE = pathlib.Path(__file__).resolve().parent.parent
PICTURE = SOURCE / "docs/caret.svg"
COMMAND = ["validate", "start-request", "--show-values",
           "examples/messages/start-request-broken.json"]

COLUMNS = 102
WIDTH, MARGIN, LINE = 900, 20, 20  # pixels; a column has 8.43 in the fonts below

# Its own ground: the same on a light page and on a dark one.
HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" role="img">
<title>{title}</title>
<style>
  rect {{ fill: #0d1117; stroke: #6e7681 }}
  text {{ font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
    "Liberation Mono", monospace; fill: #c9d1d9; white-space: pre }}
  .command {{ fill: #7ee787 }}
  .value {{ fill: #ffffff }}
  .caret {{ fill: #ff7b72; font-weight: bold }}
</style>
<rect x="0.5" y="0.5" width="{inner_width}" height="{inner_height}" rx="6"/>
"""


def rows(line):
    """A line, cut between words where it would leave the picture."""
    if len(line) <= COLUMNS:
        return [line]
    return textwrap.wrap(line, COLUMNS, break_on_hyphens=False)


def kind(line):
    """What a line of the program is, as a class of the picture."""
    if re.match(r" +\^", line):
        return "caret"
    return "value" if line.startswith("    ") else "words"


def draw(said):
    """The picture of what the program said."""
    command = f"dsi {' '.join(COMMAND)}"
    lines = [("command", f"$ {command}")] + [(kind(line), line) for line in said]
    shown = [(name, row) for name, line in lines for row in rows(line)]
    height = 2 * MARGIN + LINE * len(shown)
    picture = HEAD.format(width=WIDTH, height=height, inner_width=WIDTH - 1,
                          inner_height=height - 1, title=html.escape(f"What {command} says"))
    for number, (name, row) in enumerate(shown):
        picture += (f'<text x="{MARGIN}" y="{MARGIN + LINE * number + 15}" class="{name}" '
                    f'xml:space="preserve">{html.escape(row, quote=False)}</text>\n')
    return picture + "</svg>\n"


def main():
    """See above."""
    ran = subprocess.run([pathlib.Path(sys.argv[1]).resolve(), *COMMAND], check=False,
                         cwd=SOURCE, stdout=subprocess.PIPE, encoding="utf-8")
    picture = draw(ran.stdout.splitlines())
    if sys.argv[2:] == ["--check"]:
        if PICTURE.read_text(encoding="utf-8") != picture:
            print("docs/caret.svg is not what the program says; ./dev docs draws it anew")
            return 1
        return 0
    PICTURE.write_text(picture, encoding="utf-8")
    return 0


sys.exit(main())
