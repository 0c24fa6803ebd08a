"""The numbers that Word itself writes before paragraphs (automatic lists): they stand in numbering.xml, not in the text.

After ECMA-376, part 1, 17.9 (numbering) and 17.18.59 (number formats).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "japaneseDigitalTenThousand",
    "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional",
}  # fmt: skip
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"}
_SILENT = {"bullet", "none"}
_NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass
class Numbering:
    """Counts the numbered paragraphs of one document; ask for each paragraph once, in reading order."""

    levels: dict[str, dict[int, _Level]]  # abstract list → its levels
    lists: dict[str, tuple[str, dict[int, int]]]  # list → abstract list, and where it begins anew
    styles: dict[str, tuple[str, int]]  # style → list and level
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
        """From the roots of numbering.xml and styles.xml; either may be missing."""
        levels: dict[str, dict[int, _Level]] = {}
        lists: dict[str, tuple[str, dict[int, int]]] = {}
        for one in numbering.findall(f"{W}abstractNum") if numbering is not None else []:
            levels[one.get(f"{W}abstractNumId", "")] = {
                _number(level.get(f"{W}ilvl"), 0): _Level(
                    _number(_value(level, "start"), 1),
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                )
                for level in one.findall(f"{W}lvl")
            }
        for one in numbering.findall(f"{W}num") if numbering is not None else []:
            anew = {
                _number(change.get(f"{W}ilvl"), 0): _number(_value(change, "startOverride"), 1)
                for change in one.findall(f"{W}lvlOverride")
                if change.find(f"{W}startOverride") is not None
            }
            lists[one.get(f"{W}numId", "")] = (_value(one, "abstractNumId") or "", anew)
        return cls(levels, lists, _styles(styles))

    def label(self, paragraph: etree._Element) -> str:
        """What Word prints before this paragraph, such as （一） or 1. ; empty when it prints nothing or a bullet."""
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle") if properties is not None else None
        own = properties.find(f"{W}numPr") if properties is not None else None
        listed, level = self.styles.get(style or "", ("", 0))
        if own is not None:
            listed = _value(own, "numId") or listed
            level = _number(_value(own, "ilvl"), level)
        abstract, anew = self.lists.get(listed, ("", {}))
        levels = self.levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if listed not in self._begun:
            self._begun.add(listed)
            for at, start in anew.items():
                counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _printed(levels, counts, level)


def _styles(root: etree._Element | None) -> dict[str, tuple[str, int]]:
    own: dict[str, tuple[str | None, int]] = {}
    parents: dict[str, str] = {}
    for style in root.findall(f"{W}style") if root is not None else []:
        name = style.get(f"{W}styleId", "")
        parents[name] = _value(style, "basedOn") or ""
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            own[name] = (_value(numbered, "numId"), _number(_value(numbered, "ilvl"), 0))
    found: dict[str, tuple[str, int]] = {}
    for name in parents:
        listed, level, seen, at = None, 0, set[str](), name
        while at and at not in seen and listed is None:
            seen.add(at)
            if at in own:
                listed, level = own[at][0], own[at][1] or level
            at = parents.get(at, "")
        if listed:
            found[name] = (listed, level)
    return found


def _printed(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    form, text = levels[level].form, levels[level].text
    if form in _SILENT or "%" not in text:
        return ""
    # Of 1.2. only the last number is kept: with the words behind, the whole would read as a decimal figure.
    last = f"%{level + 1}"
    label = re.sub(r"(?:%\d[.．-]?)+(?=%\d)", "", text).replace(last, _written(counts[level], form))
    label = re.sub(r"%\d", "", label).strip()
    return label + ("" if re.search(r"[^\w]$", label) else "、" if form in _CHINESE else ".")


def _written(number: int, form: str) -> str:
    if form in _CHINESE and 0 < number < 100:
        return _chinese(number)
    if form in _CIRCLED and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return head + (_NUMERALS[ones] if ones else "")


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,4}", text) else otherwise
