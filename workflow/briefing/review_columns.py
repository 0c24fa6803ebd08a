"""The workbook's columns and which a reviewer may change: written by the workbook, read back by the review."""

from __future__ import annotations

from dataclasses import dataclass

METRICS_SHEET, PAIRS_SHEET, FINDINGS_SHEET, TASKS_SHEET = "指标", "对比", "待核", "任务分解"
HELP_SHEET = "复核说明"
OUTCOMES_SHEET = "复核结果"
ORIGINAL_SHEET = "原值"  # hidden: every row as it was made, so that a later run can tell an edit from a changed source
FORMAT = "briefing-review-1"

CONFIRM, DROP = "确认", "删除"
COMPARABLE, LOOK_ALIKE = "可比", "口径不同，不可比"
STATUS_WORDS = {"comparable": COMPARABLE, "look_alike": LOOK_ALIKE}
PART_WORDS = {"review": "回顾", "plan": "计划", "self": "自身建设", "other": "其他"}
KIND_WORDS = {"level": "数值", "increase": "增长", "decrease": "下降", "share": "占比", "rank": "位次"}
SCALE_WORD = "规模"  # under 性质: no target and no result, but how much is worked on or measured against

QUALIFIER_WORDS = {
    "eq": "等于", "gt": "超过", "ge": "不少于", "lt": "不足", "le": "不超过", "approx": "约", "range": "区间",
}  # fmt: skip
COMPLETIONS_SHEET = "完成情况"
OUTCOME_WORDS = {"applied": "已采用", "stale": "因原文变动不再适用", "invalid": "填写无效"}
SETTLED = ("确认", "无需处理")  # a finding so marked is no longer listed as open
# Kind of a finding → what it is called, and what a reviewer does about it.
FINDING_KINDS = {
    "review": ("复核未采用", "打开复核表的这一格，照说明改好后再运行一次"),
    "area_count": ("领域数目不符", "对照原文目录核对领域划分；划分有误时，在报告旁的 .yaml 里写明 areas"),
    "skipped_number": ("领域序号不连续", "对照原文目录核对领域划分；漏列领域时，在报告旁的 .yaml 里写明 areas"),
    "after_areas": ("领域之外的段落", "其中的任务需要落实的，另行安排；应属某领域的，在报告旁的 .yaml 里写明 areas"),
    "unclassified_number": ("未归类数字", "看这个数字是否应列为指标：应列的在“指标”表末行补一行，不应列的选“无需处理”"),
    "fixed_phrase": ("固定表述存疑", "与正式印发的报告核对；确系原文有误的，报起草单位，不在成品里改"),
    "doubled_words": ("疑有重复", "与正式印发的报告核对；确系原文有误的，报起草单位，不在成品里改"),
    "lost_character": ("疑有缺字", "与正式印发的报告核对；确有缺字的，在报告文件里补上后再运行一次"),
    "stray_stop": ("疑有多余句号", "与正式印发的报告核对；确系多余的，在报告文件里删去后再运行一次"),
    "far_apart": ("两年数值悬殊", "核对两处口径：同一口径的，在“对比”表改写依据；不是的，改选该表的关系"),
    "two_values": ("同一指标两个数值", "核对两处口径，不应列的一项在“指标”表选“删除”"),
}
SEVERITY_WORDS = {"error": "错误", "check": "请核", "note": "提示"}


def finding_kind(code: str) -> tuple[str, str]:
    """What a kind of finding is called, and what to do about it."""
    return FINDING_KINDS.get(code, (code, "对照原文核实"))


@dataclass(frozen=True)
class Column:
    """``key`` for programs, ``title`` for people, ``width`` in characters; ``edit`` when a reviewer may change it."""

    key: str
    title: str
    width: float
    edit: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""
    later: bool = False  # workbooks from before there was this column are read without it


METRIC_COLUMNS = (
    Column("metric_id", "编号", 13, hint="新增一行时留空"),
    Column("part", "部分", 8, True, tuple(PART_WORDS.values())),
    Column("area", "领域序号", 9, True, hint="由原文位置决定，原有各行勿改；新增一行时填所在领域的序号"),
    Column("grouped", "归入领域", 9, True, hint="回顾指标归入哪个计划领域（编者归类），填领域序号；不归入则清空"),
    Column("topic", "主题", 18),
    Column("indicator", "指标", 26, True),
    Column("name", "成品中的名称", 26, later=True),
    Column("text", "原文数值", 16, True, hint="照抄原文；原文没有的数值须在“理由”中说明，成品中标“人工更正”"),
    Column("value_low", "数值下限", 15, True),
    Column("value_high", "数值上限", 15, True),
    Column("unit", "单位", 9, True),
    Column("qualifier", "限定", 8, True, tuple(QUALIFIER_WORDS.values())),
    Column(
        "kind",
        "性质",
        8,
        True,
        (*KIND_WORDS.values(), SCALE_WORD),
        hint="规模：在做的、对照的有多少，不是目标或实绩，由原文用语判定；判得不对，直接改选",
    ),
    Column("year", "年份", 7, True),
    Column(
        "years", "年数", 6, True, hint="到这一年为止的几年：当年的填1，过去五年的填5；成品按此写“过去五年”", later=True
    ),
    Column("paragraph", "段落", 6),
    Column("sentence", "原文句子", 60),
    Column("review", "复核", 9, True, (CONFIRM, DROP), "改动直接写在本行单元格内；确认无误选“确认”，不应列入选“删除”"),
    Column("why", "理由", 24, True, hint="新增、删除或原文没有的数值，请写明理由"),
)

PAIR_COLUMNS = (
    Column("plan_metric_id", "今年目标编号", 13, True, hint="新增一对时从“指标”表抄编号"),
    Column("review_metric_id", "上年实绩编号", 13, True, hint="新增一对时从“指标”表抄编号"),
    Column("indicator", "指标", 24),
    Column("result", "上年实绩", 16),
    Column("target", "今年目标", 16),
    Column("status", "关系", 16, True, (COMPARABLE, LOOK_ALIKE)),
    Column("reason", "依据", 36, True),
    Column("result_sentence", "上年原句", 44),
    Column("target_sentence", "今年原句", 44),
    Column("review", "复核", 9, True, (CONFIRM, DROP), "两者不是一回事，选“删除”；可比与否直接改“关系”"),
    Column("why", "理由", 24, True),
)

FINDING_COLUMNS = (
    Column("number", "序号", 6),
    Column("severity", "程度", 8),
    Column("kind", "类别", 16),
    Column("where", "位置", 18),
    Column("quote", "原文", 44),
    Column("message", "说明", 60),
    Column(
        "review",
        "复核",
        9,
        True,
        (CONFIRM, "原文有误", "无需处理"),
        "看过后选一项，处理经过写在“备注”；选“确认”“无需处理”的不再列入成品",
    ),
    Column("why", "备注", 24, True),
)

TASK_COLUMNS = (
    Column("area", "领域", 6),
    Column("number", "序号", 6),
    Column("text", "重点任务", 62),
    Column("target", "目标指标", 24),
    Column("lead", "牵头单位", 16, True, hint="程序不推断单位，由办公室填写"),
    Column("responsible", "责任单位/配合单位", 18, True, hint="程序不推断单位，由办公室填写"),
    Column("due", "完成时限", 13, True, hint="如 2024年12月底；填写后随成品更新"),
    Column("topic", "主题", 18),
    Column("paragraph", "段落", 6),
    Column("why", "备注", 20, True),
)

COLUMNS = {
    METRICS_SHEET: METRIC_COLUMNS,
    PAIRS_SHEET: PAIR_COLUMNS,
    FINDINGS_SHEET: FINDING_COLUMNS,
    TASKS_SHEET: TASK_COLUMNS,
}
