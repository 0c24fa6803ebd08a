"""A topic whose paragraph has headings of its own is one topic in both documents, and these are its parts."""

from __future__ import annotations

import pytest

from briefing.assemble.word_context import summary_context
from real_report import made
from shared_reports import SHARED, needs_shared

SHANGHAI = SHARED / "reports" / "province-上海市-2025.docx"
HEBEI = SHARED / "reports" / "province-河北省-2024.txt"
CENTRES = ["增强国际经济中心核心功能", "提升国际金融中心服务能级", "推动国际贸易中心提质升级", "提升国际航运中心资源配置能力", "强化国际科技创新中心策源功能"]  # fmt: skip
CASES = pytest.mark.parametrize(
    ("path", "area", "titles", "parts"),
    [
        (
            SHANGHAI,
            2,
            ["加快推进“五个中心”建设", "加快推进浦东引领区建设", "加快推进自贸试验区及临港新片区建设", "加快推进长三角一体化发展"],
            {"加快推进“五个中心”建设": CENTRES},
        ),
        (
            HEBEI,
            1,
            ["拓展协同发展的深度广度", "高标准高质量推进雄安新区建设"],
            {
                "拓展协同发展的深度广度": ["加强基础设施互联互通", "深化协同创新共同体建设", "加强重点领域产业协作", "深化生态环境联建联防联治", "加快公共服务共建共享"],
                "高标准高质量推进雄安新区建设": ["推动疏解任务落实", "打造创新高地和创业热土", "塑造现代化城市风貌"],
            },
        ),
    ],
    ids=["上海", "河北"],
)  # fmt: skip


@needs_shared
@CASES
def test_the_paper_counts_topics_alone_and_numbers_their_parts_beneath_them(path, area, titles, parts) -> None:
    """上海 had nine topics, the first of them a heading with nothing under it, and said so: 9个主题."""
    brief = made(path).brief(area)
    context = summary_context(brief, {})
    assert [one.title for one in brief.topics if one.title] == titles
    assert f"，包括{len(titles)}个主题、" in brief.lead
    for topic in (one for one in context["topics"] if one["title"]):
        assert topic["heading"].startswith(f"（{topic['numeral']}）")
        wanted = parts.get(topic["title"], [])
        assert [part["heading"] for part in topic["parts"]] == [
            f"{number}. {head}" for number, head in enumerate(wanted, 1)
        ] or [""]
        told = "".join(run.text for part in topic["parts"] for run in part["text"])
        assert all(told.count(measure.text) == 1 for measure in topic["measures"])
        whole = "".join(run.text for run in topic["text"])
        assert all(f"{head}。" in whole for head in wanted)


@needs_shared
@CASES
def test_a_slide_on_a_part_names_the_topic_that_it_is_a_part_of(path, area, titles, parts) -> None:
    """And each part, with all that is to be done in it, has its slide; no row of the deck's first slides stays without a count."""
    brief = made(path).brief(area)
    slides = [one for one in brief.slides if one.kind == "topic"]
    for topic in brief.topics:
        for head in parts.get(topic.title, ()):
            about = [one for one in slides if any(f"{sign}{head}" in one.title for sign in ("——", "；"))]
            assert about
            assert all(f"{topic.title}——" in one.title for one in about)
            bullets = "".join(text for one in about for text in one.bullets)
            assert all(one.text in bullets for one in topic.measures if one.head == head)
    assert len({one.title for one in brief.slides}) == len(brief.slides)
    first = [one for one in brief.slides if one.kind in ("agenda", "overview")]
    assert all(all(row) for slide in first for row in (*slide.rows, *slide.beside))
    tasks = {task.topic for task in brief.tasks if "：" in task.topic}
    assert tasks == {f"{title}：{head}" for title, heads in parts.items() for head in heads}


@needs_shared
def test_a_title_says_of_which_part_a_figure_is() -> None:
    """河北, 2024: 2024年目标：年内完成投资超2000亿元 stood over a slide, as if all of 河北 invested no more."""
    area = made(HEBEI).brief(1)
    titles = [slide.title for slide in area.slides if "2000亿元" in slide.title]
    assert titles
    assert all("完成投资（雄安新区）超2000亿元" in title for title in titles)
