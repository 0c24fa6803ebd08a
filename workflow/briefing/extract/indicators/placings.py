"""What is placed in an order: 科技创新能力排名全市第7."""

from __future__ import annotations

import re

from briefing.extract.indicators.context import SCOPE, SIZE, Context, subject_of
from briefing.extract.nouns import finish, noun_of
from briefing.extract.vocabulary import MEASURES, STRIP_VERB, only_words

# 区教育局在群众满意度测评中排名全省第二: what is ranked, not who.
_IN_A_REVIEW = re.compile(r"(?<=..)在([^，。；]{2,24}(?:考核|评价|测评|评比|评估|考评))$")
_AMONG = re.compile(
    r"(?:^，?|(?<=..))在[\u4e00-\u9fff]{0,6}(?:\d+个)?[\u4e00-\u9fff]{0,4}(?:城市|省份|地区|地级市|市州|县区)(?:中)?$"
)  # 优良率80.4%，在西北省会城市位列第一
# 水平指数达75.96%，上升2.8个百分点，位列全省第一: the place is that of the index, and not of its rise.
_ROSE, _SHARE = re.compile(r"(?:上升|提高|提升)$"), re.compile(r"(?:率|指数|占比|比重|度)$")
_LEAST_DEED = 4  # characters of what is done by nobody named: 申报入库
# 科技创新能力成功跃升全省A类县，排名全市第7: where it got is no part of what is ranked.
_GOT_INTO = re.compile(r"(?<=.{4})(?:成功|再次|首次)?(?:跃升|晋升|跻身|迈入|升入)(?:至|为|到)?[^，。；]{2,}$")
# 连续九届跻身全国县域经济基本竞争力百强县（市）行列，排名升至第47位: the place in that list.
_IN_A_LIST = re.compile(
    r"^(?:连续[^，。；]{1,4}[年届次])?(?:再次|首次)?(?:跻身|入围|入选|上榜|荣登)(?P<what>[^，。；]{4,28}?)(?:行列|之列|榜单|名单)?$"
)
# 总量在全省升2位: how far it has moved, and no place.
MOVED = re.compile(
    rf"(?:在?{SCOPE})?(?:的?(?:排名|位次))?(?P<how>上升|提升|前移|前进|攀升|跃升|升|进|后移|下降|下滑|退)了?$"
)
_HOW_FAR = re.compile(r"(?:提升|提高|增长|下降|改善)幅度$")
_UNDER_REVIEW = re.compile(r"在([^，。；]{2,24}?)(?:中|上|里)[^，。；]{0,4}$")


def placed(left: str, context: Context) -> tuple[str, str]:
    """``科技创新能力排名全市第7、全省第49``: both rank 科技创新能力."""
    if moved := MOVED.search(left):
        noun = noun_of(left[: moved.start()])
        whose = context.level or subject_of(context) if not noun or noun in MEASURES else ""
        how = "上升" if moved["how"] in ("升", "进") else "下降" if moved["how"] == "退" else moved["how"]
        return finish(f"{SIZE.sub('', whose)}{noun}位次{how}"), whose or noun
    text = re.sub(r"^.*?(?:上榜(?!数)|入围|跻身)(?=.{2,})", "", left)
    text = re.sub(
        rf"(?:连续[^，]{{1,4}}年)?(?:均|分别|继续|持续|保持|稳)*(?:排名|位居|位列|名列|并列|排|居|列|升至|重返|重回|跻身|跃升至|跃居|上升至|上升到|提升至|提升到|前移至|进至|升到|进到|排在)?(?:{SCOPE}(?:\d{{1,4}}个[^，。；\d]{{2,10}})?|[三四五六七八九十]+(?:县区|县市|区|县)|中西部|[东西中]部|西[南北]|东北)*(?:沿海)?(?:港口|同类城市)?(?:排名|位居|位列|名列|前列|排|居)?(?:的)?(?:[由从])?$",
        "",
        text,
    )
    text = re.sub(r"(?<=..)(?<=[考评核价比估名])中$", "", text)
    text = _AMONG.sub("", text)
    review = _UNDER_REVIEW.search(text) or _IN_A_REVIEW.search(text)
    if review:
        text = review[1]
    noun = noun_of(text) if len(text) >= 2 else ""
    if (span := _HOW_FAR.search(text)) and noun == "幅度":
        noun = (context.level or subject_of(context)) + span[0]  # 指数达69.63%、提升幅度居全国第1
    if all(part in MEASURES for part in re.split(r"[、和及]", noun)) and subject_of(context):
        noun = SIZE.sub("", subject_of(context)) + noun
    if not noun and context.left.startswith("排名") and (into := _IN_A_LIST.match(context.opened)):
        return finish(into["what"] + "排名"), into["what"]
    if not noun or re.fullmatch(SCOPE, noun):
        if not noun and len(text) >= _LEAST_DEED and only_words(text) and STRIP_VERB.match(text):
            return finish(text), context.carried or text  # 新增入统项目投资66.3亿元，申报入库居全市第一
        rose = _ROSE.search(context.last) and _SHARE.search(context.level) and context.last.startswith(context.level)
        noun = (
            (context.level if rose else context.last) or context.carried or noun_of(_GOT_INTO.sub("", context.opened))
        )
        return finish(noun), context.carried or noun
    if context.left.rstrip("由从").endswith("排名") and noun.endswith(("”", "强")):
        noun += "排名"  # 在“世界500强”排名由369位上升到235位
    return finish(noun), noun
