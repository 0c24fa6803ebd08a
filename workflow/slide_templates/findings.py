"""What the checks of slides and of Word documents share: fault after fault is noted with its place, fields are followed
through blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from slide_templates.blocks import Choice, Leaf, Loop, Node
from slide_templates.fields import ANYTHING, Field, FieldReader, check_printed
from slide_templates.places import Placed, Spots
from slide_templates.problems import Fault, TemplateProblem
from slide_templates.slots import refuse_unfilled
from slide_templates.tags import Tag

Scope: TypeAlias = Mapping[str, Field | None]
_LOOP_NAMES = re.compile(r"\bfor\s+([^\W\d]\w*(?:\s*,\s*[^\W\d]\w*)*)\s+in\b")


@dataclass(frozen=True)
class TemplateContents:
    """What a template uses: fields (``targets[].display``), chart and picture names as written, and its outline: each
    slide's tags and title, or each paragraph.

    ``unreadable`` says why nothing could be read, empty otherwise.
    """

    fields: tuple[str, ...]
    charts: tuple[str, ...]
    pictures: tuple[str, ...]
    outline: tuple[str, ...]
    unreadable: str = ""


class Findings:
    """What one check has found so far. ``pictures`` and ``charts`` are the names that will be filled, None for any;
    ``in_parts`` tells whether tables may go on (``part.number``), as on slides.
    """

    def __init__(
        self,
        tree: Field,
        pictures: Collection[str] | None,
        charts: Collection[str] | None,
        *,
        in_parts: bool = True,
    ):
        self.reader = FieldReader(tree, in_parts=in_parts)
        self.faults: list[Fault] = []
        self.slots: set[tuple[str, str]] = set()
        self.outline: list[str] = []
        self._names = {"picture": pictures, "chart": charts}

    def problems(self, file: str) -> list[TemplateProblem]:
        """What is wrong, in the order in which it was found."""
        return [fault.problem(file) for fault in self.faults]

    def contents(self) -> TemplateContents:
        """What was read on the way."""
        slots = sorted(self.slots)
        return TemplateContents(
            tuple(
                sorted(path for path in self.reader.used if not path.startswith(("loop", "part.")) and path != "part")
            ),
            tuple(key for kind, key in slots if kind == "chart"),
            tuple(key for kind, key in slots if kind == "picture"),
            tuple(self.outline),
            "" if self.outline else "；".join(fault.message_en for fault in self.faults),
        )

    @contextmanager
    def noted(self, *steps: tuple[str, str]) -> Iterator[None]:
        """Note a fault with its place and go on."""
        try:
            yield
        except Fault as fault:
            for found in (fault, *fault.others):
                found.steps.extend(reversed(steps))
                if not any((found.message_en, found.steps) == (one.message_en, one.steps) for one in self.faults):
                    self.faults.append(found)

    def walk(
        self, nodes: Sequence[Node], scope: Scope, spots: Spots, leaf: Callable[[Any, Scope], None] | None = None
    ) -> None:
        """Read the expressions of these blocks; ``leaf`` takes what is no value tag, with the scope it stands in."""
        for node in nodes:
            if isinstance(node, Leaf):
                if isinstance(node.item, Tag):
                    self._read_value(spots[node.item], scope)
                elif leaf is not None:
                    leaf(node.item, scope)
            elif isinstance(node, Loop):
                self.walk(node.body, self._inside(spots[node.tag], scope), spots, leaf)
            elif isinstance(node, Choice):
                for tag, branch in node.branches:
                    if tag.kind != "else":
                        self._read_condition(spots[tag], scope)
                    self.walk(branch, scope, spots, leaf)

    def read_loosely(self, placed: Iterable[Placed], scope: Scope) -> None:
        """Read the expressions of tags whose blocks do not fit together, so that one mistake does not hide the next."""
        for one in placed:
            if one.tag.kind == "value":
                self._read_value(one, scope)
            elif one.tag.kind in ("if", "elif"):
                self._read_condition(one, scope)
            elif one.tag.kind == "for":
                scope = self._inside(one, scope)

    def loosened(self, scope: Scope, texts: Iterable[str]) -> Scope:
        """``scope`` with what any loop in ``texts`` calls its items: nobody can say where a torn loop ends."""
        names = {
            name for text in texts for found in _LOOP_NAMES.finditer(text) for name in re.split(r"\s*,\s*", found[1])
        }
        return {**scope, **{name: Field(name, ANYTHING) for name in sorted(names)}, "loop": Field("loop", ANYTHING)}

    def check_slot(self, slot: tuple[str, str], name: str, *, is_chart: bool, has_series: bool = True) -> None:
        """Raise Fault when nothing fills a shape of that name, or when it is no chart that could be filled."""
        kind, key = slot
        self.slots.add(slot)
        if kind == "chart" and not is_chart:
            raise Fault(
                f"the shape named {name!r} is no native chart; insert one and give it this name",
                f"名为“{name}”的形状不是原生图表；请插入图表并使用该名称",
                name,
            )
        if is_chart and not has_series:
            raise Fault(
                "the chart has no series to take its look from; draw a bar or column chart",
                "图表没有可沿用格式的系列；请插入柱形图或条形图",
                name,
            )
        refuse_unfilled(kind, key, self._names[kind], name)

    def _read_value(self, placed: Placed, scope: Scope) -> None:
        with self.noted(), placed.here():
            check_printed(placed.tag, self.reader.read(placed.tag.expression, scope))

    def _read_condition(self, placed: Placed, scope: Scope) -> None:
        with self.noted(), placed.here():
            self.reader.read(placed.tag.expression, scope)

    def _inside(self, placed: Placed, scope: Scope) -> Scope:
        """The scope inside a loop; what its list is may be unknown, its names are not."""
        tag = placed.tag
        inner: Scope = {**scope, **{name: Field(name, ANYTHING) for name in tag.names}, "loop": Field("loop", ANYTHING)}
        with self.noted(), placed.here():
            inner = self.reader.bind(tag.names, tag.expression, scope, tag.written)
        if tag.condition:
            with self.noted(), placed.here():
                self.reader.read(tag.condition, inner)
        return inner
