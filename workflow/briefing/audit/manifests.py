"""A pack's manifest against its own files, and against the manifest of another run: the same bytes on any machine."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BriefingError
from briefing.zip_limits import DAMAGED, refuse_hostile

MANIFEST = "manifest.json"
_INPUTS = {
    "source_sha256": "来源文件不同",
    "program": "程序版本不同",
    "templates": "模板不同",
    "metrics": "指标不同",
}


@dataclass(frozen=True)
class Comparison:
    """``same`` files bear one checksum in both; ``differing`` and ``missing`` name the others; ``causes`` are the inputs
    that differ, in Chinese, empty when only the files do."""

    same: tuple[str, ...]
    differing: tuple[str, ...]
    missing: tuple[str, ...]
    causes: tuple[str, ...]

    @property
    def equal(self) -> bool:
        return not (self.differing or self.missing or self.causes)


def read_pack(content: bytes, called: str) -> tuple[Mapping[str, Any], Mapping[str, bytes]]:
    """The manifest and the other files of a pack; ``BriefingError`` when it is no pack of ours."""
    refuse_hostile(content, called, "zip", "ask for it again")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except DAMAGED as error:
        raise BriefingError(f"{called}: cannot be opened as a zip ({error}); ask for it again.") from error
    if MANIFEST not in files:
        raise BriefingError(
            f"{called}: holds no {MANIFEST}; it is no pack of this program, or was packed anew by hand."
        )
    return read_manifest(files.pop(MANIFEST), f"{called}/{MANIFEST}"), files


def read_manifest(content: bytes, called: str) -> Mapping[str, Any]:
    """``BriefingError`` when ``content`` is no manifest of a pack."""
    try:
        manifest = json.loads(content)
        if _is_manifest(manifest):
            return dict(manifest)
    except (ValueError, RecursionError):
        pass
    raise BriefingError(f"{called}: is no manifest of a pack; give manifest.json as it stands in the zip.")


def _is_manifest(value: object) -> bool:
    """Whether JSON from outside has what this module reads of a manifest, each of its kind."""
    return (
        isinstance(value, dict)
        and {"report", "area", "files", "source_sha256"} <= value.keys()
        and isinstance(value["report"], str)
        and isinstance(value["files"], dict)
        and all(isinstance(one, dict) and isinstance(one.get("sha256"), str) for one in value["files"].values())
        and isinstance(value.get("program", {}), dict)
    )


def against_files(manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> Comparison:
    """A pack's files against its own manifest."""
    there = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return _compared(_sums(manifest), there, ())


def against_manifest(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Comparison:
    """The manifest of another run against that of ours for the same area."""
    causes = tuple(word for key, word in _INPUTS.items() if theirs.get(key) != ours.get(key))
    return _compared(_sums(theirs), _sums(ours), causes)


def _sums(manifest: Mapping[str, Any]) -> dict[str, str]:
    return {name: entry["sha256"] for name, entry in manifest["files"].items()}


def _compared(left: Mapping[str, str], right: Mapping[str, str], causes: tuple[str, ...]) -> Comparison:
    both = sorted(left.keys() & right.keys())
    return Comparison(
        tuple(name for name in both if left[name] == right[name]),
        tuple(name for name in both if left[name] != right[name]),
        tuple(sorted(left.keys() ^ right.keys())),
        causes,
    )


def told(found: Comparison, against: str) -> str:
    """The comparison in plain Chinese words, some lines; ``against`` names what stands on the other side."""
    if found.equal:
        return f"与{against}逐字节相同：{len(found.same)} 个文件。"
    lines = [
        f"与{against}不同：相同 {len(found.same)} 个，不同 {len(found.differing)} 个，缺或多 {len(found.missing)} 个。"
    ]
    lines += [f"  原因：{one}" for one in found.causes]
    lines += [f"  不同：{name}" for name in found.differing]
    lines += [f"  只在一边：{name}" for name in found.missing]
    return "\n".join(lines)
