"""Every kind of finding, for Word and PowerPoint alike: told before anything is filled, in Chinese and English, with the file,
the slide, paragraph or cell, the text around it and what to do; exit status 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from briefing.__main__ import main
from briefing.templates.checking import findings
from template_drafts import SlideDraft, WordDraft


@dataclass(frozen=True)
class Kind:
    """A mistake as a tagged text that both kinds of templates hold, or as something done to the draft."""

    name: str
    said: tuple[str, str]  # English, Chinese
    todo: tuple[str, str]
    text: str = ""
    quoted: str = ""
    word: Callable[[WordDraft], Any] | None = None
    slides: Callable[[SlideDraft], Any] | None = None
    places: tuple[str, str] = ("", "")  # in Word, in PowerPoint, when not those of a text


def _chart(name: str) -> Callable[[Any], Any]:
    return lambda draft: draft.chart(name)


def _latin(draft: Any) -> None:
    paragraph = (
        draft.say("全区概况")
        if isinstance(draft, WordDraft)
        else draft.box("全区概况", name="框").text_frame.paragraphs[0]
    )
    paragraph.runs[0].font.name = "Arial"


def _no_title_in_word(draft: WordDraft) -> None:
    for paragraph in draft.document.paragraphs:
        paragraph.style = draft.document.styles["Normal"]


def _theme_without_east_asian_font(draft: SlideDraft) -> None:
    theme = next(
        one.target_part for one in draft.deck.slide_masters[0].part.rels.values() if one.reltype.endswith("/theme")
    )
    theme._blob = theme.blob.replace('<a:ea typeface="微软雅黑"/>'.encode(), b'<a:ea typeface=""/>')


def _document_without_east_asian_font(draft: WordDraft) -> None:
    for fonts in draft.document.styles.element.iter(qn("w:rFonts")):
        for name in [one for one in fonts.attrib if "eastAsia" in one]:
            del fonts.attrib[name]


ADD_END = ("add {% end", "请在同一文本、同一行或同一表格内补上")
KINDS = [
    Kind(
        "unknown field",
        ("there is no field 'plan_yaer'", "没有字段“plan_yaer”"),
        ("did you mean 'plan_year'?", "是否想写“plan_year”？"),
        "计划{{ plan_yaer }}年",
        "计划{{ plan_yaer }}年",
    ),
    Kind(
        "unknown field of a list",
        ("there is no field 'dispaly'", "没有字段“dispaly”"),
        ("did you mean 'display'?", "是否想写“display”？"),
        "{% for t in targets %}{{ t.dispaly }}{% endfor %}",
        "{{ t.dispaly }}",
    ),
    Kind(
        "broken tag",
        ("the tag is broken: '{{' has no '}}'", "标签不完整：“{{”在同一段内没有配对的“}}”"),
        ("write the whole tag in one", "请把整个标签写在同一段内"),
        "单位：{{ place",
        "单位：{{ place",
    ),
    Kind(
        "crossing tags",
        ("{% endfor %} crosses {% if t %}", "“{% endfor %}”与“{% if t %}”交叉"),
        ("close the inner block first", "请先结束里层的标签"),
        "{% for t in targets %}{% if t %}{% endfor %}{% endif %}",
        "{% endfor %}",
    ),
    Kind(
        "loop that never closes",
        ("{% for t in targets %} is never closed", "“{% for t in targets %}”没有结束"),
        ADD_END,
        "目标：{% for t in targets %}{{ t.display }}",
        "目标：{% for t in targets %}",
    ),
    Kind(
        "end without a start",
        ("{% endif %} closes nothing", "“{% endif %}”没有对应的开始标签"),
        ("its start is missing", "开始标签缺失"),
        "完{% endif %}",
        "完{% endif %}",
    ),
    Kind(
        "unsafe attribute",
        ("'__class__' may not be read", "模板不得读取“__class__”"),
        ("use a field", "请使用字段"),
        "看{{ place.__class__ }}",
        "看{{ place.__class__ }}",
    ),
    Kind(
        "unsafe call",
        ("a call may not stand in a template expression", "模板表达式中不得使用函数调用"),
        ("use fields and filters", "请用字段和过滤器"),
        "{{ place.upper() }}",
        "place.upper()",
    ),
    Kind(
        "unsafe filter",
        ("the filter 'attr' may not be used", "模板中不能使用过滤器“attr”"),
        ("", ""),
        "{{ place|attr('x') }}",
        "place|attr('x')",
    ),
    Kind(
        "a list that is printed",
        ("{{ targets }} is a list, not a text", "“{{ targets }}”是列表，不是文字"),
        ("loop over it", "用 for 逐项列出"),
        "{{ targets }}",
        "{{ targets }}",
    ),
    Kind(
        "chart name that nothing fills",
        ("nothing fills the chart name 'comparision-1'", "没有内容填入图表名称“comparision-1”"),
        ("did you mean 'comparison-1'?", "是否想写“comparison-1”？"),
        quoted="chart:comparision-1",
        word=_chart("chart:comparision-1"),
        slides=_chart("chart:comparision-1"),
        places=("paragraph 2, drawing 1|第2段图1", "slide 1, shape chart:comparision-1|第1页形状“chart:comparision-1”"),
    ),
    Kind(
        "picture name that nothing fills",
        ("nothing fills the picture name 'logo'", "没有内容填入图片名称“logo”"),
        ("rename the shape", "请改正形状名称"),
        quoted="picture:logo",
        word=_chart("picture:logo"),
        slides=lambda draft: draft.box("徽", name="picture:logo"),
        places=("paragraph 2, drawing 1|第2段图1", "slide 1, shape picture:logo|第1页形状“picture:logo”"),
    ),
    Kind(
        "font without an East Asian one",
        ("the font Arial is set for Latin letters only", "字体“Arial”只设给了西文"),
        ("set the Asian text font as well", "请在“字体”对话框中同时设置中文字体"),
        quoted="全区概况",
        word=_latin,
        slides=_latin,
        places=("paragraph 2|第2段", "slide 1, shape 框|第1页形状“框”"),
    ),
    Kind(
        "no East Asian font at all",
        ("names no East Asian font", "指定中文字体"),
        ("set one (like", "请"),
        word=_document_without_east_asian_font,
        slides=_theme_without_east_asian_font,
        places=("default font|默认字体", "slide master 1, theme fonts|母版1主题字体"),
    ),
    Kind(
        "without a title",
        (" has no title", "没有标题"),
        ("give its title the style|choose a layout with a title", "请"),
        word=_no_title_in_word,
        slides=lambda draft: (
            draft.deck.slides.add_slide(draft.deck.slide_layouts[5])
            .shapes.title._element.getparent()
            .remove(draft.deck.slides[1].shapes.title._element)
        ),
        places=("paragraph 1|第1段", "slide 2|第2页"),
    ),
    Kind(
        "layout without a title",
        ("the layout has no title placeholder", "该版式没有标题占位符"),
        ("add one in the slide master", "请在母版中添加"),
        slides=lambda draft: draft.deck.slides.add_slide(draft.deck.slide_layouts[6]),
        places=("", "layout Blank|版式“Blank”"),
    ),
]
_PLACES = {  # where a text of KINDS is put: in Word, in PowerPoint
    "a text": ("paragraph 2|第2段", "slide 1, shape 框, paragraph 1|第1页形状“框”第1段"),
    "a cell": (
        "table 1, row 2, cell 1, paragraph 1|表1第2行第1格第1段",
        "slide 1, shape 表, row 2, cell 1, paragraph 1|第1页形状“表”第2行第1格第1段",
    ),
}


def _word(kind: Kind, where: str) -> tuple[WordDraft, str]:
    draft = WordDraft()
    draft.title("{{ place }}工作简报")
    if kind.word is not None:
        kind.word(draft)
        return draft, kind.places[0]
    if where == "a cell":
        draft.table([["指标", "目标"], [kind.text, "值"]])
    else:
        draft.say(kind.text)
    return draft, _PLACES[where][0]


def _slides(kind: Kind, where: str) -> tuple[SlideDraft, str]:
    draft = SlideDraft().with_east_asian_fonts()
    draft.page("{{ place }}工作简报")
    if kind.slides is not None:
        kind.slides(draft)
        return draft, kind.places[1]
    if where == "a cell":
        draft.table([["指标", "目标"], [kind.text, "值"]], name="表")
    else:
        draft.box(kind.text, name="框")
    return draft, _PLACES[where][1]


CASES = [
    (kind, program, where)
    for kind in KINDS
    for program in ("summary.docx", "deck.pptx")
    for where in (("a text", "a cell") if kind.text else ("the file",))
    if kind.text or (kind.word if program == "summary.docx" else kind.slides)
]


@pytest.mark.parametrize(("kind", "file", "where"), CASES, ids=[f"{k.name}, {f}, {w}" for k, f, w in CASES])
def test_a_finding_has_file_place_text_and_what_to_do_in_both_languages(
    kind: Kind, file: str, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, place = (_word if file == "summary.docx" else _slides)(kind, where)
    path = tmp_path / file
    path.write_bytes(draft.bytes())
    assert main(["templates", "check", str(path)]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith(f"error: {path}")]
    english = [line for line in lines if line.startswith(f"error: {path}: ") and kind.said[0] in line]
    chinese = [line for line in lines if line.startswith(f"error: {path}：") and kind.said[1] in line]
    assert english, lines
    assert chinese, lines
    place_en, _, place_zh = place.partition("|")
    assert f"{path}: {place_en}: " in english[0]
    assert f"{path}：{place_zh}：" in chinese[0]
    assert any(todo in english[0] for todo in kind.todo[0].split("|"))
    assert kind.todo[1] in chinese[0]
    assert kind.quoted in english[0].rpartition("(at: ")[2]
    assert kind.quoted in chinese[0].rpartition("（原文：")[2]


def test_one_template_with_every_mistake_has_all_of_them_told(tmp_path: Path) -> None:
    """None hides another, and none is invented: as many findings as mistakes."""
    for file, kinds in (("summary.docx", "word"), ("deck.pptx", "slides")):
        texts = [kind for kind in KINDS if kind.text]
        draft: Any = WordDraft() if kinds == "word" else SlideDraft().with_east_asian_fonts()
        draft.title("标题") if kinds == "word" else draft.page("标题")
        for kind in texts:
            draft.table([[kind.text]]) if kinds == "word" else draft.box(kind.text)
        path = tmp_path / file
        path.write_bytes(draft.bytes())
        told = findings(path)
        assert len(told) == len(texts), [str(one) for one in told]
        for kind in texts:
            assert any(kind.said[0] in one.message_en and kind.said[1] in one.message_zh for one in told), kind.name
    print(f"{len(CASES)} findings told, {len(texts)} in one file")
