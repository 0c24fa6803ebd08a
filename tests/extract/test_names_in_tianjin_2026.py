"""Names, units, pairs and the end of the year's areas in 天津's report of 2026, for which no rule was made."""

from __future__ import annotations

import pytest

from briefing.compare import compare
from briefing.extract import extract_metrics
from extract_sentences import metrics_of, shown_names
from report_texts import HEAD, parsed


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
    assert shown_names(text) == names


def test_a_call_of_a_ship_is_one_unit() -> None:
    ships = metrics_of("邮轮母港接待邮轮91艘次、旅客30余万人次。", "review")[0]
    assert (ships.indicator, ships.unit) == ("邮轮母港接待邮轮", "艘次")


REVIEW = (
    "一、2023年工作回顾",
    "（一）夯实产业基础",
    "新增全国重点实验室12家，信息传输业增加值增长18.6%。",
    "（二）用心改善民生",
    "消除易积水点位13处，新建改扩建中小学校25所。",
    "各位代表！“十四五”以来，面对疫情冲击，我们迎难而上，GDP年均增长4.4%。",
    "五年来，科技创新加快融合。国家科技型中小企业超1.25万家。",
    "二、2024年工作任务",
    "（一）建设现代产业",
    "建设20个校企联合实验室。",
    "（二）办好民生实事",
    "消除桥园里、和苑等6处易积水点位，新建改扩建中小学10所。",
)


def test_what_five_years_brought_stands_under_none_of_the_areas_of_one() -> None:
    cleaned, report = parsed(HEAD + "\n".join(REVIEW))
    areas = {one.text: one.area for one in extract_metrics(cleaned, report).metrics if one.part == "review"}
    assert areas == {"12家": 1, "18.6%": 1, "13处": 2, "25所": 2, "4.4%": 0, "超1.25万家": 0}


def test_one_thing_in_two_spellings_is_one() -> None:
    cleaned, report = parsed(HEAD + "\n".join(REVIEW))
    metrics = extract_metrics(cleaned, report).metrics
    told = {one.metric_id: one.text for one in metrics}
    pairs = {
        (told[one.review_metric_id], told[one.plan_metric_id], one.status) for one in compare(cleaned, report, metrics)
    }
    assert pairs == {("13处", "6处", "comparable"), ("25所", "10所", "comparable")}
