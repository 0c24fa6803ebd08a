"""Pictures by shape name: fitted inside the frame that was drawn, centred, never cropped or stretched."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from lxml import etree
from pptx.parts.image import Image

from slide_templates.package import OFFICE, Part
from slide_templates.paragraphs import A
from slide_templates.problems import Fault
from slide_templates.shapes import PIC, SP, P, frame_of, properties_of
from slide_templates.values import Picture

IMAGE = f"{OFFICE}/image"


class PictureParts:
    """The picture parts of one document; the same picture is kept once."""

    def __init__(self, folder: str = "/ppt/media") -> None:
        self._folder = folder
        self._parts: dict[str, Part] = {}

    def part(self, picture: Picture) -> tuple[Part, tuple[int, int]]:
        """The part and the picture's width and height in pixels."""
        blob = _read(picture.content)
        try:
            extension, content_type, size = _recognise(blob)
        except Exception as error:  # whatever the picture library says of a damaged file
            raise Fault(
                f"the picture cannot be read ({error}); give a PNG or JPEG file",
                f"图片无法读取（{error}）；请提供 PNG 或 JPEG 文件",
            ) from error
        key = hashlib.sha256(blob).hexdigest()
        if key not in self._parts:
            self._parts[key] = Part(f"{self._folder}/picture{len(self._parts) + 1}.{extension}", content_type, blob)
        return self._parts[key], size


def _read(content: Path | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    try:
        return content.read_bytes()
    except OSError as error:
        raise Fault(
            f"the picture {content.name} cannot be read ({error.strerror})",
            f"图片 {content.name} 无法读取（{error.strerror}）",
        ) from error


@lru_cache(maxsize=64)
def _recognise(blob: bytes) -> tuple[str, str, tuple[int, int]]:
    image = Image.from_blob(blob)
    return image.ext, image.content_type, image.size


def place_picture(
    shape: etree._Element, relationship_id: str, size: tuple[int, int], alt_text: str, frame: tuple[int, int, int, int]
) -> None:
    """Turn the shape into the picture, fitted inside ``frame`` (left, top, width, height in EMU), in the same place
    of the reading order.
    """
    left, top, width, height = frame
    scale = min(width / size[0], height / size[1])
    fitted = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    offset = left + (width - fitted[0]) // 2, top + (height - fitted[1]) // 2
    picture = shape if shape.tag == PIC else _picture_instead_of(shape)
    fill = picture.find(f"{{{P}}}blipFill")
    for child in list(fill):
        fill.remove(child)
    etree.SubElement(fill, f"{{{A}}}blip").set(f"{{{OFFICE}}}embed", relationship_id)
    etree.SubElement(etree.SubElement(fill, f"{{{A}}}stretch"), f"{{{A}}}fillRect")
    properties = picture.find(f"{{{P}}}spPr")
    old = frame_of(picture)
    if old is not None:
        properties.remove(old)
    place = etree.Element(f"{{{A}}}xfrm")
    etree.SubElement(place, f"{{{A}}}off", x=str(offset[0]), y=str(offset[1]))
    etree.SubElement(place, f"{{{A}}}ext", cx=str(fitted[0]), cy=str(fitted[1]))
    properties.insert(0, place)
    naming = properties_of(picture)
    if not naming.get("descr"):
        naming.set("descr", alt_text)


def _picture_instead_of(shape: etree._Element) -> etree._Element:
    if shape.tag != SP:
        raise Fault(
            "a picture needs a picture, a picture placeholder or a rectangle to stand in",
            "图片应放在图片、图片占位符或矩形中",
        )
    picture = etree.Element(PIC)
    naming = etree.SubElement(picture, f"{{{P}}}nvPicPr")
    naming.append(properties_of(shape))
    locks = etree.SubElement(naming, f"{{{P}}}cNvPicPr")
    etree.SubElement(locks, f"{{{A}}}picLocks", noChangeAspect="1")
    etree.SubElement(naming, f"{{{P}}}nvPr")
    etree.SubElement(picture, f"{{{P}}}blipFill")
    properties = etree.SubElement(picture, f"{{{P}}}spPr")
    geometry = etree.SubElement(properties, f"{{{A}}}prstGeom", prst="rect")
    etree.SubElement(geometry, f"{{{A}}}avLst")
    shape.getparent().replace(shape, picture)
    return picture
