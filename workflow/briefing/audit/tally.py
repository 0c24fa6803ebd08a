"""Counts what the checks look at and keeps what they found wrong."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.audit_result import Audit, AuditCheck, AuditFailure

LABELS = {
    "PART_MISSING": "引用的部件都在文件内",
    "TAG_LEFT": "没有残留的模板标签",
    "PROMPT_LEFT": "没有占位提示和英文默认文字",
    "EMPTY_PLACEHOLDER": "没有空的占位符",
    "NUMBER": "数字见于原文，单位和限定词一致",
    "ROW": "指标与数值对应一致",
    "MEASURE": "任务完整出现",
    "TOPIC": "主题完整出现",
    "FIGURE": "目标和实绩出现且数值一致",
    "NATURE": "推进、支持的规模不当作目标",
    "MANUAL": "人工更正的数值已注明，其余没有误注",
    "SLIDE": "幻灯片内容与提纲一致",
    "FOREIGN": "没有混入其他领域的内容",
    "PHRASE": "固定表述与原文一字不差",
    "CHART": "图表与数据一致",
    "PICTURE": "图片齐全且与图表一致",
    "ALT_TEXT": "图片和图表有替代文字",
    "TITLE": "标题齐全且不重复",
    "LANGUAGE": "语言标为中文",
    "SOURCE": "注明来源",
    "SHARED": "指标表、网页与各表一致",
    "LINK": "网页的链接和图片都在",
}
OF_REPORT = (
    "TAG_LEFT",
    "PROMPT_LEFT",
    "NUMBER",
    "ROW",
    "MEASURE",
    "TOPIC",
    "FIGURE",
    "NATURE",
    "FOREIGN",
    "PHRASE",
    "TITLE",
    "SOURCE",
    "ALT_TEXT",
    "SHARED",
    "LINK",
)
OF_AREA = tuple(code for code in LABELS if code not in ("SHARED", "LINK"))


class Tally:
    """One audit in progress, of the checks ``codes``. ``look`` counts; ``fail`` keeps a failure under a check's code."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._checked = dict.fromkeys(codes, 0)
        self._codes = codes
        self._failures: list[AuditFailure] = []

    def look(self, code: str, number: int = 1) -> None:
        self._checked[code] += number

    def fail(self, code: str, file: str, place: str, text: str, message: str) -> None:
        failure = AuditFailure(code, file, place, _short(text), message)
        if failure not in self._failures:
            self._failures.append(failure)

    def expect(self, good: bool, code: str, file: str, place: str, text: str, message: str) -> None:
        self.look(code)
        if not good:
            self.fail(code, file, place, text, message)

    def result(self, area: int) -> Audit:
        checks = tuple(
            AuditCheck(code, LABELS[code], self._checked[code], sum(1 for one in self._failures if one.code == code))
            for code in self._codes
        )
        return Audit(area, not self._failures, checks, tuple(self._failures))


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:157] + "……"
