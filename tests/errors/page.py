"""docs/errors.md from the catalogue: python tests/errors/page.py writes it."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from catalogue import PARTS, messages  # noqa: E402 -- it stands beside this file

HEAD = """# Every message, its cause and its cure

Made from the code by `make errors`; do not edit. A message stands on one line, `error: …` (or `warning: …` where the run goes on), names the thing, what was found and where, and says what to do next; ‹names› stand
for what it fills in. Nothing half-made is left behind by any of them. The last column is a test that reaches the message.

A line that begins with `Traceback` is none of these: it is a fault in the program. Keep the file that caused it and tell those who look after the program.
"""


def written() -> str:
    """The page as text."""
    reached = json.loads((HERE / "reached.json").read_text(encoding="utf-8"))
    lines = [HEAD]
    for part, group in groupby(messages(), key=lambda one: one.part):
        lines += [f"\n## {PARTS[part]}\n", "| What it says | What to do | Reached by |", "| --- | --- | --- |"]
        seen = set()
        for one in group:
            if one.key in seen:
                continue
            seen.add(one.key)
            cause, cure = one.cause_and_cure
            test = reached.get(one.key, "").rpartition("::")[2]
            lines.append(f"| {_cell(cause)} | {_cell(cure) or 'as the message says'} | `{test}` |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


if __name__ == "__main__":
    (HERE.parents[1] / "docs" / "errors.md").write_text(written(), encoding="utf-8")
