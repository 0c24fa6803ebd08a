"""docs/errors.md lists every sentence that the code may stop with, and a test reaches each of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def told() -> tuple[list[dict[str, str]], dict[str, str], str]:
    """The messages of the code, what reaches them, and the page as it would be written now."""
    code = (
        "import json, sys; from catalogue import messages; from page import written;"
        "print(json.dumps([[{'key': m.key, 'module': m.module, 'sentence': m.sentence} for m in messages()], written()]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=True)
    messages, page = json.loads(done.stdout)
    return messages, json.loads((HERE / "reached.json").read_text(encoding="utf-8")), page


MESSAGES, REACHED, PAGE = told()


def test_the_page_is_what_the_code_says() -> None:
    """A message that was added, changed or taken away is a new page: make errors, or python tests/errors/page.py for the page alone."""
    assert len(MESSAGES) > 150
    assert (ROOT / "docs" / "errors.md").read_text(encoding="utf-8") == PAGE


def test_every_message_is_reached_by_a_test() -> None:
    """Each has been met in a test, which is still there: make errors finds out which."""
    missing = [f"{one['module']}: {one['sentence'][:100]}" for one in MESSAGES if one["key"] not in REACHED]
    assert missing == []
    for test in {REACHED[one["key"]] for one in MESSAGES}:
        path, _, name = test.partition("::")
        assert f"def {name.rpartition('::')[2]}(" in (ROOT / path).read_text(encoding="utf-8"), test


def test_a_message_says_what_to_do() -> None:
    """One sentence or two, with a cause and what to do next: more than the name of a fault."""
    short = [one["sentence"] for one in MESSAGES if len(one["sentence"]) < 25]
    assert short == []
    assert [one["sentence"] for one in MESSAGES if re.search(r"Traceback|Exception:|\bTODO\b", one["sentence"])] == []
