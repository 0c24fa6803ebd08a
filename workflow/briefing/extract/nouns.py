"""Noun phrases: what stands before a number, behind it, or beyond a 的, without the words that only lead there."""

from __future__ import annotations

import re

from briefing.extract.vocabulary import GENERIC, STRIP_ADVERB, STRIP_VERB, TRAILING, only_words

# A noun behind the quantity ends where the sentence goes on about it.
_RIGHT_END = re.compile(
    r"[，。；：！？（]|、(?=[^、，。；]{0,14}\d)|、(?=总?投资|总(?:面积|长度|里程|规模|量|数)|全长|占地)|(?:落地|投产|竣工|开工|建成|完工|投用|投入使用|达产|全部|正式|陆续|(?<!市场)(?<!经营)主体(?!责任|作用)|封顶|获(?!得感)|入选|荣获|被|上市(?!公司|企业)|"
    r"成为|实现|达到|覆盖|通过|纳入|进入|完成|加快|顺利|有序|正在|已|[年月]均|(?<![亩人户地平])均|稳步|全面|有效(?!发明)|成功|持续|得到|取得|启动|推进|建设工程|同比|增长|下降|提高|占(?!道)|超(?!市|长|低|大|充|算|声|高|前|限|标|载|导|薄|细|短|级|采)过?|位居|用于|直接(?=受益)|将(?=得到|被|实现|完成|全部|陆续)|"
    r"(?<![级星及])以上|左右|购买|参加|享受|受益|参与|签订|签约(?!项目)|开展|与|尽快|前期|做大|做强|上榜|跻身|进行|保持|即将|铺设|用时|发放|基本(?=[达完实建得])|高于|低于|踊跃|提供|配备|"
    r"划分|全线|免费|分别|逐一|早日|更新(?=[\u4e00-\u9fff]{2})|管理体制|(?<![首古成新])都(?=有|已|要|$)|挂钩(?!指标)|(?<=家庭|群众|职工|学生|儿童|老人|农户|企业|作社|生院)(?:发展(?=[，。；、]|到户|$)|建设(?=[\u4e00-\u9fff]{3})|销售)|完善|开始|\d{1,2}月|(?:(?<=干部)|(?<=队员)|(?<=愿者))服务|逐项|共同|累计|合计|位列|排名|名列|(?:综合)?考评|参会|参展|参赛|担任|挂包|组成(?!部分)|赴|前往|奔赴|落户|来自|荣膺|斩获|如期|升格|划转|下沉|进展(?!情况)|(?:高效|按时|按期|有序|平稳|统一|深度)(?=推进|实施|落实|办理|运行|完成|完工|开工|竣工|投产|投用|交付|签约|办结|建成|开展|落地|启动)|(?<=..)..化(?=运行|运营)|(?<=..)应(?P<done>.)尽(?P=done)|扎根|串珠成线|星罗棋布|(?:空气质量(?=排名)|(?:生态|环境|空气)质量(?=变|持续|稳定|改善|提升))|水质(?=稳定|达到|保持|全部|均)|以[^，。；]{2,10}(?:激活|促进|带动|推动|引领|助力)|(?<!产业)帮扶(?!措施|对象|项目|资金|政策|车间|干部|队|单位)|解决(?!方案|率)|落实(?!率)|建立(?!档)|缔结|发行(?![人量价额业])|(?<![定安邻迁宜民])居(?=[全世西东首前同第])|(?<![存内潜现所实外])在(?!建|校|线|岗|园|谈|册|编|读|营|孵|库)|和(?=总?投资)|(?<=资金)(?:发展|支持|扶持)|(?<=..)每(?=[个家户人村镇乡校])|(?<=[镇乡村])(?:种植|养殖|栽植)(?!大?户|业|基地|面积|合作|专业|结构|示范|园|区|产业|项目|规模|企业)|免费|对外|对社会|列入|相继|加速|圆梦|评为|年内|从无到有|入围|对口(?=帮扶|支援|协作)|(?<=人口)的|(?<!行政)(?:项目)?审批|予以|创建|改造为|追回|追缴|[\u4e00-\u9fff]{2}了(?!解)|向(?=[东南西北\d]|$)|(?<=..)实施)"
)
_RIGHT_VERB = re.compile(
    r"^(?:[，。；、：）”！？]|（其中|和(?![美平谐田])|平等(?=接受|享受)|减(?:至|到|少)|增(?:至|到)|大关|关口|新?台阶|[两三四五]个?新?(?:台阶|大关|关口)|未(?=能|按|如期|完成|通过|达|及时|予|被)|没有|的?(?:增长|下降|提高|提升|增速|左右|以上|以内|以下)|$|和\d|及\d|同比|全部|以及|或|与\d|到|至|其中|均|用于|为(?!民)|增加|减少|完成|建成|"
    r"投产|竣工|开工|实现|获|入选|达(?!标)|落地|分别|位居|位列|居(?!民|家)|列(?!车)|排(?!水|污|涝|放)|超(?!长|市|低|大|充)|较|比(?!例|亚)|高于|低于|并(?!网)|且|"
    r"已|正(?!高|规|式)|被|可(?!再|研|穿|持)|将(?!军)|在(?!建|校|线|岗|园|谈|册|编)|是|由|从(?!业)|对(?!外|口)|向|占(?!道)|覆盖|支持(?!政策|措施|项目)|用以|推动|推进|保障(?!性|房)|"
    r"确保|加快|扩大(?:到|至)|发展(?:到|至)|出庭|予以|以上)"
)
# 5个百亿级、10个三十亿以上重大工业项目: how large they are is no name.
_SIZE_AND_ABOVE = re.compile(r"^(?:[一二三四五六七八九十百千]+|\d[\d.]*)[万亿]元?以上的?(?=[\u4e00-\u9fff]{3})")
_LARGE_ONES = re.compile(
    r"(?:[过超][百千]?[万亿]元|[百千]?[万亿]元(?:及)?以上)的?[\u4e00-\u9fff]{0,4}?(?:项目|企业)(?![的和及])"
)  # 等3个亿元以上项目
_AGED = re.compile(r"\d{1,3}周?岁(?:及)?以上的?(?=[\u4e00-\u9fff]{2})")  # 7.1万名60岁以上老人
_UNITS_THAT_GOT = re.compile(r"(?:县区|县市|市县|乡镇|镇街)(?=[\u4e00-\u9fff]{1,2}了)")  # 10个县区通了新的高速公路
# A quality or a manner that the noun behind it would complete.
_HALF = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:[\u4e00-\u9fff]{2}性|高效|按时|按期|有序|集中|深度|统一)$")
_OF_A_QUALITY = re.compile(r"帮扶|服务|解决|发展|支持|扶持|审批|推进|推动|开工|签约")
# Words that count nothing by themselves: which project, village or pupil it is, the rest of the clause says.
# Who raised problems tells them apart: 巡视反馈问题.
RAISERS = ("反馈", "交办", "移交", "转办", "督办", "发现", "检查", "巡察", "督察")
_ONE = frozenset("村 镇 乡 县 市 区 户 校 人 项 国 家".split())
_TELLING = re.compile(
    r"^(?:即将|正式|全部|基本|分别|均|都|已经?|顺利|成功|陆续|相继|将|被|率先|首次|实现|完成|圆满|如期|踊跃|积极)*"
    r"(?P<told>(?:获批|获评|荣获|获得?|入选|上榜|纳入|列入|通过|进入|跻身|入围|成为|评为|达(?!到\d)|参与|参加|享受|圆梦)?[^，。；、：！？]{2,18})$"
)
_TO_MANY = re.compile(
    r"^(?:一批|一个|一系列|系列(?=重)|多个|若干|首批|全部|第[一二三四五六七八九十\d]+批|各类(?=[^，]{8,}))(?=.{2,})"
)
_FOR_WHOM = re.compile(
    r"^(?:累计|共|已)?(?:向|为|给|对)[^，。；]{1,10}?(?=发放|办理|提供|减税|减免|减轻|减负|节约|节省|兑现|争取|协调|落实|新增|融资|贷款|补偿|补贴)"
)
_ASKED = re.compile(
    r"^(?:提请|配合)(?:省|市|县|区|全国)?[^，。；]{0,8}?(?:常委会|人大)(?:及其常委会)?(?:审议|制定|修订|修改|出台)+(?:通过)?"
)
_PAID_OUT = re.compile(r"^[^，。；]{2,12}?发放(?=[^，。；]*(?:贷款|资金|补贴|补助|金|券)$)")
_PLACE_OF = re.compile(r"^(?:在)?[^，。；]{0,6}(?:行业|领域|地区|县域|重点区域)(?:开展|实施|推进)(?=.{2,})")
_YEARS_OF = re.compile(
    r"^(?:开通)?仅?\d{1,2}个月(?:累计|共)?(?=.{2,})|^(?:\d{1,2}|[两三四五])年(?:来|间)?(?:累计|共|共计)?(?!一贯制|义务|行动|计划|攻坚|规划)(?=.{2,})"
)
# What is said of a figure before its number is no part of its name: 粮食产量再创新高，达780亿斤.
_SAID_OF = re.compile(
    r"(?<=..)(?:(?:再创|创下|创|刷新|创造)(?:了)?(?:历史|近年|近?十年)?(?:新高|新低|纪录|最高)|(?:历史性)?(?:突破|跨越|迈上|站上|迈过)[^，。；\d]{1,5}(?:大关|台阶|关口)"
    r"|(?:始终|持续|连续[^，]{1,3}年|稳)?(?:位列|位居|稳居|排名|居)[^，。；\d]{0,8}(?:第[一二三四五六七八九十]+位?|首位|前列|前茅)|(?:首破|突破)(?:[百千]?[万亿]|[百千万])元?|提前[一二两三四五\d]年(?:实现)?|稳中有[进升增]|(?:喜获|喜迎|迎来|实现|获)“?[一二三四五六七八九十]{1,3}连[丰增涨]”?|(?:稳步|持续|快速|平稳|稳定|大幅|显著|明显|不断)(?:增长|提升|提高|扩大|上升|增加|改善))$"
)
# 某某镇、建设办建成蔬菜大棚: who built it is no part of its name.
_BUILT_BY = re.compile(r"^[^，。；\d]{1,10}?(?:镇|乡|街道|办|局|公司)(?:新?建成|新建|扩建)(?=[^，。；]{2,})")
_WON = re.compile(r"^[^，。；]{2,20}?(?:喜摘|夺得|斩获|摘得|勇夺|荣获)(?=.{2,})")
# 某某实验室助力页岩油年产量突破100万吨: who helped is no part of what is measured.
_HELPED_BY = re.compile(r"^[^，。；、\d]{4,20}?(?:助力|助推)(?=[^，。；、]{1,10}(?:量|值|额|收入|率|规模)$)")
_END_OF_PLAN = re.compile(r"^“?十[一二三四五六]?五”?(?:期)?(?:末|期间|时期)(?=.{2,})|^按[^，。；]{1,4}计(?=.{2,})")
_OF_YEAR = re.compile(
    r"^.*?(?:(?:19|20)\d\d年(?:底(?:前|以前|之前)?|初(?![步次级中])|末(?![端位])|度(?![假过数]))?的?|(?:年|月)底(?:前|以前|之前)?|以来|期间|(?<=.)方面(?!的))，?(?=.{2,})"
)


# 从经济基本面看, 提前两年实现翻番: the side from which it is seen, and how early it came, measure nothing.
_SEEN_FROM = re.compile(r"^(?:[从就][^，。；]{2,20}(?:来?看|来讲|来说)|提前[一二两三四五\d]+年(?:实现|完成|达到?)?)$")
# 甲、乙两大产业集群完成营业收入: which they are is told by the noun; what they achieved needs no verb.
_SO_MANY_BIG = re.compile(r"^[^，。；]{2,}?(?=[两三四五六七八九十]大[^，。；]{4,})")
_ACHIEVED = re.compile(r"(?<=..)完成(?=(?:主营业务|营业)收入|营收|产值|征地|拆迁|税收|利税|进出口)")
_DEEDS = frozenset("规划建设 开发建设 升级改造 改造提升 综合整治 管理维护".split())  # of what, the words before 的 say
_BARE = frozenset("消费 销售 出口 支出 补贴".split())  # say nothing without the list before 等

_BY_A_WORK = re.compile(r"“[^”]{1,14}”(?:工程|行动|计划|活动)")
_NUMBER_LEFT = re.compile(r"^[①-⑳]|\d[\d.]*[、×xX*]?$")
_IN_THE_COURSE_OF = re.compile(r"(?<=.{4})在[^，]{2,}中(?![^，]*(?:比重|占比|份额|比例))(?:[^，]{0,4})$")
_FIRST_CLAUSE = re.compile(r"^.*?[，：]")
_CLAUSE_FOLLOWS = re.compile(r"[，：].{2,}")
# 新建、改造提升高标准农田: verbs side by side.
_SIDE_BY_SIDE = re.compile(r"^(?:、|和(?!美|平|谐)|及(?!时|格)|与)+(?=.{2,})")
# 通过热线等渠道回应群众诉求: the way it was done is not what was done.
_MEANS = re.compile(r"(?:渠道|方式|途径|形式|手段)(?:回应|受理|办理|解决|接收|发布|征集|推送|化解|筹集)(?=.{2,})")
_AND_SO_ON = re.compile(r"(?<![高中初同均平优])等(?=[^级待候奖额]{2,})")
_LINKING = re.compile(
    r"^(?:的|地(?!方|区|铁|下|表|质|面|块|产|热|标|均|级|震|理|价|税)|得|了|等(?!级|候|待|离)|个(?!体|人|税)|和(?!美|平|谐)|及(?!时|格)|与)+(?=.{2,})"
)
_TIMES = ("期", "底", "月", "日", "节", "季度", "年")
_WHOLE_WORKS = re.compile(r"^完成(?=(?:机构|单位|平台|公司)..)")  # 完成机构调整 is no 完成机构
_NEARLY_DONE = re.compile(r"^[^，。；]{2,8}?基本完成(?=.{4,})")


def without_head(pattern: re.Pattern[str], text: str) -> str:
    """``text`` without what ``pattern`` finds at its beginning: as ``sub`` with ``^`` does, which looks at every character."""
    found = pattern.match(text)
    return text[found.end() :] if found else text


def noun_of(text: str) -> str:
    """The noun phrase that ends a clause, without the adverbs and verbs before it and the copulas behind it."""
    text = _NUMBER_LEFT.sub("", text)
    text = TRAILING.sub("", _IN_THE_COURSE_OF.sub("", text) if "在" in text else text)
    text = _SAID_OF.sub("", without_head(_OF_YEAR, text))
    if _SEEN_FROM.match(text):
        return ""
    text = without_head(_FIRST_CLAUSE, text) if _CLAUSE_FOLLOWS.search(text) else text
    if (work := _BY_A_WORK.match(text)) and (did := STRIP_VERB.match(rest := text[work.end() :])):
        text = rest if len(rest) >= did.end() + 4 else text  # “增学位”工程增补义务教育学位: what it did
    for _ in range(6):
        before = text
        for pattern in (_WON, _BUILT_BY, _HELPED_BY, _FOR_WHOM, _ASKED, _PLACE_OF, _END_OF_PLAN, _YEARS_OF, _TO_MANY):
            text = without_head(pattern, text)
        text = without_head(STRIP_ADVERB, text)
        shorter = without_head(STRIP_VERB, text)
        if len(text) > 2 and len(shorter) >= 2:
            text = shorter
        text = without_head(_SIDE_BY_SIDE, text)
        if text == before:
            break
    text = without_head(_PAID_OUT, text)
    whose, of, what = text.rpartition("的")
    if of and len(whose) >= 6 and len(what) >= 4 and not is_general(what) and what not in _DEEDS:
        text = what  # 妨碍公平竞争的政策文件: the rest describes it
    parts = _AND_SO_ON.split(text) if "等" in text else [text]
    if len(parts) > 1 and len(parts[-1]) >= 2 and (parts[-1] not in _BARE or len(text) > 14):
        text = without_head(_TO_MANY, without_head(_PLACE_OF, parts[-1]))
        means = _MEANS.match(text)
        text = text[means.end() :] if means else text
    text = without_head(_LINKING, text)
    if text.endswith("前") and text[:-1].endswith(_TIMES):
        return ""  # 确保汛期前完成73条: when, not what
    if len(text) == 1 and text not in _ONE:
        return ""  # 其中过500万元的两个: a degree
    leads = STRIP_VERB.match(text) or STRIP_ADVERB.match(text)
    text = _ACHIEVED.sub("", without_head(_SO_MANY_BIG, text)) if "完成" in text else without_head(_SO_MANY_BIG, text)
    text = _WHOLE_WORKS.sub("", without_head(_NEARLY_DONE, text))
    paid = len(text) >= 4 and text.endswith(("补贴", "补助", "奖励"))
    return "" if leads and not paid and only_words(text) and text not in GENERIC else text


def verb_before(left: str, noun: str) -> str:
    """The last verb that was stripped before ``noun``: 储备项目, 落地项目."""
    head = TRAILING.sub("", left)
    head = head[: len(head) - len(noun)] if noun and head.endswith(noun) else head
    if noun and not left.rstrip().endswith(noun) and noun not in left:
        return ""
    verb = ""
    while head:
        adverb = STRIP_ADVERB.match(head)
        found = STRIP_VERB.match(head)
        if found and found.end():
            verb, head = found["verb"], head[found.end() :]
        elif adverb and adverb.end():
            head = head[adverb.end() :]
        else:
            return ""
    return "" if verb in ("推进", "推动", "完成", "实施", "做好", "抓好", "投资", "投入", "建设", "支持") else verb


def behind_of(right: str) -> str:
    """The noun right behind the quantity, or nothing when the sentence goes on with a verb or a stop."""
    right = re.sub(r"^（[^）]{1,6}）|^（[^）]{1,30}）(?=[，。；、])", "", right.removeprefix("的"))
    if large := _LARGE_ONES.match(right):
        return large[0]
    if (aged := _AGED.match(right)) and (who := behind_of(right[aged.end() :])):
        return aged[0] + who
    if pair := _UNITS_THAT_GOT.match(right):
        return pair[0]
    if _RIGHT_VERB.match(right):
        return ""
    right = without_head(_SIZE_AND_ABOVE, right).removeprefix("全面")
    single = re.match(r"(?:[村镇乡县市区](?:（[^）]{1,8}）)?)(?=[一-鿿])", right)
    if single and STRIP_VERB.match(right[single.end() :].lstrip("均都已全")):
        return single[0]
    if re.match(r"[县市区]（[^）]{1,8}）", right):
        return re.match(r"[县市区]（[^）]{1,8}）", right)[0]  # type: ignore[index]
    end = _RIGHT_END.search(right, 1)
    noun = right[: end.start()] if end else right
    if end and _HALF.search(noun):
        # 托底性帮扶: the word that would end the name is what the quality is of.
        noun = noun + end[0] if _OF_A_QUALITY.fullmatch(end[0]) else _HALF.sub("", noun)
    if noun.count("“") > noun.count("”"):
        close = right.find("”", len(noun))
        noun = right[: close + 1] if 0 <= close < len(noun) + 20 else noun.split("“")[0]
    head, comma, tail = noun.rpartition("、")
    does = STRIP_VERB.match(tail)
    if (
        comma
        and not end
        and (
            only_words(tail)
            or tail.endswith(RAISERS)
            or tail.startswith(("每", "各"))
            or (does and len(tail) > does.end() + 2)
        )
    ):
        noun = head  # 58项问题、巡察反馈25项: what follows belongs to the next number
    noun = re.sub(r"、(?:全国|全省|全市|全区|全县|其中)$|(?<=..)[和及](?:国家|[省市县区])[级定]$", "", noun)
    noun = re.sub(r"和[^和、]{1,8}等$", "", noun) if not end else noun
    noun = re.sub(r"(?:(?<![高中初同均平优])等|和|及|的|与|、|为|即)+$", "", noun)
    noun = re.sub(r"(?<=..)(?:快速|有序|扎实|顺利|稳步)$", "", noun)
    noun = re.sub(r"(?<=..)目标$|(?<=[\u4e00-\u9fff]{3})(?<![高初期])中$", "", noun)
    noun = re.sub(r"(?<=[一-鿿]{4})基本生活$", "", noun)
    noun = re.sub(
        r"(?<=..)(?:(?:指标|数据|情况)?(?:研判分析|分析研判|研判)|(?:建设)?(?:进度|步伐)|谋划建设)$", "", noun
    )
    works = re.fullmatch(r"(?P<whose>[村镇乡])的(?P<what>[^，。；的]{4,}?)任务", noun)
    noun = works["what"] + works["whose"] if works else noun  # 5个村的污水治理任务
    return noun if len(noun) >= 2 or noun in _ONE else ""


def told_of(noun: str, right: str) -> str:
    """What tells things of a general name apart: 纳入省重点项目库 in ``2个项目纳入省重点项目库，``; empty when the clause does not."""
    rest = right.removeprefix("的")[len(noun) :]
    stop = re.search(r"[，。；、：！？]", rest)
    if not stop and re.search(r"\d", right[-1:]):
        return ""
    phrase = rest[: stop.start()] if stop else rest
    found = _TELLING.match(phrase)
    if not found:
        return ""
    told = found["told"]
    told = re.sub(r"^(..)了", r"\1", told)
    if re.match(r"(?:位|稳)?居(?!民|家)|位列|名列|排名", told):
        return ""
    verbal = STRIP_VERB.match(told) or re.match(
        r"在[^，。；]{2,16}(?:挂牌|上市)$|获|被|入选|上榜|纳入|列入|通过|进入|跻身|入围|成为|评为|达|参与|参加|享受|圆梦",
        told,
    )
    return told if verbal or phrase != told else ""


def is_general(noun: str) -> bool:
    """``项目``, ``村``: names that tell nothing alone."""
    return noun in GENERIC or len(noun) <= 2 or noun.endswith("）")


_SLOGAN = re.compile(
    r"^“[^”]{2,8}”(?=[\u4e00-\u9fff]{5,})(?!产品|国家|沿线|型|式|级|集群|(?:工程|项目|行动|计划|活动)(?:建设|总?投资|项目|$))"
)


_BOUND_INSIDE = re.compile(
    r"（[^（）]{0,8}\d[^（）]{0,8}以[上下]）(?=[\u4e00-\u9fff]{2})"
)  # 亿元以上（房地产5亿元以上）项目


def finish(text: str) -> str:
    """Balanced marks, no dangling punctuation, no slogan in quotation marks before a long noun, at most 40 characters."""
    text = _BOUND_INSIDE.sub("", text).replace("（）", "").strip("，。；：、 —-")
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) > text.count(closing):
            text = (
                text.replace(opening, "", 1)
                if text.startswith(opening) or text.endswith(opening)
                else text.split(opening)[-1]
            )
        elif text.count(closing) > text.count(opening):
            text = text.split(closing)[-1] or text.replace(closing, "")
    text = without_head(_SLOGAN, text) if len(text) > 10 else text
    return text[-40:] if len(text) > 40 else text
