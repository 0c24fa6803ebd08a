"""The scale of what is worked on (规模), shown as a target, is found wherever it is: table, title, lead, card, chart, 要点, workbook, page."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import docx
import pptx
import pytest

from area_documents import deck, pictures, summary
from briefing.audit import audit
from briefing.audit_result import AuditFailure
from briefing.model import Brief
from briefing.pack.keypoints import keypoints
from real_report import made

AREA = 3


def raised(
    folder: Path, brief: Brief | None = None, paper: bytes = b"", slides: bytes = b"", text: str = ""
) -> list[AuditFailure]:
    """The faults of this kind that the audit finds in the real area's files, some of them damaged."""
    one = made()
    (folder / "1.docx").write_bytes(paper or summary(AREA))
    (folder / "1.pptx").write_bytes(slides or deck(AREA))
    drawn = {name: path.read_bytes() for name, path in pictures(AREA).items()}
    whole = brief or one.brief(AREA)
    files = folder / "1.docx", folder / "1.pptx"
    result = audit(whole, one.report, one.cleaned, one.metrics, *files, drawn, text or keypoints(whole))
    return [failure for failure in result.failures if failure.code == "NATURE"]


def scale() -> tuple[str, str]:
    first = made().brief(AREA).scales[0]
    return first.indicator, first.display


def test_the_clean_area_raises_nothing(tmp_path: Path) -> None:
    assert raised(tmp_path) == []


def test_a_row_in_the_table_of_targets_is_found(tmp_path: Path) -> None:
    paper = docx.Document(io.BytesIO(summary(AREA)))
    table = next(one for one in paper.tables if any("目标" in cell.text for cell in one.rows[0].cells))
    header = [cell.text for cell in table.rows[0].cells]
    cells = table.rows[1].cells
    cells[next(at for at, one in enumerate(header) if "指标" in one)].text = scale()[0]
    cells[next(at for at, one in enumerate(header) if "目标" in one)].text = scale()[1]
    out = io.BytesIO()
    paper.save(out)
    found = raised(tmp_path, paper=out.getvalue())
    assert [one.file for one in found] == ["summary"]
    assert "是规模，不是目标" in found[0].message


def test_a_lead_that_calls_it_the_aim_is_found(tmp_path: Path) -> None:
    paper = docx.Document(io.BytesIO(summary(AREA)))
    lead = next(one for one in paper.paragraphs if "。目标：" in one.text)
    lead.add_run(f"目标：{''.join(scale())}。")
    out = io.BytesIO()
    paper.save(out)
    assert [one.file for one in raised(tmp_path, paper=out.getvalue())] == ["summary"]


@pytest.mark.parametrize("said", ["title", "card"])
def test_a_title_or_a_card_that_calls_it_the_aim_is_found(said: str, tmp_path: Path) -> None:
    slides = pptx.Presentation(io.BytesIO(deck(AREA)))
    page = slides.slides[3]
    indicator, display = scale()
    if said == "title":
        page.shapes.title.text_frame.text = f"2024年目标：{indicator}{display}"
    else:
        box = page.shapes.add_textbox(0, 0, 900000, 900000).text_frame
        box.text = display
        box.add_paragraph().text = indicator
        box.add_paragraph().text = "目标"
    out = io.BytesIO()
    slides.save(out)
    found = raised(tmp_path, slides=out.getvalue())
    assert found
    assert {one.file for one in found} == {"deck"}


def test_a_line_among_the_targets_of_the_keypoints_is_found(tmp_path: Path) -> None:
    line = f"• {'：'.join(scale())}（第27段）\n"
    text = keypoints(made().brief(AREA)).replace("• ", f"{line}• ", 1)
    assert [one.file for one in raised(tmp_path, text=text)] == ["keypoints"]


def test_a_brief_that_takes_it_for_a_target_is_found(tmp_path: Path) -> None:
    """As all documents did once: among the targets, on tiles, in a chart."""
    brief = made().brief(AREA)
    wrong = dataclasses.replace(brief.scales[0], nature="target")
    drawn = made().brief(4).charts[0]
    bar = dataclasses.replace(drawn.bars[0], metric_id=wrong.metric_id)
    chart = dataclasses.replace(drawn, bars=(*drawn.bars, bar))
    for change in (
        {"targets": (*brief.targets, wrong)},
        {"highlights": (brief.scales[0],)},
        {"charts": (chart,)},
        {"scales": ()},
    ):
        found = raised(tmp_path, brief=dataclasses.replace(brief, **change))
        assert "brief" in {one.file for one in found}, change
