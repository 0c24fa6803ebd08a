"""Names that ask for a chart or a picture: ``chart:results``, ``picture:map``, also in Chinese."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TypeVar

from slide_templates.expressions import nearest
from slide_templates.problems import Fault

_SLOT = re.compile(r"\s*(chart|picture|图表|图片)\s*[:：]\s*(.*?)\s*", re.DOTALL)
_KINDS = {"chart": "chart", "图表": "chart", "picture": "picture", "图片": "picture"}
_WORDS = {"chart": ("chart", "图表"), "picture": ("picture", "图片")}
_T = TypeVar("_T")


def slot_of(name: str) -> tuple[str, str] | None:
    """``chart:results`` → (``chart``, ``results``); None for a name that asks for nothing."""
    match = _SLOT.fullmatch(name)
    return (_KINDS[match[1]], match[2]) if match else None


def wanted(kind: str, key: str, given: Mapping[str, _T]) -> _T:
    """The chart or picture of that name; raises Fault with the nearest name."""
    if key in given:
        return given[key]
    near = nearest(key, given)
    word_en, word_zh = _WORDS[kind]
    raise Fault(
        f"no {word_en} is named {key!r}{f'; did you mean {near!r}?' if near else '; rename the shape'}",
        f"没有名为“{key}”的{word_zh}{f'；是否想写“{near}”？' if near else '；请改正形状名称'}",
        key,
    )


def refuse_unfilled(kind: str, key: str, known: Collection[str] | None, name: str) -> None:
    """Raise Fault for a name that no chart or picture will fill; a name with tags, or with ``known`` None, passes."""
    if known is None or "{" in key or key in known:
        return
    near = nearest(key, known)
    word_en, word_zh = _WORDS[kind]
    raise Fault(
        f"nothing fills the {word_en} name {key!r}" + (f"; did you mean {near!r}?" if near else "; rename the shape"),
        f"没有内容填入{word_zh}名称“{key}”" + (f"；是否想写“{near}”？" if near else "；请改正形状名称"),
        name,
    )
