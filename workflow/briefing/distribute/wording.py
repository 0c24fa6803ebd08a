"""What a message says: subject and body, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.distribute.packages import Package
from briefing.distribute.planning import CORRECTION, Due
from briefing.model import OVERVIEW

_RULE = "—" * 20


def subject(due: Due, packages: Mapping[str, Package]) -> str:
    """The first line of the 要点 for one area, else the report and how many areas; numbered when the message is one of several."""
    areas = list(dict.fromkeys(one.area for one in due.attachments))
    package = packages[areas[0]]
    if len(areas) == 1:
        text = package.version.keypoints.splitlines()[0]
    else:
        whole = str(OVERVIEW) in areas
        told = f"总览和{len(areas) - 1}个领域" if whole else f"{len(areas)}个领域"
        text = f"【{package.report_title}】分领域简报（{told}）"
    if due.entry.reason == CORRECTION:
        text = f"更正：{text}"
    return f"{text}（{due.entry.part}/{due.entry.parts}）" if due.entry.parts > 1 else text


def body(due: Due, packages: Mapping[str, Package]) -> str:
    """What changed, then the 要点 of each area, then what is attached with its version."""
    lines: list[str] = []
    if due.entry.parts > 1:
        lines += [f"本邮件为第{due.entry.part}封，共{due.entry.parts}封。", ""]
    for area, changed in due.changed.items():
        lines += [
            f"更正说明：{packages[area].version.title}",
            *changed,
            "请以本邮件所附文件为准，此前文件请勿再用。",
            "",
        ]
    for area in dict.fromkeys(one.area for one in due.attachments):
        lines += [packages[area].version.keypoints.strip(), "", _RULE, ""]
    lines.append(f"附件（{len(due.attachments)}个）")
    lines += [f"{one.name}（{_size(len(one.content))}，版本 {one.sha256[:12]}）" for one in due.attachments]
    return "\n".join(lines) + "\n"


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{count / 1024:.0f} KB"
