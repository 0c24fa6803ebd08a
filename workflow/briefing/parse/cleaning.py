"""Lines of a report as they come → paragraphs without what is not the report: navigation, bylines, banners, doubles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.parse.characters import HAN, compact, uniform
from briefing.parse.marks import starts_with_mark
from briefing.parse.traced import Traced, join

_ENDS = tuple("。！？：；”）…】》")
_BANNER = re.compile(r"^(?:19|20)\d\d年?\s+[" + HAN + r"]{2,8}(?:\s+[" + HAN + r"]{2,8})*$")
_MEDIUM = rf"[{HAN}]{{2,10}}(?:报|网|社|台|中心|融媒)"
_BYLINE = re.compile(
    rf"(?<=[。！？”）!?.)])\s{{0,20}}[（(【\[]?\s{{0,20}}(?:{_MEDIUM}(?=记者(?!.{{1,12}}摄))|本报|特约|见习|融媒)?(?:记者|通讯员|责任编辑|责编|编辑|来源|供稿|摄影|作者)[：:\s]?(?:[^。！？；\n]{{1,60}})$"
)
# On a line by itself; where it tells of a picture (摄), of that alone.
_SIGNATURE = re.compile(
    rf"^[（(【]?\s{{0,9}}(?:{_MEDIUM}|本报|本网)?(?:首席|特约|见习|全媒体)?记者[：:\s]\s{{0,9}}[{HAN} 、]{{2,40}}[）)】]?$"
)
_FURNITURE = re.compile(
    r"^[（(【\[]?\s*(?:(?:发布)?(?:时间|日期)|来源(?:URL)?|作者|记者|编辑|责任编辑|责编|校对|阅读(?:次数|量)?|浏览(?:次数|量)?|点击(?:数|量|次数)?|访问量|评论|字号|字体|"
    r"分享(?:到)?|打印|关闭|标题|发文单位|发文时间|发布机构|索引号|文号|正文|保存|收藏|视力保护色|扫一扫|当前位置|您的位置|首页|标签|信息来源|稿源|字号)\s*[：:】\]＞>]"
    r"|^(?:字体|字号|分享|打印|下载|全屏|加大|减小|还原|[【】]|大|中|小|关闭|返回|首页|收藏|\d{1,7}|[【\[]?(?:打印|关闭|大 中 小)[】\]]?)$"
)
_PHOTOGRAPHER = re.compile(r"(?:记者|通讯员).{1,12}摄[。）]?$")
_CONTENTS = re.compile(
    r"^.{2,50}?\s*[.．·…]{2}[\s.．·…]*\d{1,3}$"
)  # a line of a table of contents: leader and page number
_SUMMARY_HEAD = re.compile(r"^(?:内容)?(?:摘要|提要|导读)[：:]?$")
_TAIL = re.compile(
    r"^(?:分享到|上一篇|下一篇|相关文章|相关阅读|相关链接|相关新闻|相关评论|相关稿件|标签|标签云|本栏(?:最新|推荐)|阅读排行|热门(?:文章|推荐)|推荐阅读|版权所有|版权声明|免责声明|主办单位|主办|承办|网站地图|"
    r"联系我们|扫一扫|附件下载|打印本页|关闭窗口|友情链接|本作品是|Public domain|网站标识码|备案序号|.{0,12}(?:ICP备|公网安备)|(?:[（(]?责任编辑)|.{0,6}各设区市|.{0,4}省政府各部门|.{0,3}政府部门网站)"
)
_ENOUGH = 100  # characters of either end that say whether a paragraph goes on
_ADDRESS = re.compile(r"^(?:各位|尊敬的|同志们)[^。]{0,12}[，、]$")
_SESSION = re.compile(r"第[一二三四五六七八九十]+次(?:全体)?会议")
_LABEL = re.compile(r"^[^\d。！？；：，、]{1,12}$")
_SHARED_START = 24  # characters that a summary must share with a later paragraph to be its repetition


@dataclass(frozen=True)
class Cleaned:
    """``text`` is what all offsets refer to: one paragraph a line; ``origins[i]`` is the raw offset of ``text[i]``.

    ``bylines`` are the credits taken out of the flow; they may name the source.
    """

    text: str
    origins: tuple[int, ...]
    bylines: tuple[str, ...]


def clean(lines: list[str]) -> Cleaned:
    """Raw lines (as a reader gives them) → Cleaned. Raw offsets count in the lines joined by one newline."""
    bylines: list[str] = []
    kept: list[Traced] = []
    stripped = [raw.strip() for raw in uniform("\n".join(lines)).splitlines()]
    for k, whole_line in enumerate(stripped):
        line = whole_line
        if not line.text or _BANNER.match(line.text) or _CONTENTS.match(line.text):
            continue
        credit = _BYLINE.search(line.text)
        if credit:
            bylines.append(credit[0].strip())
            line = line[: credit.start()]
        if (
            (_FURNITURE.match(line.text) or _SIGNATURE.match(line.text) or _PHOTOGRAPHER.search(line.text, 2))
            and "。" not in line.text[:-1]
            and not _inside_number(kept, line, itertools.islice(stripped, k + 1, None))
        ):
            bylines.append(line.text)
            continue
        line = compact(line)
        if line.text:
            kept.append(line)
    kept = _without_tail(kept, bylines)
    # A page whose body is printed twice has its furniture in the middle; without the second body it is a tail.
    kept = _without_labels(_without_tail(_without_repeats(_joined(kept)), bylines), bylines)
    whole = join(kept, "\n")
    return Cleaned(whole.text, whole.origins, tuple(bylines))


def _inside_number(before: list[Traced], line: Traced, after: Iterable[Traced]) -> bool:
    """Whether a line of digits is a piece of a number that line breaks cut (26 / 8 / 0亿元) and no page number."""
    if not line.text.isdigit() or not before or not re.search(r"\d\.?$", before[-1].text):
        return False
    following = next((one.text for one in after if one.text), "")
    a_year = re.search(r"(?:19|20)\d\d$", before[-1].text) and not following[:1].isdigit()
    return bool(re.match(r"[\d.]|[万亿元亩家个户人吨公%％]", following)) and not a_year


def _without_tail(lines: list[Traced], bylines: list[str]) -> list[Traced]:
    """Cut where a site's own furniture begins: a tail mark in the second half with hardly any prose behind it."""
    total = sum(line.text.count("。") for line in lines)
    seen = 0
    for k, line in enumerate(lines):
        if seen > 0.5 * total and _TAIL.match(line.text) and total - seen <= 0.08 * total + 3:
            bylines.extend(one.text for one in lines[k : k + 3])
            return lines[:k]
        seen += line.text.count("。")
    return lines


def _without_labels(lines: list[Traced], bylines: list[str]) -> list[Traced]:
    """Behind the last sentence a page has names of buttons and links: short lines without stops or figures."""
    end = len(lines)
    while end > 1 and _LABEL.match(lines[end - 1].text):
        end -= 1
    labels = [line.text for line in lines[end:]]
    if not labels or not lines[end - 1].text.endswith(_ENDS) or len(lines[end - 1].text) < 20:
        return lines
    bylines.extend(labels)
    return lines[:end]


def _joined(lines: list[Traced]) -> list[Traced]:
    """Join what page breaks, columns and links cut: prose that does not end a sentence goes on in the next line."""
    joined: list[list[Traced]] = []
    before = ""
    for line in lines:
        if joined and _goes_on(before, line.text):
            joined[-1].append(line)
            before = _ends_of(before + line.text)
        else:
            joined.append([line])
            before = _ends_of(line.text)
    return [join(parts) for parts in joined]


def _ends_of(text: str) -> str:
    """Beginning and end of a paragraph, and which stops stand between: all that ``_goes_on`` asks for, however long it grows."""
    if len(text) <= 2 * _ENOUGH:
        return text
    return text[:_ENOUGH] + "".join(stop for stop in "。；" if stop in text) + text[-_ENOUGH:]


def _goes_on(before: str, after: str) -> bool:
    if before.endswith(_ENDS) and not (before[-1] in "”）》" and after[:1] in "，。、；的和等"):
        return False
    if after[:1] in "，。；、”）》！？：" or (before.endswith("人民代表大会") and _SESSION.match(after)):
        return True
    if before.endswith("届") and after.startswith(("人民代表大会", "人大")):
        return True  # 2020年6月22日在大埔县第十五届⏎人民代表大会第五次会议上
    if before.endswith(("（", "《", "“")):
        return True  # （⏎三）加快产业升级: what opens goes on, and the heading would be lost
    if starts_with_mark(after):
        return False
    if before.endswith(("，", "、")) and not _ADDRESS.match(before):
        return True
    prose = len(before) > 45 or any(stop in before for stop in "。；")
    return prose and not (starts_with_mark(before) and len(before) <= 45 and "。" not in before)


def _without_repeats(paragraphs: list[Traced]) -> list[Traced]:
    """Drop a summary that repeats the opening, and a body that is printed a second time."""
    texts = [paragraph.text for paragraph in paragraphs]
    starts: dict[str, int] = {}
    for k, text in enumerate(texts):
        starts.setdefault(_start(text), k)
    kept: list[Traced] = []
    seen: set[str] = set()
    repeated = False
    for k, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if _SUMMARY_HEAD.match(text):
            continue
        if text.endswith(("...", "…", "。。。")) and _is_summary(text, texts[k + 1 :]):
            continue
        long = len(text) >= 40
        if text in seen and (long or repeated):
            repeated = repeated or long
            continue
        repeated = repeated and not long
        seen.add(text)
        kept.append(paragraph)
    return kept


def _start(text: str) -> str:
    return re.sub(r"[^" + HAN + r"\d]", "", text[: 20 * _SHARED_START])[:_SHARED_START]


def _is_summary(text: str, later: list[str]) -> bool:
    """A cut summary glues the first lines together: its last words stand again in a later paragraph."""
    body = re.sub(r"[^" + HAN + r"\d]", "", re.sub(r"[.…]+$", "", text))
    if len(body) < _SHARED_START:
        return False
    return any(body[-_SHARED_START:] in re.sub(r"[^" + HAN + r"\d]", "", one) for one in later[:12])
