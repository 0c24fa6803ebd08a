"""Places in an order: 第61位, 全省第3, 全国第二 (in words only where an order is named)."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.extract.numerals import chinese_value
from briefing.extract.quantities import Quantity

_DIGIT_RANK = re.compile(
    r"第(\d{1,4})(?:位|名)|(?<=.)(?:(?<=全国|全省|全市|全区|全县|位居|位列|名列|排名|世界|全球|[中西东]部)|(?<=[居列排]))第(\d{1,4})(?![届次批期轮条章代版个号季家座所款台\d])"
)
_WORD_RANK = re.compile(r"(?<=.)(?<![摆放]在)(?<!置于)(?<!作为)第([一二三四五六七八九十]{1,3})(?:位|名)(?!额|单)")
_PLACED = re.compile(
    r"(?:名列|位列|位居|排名|排在|居|列)第([一二三四五六七八九十]{1,2})(?![届次批期轮条章代版个季方线时家产书梯阵])"
)
_LEADING = re.compile(
    r"(?:全国|全省|全市|世界|全球|[中西东]部)(?:排名|位居|位列)?第([一二三四五六七八九十]{1,2})(?![届次批期轮条章代版个季方线时家产书梯阵])"
)
_LISTED = re.compile(
    r"[、和及]第(\d{1,4}|[一二三四五六七八九十]{1,3})(?:位|名)?(?![届次批期轮条章代版个号季方线时家产书梯阵\d])"
)


def ranks_in(text: str) -> list[Quantity]:
    """Ranks as quantities of unit 位, low = high = the place."""
    found: dict[int, Quantity] = {}
    if "第" not in text:
        return []
    for match in _DIGIT_RANK.finditer(text):
        value = Decimal(match[1] or match[2])
        found[match.start()] = Quantity(
            match.start(), match.end(), match.start() + 1, match.end(), value, value, "位", "eq"
        )
    for pattern in (_WORD_RANK, _LEADING, _PLACED):
        for match in pattern.finditer(text):
            place = chinese_value(match[1])
            start = text.index("第", match.start())
            if place and start not in found:
                found[start] = Quantity(start, match.end(), start + 1, match.end(), place, place, "位", "eq")
    for start in sorted(found):  # 分别排名全市第2、第1, 分别居全国第二、第七: the order is named once
        at = found[start].end
        while (more := _LISTED.match(text, at)) is not None:
            value = Decimal(more[1]) if more[1].isdecimal() else chinese_value(more[1]) or Decimal(0)
            found.setdefault(
                more.start(1) - 1,
                Quantity(more.start(1) - 1, more.end(), more.start(1), more.end(), value, value, "位", "eq"),
            )
            at = more.end()
    return [found[start] for start in sorted(found)]
