"""Fields and plain conditions worked out at once: what most tags hold (``row[0]``, ``s.kind == "cover" and s.cards``)
needs none of the context that Jinja makes for each expression it works out. The result is Jinja's, or its error.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from jinja2 import Environment, nodes

Worked: TypeAlias = Callable[[Mapping[str, object]], Any]
_COMPARED: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}


def direct(tree: nodes.Node, env: Environment) -> Worked | None:
    """A function of the scope that gives the expression's value, or None for what is left to Jinja."""
    if isinstance(tree, nodes.Const):
        value = tree.value
        return lambda _: value
    if isinstance(tree, nodes.Name):
        name = tree.name
        # Jinja knows these without any scope.
        if name in ("self", "super", "caller", "varargs", "kwargs"):
            return None
        return lambda scope: scope[name] if name in scope else env.undefined(name=name)
    if isinstance(tree, nodes.Getattr | nodes.Getitem | nodes.Not):
        inner = direct(tree.node, env)
        return None if inner is None else _of_one(tree, inner, env)
    if isinstance(tree, nodes.And | nodes.Or):
        left, right = direct(tree.left, env), direct(tree.right, env)
        return None if left is None or right is None else _of_two(tree, left, right)
    if isinstance(tree, nodes.Compare) and len(tree.ops) == 1 and tree.ops[0].op in _COMPARED:
        compared, left, right = _COMPARED[tree.ops[0].op], direct(tree.expr, env), direct(tree.ops[0].expr, env)
        return None if left is None or right is None else lambda scope: compared(left(scope), right(scope))
    return None


def _of_one(tree: nodes.Getattr | nodes.Getitem | nodes.Not, inner: Worked, env: Environment) -> Worked | None:
    if isinstance(tree, nodes.Not):
        return lambda scope: not inner(scope)
    if isinstance(tree, nodes.Getattr):
        name = tree.attr
        return lambda scope: env.getattr(inner(scope), name)
    if isinstance(tree.arg, nodes.Const):
        key = tree.arg.value
        return lambda scope: env.getitem(inner(scope), key)
    return None


def _of_two(tree: nodes.And | nodes.Or, left: Worked, right: Worked) -> Worked:
    if isinstance(tree, nodes.And):
        return lambda scope: left(scope) and right(scope)
    return lambda scope: left(scope) or right(scope)
