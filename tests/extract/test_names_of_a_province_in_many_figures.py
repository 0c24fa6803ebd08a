"""Names, ranks and pairs in 湖南's report of 2026, for which no rule was made."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of


def _shown(text: str) -> dict[str, str]:
    return {one.text: name_of(one) for one in metrics_of(text, "review")}


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
    assert _shown(text) == names


def test_a_step_is_no_machine() -> None:
    assert all(one.unit != "台" for one in metrics_of("地区生产总值迈上5万亿台阶。", "review"))
