"""What stands in brackets behind a name, since it makes the quantity another: among whom, of how many places each, of how many years."""

from __future__ import annotations

import re

from briefing.naming.acting import TOTAL

_SCOPE = re.compile(
    r".*(全国|国内|中西部(?:地区)?|(?<!中)[东西中]部(?:地区)?|西[南北]|东北|全省|全市|全区|全县|全州|世界|全球)[^，；。、\d]{0,10}$"
)
_PLACED = re.compile(r"排名|位次|名次")
_EACH = re.compile(
    r"(?:每(?:一?[个家名所户])?(?:县|市|区|乡|镇|村|户|人|校|企业|街道)(?:（[^）]*）)?|各(?:县|市|区|乡镇|村)(?:（[^）]*）)?(?=每年)|每\d+[万千百]?(?:人|户|平方公里))(?:每[年月])?"
)
# 每年列预算1300万元: of its own number, and of all that 分别 deals out.
_EACH_TIME = re.compile(r"(?<!平均)每[年月](?=可|列|拿出|安排|投入|分别|新增|举办|培育|培训)")
_ITS_TIMES = re.compile(r"(?:是|为|相当于)([^，。；\d]{2,8}|[^，。；]{0,4}20\d\d年)的$")
_TIMES_LISTED = re.compile(r"(?:是|为|相当于)([^，。；\d]{2,8}|[^，。；]{0,4}20\d\d年)的(?:\d[\d.]*倍[、和])+$")
_BY_THEN = re.compile(
    r"(?<![比较])(?<![比较]“)“?十[一二三四五六七八九]五”?(?:时期|期)?末"
)  # 实现“十四五”末总量达到60万套


def remarks_on(name: str, own: str, before: str, years: str, kind: str) -> str:
    """In brackets what makes the quantity another: of how many places each, of how many years, among whom."""
    if kind == "rank":
        listed = re.sub(r"(?:第?[一二三四五六七八九十\d]+[位名]?[、和])+$", "", before)  # 分别居全国第二、第七、第九
        scope = _SCOPE.search(before) or _SCOPE.search(listed)
        if scope is None or name.startswith(scope[1]):
            return ""
        # 一般公共预算收入（全市） would read as that of the whole city.
        return f"（{scope[1]}）" if _PLACED.search(name) else f"（{scope[1]}排名）"
    each = _EACH.search(before) or _EACH_TIME.search(before if "分别" in before else own)
    times = _ITS_TIMES.search(own) or _TIMES_LISTED.search(before)
    if times:
        return f"（相当于{times[1]}）"
    total = "累计" if TOTAL.search(own) and "累计" not in name else ""
    by_then = _BY_THEN.search(own)
    told = [re.sub(r"（[^）]*）", "", each[0]) if each and each[0] not in name else "", years + total]
    told.append(by_then[0] if by_then and by_then[0] not in name else "")
    return f"（{'，'.join(filter(None, told))}）" if any(told) else ""
