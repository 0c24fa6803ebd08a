"""One message as bytes: standard MIME whose Chinese file names open in Outlook, Foxmail and QQ Mail, old and new.

Two ways of writing a Chinese file name are in the world, and each program reads one of them at least:

- RFC 2231 (``filename*=utf-8''%E5…``) is the standard. Outlook before 2010, Exchange of that age and some web mail do not know
  it and show *Untitled Attachment* or *ATT00001.dat*; QQ Mail reads it only unsplit, and shows ``tcmime.1234.bin`` for
  the pieces (``filename*0*=…; filename*1*=…``) that Python's ``email`` writes for any name over some 20 characters.
- RFC 2047 (``name="=?utf-8?B?…?="``) inside ``Content-Type`` was never allowed there, yet it is what Outlook itself, Foxmail
  and QQ Mail write, and all of them read.

So an attachment bears both: ``Content-Disposition`` the standard form in one piece, ``Content-Type`` the other for those who
do not know the first. A line may have 998 characters (RFC 5322); a longer name is not sent.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Self
from urllib.parse import quote

from briefing.distribute.packages import Attachment
from briefing.errors import BriefingError

_TYPES = {
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_LONGEST_LINE = 998
_BYTES_IN_WORD = 42  # of a name in one encoded word: 56 characters of base64, 68 with what stands around them


class _Verbatim(str):  # noqa: SLOT000 -- it has a name
    """A header that is written as it stands; ``email`` would cut it into the pieces that QQ Mail does not read."""

    name: str

    def __new__(cls, name: str, value: str) -> Self:
        self = super().__new__(cls, value)
        self.name = name  # what ``EmailPolicy`` knows a finished header by
        return self


class _Policy(policy.EmailPolicy):
    def fold(self, name: str, value: Any) -> str:
        return f"{name}: {value}\r\n" if isinstance(value, _Verbatim) else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return (
            self.fold(name, value).encode("ascii") if isinstance(value, _Verbatim) else super().fold_binary(name, value)
        )


_SMTP = _Policy(linesep="\r\n", cte_type="7bit")


def message_bytes(
    message_id: str,
    sender: tuple[str, str],
    recipient: tuple[str, str],
    subject: str,
    body: str,
    attachments: Sequence[Attachment],
    date: datetime,
    draft: bool = False,
) -> bytes:
    """The message with CRLF line ends, 7-bit throughout. ``sender`` and ``recipient``: name and address; a message without
    a sender's address has no From. ``draft`` lets Outlook open the file as a message that is still to be sent."""
    message = EmailMessage(policy=_SMTP)
    if sender[1]:
        message["From"] = _address(*sender)
    message["To"] = _address(*recipient)
    message["Subject"] = "".join(one for one in subject if one.isprintable())
    message["Date"] = format_datetime(date)
    message["Message-ID"] = f"<{message_id}@{sender[1].partition('@')[2] or 'briefing.invalid'}>"
    if draft:
        message["X-Unsent"] = "1"
    message.set_content(body, charset="utf-8", cte="base64")
    message.make_mixed(boundary=f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:32]}")
    for one in attachments:
        message.attach(_part(one))
    return message.as_bytes()


def _address(name: str, address: str) -> Address:
    user, _, domain = address.rpartition("@")
    return Address(name, user, domain)


def _part(attachment: Attachment) -> EmailMessage:
    part = EmailMessage(policy=_SMTP)
    name = attachment.name
    kind = _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    encoded = name.encode("utf-8")
    words, piece = [], b""
    for one in name:  # a word ends between two characters, never inside one
        if len(piece + one.encode()) > _BYTES_IN_WORD:
            words.append(piece)
            piece = b""
        piece += one.encode()
    quoted = "\r\n ".join(f"=?utf-8?B?{base64.b64encode(word).decode()}?=" for word in [*words, piece])
    if name.isascii():
        quoted = "".join(one if one.isprintable() and one not in '\\"' else "_" for one in name)
    standard = f" filename*=utf-8''{quote(encoded, safe='')}"
    if len(standard) > _LONGEST_LINE:
        raise BriefingError(f"{name}: the file name is too long for a mail; shorten the title of the area.")
    part["Content-Type"] = _Verbatim("Content-Type", f'{kind};\r\n name="{quoted}"')
    part["Content-Transfer-Encoding"] = _Verbatim("Content-Transfer-Encoding", "base64")
    part["Content-Disposition"] = _Verbatim("Content-Disposition", f"attachment;\r\n{standard}")
    part.set_payload(base64.encodebytes(attachment.content).decode("ascii").replace("\n", "\r\n"))
    return part
