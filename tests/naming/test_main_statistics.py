"""Which main statistic (主要经济指标) an indicator is of, in words of real reports."""

from __future__ import annotations

import pytest

from briefing.naming.main_statistics import statistic_of


@pytest.mark.parametrize(
    ("indicator", "statistic"),
    [
        ("地区生产总值增长", "生产总值"),
        ("全市生产总值", "生产总值"),
        ("经济增长", "生产总值"),
        ("一般预算收入年均增长", "财政收入"),  # so called until 2011
        ("城镇居民和农村居民人均可支配收入", "居民收入"),
        ("固定资产投资总额增长", "固定资产投资"),
        ("PM2.5平均浓度下降", "细颗粒物浓度"),
        # Of a part, or of something else that only has the words in it.
        ("乡村社会消费品零售总额增长", ""),
        ("单位地区生产总值二氧化碳排放", ""),
        ("亿元以上固定资产投资项目", ""),
        ("经济技术开发区", ""),
    ],
)
def test_an_indicator_is_of_a_main_statistic_only_as_a_whole(indicator: str, statistic: str) -> None:
    assert statistic_of(indicator) == statistic
