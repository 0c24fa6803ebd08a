"""Where the last area of a part ends: a report turns to its close, a review to what it weighs."""

from __future__ import annotations

import itertools
import re

from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line, sentences
from briefing.parse.titles import AreaStart

_CLOSING = re.compile(
    r"^(?:各位(?:代表|委员)|同志们|让我们|站在|展望|成绩(?:的取得|来之不易)|事非经过|总结成绩|在(?:肯定|看到|总结)|肯定成绩|回顾|(?:同时，)?我们也?(?:清醒|深知|必须)|《报告》|"
    r"(?:过去)?一年来?，[^。，]{0,8}外交|以上|这些成绩|取得(?:这些|以上)|在此|过去的?一年[，,]?(?:是|我们勠力|面对)|做好(?:今年|新时期|各项|政府)|征程|蓝图|奋斗|使命|勇立|梦虽|路虽|道阻|时代|夕惕|星光|春风|潮起|"
    r"[^。]{0,40}(?:存在的?(?:困难|问题|不足|短板)|困难和(?:问题|挑战)|不足和问题|短板和不足)|一年来，(?:省|市|县|区)?政府|加强国防|支持国防|全力支持国防|同时[，,]|此外[，,]|上述|艰难方显|惟其艰难|唯有|最后)"
)
_ENDING = re.compile(
    r"团结在以习近平同志为核心的党中央周围|谱写.{0,40}篇章|(?:作出|做出).{0,16}贡献！|(?:不懈|努力|团结)奋斗！|上下将.{0,20}(?:同心|真抓实干)"
)
_REVIEW_CLOSING = re.compile(
    r"成绩(?:的?取得|得来|来之不易|属实|归功)|来之不易|殊为不易|(?:这些|以上|上述)(?:成绩|成效|成就|收获|变化)|取得(?:这样|这些|以上)|(?:清醒|深刻)地?的?(?:认识|看到)|深知|"
    r"(?:困难|问题|不足|短板|矛盾|挑战|风险)(?:和|与|、)(?:问题|不足|短板|困难|挑战|矛盾)|存在(?:一些|不少|的|着|诸多)(?:差距|问题|困难|不足|短板)|在此，?我(?:谨)?代表|衷心(?:的)?感谢|崇高(?:的)?敬意|"
    r"事非经过|大国外交|国防和军队|强军兴军|港澳台|民族、宗教|(?:得出|获得|积累)[^。]{0,8}(?:启示|经验|体会)|深(?:刻|切|深)(?:体会|感受|认识|感)到"
)
_GOOD_WORKS = re.compile(
    r"(?:谋划|实施|办好|办实|抓好|推进|票决|票选|候选|承诺|确定|梳理|聚焦)[^。]{0,24}(?:实事|好事)|(?:民生|惠民|为民|利民)(?:实事|好事)[^。]{0,12}(?:项目|如下|包括|是：|：)"
)
# 各位代表！“十四五”以来，…: behind the year's areas a review turns to all five.
_TURNS_BACK = re.compile(r"(?:各位代表[！，：]\s*)?“十[一二三四五]五”(?:以来，|时期是|时期，|期间，)")
_CLOSING_WITHIN = 130  # a paragraph shows in its first characters what it is about


def closes(text: str) -> bool:
    """Whether a paragraph opens the close of a report and no area."""
    return bool(_CLOSING.match(text))


def end_of(
    lines: tuple[Line, ...], areas: tuple[AreaStart, ...], last: int, inline: bool, review: bool
) -> tuple[int, int]:
    """Behind the last area: its paragraphs end where the report turns to its close."""
    if not areas:
        return last, 0
    if inline:
        return areas[-1].line + 1, 0
    longest = max((b.line - a.line for a, b in itertools.pairwise(areas)), default=99)
    own_line = areas[-1].body >= len(lines[areas[-1].line].text)
    first = areas[-1].line + (2 if own_line else 1)
    good_works = False
    for k in range(areas[-1].line + 1, last):
        text = lines[k].text
        if review:
            # A review tells results on until it thanks, weighs its difficulties or leaves its own subject.
            if k >= first and (_TURNS_BACK.match(text) or _REVIEW_CLOSING.search(text[:_CLOSING_WITHIN])):
                return k, 0
            continue
        # The people's projects (民生实事) that a report promises behind its last heading still stand under it.
        if _GOOD_WORKS.search(text[:_CLOSING_WITHIN]):
            good_works = True
            continue
        if good_works and mark_of(text) and not _CLOSING.match(text):
            continue
        # In a plan of one-paragraph areas a further paragraph is the close.
        if longest <= (2 if own_line else 1) and k >= first:
            return k, 0
        if k >= first and (_CLOSING.match(text) or (_ENDING.search(text) and len(sentences(text)) <= 8)):
            return k, 0
    return last, 0
