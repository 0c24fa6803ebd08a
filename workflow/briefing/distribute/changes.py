"""What changed between two versions of an area, in Chinese, for those who hold the earlier one."""

from __future__ import annotations

import difflib
import re

from briefing.distribute.packages import Version

_NUMBERED = re.compile(r"^\d+\. ")
_PLACE = re.compile(r"（第\d+段）$")
NOT_IN_TEXT = "要点和数据未变，任务分解、出处或图表有更正，请以新文件为准。"
ONLY_LAYOUT = "文字和数据未变，仅版式有调整。"
_MOST = 40


def changes(old: Version, new: Version) -> tuple[str, ...]:
    """Lines that tell what a reader of ``old`` must now read otherwise; figures first, then the 要点."""
    lines = _figures(old, new)
    before, after = _lines(old.keypoints), _lines(new.keypoints)
    for action, at, to, start, stop in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if action in ("delete", "replace"):
            lines += [f"删除：{line}" for line in before[at:to] if line]
        if action in ("insert", "replace"):
            lines += [f"新增：{line}" for line in after[start:stop] if line]
    if len(lines) > _MOST:
        lines = [*lines[:_MOST], f"另有{len(lines) - _MOST}处变化，请以新文件为准。"]
    if not lines:
        lines = [ONLY_LAYOUT if old.content == new.content else NOT_IN_TEXT]
    return tuple(lines)


def is_correction(old: Version, new: Version) -> bool:
    """Whether what is said has changed, and not only how it looks."""
    return old.content != new.content or old.keypoints != new.keypoints or dict(old.figures) != dict(new.figures)


def _figures(old: Version, new: Version) -> list[str]:
    lines = []
    for name, figure in old.figures.items():
        now = new.figures.get(name)
        if now is None:
            lines.append(f"数据删除：{name} {figure}")
        elif now != figure:
            lines.append(f"数据更正：{name} {figure} → {now}")
    lines += [f"数据新增：{name} {figure}" for name, figure in new.figures.items() if name not in old.figures]
    return lines


def _lines(keypoints: str) -> list[str]:
    """Lines of the 要点 without the numbers that shift when a line is added."""
    return [_PLACE.sub("", _NUMBERED.sub("", line.strip())) for line in keypoints.splitlines()]
