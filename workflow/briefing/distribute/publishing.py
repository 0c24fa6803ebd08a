"""Packs and page of a report in a shared folder, WebDAV or S3: each version a folder of its own, nothing ever removed.

``<target>/<report>/v1/…``, ``v2/…`` hold the versions; ``<target>/<report>/index.html`` leads to the latest and lists the
others. It is the only file that is ever replaced, in one step and last: a reader sees the version before or the new one,
whole. A version is complete when its ``version.json`` is there, which is written last of its files; what an interrupted run
left is completed, or stands aside as an unfinished folder that no page names.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from briefing.errors import BriefingError

RECORD, PAGE = "version.json", "index.html"
_VERSION = re.compile(r"v([1-9]\d{0,5})")


@dataclass(frozen=True)
class Published:
    """``number`` of the version that the page now leads to; ``new`` is false when the very same was there before."""

    number: int
    new: bool
    files: int


def publish(store: Any, root: str, title: str, files: Mapping[str, bytes]) -> Published:
    """``store``: an fsspec file system; ``root``: the report's folder in it; ``files``: path within a version → bytes.

    BriefingError when a file that was written cannot be read back as it was.
    """
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    record = json.dumps({"title": title, "files": sums}, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    records = _records(store, root)
    latest = max((number for number, found in records.items() if found), default=0)
    if latest and records[latest] == record:
        _put(store, root, PAGE, _page(title, latest, records))  # an interrupted run may have left the page behind
        return Published(latest, False, len(files))
    number = _free(store, root, records, files)
    folder = f"{root}/v{number}"
    for name, content in files.items():
        if not _same(store, f"{folder}/{name}", content):
            _put(store, folder, name, content)
    _put(store, folder, RECORD, record)
    records[number] = record
    _put(store, root, PAGE, _page(title, number, records))
    return Published(number, True, len(files))


def _records(store: Any, root: str) -> dict[int, bytes | None]:
    """Number → record of each version; None for a folder that an interrupted run left."""
    if not store.exists(root):
        return {}
    found: dict[int, bytes | None] = {}
    for path in store.ls(root, detail=False):
        name = posixpath.basename(path.rstrip("/"))
        if match := _VERSION.fullmatch(name):
            record = f"{root}/{name}/{RECORD}"
            found[int(match[1])] = store.cat_file(record) if store.exists(record) else None
    return found


def _free(store: Any, root: str, records: Mapping[int, bytes | None], files: Mapping[str, bytes]) -> int:
    """The number of an unfinished version that holds nothing but files of this one, else the next free number."""
    for number, record in sorted(records.items()):
        if record is None and number > max((one for one, found in records.items() if found), default=0):
            there = store.find(f"{root}/v{number}")
            inside = {path.partition(f"/v{number}/")[2]: path for path in there if not _beside(path)}
            if all(name in files and _same(store, path, files[name]) for name, path in inside.items()):
                return number
    return max(records, default=0) + 1


def _beside(path: str) -> bool:
    return posixpath.basename(path).startswith(".incoming-")


def _same(store: Any, path: str, content: bytes) -> bool:
    return bool(store.exists(path)) and store.cat_file(path) == content


def _put(store: Any, folder: str, name: str, content: bytes) -> None:
    """Write under a name that nobody reads, read it back, rename; an object store writes whole objects anyway."""
    path = f"{folder}/{name}"
    parent = posixpath.dirname(path)
    store.makedirs(parent, exist_ok=True)
    whole = getattr(store, "protocol", "") in ("s3", ("s3", "s3a"))
    at = path if whole else f"{parent}/.incoming-{hashlib.sha256(content).hexdigest()[:16]}"
    store.pipe_file(at, content)
    if store.cat_file(at) != content:
        raise BriefingError(
            f"{path}: is not there as it was written; check the room and the rights of the target, then run again."
        )
    if not whole:
        _rename(store, at, path)


def _rename(store: Any, at: str, path: str) -> None:
    """One step that replaces what is there, as each kind of store does it; fsspec's own move may copy."""
    if getattr(store, "local_file", False):
        os.replace(at, path)  # noqa: PTH105 -- paths of a store are text
    elif hasattr(store, "client"):  # WebDAV
        store.client.move(at, path, overwrite=True)
    else:
        store.mv(at, path)


def _page(title: str, number: int, records: Mapping[int, bytes | None]) -> bytes:
    """A small page that goes on to the latest version and lists them all; no script, nothing fetched."""
    rows = "\n".join(
        f'<li><a href="v{one}/{quote(PAGE)}">第{one}版</a>{"（最新）" if one == number else ""}</li>'
        for one in sorted((one for one, record in records.items() if record is not None), reverse=True)
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="1; url=v{number}/{PAGE}">
<title>{html.escape(title)}</title>
</head>
<body>
<h1>{html.escape(title)}</h1>
<p>即将打开最新一版（<a href="v{number}/{PAGE}">第{number}版</a>）。历次版本均保留：</p>
<ul>
{rows}
</ul>
</body>
</html>
""".encode()
