"""The automata of a re2c source, as re2c itself makes them (re2c -D)."""
import pathlib
import re
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent

# In a label, one byte or a range of bytes in brackets.
ATOM = r'(0x[0-9A-F]{2}|\\.|[^\\])'
RANGE = re.compile(rf"\[{ATOM}(?:-{ATOM})?\]")


class Rule:
    """A rule of the source: what it matches, what is done, which conditions may follow."""

    def __init__(self, text, line):
        lines = text.split("\n")[line - 1:]
        head, self.action = re.match(r"(.*?\s)(\{(?!\d|\").*)$", lines[0]).groups()
        while self.action.count("{") > self.action.count("}"):
            self.action += "\n" + lines.pop(1)
        self.pattern = re.sub(r"=> .*|<[^>]*>", "", head).strip()
        self.next = set(re.findall(r"=> (\w+)", head))
        self.next |= set(re.findall(r"\byyc_?(\w+)", self.action))
        for label in re.findall(r"goto ((?!yyc)\w+)", self.action):
            code = re.search(rf"^{label}:\n((?: .*\n)*)", text, re.M)
            self.next |= set(re.findall(r"\byyc_?(\w+)", code[1])) if code else set()
        self.refuses = bool(re.search(r"^\{ *(FAULT|FAULT_AT_MARK)\(|goto refused|"
                                      r"return false|continue; ?\}$", self.action))


def byte_of(atom):
    """The byte that an atom of a label is."""
    if atom.startswith("0x"):
        return int(atom, 16)
    return ord(atom[-1])


def bytes_of(label):
    """The bytes of a label: [0x00-/][;][a-z]."""
    found = set()
    for first, last in RANGE.findall(label):
        found |= set(range(byte_of(first), byte_of(last or first) + 1))
    return frozenset(found)


def run(path, text):
    """re2c's graph of a source: edges of bytes, edges without, and lines of rules."""
    # re2c does not say where a rule without an action goes on; with one, it says its line.
    text = re.sub(r":=> *(\w+)", r"=> \1 {}", text)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, path.name)
        copy.write_text(text, encoding="utf-8")
        out = pathlib.Path(folder, "out.dot")
        subprocess.run(["re2c", "-D", "-b", "-c", "-I", SOURCE, "-o", out, copy],
                       check=True)
        graph = out.read_text(encoding="utf-8")
    moves, steps = {}, {}
    for left, right, label in re.findall(r'^(\w+) -> (\w+)(?: \[label="(.*)"\])?$', graph, re.M):
        if left == "0" and label.startswith("state="):
            continue
        if label == "":
            steps[left] = right
        elif not label.startswith("yyaccept"):
            moves.setdefault(left, []).append((bytes_of(label), right))
    rules = {node: Rule(text, int(line))
             for node, line in re.findall(r'^(\w+) \[label=".*:(\d+)"\]$', graph, re.M)}
    return moves, steps, rules


class Automaton:
    """The automaton of one condition: edges (from, bytes, to) and the rules that it ends in.

    A byte that no edge has is refused, or ends the match where an edge to a rule has no
    bytes.
    """

    def __init__(self, path, condition=None):
        text = (SOURCE / path).read_text(encoding="utf-8")
        self.moves, self.steps, self.rules = run(pathlib.Path(path), text)
        self.seconds = {end for node, end in self.steps.items()
                        if node.isdigit() and end in self.moves}
        self.start = self.at(condition or "1")
        self.edges = []
        todo, seen = [self.start], set()
        while todo:
            state = todo.pop(0)
            if state not in seen:
                seen.add(state)
                edges = self.edges_of(state)
                self.edges += edges
                todo += [end for _, _, end in edges]

    def at(self, node):
        """Where a node without bytes leads to."""
        while node in self.steps and node not in self.moves:
            node = self.steps[node]
        return node

    def moves_of(self, state):
        """The moves of a state, with those of another that it goes on as."""
        for some, node in self.moves.get(state, []):
            if node in self.seconds:  # the second half of a state, which reads no byte
                yield from ((some & more, end) for more, end in self.moves_of(node)
                            if some & more)
            else:
                yield some, node

    def edges_of(self, state):
        """The edges of a state but those that refuse."""
        found = {}
        for some, node in self.moves_of(state):
            end = self.at(node)
            rule = self.rules.get(end)
            if rule is not None and node == end:
                some = frozenset()  # the byte is not read: the match has ended before it
            if not (rule and rule.refuses) and (rule or end in self.moves):
                found[end] = found.get(end, frozenset()) | some
        return [(state, some, end) for end, some in found.items()]
