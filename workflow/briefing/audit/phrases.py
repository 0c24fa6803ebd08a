"""Fixed political phrases stand letter for letter as in the source: one doubled character has cost a reprimand."""

from __future__ import annotations

import re

from briefing.audit.plain import letters, plain
from briefing.audit.reading import Document
from briefing.audit.tally import Tally

# The current formulas in full; a document is held to those that the source itself uses, in no other wording.
PHRASES = (
    "习近平新时代中国特色社会主义思想",
    "以习近平同志为核心的党中央",
    "习近平总书记",
    "习近平法治思想",
    "习近平生态文明思想",
    "习近平经济思想",
    "习近平文化思想",
    "中国特色社会主义",
    "中国式现代化",
    "中华民族共同体意识",
    "中华民族伟大复兴",
    "党的二十大精神",
    "党的十九大精神",
    "党的二十届三中全会",
    "党的二十届二中全会",
    "中央经济工作会议",
    "两个确立",
    "两个维护",
    "四个意识",
    "四个自信",
    "四个全面",
    "五位一体",
    "全面从严治党",
    "社会主义现代化国家",
    "社会主义核心价值观",
    "人民代表大会",
    "政治协商会议",
    "新发展理念",
    "新发展格局",
    "高质量发展",
    "新质生产力",
    "绿水青山就是金山银山",
)
# Names of bodies, held to the letter in the same way.
BODIES = (
    "人大常委会",
    "人民政府",
    "人民法院",
    "人民检察院",
    "监察委员会",
    "纪委监委",
    "民主党派",
    "人民团体",
    "人大代表",
    "政协委员",
    "中共中央",
    "中央军委",
    "武警部队",
)
# Where one of these stands, its whole clause is the source's.
_ANCHOR = re.compile(
    r"习近平|总书记|党中央|党的[一二三四五六七八九十]+大|[一二三四五六七八九十]+届[一二三四五六七]中全会|两个确立|两个维护|四个意识|四个自信|中国特色社会主义"
)
_COUNTED = "四个方面"  # 第四个方面工作 is no slip for 四个全面
_CLAUSE = re.compile(r"[^，。；：！？、,;:!?\n（）()“”\"]+")


def check_phrases(document: Document, cleaned: str, tally: Tally) -> None:
    source = letters(cleaned)
    patterns = [(phrase, _nearly(phrase)) for phrase in (*PHRASES, *BODIES) if phrase in source]
    for passage in document.passages:
        text = letters(passage.text)
        for phrase, nearly in patterns:
            for found in nearly.finditer(text):
                tally.look("PHRASE")
                counts = found[0] == _COUNTED and text.startswith("工作", found.end())
                if found[0] != phrase and found[0] not in source and not counts:
                    tally.fail("PHRASE", document.file, passage.place, passage.text, f"“{found[0]}”应为“{phrase}”")
        for clause in _CLAUSE.findall(plain(passage.text)):
            if _ANCHOR.search(clause):
                good = letters(clause) in source
                tally.expect(good, "PHRASE", document.file, passage.place, clause, "含固定表述的语句与原文不同")
        if "习总书记" in text:
            tally.fail("PHRASE", document.file, passage.place, passage.text, "不得使用“习总书记”这一称谓")


def _nearly(phrase: str) -> re.Pattern[str]:
    """The phrase itself, or with one character wrong, missing or put in."""
    forms = [re.escape(phrase)]
    for at in range(len(phrase)):
        before, after = re.escape(phrase[:at]), re.escape(phrase[at + 1 :])
        forms.append(f"{before}.{after}")
        if at:
            forms.append(f"{before}.{re.escape(phrase[at:])}")
        if 0 < at < len(phrase) - 1 and len(phrase) >= 5:
            forms.append(before + after)
    return re.compile("|".join(forms))
