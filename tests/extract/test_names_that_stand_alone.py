"""Names that end where a noun ends, and what a person is asked where the source leaves a gap."""

from __future__ import annotations

import pytest

from briefing.extract import extract_metrics
from briefing.model import Area, Finding, Measure, Paragraph, Part, Report, Topic
from briefing.parse.characters import compact
from briefing.parse.paragraphs import clauses, sentences
from briefing.parse.traced import Traced
from extract_sentences import metrics_of


def _findings(text: str) -> tuple[Finding, ...]:
    measure = Measure(text, 0, len(text), 1)
    area = Area(1, "某领域", 0, len(text), (Topic(1, "", 0, len(text), (measure,)),))
    report = Report(
        report_id="t", place="甲县", level="county", title="", plan_year=2024, review_year=2023, source="", date="",
        source_sha256="", announced=1, parts=(Part("plan", "", 0, len(text), (area,)),),
        paragraphs=(Paragraph(1, 0, len(text)),), findings=(),
    )  # fmt: skip
    return extract_metrics(text, report).findings


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("推动第4批7项跨省通办事项高效实施", ["跨省通办事项"]),
        ("扎实推进9个偏远乡镇托底性帮扶", ["偏远乡镇托底性帮扶"]),
        ("9个水毁修复任务按时完工", ["水毁修复任务"]),
        ("开工建设实施类重点项目9个", ["实施类重点项目"]),
        ("规范占道经营9处", ["占道经营"]),
        ("处理违规经营行为9起", ["处理违规经营行为"]),
        ("7个主题公园串珠成线，9个街角游园星罗棋布", ["主题公园", "街角游园"]),
        ("9名农业科技特派员扎根田间带农致富", ["农业科技特派员"]),
        ("组织4次重点项目集中开工", ["重点项目集中开工"]),
        ("9家银行金融机构向7家企业融资授信3亿元", ["银行金融机构", "企业融资授信", "企业融资授信"]),
    ],
)
def test_no_adverb_and_no_torn_word_stands_in_a_name(text: str, indicators: list[str]) -> None:
    assert [one.indicator for one in metrics_of(text)] == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("加快建设某公司年产9万吨鸭肉制品、黑玉米产业融合发展等农产品加工项目", ["鸭肉制品"]),
        ("推广7项新品种、新技术", ["新品种、新技术"]),
        ("7个服装产业集群营收超9亿元", ["服装产业集群", "服装产业集群营收"]),
        ("扩大科技成果转化贷款覆盖面，力争全年发放贷款9亿元以上", ["科技成果转化贷款"]),
        ("被国家总局授予外商企业登记管理权，全国仅9家", ["外商企业登记管理权"]),
        (
            "开展重大地质灾害隐患治理9处、搬迁7户、建设监测台站5处",
            ["重大地质灾害隐患治理", "地质灾害隐患搬迁", "地质灾害隐患监测台站"],
        ),
        ("通过热线等渠道回应群众诉求9万余件", ["群众诉求"]),
    ],
)
def test_a_name_says_what_is_counted_and_no_more(text: str, indicators: list[str]) -> None:
    """What is made is the first of a list; a list of things counted in pieces shares its number; which loans, the clause before says."""
    assert [one.indicator for one in metrics_of(text)] == indicators


def test_what_a_line_or_a_machine_is_built_for_is_no_metric_and_no_question() -> None:
    text = "推进城东220千伏、城西110千伏输变电工程，26兆瓦级风电机组下线，PM 2.5浓度下降5%"
    assert [one.text for one in metrics_of(text)] == ["5%"]
    assert not _findings(text)


def test_a_number_that_fits_no_rule_is_asked_about_in_its_whole_clause() -> None:
    (finding,) = _findings("优化空间布局，启动1万水立方“某某”储备库建设，加快进度")
    assert finding.message == "“启动1万水立方‘某某’储备库建设”中的“1万”是否为指标？程序未能归类，请核对。"


def test_two_numbers_of_one_clause_that_fit_no_rule_are_asked_about_once() -> None:
    """广西 2026: the same clause stood twice among the open questions, once for each number."""
    told = "经济总量超500亿元的县域增至12个，城乡居民收入倍差从2.42缩小至2.12，群众得实惠"
    (finding,) = _findings(told)
    assert finding.message == "“城乡居民收入倍差从2.42缩小至2.12”中的“2.42”“2.12”是否为指标？程序未能归类，请核对。"
    assert len(_findings("倍差从2.42缩小，比值从3.42扩大")) == 2


@pytest.mark.parametrize("mark", ["?", "？"])
def test_a_question_mark_that_asks_nothing_ends_nothing(mark: str) -> None:
    """A character that some page could not print: the sentence stays whole, the name is what is whole behind it, a person is asked."""
    text = compact(Traced.of(f"新能源产业服务保障好投资9亿元的某利{mark}甲县智慧光伏园项目，产值突破百亿元。")).text
    assert len(clauses(text)) == 1
    assert [one.indicator for one in metrics_of(text)] == ["甲县智慧光伏园项目投资", "甲县智慧光伏园项目产值"]
    (finding,) = _findings(text)
    assert (finding.kind, text[finding.start : finding.end]) == ("lost_character", "?")
    assert "“新能源产业服务保障好投资9亿元的某利?甲县智慧光伏园项目”" in finding.message


def test_a_question_mark_that_asks_ends_its_sentence() -> None:
    text = compact(Traced.of("发展靠什么?靠的是实干。")).text
    assert text == "发展靠什么？靠的是实干。"
    assert len(clauses(text)) == 2


@pytest.mark.parametrize(
    ("text", "clause", "names"),
    [
        (
            "人口自然增长率控制在7.5%。以内；完成省下达的节能减排任务。",
            "人口自然增长率控制在7.5%。以内",
            ["人口自然增长率"],
        ),
        ("全市人口出生率11.66%。，政策符合率94.27%。", "全市人口出生率11.66%。", ["人口出生率", "政策符合率"]),
    ],
)
def test_a_stop_that_ends_nothing_is_asked_about_and_loses_nothing(text: str, clause: str, names: list[str]) -> None:
    """泉州, 2012: a scan put stops between a number and what belongs to it."""
    (finding,) = _findings(text)
    assert (finding.kind, text[finding.start : finding.end]) == ("stray_stop", "。")
    assert finding.message == f"原文此处疑多一个句号：“{clause}”，请核对原文，引用处照录未改。"
    assert [text[start:end] for start, end in sentences(text)] == [text]
    assert [one.indicator for one in metrics_of(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "地区生产总值增长7%。以上目标，要确保完成。",
        "粮食总产量增长7%。以上，是去年的工作。",
        "上升到57.7%。以“四改”为抓手，补齐短板。",
    ],
)
def test_a_stop_before_what_begins_a_sentence_ends_one(text: str) -> None:
    assert not _findings(text)
    assert len(sentences(text)) == 2
