"""What two texts share, and which of it tells a subject."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
# Words of doing and measuring stand in every area and tell nothing about the subject.
_COMMON = frozenset(
    "建设 推进 推动 项目 企业 发展 新增 新建 完成 打造 培育 实施 加快 全面 提升 全区 全县 全市 全省 全国 达到 "
    "工作 改造 示范 重点 创建 持续 深入 开展 增长 工程 建成 实现 积极 提高 支持 服务 以上 左右 位居 成功 获评 "
    "国家级 省级 市级 社会 质量 水平 能力 管理".split()
)
# Words of money, measure and administration, and pieces of two words: what two texts share by them alone is no subject.
_WEAK = re.compile(
    "收入|支出|预算|利润|增加(?!值)|平均|申报|入库|一般公共|公共|生产总值|生产|总值|[增业]?加值|[值业]增|产值|规模以上|规模|总?投资|固定|资产|总额[和与]?|总量|数量|金额|资金|[百千万亿]+元?|居民|"
    "城镇|农村|城乡|地区|经济|产业|全年|年度|更加|高效|主体|市场|单位|行业|领域|平台|覆盖率?|满意率|价格|上涨|人员|利用|通过|制度|推行|持续|开发|开放|政策|国家|"
    "框架|财政|新一轮|第[一二三]|提供|市政(?!府|设|道)|经营|同比|下降|占比|突破|设施|认证|世界|办理|法律|监督|全部|政府|满意|队伍|群众|转移|中央|地方|通过|审批|发放|金融|纳入|市民|深化|帮助|企业|储备|释放|优质|发展|"
    "交易|应用|场景|倍增|计划|投入|便民|数字(?!经济)|用地|收益|万?平方米|参与|使用|免费|高标准|工业|服务业|指标|国际|新高|历史|人民|办公|等重|受理|完成|任务|"
    "城市|融资|贷款|补贴|机构|中心|设立|举办|专项|行动|改革|技术|专业|综合|第一|全面|落实|加强|要求|统筹|稳定|问题|治理|活动|各类|各项|实际|启动|[省市县区]级|省市|^[级会长个省的和等与]|[的和等与]$"
)
# Of any subject there are such; with what they are of, they tell it: 浦东综合改革试点.
_ANYWHERE = frozenset("经验 试点 荣誉 推广 论坛 展会 合作".split())
# What is measured in other words than its subject is spoken of: PM2.5 is of 空气治理.
_KIN = (
    (re.compile(r"PM ?(?:2\.5|10)|(?:优良|良好)天数|空气|重污染"), re.compile(r"空气|大气|蓝天")),
    (re.compile(r"造林|森林|林网|绿化"), re.compile(r"绿化|造林|森林|植树")),
    (re.compile(r"案件|警情|立案|犯罪"), re.compile(r"治安|平安|犯罪")),
    (re.compile(r"转移(?:安置)?(?:受灾)?群众"), re.compile(r"自然灾害|防灾救灾|防灾减灾(?:救灾)?能力|应急救援|抢险")),
    (re.compile(r"^(?:高速公路|高速铁路|高铁)"), re.compile(r"高速公路|高速铁路|高铁|铁路|交通(?!事故|安全)|公路水运")),
    (re.compile(r"黑臭水体|断面|水质|补水"), re.compile(r"治污|水质|污水|碧水|水环境|水源治理")),
)
# Of any subject reports speak in these words.
_OF_ANY = re.compile(
    "坚持|创新(?!创业|型)|保障(?!性)|优化|基础(?!设施|教育)|现代化?|不断|增强|改善|扎实|体系|完善|事业|强化|升级|特色|保护|基本|进一步?|加大|解决|攻坚|战略|"
    "区域|一批|规划|保持|成果|基地|扩大|机制|全力|大力|产品|活力|科学|困难|重大|落地|品质|有效|巩固|功能|提质|建立|运营|我们|资源|新型|力度|稳步|精神|"
    "坚决|增加|构建|新时代|行政|集中|做好|模式|核心|系统|措施|运行|先进|规范|有序|目标|组织|重要|基层|精准|智能|有力|促进|转型|努力|融合|[一二三]期|突出|"
    "需求|品牌|共同|取得|集群|贯彻|动力|充分|协同|拓展|底线|成为|发挥|带动|集团|壮大|供给|激发|一体化?|空间|形成|更新|学习|作用|制定|力推|化解|健全|监管|布局|"
    "装备|发生|大会|加速|帮扶|要素|防范|出台|关键|总体|研究|支撑|传统|作为|协调|公司|着力|处理|维护|围绕|优势|引进|条件|全球|理念|转化|事项|更多|新?动能|加力|争取|"
    "共建|[一二三四五]年|效能|[三一]级|联动|认真|领导|打好|片区|引领|抓好|信息|平稳|体制|海外|方案|实力|高端|抢抓|业务|系列|成效|效益|机遇|配套|整体|龙头|严格|"
    "继续|主动|思想|新兴|分类|矛盾|力量|引导|新一|影响|人次|集聚|对接|广大|一个|增效|关心|新区|共享|投产|更好|良好|方面|新城|应急|格局|指导|快速|主要|最大|决策|"
    "聚焦|优先|切实|动态|大局|处置|降低|自然|举措|交流|进展|范围|全域|联合|显著|结构|方式|接续|态势|压力|推出|清单|文件|首批|率先|责任|意见|办法|向好|标准|土地|人数|"
    "常态化?|公平|竞争|分别|国际|开工|安排|数据|县域|城区|生活|环境|安全|万?平方米|万?千瓦|人均"
)
LONG = 3  # characters of a noun that two texts do not share by chance
_FORM = re.compile(r"[“”]|(?:数量?|总数|面积|金额|标准|建设|改造|工程|项目|任务|企业|增长|下降|提高)+$")
_LEAST = 2.0  # below this the shared words are chance
_LEAD = 1.3  # the best area must win by this factor


def best(sources: Sequence[tuple[str, float]], texts: Mapping[int, str]) -> tuple[int, list[str]] | None:
    """The area that shares most with the weighted ``sources`` and the weightiest phrases; None when none is clear."""
    shared: dict[int, dict[str, float]] = {number: {} for number in texts}
    for number, text in texts.items():
        for source, weight in sources:
            for phrase in shared_phrases(source, text):
                uses = sum(1 for other in texts.values() if phrase in other)
                worth = weight * (len(phrase) - 1) * math.log((len(texts) + 1) / uses)
                shared[number][phrase] = max(shared[number].get(phrase, 0.0), worth)
    scores = {number: sum(weights.values()) for number, weights in shared.items()}
    ranked = sorted(scores, key=lambda number: (-scores[number], number))
    if not ranked or scores[ranked[0]] < _LEAST:
        return None
    first = ranked[0]
    if len(ranked) > 1 and scores[first] < _LEAD * scores[ranked[1]]:
        return None
    return first, sorted(shared[first], key=lambda phrase: (-shared[first][phrase], phrase))[:3]


def bears_out(area: str, indicator: str, clause: str, opening: str) -> bool:
    """Whether a specific noun of three characters or more is shared, in the ``indicator``, its ``clause`` or the clause that opens
    the sentence; or two shorter ones, one of them in the indicator; or one that begins or ends the indicator."""
    if any(said.search(indicator) and subject.search(area) for said, subject in _KIN):
        return True
    named, around, before = (nouns(text, area) for text in (indicator, clause, opening))
    if any(len(noun) >= LONG for noun in (*named, *around, *before)):
        return True
    name = specific(_FORM.sub("", indicator))
    return bool(named) and (len(named | around) > 1 or any(name.startswith(one) or name.endswith(one) for one in named))


def of_another_kind(indicator: str, area: str) -> bool:
    """Whether it is known what ``indicator`` is about, and ``area`` says nothing of that: crime is of no area that names no crime."""
    return any(said.search(indicator) and not subject.search(area) for said, subject in _KIN)


def is_sure(area: str, indicator: str, clause: str, opening: str) -> bool:
    """Whether what bears a grouping out is more than one short word that only begins a name: 旅游公路 are roads, 示范农场 are farms."""
    if any(said.search(indicator) and subject.search(area) for said, subject in _KIN):
        return True
    if any(len(noun) >= LONG for text in (indicator, clause, opening) for noun in nouns(text, area)):
        return True
    if any(len(phrase) > LONG and specific(phrase) for phrase in shared_phrases(indicator, area)):
        return True  # 信创产业 is one word of both
    name = specific(_FORM.sub("", indicator))
    named = nouns(indicator, area)
    return len(named) > 1 or any(name.endswith(noun) for noun in named)


def tells_apart(indicator: str, area: str, headings: str, other: str) -> bool:
    """Whether ``indicator`` names a thing that ``area`` names and ``other`` does not, by more than a short word: one that is short must
    be all of the name, or stand in the ``headings`` of the area."""
    if any(said.search(indicator) and subject.search(area) and not subject.search(other) for said, subject in _KIN):
        return True
    name = specific(_FORM.sub("", indicator))
    for noun in (specific(phrase) for phrase in shared_phrases(indicator, area) if phrase not in other):
        titled = noun in headings and name.startswith(noun) | name.endswith(noun)
        if len(noun) >= LONG or (names_something(noun) and (noun == name or titled)):
            return True
    return False


def names_something(noun: str) -> bool:
    """Whether ``noun`` is more than what reports say of any subject; long ones are, whatever they are made of."""
    return len(noun) > LONG or len(_OF_ANY.sub("", noun)) >= LONG - 1


def nouns(text: str, area: str) -> set[str]:
    """What ``text`` shares with ``area`` beyond words of money, measure and administration."""
    return {noun for phrase in shared_phrases(text, area) if len(noun := specific(phrase)) >= 2}


def specific(text: str) -> str:
    """``text`` without words that every area has."""
    for word in _COMMON:
        text = text.replace(word, "")
    text = _WEAK.sub("", text)
    return "" if text in _ANYWHERE else text


def without(text: str, *names: str) -> str:
    for name in names:
        if len(name) >= 2:
            text = text.replace(name, "|")
    return text


def shared_phrases(source: str, text: str) -> list[str]:
    """The longest phrases of ``source`` (two characters or more) that stand in ``text``, common words left out."""
    found = []
    for run in _HAN.findall(source):
        at = 0
        while at < len(run) - 1:
            size = 0
            while at + size < len(run) and run[at : at + size + 1] in text:
                size += 1
            phrase = run[at : at + size]
            if size >= 2 and _telling(phrase):
                found.append(phrase)
            at += max(1, size)
    return found


def _telling(phrase: str) -> bool:
    rest = phrase
    for word in _COMMON:
        rest = rest.replace(word, "")
    return len(rest) >= 2


def words(text: str) -> str:
    return "".join(run if _HAN.fullmatch(run) else "|" for run in re.split(r"([\u4e00-\u9fffA-Za-z]+)", text))
