"""briefing send against a real SMTP server: each person gets each version once, whatever goes wrong in the middle."""

from __future__ import annotations

import hashlib
import random
import signal
import sqlite3
import time
import zipfile
from io import BytesIO

import pytest

from mail_desk import ID, Desk
from mail_server import Post

JIA, YI, BING = "jia@example.org", "yi@example.org", "bing@example.org"


def names(message) -> list[str]:
    return [part.get_filename() for part in message.iter_attachments()]


def test_each_recipient_gets_a_message_with_what_the_list_says(desk: Desk, post: Post, send) -> None:
    """The pack or the two documents under their Chinese names, byte for byte; the 要点 as the body."""
    said = send("--really")
    assert said.status == 0, said.text
    (jia,), (yi,) = post.to(JIA), post.to(YI)
    assert [name.rpartition("_")[2].rpartition(".")[2] for name in names(jia)] == ["zip", "zip"]
    packs = {path.name: path.read_bytes() for path in (desk.output / "packs").iterdir()}
    assert {part.get_filename(): part.get_content() for part in jia.iter_attachments()} == packs
    assert [name.rpartition("_")[2] for name in names(yi)] == ["摘要.docx", "汇报.pptx"]
    with zipfile.ZipFile(BytesIO(next(content for name, content in packs.items() if "_2_" in name))) as archive:
        for part in yi.iter_attachments():
            assert part.get_content() == archive.read(part.get_filename())
        keypoints = next(archive.read(name) for name in archive.namelist() if name.endswith("_要点.txt"))
    body = yi.get_body().get_content().replace("\r\n", "\n")
    assert keypoints.decode("utf-8-sig").replace("\r\n", "\n").strip() in body
    assert str(yi["to"]) == "乙科长 <yi@example.org>"
    assert str(yi["subject"]) == "【甲县2024年政府工作报告】（二）守牢安全底线，维护社会稳定"


def test_nothing_leaves_before_the_last_check_of_a_run(desk: Desk, post: Post, send) -> None:
    """Workbook, page and 要点 may differ from the packs then; a look at what would be sent is still allowed."""
    (desk.output / "audits" / "report.json").unlink()
    said = send("--really")
    assert said.status == 1
    assert "have not passed the last check of a run" in said.text
    assert not post.letters
    assert send("--dry-run").status == 0


def test_the_same_version_is_never_sent_twice(desk: Desk, post: Post, send) -> None:
    """A second run has nothing to send; a corrected pack goes out, and only that one."""
    assert send("--really").status == 0
    again = send("--really")
    assert (again.status, len(post.letters)) == (0, 2)
    assert "Nothing to send" in again.text
    desk.make(second_target="15个")
    assert send("--really").status == 0
    assert [len(names(one)) for one in post.to(JIA)] == [2, 1]
    assert "_2_" in names(post.to(JIA)[1])[0]


@pytest.mark.parametrize(
    ("misdeed", "event"),
    [
        ("unknown", "refused, 550"),
        ("full", "deferred, 452"),
        ("full after data", "refused, 552"),
        ("closing", "deferred, 421"),
        ("drop", "broken, "),
    ],
)
def test_one_who_cannot_be_reached_holds_up_nobody(desk: Desk, post: Post, send, misdeed: str, event: str) -> None:
    """The others get theirs, the reason is told, and once it is mended the same command sends only what is left."""
    desk.list("all,甲科长,jia@example.org,zip", "1,丙科长,bing@example.org,zip", "2,乙科长,yi@example.org,documents")
    post.misdeeds[BING] = misdeed
    said = send("--really")
    assert said.status == 1
    assert event in said.text
    assert (len(post.to(JIA)), len(post.to(BING)), len(post.to(YI))) == (1, 0, 1)
    post.misdeeds.clear()
    assert send("--really").status == 0
    assert (len(post.to(JIA)), len(post.to(BING)), len(post.to(YI))) == (1, 1, 1)


def test_an_answer_that_never_came_is_for_a_person_to_decide(desk: Desk, post: Post, send) -> None:
    """The server took the message and the connection broke: it is not sent again unasked, and not forgotten."""
    post.misdeeds[JIA] = "silent"
    said = send("--really")
    assert said.status == 1
    assert "lost" in said.text
    assert len(post.to(YI)) == 1
    post.misdeeds.clear()
    again = send("--really")
    assert again.status == 1
    assert "may have arrived" in again.text
    assert len(post.to(JIA)) == 1
    assert send("--really", "--retry-undecided").status == 0
    assert len(post.to(JIA)) == 2
    assert len({one["message-id"] for one in post.to(JIA)}) == 1, "mail programs may tell that both are the same"
    assert send("--really").status == 0
    assert len(post.to(JIA)) == 2


def test_what_did_arrive_can_be_counted_as_sent(desk: Desk, post: Post, send) -> None:
    """After --count-as-sent the ledger knows the version as theirs."""
    post.misdeeds[JIA] = "silent"
    send("--really")
    post.misdeeds.clear()
    assert send("--really", "--count-as-sent").status == 0
    assert len(post.to(JIA)) == 1
    assert send("--who").text.count("甲科长") == 2


def test_killed_while_the_server_thinks(desk: Desk, post: Post, send) -> None:
    """kill -9 between the last byte and the answer: the ledger shows the message as undecided, and nothing goes out twice."""
    post.misdeeds[JIA] = "slow"
    process = desk.start("--really")
    assert post.held.wait(30), "the message arrived at the server"
    process.send_signal(signal.SIGKILL)
    process.wait()
    post.misdeeds.clear()
    said = send("--really")
    assert said.status == 1
    assert "甲科长" in said.text
    assert "may have arrived" in said.text
    assert (len(post.to(JIA)), len(post.to(YI))) == (1, 1)
    assert send("--really", "--count-as-sent").status == 0
    assert (len(post.to(JIA)), len(post.to(YI))) == (1, 1)


def test_killed_at_any_moment(desk: Desk, post: Post, send) -> None:
    """kill -9 at many moments of a run over twenty people: in the end each has the message once, or once more only where
    the ledger said so and a person asked for it."""
    people = [f"p{number}@example.org" for number in range(20)]
    desk.list(*(f"1,第{number}人,{address},zip" for number, address in enumerate(people)))
    retried = 0
    for delay in (0.25, 0.35, 0.45, 0.5, 0.55, 0.6, 0.7):
        process = desk.start("--really")
        time.sleep(delay)
        process.kill()
        process.wait()
    for _ in range(3):
        said = send("--really")
        retried += said.text.count("message ") if "may have arrived" in said.text else 0
        if said.status == 0:
            break
        send("--count-as-sent")
    assert said.status == 0, said.text
    counts = [len(post.to(address)) for address in people]
    assert max(counts) == 1, "nobody was sent the same version twice"
    assert counts.count(0) <= retried


def test_two_at_once(desk: Desk, post: Post, send) -> None:
    """While one sends, another one stops with a sentence and sends nothing."""
    post.misdeeds[JIA] = "slow"
    process = desk.start("--really")
    assert post.held.wait(30)
    said = send("--really")
    assert said.status == 1
    assert "another briefing send is at work" in said.text
    assert len(post.letters) == 1
    process.kill()
    process.wait()


def test_too_large_for_one_message(desk: Desk, post: Post, send) -> None:
    """Attachments over the limit travel in numbered messages, each within the limit."""
    desk.deck_bytes = random.Random(1).randbytes(225_000)
    desk.make()
    desk.configure(size_limit_mb=0.5)
    assert send("--really").status == 0
    assert [str(one["subject"])[-5:] for one in post.to(JIA)] == ["（1/2）", "（2/2）"]
    assert [len(names(one)) for one in post.to(JIA)] == [1, 1]
    assert "本邮件为第2封，共2封。" in post.to(JIA)[1].get_body().get_content()
    assert all(250_000 < len(content) <= 0.5 * 1024 * 1024 for _, content in post.letters)


def test_a_pack_that_no_message_can_carry(desk: Desk, post: Post, send) -> None:
    """Its two documents are sent instead, a message each; a document that is too large itself is an error that says what else
    can be done."""
    desk.deck_bytes, desk.summary_bytes = (random.Random(seed).randbytes(150_000) for seed in (1, 2))
    desk.make()
    desk.list("1,甲科长,jia@example.org,zip")
    desk.configure(size_limit_mb=0.2)
    said = send("--really")
    assert said.status == 1
    assert "briefing publish" in said.text
    assert post.letters == []
    desk.configure(size_limit_mb=0.3)
    assert send("--really").status == 0
    assert [names(one)[0].rpartition("_")[2] for one in post.to(JIA)] == ["摘要.docx", "汇报.pptx"]
    assert "Nothing to send" in send("--really").text


def test_part_two_of_two_goes_on_as_part_two(desk: Desk, post: Post, send) -> None:
    """A run that broke off between the two keeps their numbers."""
    desk.deck_bytes = random.Random(1).randbytes(225_000)
    desk.make()
    desk.configure(size_limit_mb=0.5)
    desk.list("all,甲科长,jia@example.org,zip")
    post.misdeeds[JIA] = "full on the second"
    assert send("--really").status == 1
    post.misdeeds.clear()
    assert send("--really").status == 0
    assert [str(one["subject"])[-5:] for one in post.to(JIA)] == ["（1/2）", "（2/2）"]
    assert len({one["message-id"] for one in post.to(JIA)}) == 2


def test_corrections_go_only_to_those_who_hold_what_was_replaced(desk: Desk, post: Post, send) -> None:
    """With what changed in figures and 要点; who never had it, or has the later one, gets nothing."""
    desk.list("1,丙科长,bing@example.org,zip", "2,乙科长,yi@example.org,documents")
    send("--really")
    desk.make(second_target="15个")
    shown = send("--who")
    assert shown.text.count("OUTDATED") == 1, "the Word summary changed, the deck did not"
    desk.list("all,甲科长,jia@example.org,zip")  # the list of today does not matter
    assert send("--corrections", "--really").status == 0
    assert (len(post.to(JIA)), len(post.to(BING)), len(post.to(YI))) == (0, 1, 2)
    letter = post.to(YI)[1]
    assert str(letter["subject"]).startswith("更正：")
    body = letter.get_body().get_content()
    assert "数据更正：应急避难场所（2024年目标） 12个 → 15个" in body
    assert "删除：• 应急避难场所：12个" in body
    assert [name.rpartition("_")[2] for name in names(letter)] == ["摘要.docx"]
    again = send("--corrections", "--really")
    assert (again.status, len(post.letters)) == (0, 3)
    assert "earlier version, since replaced" in send("--who").text


def test_a_change_of_layout_is_no_correction(desk: Desk, post: Post, send) -> None:
    """It is told, and sent only when asked for."""
    send("--really")
    desk.deck_bytes = b"other look" * 90
    desk.make()
    said = send("--corrections", "--really")
    assert "layout only" in said.text
    assert len(post.letters) == 2
    assert send("--corrections", "--layout-too", "--really").status == 0
    assert len(post.letters) == 4
    assert "仅版式有调整" in post.to(YI)[1].get_body().get_content()


def test_an_area_without_a_pack_is_told(desk: Desk, post: Post, send) -> None:
    """Its audit failed: the others are sent; who holds an earlier version of it is named."""
    send("--really")
    desk.make(areas=(1,))
    said = send("--corrections")
    assert "of which there is no pack now" in said.text
    said = send("--really")
    assert "has no pack and is left out" in said.text
    assert len(post.letters) == 2


def test_the_ledger_is_only_added_to(desk: Desk, post: Post, send) -> None:
    """It says who got which checksum when; no statement changes or deletes a row."""
    send("--really")
    with sqlite3.connect(desk.ledger) as ledger:
        rows = ledger.execute("select m.address, i.sha256 from messages m join items i on i.message = m.id").fetchall()
        events = ledger.execute("select event from events order by number").fetchall()
        for statement in (
            "update messages set address = 'x'",
            "delete from events",
            "update versions set content = ''",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                ledger.execute(statement)
    packs = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (desk.output / "packs").iterdir()}
    assert {sha256 for address, sha256 in rows if address == JIA} == packs
    assert [one[0] for one in events] == ["prepared", "handed", "accepted"] * 2
    assert desk.ledger.stat().st_mode & 0o077 == 0


def test_a_dry_run_sends_nothing_and_says_everything(desk: Desk, post: Post, send) -> None:
    """The .eml files are the same on every run; an earlier dry run's files do not stay."""
    said = send()
    assert said.status == 0
    first = {path.name: path.read_bytes() for path in desk.letters()}
    assert list(first) == ["001_甲科长.eml", "002_乙科长.eml"]
    assert "nothing was sent" in said.text
    send("--dry-run")
    assert {path.name: path.read_bytes() for path in desk.letters()} == first
    desk.list("1,丁科长,ding@example.org,zip")
    send()
    assert [path.name for path in desk.letters()] == ["001_丁科长.eml"]
    assert post.letters == []
    assert send("--who").text.startswith("0 files were sent")


def test_a_run_after_a_pack_was_tampered_with(desk: Desk, post: Post, send) -> None:
    """A pack whose members are not what its manifest says is not sent."""
    path = next((desk.output / "packs").iterdir())
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content + b" " if name.endswith(".docx") else content)
    said = send("--really")
    assert said.status == 1
    assert "is not what the manifest says" in said.text
    assert post.letters == []
    assert ID in said.text or path.name in said.text
