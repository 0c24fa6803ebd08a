"""docxtpl, wrapped: it fills prepared stories, in our sandbox, with bounds, and tells which tag an error comes from."""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Mapping
from functools import lru_cache
from types import CodeType
from typing import Any
from xml.sax.saxutils import quoteattr

import jinja2
from docx.opc.package import OpcPackage
from docx.shared import Emu
from docxtpl import DocxTemplate, InlineImage
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import LoopContext
from lxml import etree
from markupsafe import Markup, escape

from slide_templates.evaluation import Evaluation
from slide_templates.expressions import MissingField, Sandbox, expression
from slide_templates.links import HYPERLINK, address_of
from slide_templates.package import OFFICE, Package, Part, Relationship
from slide_templates.places import Placed
from slide_templates.problems import Fault
from slide_templates.values import Limits, Picture, Run
from word_templates.paragraphs import W, w
from word_templates.template import Template

_LOOP = ("index", "index0", "revindex", "first", "last", "length")
_LARGEST_PART = 200_000_000  # characters of XML that one story may grow to
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LINES, _BREAK = re.compile(r"(?:<w:t>|<w:t [^>]*>)[^<]*\n[^<]*</w:t>"), '</w:t><w:br/><w:t xml:space="preserve">'
_NOTES = ("footnotes+xml", "endnotes+xml")
# In w:rPr these stand in this order (ECMA-376, 17.3.2.28).
_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
).split()


class Filling(DocxTemplate):  # type: ignore[misc]
    """One filling of a prepared template."""

    def __init__(self, template: Template, limits: Limits) -> None:
        super().__init__(io.BytesIO(template.prepared))
        self._marks = template.marks
        self._width = template.width
        self._evaluation = Evaluation(limits)
        self._environment = _WordSandbox(autoescape=True)
        self._environment.filters |= {
            "printed": self._printed,
            "counted": self._counted,
            "tested": lambda value, _: _there(value),
        }
        self._environment.template_class = _BoundedTemplate

    def fill(self, context: Mapping[str, object]) -> Package:
        """The filled document, not finished yet; raises Fault."""
        self.init_docx()
        for name in ("author", "comments", "identifier", "language", "subject", "title"):
            setattr(self.docx.core_properties, name, "")  # docxtpl takes them for templates
        self.render(dict(context), self._environment, autoescape=True)
        return _package_of(self.docx.part.package)

    # What follows is called by docxtpl.

    def patch_xml(self, src_xml: str) -> str:
        return self._marks.jinja(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except Fault:
            raise
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
            source = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)  # as docxtpl has numbered the lines
            raise _told(error, self._marks.at_line(source, _line(error)), self._marks.names | set(context)) from error

    def resolve_listing(self, xml: str) -> str:
        """Lines of a value on lines of their own. docxtpl looks into every run for what else it might make of a value."""
        lines = _LINES.sub(lambda found: found[0].replace("\n", _BREAK), xml)
        return str(super().resolve_listing(lines)) if "\t" in lines else lines

    def fix_tables(self, xml: str) -> etree._Element:
        """The body parsed. docxtpl would count the cells of all rows, which its tags may change and ours do not."""
        return etree.fromstring(xml, etree.XMLParser(recover=True))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """They come from the caller alone."""

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        for part in self.docx.part.package.parts:
            if part.content_type.endswith(_NOTES):
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")  # noqa: SLF001 -- docxtpl's way

    # The three filters that marks are written with.

    def _printed(self, value: object, number: int) -> Markup:
        placed = self._marks.placed[number]
        with placed.here():
            if isinstance(value, Picture):
                return self._picture(value)
            runs = self._evaluation.runs_of_value(placed.tag, _there(value))
        return Markup("").join(self._linked(run, placed.look) if run.link else _run(run, placed.look) for run in runs)

    def _counted(self, values: object, number: int) -> list[Any]:
        placed = self._marks.placed[number]
        with placed.here():
            return list(self._evaluation.listed(placed.tag, _there(values)))

    def _linked(self, run: Run, look: str) -> Markup:
        """The run inside a hyperlink, which looks like the text around it: GB/T 9704 underlines no heading."""
        key = self.docx.part.relate_to(address_of(run.link), HYPERLINK, is_external=True)
        inside = _changed(look, run)
        link = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="{key}" w:tooltip={quoteattr(run.link)} w:history="1">'
        text = f'<w:r>{inside}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
        after = f'<w:r>{look}<w:t xml:space="preserve">'
        return Markup(f"</w:t></w:r>{link}{text}</w:hyperlink>{after}")  # noqa: S704 -- made of escaped text and the template's XML

    def _picture(self, picture: Picture) -> Markup:
        content = picture.content
        width = Emu(round(self._width * picture.width))
        image = InlineImage(self, io.BytesIO(content) if isinstance(content, bytes) else str(content), width=width)
        try:
            xml = str(image)
        except Exception as error:  # whatever the picture library says of a damaged file
            raise Fault(
                f"the picture cannot be read ({error}); give a PNG or JPEG file",
                f"图片无法读取（{error}）；请提供 PNG 或 JPEG 文件",
            ) from error
        xml = _cropped(xml, picture.crop_top) if picture.crop_top else xml
        return Markup(xml.replace("<wp:docPr ", f"<wp:docPr descr={quoteattr(picture.alt_text)} ", 1))  # noqa: S704 -- docxtpl's XML


def _cropped(xml: str, top: float) -> str:
    """The picture without ``top`` of its height, as if cropped in Word: there it can be shown whole again."""
    lower = re.sub(r'(?<=cy=")\d+', lambda found: str(round(int(found[0]) * (1 - top))), xml)
    return lower.replace("<a:stretch>", f'<a:srcRect t="{round(top * 100_000)}"/><a:stretch>', 1)


def _package_of(filled: OpcPackage) -> Package:
    """python-docx's package as ours, as it would be read from the file that python-docx writes."""
    root = Part("/", "")
    parts = {id(one): Part(str(one.partname), one.content_type, one.blob) for one in filled.iter_parts()}
    for part, source in [(root, filled.rels), *((parts[id(one)], one.rels) for one in filled.iter_parts())]:
        part.relationships = {
            one.rId: Relationship(one.reltype, one.target_ref, True)
            if one.is_external
            else Relationship(one.reltype, parts[id(one.target_part)])
            for one in source.values()
        }
    return Package(root)


def _there(value: object) -> object:
    """The value; a field that is not there is told, not printed as nothing."""
    if isinstance(value, MissingField):
        str(value)  # raises, with the name of the field
    return value


_COMPILED: dict[str, CodeType] = {}
_MOST_COMPILED = 16  # stories; a run fills the same few again and again


class _WordSandbox(Sandbox):
    def compile(self, source: Any, *arguments: Any, **options: Any) -> CodeType:  # type: ignore[override]
        """As Jinja compiles, once for each story: the code depends on its text alone, values and filters come when it runs."""
        if arguments or options or not isinstance(source, str):
            return super().compile(source, *arguments, **options)  # type: ignore[no-any-return]
        if source not in _COMPILED:
            if len(_COMPILED) >= _MOST_COMPILED:
                _COMPILED.clear()
            _COMPILED[source] = super().compile(source)
        return _COMPILED[source]

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, LoopContext) and argument in _LOOP:
            return getattr(obj, argument)
        return super().getitem(obj, argument)


class _BoundedTemplate(jinja2.Template):
    def render(self, *args: Any, **kwargs: Any) -> str:
        pieces, length = [], 0
        for piece in self.generate(*args, **kwargs):
            length += len(piece)
            if length > _LARGEST_PART:
                raise SecurityError("a document that grows without end")
            pieces.append(piece)
        return "".join(pieces)


def _run(run: Run, look: str) -> Markup:
    text = escape(_NOT_XML.sub("", run.text.replace("\r\n", "\n").replace("\r", "\n")))
    if run.is_plain:
        return text
    start = '<w:r>{}<w:t xml:space="preserve">'
    own, back = start.format(_changed(look, run)), start.format(look)
    return Markup(f"</w:t></w:r>{own}{text}</w:t></w:r>{back}")  # noqa: S704 -- made of escaped text and the template's XML


def _changed(look: str, run: Run) -> str:
    """The XML of a w:rPr like ``look``, with what ``run`` adds."""
    position = "subscript" if run.subscript else "superscript" if run.superscript else ""
    return _with(look, run.bold, run.italic, position, run.accent)


@lru_cache(maxsize=256)
def _with(look: str, bold: bool, italic: bool, position: str, accent: int) -> str:
    root = etree.fromstring(f'<x xmlns:w="{W}">{look or "<w:rPr/>"}</x>', etree.XMLParser(recover=True))
    properties = root[0]
    for name, wanted, value in (
        ("b", bold, ""),
        ("bCs", bold, ""),
        ("i", italic, ""),
        ("iCs", italic, ""),
        ("vertAlign", bool(position), position),
        ("color", bool(accent), "auto"),
    ):
        if wanted:
            for old in properties.findall(w(name)):
                properties.remove(old)
            element = etree.Element(w(name))
            if value:
                element.set(w("val"), value)
            if name == "color":
                element.set(w("themeColor"), f"accent{accent}")
            rank = _ORDER.index(name)
            properties.insert(sum(_rank(child) < rank for child in properties), element)
    return re.sub(r'\s+xmlns:\w+="[^"]*"', "", etree.tostring(properties, encoding="unicode", with_tail=False))


def _rank(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _line(error: BaseException) -> int:
    """The line of the template where the error arose."""
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else int(getattr(error, "lineno", 0) or 0)


def _told(error: BaseException, placed: Placed | None, names: set[str]) -> Fault:
    if placed is None:
        return Fault(f"it cannot be filled ({error}); mend the template", f"无法填写（{error}）；请检查模板")
    source = placed.tag.expression
    if isinstance(error, jinja2.UndefinedError):
        fault = expression(source).missing(str(error), dict.fromkeys(names))
    else:
        fault = Fault(
            f"the expression {source!r} cannot be worked out ({error}); look at the values it uses",
            f"表达式“{source}”无法计算（{error}）；请检查所用的字段",
        )
    fault.text = placed.text
    fault.steps.extend(reversed(placed.place))
    return fault
