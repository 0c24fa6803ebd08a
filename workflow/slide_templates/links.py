"""Links of a finished document to a file beside it: a bare file name, never a folder, a machine or the network."""

from __future__ import annotations

from urllib.parse import quote

from lxml import etree

from slide_templates.package import OFFICE, Part
from slide_templates.problems import Fault

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
HYPERLINK = f"{OFFICE}/hyperlink"
_FILE = "file"  # attribute that holds the name until the part has a relationship for it


def address_of(name: str) -> str:
    """``name`` as a relative address; raises Fault for what is more than the name of a file."""
    if not name or name.startswith(".") or any(one in name for one in "/\\:\x00"):
        raise Fault(
            f"{name[:80]!r} is no name of a file beside the document; a link needs one",
            f"“{name[:80]}”不是同一文件夹里的文件名；链接只能指向旁边的文件",
            name[:80],
        )
    return quote(name, safe="")


def add_link(look: etree._Element, name: str) -> None:
    """Make the run of these properties (a:rPr) lead to the file ``name``; ``relate_links`` then gives it its relationship."""
    for old in look.findall(f"{{{_A}}}hlinkClick"):
        look.remove(old)
    link = etree.Element(f"{{{_A}}}hlinkClick", {_FILE: name, "tooltip": name})
    later = [one for one in look if etree.QName(one).localname in ("hlinkMouseOver", "rtl", "extLst")]
    look.insert(list(look).index(later[0]) if later else len(look), link)


def relate_links(part: Part) -> None:
    """Relationships for the links that values brought into the part, one for each file."""
    known: dict[str, str] = {}
    for link in part.tree.iter(f"{{{_A}}}hlinkClick"):
        name = link.attrib.pop(_FILE, None)
        if name is None:
            continue
        if name not in known:
            known[name] = part.relate(HYPERLINK, address_of(name))
        link.set(f"{{{OFFICE}}}id", known[name])
