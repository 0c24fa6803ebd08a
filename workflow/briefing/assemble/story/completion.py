"""What became of last year's targets, as far as this year's report tells it."""

from __future__ import annotations

from briefing.assemble.numbering import places
from briefing.assemble.story.both_wordings import clause_of
from briefing.assemble.story.wording import source_line
from briefing.model import VERDICTS, Brief, Slide


def completion_slides(brief: Brief) -> list[Slide]:
    """What became of last year's targets, as far as this year's report tells it in the same terms."""
    if not brief.completions:
        return []
    rows = tuple(
        (
            one.indicator,
            _placed(one.target_sentence, one.target, one.indicator, one.target_paragraph),
            _placed(one.result_sentence, one.result, one.indicator, one.result_paragraph),
            VERDICTS[one.verdict],
        )
        for one in brief.completions
    )
    told = "、".join(
        f"{word}{number}项" for word in VERDICTS.values() if (number := sum(row[-1] == word for row in rows))
    )
    source = brief.completions[0].target_source
    notes = [
        f"目标（{places([one.target_paragraph])}）：{one.target_sentence}\n实绩（{places([one.result_paragraph])}）：{one.result_sentence}"
        for one in brief.completions
    ]
    return [
        Slide(
            "completion",
            f"{brief.review_year}年目标完成情况：{told}",
            "完成情况",
            rows=rows,
            note=f"只列指标名称、单位一致的；目标出自{source}",
            source=source_line(brief, [one.result_paragraph for one in brief.completions]),
            notes="\n".join(dict.fromkeys("\n".join(notes).split("\n"))),
        )
    ]


def _placed(sentence: str, quantity: str, indicator: str, paragraph: int) -> str:
    return f"{clause_of(sentence, quantity, indicator) or quantity}（{places([paragraph])}）"
