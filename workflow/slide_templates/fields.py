"""Which fields a template may use: a tree of names, and where an expression leads in it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import nodes

from slide_templates.expressions import expression, unknown_field
from slide_templates.problems import Fault
from slide_templates.tags import Tag
from slide_templates.values import Run

TEXT, GROUP, MANY, ANYTHING = "text", "group", "many", "anything"
_SAME_LIST = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"}
_ONE_OF = {"first", "last", "min", "max"}
_LOOP = ("index", "index0", "revindex", "first", "last", "length")


@dataclass(frozen=True)
class Field:
    """One place in the tree. ``path`` is how people write it (``slides[].title``); ``kind`` is text, group, many or
    anything.
    """

    path: str
    kind: str
    inside: Any = None  # the unread description of what is inside

    def child(self, name: str) -> Field | None:
        if self.kind == ANYTHING:
            return Field(f"{self.path}.{name}", ANYTHING)
        if self.kind != GROUP or name not in self.inside:
            return None
        return _field(f"{self.path}.{name}" if self.path else name, self.inside[name])

    @property
    def item(self) -> Field:
        return _field(f"{self.path}[]", self.inside) if self.kind == MANY else Field(f"{self.path}[]", ANYTHING)

    @property
    def names(self) -> list[str]:
        return list(self.inside) if self.kind == GROUP else []


def read_fields(known: object) -> Field:
    """The tree of what a template may use.

    ``known`` is a dataclass, or a mapping of names to any of: a dataclass, a type, a list with one description (many
    of it), a text (what
    the field means), None (anything). An example context is such a mapping, too.
    """
    tree = _field("", known)
    if tree.kind not in (GROUP, ANYTHING):
        raise TypeError("known_fields must be a mapping or a dataclass")
    return tree


def list_fields(tree: Field, depth: int = 6) -> Iterator[Field]:
    """Every field below ``tree`` in the order of its description."""
    if depth and tree.kind == GROUP:
        for name in tree.names:
            child = tree.child(name)
            assert child is not None
            yield child
            yield from list_fields(child, depth - 1)
    elif depth and tree.kind == MANY:
        yield from list_fields(tree.item, depth - 1)


def _field(path: str, known: object) -> Field:
    if known is None or known is Any or known is object:
        return Field(path, ANYTHING)
    if isinstance(known, Mapping):
        if "text" in known and set(known) <= {field.name for field in dataclasses.fields(Run)}:
            return Field(path, TEXT)
        return Field(path, GROUP, known)
    if dataclasses.is_dataclass(known):
        kind = known if isinstance(known, type) else type(known)
        return Field(path, TEXT) if kind is Run else Field(path, GROUP, _hints(kind))
    origin = typing.get_origin(known)
    if origin in (typing.Union, types.UnionType):
        return _field(path, next((one for one in typing.get_args(known) if one is not type(None)), None))
    if origin is not None:
        arguments = [one for one in typing.get_args(known) if one is not Ellipsis]
        if isinstance(origin, type) and issubclass(origin, Sequence):
            return Field(path, MANY, arguments[0] if arguments else None)
        return Field(path, ANYTHING)
    if isinstance(known, Sequence) and not isinstance(known, str | bytes):
        return Field(path, MANY, _merged(known))
    return Field(path, TEXT)


def _merged(items: Sequence[object]) -> object:
    """One description for the items of an example list: all their fields together."""
    if items and all(isinstance(item, Mapping) for item in items):
        return {name: value for item in reversed(items) for name, value in item.items()}  # type: ignore[attr-defined]
    return items[0] if items else None


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


class FieldReader:
    """Follows expressions through the tree; ``used`` collects the paths that they read."""

    def __init__(self, tree: Field, *, in_parts: bool = True):
        self.tree = tree
        self.used: set[str] = set()
        names = {name: tree.child(name) for name in tree.names}
        part = Field("part", GROUP, {"number": "", "count": ""})
        self.scope: dict[str, Field | None] = {**names, **({"part": part} if in_parts else {})}

    def read(self, source: str, scope: Mapping[str, Field | None]) -> Field:
        """Where the expression leads; raises Fault for a field that is not there."""
        return self._follow(expression(source).tree, scope, source)

    def bind(
        self, names: Sequence[str], source: str, scope: Mapping[str, Field | None], written: str
    ) -> dict[str, Field | None]:
        """The scope inside a loop."""
        many = self.read(source, scope)
        if many.kind == TEXT:
            raise Fault(f"{source!r} in {written} is no list", f"“{written}”中的“{source}”不是列表", written)
        loop = Field("loop", GROUP, dict.fromkeys(_LOOP, ""))
        if many.kind == GROUP:
            inside: dict[str, Field | None] = dict.fromkeys(names, Field(many.path, ANYTHING))
        elif len(names) == 1:
            inside = {names[0]: many.item}
        else:
            inside = dict.fromkeys(names, many.item.item)
        return {**scope, **inside, "loop": loop}

    def _follow(self, node: nodes.Node, scope: Mapping[str, Field | None], source: str) -> Field:
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                if self.tree.kind == ANYTHING:
                    return self._use(Field(node.name, ANYTHING))
                raise unknown_field(node.name, scope, source)
            found = scope[node.name]
            return self._use(found) if found is not None else Field(node.name, ANYTHING)
        if isinstance(node, nodes.Getattr):
            return self._child(self._follow(node.node, scope, source), node.attr, source)
        if isinstance(node, nodes.Getitem):
            owner = self._follow(node.node, scope, source)
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self._child(owner, node.arg.value, source)
            self._follow(node.arg, scope, source)
            return owner if isinstance(node.arg, nodes.Slice) else self._use(owner.item)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, scope, source)
        followed = [
            self._follow(child, scope, source) for child in node.iter_child_nodes() if not self._forgiving(node, child)
        ]
        if isinstance(node, nodes.CondExpr | nodes.Or | nodes.And):
            kinds = {(one.kind, one.path) for one in followed[-2:]}
            return followed[-1] if len(kinds) == 1 else Field(source, ANYTHING)
        return Field(source, MANY if isinstance(node, nodes.List | nodes.Tuple) else TEXT)

    def _filtered(self, node: nodes.Filter, scope: Mapping[str, Field | None], source: str) -> Field:
        assert node.node is not None
        for argument in [*node.args, *(pair.value for pair in node.kwargs)]:
            self._follow(argument, scope, source)
        if node.name in ("default", "d"):
            return Field(source, ANYTHING)
        owner = self._follow(node.node, scope, source)
        if (
            node.name in ("selectattr", "rejectattr")
            and node.args
            and isinstance(node.args[0], nodes.Const)
            and owner.kind == MANY
        ):
            self._child(owner.item, str(node.args[0].value), source)
        if node.name in _SAME_LIST:
            return owner
        if node.name in _ONE_OF:
            return owner.item
        return Field(source, ANYTHING if node.name in ("map", "sum") else TEXT)

    def _forgiving(self, node: nodes.Node, child: nodes.Node) -> bool:
        return isinstance(node, nodes.Test) and node.name in ("defined", "undefined") and child is node.node

    def _child(self, owner: Field, name: str, source: str) -> Field:
        child = owner.child(name)
        if child is None:
            raise unknown_field(name, owner.names, source)
        return self._use(child)

    def _use(self, field: Field) -> Field:
        self.used.add(field.path)
        return field


def check_printed(tag: Tag, field: Field) -> None:
    """Raise Fault when what a value tag prints is no text."""
    word_en, word_zh = ("group of fields", "一组字段") if field.kind == GROUP else ("list", "列表")
    if field.kind == GROUP or (field.kind == MANY and field.item.kind in (GROUP, MANY)):
        raise Fault(
            f"{tag.written} is a {word_en}, not a text; name one field of it or loop over it",
            f"“{tag.written}”是{word_zh}，不是文字；请写明其中一个字段，或用 for 逐项列出",
            tag.written,
        )
