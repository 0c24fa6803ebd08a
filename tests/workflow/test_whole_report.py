"""The pack of the whole report (总览), made by the real DAG."""

from __future__ import annotations

import zipfile

import docx
import pptx

from office import SMALL, Office

# Rates of both years: three pairs make the chart of growth.
_GROWN = "同比增长5.6%，固定资产投资增长7.1%，社会消费品零售总额增长6.2%"
_TO_GROW = "今年的主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%，社会消费品零售总额增长7%以上。"


def test_the_chart_of_growth_stands_in_both_documents_and_in_the_pack(office: Office) -> None:
    """Its picture is drawn once for the paper and the pack; without one no pack of the whole report can be made."""
    office.write("河口.txt", SMALL.replace("同比增长5.6%", _GROWN).replace("今年，我们将", f"{_TO_GROW}今年，我们将"))
    said = office.run()
    assert said.status == 0, said.text
    folder = office.output / "河口"
    assert [one.name for one in (folder / "charts" / "0").iterdir()] == ["growth-1.png"]
    (pack,) = (folder / "overview").glob("*.zip")
    with zipfile.ZipFile(pack) as files:
        assert [name for name in files.namelist() if name.startswith("图表/")] == [
            "图表/图1_主要指标增速：2023年实绩与2024年目标.png"
        ]
    paper = docx.Document(str(folder / "overview" / "summary.docx"))
    assert len(paper.inline_shapes) == 1
    assert [one.text for one in paper.paragraphs if one.text.startswith("图")] == [
        "图1　主要指标增速：2023年实绩与2024年目标（编者归类）"
    ]
    deck = pptx.Presentation(str(folder / "overview" / "deck.pptx"))
    assert sum(shape.has_chart for slide in deck.slides for shape in slide.shapes) == 1
