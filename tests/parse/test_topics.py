"""What opens a topic: the first sentence of a paragraph; one inside it only where the area's own paragraphs leave no other reading."""

from __future__ import annotations

from briefing.parse.paragraphs import lines_of
from briefing.parse.topics import topics_of

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


def test_a_topic_glued_on_with_its_list_of_clauses_is_one_there_too() -> None:
    topics = _topics(f"做强传统产业。{BODY}", f"激发创新活力。{BODY}发展壮大新兴产业。{LISTED}")
    assert topics == {"做强传统产业": 1, "激发创新活力": 1, "发展壮大新兴产业": 3}


def test_headings_right_behind_the_heading_of_a_paragraph_are_topics() -> None:
    nested = f"提升城市能级。增强经济中心功能。{BODY}强化创新策源功能。{BODY}"
    topics = _topics(f"做强传统产业。{BODY}", f"激发创新活力。{BODY}", nested)
    assert {"增强经济中心功能", "强化创新策源功能"} <= set(topics)


def test_where_the_whole_area_is_one_paragraph_its_short_sentences_are_the_topics() -> None:
    topics = _topics(f"强化产业协作。{BODY}强化协同创新。{BODY}促进区域发展。{BODY}")
    assert topics == {"强化产业协作": 1, "强化协同创新": 1, "促进区域发展": 1}
