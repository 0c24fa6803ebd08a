"""Evidence that travels inside a document, so that a file that comes back can be asked: ours, from which source, what changed?

Custom document properties keep the report, the area, the checksum of the source, the program's version, the ids of the
metrics shown and a short mark of every passage, chart and picture. Word, PowerPoint and WPS carry such properties along when they save.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefing.audit.package import Package, open_package
from briefing.audit.plain import plain
from briefing.audit.reading import Document
from briefing.audit.slides import read_deck
from briefing.audit.word import read_summary
from briefing.errors import BriefingError
from briefing.model import Brief
from briefing.zip_limits import refuse_hostile

_PART = "docProps/custom.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PREFIX = "briefing."
_ALT = "替代文字"  # the place of an alternative text ends so
_LONGEST = 250  # Office shows and keeps 255 characters of a property
# What readers that trust our own files raise at others.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
_MARK = 4  # bytes of a passage's mark: two passages share one by chance once in four thousand million


@dataclass(frozen=True)
class Verdict:
    """What a file that came back says. ``changed`` are passages that were not there when we made it, with places;
    ``gone`` counts passages of ours that are not there now, ``unspoken`` alternative texts that are not: LibreOffice keeps none
    of tables and charts when it saves a deck, whoever edits it. ``metrics`` are the ids it was made with."""

    ours: bool
    report_id: str
    area: int
    source_sha256: str
    version: str
    metrics: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    gone: int
    unspoken: int = 0

    @property
    def untouched(self) -> bool:
        return self.ours and not self.changed and not self.gone


def evidence(parts: Mapping[str, bytes], brief: Brief, version: str) -> dict[str, bytes]:
    """The parts that a finished .docx or .pptx of ``parts`` (name in the zip → bytes) gets or changes to hold its evidence;
    all other parts stay as they are."""
    package = Package(dict(parts))
    prefix = f"{brief.report_id}/"
    shown = {
        figure.metric_id
        for figure in (
            *brief.targets,
            *brief.restated,
            *brief.scales,
            *brief.main_targets,
            *brief.results,
            *brief.highlights,
        )
    }
    shown |= {figure.metric_id for pair in brief.pairs for figure in (pair.result, pair.target)}
    passages, alternatives = _marks(_read(package))
    values = {
        "report": brief.report_id,
        "area": str(brief.number),
        "source_sha256": brief.source_sha256,
        "version": version,
        "metrics": " ".join(sorted(one.removeprefix(prefix) for one in shown)),
        "passages": passages,
        "alternatives": alternatives,
    }
    return _with_properties(package, values)


def verify(content: bytes, called: str) -> Verdict:
    """``BriefingError`` when ``content`` is no Office file; a file that is not ours gives ``ours=False``."""
    refuse_hostile(content, called, "Office file", "ask for the file again")
    package = open_package(content, called)
    values = _properties(package)
    if "report" not in values:
        return Verdict(False, "", 0, "", "", (), (), 0)
    try:
        area = int(values.get("area") or 0)
        stored, alternatives = (base64.b64decode(values.get(key, "")) for key in ("passages", "alternatives"))
    except ValueError as error:
        raise BriefingError(
            f"{called}: what we put into its properties is damaged ({error}); ask for the file again."
        ) from error
    spoken = _counted(alternatives)
    marks = _counted(stored) + spoken
    changed = []
    for place, shown, told in _returned(package, called):
        mark = _mark(told)
        if marks[mark] > 0:
            marks[mark] -= 1
        else:
            changed.append((place, shown))
    left = +marks
    unspoken = (left & spoken).total()
    return Verdict(
        True,
        values["report"],
        area,
        values.get("source_sha256", ""),
        values.get("version", ""),
        tuple(f"{values['report']}/{one}" for one in values.get("metrics", "").split()),
        tuple(changed),
        left.total() - unspoken,
        unspoken,
    )


def describe(verdict: Verdict, called: str) -> str:
    """The verdict in plain Chinese words, some lines."""
    if not verdict.ours:
        return f"{called}：不是本程序生成的文件，或其文件属性已被清除，无法核对。"
    lines = [
        f"{called}：本程序 {verdict.version} 版生成，报告 {verdict.report_id}，领域（{verdict.area}），指标 {len(verdict.metrics)} 项。",
        f"来源文件 SHA-256：{verdict.source_sha256}",
    ]
    if verdict.untouched:
        lines.append("生成后文字、图表、图片都没有改动过。")
    else:
        lines.append(f"生成后改动过：新的或改过的 {len(verdict.changed)} 处，原有内容缺失 {verdict.gone} 处。")
        lines += [f"  {place}：{text}" for place, text in verdict.changed]
    if verdict.unspoken:
        lines.append(
            f"另有 {verdict.unspoken} 处替代文字已不在文件里（供读屏软件用，不显示）；用 LibreOffice 另存会丢掉表格和图表的替代文字。"
        )
    return "\n".join(lines)


def _returned(package: Package, called: str) -> list[tuple[str, str, str]]:
    """The contents of a file from outside, of which nothing is sure; ``BriefingError`` when it is built as no program builds it."""
    try:
        return list(_contents(_read(package)))
    except _UNREADABLE as error:
        raise BriefingError(
            f"{called}: is damaged inside ({type(error).__name__}: {str(error)[:100]}); ask for the file again."
        ) from error


def _read(package: Package) -> Document:
    main = next(iter(package.related("", "officeDocument")), "")
    if main.startswith("word/"):
        return read_summary(package)
    if main.startswith("ppt/"):
        return read_deck(package)
    raise BriefingError(f"the file's main part is {main or 'missing'}; only .docx and .pptx can be checked")


def _marks(document: Document) -> tuple[str, str]:
    """The marks of all that is no alternative text, and of all that is, each in base64."""
    words = {plain(one.text) for one in document.passages if one.kind == "alt"}
    told: tuple[list[bytes], list[bytes]] = ([], [])
    for place, _, text in _contents(document):
        told[place.endswith(_ALT) and text in words].append(_mark(text))
    texts, alternatives = (base64.b64encode(b"".join(sorted(marks))).decode("ascii") for marks in told)
    return texts, alternatives


def _counted(stored: bytes) -> Counter[bytes]:
    return Counter(stored[at : at + _MARK] for at in range(0, len(stored), _MARK))


def _contents(document: Document) -> Iterator[tuple[str, str, str]]:
    """Place, what a person is shown, and what is compared, of everything that somebody may change by hand."""
    for passage in document.passages:
        text = plain(passage.text)
        if text:
            yield passage.place, passage.text, text
    for chart in document.charts:
        for series in chart.series:
            told = "；".join(
                f"{category} {value.normalize() if value is not None else '—'}"
                for category, value in zip(series.categories, series.values, strict=True)
            )
            yield f"{chart.place} 图表数据", told, f"{series.name}：{told}"
    for picture in document.pictures:
        yield picture.place, f"图片“{picture.alt}”", hashlib.sha256(picture.content or b"").hexdigest()


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8")).digest()[:_MARK]


def _properties(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in package.related("", "custom-properties"):
        for one in package.tree(name) if name in package.parts else ():
            key = one.get("name", "")
            if key.startswith(_PREFIX):
                found[key.removeprefix(_PREFIX)] = "".join(one.itertext())
    whole: dict[str, str] = {}
    for key in sorted(found):  # passages.01, passages.02 … are one value
        whole.setdefault(key.split(".")[0], "")
        whole[key.split(".")[0]] += found[key]
    return whole


def _with_properties(package: Package, values: dict[str, str]) -> dict[str, bytes]:
    root = etree.Element(f"{{{_NAMESPACE}}}Properties", nsmap={None: _NAMESPACE, "vt": _TYPES})
    for one in package.tree(_PART) if _PART in package.parts else ():
        if not one.get("name", "").startswith(_PREFIX):  # an office's own, from its template
            root.append(copy.deepcopy(one))
    used = [int(one.get("pid", "1")) for one in root]
    pieces = []
    for key, value in values.items():
        parts = [value[at : at + _LONGEST] for at in range(0, len(value), _LONGEST)] or [""]
        pieces += [(f"{key}.{number:02}" if len(parts) > 1 else key, part) for number, part in enumerate(parts, 1)]
    for number, (key, part) in enumerate(pieces, max([1, *used]) + 1):  # 0 and 1 are reserved
        attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": _PREFIX + key}
        etree.SubElement(
            etree.SubElement(root, f"{{{_NAMESPACE}}}property", attributes), f"{{{_TYPES}}}lpwstr"
        ).text = part
    new = {_PART: _bytes(root)}
    if _PART not in package.parts:
        types = package.tree("[Content_Types].xml")
        kind = {"PartName": f"/{_PART}", "ContentType": _CONTENT_TYPE}
        etree.SubElement(types, f"{{{_CONTENT_TYPES}}}Override", kind)
        rels = package.tree("_rels/.rels")
        link = {"Id": _free_id(rels), "Type": _RELATIONSHIP, "Target": posixpath.normpath(_PART)}
        etree.SubElement(rels, f"{{{_RELATIONSHIPS}}}Relationship", link)
        new |= {"[Content_Types].xml": _bytes(types), "_rels/.rels": _bytes(rels)}
    return new


def _free_id(rels: etree._Element) -> str:
    used = {one.get("Id") for one in rels}
    return next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
