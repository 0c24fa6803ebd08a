"""Places in words: 分别居全国第二、第七 are as many as the figures before and belong to them in order; one in a slogan is none."""

from __future__ import annotations

import pytest

from extract_sentences import metrics_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "一产、二产、三产增加值分别增长6%、5.2%、5.2%，分别居全国第二、第七、第九。",
            {"一产增加值增长": "第二", "二产增加值增长": "第七", "三产增加值增长": "第九"},
        ),
        (
            "其中城镇、农村居民收入分别增长4.8%、5.9%，分别居全国第四、第八。",
            {"城镇居民收入增长": "第四", "农村居民收入增长": "第八"},
        ),
        ("生产总值、财政收入增速分别位列全省第2、第1。", {"生产总值增速": "第2", "财政收入增速": "第1"}),
        ("固定资产投资增长6%，居全国第四。", {"固定资产投资增长": "第四"}),
    ],
)
def test_each_place_is_of_its_own_figure(text: str, told: dict[str, str]) -> None:
    places = {one.indicator: one.text for one in metrics_of(text, "review") if one.kind == "rank"}
    assert places == told


def test_a_place_inside_a_slogan_is_no_metric() -> None:
    assert [one.text for one in metrics_of("“四水四定”取得“十个全国第一”成果，完成治理1000多万亩。", "review")] == [
        "1000多万亩"
    ]
