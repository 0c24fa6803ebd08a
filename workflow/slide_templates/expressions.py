"""Expressions inside tags: Jinja2's language without calls, walks over attributes or filters that could run away.

A field is looked up in mappings, in the fields of dataclasses and by number in lists; nothing else of a Python object
can be reached.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from slide_templates.direct import direct
from slide_templates.problems import Fault

FILTERS = [
    "abs",
    "default",
    "d",
    "first",
    "float",
    "int",
    "items",
    "join",
    "last",
    "length",
    "count",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "sort",
    "string",
    "sum",
    "title",
    "trim",
    "unique",
    "upper",
]
TESTS = [
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "integer",
    "float",
    "mapping",
    "sequence",
    "odd",
    "even",
    "divisibleby",
    "in",
    "eq",
    "equalto",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
]
_NODES = (
    nodes.Name,
    nodes.Const,
    nodes.Tuple,
    nodes.List,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Neg,
    nodes.Pos,
    nodes.Keyword,
    nodes.Pair,
    nodes.Dict,
)
_LONGEST_TEXT = 1_000_000


class MissingField(StrictUndefined):
    """A field that is not there; says which one was asked for and which are there."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that reaches nothing but fields; ``autoescape`` for values that are written into XML."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, *, autoescape: bool = False) -> None:
        super().__init__(undefined=MissingField, autoescape=autoescape)
        self.globals.clear()
        plain_replace = self.filters["replace"]
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.filters["replace"] = _bounded(plain_replace)

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, str) and not argument.startswith("_"):
            if isinstance(obj, Mapping) and argument in obj:
                return obj[argument]
            if dataclasses.is_dataclass(obj) and argument in _field_names(cast("Hashable", type(obj))):
                return getattr(obj, argument)
        elif isinstance(obj, Sequence) and isinstance(argument, int | slice) and not isinstance(argument, bool):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=f"[{argument}]")
        return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        texts = isinstance(left, str) and isinstance(right, str)
        numbers = all(not isinstance(side, str | Sequence) for side in (left, right))
        if not (numbers or (operator == "+" and texts)):
            raise SecurityError(f"{operator} between these values")
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=1)
def _sandbox() -> Sandbox:
    return Sandbox()


def _bounded(replace: Any) -> Any:
    """``replace`` that refuses to make a text longer than any slide needs: chained, it doubles without end."""

    def filter_replace(eval_ctx: Any, text: str, old: str, new: str, count: int | None = None) -> str:
        text, old, new = str(text), str(old), str(new)
        if (text.count(old) if old else len(text) + 1) * len(new) + len(text) > _LONGEST_TEXT:
            raise SecurityError("a replacement that makes a very long text")
        return str(replace(eval_ctx, text, old, new, count))

    filter_replace.jinja_pass_arg = replace.jinja_pass_arg  # type: ignore[attr-defined]
    return filter_replace


@lru_cache(maxsize=64)
def _field_names(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in dataclasses.fields(kind))


@dataclasses.dataclass(frozen=True)
class Expression:
    """A checked expression: its source, its syntax tree (for checks) and the names it needs."""

    source: str
    tree: nodes.Expr
    names: frozenset[str]
    compiled: Callable[[Mapping[str, object]], Any]

    def value(self, scope: Mapping[str, object]) -> Any:
        """What the expression says in ``scope``; raises Fault when a field is missing or the values do not fit."""
        try:
            found = self.compiled(scope)
            if isinstance(found, MissingField):
                str(found)  # raises, with the name of the field
        except UndefinedError as error:
            raise self.missing(str(error), scope) from error
        except (SecurityError, TemplateRuntimeError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise Fault(
                f"the expression {self.source!r} cannot be worked out ({error}); look at the values it uses",
                f"表达式“{self.source}”无法计算（{error}）；请检查所用的字段",
                self.source,
            ) from error
        return found

    def missing(self, name: str, scope: Mapping[str, object]) -> Fault:
        """The fault for a field that an error named, with the nearest one that is there."""
        unknown = [one for one in sorted(self.names) if one not in scope]
        if unknown:
            return unknown_field(unknown[0], list(scope), self.source)
        return unknown_field(name, _names_reached(self.tree, scope, name), self.source)


def unknown_field(name: str, known: Iterable[str], source: str) -> Fault:
    """The fault for a field that is not there, with the nearest one that is."""
    near = nearest(name, known)
    hint_en = f"; did you mean {near!r}?" if near else "; see the table of fields"
    hint_zh = f"；是否想写“{near}”？" if near else "；请查字段表"
    return Fault(f"there is no field {name!r} in {source!r}{hint_en}", f"“{source}”中没有字段“{name}”{hint_zh}", source)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, or an empty string."""
    found = difflib.get_close_matches(name, sorted({one for one in known if not one.startswith("_")}), n=1, cutoff=0.6)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def expression(source: str) -> Expression:
    """Parse, check and compile; raises Fault for what is not allowed or not an expression."""
    if len(source) > 2000:
        raise Fault(
            "an expression longer than 2000 characters; shorten it", "表达式超过2000个字符；请缩短", source[:60]
        )
    try:
        return _compiled(source)
    except (TemplateSyntaxError, RecursionError, SyntaxError, MemoryError) as error:
        message = str(error) if isinstance(error, TemplateSyntaxError) else "too deeply nested"
        raise Fault(
            f"{source!r} is not an expression ({message}); mend the tag",
            f"“{source}”不是有效的表达式（{message}）；请改正标签",
            source[:60],
        ) from error


def _compiled(source: str) -> Expression:
    env = _sandbox()
    parser = Parser(env, source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError(f"unexpected {parser.stream.current.value!r}", 1)
    for node in [tree, *tree.find_all(nodes.Node)]:
        _allow(node, source)
    template = nodes.Template([nodes.Output([tree])])
    template.set_environment(env)
    names = frozenset(meta.find_undeclared_variables(template))
    return Expression(source, tree, names, direct(tree, env) or env.compile_expression(source, undefined_to_none=False))


def _allow(node: nodes.Node, source: str) -> None:
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        near = nearest(node.name, FILTERS)
        raise Fault(
            f"the filter {node.name!r} may not be used in a template{f'; did you mean {near!r}?' if near else ''}",
            f"模板中不能使用过滤器“{node.name}”{f'；是否想写“{near}”？' if near else ''}",
            source,
        )
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        raise Fault(f"the test {node.name!r} may not be used in a template", f"模板中不能使用判断“{node.name}”", source)
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise Fault(
            f"{node.attr!r} may not be read from a template; use a field",
            f"模板不得读取“{node.attr}”；请使用字段",
            source,
        )
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and str(node.arg.value).startswith("_"):
        raise Fault(
            f"{node.arg.value!r} may not be read from a template; use a field",
            f"模板不得读取“{node.arg.value}”；请使用字段",
            source,
        )
    if not isinstance(node, _NODES):
        word_en, word_zh = (
            ("a call", "函数调用") if isinstance(node, nodes.Call) else (type(node).__name__, type(node).__name__)
        )
        raise Fault(
            f"{word_en} may not stand in a template expression; use fields and filters",
            f"模板表达式中不得使用{word_zh}；请用字段和过滤器",
            source,
        )


def _names_reached(tree: nodes.Node, scope: Mapping[str, object], missing: str) -> list[str]:
    """The names beside ``missing``: walk the parts of the expression that lead to it."""
    for node in [tree, *tree.find_all((nodes.Getattr, nodes.Getitem))]:
        if isinstance(node, nodes.Getattr) and node.attr == missing:
            return _names_in(_reach(node.node, scope))
    return []


def _reach(node: nodes.Node, scope: Mapping[str, object]) -> object:
    env = _sandbox()
    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        return env.getattr(_reach(node.node, scope), node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return env.getitem(_reach(node.node, scope), node.arg.value)
    return None


def _names_in(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [str(name) for name in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return sorted(_field_names(type(value)))
    return []
