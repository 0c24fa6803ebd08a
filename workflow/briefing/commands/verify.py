"""Say of files that came back whether they are ours, from which source, and what was changed by hand since; compare packs.

A .docx or .pptx is held against the evidence inside it, a pack (.zip) against its manifest, and with --output also against what
this machine has made; so is a manifest.json of another machine's run. Of a folder, such as the output of another
machine, every pack is looked at. Exit status 1 when anything differs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.audit import against_files, against_manifest, describe, read_manifest, read_pack, told, verify
from briefing.errors import BriefingError
from briefing.files import read_json
from briefing.given import read_bytes
from briefing.model import Report

_DOCUMENTS = (".docx", ".pptx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and the folder with what this machine has made."""
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=".docx, .pptx, pack (.zip), manifest.json, or a folder with packs",
    )
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="output_dir of this machine, to compare with")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it. Ends with exit status 1 when a file is not ours or not as it was made."""
    good = True
    for path in _each(given.files):
        kind = path.suffix.lower()
        if kind in _DOCUMENTS:
            good &= _document(read_bytes(path), path.name, given.output)
        elif kind == ".zip":
            good &= _pack(path, given.output)
        elif kind == ".json":
            if given.output is None:
                raise BriefingError(
                    f"{path}: a manifest alone tells nothing; add --output with the folder to compare it with."
                )
            good &= _with_ours(read_manifest(read_bytes(path), str(path)), given.output)
        else:
            raise BriefingError(
                f"{path}: is a {kind or 'file without ending'}; give .docx, .pptx, .zip or manifest.json."
            )
    if not good:
        sys.exit(1)


def _each(given: Iterable[Path]) -> Iterator[Path]:
    """The files of ``given``; in place of a folder, all packs below it."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        packs = sorted(path.rglob("*.zip"))
        if not packs:
            raise BriefingError(f"{path}: no pack (.zip) is in this folder; give the output of a run, or single files.")
        yield from packs


def _document(content: bytes, called: str, output: Path | None) -> bool:
    verdict = verify(content, called)
    print(describe(verdict, called))
    if verdict.ours and output is not None:
        report = _folder(output, verdict.report_id) / "report.json"
        if not report.is_file():
            print(f"本机没有报告 {verdict.report_id}，无法核对其来源。")
        else:
            same = read_json(report, Report).source_sha256 == verdict.source_sha256
            print("来源与本机的报告一致。" if same else "来源不是本机现有的这一版报告。")
            return verdict.untouched and same
    return verdict.untouched


def _pack(path: Path, output: Path | None) -> bool:
    manifest, files = read_pack(read_bytes(path), path.name)
    found = against_files(manifest, files)
    version = manifest.get("program", {}).get("version", "")
    print(f"{path.name}：本程序 {version} 版打包，报告 {manifest['report']}，领域（{manifest['area']}）。")
    print(told(found, "包内清单"))
    good = found.equal
    for name in sorted(files):
        if Path(name).suffix in _DOCUMENTS and name in found.differing:
            good &= _document(files[name], name, None)
    return (_with_ours(manifest, output) and good) if output is not None else good


def _with_ours(theirs: Mapping[str, Any], output: Path) -> bool:
    folder = _folder(output, theirs["report"])
    for path in [*sorted((folder / "packs").glob("*.zip")), *sorted((folder / "overview").glob("*.zip"))]:
        ours, _ = read_pack(read_bytes(path), path.name)
        if ours["area"] == theirs["area"]:
            found = against_manifest(theirs, ours)
            print(told(found, f"本机的 {path.name}"))
            return found.equal
    print(f"本机（{output}）没有报告 {theirs['report']} 领域（{theirs['area']}）的包，无法比较。")
    return False


def _folder(output: Path, report: str) -> Path:
    """That of a report which a file from outside names: one of the folders that are there, never a path; ``output`` when none is."""
    return next((one for one in output.glob("*/") if one.name == report), output)
