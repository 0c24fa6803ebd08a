"""How wide a text is before anything is drawn: in ems, one for a Chinese character, a little over half for others."""

from __future__ import annotations

import re
from functools import lru_cache

from slide_templates.line_rules import LineRules

NARROW = 0.64  # digits and letters of the broadest fonts that stand in for 微软雅黑, which has 0.58
BROAD = 0.7  # a bold digit of a broad open font: what must not break is measured with it
# Marks, magnitudes and units that begin no line, and marks that end none, as the templates say it to the programs.
CLINGING = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～万亿千百个家亩户元人项公米座所条名处部件场台吨平倍套年月日岁次批支辆张多余※"
_OPENING = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_RULES = LineRules(CLINGING, _OPENING)
_PERCENT = 0.3  # what a percent sign takes beyond a digit
_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


def ems(text: str, narrow: float = NARROW) -> float:
    """``narrow``: ems of a digit or letter."""
    return sum(1.0 if ord(one) > 0x2E80 or one in "“”‘’—…·℃" else narrow for one in text)


def set_ems(text: str) -> float:
    """Ems of ``text`` at its widest: bold, broad digits, and the little space that Word, WPS and LibreOffice set between
    Chinese characters and digits. What must stay on its line is measured so."""
    return ems(text, BROAD) + 0.2 * len(_SEAM.findall(text)) + _PERCENT * text.count("%")


@lru_cache(maxsize=4096)  # the planning of tables asks again and again for the same cells
def lines_in(text: str, width: float, *, bold: bool = False) -> int:
    """Lines that ``text`` takes in a column of ``width`` ems, a number and its unit on one of them."""
    return _RULES.lines(text, 100, round(width * 12700), bold=bold)
