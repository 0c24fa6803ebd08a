"""The main statistics of a year (主要经济指标): which there are, in which words reports name them, and which one an indicator is of.

They are the main indicators of 国家统计局《国民经济和社会发展统计公报》, in the order in which plans of all levels name the main expected
targets (主要预期目标).
"""

from __future__ import annotations

import re
from functools import cache

# Name of the statistic → the words of reports for it.
STATISTICS = {
    "生产总值": r"(?:国内|地区|全[国省市县区])?生产总值|经济总量|经济(?=增长)",
    "新增就业": r"城镇新增就业|新增城镇就业|新增就业",
    "居民消费价格": r"居民消费价格(?:总水平|指数)?",
    "财政收入": r"(?:地方)?(?:一般(?:公共)?(?:财政)?预算|财政)总?收入",
    "居民收入": r"(?:全体|城乡|(?:城镇(?:居民)?[和与、])?农村|城镇)?(?:常住)?居民(?:人均)?(?:可支配)?收入",
    "失业率": r"城镇调查失业率",
    "固定资产投资": r"(?:全社会)?固定资产投资(?:总?额)?",
    "社会消费品零售": r"社会消费品零售总?额",
    "粮食产量": r"粮食总?产?量?",
    "粮食面积": r"粮食(?:播种|种植)面积",
    "工业增加值": r"(?:规模以上|规上)?工业增加值",
    "高技术制造业增加值": r"(?:规模以上|规上)?高技术制造业增加值",
    "进出口": r"(?:外贸|货物)?进出口(?:总[值额])?",
    "城镇化率": r"(?:常住人口)?城镇化率",
    "研发投入": r"(?:全社会)?研(?:究与试验)?发(?:展)?(?:(?:经费)?(?:投入)?强度|经费(?:支出|投入)?(?:相当于|占)[^，。；、]{0,4}生产总值的?比[例重])",
    "单位产值能耗": r"单位(?:国内|地区)?生产总值能耗",
    "预期寿命": r"(?:人均|居民)?(?:平均)?预期寿命",
    "贫困人口": r"(?:农村|建档立卡)?贫困人口",
    "贫困发生率": r"贫困发生率",
    "细颗粒物浓度": r"(?:PM2\.5|细颗粒物)(?:（PM2\.5）)?(?:年?平?均|年均)?浓度",
}
# What an indicator adds to the name of its statistic.
_OF_THE_WHOLE = "(?:全[国省市县区]|预期)*"
_GROWN = "(?:同比|年均)?(?:增长|增速|增幅|上涨|涨幅|下降|降低|减少)?"
_NAMED = {
    name: re.compile(rf"(?:减少|降低)?{_OF_THE_WHOLE}(?:{words})(?:总量|人数|均值)?{_GROWN}")
    for name, words in STATISTICS.items()
}


@cache
def statistic_of(indicator: str) -> str:
    """The main statistic that ``indicator`` is of as a whole ("地区生产总值增长" → "生产总值"), or "" for one of a part (乡村社会消费品
    零售总额) or of another thing."""
    return next((name for name, named in _NAMED.items() if named.fullmatch(indicator)), "")
