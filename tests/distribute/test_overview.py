"""briefing send and the pack of the whole report (总览): who names it gets it, and who gets all gets it first."""

from __future__ import annotations

import pytest

from mail_desk import Desk
from mail_server import Post

JIA, YI = "jia@example.org", "yi@example.org"


def _names(message) -> list[str]:
    return [part.get_filename() for part in message.iter_attachments()]


@pytest.mark.parametrize("area", ["overview", "总览"])
def test_who_names_the_overview_gets_it_and_nothing_else(desk: Desk, post: Post, send, area: str) -> None:
    path = desk.add_overview()
    desk.list(f"{area},甲科长,jia@example.org,zip", f"{area},乙科长,yi@example.org,documents")
    said = send("--really")
    assert said.status == 0, said.text
    (jia,), (yi,) = post.to(JIA), post.to(YI)
    assert {part.get_filename(): part.get_content() for part in jia.iter_attachments()} == {
        path.name: path.read_bytes()
    }
    assert _names(yi) == [f"{path.stem}_摘要.docx", f"{path.stem}_汇报.pptx"]
    assert str(jia["subject"]) == "【甲县2024年政府工作报告】2024年工作总览：二个方面"
    assert "部署两个方面的工作。" in jia.get_body().get_content()


def test_who_gets_all_gets_the_overview_before_the_areas(desk: Desk, post: Post, send) -> None:
    path = desk.add_overview()
    desk.list("all,甲科长,jia@example.org,zip", "2,乙科长,yi@example.org,zip")
    assert send("--really").status == 0
    (jia,), (yi,) = post.to(JIA), post.to(YI)
    assert _names(jia)[0] == path.name
    assert [name.split("_")[1] for name in _names(jia)] == ["总览.zip", "1", "2"]
    assert str(jia["subject"]).endswith("分领域简报（总览和2个领域）")
    assert [name.split("_")[1] for name in _names(yi)] == ["2"]


def test_an_overview_that_came_later_is_sent_by_itself(desk: Desk, post: Post, send) -> None:
    """Its audit had failed: the areas went out and the reason was told; the next run sends only what is left."""
    desk.list("all,甲科长,jia@example.org,zip", "总览,乙科长,yi@example.org,zip")
    said = send("--really")
    assert "The overview" in said.text
    assert "overview/audit.json tells why" in said.text
    assert (len(post.to(JIA)), len(post.to(YI))) == (1, 0)
    path = desk.add_overview()
    said = send("--really")
    assert "has no pack" not in said.text
    assert _names(post.to(JIA)[1]) == _names(post.to(YI)[0]) == [path.name]


def test_a_corrected_overview_goes_to_those_who_hold_the_earlier_one(desk: Desk, post: Post, send) -> None:
    desk.add_overview()
    desk.list("总览,甲科长,jia@example.org,zip", "1,乙科长,yi@example.org,zip")
    send("--really")
    path = desk.add_overview("部署二个方面的工作。")
    assert "1 of them are outdated" in send("--who").text
    assert send("--corrections", "--really").status == 0
    assert (len(post.to(JIA)), len(post.to(YI))) == (2, 1)
    assert _names(post.to(JIA)[1]) == [path.name]
    assert "新增：部署二个方面的工作。" in post.to(JIA)[1].get_body().get_content()
