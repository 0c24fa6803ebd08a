"""One sentence as the plan's first area of a report, for tests of the rules of language."""

from __future__ import annotations

from briefing.extract import extract_metrics
from briefing.model import Area, Measure, Metric, Paragraph, Part, Report, Topic
from briefing.naming.of_metrics import name_of


def metrics_of(text: str, part: str = "plan") -> tuple[Metric, ...]:
    """The metrics of a text that stands in the first area of the plan of 2024, or of the review of 2023."""
    return extract_metrics(text, report_of(text, part)).metrics


def shown_names(text: str, part: str = "review") -> dict[str, str]:
    """Each quantity of such a text with the name that documents show for it."""
    return {one.text: name_of(one) for one in metrics_of(text, part)}


def report_of(text: str, part: str = "plan") -> Report:
    """A report of that one area."""
    measure = Measure(text, 0, len(text), 1)
    area = Area(1, "某领域", 0, len(text), (Topic(1, "", 0, len(text), (measure,)),))
    return Report(
        report_id="t", place="甲县", level="county", title="", plan_year=2024, review_year=2023, source="", date="",
        source_sha256="", announced=1, parts=(Part(part, "", 0, len(text), (area,)),),
        paragraphs=(Paragraph(1, 0, len(text)),), findings=(),
    )  # fmt: skip
