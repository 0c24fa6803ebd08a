"""Where a heading ends, and which headings name no work area: 总体要求, 预期目标, 重点任务."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.parse.marks import Mark
from briefing.parse.paragraphs import Line

MAX_TITLE = 60
_STOP = re.compile(r"[。！；]")
_FRAME = re.compile(
    r"^(?:[^，。]{0,14}的?)?(?:总体要求|总体思路|总体安排|总要求|指导思想|基本思路|工作思路|发展思路|工作目标|(?:主要|预期|总体|奋斗|发展)[^，。]{0,6}目标|"
    r"目标任务|基本原则|工作原则|工作要求|形势(?:分析|研判)?|(?:发展|面临的?)[^，。]{0,4}形势|机遇(?:与|和)挑战|重点把握[^，。]{0,10}|政策取向)"
    r"(?:[和与及、](?:主要|预期|总体|奋斗|发展|基本|工作|重点)?[^，。]{0,6}(?:目标|原则|要求|思路|任务|取向))?$"
)
_TASKS = re.compile(
    r"^(?:[^，。]{0,12}的?)?(?:重点|主要|具体|工作)(?:工作)?(?:任务|工作|举措|措施|安排|重点)(?:[和与及、][^，。]{1,6})?$"
)


@dataclass(frozen=True)
class AreaStart:
    """An area begins on line ``line`` at offset ``at`` in that line; ``title`` spans there, ``body`` is where its text goes on."""

    line: int
    at: int
    title: tuple[int, int]
    body: int

    def text(self, lines: tuple[Line, ...]) -> str:
        return lines[self.line].text[slice(*self.title)].strip().rstrip("。；：，")

    def own_line(self, lines: tuple[Line, ...]) -> bool:
        return self.at == 0 and self.body >= len(lines[self.line].text)


def heading(line: Line, k: int, mark: Mark, at: int = 0) -> AreaStart:
    """The heading that ``mark`` opens at offset ``at`` of line ``k``."""
    begin = at + mark.length
    end = title_end(line.text, begin)
    body = end + 1 if end < len(line.text) and line.text[end] in "。：；！" else end
    return AreaStart(k, at, (begin, end), body)


def title_end(text: str, at: int) -> int:
    """A heading ends with its first full stop; a heading on its own line ends with the line."""
    found = _STOP.search(text, at)
    end = found.start() if found else len(text.rstrip("：:"))
    colon = text.find("：", at)
    if 0 < colon < end and (end - at > MAX_TITLE or colon == len(text) - 1):
        end = colon
    if end - at > MAX_TITLE:
        comma = text.find("，", at)
        end = comma if 4 < comma - at <= MAX_TITLE else end
    return end


def is_frame(title: str) -> bool:
    """Whether a title names what stands before the areas (总体要求, 预期目标) and no area."""
    return bool(_FRAME.match(title))


def is_tasks(title: str) -> bool:
    """Whether a title only says that the areas follow under it (重点任务)."""
    return bool(_TASKS.match(title))
