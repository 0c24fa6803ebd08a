"""The settings of a run, checked against their schema: a wrong one stops the run with one sentence."""

from __future__ import annotations

import difflib
import json
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from briefing.errors import BriefingError

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "config.schema.json"


def check(settings: dict[str, Any]) -> None:
    """Raise ``BriefingError`` for the first setting that is unknown, missing or of the wrong kind.

    ``--config pdf=true 'drawing={dpi: 100}'`` reaches us as the texts ``true`` and ``100``: where a number or a yes or no is
    due, it becomes one here.
    """
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for section, properties in schema["properties"].items():
        if section in settings:
            settings[section] = _value(settings[section], properties.get("type"))
        if isinstance(settings.get(section), dict):
            for name, wanted in properties.get("properties", {}).items():
                if name in settings[section]:
                    settings[section][name] = _value(settings[section][name], wanted.get("type"))
    if isinstance(settings.get("only"), str | int):
        settings["only"] = [str(settings["only"])]
    errors = sorted(Draft202012Validator(schema).iter_errors(settings), key=lambda error: list(error.absolute_path))
    if errors:
        raise BriefingError(_sentence(errors[0]))


def as_json(settings: Mapping[str, Any], section: str) -> str:
    """One section as it is handed to a command, keys in order so that the same settings give the same words."""
    return json.dumps(settings[section], ensure_ascii=False, sort_keys=True)


def as_words(settings: Mapping[str, Any], given: Iterable[str], only: list[str]) -> list[str]:
    """The settings of a run over the reports ``only``, as they are written after ``--config``: those that this run was
    ``given`` on its own command line stay, save that it makes them all in one."""
    size = max(len(only), settings["shard_size"])
    told = {**{name: settings[name] for name in given}, "only": only, "shard_size": size}
    return [
        f"{name}={value if isinstance(value, bool) else json.dumps(value, ensure_ascii=False)}"
        for name, value in sorted(told.items())
    ]


def _value(value: Any, kind: str | None) -> Any:
    if isinstance(value, str) and kind == "boolean":
        return {"true": True, "false": False}.get(value.lower(), value)
    if isinstance(value, str) and kind in ("integer", "number"):
        try:
            return int(value) if kind == "integer" else float(value)
        except ValueError:
            return value  # the schema says what is wrong with it
    return value


def _sentence(error: ValidationError) -> str:
    where = ".".join(str(one) for one in error.absolute_path)
    schema: Any = error.schema
    if error.validator == "additionalProperties":
        known = sorted(schema["properties"])
        unknown = min(set(typing.cast(dict[str, Any], error.instance)) - set(known))
        near = difflib.get_close_matches(unknown, known, 1, cutoff=0.4)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
        return f"setting {where + '.' if where else ''}{unknown}: unknown; {hint}"
    if error.validator == "required":
        return f"settings: {error.message}; it stands in workflow/config.yaml."
    wanted = schema.get("description") or schema.get("type") or error.validator_value
    return f"setting {where}: found {error.instance!r} ({error.message}); expected {wanted}."
