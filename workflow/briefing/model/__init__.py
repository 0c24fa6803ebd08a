"""The plain values that the stages hand to each other; frozen, no logic beyond reading themselves."""

from briefing.model.brief import OVERVIEW, Brief, Figure, Guidance, Pair, Slide, Task, TopicBrief
from briefing.model.charts import CHART_KINDS, ChartBar, ChartSpec
from briefing.model.metrics import MANUAL, NATURES, VERDICTS, Comparison, Completion, Grouping, Metric, Numeral
from briefing.model.report import PART_KINDS, Area, Finding, Measure, Paragraph, Part, Report, Topic
from briefing.model.review import OUTCOME_STATES, Assignment, Outcome, Remark

__all__ = [
    "CHART_KINDS",
    "MANUAL",
    "NATURES",
    "OUTCOME_STATES",
    "OVERVIEW",
    "PART_KINDS",
    "VERDICTS",
    "Area",
    "Assignment",
    "Brief",
    "ChartBar",
    "ChartSpec",
    "Comparison",
    "Completion",
    "Figure",
    "Finding",
    "Grouping",
    "Guidance",
    "Measure",
    "Metric",
    "Numeral",
    "Outcome",
    "Pair",
    "Paragraph",
    "Part",
    "Remark",
    "Report",
    "Slide",
    "Task",
    "Topic",
    "TopicBrief",
]
