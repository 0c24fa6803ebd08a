"""Names, ranks and pairs in 湖南's report of 2026, for which no rule was made."""

from __future__ import annotations

import pytest

from briefing.compare import compare
from briefing.extract import extract_metrics
from extract_sentences import metrics_of, shown_names
from report_texts import HEAD, parsed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("净增经营主体34.6万家、企业14万家。", {"34.6万家": "净增经营主体", "14万家": "净增企业"}),
        (
            "新增发电装机4178万千瓦、总装机达9157万千瓦。",
            {"4178万千瓦": "新增发电装机", "9157万千瓦": "总装机（发电装机）"},
        ),
        (
            "在湘“两院”院士达49名，在湘世界500强企业达212家。",
            {"49名": "在湘“两院”院士", "212家": "在湘世界500强企业"},
        ),
        (
            "创建了5个国家先进制造业集群、居中部第1。",
            {"5个": "创建国家先进制造业集群", "第1": "国家先进制造业集群（中部排名）"},
        ),
        (
            "对非贸易额年均增长15%、规模居中西部第1。",
            {"15%": "对非贸易额年均增长", "第1": "对非贸易额规模（中西部排名）"},
        ),
        (
            "累计争取中央转移支付超5300亿元，超长期特别国债、专项债、中央预算内等资金2118亿元。",
            {"超5300亿元": "累计争取中央转移支付", "2118亿元": "超长期特别国债、专项债、中央预算内等资金"},
        ),
        (
            "总算力突破1.3万PF、增长20倍，智能算力达4800PF，超算算力达228PF，建成5G基站20.6万个。",
            {
                "突破1.3万PF": "总算力",
                "20倍": "总算力增长",
                "4800PF": "智能算力",
                "228PF": "超算算力",
                "20.6万个": "建成5G基站",
            },
        ),
    ],
)
def test_a_name_is_whole(text: str, names: dict[str, str]) -> None:
    assert shown_names(text) == names


def test_a_step_is_no_machine() -> None:
    assert all(one.unit != "台" for one in metrics_of("地区生产总值迈上5万亿台阶。", "review"))


def _pairs(result: str, target: str) -> list[tuple[str, str, str]]:
    works = "办好民生实事，提高群众满意度，持续改善人民生活，落实各项惠民政策，兜牢民生底线。"
    lines = ("一、2023年工作回顾", result, "二、2024年工作任务", "（一）建设现代产业", target, "（二）保障民生", works)
    cleaned, report = parsed(HEAD + "\n".join(lines))
    metrics = extract_metrics(cleaned, report).metrics
    told = {one.metric_id: one.text for one in metrics}
    return [
        (told[one.review_metric_id], told[one.plan_metric_id], one.status) for one in compare(cleaned, report, metrics)
    ]


def test_roads_that_are_open_are_no_roads_that_are_to_be_hastened() -> None:
    target = "加快邵永、铜吉等6条高铁，京港澳和沪昆扩容、张官等17条高速公路，以及梅山灌区等重大水利工程建设。"
    assert _pairs("桑龙、城龙、醴娄等7条高速公路建成通车。", target) == [("7条", "17条", "look_alike")]


def test_what_stands_in_brackets_is_of_its_own_number() -> None:
    result = "地方一般公共预算收入达3507.6亿元、增长1.7%（同口径增长2.5%以上）。"
    assert _pairs(result, "地方一般公共预算收入增长1.5%左右。") == [("1.7%", "1.5%左右", "comparable")]


def test_what_is_held_at_a_level_is_that_of_each_of_five_years() -> None:
    result = "这五年，农业农村现代化稳步推进。粮食播种面积稳定在7100万亩以上。"
    assert _pairs(result, "粮食播种面积稳定在7150万亩左右。") == [("7100万亩以上", "7150万亩左右", "comparable")]
