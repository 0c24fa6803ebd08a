"""Where shapes stand on a slide, placeholders included: they may take their place from the layout or the master."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from slide_templates.package import Part
from slide_templates.paragraphs import A
from slide_templates.shapes import P, all_shapes, frame_of, shapes_of

Box = tuple[int, int, int, int]  # left, top, width, height in EMU
_KEPT = 64  # layouts and masters of the templates in use that stay read


def box_of(shape: etree._Element, slide: Part) -> Box | None:
    """The shape's box on the slide's own grid, or None when nothing says it."""
    own = _box(shape)
    if own is not None:
        return own
    placeholder = next(shape.iter(f"{{{P}}}ph"), None)
    if placeholder is None:
        return None
    layout = slide.related("slideLayout")
    master = None if layout is None else layout.related("slideMaster")
    for part in (layout, master):
        if part is not None:
            found = _box_of_placeholder(placeholder, part)
            if found is not None:
                return found
    return None


def _box_of_placeholder(placeholder: etree._Element, part: Part) -> Box | None:
    wanted_type, wanted_index = placeholder.get("type", "obj"), placeholder.get("idx", "0")
    by_type = None
    for kind, index, box in _placeholders(part.origin or part):
        if index == wanted_index and wanted_index != "0":
            return box
        if by_type is None and kind == _kind(wanted_type):
            by_type = box
    return by_type


@lru_cache(maxsize=_KEPT)
def _placeholders(part: Part) -> list[tuple[str, str, Box]]:
    """Kind, index and box of each placeholder of a layout or master, which no rendering changes."""
    found = []
    for shape in all_shapes(shapes_of(part.tree)):
        placeholder = next(shape.iter(f"{{{P}}}ph"), None)
        box = _box(shape)
        if placeholder is not None and box is not None:
            found.append((_kind(placeholder.get("type", "obj")), placeholder.get("idx", "0"), box))
    return found


def _kind(placeholder_type: str) -> str:
    return {"ctrTitle": "title", "obj": "body", "subTitle": "body"}.get(placeholder_type, placeholder_type)


def _box(shape: etree._Element) -> Box | None:
    frame = frame_of(shape)
    if frame is None:
        return None
    offset, extent = frame.find(f"{{{A}}}off"), frame.find(f"{{{A}}}ext")
    if offset is None or extent is None:
        return None
    return int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy"))
