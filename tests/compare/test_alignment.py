"""Which area a passage of last year's review is about, told from all of its sentences."""

from __future__ import annotations

import pytest

from briefing.compare.alignment import Subject, align, says_nothing_of, speaks_for
from briefing.compare.phrases import words

# Of 四川's plan of 2025: reform, science and industry, consumption, as its own words have them, shortened.
_PLAN = {
    1: (
        "全方位扩大内需，稳住经济大盘|实施提振消费专项行动",
        "加力落实消费品以旧换新政策，提振汽车、家电、家居、电子产品等消费。实施“消费+”行动，打造“蜀里安逸”消费品牌体系，打造文旅消费创新场景。扩大入境游规模",
    ),
    2: (
        "以科技创新引领新质生产力发展，建设现代化产业体系|加快推动科技创新及成果转化",
        "开展有组织的科技创新。规划布局第二批天府实验室。促进科技成果“沿途下蛋”、外溢转化。高效运行省科技成果转化综合基金，壮大耐心资本",
    ),
    6: (
        "深化重点领域改革，激发市场活力和发展动力|深化营商环境改革|深化国资国企改革",
        "落实省委十二届六次全会部署，强化系统集成。落实以控制成本为核心优化营商环境的意见。实现惠企政策直达快享。扩大省级用地审批权下放范围",
    ),
}
_SUBJECTS = {
    number: Subject(headings.split("|")[0], headings, words(f"{headings}。{text}"))
    for number, (headings, text) in _PLAN.items()
}
_REFORM = (
    "扎实推进省委十二届六次全会改革部署落实，实施23项“系统集成改革事项”。以控制成本为核心推进优化营商环境改革。"
    "推动惠企政策直达快享。全省各项贷款余额增长11.2%。深化财金互动，组建200亿元规模母基金，撬动社会资本"
)


def test_sentences_without_figures_say_what_a_passage_is_about() -> None:
    """四川's 200亿元母基金 stood beside science, which has 基金; its paragraph is on reform in sentences that have no figures."""
    found = align(_REFORM, _SUBJECTS)
    assert found is not None
    assert found.area == 6
    assert all(word in _SUBJECTS[6].text for word in found.words)


def test_a_passage_on_two_areas_is_about_none() -> None:
    both = f"{_REFORM}。兑现消费品以旧换新补贴77亿元，提振汽车、家电。启动实施“消费+”行动，打造“蜀里安逸”消费品牌体系。文旅消费回暖，扩大入境游规模"
    assert align(both, _SUBJECTS) is None


def test_one_sentence_makes_no_passage() -> None:
    """However long the name is that it has in common with a plan."""
    assert align("落实以控制成本为核心优化营商环境的意见。新增铁路运营里程322公里", _SUBJECTS) is None


@pytest.mark.parametrize(
    "said", ["坚持统筹，进一步加大力度。构建体系，完善机制", "经济运行稳中向好。保持全国第5位", ""]
)
def test_what_every_report_says_is_about_no_area(said: str) -> None:
    assert align(said, _SUBJECTS) is None


def test_a_sentence_may_be_about_another_area_than_its_passage() -> None:
    """And only one that says so at length: 组建母基金 says 基金 and 资本, which is less."""
    assert speaks_for("首批4家天府实验室实体化运行", _SUBJECTS) == 2
    assert speaks_for("组建200亿元规模母基金", _SUBJECTS) == 0


def test_a_passage_that_says_nothing_of_another_area_may_follow_its_neighbours() -> None:
    assert says_nothing_of("全省各项贷款余额增长11.2%", _SUBJECTS, 6)
    assert not says_nothing_of("全省各项贷款余额增长11.2%。首批4家天府实验室实体化运行", _SUBJECTS, 6)
