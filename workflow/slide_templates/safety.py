"""What a template that came by mail may not hold: macros, links to outside, embedded programs' objects, XML entities,
zip bombs.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from slide_templates.package import Package, Part, parse_xml, read_package
from slide_templates.problems import Fault, at
from slide_templates.values import Limits


@dataclass(frozen=True)
class Format:
    """One of Office's programs: its name, its file endings today and of old, and the mark of its content types."""

    program: str
    ending: str
    old_ending: str
    mark: str


POWERPOINT = Format("PowerPoint", ".pptx", ".ppt", "presentationml")
WORD = Format("Word", ".docx", ".doc", "wordprocessingml")

_MACRO_PARTS = ("vbaproject", "activex", "ctrlprops", "macrosheet")
_MACRO_TYPES = ("macroenabled", "vbaproject", "ms-office.activex", "vnd.ms-office.legacydiagramtext+macro")
# Kinds of inner relationships that bring in somebody else's content or code.
_FOREIGN = {
    "aFChunk": ("an inserted foreign file (altChunk)", "插入的外部文件（altChunk）"),
    "webextension": ("a web add-in", "网络加载项"),
    "webextensiontaskpanes": ("a web add-in", "网络加载项"),
    "attachedToolbars": ("attached toolbars", "附加工具栏"),
}
_ACTION = re.compile(r"ppaction://(?:macro|program|ole)[^\"]*")
_MOST_PARTS, _LONGEST_NAME = 5000, 255
_OLD_BINARY = b"\xd0\xcf\x11\xe0"
_ZIP_ERRORS = (OSError, zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, ValueError, LookupError)


def open_template(
    template: Path | bytes, limits: Limits, allowed_links: Collection[str], form: Format = POWERPOINT
) -> Package:
    """The template's package, once nothing unsafe was found in it; raises Fault that names the unsafe thing."""
    files = unpack(template, limits, form)
    for name in files:  # also what nothing refers to: a macro that an add-in hides is still a macro
        _refuse_name(name, form)
    if "[Content_Types].xml" not in files:
        raise Fault(
            f"it is no {form.program} file; save it as {form.ending}",
            f"不是 {form.program} 文件；请另存为 {form.ending}",
        )
    package = read_package(files)
    for part in [package.root, *package.parts()]:
        _refuse_part(part, allowed_links, form)
    content_type = package.main.content_type
    if form.mark not in content_type:
        raise Fault(
            f"it is no {form.program} file; save it as {form.ending}",
            f"不是 {form.program} 文件；请另存为 {form.ending}",
            content_type,
        )
    for part in package.parts():
        if part.name.endswith(".xml"):
            parse_xml(part.blob, part.name)  # also what we do not touch: a library may read it, and Office will
    return package


def content_of(template: Path | bytes, form: Format = POWERPOINT) -> bytes:
    """The bytes of the template's file; raises Fault when it cannot be read."""
    try:
        return template if isinstance(template, bytes) else template.read_bytes()
    except OSError as error:
        raise _unopened(error, form) from error


def _unopened(error: Exception, form: Format) -> Fault:
    return Fault(
        f"it cannot be opened as {form.ending} ({str(error)[:200]}); save it again as {form.ending}",
        f"无法作为 {form.ending} 打开（{str(error)[:200]}）；请重新另存为 {form.ending}",
    )


def unpack(template: Path | bytes, limits: Limits, form: Format = POWERPOINT) -> dict[str, bytes]:
    """The files of the zip, after looking at their number, size and XML heads."""
    source = io.BytesIO(template) if isinstance(template, bytes) else template
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            size = sum(entry.file_size for entry in entries)
            if longest := next((one.filename for one in entries if len(one.filename) > _LONGEST_NAME), ""):
                raise Fault(
                    f"a part's name begins with {longest[:40]} and has {len(longest)} letters; save it again as {form.ending}",
                    f"部件名称过长（{longest[:40]}…，{len(longest)}字）；请重新另存为 {form.ending}",
                )
            if len(entries) > _MOST_PARTS or size > limits.template_bytes:
                raise Fault(
                    f"it unpacks to {len(entries)} parts and {size} bytes; "
                    f"a template may have {_MOST_PARTS} and {limits.template_bytes}",
                    f"解压后有{len(entries)}个部件、{size}字节，超过允许的{_MOST_PARTS}个、{limits.template_bytes}字节",
                )
            files = {entry.filename: archive.read(entry) for entry in entries}
    except (*_ZIP_ERRORS, NotImplementedError) as error:
        if _is_old_binary(template):
            raise Fault(
                f"it is an old {form.old_ending} or a file with a password; save it as {form.ending} without a password",
                f"是旧版 {form.old_ending} 或加密文件；请另存为不加密的 {form.ending}",
            ) from error
        raise _unopened(error, form) from error
    for name, blob in files.items():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            _refuse_entities(name, blob, form)
    return files


def _is_old_binary(template: Path | bytes) -> bool:
    if isinstance(template, bytes):
        return template.startswith(_OLD_BINARY)
    try:
        with template.open("rb") as file:
            return file.read(4) == _OLD_BINARY
    except OSError:
        return False


def _refuse_entities(name: str, blob: bytes, form: Format) -> None:
    if blob[:2] in (b"\xff\xfe", b"\xfe\xff"):
        blob = blob.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in blob or b"<!ENTITY" in blob:
        raise Fault(
            f"{name} declares XML entities, which Office never does; do not use this file",
            f"{name} 含有XML实体声明，Office不会这样写；请勿使用该文件",
        )
    if b"http://purl.oclc.org/ooxml" in blob[:4000]:
        raise Fault(
            f"it is saved in the strict Open XML format; save it as an ordinary {form.ending}",
            f"文件是“Strict Open XML”格式；请另存为普通 {form.ending}",
            name,
        )


def _refuse_name(name: str, form: Format, content_type: str = "") -> None:
    lower = name.lower()
    if any(word in lower for word in _MACRO_PARTS) or any(word in content_type.lower() for word in _MACRO_TYPES):
        with at(name, name):
            raise Fault(
                f"it holds macros or active controls; save it as {form.ending} without macros",
                f"含有宏或活动控件；请另存为不含宏的 {form.ending}",
                name,
            )


def _refuse_part(part: Part, allowed_links: Collection[str], form: Format) -> None:
    _refuse_name(part.name, form, part.content_type)
    with at(part.name, part.name):
        _refuse_actions(part)
        for one in part.relationships.values():
            if one.external:
                _refuse_external(one.short_kind, str(one.target), allowed_links)
            elif one.short_kind == "control":
                raise Fault("it holds an active control; remove it", "含有活动控件；请删除", one.target.name)
            elif one.short_kind == "oleObject":
                raise Fault(
                    "it holds an embedded OLE object; replace it by a picture, a table or a native chart",
                    "含有嵌入的OLE对象；请改为图片、表格或原生图表",
                    one.target.name,
                )
            elif one.short_kind in _FOREIGN:
                what_en, what_zh = _FOREIGN[one.short_kind]
                raise Fault(f"it holds {what_en}; remove it", f"含有{what_zh}；请删除", one.target.name)
            elif one.short_kind == "package" and not _is_chart(part):
                raise Fault(
                    "it holds an embedded document; replace it by a picture or a table",
                    "含有嵌入的文档；请改为图片或表格",
                    one.target.name,
                )


def _refuse_actions(part: Part) -> None:
    """Buttons on slides may start macros and programs without any relationship to a part."""
    if b"ppaction://" not in part.blob:
        return
    for found in _ACTION.finditer(part.blob.decode("utf-8", "replace")):
        raise Fault(
            "a button starts a macro or a program; remove its action",
            "有按钮会启动宏或程序；请删除该动作设置",
            found[0],
        )


def _is_chart(part: Part) -> bool:
    return "drawingml.chart" in part.content_type or "chartex" in part.content_type


def _refuse_external(kind: str, address: str, allowed_links: Collection[str]) -> None:
    if kind == "hyperlink" and address.split(":", 1)[0].lower() in allowed_links:
        return
    what_en, what_zh = {
        "image": ("a remote picture", "远程图片"),
        "hyperlink": ("an external link", "外部链接"),
        "oleObject": ("a linked OLE object", "链接的OLE对象"),
        "externalLinkPath": ("a link to another workbook", "指向其他工作簿的链接"),
        "attachedTemplate": ("an external link (an attached template)", "外部链接（附加的模板）"),
        "subDocument": ("an external link (a subdocument)", "外部链接（子文档）"),
        "frame": ("an external link (a page in a frame)", "外部链接（框架页）"),
        "mailMergeSource": ("an external link (a mail merge source)", "外部链接（邮件合并数据源）"),
    }.get(kind, (f"an external link ({kind})", f"外部链接（{kind}）"))
    raise Fault(f"it holds {what_en}; remove it or embed its content", f"含有{what_zh}；请删除或改为嵌入内容", address)
