"""The overview's deck and summary lead to the deck of each area, a file beside them, and to nothing else."""

from __future__ import annotations

import dataclasses
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.assemble import fill_deck, fill_summary
from briefing.audit import audit
from briefing.errors import BriefingError
from real_report import DECK, SUMMARY, made, overview

REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _outside(content: bytes) -> list[str]:
    """The addresses of all that the file refers to outside itself."""
    found = []
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".rels"):
                relations = etree.fromstring(package.read(name)).iter(REL)
                found += [one.get("Target") for one in relations if one.get("TargetMode") == "External"]
    return found


@pytest.mark.parametrize(("fill", "ending"), [("deck", ".pptx"), ("summary", ".docx")])
def test_each_area_is_linked_by_the_bare_name_of_its_deck(tmp_path: Path, fill: str, ending: str) -> None:
    brief = overview()
    content = fill_deck(DECK, brief) if fill == "deck" else fill_summary(SUMMARY, brief, {})
    addresses = _outside(content)
    assert all(one.isascii() and "/" not in one and ":" not in one for one in addresses)
    assert [unquote(one) for one in addresses] == [topic.file for topic in brief.topics]
    assert [topic.file for topic in brief.topics][
        3
    ] == "小店区2024年政府工作报告_4_一体统筹、品质提升，构建城乡融合新格局_汇报.pptx"
    (tmp_path / f"made{ending}").write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / f"made{ending}").errors] == []


def test_an_area_has_no_link_at_all() -> None:
    brief = made().briefs[0]
    assert _outside(fill_deck(DECK, brief)) == _outside(fill_summary(SUMMARY, brief, {})) == []


@pytest.mark.parametrize(
    "name", ["../甲.pptx", "https://example.org/a", "C:\\甲.pptx", "\\\\server\\甲.pptx", "file:甲.pptx", ".甲"]
)
def test_what_is_more_than_a_file_name_is_refused(name: str) -> None:
    """A brief that somebody changed cannot make a document lead elsewhere."""
    brief = overview()
    topics = (dataclasses.replace(brief.topics[0], file=name), *brief.topics[1:])
    slides = tuple(
        dataclasses.replace(one, rows=((*one.rows[0][:3], name), *one.rows[1:])) if one.kind == "areas" else one
        for one in brief.slides
    )
    changed = dataclasses.replace(brief, topics=topics, slides=slides)
    for fill in (lambda: fill_deck(DECK, changed), lambda: fill_summary(SUMMARY, changed, {})):
        with pytest.raises(BriefingError, match="is no name of a file beside the document"):
            fill()


@pytest.mark.parametrize("address", ["https://example.org/a.pptx", "..%2Fa.pptx", "other.pptx"])
def test_the_audit_fails_any_other_link(tmp_path: Path, address: str) -> None:
    real, brief = made(), overview()
    summary, deck = tmp_path / "summary.docx", tmp_path / "deck.pptx"
    summary.write_bytes(fill_summary(SUMMARY, brief, {}))
    content = fill_deck(DECK, brief)
    deck.write_bytes(content)
    assert audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {}).failures == ()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(deck, "w") as changed:
        own = _outside(content)[0].encode()
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace(own, address.encode()))
    failures = audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {}).failures
    assert [one.code for one in failures] == ["PART_MISSING"]
