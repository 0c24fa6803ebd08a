"""Everything that is wrong with a Word template, found before anything is filled, by the code that prepares the filling."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from slide_templates.blocks import Choice, Leaf, Loop, Node
from slide_templates.charts import c
from slide_templates.fields import ANYTHING, Field, FieldReader, check_printed, read_fields
from slide_templates.problems import Fault, TemplateProblem, unusual_xml
from slide_templates.slots import refuse_unfilled, slot_of
from slide_templates.tags import Tag
from slide_templates.values import Limits
from word_templates.drawings import chart_of, drawings_in, name_of
from word_templates.looks import check_looks
from word_templates.paragraphs import P
from word_templates.preparing import Preparation
from word_templates.rendering import open_word
from word_templates.stories import Story, stories_of

Scope = Mapping[str, Field | None]


@dataclass(frozen=True)
class TemplateContents:
    """What a template uses: fields (``targets[].display``), chart and picture names as written, and its paragraphs.

    ``unreadable`` says why nothing could be read, empty otherwise.
    """

    fields: tuple[str, ...]
    charts: tuple[str, ...]
    pictures: tuple[str, ...]
    outline: tuple[str, ...]
    unreadable: str = ""


def check(
    template: Path | bytes,
    known_fields: object,
    *,
    pictures: Collection[str] | None = None,
    charts: Collection[str] | None = None,
    limits: Limits | None = None,
    allowed_links: Collection[str] = (),
) -> list[TemplateProblem]:
    """The problems of a template, story by story; empty when it may be used. Arguments as for ``slide_templates.check``."""
    checker = _Checker(read_fields(known_fields), pictures, charts)
    checker.run(template, limits or Limits(), allowed_links)
    file = template.name if isinstance(template, Path) else "template.docx"
    return [fault.problem(file) for fault in checker.faults]


def contents(
    template: Path | bytes, limits: Limits | None = None, allowed_links: Collection[str] = ()
) -> TemplateContents:
    """What a template uses, for lists of fields and for comparing two versions of it."""
    checker = _Checker(Field("", ANYTHING), None, None)
    checker.run(template, limits or Limits(), allowed_links)
    slots = sorted(checker.slots)
    return TemplateContents(
        tuple(sorted(path for path in checker.reader.used if not path.startswith("loop"))),
        tuple(key for kind, key in slots if kind == "chart"),
        tuple(key for kind, key in slots if kind == "picture"),
        tuple(checker.outline),
        "" if checker.outline else "；".join(fault.message_en for fault in checker.faults),
    )


class _Checker:
    def __init__(self, tree: Field, pictures: Collection[str] | None, charts: Collection[str] | None):
        self.reader = FieldReader(tree)
        self.reader.scope.pop("part")  # only slides go on in parts
        self.faults: list[Fault] = []
        self.slots: set[tuple[str, str]] = set()
        self.outline: list[str] = []
        self._names = {"picture": pictures, "chart": charts}

    def run(self, template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> None:
        with self._noted(), unusual_xml():
            package = open_word(template, limits, allowed_links)
            looks = list(check_looks(package))
            stories = list(stories_of(package))
            self.outline = [
                text for text in ("".join(one.itertext()).strip() for one in stories[0].root.iterchildren(P)) if text
            ]
            for story in stories:
                self._check_names(story)
            preparation = Preparation(self._noted)
            for story in stories:
                preparation.story(story.root, story.part, story.place)
                nodes = preparation.marks.nodes(etree.tostring(story.root, encoding="unicode"))
                self._walk(nodes, self.reader.scope, preparation)
            for place, fault in looks:
                with self._noted(*place):
                    raise fault

    @contextmanager
    def _noted(self, *steps: tuple[str, str]) -> Iterator[None]:
        """Note a fault with its place and go on."""
        try:
            yield
        except Fault as fault:
            fault.steps.extend(reversed(steps))
            if not any((fault.message_en, fault.steps) == (one.message_en, one.steps) for one in self.faults):
                self.faults.append(fault)

    def _check_names(self, story: Story) -> None:
        for number, drawing in enumerate(drawings_in(story.root), 1):
            name = name_of(drawing)
            slot = slot_of(name)
            if slot is None:
                continue
            self.slots.add(slot)
            with self._noted(*story.place, (f"drawing {number}", f"图{number}")):
                chart = chart_of(drawing, story.part)
                if slot[0] == "chart" and chart is None:
                    raise Fault(
                        f"the shape named {name!r} is no native chart; insert one and give it this name",
                        f"名为“{name}”的形状不是原生图表；请插入图表并使用该名称",
                        name,
                    )
                if chart is not None and next(chart.tree.iter(c("ser")), None) is None:
                    raise Fault(
                        "the chart has no series to take its look from; draw a bar or column chart",
                        "图表没有可沿用格式的系列；请插入柱形图或条形图",
                        name,
                    )
                refuse_unfilled(*slot, self._names[slot[0]], name)

    def _walk(self, nodes: Sequence[Node], scope: Scope, preparation: Preparation) -> None:
        for node in nodes:
            if isinstance(node, Leaf):
                with self._noted(), node.item.here():
                    check_printed(node.item.tag, self.reader.read(node.item.tag.expression, scope))
            elif isinstance(node, Loop):
                inner: Scope = {**scope, **{name: Field(name, ANYTHING) for name in node.tag.names}}
                with self._noted(), preparation.marks.of(node.tag).here():
                    inner = self._loop_scope(node.tag, scope)
                self._walk(node.body, inner, preparation)
            elif isinstance(node, Choice):
                for tag, branch in node.branches:
                    if tag.kind != "else":
                        with self._noted(), preparation.marks.of(tag).here():
                            self.reader.read(tag.expression, scope)
                    self._walk(branch, scope, preparation)

    def _loop_scope(self, tag: Tag, scope: Scope) -> Scope:
        inner = self.reader.bind(tag.names, tag.expression, scope, tag.written)
        if tag.condition:
            self.reader.read(tag.condition, inner)
        return inner
