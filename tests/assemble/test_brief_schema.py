"""The published schema of the Brief is that of the code, and real Briefs obey it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from briefing.assemble.brief_schema import brief_schema
from briefing.files import write_json
from real_report import ROOT, made

PUBLISHED = ROOT / "workflow" / "schemas" / "brief.schema.json"


def test_the_published_schema_is_the_one_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == brief_schema()


@pytest.mark.parametrize("number", range(1, 7))
def test_each_brief_obeys_the_schema(number: int, tmp_path: Path) -> None:
    write_json(tmp_path / "brief.json", made().brief(number))
    brief = json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(brief_schema()).validate(brief)


def test_a_brief_with_a_stray_field_does_not(tmp_path: Path) -> None:
    write_json(tmp_path / "brief.json", made().brief(1))
    brief = json.loads((tmp_path / "brief.json").read_text(encoding="utf-8")) | {"stray": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(brief_schema()).validate(brief)
