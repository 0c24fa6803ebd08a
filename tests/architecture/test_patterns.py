"""Patterns hold nothing that a Python we support matches wrongly."""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

import briefing

# Python before 3.11.5 loses matches of these where a part of them can be read in two ways (cpython issue 106052); Debian 12 has 3.11.2.
_UNSAFE = (_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP)


def _patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{module.name}.{name}"] = value
    return found


def _unsafe(tree: object) -> bool:
    if isinstance(tree, (_parser.SubPattern, list, tuple)):
        # Is, not in: a constant equals the plain number that {4,28} has for its bound.
        return any(
            any(one is unsafe for unsafe in _UNSAFE)
            if not isinstance(one, (_parser.SubPattern, list, tuple))
            else _unsafe(one)
            for one in tree
        )
    return False


def test_no_pattern_is_possessive() -> None:
    """(?:达到?|完成|…)++$ found nothing at all in 3.11.2: every name there kept its 达到, in 3.11.7 none."""
    patterns = _patterns()
    assert len(patterns) > 300
    assert [name for name, one in patterns.items() if _unsafe(_parser.parse(one.pattern, one.flags))] == []


@pytest.mark.parametrize("pattern", ["(?:ab?)++$", "x|(?:y(?>ab?))"])
def test_a_possessive_pattern_is_found_wherever_it_stands(pattern: str) -> None:
    assert _unsafe(_parser.parse(pattern))
