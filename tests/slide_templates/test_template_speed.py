"""What a deck costs, beside python-pptx doing the same by hand; ``make bench`` tells it for every document of a real report."""

from __future__ import annotations

from twelve_slides import MOST_SECONDS, MOST_TIMES, by_template, cost, drawn


def test_twelve_slides_with_three_charts_are_made_within_the_time(opened) -> None:
    """Least processor time of several turns: what else the machine does at that time does not count."""
    slides = opened(by_template(drawn())).slides
    assert len(slides) == 12
    assert sum(shape.has_chart for slide in slides for shape in slide.shapes) == 3
    ours, hand = cost()
    print(f"template {ours * 1000:.0f} ms, python-pptx by hand {hand * 1000:.0f} ms, ratio {ours / hand:.2f}")
    assert ours <= MOST_SECONDS
    assert ours <= MOST_TIMES * hand
