"""Numerals that are no metric, by families of wording: dates, names, ordinals, codes, time spans; each family has a name."""

from __future__ import annotations

import re
from string import ascii_letters

# (rule, signs, pattern): a numeral inside the match is no metric, by that rule. Order matters only for the name given.
# No match is without one of the signs in the text (none: it may be), so that most patterns need not be tried.
FAMILIES: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = tuple(
    (rule, frozenset(signs), re.compile(pattern))
    for rule, signs, pattern in (
        (
            "year",
            "",
            r"(?:19|20)\d\d(?=年|第|[—\-～~至](?:19|20)\d\d年?|届|[、和](?:19|20)\d\d年|版|”)|(?<=[—\-～~至])(?:19|20)\d\d(?=年)|(?<![\d.])(?:19|20)\d\d(?=[，。；、）]|$)",
        ),
        (
            "date",
            "月日·•",
            r"\d{1,2}(?=月(?:\d|份|底|初|末|中|上|下|—|至|，|、|以|，|开|全|正|，)|月\d{0,2}日)|\d{1,2}(?=日)(?![均产处])|\d{1,2}[—\-～至]\d{1,2}(?=月)|“\d{1,2}·\d{1,2}”|\d{1,2}[·•]\d{1,2}|\d{1,2}(?=月)",
        ),
        (
            "time",
            "年月小分秒天工季周学时:",
            r"\d{1,3}(?:多|余)?(?=周年|年[来间多前内]|年(?!均|产|度|化|销|处理|生产|加工|存栏|出栏)|个多?月|个?小时|分钟|秒|天(?!然)|个?工作日|个?季度|周(?![边岁])|学年|分钟)|(?:24|7[×x*]24)小时?|(?<![\d.:])\d{1,2}:\d{2}(?![\d.]|:\d+\.)|\d{1,2}时",
        ),
        (
            "ordinal",
            "第",
            r"第\d{1,4}(?:\.\d)?(?=届|次|批|期|轮|条|章|代|版|个|号|季|场|站|款|号|产业|五|年|师|医|中学|小学|医院|人民|家|座|所|款|台)",
        ),
        (
            "code",
            ascii_letters,
            r"(?<![A-Za-z-])(?![A-Z]{2,8}\d+(?:\.\d+)?(?:[万亿]|[个家台套座处辆件项吨户人支]))[A-Za-z][A-Za-z\-]{0,30}\d+(?:\.\d+)?[A-Za-z]*|\d+(?:\.\d+)?(?!(?:[MGk]Wh?|kV|[TPEG]B|PF?|km|t)(?![A-Za-z]))(?:[A-Za-z]{1,3})(?=级|网络|基站|技术|智能|打印|环|企业|\+|·|制|产业|转|景区|信号|应用|通信|融合|工厂|、|，|消息|大|C|店)|\d[Gg](?![A-Za-z])|\dD|\d+A(?![A-Za-z])",
        ),
        ("formula", "+", r"[“\"]?[\dN]+(?:\+[\dNX]+)+[”\"]?|\d+\+|\+\d+|[A-Z]\+\d+"),
        (
            "number_name",
            "",
            r"\d{1,3}(?=[#＃°]|[、和]\d{1,3}(?:[、和]\d{1,3})*号线)|\d+(?=强|号|路|热线|平台|工程|行动|计划|战略|模式|机制|工作法|体系|院|所谓|思路|部署|方案|政策|工作|空间|发展|格局|产业|要求|专项|目标任务|中国|英才|人才计划)|\d{3,5}(?=政务|市民|便民|热线|指挥|政府|急救|“接诉)|国道\d+|省道\d+|(?<=铁)\d+局|\d+(?=(?:国|省|县)道)",
        ),
        # 空气质量在北方15个省会城市中排名第一: among how many.
        (
            "scope",
            "中",
            r"在[^，。；\d]{0,8}\d{1,4}个[^，。；\d]{2,10}中(?=排名|位居|位列|列第|居)|在全[国省]\d{1,4}个[^，。；\d]{2,10}中(?=，)",
        ),
        ("grade", "级星类", r"\d+A?(?=级(?!以)|星级|类水|类标准)|[ⅠⅡⅢⅣⅤ]类?"),
        (
            "scope",
            "米里",
            r"(?<=沿线|周边|方圆|半径)\d+(?:\.\d+)?(?=米|公里)|\d+(?:\.\d+)?(?=(?:米|公里)(?:范围|半径|以内范围))",
        ),
        # 220千伏, 26兆瓦级: what a line or a machine is built for.
        (
            "rated_value",
            "伏级vV英",
            r"\d+(?:\.\d+)?(?=英寸)|\d+(?:\.\d+)?(?=[万千]?伏|kV|KV|(?:[万千]?千瓦|兆瓦|吉瓦|吨|马力)级)",
        ),
        ("code", "P", r"(?<=PM )(?:2\.5|10)(?!\d)"),
        # 2×35万千瓦: how many machines of that size.
        ("factor", "×xX*", r"\d{1,3}(?=[×xX*]\d)"),
        ("exponent", "次", r"10\d{2}(?=次）)"),
        (
            "list_mark",
            "",
            r"^\d{1,2}[.．、](?!\d)|(?<=[。；：])[（(]?\d{1,2}[）).．、](?!\d)|^[（(\[〔]\d{1,3}[）)\]〕]|[（(]\d{1,2}[)）]",
        ),
        (
            "age",
            "岁",
            r"\d{1,3}(?:周岁|岁)(?=以上|以下|及|老|儿|人|的|前|至|—|-|，|入)|\d{1,2}(?:周?岁)?[—\-～至]\d{1,2}(?:周)?岁|(?<=岁[—\-～至])\d{1,2}(?=周?岁)",
        ),
        (
            "threshold_name",
            "以",
            r"\d+(?:万|千|亿)?(?:元|吨|人|户|亩|公里|平方米|千瓦|米|度|头|只|羽)(?:以上|以下|及以上)(?=的?[\u4e00-\u9fff]{0,4}(?:项目|企业|加工点|工业|产业|重大|基地|园区|示范|大户|种植|养殖|景区|规模|村|锅炉|燃煤|煤电|火电|机组|商贸))",
        ),
        (
            "threshold_name",
            "以",
            r"\d+(?:\.\d+)?(?=(?:万|亿)?元?[、和或]\d+(?:万|亿)?元以上的?[\u4e00-\u9fff]{0,4}(?:项目|企业|产业|大户))",
        ),
        # 新建续建亿元以上（房地产5亿元以上）项目371个
        (
            "threshold_name",
            "以",
            r"(?<=[\u4e00-\u9fff])\d+(?=(?:万|亿)元以上）的?[\u4e00-\u9fff]{0,4}(?:项目|企业|产业))",
        ),
        # 增速位居全国10个藏族自治州首位: among how many.
        ("scope", "个", r"(?<=[居名列]全[国省])\d{1,4}(?=个[^，。；\d]{2,10}(?:首位|第[一二三四五六七八九十]|前列))"),
        # 实现三个100%: what each of the three is stands elsewhere.
        ("number_name", "个", r"\d(?=个100%)|(?<=[两三四五六七2-9]个)100(?=%)"),
        ("threshold_name", "万", r"\d+(?=万以上人口的?(?:大?县|城市|[县市区]))"),
        # 实施一批超50亿元、超百亿元重特大项目
        (
            "threshold_name",
            "批",
            r"(?<=一批超)\d+(?=[万亿千百]*元(?:、超过?[\d百千万亿]+元)*的?[\u4e00-\u9fff]{0,4}(?:项目|企业))",
        ),
        ("grade", "级", r"\d+(?=[百千]?[万亿]级)"),
        ("year", "2", r"20\d\d(?=[\u4e00-\u9fff]{2,8}(?:博览会|论坛|峰会|嘉年华|大赛))"),
        # 稳经济运行33条等惠企政策精准落地: the number is in the name. 上述2万亿元: told before.
        ("number_name", "条", r"(?<=[\u4e00-\u9fff]{4})\d{1,3}(?=条等[^，。；\d]{0,8}(?:政策|措施|举措))"),
        ("self_reference", "述", r"(?<=[上前]述)\d+(?:\.\d+)?(?=[万亿千百]*元)"),
        # 超过原定的近2万亿元规模: what was set before, and no result.
        ("set_before", "原", r"(?<=原定)的?[近约]?\d+(?:\.\d+)?|(?<=原计划)的?[近约]?\d+(?:\.\d+)?"),
        ("self_reference", "方", r"\d+(?=(?:个|大|个大)?方面(?!军))"),
        ("version", "版经时模系”", r"\d{1,2}\.\d{1,2}(?=版|经验|时代|模式|系统|”)"),
        (
            "service_number",
            "报警接处指联急消",
            r"110(?=快速反应|报警|警情|接处警|指挥|联动)|120(?=急救)|119(?=消防|指挥|报警)",
        ),
        ("school_or_hospital", "医学中", r"\d{2,4}(?=医院|中学|小学|中[、，。与和])"),
        ("denominator", "每", r"(?<=每)\d+(?:\.\d+)?"),
        ("top", "榜前", r"(?<!\d)\d{1,4}(?=家[^，。；]{0,16}榜单)|(?<=前)\d{1,4}(?=名|位|强|家|个五年)"),
        ("step", "个", r"\d{1,2}(?=个[^，。；\d]{1,6}(?:台阶|关口|大关))"),
        ("class_name", "大", r"\d{1,2}(?=大[\u4e00-\u9fff])"),
        ("meeting", "届", r"\d{1,2}(?=届[^，。；]{0,8}(?:人大|全会|会议|常委会|委员会|政协|政府))"),
        ("series", "连", r"(?<=连续)\d{1,3}(?=期|届|次|批|轮)"),
        ("ratio", "：:∶", r"\d{1,3}(?:\.\d{1,3})?(?=[：:∶]\d)|(?<=\d[：:∶])\d{1,3}(?:\.\d{1,3})?"),
        ("threshold_name", "元", r"\d{1,6}(?=(?:万|亿)?元以上的(?:达|占|村))"),
        (
            "threshold_name",
            "超过",
            r"(?<=[超过])\d+(?:\.\d+)?(?=[万千百]?亿?元的?[\u4e00-\u9fff]{0,6}(?:项目|企业|产业|集群|园区|楼宇|县域?|乡镇|镇|乡|村)(?:已?达到?|增至|共|已?有)?\d)",
        ),
        ("phone", "", r"\d{3,4}-\d{7,8}|1\d{10}"),
    )
)
# 40%的村（居）集体经营性收入超过50万元: who of those has more than that is what the share counts.
_OF_WHOM = re.compile(
    r"(?:^|[，。；：、有约近超过])\d[\d.]*%(?:以上)?的[^，。；：、\d]{2,20}(?:超过?|突破|高于|达到?|不足|低于)(?P<bound>\d+(?:\.\d+)?)(?=[万亿千百]*元)"
)
_QUOTED = re.compile(r"“([^“”]{1,14})”|《([^《》]{1,40})》|〔[^〕]{1,8}〕")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
# Where a length of time is what is measured, days and years are a unit: 优良天数达到176天, 审批时限压缩至3个工作日.
_SPANS = re.compile(
    r"(?:天数|天气|年限|寿命|耗时|时长|时限|(?:办理|审批|通关|出关|等待|待泊|开办|办结|响应)时间|寿命)[^，；。\d]{0,16}?(?:(?:19|20)\d\d年的?)?(?P<span>(?!(?:19|20)\d\d年)\d+(?:\.\d+)?)(?=天|年|岁|小时|分钟|个?工作日)"
)
_SPANS_GO_ON = re.compile(
    r"天[、，](?:比|较|同比)?[^，；。\d]{0,8}(?:(?:19|20)\d\d年)?[^，；。\d]{0,4}(?:增加|减少|多|少|提高|增长)(?P<span>\d+)(?=天)"
)
# 优良天数比例达到77%、增加13天
_SPANS_BY_SHARE = re.compile(
    r"天数(?:比例|比率|占比)(?:达到?|为|提高到)?\d[\d.]*%[、，](?:较|比|同比)?[^，；。\d]{0,4}(?:(?:19|20)\d\d年)?(?:增加|减少)(?P<span>\d+)(?=天)"
)


def masks(text: str) -> dict[int, str]:
    """For every digit run of ``text`` that is no metric: its offset → the name of the rule that said so."""
    masked: dict[int, str] = {}
    characters = set(text)
    for rule, signs, pattern in FAMILIES:
        if signs and signs.isdisjoint(characters):
            continue
        for found in pattern.finditer(text):
            for digits in _DIGITS.finditer(text, found.start(), found.end()):
                masked.setdefault(digits.start(), rule)
    for found in _OF_WHOM.finditer(text):
        masked.setdefault(found.start("bound"), "threshold_name")
    for found in _SPANS.finditer(text):
        masked.pop(found.start("span"), None)
        following = _SPANS_GO_ON.match(text, found.end("span"))
        if following:
            masked.pop(following.start("span"), None)
    for found in _SPANS_BY_SHARE.finditer(text):
        masked.pop(found.start("span"), None)
    for found in _QUOTED.finditer(text):
        content = found[1] if found[1] is not None else ""
        if (
            found[1] is not None
            and re.search(r"\d[\d.]*(?:万|亿)?(?:元|家|亩|公里|%|人|吨)(?![\u4e00-\u9fff]*[工计行])", content)
            and len(content) > 8
        ):
            continue
        for digits in _DIGITS.finditer(text, found.start(), found.end()):
            masked.setdefault(digits.start(), "quoted_name" if found[1] is not None else "title_name")
    return masked
