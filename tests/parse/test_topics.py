"""What opens a topic: the first sentence of a paragraph; one inside it only where the area's own paragraphs leave no other reading."""

from __future__ import annotations

import pytest

from briefing.parse import read_report
from briefing.parse.paragraphs import lines_of
from briefing.parse.topics import topics_of
from shared_reports import SHARED, needs_shared

BODY = "完善立体化治安防控体系，扎实开展专项行动，依法严厉打击各类违法犯罪。"
LISTED = "发挥创新中心等平台优势，聚力打造数字经济创新园区；培育智慧文旅、智慧医疗等特色楼宇；抓好产业链招商。"


def _topics(*paragraphs: str) -> dict[str, int]:
    """Title → how many measures stand under it."""
    lines = lines_of("\n".join(paragraphs))
    spans = [(number, 0, len(line.text)) for number, line in enumerate(lines)]
    return {topic.title: len(topic.measures) for topic in topics_of(lines, spans)}


def test_a_short_sentence_among_paragraphs_that_open_with_their_topics_is_a_measure() -> None:
    topics = _topics(
        f"推进法治建设。{BODY}",
        f"深化平安建设。{BODY}规范并支持社会组织健康发展。加强基层治理队伍建设，做好新形势下的民族宗教工作。",
        f"切实加强安全生产工作。{BODY}",
    )
    assert topics == {"推进法治建设": 1, "深化平安建设": 3, "切实加强安全生产工作": 1}


def test_a_heading_may_be_a_paragraph_of_its_own_and_end_as_a_sentence_does() -> None:
    """青海, 2026: 加力扩大有效投资。 stood among the tasks, and no area had a topic. A lone short paragraph is a task."""
    topics = _topics(
        "深入推进提振消费专项行动。",
        f"实施城乡居民增收计划。{BODY}",
        "加力扩大有效投资。",
        f"加快铁路建设，新增公路通车里程1500公里。{BODY}",
        "新增床位1700张。",
    )
    assert topics == {"深入推进提振消费专项行动": 2, "加力扩大有效投资": 3}
    assert _topics(f"强化要素保障，{BODY}", "加力扩大有效投资。", f"加快铁路建设，{BODY}") == {"": 3}


def test_a_topic_glued_on_with_its_list_of_clauses_is_one_there_too() -> None:
    topics = _topics(f"做强传统产业。{BODY}", f"激发创新活力。{BODY}发展壮大新兴产业。{LISTED}")
    assert topics == {"做强传统产业": 1, "激发创新活力": 1, "发展壮大新兴产业": 3}


def test_headings_right_behind_the_heading_of_a_paragraph_are_parts_of_its_topic() -> None:
    nested = f"提升城市能级。增强经济中心功能。{BODY}强化创新策源功能。{BODY}{BODY}"
    lines = lines_of(f"做强传统产业。{BODY}\n{nested}\n激发创新活力。{BODY}")
    topics = topics_of(lines, [(number, 0, len(line.text)) for number, line in enumerate(lines)])
    assert [(one.number, one.title) for one in topics] == [
        (1, "做强传统产业"),
        (2, "提升城市能级"),
        (3, "激发创新活力"),
    ]
    assert [one.head for one in topics[1].measures] == ["增强经济中心功能", "强化创新策源功能", "强化创新策源功能"]
    assert {one.head for topic in (topics[0], topics[2]) for one in topic.measures} == {""}
    assert "\n".join(line.text for line in lines)[topics[1].start : topics[1].end] == nested


def test_a_heading_before_a_single_other_has_no_parts() -> None:
    """提高优抚标准。强化困难群众兜底保障。…: of two alone nobody can say whether the second is a part of the first."""
    lines = lines_of(f"提升城市能级。增强经济中心功能。{BODY}")
    assert not any(one.head for topic in topics_of(lines, [(0, 0, len(lines[0].text))]) for one in topic.measures)


def test_where_the_whole_area_is_one_paragraph_its_short_sentences_are_the_topics() -> None:
    topics = _topics(f"强化产业协作。{BODY}强化协同创新。{BODY}促进区域发展。{BODY}")
    assert topics == {"强化产业协作": 1, "强化协同创新": 1, "促进区域发展": 1}


def test_a_paragraph_among_those_that_open_with_topics_opens_with_one_before_a_short_sentence_too() -> None:
    topics = _topics(
        f"推动产业升级。保持经济平稳运行。{BODY}加快发展服务业。促进企业创新。弘扬工匠精神。{BODY}",
        f"培育新兴产业。{BODY}{BODY}",
        f"推进数字创新。{BODY}{BODY}",
    )
    assert topics == {"推动产业升级": 6, "培育新兴产业": 2, "推进数字创新": 2}


def test_several_short_sentences_inside_a_paragraph_are_measures() -> None:
    inside = f"{BODY}推进水网建设。{BODY}提高保障能力。{BODY}推动中医药传承。"
    assert _topics(f"加强能力建设。{inside}", f"健全长效机制。{BODY}") == {"加强能力建设": 4, "健全长效机制": 1}


def test_an_address_to_the_deputies_is_no_topic() -> None:
    assert "各位代表，民生无小事" not in _topics(
        f"推进法治建设。{BODY}", f"深化平安建设。{BODY}", f"各位代表，民生无小事。{BODY}{BODY}"
    )


def _behind_title(text: str) -> dict[str, int]:
    """An area that is one paragraph: its title opens the line."""
    title = "（一）以园区建设为引领，做精第一产业。"
    (line,) = lines_of(title + text)
    return {one.title: len(one.measures) for one in topics_of((line,), [(0, len(title), len(line.text))])}


def test_what_a_single_paragraph_counts_are_its_topics() -> None:
    topics = _behind_title(
        "全年计划投资3亿元。一是加快航空港建设，在巩固现有航线的基础上，年内新开通海拉尔至俄蒙的3条航线。继续争取口岸签证业务。"
        "二是抓好“菜篮子”工程。启动2.5万亩蔬菜基地建设。"
    )
    assert topics == {"": 1, "加快航空港建设": 2, "抓好“菜篮子”工程": 1}


@pytest.mark.parametrize(
    "text",
    [
        "二是抓好“菜篮子”工程。启动蔬菜基地建设。三是做优特色产业。发展特色养殖。",
        "一是抓好“菜篮子”工程。启动蔬菜基地建设。三是做优特色产业。发展特色养殖。",
        "一是抓好“菜篮子”工程。启动蔬菜基地建设。",
    ],
)
def test_a_count_that_misses_one_or_has_one_only_parts_nothing(text: str) -> None:
    assert not set(_behind_title(text)) & {"抓好“菜篮子”工程", "做优特色产业"}


def test_of_what_a_paragraph_counts_all_head_their_own_or_none_does() -> None:
    """A street's plan of 2023: only 一是 was a heading, and 二是 and 三是 stood under it."""
    first = "一是聚焦村“两委”换届。深化分析研判，高质量完成换届选举。"
    third = "三是打好增收“攻坚战”。创办合作社，壮大集体经济。"
    told = f"{first}二是选优配强队伍。集中公推积极分子，选树青年典型。{third}"
    assert _topics(told, BODY) == {"聚焦村“两委”换届": 1, "选优配强队伍": 1, "打好增收“攻坚战”": 1, "": 1}
    told = f"{first}二是完成3年以上不发展党员村“动态清零”。集中公推积极分子。{third}"
    assert _topics(told, BODY) == {"": 7}


def test_how_things_are_heads_no_tasks() -> None:
    topics = _topics(
        f"新常态下对政府工作提出了新的更高要求。{BODY}",
        f"践行群众路线，打造服务政府。{BODY}",
        f"坚持依法行政，打造法治政府。{BODY}",
    )
    assert topics == {"": 2, "践行群众路线，打造服务政府": 1, "坚持依法行政，打造法治政府": 1}


@needs_shared
@pytest.mark.parametrize(
    ("report", "counts"),
    [
        ("national-国务院-2018.txt", [6, 3, 7, 3, 3, 2, 2, 4, 8]),
        ("national-国务院-2024.txt", [3, 3, 2, 3, 4, 3, 3, 2, 3, 5]),
        ("province-四川省-2025.docx", [2, 4, 4, 3, 3, 3, 3, 6, 5]),
    ],
)
def test_areas_have_a_topic_for_each_paragraph_behind_their_lead(report: str, counts: list[int]) -> None:
    """Counted by reading: each of these paragraphs opens with its 领起句."""
    path = SHARED / "reports" / report
    _, parsed = read_report(path, path.stem, None)
    areas = [area for part in parsed.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    assert [sum(1 for topic in area.topics if topic.title) for area in areas] == counts
    assert [len(area.topics[0].title) for area in areas] == [0] * len(areas)  # the lead paragraph


def test_a_sentence_of_a_breath_is_told_with_what_it_names() -> None:
    """关心企业。 was a task of its own, to be given to a unit; two short sentences behind each other are two."""
    lines = lines_of(
        "（一）让项目建设成为引擎\n谋新项目。树牢“项目为王”理念，完成省市重点项目24个以上。争大项目。围绕国家政策，深挖政策富矿。\n"
        "（二）守住生态底线\n严控填海造地。严格环境执法和问责。新建学校3所。改善办学条件，扩大学位供给。"
    )
    topics = topics_of(lines, [(number, 0, len(line.text)) for number, line in enumerate(lines)])
    texts = [measure.text for topic in topics for measure in topic.measures]
    whole = "\n".join(line.text for line in lines)
    assert all(whole[one.start : one.end] == one.text for topic in topics for one in topic.measures)
    assert texts == [
        "谋新项目。树牢“项目为王”理念，完成省市重点项目24个以上",
        "争大项目。围绕国家政策，深挖政策富矿",
        "严控填海造地",
        "严格环境执法和问责",
        "新建学校3所",
        "改善办学条件，扩大学位供给",
    ]


def _measures_of(*paragraphs: str) -> list[str]:
    lines = lines_of("\n".join(paragraphs))
    topics = topics_of(lines, [(number, 0, len(line.text)) for number, line in enumerate(lines)])
    return [measure.text for topic in topics for measure in topic.measures]


def test_a_slogan_of_a_series_is_told_with_what_it_names() -> None:
    """蠡县, 2022, and 保定, 2023: 打造有脸面的城市 and 擦亮招商引资“金名片” were tasks of their own; two that open alike may be two tasks."""
    tidy = (
        "打造有脸面的城市。治理店外经营、占道经营，创建省级卫生城。打造有基础的城市。完善市政设施，加快公厕新建提升。"
    )
    orderly = "打造有规矩的城市。推进易快智慧停车项目，根治乱停乱放顽疾。明确物业管理主体和标准。"
    city = ("2.实施城市建设提升工程。改造棚户区300套、老旧小区13个。", f"3.实施城市管理提升工程。{tidy}{orderly}")
    assert _measures_of(*city)[1:] == [
        "打造有脸面的城市。治理店外经营、占道经营，创建省级卫生城",
        "打造有基础的城市。完善市政设施，加快公厕新建提升",
        "打造有规矩的城市。推进易快智慧停车项目，根治乱停乱放顽疾",
        "明确物业管理主体和标准",
    ]
    works = "4.推进交通建设。完成迎宾大街建设。改造老旧小区三十个，铺设管网。完成滨河大街建设。抓好绿化，建成公园。"
    assert "完成迎宾大街建设" in _measures_of("3.抓好农业。增加粮食产量。", works)


def test_a_measure_begins_with_no_word_that_leans_on_the_one_before() -> None:
    """小店's 此外，还要繁荣发展文化体育事业 and 阜平's 同时，全方位强化安全生产 stood so in tables of tasks."""
    said = _measures_of(
        "加强民生保障。提高低保标准，办好食堂。同时，全方位强化安全生产，加大市场监管力度。",
        "此外，还要繁荣发展文化体育事业，全力办好10件民生实事。",
    )
    assert said[-2:] == ["全方位强化安全生产，加大市场监管力度", "繁荣发展文化体育事业，全力办好10件民生实事"]


def test_topics_before_a_numbered_list_are_topics_and_what_leads_to_the_list_heads_it() -> None:
    """浙江-2025 gives five paragraphs on 民生 and then ten numbered 实事: only the ten were topics."""
    lines = lines_of(
        f"实施就业优先战略。{BODY}\n加强社会保障。{BODY}{BODY}\n扎实做好“一老一小”工作。{BODY}\n"
        "各位代表，我们坚持尽力而为、量力而行，继续谋划实施好十方面民生实事。\n"
        f"1.医疗卫生方面。{BODY}\n2.养老帮困方面。{BODY}\n以上民生实事，我们将定点定责、精心组织、强化监督。"
    )
    topics = topics_of(lines, [(number, 0, len(line.text)) for number, line in enumerate(lines)])
    assert {topic.title: [one.task for one in topic.measures] for topic in topics} == {
        "实施就业优先战略": [True],
        "加强社会保障": [True, True],
        "扎实做好“一老一小”工作": [True],
        "继续谋划实施好十方面民生实事": [False],
        "医疗卫生方面": [True],
        "养老帮困方面": [True, False],
    }


def test_a_number_in_quotation_marks_is_a_name_in_a_heading() -> None:
    assert _topics(f"落实一揽子政策。{BODY}", f"迭代完善“8+4”经济政策体系。{BODY}{BODY}") == {
        "落实一揽子政策": 1,
        "迭代完善“8+4”经济政策体系": 2,
    }


def test_whom_a_report_is_told_to_and_in_what_spirit_are_no_tasks() -> None:
    """清苑区, 2024: its stray full stop made a task of the first clause, and 2024年 the title of a slide."""
    said = "各位代表，本着民生至上、竭力而为的原则。2024年，我们谋划了实事好事，待人代会票选确定后，我们一定承诺践诺、如期兑现。"
    lines = lines_of(said)
    (topic,) = topics_of(lines, [(0, 0, len(lines[0].text))])
    assert [one.text for one in topic.measures] == [said.removeprefix("各位代表，").rstrip("。")]


def test_headings_inside_a_paragraph_stand_over_a_short_goal() -> None:
    text = f"切实提升节能实效。{BODY}切实提升减排实效。确保通过国家环保模范城市复核。{BODY}切实提升环境整治实效。{BODY}"
    assert list(_topics(text)) == ["切实提升节能实效", "切实提升减排实效", "切实提升环境整治实效"]


def test_what_a_thing_is_heads_no_tasks() -> None:
    assert list(_topics(f"实体经济是泉州的根基和优势。{BODY}切实增强科技创新活力。{BODY}")) == [
        "",
        "切实增强科技创新活力",
    ]


def test_among_sentences_that_lead_one_set_like_them_leads_whatever_word_it_opens_with() -> None:
    """泉州, 2012: the 29 livelihood projects stood under the topic on health; 保定, 2023: 培引 is no verb of any list."""
    before = f"着力保障和改善民生，努力使广大人民群众学有所教。抓好就业这个民生之本。{BODY}加强社会保障工作。{BODY}着力建设教育强市。{BODY}"
    jobs = "为335户农村低保家庭建设安居房、改造农村公路危桥等29项为民办实事项目，让广大人民群众得到更多实惠。"
    assert _topics(
        f"{before}提升群众健康水平。新增床位数1700张；扶持62家边远困难乡镇卫生院发展。真心实意为群众办事。{jobs}"
    ) == {
        "": 1,
        "抓好就业这个民生之本": 1,
        "加强社会保障工作": 1,
        "着力建设教育强市": 1,
        "提升群众健康水平": 2,
        "真心实意为群众办事": 1,
    }


@pytest.mark.parametrize(
    "said",
    [
        "真心实意为群众办事。建好桥梁。",
        "就业是最基本的民生。" + BODY,
        "开展“敬老月”活动。" + BODY,
        "真心实意办好29件事。" + BODY,
    ],
)
def test_what_has_no_detail_behind_it_or_a_figure_or_only_judges_does_not_lead_among_those_that_do(said: str) -> None:
    text = f"抓好就业这个民生之本。{BODY}加强社会保障工作。{BODY}着力建设教育强市。{BODY}着力提升健康水平。{BODY}{said}"
    assert list(_topics(text)) == ["抓好就业这个民生之本", "加强社会保障工作", "着力建设教育强市", "着力提升健康水平"]


def test_a_sentence_of_another_kind_beside_two_that_lead_is_a_measure() -> None:
    assert list(_topics(f"{BODY}抓好就业这个民生之本。{BODY}加强社会保障工作。{BODY}真心实意为群众办事。{BODY}")) == [
        "",
        "抓好就业这个民生之本",
        "加强社会保障工作",
    ]


def _opening_tasks(text: str) -> list[bool]:
    (line,) = lines_of(text)
    return [one.task for one in topics_of((line,), [(0, 0, len(line.text))])[0].measures]


@pytest.mark.parametrize(
    "said",
    [
        "扎实推动科技创新和产业创新深度融合，建设“7+20+N”现代化产业体系。",  # 保定, 2025
        "以改革开放40周年为重要契机，推动改革取得新突破，不断解放和发展社会生产力。",  # 国务院, 2018
    ],
)
def test_a_number_in_a_name_makes_no_task_of_the_sentence_before_the_first_heading(said: str) -> None:
    """总体部署 stood beside the area's four topics as if it were one, and first in 任务分解."""
    heading = f"提升创新效能。{BODY}"
    assert _opening_tasks(said + heading) == [False]
    assert _opening_tasks(said.replace("体系", "体系，办好20项工程").replace("40周年", "40项改革") + heading) == [True]


def test_a_judgement_and_what_we_shall_do_about_it_before_the_first_heading_are_no_tasks() -> None:
    """泉州, 2012: its plan began with 实体经济是泉州的根基和优势 as task 1."""
    said = "实体经济是泉州的根基和优势。我们要以推进民营企业“二次创业”为突破口，发挥先进制造业的强大支撑，进一步提升实体经济发展水平。"
    heading = f"切实增强科技创新活力。{BODY}"
    assert _opening_tasks(said + heading) == [False, False]
    assert _opening_tasks(said.replace("水平", "水平3个百分点") + heading) == [False, True]
    assert _opening_tasks(f"实体经济是泉州的根基和优势。{BODY}{heading}") == [False, False]
    assert _opening_tasks(f"实体经济是泉州的根基和优势。{BODY}{BODY}{heading}") == [False, True, True]
    assert any(_opening_tasks(said)), "without a heading behind them they are all there is"
