"""What is worked out without Jinja comes out as Jinja would have it, faults included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import TemplateRuntimeError, UndefinedError

from slide_templates.direct import direct
from slide_templates.expressions import MissingField, Sandbox, expression
from slide_templates.values import Run

SCOPE: dict[str, object] = {
    "s": {"kind": "cover", "rows": [["一", "二"], []], "none": None, "run": Run("字", bold=True), "n": 3},
    "row": ("甲", "乙"),
    "empty": "",
    "items": {"keys": 1, "_hidden": 2},
}
_WORDS = (
    "s s.kind s.rows s.rows[0] s.rows[0][1] s.rows[9] s.none s.none.x s.run.text s.run.count s.n s.gone s.gone.more gone "
    "row[0] row[-1] row[5] row.count empty items.keys items s['kind'] 'cover' 3 none true"
)
_FIELDS = st.sampled_from(_WORDS.split())


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    words = st.sampled_from(["and", "or", "==", "!=", "<", "<=", ">", ">="])
    return st.one_of(inner.map("(not {})".format), st.builds("({} {} {})".format, inner, words, inner))


def outcome(work: Any, scope: Mapping[str, object]) -> tuple[str, object]:
    """The value, or the kind and words of the error; a missing field tells its name when it is used."""
    try:
        value = work(scope)
        return ("missing", value._undefined_name) if isinstance(value, MissingField) else ("value", value)
    except (UndefinedError, TemplateRuntimeError, TypeError) as error:
        return type(error).__name__, str(error)


@settings(max_examples=400, deadline=None)
@given(st.recursive(_FIELDS, _joined, max_leaves=5))
def test_fields_and_conditions_come_out_as_jinja_has_them(source: str) -> None:
    env = Sandbox()
    tree = expression(source).tree
    mine = direct(tree, env)
    assert mine is not None, f"{source} is a plain condition and was left to Jinja"
    assert outcome(mine, SCOPE) == outcome(env.compile_expression(source, undefined_to_none=False), SCOPE)


@pytest.mark.parametrize(
    "source", ["s.rows | length", "s.n + 1", "s.rows[0:1]", "'a' in row", "self", "s.kind if s.n else 1"]
)
def test_anything_more_is_left_to_jinja(source: str) -> None:
    assert direct(expression(source).tree, Sandbox()) is None
