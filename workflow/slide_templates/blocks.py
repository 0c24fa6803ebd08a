"""Which tags belong together, and the nested blocks they make of a row of items (characters, paragraphs, table rows
or slides).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from slide_templates.problems import Fault
from slide_templates.tags import Tag

_ENDS = {"endfor": "for", "endif": "if"}


@dataclass(frozen=True)
class Leaf:
    """One item that is printed as it stands."""

    item: Any


@dataclass
class Loop:
    """A ``for`` with the nodes it repeats."""

    tag: Tag
    body: list[Node] = field(default_factory=list)


@dataclass
class Choice:
    """An ``if`` with its branches; the tag of ``else`` has no expression."""

    branches: list[tuple[Tag, list[Node]]] = field(default_factory=list)


Node: TypeAlias = Leaf | Loop | Choice


@dataclass(frozen=True)
class Match:
    """A start tag, its middle tags and its end, each with the position of the item that holds it."""

    tags: tuple[tuple[Any, Tag], ...]

    @property
    def first(self) -> Any:
        return self.tags[0][0]

    @property
    def last(self) -> Any:
        return self.tags[-1][0]


def match_tags(tags: Iterable[tuple[Any, Tag]]) -> list[Match]:
    """Pair starts and ends; raises Fault for the first block that never closes, never opens or crosses, with the others in
    its ``others``.
    """
    open_blocks: list[list[tuple[Any, Tag]]] = []
    matches = []
    faults: list[Fault] = []
    for where, tag in tags:
        if tag.kind in ("for", "if"):
            open_blocks.append([(where, tag)])
        elif tag.kind in ("elif", "else"):
            if open_blocks and open_blocks[-1][0][1].kind == "if":
                open_blocks[-1].append((where, tag))
            else:
                faults.append(_stray_branch(tag))
        elif tag.kind in _ENDS:
            own = next((one for one in reversed(open_blocks) if one[0][1].kind == _ENDS[tag.kind]), None)
            if own is None:
                faults.append(_stray_end(tag))
                continue
            if own is not open_blocks[-1]:
                faults.append(_crossing(tag, open_blocks[-1][0][1]))
            open_blocks.remove(own)
            matches.append(Match((*own, (where, tag))))
    faults.extend(_open_end(block[0][1]) for block in open_blocks)
    if faults:
        faults[0].others = faults[1:]
        raise faults[0]
    return matches


def _stray_branch(tag: Tag) -> Fault:
    return Fault(
        f"{tag.written} stands outside any if; move or remove it",
        f"“{tag.written}”不在任何 if 之内；请移动或删除",
        tag.written,
        tag,
    )


def _stray_end(tag: Tag) -> Fault:
    return Fault(
        f"{tag.written} closes nothing; its start is missing or stands in another text",
        f"“{tag.written}”没有对应的开始标签；开始标签缺失或在另一处文本中",
        tag.written,
        tag,
    )


def _crossing(tag: Tag, start: Tag) -> Fault:
    return Fault(
        f"{tag.written} crosses {start.written}: close the inner block first",
        f"“{tag.written}”与“{start.written}”交叉；请先结束里层的标签",
        f"{start.written} … {tag.written}",
        tag,
    )


def _open_end(start: Tag) -> Fault:
    return Fault(
        f"{start.written} is never closed; add {{% end{start.kind} %}} in the same text, cell row or table",
        f"“{start.written}”没有结束；请在同一文本、同一行或同一表格内补上 end{start.kind} 标签",
        start.written,
        start,
    )


def nest(stream: Sequence[Tag | Leaf]) -> list[Node]:
    """Nested nodes of a stream of leaves and already matched tags."""
    root: list[Node] = []
    stack: list[tuple[Loop | Choice, list[Node]]] = []
    current = root
    for item in stream:
        if isinstance(item, Leaf):
            current.append(item)
        elif item.kind == "for":
            loop = Loop(item)
            current.append(loop)
            stack.append((loop, current))
            current = loop.body
        elif item.kind == "if":
            choice = Choice([(item, [])])
            current.append(choice)
            stack.append((choice, current))
            current = choice.branches[0][1]
        elif item.kind in ("elif", "else"):
            choice_open = stack[-1][0]
            assert isinstance(choice_open, Choice)
            choice_open.branches.append((item, []))
            current = choice_open.branches[-1][1]
        elif item.kind in _ENDS:
            current = stack.pop()[1]
    return root


def place_tags(item: Leaf | None, tags: Sequence[tuple[bool, Tag]]) -> list[Tag | Leaf]:
    """The stream of one paragraph or row: ends that precede its content come before it, other ends after it, starts
    always before.

    ``tags`` are (stands before all content, tag) in order; ``item`` is None when nothing but the tags stood there.
    """
    if item is None:
        return [tag for _, tag in tags]
    before = [tag for early, tag in tags if tag.kind not in _ENDS or early]
    after = [tag for early, tag in tags if tag.kind in _ENDS and not early]
    return [*before, item, *after]
