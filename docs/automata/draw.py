#!/usr/bin/env -S python3 -B
"""Draws the automata of the library, as re2c makes them, into docs/automata/*.svg.

    docs/automata/draw.py [--check]

With --check nothing is drawn: exit status 1 says that a picture is not of the automaton
that re2c makes now. Places and sizes are not compared, since they depend on fonts.
"""
import html
import pathlib
import re
import subprocess
import sys

from re2c import Automaton

HERE = pathlib.Path(__file__).resolve().parent
ASCII = frozenset(range(0x80))

# ------------------------------------------------------------------------------ labels


def shown(byte):
    """A byte as it is written in a class."""
    return chr(byte) if 0x20 < byte < 0x7f else f"{byte:02X}"


def ranges(some):
    """Bytes as ranges: a-z 0-9 80-BF."""
    found, todo = [], sorted(some)
    while todo:
        first = last = todo.pop(0)
        while todo and todo[0] == last + 1 and kind(first) == kind(todo[0]):
            last = todo.pop(0)
        dash = "-" if last > first + 1 else " "
        found.append(shown(first) if first == last else f"{shown(first)}{dash}{shown(last)}")
    return " ".join(found)


def kind(byte):
    """Ranges are of bytes of one kind alone; other marks stand for themselves."""
    letter = chr(byte) if byte < 0x80 else ""
    mark = 0x20 < byte < 0x7f and not letter.isalnum()
    return (byte >= 0x80, letter.isdigit(), letter.isupper(), letter.islower(), mark and byte)


def but(missing):
    """What is missing of a large class, in words."""
    names = ["NUL"] if 0 in missing else []
    names += [ranges(missing - {0})] if missing - {0} else []
    return f" but {' '.join(names)}" if names else ""


def class_of(some):
    """A class of bytes, by what is missing where that is less."""
    if some <= ASCII and len(ASCII - some) < 8:
        return f"[ASCII{but(ASCII - some)}]"
    return f"[{ranges(some)}]"


def is_character(some):
    """Whether a part of a label is one printable character."""
    return not isinstance(some, str) and len(some) == 1 and 0x20 < min(some) < 0x7f


def words_of(label):
    """What is read on the way: "arn:" [a-z] [0-9]{12}."""
    words, at = [], 0
    while at < len(label):
        count = 1
        if is_character(label[at]):
            while at + count < len(label) and is_character(label[at + count]):
                count += 1
            words.append(f'"{"".join(chr(min(one)) for one in label[at:at + count])}"')
        else:
            while at + count < len(label) and label[at + count] == label[at]:
                count += 1
            word = label[at] if isinstance(label[at], str) else class_of(label[at])
            words.append(word if count == 1 else f"{word}{{{count}}}")
        at += count
    return " ".join(words)


# ---------------------------------------------------------------- making a graph smaller


def ways(edges, state, inner):
    """The ways of bytes beyond ASCII from a state through inner ones to another."""
    for some, end in [(some - ASCII, end) for start, some, end in edges if start == state]:
        if some and end in inner:
            yield from (((some, *way), last) for way, last in ways(edges, end, inner))
        elif some:
            yield (some,), end


def fold_characters(edges):
    """A whole UTF-8 character beyond ASCII as one edge, where a state takes any."""
    starts = {start for start, _, _ in edges}
    inner = {state for state in starts
             if all(not some & ASCII for start, some, end in edges if state in (start, end))}
    utf8 = Automaton("schema/text/utf8.re").edges
    whole = {way for way, _ in ways(utf8, "1", {start for start, _, _ in utf8})}
    folded = [(start, (some,), end) for start, some, end in edges
              if not {start, end} & inner]
    for start in sorted(starts - inner):
        found = list(ways(edges, start, inner))
        if found:
            assert {way for way, _ in found} == whole, "takes some, but not all"
            end, = {end for _, end in found}
            ascii_, = [edge for edge in folded if edge[0] == start and edge[2] == end]
            folded.remove(ascii_)
            folded.append((start, (f"[any{but(ASCII - ascii_[1][0])}]",), end))
    return [(start, tuple(one for one in label if one), end) for start, label, end in folded]


def join(edges, start):
    """A state that one edge leads to and one away from is none: they are one edge."""
    while True:
        for state in [end for _, _, end in edges if end != start]:
            before = [edge for edge in edges if edge[2] == state]
            behind = [edge for edge in edges if edge[0] == state]
            if len(before) == len(behind) == 1 and before != behind and behind[0][1]:
                edges = [edge for edge in edges if state not in (edge[0], edge[2])]
                edges.append((before[0][0], before[0][1] + behind[0][1], behind[0][2]))
                break
        else:
            return edges


# ------------------------------------------------------------------------------- graphs


class Graph:
    """A graph in dot's language. Nodes are known by any name; edges are merged."""

    def __init__(self, **attributes):
        self.attributes, self.nodes, self.edges = attributes, {}, {}

    def node(self, name, **attributes):
        """Adds a node, or attributes to one."""
        self.nodes.setdefault(name, {}).update(attributes)

    def edge(self, start, end, words):
        """Adds an edge, or a line to its words."""
        self.node(start)
        self.node(end)
        lines = self.edges.setdefault((start, end), [])
        if words not in lines:
            lines.append(words)

    def dot(self, name):
        """The text for dot."""
        numbers = {node: f"n{number}" for number, node in enumerate(self.nodes)}
        lines = [f'digraph "{name}" {{', GRAPH]
        lines += [f"  {key}={quoted(value)};" for key, value in self.attributes.items()]
        for node, attributes in self.nodes.items():
            given = ", ".join(f"{key}={quoted(*value.splitlines() or [''])}"
                              for key, value in attributes.items())
            lines.append(f"  {numbers[node]} [{given}];")
        for (start, end), words in self.edges.items():
            lines.append(f"  {numbers[start]} -> {numbers[end]} [label={quoted(*words)}];")
        return "\n".join([*lines, "}", ""])


GRAPH = """\
  rankdir=LR; bgcolor=white; pad=0.2; nodesep=0.25; ranksep=0.35;
  node [shape=circle, fontname="Helvetica,Arial,sans-serif", fontsize=13];
  edge [arrowsize=0.7, fontname="DejaVu Sans Mono,Menlo,Consolas,monospace", fontsize=12];"""
STATE = {"label": "", "width": "0.2", "fixedsize": "true"}
FIRST = {"style": "filled", "fillcolor": "black"}
END = {"shape": "box", "style": "rounded,filled", "fillcolor": "#dff0d8"}
INSIDE = {"shape": "box", "style": "rounded"}
OUTSIDE = {"shape": "box", "style": "rounded,dashed", "color": "#777777", "fontcolor": "#555555"}


def quoted(*lines):
    """Lines as a string of dot."""
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"')
                            for line in lines) + '"'


def draw_states(path, condition=None, **attributes):
    """An automaton, a circle for a state; a box for the rule that it ends in."""
    automaton = Automaton(path, condition)
    edges = [(start, (some,) if some else (), end) for start, some, end in automaton.edges]
    if condition == "any":
        edges = fold_characters(automaton.edges)
    graph = Graph(**attributes)
    graph.node(automaton.start, **STATE, **FIRST)
    for start, label, end in join(edges, automaton.start):
        graph.edge(start, end, words_of(label))
    for node in graph.nodes:
        rule = automaton.rules.get(node)
        if rule is None:
            graph.node(node, **STATE)
        else:
            span = re.search(r"dsi_span_\w+", rule.action)
            more = f", then {span[0]}" if span else ""
            graph.node(node, label=f"{rule.pattern}{more}", **END)
    return graph


def draw_conditions(inside, outside, **attributes):
    """The guard: a box for each condition of `inside`. `outside`: what others are shown as."""
    graph = Graph(**attributes)
    for condition in inside:
        graph.node(condition, **INSIDE)
    for condition in [*inside, *outside]:
        automaton = Automaton("codec/stream/guard.re", condition)
        for _, _, end in automaton.edges:
            rule = automaton.rules[end]
            for after in sorted(rule.next):
                if after not in inside and (condition not in inside or after not in outside):
                    continue
                graph.edge(outside.get(condition, condition), outside.get(after, after),
                           "else" if rule.pattern == '""' else rule.pattern)
    for name in outside.values():
        if name in graph.nodes:
            graph.node(name, **OUTSIDE)
    for name in graph.nodes:  # where it stays stands in the box: loops would cover others
        stays = graph.edges.pop((name, name), [])
        graph.node(name, label="\n".join([name, *(["\u21bb " + " ".join(stays)] if stays else [])]))
    return graph


STRUCTURE = ["start", "first_name", "name", "colon", "value", "first_item", "after", "done"]
NUMBERS = ["minus", "zero", "integer", "point", "fraction", "exponent", "exponent_sign",
           "exponent_digits"]
LITERALS = ["t", "tr", "tru", "f", "fa", "fal", "n", "nu", "nul"]
STRINGS = ["string", "tail1", "tail2", "tail3", "tail_e0", "tail_ed", "tail_f0", "tail_f4",
           "escape", "unit", "unit_d", "hex3", "hex2", "hex1", "high2", "high1",
           "low_backslash", "low_u", "low_d", "low_c"]
VALUES = {"value": "a value", "first_item": "a value"}

PICTURES = {
    "arn-any": lambda: draw_states("schema/arn/arn.re", "any", ranksep="1.2"),
    "arn-cluster": lambda: draw_states("schema/arn/arn.re", "cluster"),
    "arn-secret": lambda: draw_states("schema/arn/arn.re", "secret"),
    "arn-cluster-documented": lambda: draw_states("schema/arn/arn.re", "cluster_documented",
                                                  rankdir="TB"),
    "arn-secret-documented": lambda: draw_states("schema/arn/arn.re", "secret_documented",
                                                 rankdir="TB"),
    "token": lambda: draw_states("schema/label.re"),
    "utf8": lambda: draw_states("schema/text/utf8.re"),
    "guard-structure": lambda: draw_conditions(STRUCTURE, {
        "string": "a string", **dict.fromkeys(NUMBERS, "a number"),
        **dict.fromkeys(LITERALS, "a literal")}),
    "guard-numbers": lambda: draw_conditions(NUMBERS + LITERALS, {**VALUES, "after": "after"}),
    "guard-strings": lambda: draw_conditions(STRINGS, {
        **VALUES, "first_name": "a name", "name": "a name", "colon": "colon",
        "after": "after"}, rankdir="TB"),
}


def picture_of(name, dot):
    """The SVG, without what tells of the machine that drew it."""
    ran = subprocess.run(["dot", "-Tsvg"], input=dot, check=True, stdout=subprocess.PIPE,
                         encoding="utf-8")
    return re.sub(r"<!--.*?-->\n?", "", ran.stdout, flags=re.S)


def said_by(picture):
    """What a picture says: the titles and texts of its nodes and edges."""
    groups = re.findall(r'<g id="[^"]*" class="(\w+)">\n(.*?)</g>', picture, re.S)
    return sorted((which, *(html.unescape(text) for text in
                            re.findall(r"<(?:title|text[^>]*)>(.*?)</", body, re.S)))
                  for which, body in groups)


def main():
    """See above."""
    wrong = 0
    for name, draw in PICTURES.items():
        file = HERE / f"{name}.svg"
        picture = picture_of(name, draw().dot(name))
        if sys.argv[1:] != ["--check"]:
            file.write_text(picture, encoding="utf-8")
        elif not file.is_file() or \
                said_by(file.read_text(encoding="utf-8")) != said_by(picture):
            print(f"{file.name} is not what re2c makes; ./dev docs draws it anew")
            wrong += 1
    return 1 if wrong else 0


sys.exit(main())
