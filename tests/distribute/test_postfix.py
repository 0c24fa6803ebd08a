"""briefing send against Debian's Postfix: what docs/sending.md tells was seen here. Needs root; asked for with BRIEFING_POSTFIX=1."""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mail_desk import Desk
from postfix import PASSWORD, USER, BadLine, Postfix, missing

pytestmark = pytest.mark.skipif(
    not os.environ.get("BRIEFING_POSTFIX") or bool(missing()),
    reason=missing() or "BRIEFING_POSTFIX=1 is not set; the other tests use aiosmtpd",
)
PEOPLE = ["jia", "yi", "bing", *(f"p{number}" for number in range(20))]


@pytest.fixture
def postfix(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postfix]:
    """Running, known to the desk, and gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-postfix-", dir="/var/tmp"))
    server = Postfix(folder, PEOPLE)
    server.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "certificate.pem"))
    monkeypatch.setenv("BRIEFING_SMTP_USER", f"{USER}@post.example.org")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", PASSWORD)
    desk.configure(security="starttls", port=server.port)
    yield server
    server.stop()
    shutil.rmtree(folder)


def test_delivery(desk: Desk, postfix: Postfix, send) -> None:
    """Over STARTTLS and login into two mailboxes, every attachment byte for byte; a second run sends nothing."""
    said = send("--really")
    assert said.status == 0, said.text
    (jia,), (yi,) = postfix.to("jia"), postfix.to("yi")
    packs = {path.name: path.read_bytes() for path in (desk.output / "packs").iterdir()}
    assert {part.get_filename(): part.get_content() for part in jia.iter_attachments()} == packs
    assert [part.get_filename().rpartition("_")[2] for part in yi.iter_attachments()] == ["摘要.docx", "汇报.pptx"]
    assert "Nothing to send" in send("--really").text
    assert f"sasl_username={USER}@post.example.org" in postfix.log()
    assert PASSWORD not in postfix.log() + said.text


def test_a_wrong_password(desk: Desk, postfix: Postfix, send, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, nothing sent, the wrong word not repeated."""
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", "not-the-word")
    said = send("--really")
    assert said.status == 1
    assert "does not accept the login (535" in said.text
    assert "not-the-word" not in said.text
    assert postfix.to("jia") == []


@pytest.mark.parametrize(
    ("answer", "event"),
    [
        ("550 5.1.1 no such mailbox", "refused, 550"),
        ("452 4.2.2 mailbox full", "deferred, 452"),
        ("421 4.3.2 closing for the night", "deferred, 421"),
    ],
)
def test_one_who_is_turned_down(desk: Desk, postfix: Postfix, send, answer: str, event: str) -> None:
    """The others get theirs; once it is mended, the same command sends only what is left."""
    desk.list("all,甲科长,jia@example.org,zip", "1,丙科长,bing@example.org,zip", "2,乙科长,yi@example.org,documents")
    postfix.answer("bing@example.org", answer)
    postfix.reload()
    said = send("--really")
    assert said.status == 1
    assert event in said.text
    assert [len(postfix.to(one)) for one in ("jia", "bing", "yi")] == [1, 0, 1]
    postfix.answer("nobody@example.org", "OK")
    postfix.reload()
    assert send("--really").status == 0
    assert [len(postfix.to(one)) for one in ("jia", "bing", "yi")] == [1, 1, 1]


def test_one_who_is_not_there(desk: Desk, postfix: Postfix, send) -> None:
    """Postfix itself knows no such mailbox."""
    desk.list("1,丁科长,ding@example.org,zip", "2,乙科长,yi@example.org,documents")
    said = send("--really")
    assert said.status == 1
    assert "refused, 550 5.1.1" in said.text
    assert len(postfix.to("yi")) == 1


def test_a_message_that_is_too_large_for_the_server(desk: Desk, postfix: Postfix, send) -> None:
    """The server tells its limit when it greets; it turns the message down before it travels, and says so."""
    postfix.configure(message_size_limit=2000)
    postfix.reload()
    said = send("--really")
    assert said.status == 1
    assert "refused, 552 5.3.4" in said.text
    assert postfix.to("jia") == []


def test_lines_that_break(desk: Desk, postfix: Postfix, send) -> None:
    """The line breaks somewhere in the talk, in a message or before its answer, again and again: nobody gets it twice, nobody is forgotten."""
    desk.deck_bytes = random.Random(1).randbytes(400_000)
    desk.make()
    desk.list(*(f"1,第{number}人,p{number}@example.org,zip" for number in range(20)))
    chance = random.Random(1)
    line = BadLine(postfix.port, iter(lambda: chance.choice([900, 5_000, 300_000, 900_000, 1_700_000]), 0))
    desk.configure(port=line.port)
    undecided: set[str] = set()
    broken = 0
    for _ in range(40):
        said = send("--really")
        undecided |= set(re.findall(r"第\d+人(?=.*(?:lost|may have arrived))", said.text))
        broken += said.text.count(": broken")
        if said.status == 0:
            break
        if "may have arrived" in said.text:
            send("--really", "--count-as-sent")
    line.close()
    counts = [len(postfix.to(f"p{number}")) for number in range(20)]
    print(f"{line.breaks} breaks; {broken} broken, undecided {sorted(undecided)}; {counts}")
    assert line.breaks > 3
    assert said.status == 0, said.text
    assert max(counts) == 1
    assert counts.count(0) <= len(undecided), "who has none was told of as undecided"


def test_kill_9(desk: Desk, postfix: Postfix, send) -> None:
    """The sender is killed at any moment, eight times."""
    desk.list(*(f"1,第{number}人,p{number}@example.org,zip" for number in range(20)))
    undecided = 0
    for delay in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        process = desk.start("--really")
        time.sleep(delay)
        process.kill()
        process.wait()
    for _ in range(3):
        said = send("--really")
        if said.status == 0:
            break
        undecided += 1
        send("--count-as-sent")
    counts = [len(postfix.to(f"p{number}")) for number in range(20)]
    print(f"undecided in {undecided} runs; {counts}")
    assert said.status == 0, said.text
    assert max(counts) == 1
    assert counts.count(0) <= undecided
