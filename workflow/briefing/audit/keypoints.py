"""要点 read back: each line a passage, each • line a row of indicator and quantity."""

from __future__ import annotations

import re

from briefing.audit.package import Package
from briefing.audit.reading import KEYPOINTS, Document, Passage, Row

_MARKER = re.compile(r"^\d+\. ")  # the task's number, which is ours: what follows is the source's
_FIGURE = re.compile(r"•\s*(?P<indicator>.+)：(?P<display>[^：]+?)（(?P<place>第\d+段)）$")


def read_keypoints(text: str) -> Document:
    """``text`` as it lies in the pack, with or without a byte order mark and with either kind of line ends."""
    document = Document(KEYPOINTS, Package({}))
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        place = f"要点第{number}行"
        if line.strip():
            document.passages.append(Passage(place, "text", _MARKER.sub("", line), group=place))
        found = _FIGURE.fullmatch(line.strip())
        if found:
            document.rows.append(Row(place, ("指标", "数值", "段落"), found.group("indicator", "display", "place")))
    return document
