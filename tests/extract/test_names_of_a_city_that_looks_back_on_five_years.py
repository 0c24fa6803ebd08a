"""Names, units, pairs and the end of the year's areas in 天津's report of 2026, for which no rule was made."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of


def _shown(text: str, part: str = "review") -> dict[str, str]:
    return {one.text: name_of(one) for one in metrics_of(text, part)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("利用外资、投资分别增长45%、20%。", {"45%": "利用外资增长", "20%": "投资增长"}),
        ("服务业增加值跨上万亿元台阶。", {"跨上万亿元": "服务业增加值"}),
        (
            "新华·波罗的海国际航运中心发展指数排位升至全球第18位。",
            {"第18位": "新华·波罗的海国际航运中心发展指数排位（全球排名）"},
        ),
        ("集装箱航线增至150条、吞吐量超2400万标准箱。", {"150条": "集装箱航线", "超2400万标准箱": "吞吐量（集装箱）"}),
        (
            "有序改造供热管网1287公里、燃气管网810公里、供水管网105公里。",
            {"1287公里": "改造供热管网", "810公里": "改造燃气管网", "105公里": "改造供水管网"},
        ),
        (
            "改造老旧供热、燃气、排水管网800公里、600公里、300公里。",
            {"800公里": "改造老旧供热管网", "600公里": "改造老旧燃气管网", "300公里": "改造老旧排水管网"},
        ),
        ("优良天数比例达到77%、增加13天。", {"77%": "优良天数比例", "13天": "优良天数增加"}),
    ],
)
def test_a_name_is_whole(text: str, names: dict[str, str]) -> None:
    assert _shown(text) == names


def test_a_call_of_a_ship_is_one_unit() -> None:
    ships = metrics_of("邮轮母港接待邮轮91艘次、旅客30余万人次。", "review")[0]
    assert (ships.indicator, ships.unit) == ("邮轮母港接待邮轮", "艘次")
