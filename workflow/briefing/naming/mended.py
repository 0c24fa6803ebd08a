"""Names that the extractor cut where the sentence goes on, or that hold what belongs to another number: mended by the words around."""

from __future__ import annotations

import re

from briefing.naming.acting import VERB, bare
from briefing.naming.counted import NUMBER, UNIT
from briefing.naming.spent import spent_on
from briefing.naming.which import told_which
from briefing.unreached import is_size

_SPANS = re.compile(r"\d+年")
# 实施总长7.6公里的…工程, 启动了规划建设用地12.65平方公里的…园区: the verb belongs to the work, and the measure stands behind it.
_MEASURE = re.compile(r"(?:总长|全长|总里程|规划建设用地|占地面积|总?建筑面积)$")
_HEAD = re.compile(r"^(?:加强对|加大对|提高对|成为[^，]{0,4}首个|各方配合基本)")
_TAIL = re.compile(r"(?<=...)(?:进入|位居|达到)了?$")
_AIMED = re.compile(r"(?<=..)力争(?=..)")  # 输变电工程51项，力争投产37项: it stands with the quantity
_WHOLE_DEED = re.compile(r"[和、][^，；]*?\d[^，；]*?的(?P<done>(?:整改落实|修复重建|改造提升|治理修复))$")
_COMPLETES = re.compile(r"^(?:完成|推进|推动|抓好)")
_AMONG_ALL = re.compile(r"在(?:全[国省市区县州])?$")
# 4所疏解高校和北大人民医院雄安院区开工建设: told of both, and the name is of the first.
_AND_ONE = re.compile(
    r"[和及与][^，。；、\d和]{4,20}(?:院区|校区|分院|分校)(?P<did>开工建设|开工|竣工|完工|建成投用|建成|投用|启用|落成|开学|开诊)$"
)
_IN_PLACE = re.compile(r"在[\u4e00-\u9fff]{1,2}(?:稳定就业|就业|转化|落地|投产)$")
_SERVES = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,6}?)(?P<verb>服务|帮扶|挂钩帮扶|结对帮扶|包联|挂包|联系|对接)\d[\d.]*[万千百余多]*[家个户人名](?P<whom>[\u4e00-\u9fff]{2,8})(?=[（、]|$)"
)
_WITH = re.compile(
    rf"(?P<toward>[与向和])[^，；]*?{NUMBER}{UNIT}(?P<whom>[\u4e00-\u9fff]{{2,6}}?)(?P<did>(?:签订|建立|建设|达成|融资|发放|提供)[\u4e00-\u9fff]{{2,6}})"
)
_WITHOUT_NUMBER = re.compile(r"(?P<told>与[^\d，；、]{4,20})$")
_LENT = re.compile(r"(?P<done>(?:发放|追回|追缴|挽回|退还|减免|兑现)[\u4e00-\u9fff]{2,4})\d")
_PROVIDED = re.compile(r"提供[^\d，；]{2,18}")
_SEVERAL = re.compile(rf"{NUMBER}{UNIT}[\u4e00-\u9fff]?(?P<told>(?:实施|开展)[\u4e00-\u9fff]{{4,16}})$")
_MONEY_OF = re.compile(rf"{NUMBER}元(?P<thing>[\u4e00-\u9fff]{{2,6}})的$")
_ANY_WORK = re.compile(r"(?:建设)?项目")
_TAKEN_IN = re.compile(r"纳入|列入|入选|进入")
_IN_DAYS = re.compile(r"用时\d+天(?P<told>[\u4e00-\u9fff]{2,6})")
_WHAT_SHARE_DOES = re.compile(r"达标|覆盖|合格|入库|出库|通车|落实|达效|完工|开工|投产|建成")
_COST = re.compile(r"(?:总投资|完成投资)$")
_TESTED = re.compile(r"在(?P<test>[^，；。]{4,24}?(?:考核|评价|测评|评估|点评|行动)[^，；。]{0,4}?)中")
_TESTED_BEFORE = re.compile(rf"(?:^|，){_TESTED.pattern}，$")  # 在全省综合测评中，贵阳从第3位上升到第1位
_WHEN = re.compile(r"^(?:去年|今年|20\d\d年度?)")
_PLACE = 4
_A_PART = re.compile(r"其中(?P<part>[\u4e00-\u9fff]{2,4})")
_OR_PLACE = re.compile(
    r"(?P<place>乡镇|县区|市区|镇村|村)(?P<other>（(?:街道|社区|镇|市|区|场|园区|居)）)(?P<behind>[\u4e00-\u9fff]*)"
)
# 再压减钢铁产能3000万吨, 电价平均降低10%: without the word the number is another.
_HOW_MUCH = re.compile(
    r"(?P<word>再|(?<!年)平均)(?P<change>压减|减少|压缩|降低|下降|缩短|增加|提高|增长|削减)(?P<thing>[\u4e00-\u9fff]*?)(?:约|近|超过?)?$"
)
# 打通投资0.5亿元的尚书苑南侧等3条断头路
_AT_A_COST = re.compile(rf"总?投资{NUMBER}元的")
# 恒安、安踏、361°等企业税收贡献均超过5亿元: each of those, who are few enough to be named.
_EACH_OF = re.compile(
    r"^(?P<whole>[^，。；：]{2,14}、[^，。；：]{2,8}等(?P<what>[^，。；\d]{2,10}))均(?:为|达到?|超过?|突破|(?P<change>增长|提高|下降|增加))?$"
)
_SO_LARGE = re.compile(
    r"年?(?:产值|营收|税收|利税|投资额?|(?:营业|销售|主营业务)收入)(?:超过?|突破|达到?)\d[\d.]*[万亿千百]*元(?:以上)?的?$"
)
# 增加学前教育、义务教育阶段学位: the first of both kinds has no noun of its own.
_OF_BOTH_KINDS = re.compile(
    r"(?:^|[再并将要拟])(?P<verb>增加|新增)(?P<first>[\u4e00-\u9fff]{0,6}(?P<kind>教育|医疗|养老))、(?P<name>[\u4e00-\u9fff]{2,8}(?P=kind)[\u4e00-\u9fff]{2,6})$"
)
# 在川高校承担了全省近80%的基础研究项目: a share of the province's, and of none that are theirs.
_BEARS = re.compile(r"(?P<who>[^，。；]{2,12}?)(?P<bears>承担|承接|贡献)了?(?P<all>全[国省市区县]|世界|全球)$")
_OUTPUT = re.compile("产量|产值|产能|销量|销售额|交易额|收入$")
_LONGEST = 28


def mended(name: str, indicator: str, display: str, before: str, after: str, earlier: str) -> str:
    """``name`` as the words around its quantity have it."""
    if display.startswith(("第", "倒")):
        return _ranked(name, indicator, before, earlier)
    bears = _BEARS.search(before) if name.endswith("占比") and after.startswith("的") else None
    if bears and name.startswith(bears["who"]):
        return bears["who"] + bears["bears"] + bears["all"] + name.removeprefix(bears["who"]).removesuffix("占比")
    if display.startswith("超") and is_size(before, after):
        return indicator  # 培育税收超5000万元的楼宇: the verb is of those, not of what they pay
    name = _AIMED.sub("", _TAIL.sub("", _HEAD.sub("", name)))
    name = _without_verb(name, before, after)
    if name == f"新增{indicator}" and _OUTPUT.search(indicator) and display.startswith(("突破", "达到", "超")):
        name = indicator  # 新增智能工厂80家、人形机器人产量突破5000台: all that is made in the year
    if display.endswith("%") and before.endswith(name) and _WHAT_SHARE_DOES.fullmatch(after):
        name += after  # 确保净美达标村100%达标
    told = (
        _so_large(name, indicator, before)
        or _spanning(name, after)
        or spent_on(indicator, display, before, after)
        or _at_a_cost(indicator, before, after)
        or _of_the_clause(name, indicator, before, after)
        or _in_brackets(name, indicator, before, after)
        or _with_quoted(name, earlier + before)
        or _of_whole(indicator, before, earlier)
        or name
    )
    told = _with_aside(told, before, after)
    if (each := _EACH_OF.match(before)) and told == each["what"] and not display.endswith("%"):
        told = each["whole"]
    elif each and told == each["what"] + (each["change"] or "…"):
        told = each["whole"] + each["change"]
    if (both := _OF_BOTH_KINDS.search(before)) and told == both["name"]:
        told = both["verb"] + both["first"] + "、" + told
    told = told_which(told, indicator, before, after)
    return _how_much(told if len(told) <= _LONGEST else name, before)


def _so_large(name: str, indicator: str, before: str) -> str:
    """``主营业务收入超50亿元的产业集群达到20家``: which of them are counted."""
    size = _SO_LARGE.search(before.rpartition(indicator)[0]) if indicator in before else None
    return f"{size[0].removesuffix('的')}{indicator}" if size and size[0] not in name else ""


def _how_much(name: str, before: str) -> str:
    """``name`` with 再 or 平均 before its change, where ``before`` has it there."""
    found = _HOW_MUCH.search(before)
    plain, mark, remark = name.partition("（")
    if not found or found["word"] in name:
        return name
    change = found["change"] + found["thing"]
    if plain.endswith(change):
        return plain.removesuffix(change) + found["word"] + change + mark + remark
    return name


def _without_verb(name: str, before: str, after: str) -> str:
    verb = VERB.match(name)
    measure = _MEASURE.search(before)
    if verb and measure and name.endswith(measure[0]) and after.startswith("的"):
        return name[verb.end() :].removeprefix("了").removeprefix(measure[0])
    thing = re.match(r"[\u4e00-\u9fff]{2,6}(?=的\d)", after)
    # 加快实施已下达12.87亿元国债资金的23个项目: what is carried out are the 23.
    return name[verb.end() :] if verb and thing and name.endswith(thing[0]) else name


def _ranked(name: str, indicator: str, before: str, earlier: str) -> str:
    """抖音用户喜爱的宝藏城市, 空气质量排名（168个重点城市）, 经济开发区建设（全市月点评）, 全省营商环境评价."""
    # 在全省营商环境评价中排名全市第二: the test is the province's, the rank the city's.
    if wider := re.search(rf"(?:^|，)在(?P<whose>全[国省市]){re.escape(name.partition('（')[0])}中", before):
        return f"{wider['whose']}{name}"
    if listed := re.search(rf"在(?P<among>\d+个[\u4e00-\u9fff]{{2,6}}){re.escape(name)}排名", before):
        return f"{name}排名（{listed['among']}）"
    if name == indicator and (
        whose := re.search(rf"[入获](?:选|评)(?P<whose>[\u4e00-\u9fff]{{2,10}}的){re.escape(name)}", before)
    ):
        return whose["whose"] + name
    plain, _, remark = name.partition("（")
    if len(plain) <= _PLACE and (review := _TESTED_BEFORE.search(earlier)):  # 贵阳 tells who is placed, and not in what
        return f"{plain}（{'，'.join(filter(None, (_WHEN.sub('', review['test']), remark.removesuffix('）'))))}）"
    tested = _TESTED.search(before)
    if name == indicator and tested and name not in tested["test"]:
        return f"{name}（{tested['test']}）"
    return name


def _of_whole(indicator: str, before: str, earlier: str) -> str:
    """新建新能源汽车公共充电桩2万个，其中农村1万个: the part is as new as the whole, and no other thing."""
    part = _A_PART.fullmatch(before)
    whole = indicator.removeprefix(part["part"]) if part else indicator
    clause = bare(earlier.rstrip("，").rpartition("，")[2].rpartition("。")[2])
    verb = VERB.match(clause)
    if not part or not whole or whole == indicator or not verb or not clause[verb.end() :].startswith(whole):
        return ""
    return f"{verb[0]}{whole}（其中{part['part']}）"


def _with_aside(name: str, before: str, after: str) -> str:
    """乡镇（街道）应急消防管理站: the other kind of place stands in brackets, and is counted too."""
    for aside in _OR_PLACE.finditer(before + after):
        place, behind = aside["place"], aside["behind"][:2]
        if not behind and name.endswith(place):
            return name + aside["other"]
        if name.endswith(f"的{place}占比"):  # 40%的村（居）集体经营性收入超过50万元
            return f"{name.removesuffix('占比')}{aside['other']}占比"
        if behind and place + behind in name:
            return name.replace(place + behind, f"{place}{aside['other']}{behind}")
    return name


def _spanning(name: str, after: str) -> str:
    """4年10次获国务院督查通报表扬 counts 通报, and no years; 经济开发区建设4次排名第1."""
    if _SPANS.fullmatch(name) and 4 <= len(after) <= 16:
        return f"{after}（{name}）"
    return name + after if re.fullmatch(r"排名第\d+", after) else ""


def _at_a_cost(indicator: str, before: str, after: str) -> str:
    """打通断头路, where the verb has what it costs and the roads' names before their number."""
    own = bare(before)
    verb = VERB.match(own)
    costs = verb and _AT_A_COST.match(own, verb.end()) and after.startswith(indicator)
    return verb[0] + indicator if verb and costs else ""


def _of_the_clause(name: str, indicator: str, before: str, after: str) -> str:
    """What the clause says without a break around the number."""
    own = bare(before)
    if on := re.search(rf"{re.escape(name[-4:])}(?P<on>落实|重建)$", after):
        return name + on["on"]
    whose = own.removesuffix("的")
    if own.endswith("的") and "的" not in name and whose and name.startswith(whose) and len(name) > len(whose):
        return own + name[len(whose) :]  # 市委确定的230余项改革
    if (
        listed := re.search(rf"(?P<list>[^，。；、\d的等]{{2,8}}、){re.escape(name[:3])}", before)
        if "、" in name
        else None
    ):
        return listed["list"] + name  # 纬十一街、纬十三街、经二路北延3条道路新建工程
    if did := re.match(rf"[\u4e00-\u9fff]{{2,6}}?(?:成功)?(?P<did>创建){re.escape(indicator)}$", after):
        return did["did"] + indicator  # 4家博物馆成功创建国家一级博物馆
    if (
        VERB.match(name)
        and after.startswith(indicator)
        and (told := _WITHOUT_NUMBER.fullmatch(after[len(indicator) :]))
    ):
        return name + told["told"]  # 推进首批10个新城与中心城区“区区结对”示范项目
    if before.startswith("为") and name.startswith(before[1:]) and _PROVIDED.fullmatch(name[len(before) - 1 :]):
        return f"为{name}"  # 为随迁子女100%提供学位: without 为 they would provide it
    if own in ("新增", "净增") and name == indicator and _TAKEN_IN.match(name):
        return own + name  # 新增100个项目纳入国家用地保障范围
    lent = _LENT.search(after) if re.search(r"为(?:\d[^，；]*和)?$", before) and name.startswith(indicator) else None
    if lent and after.startswith(indicator):
        return f"{indicator}（{lent['done']}）"  # 为6285户农户和82家企业发放贷款
    if name != indicator:
        days = _IN_DAYS.fullmatch((own + after).removeprefix(name))
        return name + days["told"] if days else ""
    if own in ("惠及", "覆盖") and own not in name:
        return name + own  # 建立“两项补贴”制度，惠及2100多万人
    if before.endswith(name) and VERB.match(after) and len(after) <= 6:
        return name + after  # 13所农村寄宿制学校11所建成投用
    if name.startswith("上市") and re.match(r"(?:企业|公司)(?:成功)?上市", after):
        return after  # a listed firm is there already
    if name == "增速" and (rest := re.match(r"的增速[\u4e00-\u9fff]{4,16}$", after)):
        return rest[0].removeprefix("的")
    return _with_rest(name, after[len(name) :], before) if after.startswith(name) else ""


def _with_rest(name: str, rest: str, before: str) -> str:
    """``name`` with what its clause tells of it in ``rest``: 在设区城市开展城市体检, 重大成果在川转化, 农房全部签约."""
    if _AMONG_ALL.search(before) and (there := re.match(r"(?:（[^）]*）)?[^\d，；、]{4,16}", rest)):
        return f"在{name}{re.sub('[倒达]$', '', there[0])}"
    if _IN_PLACE.fullmatch(rest):
        return name + rest
    if before.endswith("为") and _PROVIDED.fullmatch(rest):
        return f"为{name}{rest}"
    if told := _WITHOUT_NUMBER.fullmatch(rest):
        return name + told["told"]
    if both := _AND_ONE.match(rest):
        return name + both["did"]
    won = re.match(r"(?:获|入选)[^\d，；、]{4,12}(?=、)", rest)
    return name + won[0] if won else ""


def _in_brackets(name: str, indicator: str, before: str, after: str) -> str:
    """What is done to all of a list, or with whom."""
    plain = _COMPLETES.sub("", name)
    if plain == indicator and (deed := _WHOLE_DEED.search(after)) and deed["done"] not in name:
        return f"{plain}（{deed['done']}）"
    if name.removeprefix("保持") == indicator and (place := _IN_PLACE.search(after)) and after.startswith(indicator):
        return f"{indicator}（{place[0]}）"
    serves = _SERVES.match(after)
    if serves and (
        indicator == serves["who"] or (indicator.startswith(("服务", "帮扶")) and serves["who"] in indicator)
    ):
        return f"{serves['who']}（{serves['verb']}{serves['whom']}）"
    if name != indicator:
        return ""
    rest = after[len(name) :] if after.startswith(name) else ""
    if several := _SEVERAL.match(rest):
        return f"{name}（{several['told']}）"
    if toward := _WITH.match(rest):
        return f"{name}（{toward['toward']}{toward['whom']}{toward['did']}）"
    if _ANY_WORK.fullmatch(name) and (money := _MONEY_OF.search(before)):
        return f"{name}（{money['thing']}）"
    return ""


def _with_quoted(name: str, earlier: str) -> str:
    """“两重”建设项目 keeps its quoted word where its 总投资 is told."""
    thing = _COST.sub("", name)
    quoted = re.search(rf"“[^”]{{1,6}}”(?={re.escape(thing)})", earlier) if thing != name and len(thing) > 3 else None
    return quoted[0] + name if quoted else ""
