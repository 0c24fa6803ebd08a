"""Every field that a template may use, with its meaning: what the check knows, what ``briefing templates fields`` prints.

A text is the meaning of a field, a list holds what each of its items is, a mapping the fields inside. ``ABOUT`` in a
mapping is the meaning of the list or group itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ABOUT = ""

_FIGURE = {
    ABOUT: "指标数据 (a figure as the source prints it)",
    "metric_id": "指标编号 (id of the metric in metrics.csv)",
    "indicator": "指标名称 (indicator)",
    "display": "带限定词的数值，照录原文 (quantity with its qualifier)",
    "value": "数值，照录原文 (the number alone)",
    "unit": "单位 (unit)",
    "qualifier": "限定词：以上、余、约 (qualifier)",
    "kind": "类别：level、increase、decrease、share、rank (kind)",
    "year": "年份 (year)",
    "part": "所在部分：review 上年、plan 今年 (part of the report)",
    "area": "所在领域序号 (number of its area)",
    "topic": "所在主题 (topic)",
    "paragraph": "原文段号 (number of the source paragraph)",
    "sentence": "原文句子 (the sentence that says it)",
    "nature": "性质：result 实绩、target 目标、scale 规模 (what it states)",
    "name": "表格和卡片里的名称：指标名称加上原文的动作、范围 (name as tables and cards show it)",
    "quantity": "表格和卡片里的数量：原文隔开写的预计、至少也在内 (quantity as tables and cards show it)",
    "period": "所指时间：2023年、过去五年 (of what time it is; use it rather than year beside a result)",
    "again": "又说一次的段号，没有为0 (paragraph that says it a second time, else 0)",
    "alike": "与另一年名称相近而口径不同，不可比 (looks like a figure of the other year and may not be compared with it)",
}
_MEASURE = {
    ABOUT: "举措 (measures in full)",
    "text": "举措全文 (text)",
    "start": "在正文中的起点 (offset in cleaned.txt)",
    "end": "在正文中的终点 (offset in cleaned.txt)",
    "paragraph": "原文段号 (number of the source paragraph)",
    "task": "是否列入任务分解 (whether it is a task: judgements and exhortations are none)",
    "mark": "原文中其后的标点 (the mark behind it in the source)",
    "head": "主题之内的小标题，可为空 (heading inside its topic that it stands under; may be empty)",
}
_TOPIC = {
    ABOUT: "主题 (topics of the area)",
    "number": "序号 (number)",
    "numeral": "中文序号 (numeral)",
    "title": "主题名称 (title; may be empty)",
    "measures": [_MEASURE],
    "line": "总览中一个领域的一句话，分册中为空 (in the overview one line on an area, else empty)",
    "file": "总览中一个领域的汇报文件名，分册中为空 (in the overview the name of an area's deck, else empty)",
    "paragraphs": ["总览中这句话所述的段号 (in the overview the paragraphs that the line tells of)"],
    "figures": [_FIGURE],
}
_GUIDANCE = {
    ABOUT: "总体要求、政策取向、工作要求，仅总览 (what the plan tells before its first area; of the overview only)",
    "name": "名称：总体要求、政策取向、工作要求 (what it is)",
    "general": "是否总体要求，照录全文 (the general requirements, which stand whole)",
    "heading": "领起句，可为空 (heading of its paragraph; may be empty)",
    "measures": [_MEASURE],
}
_TASK = {
    ABOUT: "任务分解 (tasks)",
    "number": "序号 (number)",
    "topic": "所属主题 (topic)",
    "text": "重点任务 (the task)",
    "target": "目标指标 (its target)",
    "lead": "牵头单位 (leading office; may be empty)",
    "responsible": "责任单位 (offices in charge; may be empty)",
    "due": "完成时限 (when it is due; may be empty)",
    "paragraph": "原文段号 (number of the source paragraph)",
}
_FINDING = {
    ABOUT: "待核事项 (what a person should look at)",
    "kind": "类别 (kind)",
    "severity": "程度：error、check、note (severity)",
    "where": "位置 (where)",
    "start": "在正文中的起点 (offset in cleaned.txt)",
    "end": "在正文中的终点 (offset in cleaned.txt)",
    "message": "说明 (message)",
}
_PAIR = {
    ABOUT: "上年实绩与今年目标 (last year's result beside this year's target)",
    "indicator": "指标名称 (indicator)",
    "result": _FIGURE | {ABOUT: "上年实绩 (the result)"},
    "target": _FIGURE | {ABOUT: "今年目标 (the target)"},
    "status": "comparable 可比、look_alike 不可比 (may they be compared)",
    "reason": "理由 (why)",
}
_BAR = {
    ABOUT: "柱 (bars)",
    "label": "类别名 (label)",
    "value": "数值 (value in the chart's unit)",
    "display": "柱上文字 (what is printed on it)",
    "series": "result 实绩、target 目标 (series)",
    "metric_id": "指标编号 (id of the metric)",
}
# What Word and PowerPoint share.
_BRIEF: dict[str, Any] = {
    "report_id": "报告编号，即文件名 (id of the report)",
    "place": "地名 (place)",
    "report_title": "报告标题 (title of the report)",
    "plan_year": "计划年份 (year of the plan)",
    "review_year": "回顾年份 (year that is reviewed)",
    "date": "报告日期 (date of the report; may be empty)",
    "occasion": "报告场合 (meeting that the report was given to; may be empty)",
    "source": "来源 (where the report was published)",
    "source_sha256": "原文件校验码 (SHA-256 of the source file)",
    "area_count": "领域总数 (how many areas)",
    "number": "本领域序号 (number of this area)",
    "numeral": "本领域中文序号 (its numeral)",
    "title": "本领域名称 (title of this area)",
    "report_name": "报告名称：某地某年政府工作报告 (what the report is called)",
    "scope": "所述范围：工作领域（四）或总览 (what of the report this tells of)",
    "lead": "导语 (the opening paragraph)",
    "topics": [_TOPIC],
    "highlights": [_FIGURE | {ABOUT: "最重要的几项数据 (the most telling figures)"}],
    "targets": [_FIGURE | {ABOUT: "今年量化目标 (this year's targets)"}],
    "scales": [_FIGURE | {ABOUT: "规模：推进、支持的项目和对象有多少，不是目标 (how much is worked on; no targets)"}],
    "main_targets": [
        _FIGURE | {ABOUT: "全年主要预期目标中与本领域有关的，编者归类 (main targets of the year on the same subject)"}
    ],
    "results": [_FIGURE | {ABOUT: "上年实绩，编者归类 (last year's results on the same subject)"}],
    "results_left": "另有几项上年实绩只在指标工作簿里 (how many more results only the workbook lists)",
    "pairs": [_PAIR],
    "tasks": [_TASK],
    "findings": [_FINDING],
    "guidance": [_GUIDANCE],
    "untold": [
        "今年部分没有摘录的段号，仅总览 (paragraphs of the plan that no document tells of, of the overview only)"
    ],
    "restated": [_FIGURE | {ABOUT: "总览中重说一次的目标，不另计 (targets said a second time, of the overview only)"}],
}
_HEADINGS = ("guidance", "tasks", "targets", "results", "breakdown", "findings", "source")
_SECTIONS = {
    "guidance": "总体要求",
    "tasks": "重点任务",
    "targets": "量化目标",
    "results": "上年基础",
    "breakdown": "任务分解",
    "findings": "待核事项",
    "source": "资料来源",
}
_PICTURE = {
    "picture": "图片，与正文同宽 (the drawn picture)",
    "title": "图题 (title; its number comes from Word: insert a caption)",
    "kind": "类别：comparison、bars、number、share (kind)",
    "name": "图名，用于 chart:… 和 picture:… (name, for shapes named chart:… or picture:…)",
}
SUMMARY_FIELDS: dict[str, Any] = _BRIEF | {
    "title_lines": ["领域名称按行 (the title broken by meaning)"],
    "headings": {ABOUT: "各节标题，按出现顺序编号 (numbered headings)"}
    | {name: f"{_SECTIONS[name]}的标题 (heading of this section)" for name in _HEADINGS},
    "grouping_note": "编者归类说明 (remark on our grouping)",
    "topics": [
        _TOPIC
        | {
            "heading": "带序号的主题标题 (numbered heading)",
            "text": "举措连成一段，数据加粗 (measures as one text)",
            "parts": [
                {
                    ABOUT: "主题内的小节，没有小标题时只有一节 (parts of the topic; one where it has no headings of its own)",
                    "heading": "带序号的小标题，可为空 (numbered heading; may be empty)",
                    "text": "该节举措连成一段，数据加粗 (its measures as one text)",
                }
            ],
        }
    ],
    "others": [
        {
            ABOUT: "各领域之外的工作，仅总览 (what stands outside the areas; of the overview only)",
            "heading": "带序号的标题 (numbered heading)",
            "text": "要点 (what it holds)",
        }
    ],
    "guidance": [_GUIDANCE | {"text": "连成一段，领起句加粗 (as one text, its heading bold)"}],
    "target_rows": [
        {
            ABOUT: "目标一览表的行 (rows of the table of targets)",
            "indicator": "指标 (indicator)",
            "result": "上年实绩，指标名称、单位一致才有 (last year's, when it may be compared)",
            "target": "今年目标 (target)",
            "unit": "单位 (unit)",
            "place": "出处 (source paragraph)",
        }
    ],
    "result_rows": [
        {
            ABOUT: "实绩表的行 (rows of the table of results)",
            "indicator": "指标 (indicator)",
            "result": "上年实绩 (result)",
            "place": "出处 (source paragraph)",
        }
    ],
    "result_period": "实绩表表头的时间，其他时间的写在指标名称后 (time that most results are of, for the head of their column)",
    "result_periods": "实绩表的时间，多于一种时写全 (all times that the results are of, for the table's title)",
    "result_title": "实绩表的题目：只列一部分的说明其他、主要 (title of the table of results: whether it has all)",
    "alike_periods": "相近指标上年表述的时间 (times that the results of look-alikes are of)",
    "look_alikes": [
        {
            ABOUT: "名称相近、口径不同的指标 (look-alikes)",
            "indicator": "指标 (indicator)",
            "result": "上年表述 (last year's wording)",
            "target": "今年表述 (this year's wording)",
            "reason": "差异 (how they differ)",
            "place": "出处：两年的段号 (source paragraphs of both years)",
        }
    ],
    "compared": "是否有指标名称、单位一致的上年实绩 (has any target last year's result beside it)",
    "target_note": "目标一览表下的说明：“—”和※是什么，没有为空 (what the signs of the table of targets mean; may be empty)",
    "charts": [_PICTURE | {ABOUT: "图，含只有一个大数字的 (all charts of the area, with those of one large number)"}],
    "opening_charts": [
        _PICTURE
        | {ABOUT: "总览导语下的图，首页放得下时 (the chart of the whole report, where the first page has room)"}
    ],
    "target_charts": [_PICTURE | {ABOUT: "其他含今年目标的图 (other charts with a target, without single numbers)"}],
    "result_charts": [_PICTURE | {ABOUT: "只有上年实绩的图 (charts of last year's results, without single numbers)"}],
    "findings": [
        {
            ABOUT: "待核事项 (what a person should look at)",
            "number": "序号 (number)",
            "where": "位置 (where)",
            "message": "说明 (message)",
        }
    ],
    "target_column": "任务表里目标指标一栏：broad 宽、medium 中、narrow 窄 (how wide the column of targets is)",
    "task_note": "任务表下的说明：全句还是只列前句 (whether the table has the tasks whole)",
    "source_note": "资料来源说明 (where all this comes from)",
}
DECK_FIELDS: dict[str, Any] = _BRIEF | {
    "charts": [
        {
            ABOUT: "图 (charts of the area)",
            "name": "图名 (name, for shapes named chart:…)",
            "area": "所在领域序号 (number of its area)",
            "kind": "类别：comparison、bars、number、share (kind)",
            "title": "标题 (title)",
            "unit": "单位 (unit)",
            "bars": [_BAR],
            "source": "来源 (source)",
            "alt_text": "替代文字 (words for those who cannot see it)",
            "axis_end": "与本领域同单位的图共用的最大值，没有则为 0 (largest value of the area's charts of one unit, else 0)",
        }
    ],
    "areas": [
        {
            ABOUT: "各领域 (all areas, for a progress bar)",
            "number": "序号 (number)",
            "own": "是否本领域 (is it this one)",
        }
    ],
    "slides": [
        {
            ABOUT: "幻灯片 (slides in order)",
            "kind": "类别，见上 (kind, see above)",
            "title": "标题 (title)",
            "subtitle": "副标题，封面以外是所在部分 (subtitle; but for the cover, the part of the deck)",
            "bullets": ["要点，数据加粗 (bullets)"],
            "heads": ["要点前的小标题，可为空 (heading before each bullet; may be empty)"],
            "lines": [
                {
                    ABOUT: "要点和小标题 (bullets with their headings)",
                    "head": "小标题，可为空 (heading; may be empty)",
                    "text": "要点，数据加粗 (bullet)",
                    "goes_on": "是否接着上一要点，不另加项目符号 (goes on with the bullet before it, so has no sign of its own)",
                }
            ],
            "tiles": [
                {
                    ABOUT: "并排的方块，仅通览和结束页 (tiles side by side, of overview and closing only)",
                    "head": "小标题 (heading)",
                    "text": "文字，已按词义分行 (text, broken by meaning)",
                }
            ],
            "cards": [
                _FIGURE
                | {
                    ABOUT: "数字卡片 (large numbers)",
                    "before": "数字前的字 (what stands before the number)",
                    "value": "大字的数字 (the number, set large)",
                    "after": "数字后的字 (what stands after it)",
                    "what": "目标、实绩或规模 (target, result or scale)",
                    "size": "short 短、long 长 (does it fit a narrow card)",
                }
            ],
            "in_row": "四个数字卡片，在正文上方排成一行 (four cards, in a row above the text)",
            "quote": "只有一个数字卡片时它所在的原句，仅通览页和今年目标页 (the words that a single card stands in; of overview and years only)",
            "rows": [["表格的格 (cells of a table row)"]],
            "beside": [["右边第二个表格的格 (cells of a second table at the right)"]],
            "chart": "图名，可为空 (name of the chart, or empty)",
            "chart_kind": "图的类别 (kind of the chart)",
            "chart_beside": "右边第二个图的图名，可为空 (name of a second chart at the right, or empty)",
            "chart_beside_kind": "右边第二个图的类别 (kind of the second chart)",
            "note": "标注：编者归类、口径不同 (labelled remark)",
            "source": "来源与段号 (source with paragraphs)",
            "notes": "讲稿：依据的原文 (speaker notes)",
            "page": "本内容第几页 (which of its slides)",
            "pages": "本内容共几页 (how many slides it takes)",
            "period": "表格里实绩的时间，用作表头：2023年、过去五年 (time of the results in rows, for the head of their column)",
            "period_beside": "右边第二个表格里实绩的时间 (the same of the second table)",
            "target_column": "任务表里目标指标一栏：broad 宽、medium 中、narrow 窄 (how wide the column of targets is)",
            "fit": "文字放得下的字号：large、medium、small (the largest size that the words fit)",
            "hint": "没有量化目标时的说明，仅通览页 (that there are no targets; of the overview only)",
        }
    ],
}


def known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """``fields`` as the template check takes them: without what lists and groups mean as a whole."""
    return {name: _known(value) for name, value in fields.items() if name != ABOUT}


def _known(value: Any) -> Any:
    if isinstance(value, list):
        return [_known(value[0])]
    return known(value) if isinstance(value, Mapping) else value


def meanings(fields: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """(``targets[].display``, meaning) of every field in order, lists and groups before what is in them."""
    for name, value in fields.items():
        if name == ABOUT:
            continue
        here, inner = f"{path}{name}", value
        while isinstance(inner, list):
            here, inner = f"{here}[]", inner[0]
        if isinstance(inner, Mapping):
            yield here, inner[ABOUT]
            yield from meanings(inner, f"{here}.")
        else:
            yield here, inner


def example(path: str, context: Any) -> str:
    """The first value at ``path`` of a context that says anything, as short text; empty when there is none."""
    found = next((one for one in _values(path.replace("[]", ".[]").split("."), context) if one), "")
    return found if len(found) <= 40 else f"{found[:39]}…"


def table(fields: Mapping[str, Any], context: Mapping[str, Any]) -> str:
    """A Markdown table of every field with its meaning and an example from ``context``; what a figure holds is listed at
    the first list of figures and named at the others."""
    listed = list(meanings(fields))
    figures = [path.removesuffix(".metric_id") for path, _ in listed if path.endswith(".metric_id")]
    first = next((path for path in figures if f"{path}.sentence" in dict(listed)), "")
    rows = []
    for path, meaning in listed:
        group, _, name = path.rpartition(".")
        again = group != first and f"{group}.sentence" in dict(listed)
        if again and group in figures and name in _FIGURE:
            continue
        same = f"；字段同 `{first}` (fields as there)" if path in figures and path != first else ""
        same = same if f"{path}.sentence" in dict(listed) else ""
        shown = example(path, context).replace("|", r"\|").replace("\n", " ")
        rows.append(f"| `{path}` | {meaning}{same} | {shown} |")
    return "\n".join(["| field | 含义 (meaning) | e.g. |", "| --- | --- | --- |", *rows, ""])


def _values(steps: list[str], value: Any) -> Iterator[str]:
    if not steps:
        if isinstance(value, list | tuple) and all(hasattr(one, "text") for one in value):
            yield "".join(one.text for one in value)
        elif not isinstance(value, list | tuple | Mapping) and isinstance(value, str | int | float):
            yield str(value) if not isinstance(value, bool) else ("是" if value else "")
        elif hasattr(value, "is_finite"):
            yield format(value, "f")
        return
    if steps[0] == "[]":
        for one in value if isinstance(value, list | tuple) else ():
            yield from _values(steps[1:], one)
        return
    inner = value.get(steps[0]) if isinstance(value, Mapping) else getattr(value, steps[0], None)
    yield from _values(steps[1:], inner)
