"""Which sentences under a heading are tasks that someone can be given; judgements and closing exhortations are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.judgement import is_judgement, tells
from briefing.parse.marks import mark_of

# Behind what is to be done, to everybody: 我们要…, 新型城镇化要处处体现…, …，一定能跑出加速度.
_WE = re.compile("我们(?:都?要|必须|一定|这样)")
# 以上民生实事，我们将定点定责、精心组织: said of all that was listed.
_OF_ALL = re.compile("(?:以上|上述)[^，；]{2,10}，我们")
# Numbers of which a name is made, and a jubilee: 建设“7+20+N”现代化产业体系, 以改革开放40周年为契机.
_NAME = re.compile(r"“[\d+＋NX]+”|\d+周年")
_EXHORTS = re.compile(r"[^，；]{2,16}要处处|[^；]*，[^，；]{0,4}(?:一定能|必将|定能|完全能够)")


def which_are_tasks(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence or clause of one paragraph under one heading, in order, whether it is a task.

    What holds a figure always is; where nothing else would be left, all are. A sentence that opens 我们要 is an exhortation
    only at the end and alone: where others open so, this is how the report gives its tasks.
    """
    told = _told(texts)
    return tuple(told) if any(told) else tuple(not _OF_ALL.match(text) for text in texts)


def only_leads(texts: Sequence[str]) -> bool:
    """Whether these sentences, which stand before the first heading, only say in which spirit all is done, so that nobody can be given
    them: no figure, and beside judgements no more than one."""
    return not any(re.search(r"\d", _NAME.sub("", one)) for one in texts) and sum(_told(texts)) <= 1


def _told(texts: Sequence[str]) -> list[bool]:
    """For each, whether it is a task by itself, though nothing be left."""
    we = sum(_WE.match(text) is not None for text in texts)
    told = [mark_of(text) is not None or not (is_judgement(text) or _OF_ALL.match(text)) for text in texts]
    last = texts[-1] if texts else ""
    if not re.search(r"\d", last) and ((we == 1 and _WE.match(last)) or (not tells(last) and _EXHORTS.match(last))):
        told[-1] = False
    return told
