"""Tags in a text: ``{{ value }}``, ``{% for … %}``, ``{# remark #}``, and what Office does to them on the way (smart
quotes, odd blanks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from slide_templates.problems import Fault, around

LEVELS = ("p", "tr", "slide", "shape")
_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#.*?#\}", re.DOTALL)
_BROKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_BLOCK = re.compile(r"-?\s*(?:(p|tr|slide|shape)\s+)?(for|if|elif|else|endfor|endif)\b\s*(.*?)\s*-?", re.DOTALL)
_FULLWIDTH = str.maketrans(
    {"\u00a0": " ", "\u3000": " ", "\u200b": "", "\ufeff": "", "\n": " ", "\v": " ", "\u2013": "-", "\u2212": "-"}
)
_QUOTES = {"“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "＇": "'"}
_WIDE = {
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "＝": "=",
    "，": ",",
    "．": ".",
    "｜": "|",
    "！": "!",
    "＞": ">",
    "＜": "<",
}


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag: ``kind`` is value, for, if, elif, else, endfor, endif or remark; ``text[start:end]`` is the tag as
    written.

    ``level`` is the written prefix (p, tr, slide, shape) or empty. For ``for``, ``names`` are the loop's names,
    ``expression`` what it goes
    through, ``condition`` which items it takes (may be empty), ``across`` whether shapes are laid side by side.
    """

    kind: str
    level: str
    start: int
    end: int
    written: str
    expression: str = ""
    names: tuple[str, ...] = ()
    condition: str = ""
    across: bool = True


class TaggedText:
    """A text with its tags; raises Fault when one is broken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tags: tuple[Tag, ...] = find_tags(text)

    def is_blank_without(self, tags: Sequence[Tag]) -> bool:
        """Whether nothing but these tags and blanks stands here."""
        kept, reached = [], 0
        for tag in sorted(tags, key=lambda tag: tag.start):
            kept.append(self.text[reached : tag.start])
            reached = tag.end
        return not "".join([*kept, self.text[reached:]]).strip()

    def starts_before_content(self, tag: Tag, outer: Sequence[Tag]) -> bool:
        """Whether only blanks and tags of ``outer`` stand before this tag."""
        kept, reached = [], 0
        for one in sorted(outer, key=lambda one: one.start):
            if one.start >= tag.start:
                break
            kept.append(self.text[reached : one.start])
            reached = one.end
        return not "".join([*kept, self.text[reached : tag.start]]).strip()


def find_tags(text: str) -> tuple[Tag, ...]:
    """The tags of a text in order; raises Fault for one that is broken or not understood."""
    if "{" not in text and "}" not in text:
        return ()
    # Tags are told apart by identity: two paragraphs that say the same have tags of their own.
    return tuple([copy(tag) for tag in _read_tags(text)])


@lru_cache(maxsize=1024)  # texts of templates, read again for every document made of them
def _read_tags(text: str) -> tuple[Tag, ...]:
    tags, reached = [], 0
    for match in _TAG.finditer(text):
        _refuse_leftover(text, reached, match.start())
        reached = match.end()
        if match["value"] is not None:
            tags.append(_value_tag(match, text))
        elif match["block"] is not None:
            tags.append(_block_tag(match, text))
        else:
            tags.append(Tag("remark", "", match.start(), match.end(), match[0]))
    _refuse_leftover(text, reached, len(text))
    return tuple(tags)


def _refuse_leftover(text: str, start: int, end: int) -> None:
    left = _BROKEN.search(text, start, end)
    if left:
        other = {"{{": "}}", "}}": "{{", "{%": "%}", "%}": "{%", "{#": "#}", "#}": "{#"}[left[0]]
        raise Fault(
            f"the tag is broken: {left[0]!r} has no {other!r} in the same paragraph; write the whole tag in one",
            f"标签不完整：“{left[0]}”在同一段内没有配对的“{other}”；请把整个标签写在同一段内",
            around(text, left.start(), left.end()),
        )


def _value_tag(match: re.Match[str], text: str) -> Tag:
    inner = match["value"]
    if inner.startswith("r ") and inner.strip() != "r":  # docxtpl's {{r rich }}: rich values need no mark here
        inner = inner[2:]
    inner = mend(inner).strip().strip("-").strip()
    if not inner or "{" in inner:
        raise Fault(
            f"the tag {match[0]!r} names no single field; write one field between its braces",
            f"标签“{match[0]}”没有写明一个字段；请在括号内写一个字段",
            around(text, match.start(), match.end()),
        )
    return Tag("value", "", match.start(), match.end(), match[0], inner)


def _block_tag(match: re.Match[str], text: str) -> Tag:
    inner = mend(match["block"]).strip()
    found = _BLOCK.fullmatch(inner)
    if not found:
        raise Fault(
            f"the tag {match[0]!r} is none of for, if, elif, else, endfor, endif; mend it",
            f"标签“{match[0]}”不是 for、if、elif、else、endfor、endif 之一；请改正",
            around(text, match.start(), match.end()),
        )
    level, kind, rest = found[1] or "", found[2], found[3]
    place = (match.start(), match.end(), match[0])
    if kind == "for":
        names, source, condition, across = _read_for(rest, level, match[0])
        return Tag(kind, level, *place, source, names, condition, across)
    if (kind in ("if", "elif")) != bool(rest):
        raise Fault(
            f"the tag {match[0]!r} {'needs a condition' if not rest else 'takes no words after ' + kind}; mend it",
            f"标签“{match[0]}”{'缺少条件' if not rest else '在 ' + kind + ' 之后不应有文字'}；请改正",
            match[0],
        )
    return Tag(kind, level, *place, rest)


def _read_for(rest: str, level: str, written: str) -> tuple[tuple[str, ...], str, str, bool]:
    across = True
    if level == "shape" and rest.split()[-1:] == ["down"]:
        rest, across = rest.rsplit(None, 1)[0], False
    head = re.fullmatch(r"([^\W\d]\w*(?:\s*,\s*[^\W\d]\w*)*)\s+in\s+(.+)", rest, re.DOTALL)
    if not head:
        raise Fault(
            f"the tag {written!r} should read {{% for name in list %}}; mend it",
            f"标签“{written}”应写作“for 名称 in 列表”；请改正",
            written,
        )
    source, condition = _split_condition(head[2])
    if not source:
        raise Fault(f"the tag {written!r} names no list; mend it", f"标签“{written}”没有写明列表；请改正", written)
    return tuple(re.split(r"\s*,\s*", head[1])), source, condition, across


def _split_condition(source: str) -> tuple[str, str]:
    """``xs if x.y`` → (``xs``, ``x.y``); an ``if`` that has its own ``else`` belongs to the list."""
    words = [
        (match.start(), match[0]) for match in re.finditer(r"\"[^\"]*\"|'[^']*'|[(\[{]|[)\]}]|\b(?:if|else)\b", source)
    ]
    depth, waiting = 0, []
    for start, word in words:
        if word in "([{":
            depth += 1
        elif word in ")]}":
            depth -= 1
        elif depth == 0 and word == "if":
            waiting.append(start)
        elif depth == 0 and word == "else" and waiting:
            waiting.pop()
    if not waiting:
        return source.strip(), ""
    return source[: waiting[0]].strip(), source[waiting[0] + 2 :].strip()


def mend(inner: str) -> str:
    """Undo what typing aids do inside a tag: smart quotes, full-width brackets and commas, no-break blanks; words in
    quotes stay.
    """
    result, quote = [], ""
    for place, char in enumerate(inner):
        plain = _QUOTES.get(char, char)
        if quote:
            # “x”, “x", and "x” where nothing else could close it
            straight = quote in "\"'" and quote in inner[place:]
            closes = char == quote if straight else plain == _QUOTES.get(quote, quote)
            result.append(plain if closes else char)
            quote = "" if closes else quote
        elif plain in "\"'":
            quote = char
            result.append(plain)
        else:
            result.append(_WIDE.get(char, char).translate(_FULLWIDTH))
    return "".join(result)
