"""Who published the text of a report, and whether it is the report or what a reporter told of it, from the credits around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parse.characters import HAN

_NO_NAME = ("未知", "网络", "政府官网")
_NAMED = (
    re.compile(rf"来源[：:]\s*([{HAN}]{{3,16}})"),
    re.compile(rf"[（(]([{HAN}]{{3,16}}?)供稿[)）]"),
)
# 记者 王丹, 本报记者：李四; a reporter who took a picture has not written the text.
_SIGNED = re.compile(rf"记者[：:\s]*[{HAN}]{{2,4}}(?![{HAN}])(?!\s{{0,4}}摄(?!影报道))")
_MEDIUM = re.compile(rf"([{HAN}]{{2,12}}(?:报|网|社|台|融媒|融媒体中心|新闻中心))记者")
_OUR_OWN = re.compile("(?:本报|本网|本社|本台)$")


def published_by(bylines: Sequence[str]) -> str:
    """What stands behind the title of the source: （小店区人民政府办公室）; （据太原日报报道） where a reporter signed the text, since that is
    not the report itself, and （据媒体报道） where nobody says whose reporter (who gave the pictures has not written it); empty where nothing is known."""
    name = _publisher(bylines)
    if not any(map(_SIGNED.search, bylines)):
        return f"（{name}）" if name else ""
    return f"（据{_medium(bylines) or name or '媒体'}报道）"


def _medium(bylines: Sequence[str]) -> str:
    """Whose reporter signed: 太原日报 of 太原日报记者 王丹."""
    found = (_MEDIUM.search(line) for line in bylines if _SIGNED.search(line))
    return next((one[1] for one in found if one and not _OUR_OWN.search(one[1])), "")


def _publisher(bylines: Sequence[str]) -> str:
    for line in bylines:
        found = next(filter(None, (each.search(line) for each in _NAMED)), None)
        if found and not found[1].startswith(_NO_NAME):
            return found[1]
    return ""
