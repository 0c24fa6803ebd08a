"""Which test reaches which sentence, and the page docs/errors.md: python tests/errors/reach.py [pytest arguments].

Runs the tests with a mark on every place that raises, also in the processes that they start, and writes ``reached.json``
(sentence → a test) and the page. Sentences that a run of some tests does not reach keep the test they had.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
# Put before everything that a Python process imports; the test that runs is known from pytest's own variable.
MARK = """
import os, sys
def _mark():
    from briefing.errors import BriefingError
    from slide_templates.problems import Fault
    def marked(kind):
        plain = kind.__init__
        def init(self, *given, **named):
            plain(self, *given, **named)
            frame = sys._getframe(1)
            with open({log!r}, "a") as log:
                log.write(f"{{frame.f_code.co_filename}}\\t{{frame.f_lineno}}\\t{{given[0] if given else ''!r}}\\t{{os.environ.get('PYTEST_CURRENT_TEST', '')}}\\n")
        kind.__init__ = init
    marked(BriefingError)
    marked(Fault)
_mark()
"""


def main() -> int:
    from catalogue import messages

    from page import written

    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.tsv"
        log.touch()
        (Path(folder) / "sitecustomize.py").write_text(MARK.format(log=str(log)), encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([folder, str(ROOT / "workflow")])}
        tests = subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", "-q", *sys.argv[1:]],
            cwd=ROOT,
            env=environment,
        )
        rows = [line.split("\t") for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    kept = HERE / "reached.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    by_line: dict[tuple[str, int], str] = {}
    for row in rows:
        if len(row) == 4 and row[3] and "/workflow/" in row[0]:
            by_line.setdefault(
                (row[0].rpartition("/workflow/")[2], int(row[1])), row[3].rpartition(" (")[0].partition("[")[0]
            )
    reached = {}
    functions = dict(_tests())
    for one in messages():
        lines = [(one.module, line) for line in range(one.first, one.last + 1)] if one.raised else []
        test = next((by_line[line] for line in lines if line in by_line), "")
        known = before.get(one.key, "")
        if known.partition("[")[0] not in functions:
            known = ""
        # What was not raised in this run is kept, or is quoted by a test: so a run of some tests is enough after a change.
        quoted = next((name for name, source in functions.items() if _quotes(source, one.sentence)), "")
        if found := test or known or quoted:
            reached[one.key] = found
    kept.write_text(json.dumps(dict(sorted(reached.items())), indent=1) + "\n", encoding="utf-8")
    (ROOT / "docs" / "errors.md").write_text(written(), encoding="utf-8")
    left = [one for one in messages() if one.key not in reached]
    for one in left:
        print(f"not reached: {one.module}:{one.first}: {one.sentence[:150]}")
    print(f"{len(messages()) - len(left)} of {len(messages())} sentences are reached by a test.")
    return tests.returncode or bool(left)


def _quotes(source: str, sentence: str) -> bool:
    """Whether a test expects five words in a row of a sentence, or four long ones."""
    for piece in re.split("‹[^›]*›", sentence):
        words = piece.split()
        rows = [" ".join(words[at : at + count]) for count in (4, 5) for at in range(len(words) - count + 1)]
        if any(row in source for row in rows if len(row) > 18):
            return True
    return False


def _tests() -> Iterator[tuple[str, str]]:
    """Each test function by its pytest name, with its source."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield f"{path.relative_to(ROOT)}::{node.name}", ast.get_source_segment(source, node) or ""


if __name__ == "__main__":
    sys.exit(main())
