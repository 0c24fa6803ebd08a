"""Which of last year's results an area lists where there are more than a slide holds."""

from __future__ import annotations

from briefing.assemble.figures import named
from real_report import made
from shared_reports import needs_shared, reports


@needs_shared
def test_the_listed_results_are_of_many_sentences() -> None:
    """顺平's paragraph on its villages ended with 四好农村路 and 和美乡村; how dear its rice was stood in their place."""
    area = made(next(one for one in reports() if one.stem == "county-顺平县-2024")).brief(5)
    listed = " ".join(named(one) for one in area.results)
    assert area.results_left > 0, "or nothing had to be chosen"
    assert "四好农村路" in listed
    assert "和美乡村" in listed
    assert "溢价" not in listed
