"""A drawn chart is the same on every run, as wide as the page's text, and refuses what it cannot draw."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from briefing.chart import draw
from briefing.errors import BriefingError
from real_report import made


def test_the_same_chart_gives_the_same_bytes() -> None:
    for chart in made().charts:
        assert draw(chart, {}) == draw(chart, {})


def test_a_picture_is_as_wide_as_the_text_of_the_page_at_200_dots_an_inch() -> None:
    picture = Image.open(io.BytesIO(draw(made().charts[0], {})))
    assert picture.width == int(156 / 25.4 * 200)
    assert "Software" not in picture.info


def test_a_picture_says_how_much_of_it_is_its_title() -> None:
    """A paper tells the title in the caption and hides it in the picture: words stand in that part, none on its edge."""
    for chart in made().charts:
        picture = Image.open(io.BytesIO(draw(chart, {})))
        edge = round(float(picture.info["Title share"]) * picture.height)
        darkest = picture.convert("L").crop((0, 0, picture.width, edge)).getextrema()[0]
        assert darkest < 80
        assert picture.convert("L").crop((0, edge - 5, picture.width, edge + 5)).getextrema()[0] > 250


def test_last_year_is_solid_and_the_target_is_outlined() -> None:
    chart = next(chart for chart in made().charts if chart.kind == "comparison")
    result, target = chart.bars
    chart = dataclasses.replace(chart, bars=(result, dataclasses.replace(target, value=result.value)))
    picture = Image.open(io.BytesIO(draw(chart, {"colour": "#1F4E79"}))).convert("RGB")
    colours = [picture.getpixel((picture.width // 2, y)) for y in range(picture.height)]
    assert (0x1F, 0x4E, 0x79) in colours  # the solid bar and both outlines
    runs = [y for y, colour in enumerate(colours) if colour == (0x1F, 0x4E, 0x79)]
    longest = max(sum(1 for other in runs if 0 <= other - y < 60) for y in runs)
    assert longest > 40  # a filled bar, not only lines
    white_inside = [y for y in range(runs[-1] - 60, runs[-1] - 8) if colours[y] == (255, 255, 255)]
    assert len(white_inside) > 20  # the last bar is empty inside


def test_a_character_without_a_glyph_is_an_error_that_names_it() -> None:
    chart = dataclasses.replace(made().charts[0], title="标题\U00020bb7")
    with pytest.raises(BriefingError, match=r"templates/fonts"):
        draw(chart, {})


@pytest.mark.parametrize(
    ("settings", "named"), [({"color": "red"}, "color"), ({"dpi": 0}, "dpi"), ({"colour": "dunkel"}, "colour")]
)
def test_an_unusable_setting_is_named(settings: dict[str, object], named: str) -> None:
    with pytest.raises(BriefingError, match=f"drawing.{named}"):
        draw(made().charts[0], settings)
