"""Characters made uniform: full-width digits, blanks, note marks, punctuation (GB/T 15834), sub- and superscripts."""

from __future__ import annotations

import re
import unicodedata

from briefing.parse.traced import Traced

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_CJK = HAN + "，。；：？！、（）“”‘’《》〈〉【】〔〕—…"

_BREAKS = re.compile(r"\\r\\n|\\n|\\r|\r\n|\r|\u2028|\u2029|\x0b|\x0c|\x85")
_ENTITIES = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288);|\\t|\\u3000")
_MARKUP = re.compile(r"&(amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot);")
_MARKUP_TEXT = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "ldquo": "“",
    "rdquo": "”",
    "mdash": "—",
    "hellip": "…",
    "middot": "·",
}
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\ufffc\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_LOST = re.compile(r"\?{2,}|(?<=[。；，])\?(?=[" + HAN + "])")  # blanks that some page could not print
_BLANKS = re.compile(r"[\u3000\u00a0\t\u2000-\u200a\u202f]")
# Fonts in PDFs name some characters by the radical that looks the same: 2F00–2FD5 have an equal in Unicode, most of 2E80–2EF3 have none.
_RADICALS = re.compile(r"[\u2e80-\u2ef3\u2f00-\u2fd5]")
_SIMPLIFIED = dict(
    zip(
        "⺁⺋⺎⺗⺙⺝⺞⺠⺡⺢⺩⺪⺫⺬⺭⺮⺰⺳⺵⺶⺷⺹⺻⺼⺾⻁⻃⻄⻅⻆⻈⻉⻋⻌⻍⻏⻐⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⼾⾭",
        "厂㔾兀㣺攵月歺民氵氺王疋目示礻竹纟网罒羊羊耂聿月艹虎覀西见角讠贝车辶辶阝钅镸长门雨青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟户青",
        strict=True,
    )
)
_NUMBERED = re.compile(r"[\u2474-\u249b\u3220-\u3229](?<![^\n][\u2474-\u2487])")
_FULLWIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋－．＆／]")
_SUBSCRIPT_MARKUP = re.compile(r"_\{?([0-9][0-9.]*)\}?(?![0-9A-Za-z])")
_SUBSCRIPTS = re.compile(r"[₀-₉]")
_THOUSANDS = re.compile(r"\d(?<![\d.,].)\d{0,2}(?:,\d{3})+(?!\d|,\d)")
_DASH = re.compile(r"[―─━]")
_LONG_DASH = re.compile("\u2e3a")
_TILDE = re.compile(r"(?<=[\d%" + HAN + r"])\s*[~∼〜]\s*(?=[\d" + HAN + "])")

# Note marks stand on a word; the same marks after a stop or at a line's start number a list.
_BRACKET_NOTE = re.compile(r"(?<=[^\n\s：；。])[ ]*[\[［〔【﹝][ ]*(?:注)?\d{1,3}[ ]*[\]］〕】﹞]")
_ROUND_NOTE = re.compile(
    r"(?<=[" + HAN + r"”》）A-Za-z])[ ]*[（(][ ]*(?:注)?\d{1,2}[ ]*[)）](?![" + HAN + r"]{0,2}(?:：|:))"
)
_CIRCLED_NOTE = re.compile(r"[①-⑳⑴-⒇](?<=[" + HAN + r"”》）].)")
_SUPERSCRIPT_NOTE = re.compile(r"[¹²³⁰⁴-⁹](?<=[" + HAN + r"”》）].)[¹²³⁰⁴-⁹]*")

_BLANK = re.compile(r" +")
_POLLUTANT = re.compile(r"(?<![A-Za-z])PM +(?:2\.5|10)(?!\d)")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = re.compile(r"[,;:?!()]")
_MARK = re.compile(r"^([一二三四五六七八九十]{1,3})\.(?=[" + HAN + r"“])")  # 一．, a number as 一、 is
_STOP = re.compile(r"(?<=[" + HAN + r"”》）])\.(?=[" + HAN + r"“《\n]|$)")
_QUOTE = re.compile(r'"')
_DOUBLED_STOP = re.compile(r"([。，；、])\1+")


def _spelled(found: re.Match[str]) -> str:
    """㈠ → （一）, ⒈ → 1., and at the start of a line ⑴ → （1）."""
    code = ord(found[0])
    if code >= 0x3220:
        return f"（{'一二三四五六七八九十'[code - 0x3220]}）"
    return f"{code - 0x2487}." if code >= 0x2488 else f"（{code - 0x2473}）"


def uniform(raw: str) -> Traced:
    """The raw text with uniform characters; line breaks stay where they are."""
    text = Traced.of(raw)
    for pattern, new, *signs in (
        (_BREAKS, "\n"),
        (_ENTITIES, " "),
        (_MARKUP, lambda found: _MARKUP_TEXT[found[1]]),
        (_LOST, " ", "?"),
        (_INVISIBLE, ""),
        (_BLANKS, " "),
        (_RADICALS, lambda found: _SIMPLIFIED.get(found[0]) or unicodedata.normalize("NFKC", found[0])),
        (_NUMBERED, _spelled),
        (_FULLWIDTH, lambda found: chr(ord(found[0]) - 0xFEE0)),
        (_DASH, "—"),
        (_LONG_DASH, "——"),
        (_TILDE, "～", "~", "∼", "〜"),
        (_SUBSCRIPT_MARKUP, lambda found: found[1]),
        (_SUBSCRIPTS, lambda found: str(ord(found[0]) - 0x2080)),
        (_BRACKET_NOTE, "", "[", "［", "〔", "【", "﹝"),
        (_ROUND_NOTE, ""),
        (_CIRCLED_NOTE, ""),
        (_SUPERSCRIPT_NOTE, ""),
        (_THOUSANDS, lambda found: found[0].replace(",", ""), ","),
    ):
        if not signs or any(sign in text.text for sign in signs):  # without its signs no pattern can match
            text = text.sub(pattern, new)
    return text


def compact(line: Traced) -> Traced:
    """One line without the blanks that typesetting left, and with the punctuation of Chinese text."""
    line = line.strip()
    line = line.sub(_BLANK, lambda found: " " if _keeps_blank(found) else "")
    line = line.sub(_HALF, _widened)
    line = line.sub(_BETWEEN_WORDS, _asking) if "？" in line.text else line
    line = line.sub(_MARK, lambda found: f"{found[1]}、")
    line = line.sub(_STOP, "。") if "." in line.text else line
    line = line.sub(_DOUBLED_STOP, lambda found: found[1])
    if '"' in line.text and line.text.count('"') % 2 == 0:
        opening = iter("“”" * line.text.count('"'))
        line = line.sub(_QUOTE, lambda _: next(opening))
    return line


_SHORT_LATIN = re.compile(r"[A-Za-z]{1,3}[\u4e00-\u9fff]")


def _keeps_blank(found: re.Match[str]) -> bool:
    """A blank between two Latin words is a blank; anywhere else in Chinese text, and in PM 2.5, it is typesetting."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    if _POLLUTANT.match(found.string, max(0, found.start() - 2)):
        return False
    if before.isdigit() and _SHORT_LATIN.match(found.string, found.end()):
        return False  # 3 A级, 100 MW的
    return (
        before.isascii()
        and after.isascii()
        and (before.isalpha() or after.isalpha())
        and before.isalnum()
        and after.isalnum()
    )


_BETWEEN_WORDS = re.compile("(?<=[" + HAN + "])？(?=[" + HAN + "])")
_ASKS = re.compile(r"[吗呢么何谁哪怎几否]|多少|啥")
_CLAUSE_MARKS = re.compile(r"[，。；：！？、“”]")


def _asking(found: re.Match[str]) -> str:
    """A question mark between words that ask nothing is a character that some page could not print: ``?``, and no stop."""
    return "？" if _ASKS.search(_CLAUSE_MARKS.split(found.string[: found.start()])[-1]) else "?"


_IS_CJK = re.compile("[" + _CJK + "]")


def _widened(found: re.Match[str]) -> str:
    """Half-width marks become full-width beside Chinese characters, never inside numbers, times and Latin text."""
    text, at = found.string, found.start()
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    if found[0] in ",:" and before.isdigit() and after.isdigit():
        return found[0]
    if found[0] in "()":
        inner = text[at + 1 : at + 12] if found[0] == "(" else text[max(0, at - 12) : at]
        chinese = bool(_IS_CJK.search(inner) or _IS_CJK.match(before) or _IS_CJK.match(after))
    else:
        chinese = bool(_IS_CJK.match(before) or _IS_CJK.match(after) or before in "%”0123456789" or not after)
    return _WIDE[found[0]] if chinese else found[0]
