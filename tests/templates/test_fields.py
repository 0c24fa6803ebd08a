"""The list of fields is the truth: neither the documents nor the check nor the table in templates/README.md can differ from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest

from area_documents import pictures
from briefing.assemble.slides import deck_context
from briefing.assemble.template_fields import DECK_FIELDS, SUMMARY_FIELDS, example, known, meanings
from briefing.assemble.word_context import summary_context
from briefing.model import Brief, Finding, TopicBrief
from real_report import made, overview


def paths(value: Any, path: str = "") -> set[str]:
    """Every field path that a context really has."""
    if dataclasses.is_dataclass(value) and hasattr(value, "bold"):  # rich text
        return {path}
    if dataclasses.is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {p for name, one in value.items() for p in paths(one, f"{path}.{name}" if path else name)}
    if isinstance(value, list | tuple):
        if value and all(dataclasses.is_dataclass(one) and hasattr(one, "bold") for one in value):
            return {path}
        return {p for one in value for p in paths(one, f"{path}[]")}
    return {path}


def with_results_alone() -> Brief:
    """An area whose chart shows last year by itself, which no area of our report has."""
    brief = next(one for one in made().briefs if any(chart.kind == "comparison" for chart in one.charts))
    charts = [
        dataclasses.replace(one, bars=tuple(dataclasses.replace(bar, series="result") for bar in one.bars))
        for one in brief.charts
    ]
    return dataclasses.replace(brief, charts=tuple(charts))


@pytest.mark.parametrize("kind", ["summary", "deck"])
def test_the_listed_fields_are_those_that_a_template_gets(kind: str) -> None:
    """Over all areas of the real report and its overview: nothing is given that is not listed, nothing is listed that is never given."""
    doubt = Finding("wording", "check", "第3段", 1, 2, "请核")
    briefs = [*made().briefs, dataclasses.replace(made().brief(1), findings=(doubt,)), with_results_alone()]
    briefs.append(dataclasses.replace(overview(), restated=overview().targets[:1]))
    # Our report has nothing outside its areas.
    beside = TopicBrief(7, "", "其他工作", (), (), "科学编制规划（第38段）", paragraphs=(38,))
    briefs.append(dataclasses.replace(overview(), topics=(*overview().topics, beside)))
    briefs.append(dataclasses.replace(made().brief(1), main_targets=made().brief(1).targets[:1]))
    # Nor has it an area with one figure and nothing of last year.
    alone = made().brief(1)
    slides = tuple(dataclasses.replace(one, quote=alone.targets[0].sentence) for one in alone.slides)
    briefs.append(dataclasses.replace(alone, slides=slides))
    if kind == "summary":
        fields, contexts = SUMMARY_FIELDS, [summary_context(one, dict(pictures(one.number))) for one in briefs]
        # Nor has its plan main targets that 总览 could draw.
        (growth, *_) = made().brief(4).charts
        contexts.append(summary_context(dataclasses.replace(overview(), charts=(growth,)), {growth.name: "picture"}))
    else:
        fields, contexts = DECK_FIELDS, [deck_context(one) for one in briefs]
    given = {p for context in contexts for p in paths(context)}
    given = {p for p in given if p not in ("charts[].picture.content", "charts[].picture.alt_text")}
    listed = {path for path, _ in meanings(fields)}
    leaves = {path for path in listed if not any(other.startswith((f"{path}.", f"{path}[")) for other in listed)}
    if kind == "summary":
        given.add("charts[].picture")
    assert given - leaves == set()
    assert leaves - given == set()


def test_every_meaning_is_chinese_and_english_and_nearly_every_field_has_an_example() -> None:
    contexts = [summary_context(one, {}) for one in made().briefs]
    listed = list(meanings(SUMMARY_FIELDS))
    for path, meaning in listed:
        assert any("\u4e00" <= char <= "\u9fff" for char in meaning), path
        assert "(" in meaning, path
    assert example("targets[].display", contexts[3]) == made().brief(4).targets[0].display
    assert example("nothing[].at.all", contexts[3]) == ""
    assert "" not in known(SUMMARY_FIELDS)["topics"][0]
