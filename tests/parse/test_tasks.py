"""What is a task: a judgement and a closing exhortation are told and not counted; what holds a figure is always one."""

from __future__ import annotations

import pytest

from briefing.parse import read_report
from briefing.parse.tasks import which_are_tasks
from shared_reports import needs_shared, reports

TASK = "加快发展职业教育，办好特殊教育"


@pytest.mark.parametrize(
    "text",
    [
        "就业是最基本的民生",
        "国有企业、民营企业、外资企业都是现代化建设的重要力量",
        "城镇化还有很大发展提升空间",
        "群众对美好生活的向往，就是我们的奋斗目标",
        "全县拥有规模最大的人才队伍，这是创新发展的最大“富矿”",
        "创业是最积极的就业",
        "新常态下对政府工作提出了新的更高要求",
        "作为长江黄河上游生态大省，做好生态文明大文章责无旁贷",
    ],
)
def test_a_judgement_is_no_task_wherever_it_stands(text: str) -> None:
    assert which_are_tasks([text, TASK]) == (False, True)
    assert which_are_tasks([TASK, text]) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "我们要坚持教育优先发展，夯实国家富强之基",
        "我们这样一个人口大国，必须把饭碗牢牢端在自己手上",
        "新型城镇化要处处体现以人为本，提高精细化管理水平",
        "集众智汇众力，一定能跑出创新“加速度”",
    ],
)
def test_an_exhortation_is_no_task_at_the_end_of_its_paragraph_only(text: str) -> None:
    assert which_are_tasks([TASK, text]) == (True, False)
    assert which_are_tasks([text, TASK]) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "坚持就业是最大的民生，推进群众就业",
        "坚持房子是用来住的、不是用来炒的定位，建立长效机制",
        "抓好农业，特别是粮食主产区的生产",
        "创业是最积极的就业，要鼓励以创业带动就业",
        "政府就是企业的娘家，我们将把各项支持政策落实到位",
        "要突出就业优先导向，加强政策支持",
        "鼓励有条件的企业拓展发展空间",
        "打造有温度的社区，释放消费潜力",
        "我们要发放补贴300万元",
        "各地区都要扛起粮食安全责任",
    ],
)
def test_what_tells_somebody_to_do_something_is_a_task(text: str) -> None:
    assert which_are_tasks([TASK, text, TASK]) == (True, True, True)
    assert which_are_tasks([TASK, text]) == (True, True)


def test_where_a_report_opens_its_tasks_so_they_stay_tasks() -> None:
    assert which_are_tasks(["我们要建好学校", TASK, "我们要办好医院"]) == (True, True, True)


def test_a_heading_is_never_left_without_a_task() -> None:
    assert which_are_tasks(["就业是最基本的民生"]) == (True,)
    assert which_are_tasks([]) == ()


@needs_shared
def test_few_sentences_of_real_reports_are_no_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them were read: 8 of the nation's plan of 2024, 10 of its plan of 2018, two around the ten 实事 of 浙江, none with a figure; and the one sentence
    before the first heading of 110 areas, or in two a judgement and a sentence, which says in which spirit all is done."""
    none: dict[str, list[str]] = {}
    count = opening = 0
    for path in reports():
        _, parsed = read_report(path, path.stem, None)
        areas = [area for part in parsed.parts if part.kind == "plan" for area in part.areas if area.number > 0]
        measures = [one for area in areas for topic in area.topics for one in topic.measures]
        count += len(measures)
        before = [area.topics[0].measures[0] for area in areas if area.topics and len(area.topics[0].measures) == 1]
        before = [one for one in before if not one.task]
        opening += len(before)
        none[path.stem] = [one.text for one in measures if not one.task and one not in before]
    with capsys.disabled():
        print(
            f"\n{sum(map(len, none.values()))} of {count} measures of {len(none)} reports are told and not counted as tasks"
        )
    assert opening == 110
    assert {report: len(texts) for report, texts in none.items() if texts} == {
        "county-顺平县-2024": 2,
        "national-国务院-2018": 10,
        "national-国务院-2024": 8,
        "province-四川省-2025": 2,
        "province-河北省-2024": 1,
        "province-浙江省-2025": 2,
    }
