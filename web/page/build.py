#!/usr/bin/env -S python3 -B
"""Builds the page: one file that has its style, its script and the module inside.

    web/page/build.py FOLDER: FOLDER/index.html is the page.
"""
import base64
import hashlib
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = SOURCE / "web/page"


def gathered(folder):
    """A copy of the package and the page, in which the page's load.js is the package's."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "web/page").mkdir(parents=True)
    shutil.copytree(SOURCE / "examples/messages", folder / "examples/messages")
    for path in [*(SOURCE / "web").glob("*.js"), SOURCE / "web/dsi.wasm", PAGE / "load.js"]:
        shutil.copy(path, folder / "web")
    for path in PAGE.glob("*.js"):
        shutil.copy(path, folder / "web/page")
    (folder / "web/page/load.js").unlink()
    return folder / "web/page/main.js"


def bundle(main):
    """One script of all modules."""
    return subprocess.run(
        ["esbuild", main, "--bundle", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning",
         "--loader:.wasm=binary", "--loader:.json=text"],
        check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def source_of(text):
    """A text as a source of a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(style, script):
    """Nothing may be loaded. Only this style and this script may work, and no text can
    become HTML."""
    return "; ".join([
        "default-src 'none'",
        f"script-src {source_of(script)} 'wasm-unsafe-eval'",
        f"style-src {source_of(style)}",
        "img-src data:", "base-uri 'none'", "form-action 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'"])


def main():
    """See above."""
    folder = pathlib.Path(sys.argv[1])
    style = (PAGE / "page.css").read_text(encoding="utf-8")
    script = bundle(gathered(folder / "source"))
    if "</script" in script.lower() or "</style" in style.lower():
        sys.exit("build.py: a closing tag would end the script or the style")
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    for name, text in [("policy", policy(style, script)), ("style", style), ("script", script)]:
        page = page.replace("{{" + name + "}}", text, 1)
    shutil.rmtree(folder / "source")
    (folder / "index.html").write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
