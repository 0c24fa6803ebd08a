"""What leaves is standard MIME whose Chinese names every program reads, and no text can add a header."""

from __future__ import annotations

import email
import re
from datetime import UTC, datetime
from email import policy
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.distribute.mime import message_bytes
from briefing.distribute.packages import Attachment
from briefing.errors import BriefingError

DAY = datetime(2024, 1, 15, tzinfo=UTC)
LONG = "小店区2024年政府工作报告_4_一体统筹、品质提升，构建城乡融合发展新格局新面貌_摘要.docx"


def made(name: str = LONG, subject: str = "报告", body: str = "要点", to: str = "甲科长") -> bytes:
    return message_bytes(
        "0123456789abcdef", ("办公室", "office@example.org"), (to, "jia@example.org"), subject, body,
        [Attachment("4", "summary", name, b"content \x00\xff" * 100, "")], DAY,
    )  # fmt: skip


def raw_headers(content: bytes) -> dict[str, bytes]:
    """The headers of the attachment as they stand, unfolded."""
    part = content.split(b"\r\n--=_")[2]
    head = part.partition(b"\r\n\r\n")[0].partition(b"\r\n")[2]
    lines = re.split(rb"\r\n(?![ \t])", head)
    return {
        line.partition(b": ")[0].decode(): re.sub(rb"\r\n(?=[ \t])", b"", line.partition(b": ")[2]) for line in lines
    }


def test_the_name_for_standard_programs() -> None:
    """RFC 2231 in one piece: QQ Mail shows tcmime.….bin for the pieces that Python's email would write."""
    disposition = raw_headers(made())["Content-Disposition"]
    assert b"filename*=utf-8''%E5%B0%8F" in disposition
    assert b"filename*0" not in disposition
    (part,) = email.message_from_bytes(made(), policy=policy.default).iter_attachments()
    assert part.get_filename() == LONG
    assert part.get_content() == b"content \x00\xff" * 100


def test_the_name_for_programs_that_do_not_know_the_standard() -> None:
    """As Outlook, Foxmail and QQ Mail write it themselves: encoded words of at most 75 characters in name="…"."""
    kind = raw_headers(made())["Content-Type"].decode()
    name = re.fullmatch(r'application/vnd[\w.-]+; name="(.*)"', kind)[1]
    words = name.split(" ")
    assert len(words) > 1
    for word in words:
        assert len(word) <= 75
        assert "\ufffd" not in str(make_header(decode_header(word))), "no character is cut in two"
    assert str(make_header(decode_header(name))) == LONG


def test_the_message_travels_anywhere() -> None:
    """Seven bits, CRLF, no line over 998 characters."""
    content = made(body="。\n.\n..\n" * 300)
    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert email.message_from_bytes(content, policy=policy.default).defects == []


NAMES = st.text(max_size=60) | st.text('ab\r\n";:\\ =?', max_size=30)


@given(st.text(max_size=80), NAMES, st.text(max_size=200))
def test_no_text_adds_a_header(subject: str, name: str, body: str) -> None:
    """Whatever stands in subject, file name or body, the headers are these and no others."""
    name = name.encode("utf-8", "ignore").decode() + ".zip"
    content = made(name, subject.encode("utf-8", "ignore").decode(), body.encode("utf-8", "ignore").decode())
    message = email.message_from_bytes(content, policy=policy.default)
    assert sorted(map(str.lower, message.keys())) == [
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "subject",
        "to",
    ]
    (part,) = message.iter_attachments()
    assert sorted(map(str.lower, part.keys())) == ["content-disposition", "content-transfer-encoding", "content-type"]


def test_a_subject_with_line_breaks() -> None:
    """They are left out; a second header does not come of them."""
    message = email.message_from_bytes(made(subject="报告\r\nBcc: x@example.org\r\n\r\nbody"), policy=policy.default)
    assert message["bcc"] is None
    assert message["subject"] == "报告Bcc: x@example.orgbody"


def test_a_name_that_no_line_can_hold() -> None:
    """It is refused with what to do, not cut."""
    with pytest.raises(BriefingError, match="too long for a mail"):
        made("长" * 120 + ".zip")
