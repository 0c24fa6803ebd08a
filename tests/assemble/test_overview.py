"""The overview pack tells the whole report: every area, every target, the year's own figures first; and passes the audit."""

from __future__ import annotations

import dataclasses
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pptx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.figures import ALIKE, listed, phrased, row_name
from briefing.assemble.lines import title_lines
from briefing.assemble.overview import compose_overview
from briefing.assemble.story.pages import AREAS, MOST_BULLETS, split_rows
from briefing.assemble.story.whole_report import ELSEWHERE, aims_of, slides_of_report
from briefing.assemble.story.wording import MARKED, RESULTS_MARKED, aims_marked
from briefing.audit import audit
from briefing.errors import BriefingError
from briefing.model import OVERVIEW, Brief
from briefing.pack import pack_area
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports


def _shown(deck: bytes) -> list[str]:
    texts = []
    for slide in pptx.Presentation(BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return [text.replace("\n", "").replace("\v", "") for text in texts]


def test_every_area_stands_with_its_line() -> None:
    shown = _shown(fill_deck(DECK, overview()))
    for area in made().briefs:
        assert shown.count(area.title) >= 2, "at a glance, and beside its material"
        assert any(text.startswith(f"{len(area.tasks)}项任务") for text in shown)


def test_every_target_of_the_plan_stands_in_a_table() -> None:
    shown = _shown(fill_deck(DECK, overview()))
    planned = [one for one in made().metrics if one.part == "plan" and one.year == made().report.plan_year]
    assert len(overview().targets) == len(planned) - len(overview().scales) == 20
    cells = {text.replace("\n", "") for text in shown}
    assert [one.quantity for one in overview().targets if one.quantity not in cells] == []


def test_last_year_stands_beside_this_year_with_what_may_be_compared_first() -> None:
    comparable = [one for one in made().comparisons if one.status == "comparable"]
    assert len(comparable) == 3
    paired = {pair.result.metric_id for pair in overview().pairs if pair.status == "comparable"}
    assert len(paired) == 3
    assert paired <= {one.metric_id for one in overview().results}
    assert len(overview().results) == 12
    assert overview().results_left > 0


def test_the_pack_passes_the_audit_and_is_named_for_the_whole(tmp_path: Path) -> None:
    real, brief = made(), overview()
    summary, deck = tmp_path / "summary.docx", tmp_path / "deck.pptx"
    summary.write_bytes(fill_summary(SUMMARY, brief, {}))
    deck.write_bytes(fill_deck(DECK, brief))
    result = audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {})
    assert result.failures == ()
    content = pack_area(
        real.report, brief, result, real.metrics, summary.read_bytes(), deck.read_bytes(), {}, {}, "1.0"
    )
    with zipfile.ZipFile(BytesIO(content)) as package:
        stem = "小店区2024年政府工作报告_总览"
        assert sorted(package.namelist()) == sorted(
            [f"{stem}_摘要.docx", f"{stem}_汇报.pptx", f"{stem}_要点.txt", "manifest.json"]
        )
        assert json.loads(package.read("manifest.json"))["area"] == OVERVIEW
        points = package.read(f"{stem}_要点.txt").decode("utf-8-sig")
        assert "（四）一体统筹、品质提升，构建城乡融合新格局：13项任务、8项目标" in points


def test_a_wrong_count_of_an_area_fails_the_audit(tmp_path: Path) -> None:
    """What the overview counts is counted again from the report."""
    real, brief = made(), overview()
    summary, deck = tmp_path / "summary.docx", tmp_path / "deck.pptx"
    summary.write_bytes(fill_summary(SUMMARY, brief, {}))
    package = zipfile.ZipFile(BytesIO(fill_deck(DECK, brief)))
    with zipfile.ZipFile(deck, "w") as changed:
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace("13项任务".encode(), "77项任务".encode()))
    result = audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {})
    assert any("77" in one.message for one in result.failures)


def test_a_report_without_areas_has_no_overview() -> None:
    real = made()
    with pytest.raises(BriefingError, match="it has no area"):
        compose_overview(real.report, real.metrics, real.comparisons, real.findings, (), {})


def test_many_areas_stand_at_a_glance_by_their_first_clause() -> None:
    """Where the whole titles would need a second slide; the next slide has them whole, and those of fewer areas stay whole."""
    brief = overview()
    glance = next(one for one in brief.slides if one.kind == "overview")
    assert [row[1] for row in (*glance.rows, *glance.beside)] == [area.title for area in made().briefs]
    many = [dataclasses.replace(one, number=at) for at, one in enumerate([*made().briefs, *made().briefs], 1)]
    glance, whole = (one for one in slides_of_report(brief, many) if one.kind in ("overview", "areas"))
    shown = [row[1] for row in (*glance.rows, *glance.beside)]
    assert [
        title.startswith(one) and title[len(one)] == "，"
        for one, title in zip(shown, (area.title for area in many), strict=True)
    ] == [True] * 12
    assert [row[1] for row in whole.rows] == [area.title for area in made().briefs]


@needs_shared
def test_the_sentence_of_the_main_targets_stands_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """In the deck and in the paper's opening, what it aims at without a figure included."""
    count = 0
    for path in reports():
        whole = overview(path)
        if (first := aims_of(whole.targets)) is None:
            continue
        count += 1
        said = first.sentence.partition("：")[2].rstrip("。")
        slide = next(one for one in whole.slides if one.subtitle == "今年目标")
        assert "".join(slide.bullets).replace("，", "").replace("；", "") == said.replace("，", "").replace("；", "")
        assert len(slide.bullets) <= MOST_BULLETS
        assert said in whole.lead
    with capsys.disabled():
        print(f"\n{count} reports with a sentence of main targets")
    assert count >= 17


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_the_areas_stand_on_one_slide_at_a_glance_and_no_table_is_shown_twice(path: Path) -> None:
    """Long titles of eleven areas took a second slide, which repeated the table at the right."""
    brief = overview(path)
    shown: list[str] = []
    titles = []
    for slide in pptx.Presentation(BytesIO(fill_deck(DECK, brief))).slides:
        titles.append(slide.shapes.title.text)
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        shown += ["|".join(cell.text for row in list(one.rows)[1:] for cell in row.cells) for one in tables]
    assert [one for one in titles if one.startswith("全年一览") and "续" in one] == []
    assert len(shown) == len(set(shown)) > 2


@needs_shared
def test_an_area_is_told_with_all_its_topics_its_figure_and_that_it_has_none() -> None:
    """数字经济 was missing from a list of two of three topics; an area with a figure named no topic at all."""
    lines = {one.title: one.line for one in _whole("national-国务院-2024").topics}
    assert lines["大力推进现代化产业体系建设，加快发展新质生产力"] == (
        "19项任务，未提出量化目标：推动产业链供应链优化升级、积极培育新兴产业和未来产业、深入推进数字经济创新发展"
    )
    assert lines["着力扩大国内需求，推动经济实现良性循环"] == (
        "13项任务、1项目标：促进消费稳定增长、积极扩大有效投资；目标：中央预算内投资拟安排7000亿元"
    )
    (first, *_) = _whole("province-四川省-2025").topics
    assert "做实项目支撑扩大有效投资、实施提振消费专项行动" in first.line


@needs_shared
def test_no_largest_number_of_square_metres_stands_for_an_area() -> None:
    """上海's 七 was told by 新建立体绿化40万平方米, though 新增公园 has last year's figure too; 投资 and 就业 stay what they were."""
    aims = [one.line.rpartition("目标：")[2] for one in _whole("province-上海市-2025").topics]
    assert "新增公园120座" in aims
    assert {"重大工程完成投资2400亿元", "城镇新增就业60万人以上"} <= set(aims)


@needs_shared
def test_the_opening_of_a_paper_names_the_first_of_the_large_numbers_of_its_deck() -> None:
    """国务院 2018, area 2: the paper named 各类市场主体达到9800多万户, the first of the deck's four was 研发投入."""
    for path in reports():
        for brief in (one for one in made(path).briefs if not one.targets and one.results):
            cards = next((one.cards for one in brief.slides if one.kind == "overview"), ())
            assert not cards or phrased(cards[0]) in brief.lead, (path.name, brief.number, brief.lead)
    lead = made(next(one for one in reports() if one.stem == "national-国务院-2018")).brief(2).lead
    assert "全社会研发投入年均增长11%，科技进步贡献率57.5%" in lead.replace("（过去五年）", "")


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_no_list_of_topics_reads_as_if_it_were_whole(path: Path) -> None:
    """All topics of an area stand in its line, or how many there are; all areas stand on two slides."""
    brief = overview(path)
    for area, topic in zip(made(path).briefs, brief.topics, strict=False):
        titles = [one.title for one in area.topics if one.title]
        assert all(one in topic.line for one in titles) or f"等{len(titles)}个主题" in topic.line, topic.line
        assert bool(re.search("，未(?:提出|单列)量化目标", topic.line)) == (not area.targets)
    slides = [one for one in brief.slides if one.kind == "areas"]
    assert len(slides) <= 2
    for slide in slides:
        assert len(split_rows([row[:3] for row in slide.rows], *AREAS)) == 1


@needs_shared
@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            "county-高唐县-2025",
            "57项量化目标（编者统计，其中4项全县主要预期目标）",
        ),
        (
            "province-四川省-2025",
            "20项量化目标（编者统计，其中6项全省主要预期目标）",
        ),
        (
            "national-国务院-2024",
            "17项量化指标（编者统计，其中6项全国主要预期目标、8项财政安排指标）",
        ),
    ],
)
def test_the_count_of_targets_is_ours_and_says_how_many_no_area_has(report: str, said: str) -> None:
    """52 beside the areas and 56 for the report left a reader to guess at the four."""
    brief = _whole(report)
    apart = sum(map(int, re.findall(r"(\d+)项(?:全.)?(?:主要预期目标|财政安排指标)", said)))
    areas = made(_path(report)).briefs
    assert sum(len(one.targets) for one in areas) + apart == len(brief.targets)
    assert said in brief.lead
    assert next(one for one in brief.slides if one.kind == "overview").subtitle.endswith(said)
    assert brief.title.endswith(f"：{len(areas)}个方面")


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_titles_at_a_glance_are_all_whole_or_all_first_clauses(path: Path) -> None:
    """国务院 2024 had nine areas by their first clause and 三农 whole."""
    glance = next(one for one in overview(path).slides if one.kind == "overview")
    shown = [row[1] for row in (*glance.rows, *glance.beside)]
    whole = [one.title for one in made(path).briefs]
    assert shown in (whole, [one.split("，")[0] for one in whole])


@needs_shared
@pytest.mark.parametrize(
    ("report", "proved"),
    [
        ("province-四川省-2025", ("地方一般公共预算收入增长2%", "地方一般公共预算收入增长2%，居民收入增长")),
        ("national-国务院-2024", ("中央预算内投资拟安排7000亿元", "中央预算内投资拟安排7000亿元")),
        ("county-高唐县-2025", ("地区生产总值增长6%以上", "地区生产总值增长6%以上")),
    ],
)
def test_every_figure_of_the_overview_is_proved_by_the_words_it_stands_in(report: str, proved: tuple[str, str]) -> None:
    """The 2% of 四川's budget had the words of 2%左右, and 国务院's 7000亿元 had none; 5%左右 stood twice without a name."""
    brief = _whole(report)
    slides = [one for one in brief.slides if one.kind == "evidence"]
    rows = [row for slide in slides for row in slide.rows]
    assert any(proved[0] in row[0] and proved[1] in row[2] for row in rows)
    numbers = {one.number for one in made(_path(report)).briefs}
    elsewhere = slides[-1].note.endswith("见各领域材料")
    assert elsewhere == (report == "county-高唐县-2025")
    for one in (*brief.targets, *brief.results):
        if elsewhere and one.area in numbers and one.part == "plan":
            continue
        assert any(listed(one) in row[0] and one.display in row[2] for row in rows), one.indicator


def test_where_the_proofs_of_all_targets_would_fill_a_deck_a_remark_says_where_they_are() -> None:
    brief = overview()
    many = tuple(
        dataclasses.replace(one, metric_id=f"{one.metric_id}-{at}", sentence=f"{one.sentence}{at}")
        for at in range(9)
        for one in brief.targets
    )
    slides = slides_of_report(dataclasses.replace(brief, targets=many), made().briefs)
    shown = [one for one in slides if one.kind == "evidence"]
    assert shown[-1].note == ELSEWHERE
    assert sum(len(one.rows) for one in shown) < 40


def _path(report: str) -> Path:
    return next(one for one in reports() if one.stem == report)


def _whole(report: str) -> Brief:
    return overview(_path(report))


@needs_shared
def test_the_main_statistics_come_before_other_results_of_last_year() -> None:
    """四川 showed the output of natural gas and not that of its industry; a table of targets does not crowd them out (高唐), and the
    second 固定资产投资增长 of 河北 is that of 雄安."""

    def results(start: str) -> list[str]:
        path = next(one for one in reports() if one.name.startswith(start))
        return [listed(one) for one in overview(path).results]

    for told in (
        "规模以上工业增加值增长6.6%",
        "固定资产投资增长2.4%",
        "社会消费品零售总额增长4.2%",
        "进出口总额增长9.4%",
    ):
        assert told in results("province-四川省-2025")
    assert {"一般公共预算收入同口径增长3.5%", "全体居民人均可支配收入增长5.6%"} <= set(results("county-高唐县-2025"))
    assert [one for one in results("province-河北省-2024") if one.startswith("固定资产投资")] == [
        "固定资产投资增长6.3%"
    ]


def test_the_sign_of_look_alikes_leads_to_the_slide_that_has_both_wordings() -> None:
    """总览 marked six names, and 见各领域 said neither in which of six areas nor that some stand on a slide of its own deck."""
    read = 0
    for path in [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)]:
        whole = overview(path)
        for slide in (one for one in whole.slides if "标※" in one.note):
            read += 1
            assert slide.note.endswith(
                tuple(f"{told}，见“口径提示”页" for told in (MARKED, aims_marked(whole), RESULTS_MARKED))
            )
            tables = [one.rows for one in whole.slides if one.subtitle == "口径提示"]
            wordings = "".join(cell for rows in tables for row in rows for cell in row[1:3])
            pairs = [one for one in whole.pairs if one.status == "look_alike"]
            for name in (row[0] for row in (*slide.rows, *slide.beside) if row[0].endswith(ALIKE)):
                figures = [one for pair in pairs for one in (pair.target, pair.result) if row_name(one) == name]
                assert any(one.display in wordings for one in figures), (path.name, name)
    assert read > 0


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_the_tiles_of_the_last_slide_hold_their_words(path: Path) -> None:
    """小店: where look-alikes stand took a fourth line, which ran over the table below."""
    last = overview(path).slides[-1]
    assert all(len(title_lines(one, 13.7)) <= (3 if last.rows else 5) for one in last.bullets)


def test_no_figure_heads_the_year_that_last_year_has_another_of_nearly_the_same_name_beside() -> None:
    """小店: 全年一览：年内发展“专精特新”企业20户 came after 45家 of another level, and read as a fall."""
    whole = overview()
    assert not [one.indicator for one in whole.highlights if one.alike]
    glance = next(one for one in whole.slides if one.kind == "overview")
    assert "2000家" in glance.title
    told = {number for one in whole.topics for number in one.paragraphs}
    assert f"～{max(told)}段" in glance.source or f"、{max(told)}段" in glance.source, "its rows tell of every area"


@needs_shared
def test_an_area_with_two_targets_is_told_with_both() -> None:
    """国务院 2024: 主要目标 was one of two that nobody would rank, 医保补助标准提高30元 without 养老金月最低标准提高20元; where one of
    the two only looks like last year's, the other stands alone."""
    lines = {one.number: one.line for one in _whole("national-国务院-2024").topics}
    assert lines[10].endswith("；目标：居民医保人均财政补助标准提高30元，城乡居民基础养老金月最低标准提高20元")
    lines = {one.number: one.line for one in _whole("city-保定市-2025").topics}
    assert lines[8].endswith("；主要目标：筹集保障性租赁住房5770套")


@needs_shared
def test_an_area_whose_target_is_the_year_s_says_where_it_stands() -> None:
    lines = {one.number: one.line for one in _whole("national-国务院-2024").topics}
    assert lines[7].startswith("18项任务，未单列量化目标（见全年主要目标）：")
    assert lines[1].startswith("19项任务，未提出量化目标：")


@needs_shared
def test_an_area_on_farming_is_told_with_its_sown_area() -> None:
    """清苑: 创建小麦万亩示范片2个 would stand for an area that has to keep 105万亩 of grain."""
    lines = {one.number: one.line for one in _whole("district-清苑区-2024").topics}
    assert lines[5].endswith("；主要目标：确保粮食播种面积稳定在105万亩以上")


@needs_shared
def test_an_aim_without_a_figure_is_not_parted() -> None:
    """蠡县: 确保完成省市任务 had a bullet to itself, and 其他约束性指标, which are to be, stood at the end of the one before."""
    path = next(one for one in reports() if one.stem == "county-蠡县-2022")
    (slide,) = [one for one in overview(path).slides if one.kind == "topic" and one.subtitle == "今年目标"]
    assert slide.bullets[-1].endswith("其他约束性指标，确保完成省市任务")
    (sentence,) = {one.sentence for one in overview(path).highlights}
    assert "，".join(slide.bullets).replace("；", "，") == sentence.partition("：")[2].rstrip("。").replace("；", "，")
