"""Every kind of damage to a finished file is found, under the right check, at the right place; a clean file raises nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from briefing.audit import audit

Parts = dict[str, bytes]
Edit = Callable[[Parts], None]
SUMMARY, DECK = "summary", "deck"
WORD = "word/document.xml"


def slide(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def put(part: str, old: str, new: str, nth: int = 1) -> Edit:
    """Replace the nth occurrence of a string in one part; the test itself fails when it is not there."""

    def edit(parts: Parts) -> None:
        text = parts[part].decode("utf-8")
        at = -1
        for _ in range(nth):
            at = text.index(old, at + 1)
        parts[part] = (text[:at] + new + text[at + len(old) :]).encode("utf-8")

    return edit


def cut(part: str, pattern: str) -> Edit:
    """Take out what a regular expression matches first."""

    def edit(parts: Parts) -> None:
        text = parts[part].decode("utf-8")
        changed = re.sub(pattern, "", text, count=1, flags=re.DOTALL)
        assert changed != text, f"{pattern} is not in {part}"
        parts[part] = changed.encode("utf-8")

    return edit


def swap(one: str, other: str) -> Edit:
    def edit(parts: Parts) -> None:
        parts[one], parts[other] = parts[other], parts[one]

    return edit


def drop(part: str) -> Edit:
    return lambda parts: parts.pop(part)


def add(part: str, content: bytes) -> Edit:
    return lambda parts: parts.update({part: content})


def cell(of_slide: int, at: str, value: object) -> Edit:
    """Change one cell of the workbook inside the chart of a slide."""

    def edit(parts: Parts) -> None:
        rels = parts[f"ppt/slides/_rels/slide{of_slide}.xml.rels"].decode()
        chart = re.search(r"charts/(chart\d+\.xml)", rels)[1]
        book = re.search(r"embeddings/([^\"]+\.xlsx)", parts[f"ppt/charts/_rels/{chart}.rels"].decode())[1]
        name = f"ppt/embeddings/{book}"
        opened = openpyxl.load_workbook(io.BytesIO(parts[name]))
        opened.worksheets[0][at] = value
        buffer = io.BytesIO()
        opened.save(buffer)
        parts[name] = buffer.getvalue()

    return edit


def chart_part(of_slide: int) -> Callable[[Parts], str]:
    def find(parts: Parts) -> str:
        return (
            "ppt/charts/"
            + re.search(r"charts/(chart\d+\.xml)", parts[f"ppt/slides/_rels/slide{of_slide}.xml.rels"].decode())[1]
        )

    return find


def put_chart(of_slide: int, old: str, new: str) -> Edit:
    return lambda parts: put(chart_part(of_slide)(parts), old, new)(parts)


def notes(of_slide: int, old: str, new: str) -> Edit:
    def edit(parts: Parts) -> None:
        rels = parts[f"ppt/slides/_rels/slide{of_slide}.xml.rels"].decode()
        put("ppt/notesSlides/" + re.search(r"notesSlides/(notesSlide\d+\.xml)", rels)[1], old, new)(parts)

    return edit


# name → (file, damage, code that must be raised, what the place must hold)
DAMAGES: dict[str, tuple[str, Edit, str, str]] = {
    # numbers
    "a digit in a Word paragraph": (SUMMARY, put(WORD, "完成3500亩", "完成3600亩"), "NUMBER", "正文第4段"),
    "a digit in a Word table": (SUMMARY, put(WORD, ">3500亩<", ">3501亩<"), "NUMBER", "表1第2行第4列"),
    "a digit in a Word alt text": (SUMMARY, put(WORD, "目标3500亩", "目标5300亩"), "NUMBER", "图片1替代文字"),
    "a decimal point moved": (SUMMARY, put(WORD, "稳定在3.72万亩", "稳定在37.2万亩"), "NUMBER", "正文第5段"),
    "以上 lost in a table": (SUMMARY, put(WORD, ">3.72万亩以上<", ">3.72万亩<"), "NUMBER", "表1第3行第4列"),
    "以上 added": (SUMMARY, put(WORD, ">3500亩<", ">3500亩以上<"), "NUMBER", "表1第2行第4列"),
    "余 added": (SUMMARY, put(WORD, "完成3500亩", "完成3500余亩"), "NUMBER", "正文第4段"),
    "the unit changed": (SUMMARY, put(WORD, ">3500亩<", ">3500公顷<"), "NUMBER", "表1第2行第4列"),
    "万 lost": (SUMMARY, put(WORD, ">1.15万亩<", ">1.15亩<"), "NUMBER", "表1第2行第3列"),
    "约 put before": (SUMMARY, put(WORD, "完成3500亩", "完成约3500亩"), "NUMBER", "正文第4段"),
    "the end of a range": (SUMMARY, put(WORD, "打造2—3个", "打造2—5个"), "NUMBER", "正文第7段"),
    "a numeral in Chinese": (SUMMARY, put(WORD, ">八成以上<", ">九成以上<"), "NUMBER", "表1第5行第4列"),
    "以上 lost after a Chinese numeral": (SUMMARY, put(WORD, ">八成以上<", ">八成<"), "NUMBER", "表1第5行第4列"),
    "a false count": (SUMMARY, put(WORD, "4项任务", "5项任务"), "NUMBER", "正文第2段"),
    "a paragraph number that is none": (SUMMARY, put(WORD, ">第3段<", ">第9段<"), "NUMBER", "表1第2行第5列"),
    "another year": (SUMMARY, put(WORD, "2023年实绩<", "2022年实绩<"), "NUMBER", "表1第1行第3列"),
    "a growth rate nobody printed": (SUMMARY, put(WORD, "</w:t></w:r></w:p><w:p", "，同比增长12.5%</w:t></w:r></w:p><w:p", 2), "NUMBER", "正文第2段"),
    "a digit on a slide": (DECK, put(slide(5), "完成3500亩", "完成3800亩"), "NUMBER", "第5页"),
    "a digit in a slide's table": (DECK, put(slide(3), "3.72万亩", "3.12万亩"), "NUMBER", "第3页"),
    "a digit in speaker notes": (DECK, notes(2, "3.72万亩", "4.72万亩"), "NUMBER", "第2页 备注"),
    "a digit in a slide's alt text": (DECK, put(slide(4), "实绩1.15万亩", "实绩1.25万亩"), "NUMBER", "第4页"),
    "a digit on a card": (DECK, put(slide(2), ">3.72万亩以上<", ">3.73万亩以上<"), "NUMBER", "第2页"),
    "a digit of a name": (DECK, put(slide(6), "PM2.5", "PM2.0"), "NUMBER", "第6页"),
    # charts
    "a cached value": (DECK, put_chart(4, "<c:v>1.15</c:v>", "<c:v>1.75</c:v>"), "CHART", "第4页"),
    "a data label": (DECK, put_chart(4, "3500亩", "3.72万亩以上"), "CHART", "第4页"),
    "a category name": (DECK, put_chart(4, "2024年目标", "2024年实绩"), "CHART", "第4页"),
    "a cell of a chart's workbook": (DECK, cell(4, "B3", 0.53), "CHART", "内嵌数据表第3行"),
    "a category in a chart's workbook": (DECK, cell(4, "A2", "2022年实绩"), "CHART", "内嵌数据表第2行"),
    "a chart's title": (DECK, put_chart(4, "上年实绩与今年目标", "大幅增长"), "CHART", "第4页"),
    "a chart without its workbook": (DECK, lambda parts: drop(next(n for n in parts if "embeddings" in n))(parts), "PART_MISSING", ""),
    "two native charts swapped": (
        DECK,
        lambda parts: swap(chart_part(4)(parts), chart_part(5)(parts))(parts),
        "CHART",
        "第4页",
    ),
    # what must be there
    "a measure dropped from Word": (SUMMARY, cut(WORD, r"<w:p>(?:(?!</w:p>).)*打造2—3个.*?</w:p>"), "MEASURE", "改善农村面貌"),
    "half of a measure cut off": (SUMMARY, put(WORD, "确保粮食播种面积稳定在", "粮食播种面积稳定在"), "MEASURE", "做优特色农业"),
    "a topic's title dropped": (SUMMARY, cut(WORD, r"<w:p>(?:(?!</w:p>).)*（二）改善农村面貌.*?</w:p>"), "TOPIC", "正文"),
    "a target's row dropped": (SUMMARY, cut(WORD, r"<w:tr>(?:(?!</w:tr>).)*粮食播种面积.*?</w:tr>"), "FIGURE", "指标表"),
    "a bullet dropped from a slide": (DECK, put(slide(6), "打造2—3个精品示范村", ""), "SLIDE", "第6页"),
    "a row of the task table changed": (DECK, put(slide(7), "完成3500亩高标准农田建设", "高标准农田建设"), "SLIDE", "第7页"),
    "the remark dropped": (DECK, put(slide(4), ">编者归类<", "> <"), "SLIDE", "第4页"),
    "the source line dropped": (DECK, put(slide(3), "来源：", ""), "SLIDE", "第3页"),
    "the source dropped from Word": (SUMMARY, put(WORD, "来源：《甲县", "来源：《乙县"), "SOURCE", "全文"),
    "notes dropped": (DECK, notes(4, "完成3500亩高标准农田建设", "建设"), "SLIDE", "第4页 备注"),
    "two values swapped between rows": (
        SUMMARY,
        lambda parts: (put(WORD, ">3500亩<", ">@<")(parts), put(WORD, ">3.72万亩以上<", ">3500亩<")(parts), put(WORD, ">@<", ">3.72万亩以上<")(parts)),
        "ROW",
        "表1第2行",
    ),
    "last year's result in this year's column": (SUMMARY, put(WORD, ">3500亩<", ">1.15万亩<"), "ROW", "表1第2行"),
    "the card's label changed": (DECK, put(slide(2), ">粮食播种面积<", ">高标准农田<"), "SLIDE", "第2页 卡片"),
    "the order of slides changed": (DECK, swap(slide(5), slide(6)), "SLIDE", "第5页"),
    "a slide missing from the show": (DECK, cut("ppt/presentation.xml", r"<p:sldId [^>]*/>"), "SLIDE", "第1页"),
    # what must not be there
    "a measure of another area": (
        DECK,
        put(slide(6), "打造2—3个精品示范村", "打造2—3个精品示范村；建成应急避难场所12个，12345热线办结率达到98%"),
        "FOREIGN",
        "第6页",
    ),
    "a tag left in Word": (SUMMARY, put(WORD, "做优特色农业", "{{ topic.title }}"), "TAG_LEFT", "正文第3段"),
    "a tag left in a note": (DECK, notes(2, "确保", "{%slide if x%}确保"), "TAG_LEFT", "第2页 备注"),
    "a tag left in a shape's name": (DECK, put(slide(5), 'name="TextBox', 'name="{{ s.title }}'), "TAG_LEFT", slide(5)),
    "a prompt left": (DECK, put(slide(5), "做优特色农业", "单击此处添加标题"), "PROMPT_LEFT", "第5页"),
    "English default text": (DECK, put_chart(4, "高标准农田：上年实绩与今年目标", "Chart Title"), "PROMPT_LEFT", "第4页"),
    "None printed": (SUMMARY, put(WORD, ">—<", ">None<"), "PROMPT_LEFT", "表1第3行第3列"),
    # phrases
    "a character doubled in a formula": (DECK, put(slide(1), "党的二十大精神", "党的二十大大精神"), "PHRASE", "第1页"),
    "a character wrong in a formula": (SUMMARY, put(WORD, "党的二十大精神", "党的二十大报告精神"), "PHRASE", "正文第1段"),
    "a formula put in short": (DECK, notes(4, "习近平新时代中国特色社会主义思想", "习近平新时代思想"), "PHRASE", "第4页 备注"),
    # form
    "two pictures swapped": (SUMMARY, swap("word/media/image1.png", "word/media/image2.png"), "PICTURE", "图片1"),
    "a picture missing": (SUMMARY, drop("word/media/image2.png"), "PICTURE", "图片2"),
    "a picture that is none": (SUMMARY, add("word/media/image1.png", b"<html>404</html>"), "PICTURE", "图片1"),
    "a part that nobody refers to": (DECK, add("ppt/slides/slide99.xml", b"<x/>"), "PART_MISSING", "slide99"),
    "alt text emptied": (SUMMARY, put(WORD, 'descr="柱状图：粮食播种面积3.72万亩以上"', 'descr=""'), "ALT_TEXT", "图片2"),
    "a file name as alt text": (DECK, put(slide(5), 'descr="柱状图：粮食播种面积3.72万亩以上"', 'descr="chart.png"'), "ALT_TEXT", "第5页"),
    "a title emptied": (DECK, put(slide(4), ">上年实绩与今年目标<", "> <"), "TITLE", "第4页"),
    "a title that is there twice": (DECK, put(slide(6), ">改善农村面貌<", ">做优特色农业<"), "TITLE", "第6页"),
    "the document's title property emptied": (
        SUMMARY,
        put("docProps/core.xml", "深入贯彻党的二十大精神，推动乡村振兴</dc:title>", "</dc:title>"),
        "TITLE",
        "文件属性",
    ),
    "a run in another language": (DECK, put(slide(3), 'lang="zh-CN"', 'lang="en-US"'), "LANGUAGE", "第3页"),
    "Word's default language": (SUMMARY, put("word/styles.xml", 'w:eastAsia="zh-CN"', 'w:eastAsia="en-US"'), "LANGUAGE", "默认样式"),
    "a picture from the network": (
        SUMMARY,
        put("word/_rels/document.xml.rels", 'Target="media/image1.png"', 'Target="http://x.example/1.png" TargetMode="External"'),
        "PART_MISSING",
        "document.xml",
    ),
}  # fmt: skip


def damaged(source: Path, edit: Edit, target: Path) -> Path:
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = dict(parts)
    edit(parts)
    assert parts != before, "the damage changed nothing"
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target


def test_a_clean_pair_of_documents_raises_nothing(clean):
    result = audit(clean.brief, clean.report, clean.cleaned, clean.metrics, clean.summary, clean.deck, clean.pictures)
    assert result.failures == ()
    assert result.ok
    checked = {check.code: check.checked for check in result.checks}
    assert all(checked.values()), f"a check that looked at nothing: {checked}"


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_found_at_its_place(clean, name, tmp_path):
    """One change to one finished file: refused, with the right code, naming the place."""
    file, edit, code, place = DAMAGES[name]
    summary, deck = clean.summary, clean.deck
    if file == SUMMARY:
        summary = damaged(summary, edit, tmp_path / "1.docx")
    else:
        deck = damaged(deck, edit, tmp_path / "1.pptx")
    result = audit(clean.brief, clean.report, clean.cleaned, clean.metrics, summary, deck, clean.pictures)
    assert not result.ok
    named = [one for one in result.failures if one.code == code and one.file == file and place in one.place]
    assert named, [(one.code, one.file, one.place, one.message) for one in result.failures]


def test_there_are_at_least_thirty_kinds():
    assert len(DAMAGES) >= 30
