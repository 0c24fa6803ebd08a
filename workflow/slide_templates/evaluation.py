"""Working out blocks and values in a scope, with a bound on how much one rendering may do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slide_templates.blocks import Choice, Leaf, Loop, Node, match_tags, nest
from slide_templates.expressions import expression
from slide_templates.problems import Fault
from slide_templates.tags import Tag, find_tags
from slide_templates.values import Limits, Run, runs_of

Scope = Mapping[str, object]


class Evaluation:
    """One rendering's evaluator: counts loop steps and characters against the limits."""

    def __init__(self, limits: Limits):
        self._limits = limits
        self._steps = 0
        self._characters = 0

    def runs(self, tag: Tag, scope: Scope) -> list[Run]:
        """What a value tag prints."""
        return self.runs_of_value(tag, expression(tag.expression).value(scope))

    def runs_of_value(self, tag: Tag, value: object) -> list[Run]:
        """The runs of a value that was worked out elsewhere, counted against the limits."""
        try:
            runs = runs_of(value)
        except TypeError as error:
            raise Fault(
                f"{tag.written} is {error}, not a text; name one field of it or loop over it",
                f"“{tag.written}”不是文字（列表、字段组或真假值）；请写明其中一个字段，或用 for 逐项列出",
                tag.written,
            ) from error
        self._characters += sum(len(run.text) for run in runs)
        if self._characters > self._limits.characters:
            raise Fault(
                f"the document grows over {self._limits.characters} characters; look for a loop inside a loop",
                f"文档超过{self._limits.characters}字；请检查是否有循环套循环",
                tag.written,
            )
        return runs

    def text(self, template: str, scope: Scope) -> str:
        """A name or alternative text with its value tags filled; blocks work inside the text as well."""
        tags = find_tags(template)
        if not tags:
            return template
        match_tags((0, tag) for tag in tags)
        stream: list[Tag | Leaf] = []
        reached = 0
        for tag in tags:
            stream.append(Leaf(template[reached : tag.start]))
            stream.append(Leaf(tag) if tag.kind == "value" else tag)
            reached = tag.end
        stream.append(Leaf(template[reached:]))
        parts: list[str] = []
        for item, inner in self.leaves(
            nest([one for one in stream if isinstance(one, Leaf) or one.kind != "remark"]), scope
        ):
            parts.append(item if isinstance(item, str) else "".join(run.text for run in self.runs(item, inner)))
        return "".join(parts).strip()

    def leaves(self, nodes: Sequence[Node], scope: Scope) -> Iterator[tuple[Any, Scope]]:
        """Every leaf to print, in order, with the scope it stands in."""
        for node in nodes:
            if isinstance(node, Leaf):
                yield node.item, scope
            elif isinstance(node, Loop):
                for inner in self.loop(node.tag, scope):
                    yield from self.leaves(node.body, inner)
            elif isinstance(node, Choice):
                for tag, body in node.branches:
                    if tag.kind == "else" or self.holds(tag.expression, scope):
                        yield from self.leaves(body, scope)
                        break

    def holds(self, source: str, scope: Scope) -> bool:
        return bool(expression(source).value(scope))

    def loop(self, tag: Tag, scope: Scope) -> Iterator[Scope]:
        """The scope of each step of a ``for``."""
        taken = self.items(tag, scope)
        for index, names in enumerate(taken):
            yield {**scope, **names, "loop": loop_facts(index, len(taken))}

    def items(self, tag: Tag, scope: Scope) -> list[dict[str, object]]:
        """The names each step of a ``for`` sets, for the items its condition takes."""
        return [names for _, names in self.numbered_items(tag, scope)]

    def numbered_items(self, tag: Tag, scope: Scope) -> list[tuple[int, dict[str, object]]]:
        """The same with each item's place in the whole list."""
        taken = []
        for place, value in enumerate(self.listed(tag, expression(tag.expression).value(scope))):
            names = self._bind(tag, value)
            if not tag.condition or self.holds(tag.condition, {**scope, **names}):
                taken.append((place, names))
        return taken

    def listed(self, tag: Tag, values: Any) -> Iterator[Any]:
        """What a ``for`` goes through, each step counted; a mapping gives its names, or pairs when two are asked for."""
        if isinstance(values, Mapping):
            values = list(values) if len(tag.names) == 1 else list(values.items())
        if isinstance(values, str | bytes) or not isinstance(values, Sequence):
            if not isinstance(values, Iterator):
                raise Fault(
                    f"{tag.expression!r} in {tag.written} is not a list",
                    f"“{tag.written}”中的“{tag.expression}”不是列表",
                    tag.written,
                )
            values = list(values)
        for value in values:
            self._steps += 1
            if self._steps > self._limits.loop_steps:
                raise Fault(
                    f"loops run over {self._limits.loop_steps} steps; look for a loop inside a loop",
                    f"循环超过{self._limits.loop_steps}次；请检查是否有循环套循环",
                    tag.written,
                )
            yield value

    def _bind(self, tag: Tag, value: object) -> dict[str, object]:
        if len(tag.names) == 1:
            return {tag.names[0]: value}
        if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != len(tag.names):
            raise Fault(
                f"{tag.written} wants {len(tag.names)} values for each step",
                f"“{tag.written}”每一项应有{len(tag.names)}个值",
                tag.written,
            )
        return dict(zip(tag.names, value, strict=True))


def loop_facts(index: int, length: int) -> dict[str, object]:
    """What ``loop`` offers inside a ``for``."""
    return {
        "index": index + 1,
        "index0": index,
        "revindex": length - index,
        "first": index == 0,
        "last": index == length - 1,
        "length": length,
    }
