"""What an Office file or pack from outside may unpack to: looked at before any library opens it.

Office files are zips of XML. One of some kilobytes can unpack to gigabytes, or name entities that expand or read other files.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from briefing.errors import BriefingError

MOST_MEMBERS = 2000
LONGEST_NAME = 255
MOST_BYTES = 200 * 1024 * 1024
MOST_XML = 24 * 1024 * 1024
MOST_TAGS = 2_000_000  # a tag takes some hundred bytes of memory once it is read
_XML = (".xml", ".rels", ".vml")
_DECLARES = re.compile(rb"<\s*!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# What zipfile raises at a file that is none, or is broken.
DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def refuse_hostile(data: bytes, name: str, kind: str, save: str) -> None:
    """BriefingError when ``data`` is no zip, unpacks to too much, or declares XML entities.

    ``kind``: what it should be, ``save``: how to mend it; both for the sentence.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            size = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or size > MOST_BYTES:
                raise BriefingError(
                    f"{name}: unpacks to {len(members)} parts of {size} bytes (limits {MOST_MEMBERS} and {MOST_BYTES}); {save}."
                )
            if longest := next((one.filename for one in members if len(one.filename) > LONGEST_NAME), ""):
                raise BriefingError(
                    f"{name}: a part's name begins with {longest[:40]} and has {len(longest)} letters; {save}."
                )
            for member in members:
                if member.filename.lower().endswith(_XML):
                    _refuse_part(package, member, name, save)
    except DAMAGED as error:
        raise BriefingError(f"{name}: this is no readable {kind} ({str(error)[:100]}); {save}.") from error


def _refuse_part(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, save: str) -> None:
    if member.file_size > MOST_XML:
        raise BriefingError(
            f"{name}: its part {member.filename} unpacks to {member.file_size} bytes (limit {MOST_XML}); {save}."
        )
    xml = package.read(member)
    if xml.count(b"<") > MOST_TAGS:
        raise BriefingError(f"{name}: its part {member.filename} has more than {MOST_TAGS} tags; {save}.")
    if _DECLARES.search(xml.replace(b"\0", b"")):  # UTF-16 is the same with zeros between
        raise BriefingError(
            f"{name}: its part {member.filename} declares XML entities, which no Office program writes; {save}."
        )
