"""Takes the prose out of documents and headers. Lines keep their numbers."""
import re

# Folders without documents of the project.
NOT_OURS = {".git", "build", "generated", "node_modules"}


def read(path):
    """The text of a file."""
    return path.read_text(encoding="utf-8")


def files(source, suffix):
    """Every file of the project with this suffix, in order."""
    found = (path.relative_to(source) for path in source.rglob(f"*{suffix}"))
    return sorted(source / path for path in found if not NOT_OURS & set(path.parts))


def documents(source):
    """Every document in Markdown."""
    return files(source, ".md")


def blank(pattern, text):
    """The text with a blank in place of each match. Line ends are kept."""
    return re.sub(pattern, lambda found: " " + "\n" * found[0].count("\n"), text,
                  flags=re.M | re.S)


def without_blocks(text):
    """A document without blocks of code and comments."""
    return blank(r"^```.*?^```$", blank(r"<!--.*?-->", text))


def without_code(text):
    """A document without blocks of code, comments and spans of code."""
    return blank(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", without_blocks(text))


def of_document(text):
    """The prose of a document in Markdown: no code, no addresses."""
    return blank(r"\w+://[^\s)>]*", blank(r"(?<=\])\([^()\s]+\)", without_code(text)))


def of_manual(text):
    """The prose of a manual page in scdoc: text that is not bold or underlined."""
    text = blank(r"^```.*?^```$", text)
    text = re.sub(r"@\w+@|\\.", " ", text)
    return blank(r"(?<!\w)_[^\s_]+_(?!\w)", blank(r"\*[^*\n]+\*", text))


def of_header(text):
    """The comments of a header, without the lines in them that are code."""
    kept = "".join(found[0] if found[0].startswith("/*") else "\n" * found[0].count("\n")
                   for found in re.finditer(r"/\*.*?\*/|[^/]+|/", text, re.S))
    kept = blank(r"^ \*(?:     | {2,}\S*[;{}(=]).*?$", kept)
    return blank(r"`[^`\n]*`|\"[^\"\n]*\"|<[^<>\n]*>", kept)
