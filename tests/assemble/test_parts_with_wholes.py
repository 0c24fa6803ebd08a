"""A result that is a part of another is read with it."""

from __future__ import annotations

from briefing.assemble.figures import tabled
from real_report import made
from shared_reports import needs_shared, reports


@needs_shared
def test_no_part_is_shown_without_the_whole_that_its_name_tells() -> None:
    """保定 showed how many of those treated came from 京津 beside 增长88.8%, and not of how many."""
    parts = 0
    for path in reports():
        for brief in made(path).briefs:
            named = {tabled(one): one for one in brief.results}
            for part, figure in named.items():
                whole, among, _ = part.partition("（其中")
                if among and figure.kind == "level":
                    parts += 1
                    assert [
                        one
                        for name, one in named.items()
                        # 总投资 of those signed is a part of 省外招商引资项目总投资.
                        if whole in name and among not in name and one.sentence == figure.sentence
                    ]
    assert parts >= 5
