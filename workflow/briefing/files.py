"""Plain values ↔ files: JSON, CSV, bytes; sorted and stable, written beside and renamed so that nothing is half-written."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import re
import tempfile
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from briefing.errors import BriefingError

T = TypeVar("T")
_FORMULA = re.compile(r"['=+\-@\t\r]")
_SIGNED = re.compile(r"[+-][\d.,]+%?")
PART = ".part"  # ending of files that are being written


def write_bytes(path: Path, content: bytes) -> None:
    """Write beside under a unique name, then rename: a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    write_bytes(path, text.encode("utf-8"))


def write_json(path: Path, value: object) -> None:
    """Write a dataclass, or tuples and mappings of them, as JSON; decimals become plain strings."""
    write_text(path, json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n")


def read_json(path: Path, kind: type[T]) -> T:
    """Read what ``write_json`` wrote. ``kind`` is a dataclass or ``tuple[Dataclass, ...]``."""
    return typing.cast(T, _reader(typing.cast("Any", kind))(read_plain_json(path)))


def read_plain_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BriefingError(f"{path}: cannot be read as JSON ({error}); run the stage that makes it again") from error


def write_rows(path: Path, kind: type, rows: Iterable[object]) -> None:
    """Write dataclasses as CSV for people and programs: UTF-8 with BOM (Excel and WPS need it), one header row."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = [field.name for field in dataclasses.fields(kind)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    write_bytes(path, b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8"))


def read_rows(path: Path, kind: type[T]) -> tuple[T, ...]:
    """Read what ``write_rows`` wrote, each column as the type the dataclass gives it."""
    hints = typing.get_type_hints(kind)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(
                kind(**{name: _from_cell(text, hints[name]) for name, text in row.items()})
                for row in csv.DictReader(file)
            )
    except (OSError, ValueError, TypeError, KeyError, ArithmeticError, csv.Error) as error:
        raise BriefingError(
            f"{path}: cannot be read as a table of {kind.__name__} ({error}); run the stage that makes it again"
        ) from error


def plain_decimal(value: Decimal) -> str:
    """``Decimal('1.150E+4')`` → ``11500``: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _cell(value: object) -> str:
    if isinstance(value, Decimal):
        return plain_decimal(value)
    return "" if value is None else guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula: an apostrophe before what begins like one, unless it is a number."""
    return f"'{text}" if _FORMULA.match(text) and not _SIGNED.fullmatch(text) else text


def _from_cell(text: str | None, kind: Any) -> object:
    if text is None:
        raise ValueError("a row ends too early")
    if kind is int:
        return int(text)
    if kind is Decimal:
        return Decimal(text)
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of ``kind`` of its JSON; made once for each kind, and asked for each of thousands of values."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        readers = [_reader(one) for one in inner if one is not Ellipsis]
        if inner[-1] is not Ellipsis:
            return lambda value: tuple(read(item) for read, item in zip(readers, value, strict=True))
        each = readers[0]
        return tuple if each is _as_it_is else lambda value: tuple([each(item) for item in value])
    if origin in (typing.Union, types.UnionType):
        given = _reader(next(one for one in inner if one is not type(None)))
        return lambda value: None if value is None else given(value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        fields = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}
        return lambda value: kind(**{name: fields[name](item) for name, item in value.items()})
    return Decimal if kind is Decimal else _as_it_is
