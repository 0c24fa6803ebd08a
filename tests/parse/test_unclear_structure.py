"""Where the areas cannot be told, the run stops with what was found; what a person then lists in <id>.yaml is taken."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.model import Report
from briefing.parse import read_report
from report_texts import HEAD, areas_of, titles_of
from shared_reports import SHARED, needs_shared

GOLDEN = Path(__file__).parent / "golden"
PROSE = "加快推进重点项目建设，全年完成投资{}亿元，推动产业转型升级，持续优化营商环境，努力实现高质量发展目标，让发展成果更多更公平惠及全县人民群众，不断开创各项事业发展新局面。"
TOPICS = [
    "大力发展现代农业", "持续做强工业经济", "加快培育新兴产业", "深化重点领域改革", "推进城乡融合发展", "加强生态环境保护",
    "办好人民满意教育", "提升医疗服务水平", "健全社会保障体系",
]  # fmt: skip
REVIEW = [
    "一、2023年工作回顾",
    "过去一年，全县上下团结奋斗，取得了新的成绩。",
    *(f"（{n}）工作取得第{n}项进展。{PROSE.format(n)}" for n in "一二三"),
]
PLAN = [
    "二、2024年工作安排",
    "今年地区生产总值增长6%。",
    *(f"{topic}。{PROSE.format(at)}" for at, topic in enumerate(TOPICS, 5)),
]
CLOSE = "各位代表！让我们更加紧密地团结在一起，为实现目标而努力奋斗！"
UNCLEAR = HEAD + "\n".join([*REVIEW, *PLAN, CLOSE])
WITHOUT_PLAN = UNCLEAR.replace("二、2024年工作安排\n今年地区生产总值增长6%。\n", "")


def _read(text: str, **facts: object) -> tuple[str, Report]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "unclear.txt"
        path.write_text(text, encoding="utf-8")
        return read_report(path, "unclear", facts)


def test_paragraphs_that_only_might_be_areas_stop_the_run() -> None:
    with pytest.raises(BriefingError) as told:
        _read(UNCLEAR)
    assert str(told.value) == (
        "unclear: the work areas of the plan (“2024年工作安排”) cannot be told: no numbers or heading lines set them off; "
        "9 paragraphs begin like one (“大力发展现代农业”、“持续做强工业经济”、“加快培育新兴产业” …); "
        "list those that are areas under “areas:” in unclear.yaml, as they stand in the report, or their number as “announced:”."
    )


def test_the_number_of_areas_may_be_given_instead() -> None:
    assert titles_of(_read(UNCLEAR, announced=len(TOPICS))[1]) == TOPICS
    with pytest.raises(BriefingError, match="cannot be told"):
        _read(UNCLEAR, announced=4)
    with pytest.raises(
        BriefingError, match=re.escape("announced is 'acht'; write how many work areas the plan has, such as 8.")
    ):
        _read(UNCLEAR, announced="acht")


@pytest.mark.parametrize("text", [UNCLEAR, WITHOUT_PLAN], ids=["with a plan part", "without"])
def test_listed_headings_are_the_areas(text: str) -> None:
    wanted = [TOPICS[0], TOPICS[3], TOPICS[6]]
    cleaned, report = _read(text, areas=wanted, plan_year=2024)
    assert titles_of(report) == wanted
    bodies = [cleaned[area.start : area.end] for area in areas_of(report)]
    assert [body.count("亿元") for body in bodies] == [3, 3, 3]
    assert CLOSE not in bodies[-1]
    assert all(body.startswith(title) for body, title in zip(bodies, wanted, strict=True))
    assert titles_of(report, "review") == ["工作取得第一项进展", "工作取得第二项进展", "工作取得第三项进展"]


def test_headings_may_be_listed_with_their_numbers_and_other_punctuation() -> None:
    text = UNCLEAR.replace(f"{TOPICS[0]}。", "（一）做强产业，稳住大盘。").replace(
        f"{TOPICS[5]}。", "（二）守住底线，守护绿水。"
    )
    _, report = _read(text, areas=["(一) 做强产业,稳住大盘", "守住底线，守护绿水。"])
    assert titles_of(report) == ["做强产业，稳住大盘", "守住底线，守护绿水"]


def test_a_table_of_contents_is_not_taken_for_the_areas() -> None:
    wanted = [TOPICS[0], TOPICS[4]]
    text = UNCLEAR.replace("各位代表：\n", "目录\n" + "\n".join(wanted) + "\n各位代表：\n", 1)
    cleaned, report = _read(text, areas=wanted)
    assert [len(cleaned[area.start : area.end]) > 100 for area in areas_of(report)] == [True, True]


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        (["没有这一节", TOPICS[0]], "the heading “没有这一节” does not stand in the report"),
        ([TOPICS[4], TOPICS[0]], "the headings do not stand in this order in the report"),
        ("大力发展现代农业", "“areas” must be a list"),
        ([], "“areas” must be a list"),
    ],
)
def test_a_list_that_does_not_fit_is_told(areas: object, said: str) -> None:
    with pytest.raises(BriefingError, match=re.escape(said)) as told:
        _read(UNCLEAR, areas=areas)
    assert "\n" not in str(told.value)


def _without_numbers(text: str, titles: list[str]) -> str:
    """The report's headings run into their paragraphs and lose their numbers, as copying from Word loses them."""
    for title in titles:
        text = re.sub(rf"(?m)^[（(][一二三四五六七八九十]+[）)]{re.escape(title)}。?\n?", f"{title}。", text)
    return text


@needs_shared
@pytest.mark.parametrize("report", ["county-博野县-2025", "province-上海市-2025", "province-河北省-2024"])
def test_a_real_report_whose_numbers_were_lost_stops_and_then_takes_the_list(report: str) -> None:
    titles = [
        line.split("\t")[2] for line in (GOLDEN / f"{report}.areas.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    cleaned, _ = read_report(SHARED / "reports" / f"{report}.txt", report, None)
    text = _without_numbers(cleaned, titles)
    assert text != cleaned
    with pytest.raises(BriefingError, match="cannot be told: no numbers or heading lines"):
        _read(text)
    assert titles_of(_read(text, areas=titles)[1]) == titles
