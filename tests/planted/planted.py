#!/usr/bin/env python3
"""Plants deliberate bugs, and checks that the tests detect them.

    planted.py [NAME...]    all patches of this folder, or those whose name contains NAME

Each patch is one bug. Its first line is

    GUARANTEE CHECK: what is wrong

GUARANTEE is one of SECURITY.md, or - if only an example or a header promises it. CHECK
is the check that must detect the bug, one of

    codec/SUITE, schema/SUITE, tool/SUITE   a suite of a test program
    asan codec/SUITE, ...                   the same, built with the sanitizers
    fuzz/HARNESS                            a harness, for a set number of runs
    prove/GROUP                             a group of proofs
    NAME                                    the CTest dsi_NAME

In a copy of the tree the check must pass, and with the patch it must fail. Every
guarantee and every harness needs a patch, which shows that its check can fail.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
WORK = ROOT / "build" / "planted"
HEAD = re.compile(r"(G\d+|-) (asan )?(\w+)(?:/([^:]+))?: (.+)")
# A number of runs and not of seconds, and the corpus in a fixed order: so the result
# does not depend on the machine.
FUZZ = ["-seed=1", "-runs=20000", "-max_len=4096"]


class Trouble(Exception):
    """An error that ends the run."""


class Patch:
    def __init__(self, path):
        self.path = path
        self.name = path.stem
        head = HEAD.fullmatch(path.read_text().split("\n", 1)[0])
        if head is None:
            raise Trouble(f"{path.name} does not begin with 'GUARANTEE CHECK: words'")
        self.guarantee, asan, self.program, self.part, self.words = head.groups()
        if asan:
            self.preset = "asan"
        else:
            self.preset = self.program if self.program in ("fuzz", "prove") else "dev"

    def check(self):
        where = "asan " if self.preset == "asan" else ""
        return where + (f"{self.program}/{self.part}" if self.part else self.program)


class Tree:
    """A copy of the sources, with its own build."""

    def __init__(self, preset):
        self.path = WORK / preset
        self.build = self.path / "build" / preset
        self.restore()
        self.run(["cmake", "--preset", preset, "-DDSI_WERROR=OFF"], "configure")

    def restore(self):
        """Undoes a patch. Copies only files that differ, so little is built again."""
        names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"],
                               cwd=ROOT, check=True, stdout=subprocess.PIPE,
                               text=True).stdout.splitlines()
        for name in filter(lambda name: (ROOT / name).exists(), names):
            source, copy = ROOT / name, self.path / name
            if not copy.exists() or source.read_bytes() != copy.read_bytes():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, copy)

    def run(self, command, what):
        done = subprocess.run(command, cwd=self.path, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise Trouble(f"{what} failed:\n{done.stdout}")

    def apply(self, patch):
        self.run(["patch", "-p1", "--fuzz=0", "--silent", "--no-backup-if-mismatch",
                  "--reject-file=-", "-i", str(patch.path)], f"{patch.name}: patch")

    def verdict(self, patch, limit):
        """Builds and runs the check: "passes", "fails" or "hangs"."""
        target, command, extra = self.job(patch)
        self.run(["cmake", "--build", self.build, "--target", target, "--", "--quiet"],
                 f"{patch.name}: build")
        with open(WORK / f"{patch.name}.log", "w") as log:
            try:
                done = subprocess.run(command, cwd=self.path, env=os.environ | extra,
                                      stdout=log, stderr=log, timeout=limit)
            except subprocess.TimeoutExpired:
                return "hangs"
        return "passes" if done.returncode == 0 else "fails"

    def job(self, patch):
        """The target to build, the command, and additions to its environment."""
        if patch.program == "fuzz":
            found = self.build / "found"
            shutil.rmtree(found, ignore_errors=True)
            found.mkdir()
            program = f"dsi_fuzz_{patch.part}"
            words = self.path / "fuzz" / "dict" / f"{patch.part}.dict"
            corpus = sorted((self.path / "fuzz" / "corpus" / patch.part).iterdir())
            return program, [self.build / "fuzz" / program, *FUZZ,
                             *([f"-dict={words}"] if words.exists() else []),
                             f"-seed_inputs={','.join(map(str, corpus))}",
                             f"-artifact_prefix={found}/", found], {}
        if patch.program == "prove":
            return "dsi_static", ["tests/prove/run", patch.part], {}
        if patch.part:
            program = f"test_{patch.program}"
            return f"dsi_{program}", [self.build / "tests" / patch.program / program], {
                "CK_RUN_SUITE": patch.part}
        return "all", ["ctest", "--test-dir", self.build, "--no-tests=error",
                       "--output-on-failure", "-R", f"^dsi_{patch.program}$"], {}


def check_all(preset, patches):
    """Plants each patch, and returns what is wrong, in words."""
    tree = Tree(preset)
    seconds = {}
    wrong = []
    for patch in patches:
        if patch.check() not in seconds:
            start = time.monotonic()
            if tree.verdict(patch, None) != "passes":
                raise Trouble(f"{patch.check()} fails without any patch")
            seconds[patch.check()] = time.monotonic() - start
    for patch in patches:
        tree.apply(patch)
        start = time.monotonic()
        verdict = tree.verdict(patch, 10 + 5 * seconds[patch.check()])
        print(f"{patch.guarantee:4}{patch.check():30}{verdict:8}"
              f"{time.monotonic() - start:5.1f} s  {patch.words}\n", end="", flush=True)
        if verdict == "passes":
            wrong.append(f"{patch.check()} does not detect {patch.path.name}")
        tree.restore()
    return wrong


def missing(patches):
    """Names each guarantee and each harness without a patch."""
    wanted = set(re.findall(r"^\| (G\d+) ", (ROOT / "SECURITY.md").read_text(), re.M))
    harnesses = (ROOT / "fuzz" / "corpus").iterdir()
    wanted |= {f"fuzz/{harness.name}" for harness in harnesses}
    had = {patch.guarantee for patch in patches} | {patch.check() for patch in patches}
    return [f"no patch is for {name}" for name in sorted(wanted - had)]


def main(names):
    patches = [Patch(path) for path in sorted(FOLDER.glob("*.patch"))]
    wrong = missing(patches)
    patches = [patch for patch in patches
               if not names or any(name in patch.name for name in names)]
    presets = sorted({patch.preset for patch in patches})
    with concurrent.futures.ThreadPoolExecutor() as pool:
        jobs = [pool.submit(check_all, preset,
                            [patch for patch in patches if patch.preset == preset])
                for preset in presets]
    for job in jobs:
        wrong += job.result()
    if wrong:
        raise Trouble("\n".join(wrong))
    print(f"{len(patches)} planted bugs, all detected")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Trouble as trouble:
        sys.exit(f"planted: {trouble}")
