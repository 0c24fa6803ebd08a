"""The published JSON Schema of the Brief, derived from the dataclasses so that neither can change alone."""

from __future__ import annotations

import dataclasses
import types
import typing
from decimal import Decimal
from typing import Any

from briefing.model import Brief


def brief_schema() -> dict[str, Any]:
    """The schema of ``briefs/<n>.json`` (draft 2020-12), as it stands in workflow/schemas/brief.schema.json."""
    definitions: dict[str, Any] = {}
    root = _schema(Brief, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The Brief of one work area: everything that a template may use",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # known before its fields, which may name it
            hints = typing.get_type_hints(kind)
            definitions[kind.__name__] = {
                "type": "object",
                "description": " ".join((kind.__doc__ or "").split()),
                "additionalProperties": False,
                "required": [field.name for field in dataclasses.fields(kind)],
                "properties": {
                    field.name: _schema(hints[field.name], definitions) for field in dataclasses.fields(kind)
                },
            }
        return {"$ref": f"#/$defs/{kind.__name__}"}
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0], definitions)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if one is type(None) else _schema(one, definitions) for one in inner]}
    if kind is Decimal:
        return {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}
