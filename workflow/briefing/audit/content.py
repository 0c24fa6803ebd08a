"""What must stand in a finished document, whole, and what must not: topics, measures, figures, other areas' words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.audit.brief_check import plan_area
from briefing.audit.plain import letters, plain
from briefing.audit.reading import DECK, KEYPOINTS, Document, Row
from briefing.audit.tally import Tally
from briefing.model import NATURES, OVERVIEW, Brief, Figure, Report

_COMPLETION = "是否完成"
_BEFORE = (
    "预计",
    "至少",
    "力争",
    "争取",
    "确保",
    "保证",
    "务必",
    "拟安排",
    "拟发行",
    "先发行",
    "拟按",
    "不少于",
    "不低于",
    "最多",
    "不超过",
)  # these may stand before a quantity with words between
_OVER = ("全部", "平均", "户均", "村均", "均")  # and these behind them: 力争全部10万元以上
_REACHED = (
    "达到",
    "达",
    "增加到",
    "增至",
    "扩大到",
    "扩展到",
    "扩展至",
    "扩至",
    "发展到",
    "提高到",
)  # before it at once: all there are
_AIMS = re.compile(r"目标[:：][^。]*")  # what a title or a line calls a target
_LONGEST_CARD = 60
_SHORTEST_FOREIGN = 8  # shorter clauses are common speech and may stand in any area


def check_content(document: Document, brief: Brief, report: Report, cleaned: str, tally: Tally) -> None:
    _topics_and_measures(document, brief, tally)
    _figures(document, brief, tally)
    _rows(document, brief, tally)
    _scales(document, brief, tally)
    _foreign(document, brief, report, cleaned, tally)
    _source(document, brief, tally)


def _topics_and_measures(document: Document, brief: Brief, tally: Tally) -> None:
    bullets = {letters(bullet) for slide in brief.slides for bullet in slide.bullets}
    shown = [letters(one.text) for one in document.passages if one.kind in ("text", "title", "table")]
    # The opening may tell a short task in full; where the task stands has to be seen by itself.
    body = "".join(one for one in shown if one != letters(brief.lead))
    # A long measure may stand as several bullets, also over two slides with a title between them.
    in_bullets = "".join(one for one in shown if one in bullets)
    where = "幻灯片" if document.file == DECK else "正文"
    tally.expect(letters(brief.title) in body, "TITLE", document.file, where, brief.title, "没有写出领域的完整标题")
    for topic in brief.topics:
        if topic.title:
            tally.expect(letters(topic.title) in body, "TOPIC", document.file, where, topic.title, "缺这个主题的标题")
        for head in dict.fromkeys(one.head for one in topic.measures if one.head):
            tally.expect(letters(head) in body, "TOPIC", document.file, where, head, "缺主题之内的这个小标题")
        for measure in topic.measures:
            wanted = letters(measure.text)
            place = f"{where}，主题“{topic.title}”"
            good = wanted in body or wanted in in_bullets
            tally.expect(
                good, "MEASURE", document.file, place, measure.text, f"第{measure.paragraph}段的这项任务缺失或不完整"
            )
    if document.file == KEYPOINTS:
        return
    for one in brief.guidance:
        for measure in one.measures:
            wanted = letters(measure.text)
            good = (wanted in body or wanted in in_bullets) and letters(one.heading) in body
            message = f"第{measure.paragraph}段的{one.name}缺失或不完整"
            tally.expect(good, "MEASURE", document.file, f"{where}，{one.name}", measure.text, message)


def _figures(document: Document, brief: Brief, tally: Tally) -> None:
    """Each target stands beside its own indicator: in a row of a table, on slides also in a card or a line."""
    together = [plain(" ".join(row.cells)) for row in document.rows]
    if document.file == DECK:  # Word owes a table of targets; a slide may show a card or a line instead
        groups: dict[str, str] = {}
        for one in document.passages:
            if one.kind in ("text", "title"):
                groups[one.group] = groups.get(one.group, "") + plain(one.text)
        together += groups.values()
    where = "表格和卡片" if document.file == DECK else "指标表"
    for figure in brief.targets:
        called = {plain(figure.indicator), plain(figure.name or figure.indicator)}
        good = any(plain(figure.display) in text and any(name in text for name in called) for text in together)
        shown = f"{figure.indicator} {figure.display}"
        tally.expect(good, "FIGURE", document.file, where, shown, "目标没有与其指标并列出现")


def _rows(document: Document, brief: Brief, tally: Tally) -> None:
    """In a row that names an indicator, what looks like its quantity is one of that indicator's."""
    by_indicator: dict[str, list[Figure]] = {}
    pairs = [figure for pair in brief.pairs for figure in (pair.result, pair.target)]
    for figure in (*brief.targets, *brief.results, *pairs, *(one for topic in brief.topics for one in topic.figures)):
        by_indicator.setdefault(plain(figure.indicator), []).append(figure)
    # A pair bears the target's indicator; last year's may be worded a little differently.
    for pair in brief.pairs:
        for name in {pair.indicator, pair.target.name or pair.indicator}:
            by_indicator.setdefault(plain(name), []).extend((pair.result, pair.target))
    for row in document.rows:
        named = [figure for cell in row.cells for figure in _named_by(plain(cell), by_indicator)]
        if not named or _COMPLETION in row.header:  # two years of one thing: held to the Brief's slide instead
            continue
        years = {str(figure.year) for figure in named}
        for title, cell in zip(row.header, row.cells, strict=False):
            text = plain(cell)
            # A name may hold a number as well: 推动第4批川渝通办事项.
            if not _is_quantity(text) or text in years or _named_by(text, by_indicator):
                continue
            fitting = [one for one in named if _column_fits(title, one, brief)]
            good = any(
                text in _forms(one) or _with_deed(text, one) or _worded(text, one) for one in fitting
            ) or _made_of(text, fitting)
            place = f"{row.place}“{title}”列"
            tally.expect(good, "ROW", document.file, place, cell, f"不是指标“{named[0].indicator}”的数值")


def _named_by(cell: str, by_indicator: Mapping[str, Sequence[Figure]]) -> list[Figure]:
    """The figures whose indicator a cell names, alone or behind the words that stand before it in the source."""
    if cell in by_indicator:
        return list(by_indicator[cell])
    return [
        figure
        for indicator, figures in by_indicator.items()
        if cell.endswith(indicator)
        and any(cell in plain(one.sentence).replace(plain(one.display), "") for one in figures)
        for figure in figures
    ]


def _scales(document: Document, brief: Brief, tally: Tally) -> None:
    """No scale (规模) is called a target: in a column of targets, on a card, behind 目标： in a title or line, in 要点."""
    aimed = {(plain(one.indicator), plain(one.display)) for one in (*brief.targets, *brief.results)}
    texts = {id(one): (one.place, one.text) for one in document.passages if one.kind in ("text", "title")}
    groups: dict[str, str] = {}
    for one in document.passages:
        if one.group and one.kind == "text":
            groups[one.group] = groups.get(one.group, "") + plain(one.text)
    for figure in brief.scales:
        indicator, display = plain(figure.indicator), plain(figure.display)
        if (indicator, display) in aimed:
            continue
        named = re.compile(rf"{re.escape(indicator)}[：:]?{re.escape(display)}(?!\d)")
        faults = [
            (row.place, " ".join(row.cells))
            for row in document.rows
            if _aims(row, document.file == KEYPOINTS) and _tells(row.cells, indicator, display, plain(figure.sentence))
        ]
        faults += [
            (place, text)
            for place, text in texts.values()
            if any(named.search(told) for told in _AIMS.findall(plain(text)))
        ]
        faults += [
            (group, text)
            for group, text in groups.items()
            if NATURES["target"] in text and indicator in text and display in text and len(text) <= _LONGEST_CARD
        ]
        tally.look("NATURE")
        for place, text in faults:
            tally.fail("NATURE", document.file, place, text, f"“{figure.indicator}{figure.display}”是规模，不是目标")


def _aims(row: Row, keypoints: bool) -> bool:
    return keypoints or any(NATURES["target"] in title for title in row.header)


def _tells(cells: Iterable[str], indicator: str, display: str, sentence: str) -> bool:
    """Whether a row puts the two together; a longer stretch of the source, 预计今年 before it, is the report's word."""
    shown = [plain(cell) for cell in cells]
    told = f"{indicator}{display}"
    return (display in shown and indicator in shown) or any(
        told in (bare := cell.replace("：", "")) and (bare == told or bare not in sentence) for cell in shown
    )


def _forms(figure: Figure) -> set[str]:
    """How a cell may print the quantity: 预计 or 至少 before it, 人 or （套） behind, where the sentence has them too."""
    forms = {plain(one) for one in (figure.display, figure.value, figure.value + figure.unit, figure.unit)}
    display, sentence = plain(figure.display), plain(figure.sentence)
    forms |= {display + found[1] for found in re.finditer(rf"{re.escape(display)}(（[^）]{{1,4}}）)", sentence)}
    if figure.unit.endswith("人"):
        forms.add(re.sub(r"([万亿千百][余多]?)$", r"\1人", display))
    for words in (_REACHED, _OVER, _BEFORE):
        forms |= {word + form for word in words if word in sentence for form in forms}
    forms |= {f"{form}安排" for form in forms if f"{form}安排" in sentence}
    # In a column of another time its own stands behind it: 6个（2027年）.
    return forms | {f"{form}（{plain(figure.period)}）" for form in forms}


def _with_deed(text: str, figure: Figure) -> bool:
    """1万亩（建成）: what was done, in the sentence's words, where the row has the other year's."""
    found = re.fullmatch(r"(?P<quantity>.+)（(?P<told>[^（）]+)）", text)
    time, _, deed = found["told"].rpartition("，") if found else ("", "", "")
    return bool(
        found
        and found["quantity"] in _forms(figure)
        and time in ("", plain(figure.period))
        and deed in plain(figure.sentence)
    )


def _worded(text: str, figure: Figure) -> bool:
    """The clause of the source that the figure stands in, quoted as it is."""
    return plain(figure.display) in text and text in plain(figure.sentence)


def _made_of(text: str, figures: Iterable[Figure]) -> bool:
    """Several figures of one indicator in one cell, divided by marks."""
    parts = [one for one in re.split(r"[；;、，,/\n]", text) if one]
    allowed = {form for figure in figures for form in _forms(figure)}
    return len(parts) > 1 and all(part in allowed for part in parts)


def _is_quantity(text: str) -> bool:
    """A cell that holds a quantity and little else: digits near its start, no clause around them."""
    return (
        bool(re.match(r"[^\d，。；]{0,4}\d", text))
        and len(text) <= 16
        and not re.match(r"第[\d、,～]+段", text)
        and not text.isdigit()
    )


def _column_fits(title: str, figure: Figure, brief: Brief) -> bool:
    """A column headed with one of the two years holds that year's kind of figure only."""
    wants_review = str(brief.review_year) in title or "实绩" in title or "上年" in title
    wants_plan = str(brief.plan_year) in title or "目标" in title
    if wants_review == wants_plan:
        return True
    return (figure.part == "plan") == wants_plan


def _foreign(document: Document, brief: Brief, report: Report, cleaned: str, tally: Tally) -> None:
    own = plan_area(report, brief.number)
    if own is None or brief.number == OVERVIEW:  # the overview tells of all areas
        return
    mine = letters(cleaned[own.start : own.end]) + letters(brief.source)
    mine += "".join(letters(figure.sentence) for figure in brief.results)
    passages = [(one, letters(one.text)) for one in document.passages]
    for part in report.parts:
        for area in part.areas:
            if part.kind != "plan" or area.number in (brief.number, 0):
                continue
            for topic in area.topics:
                for text in (topic.title, *(text for one in topic.measures for text in (one.head, one.text))):
                    wanted = letters(text)
                    if len(wanted) < _SHORTEST_FOREIGN or wanted in mine:
                        continue
                    tally.look("FOREIGN")
                    for passage, shown in passages:
                        if wanted in shown:
                            message = f"这是领域（{area.number}）“{area.title}”的内容"
                            tally.fail("FOREIGN", document.file, passage.place, passage.text, message)


def _source(document: Document, brief: Brief, tally: Tally) -> None:
    wanted = letters(brief.source)
    if not wanted:
        return
    good = any(wanted in letters(one.text) for one in document.passages if one.kind in ("text", "table"))
    tally.expect(good, "SOURCE", document.file, "全文", brief.source, "没有写明来源")
