"""Find every metric of a parsed report with its exact place, the comparable and look-alike pairs, and the doubts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from briefing.extract.doubts import doubts_of
from briefing.extract.indicators import Context, indicator_of, noun_of
from briefing.extract.kinds import kind_of
from briefing.extract.nonmetrics import masks
from briefing.extract.quantities import Quantity, quantity_at, worded_quantities
from briefing.extract.ranks import ranks_in
from briefing.extract.sentences import Sentence, sentences_of
from briefing.model import Finding, Metric, Report

__all__ = ["Extraction", "NonMetric", "extract_metrics"]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_STOPS = "，。；：！？"


@dataclass(frozen=True)
class NonMetric:
    """A numeral that is no metric, and the rule that said so; offsets into the cleaned text."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Extraction:
    """``counts``: numerals, in metrics, non-metrics, unclassified; the first is the sum of the others."""

    metrics: tuple[Metric, ...]
    findings: tuple[Finding, ...]
    nonmetrics: tuple[NonMetric, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class _Found:
    sentence: Sentence
    quantity: Quantity
    indicator: str
    kind: str


def extract_metrics(cleaned: str, report: Report) -> Extraction:
    """Every metric of the review and plan parts, in text order; every other numeral with the reason it is none."""
    metrics: list[Metric] = []
    nonmetrics: list[NonMetric] = []
    findings = list(report.findings)
    unclassified: list[tuple[int, int, Sentence]] = []
    used = 0
    counters: Counter[tuple[str, int]] = Counter()
    for sentence in sentences_of(cleaned, report):
        masked = masks(sentence.text)
        found = _metrics_of(sentence, masked)
        covered = {at for one in found for at in range(one.quantity.start, one.quantity.end)}
        for digits in _DIGITS.finditer(sentence.text):
            at = digits.start()
            if at in covered:
                used += 1
            elif at in masked:
                nonmetrics.append(NonMetric(sentence.start + at, sentence.start + digits.end(), masked[at]))
            elif sentence.part not in ("review", "plan"):
                nonmetrics.append(
                    NonMetric(sentence.start + at, sentence.start + digits.end(), "outside_review_and_plan")
                )
            else:
                unclassified.append((sentence.start + at, sentence.start + digits.end(), sentence))
        if sentence.part in ("review", "plan"):
            for one in found:
                counters[sentence.part, sentence.area] += 1
                metrics.append(_metric(one, report, counters[sentence.part, sentence.area]))
    _headings(cleaned, report, nonmetrics)
    findings += [_unclassified(cleaned, start, end, sentence) for start, end, sentence in unclassified]
    findings += doubts_of(cleaned, report, metrics)
    counts = {
        "numerals": len(_DIGITS.findall(cleaned)),
        "in_metrics": used,
        "non_metrics": len(nonmetrics),
        "unclassified": len(unclassified),
    }
    return Extraction(tuple(metrics), tuple(findings), tuple(sorted(nonmetrics, key=lambda one: one.start)), counts)


def _headings(cleaned: str, report: Report, nonmetrics: list[NonMetric]) -> None:
    """Numerals that stand in headings and titles, outside every sentence, are the report talking about itself."""
    seen = [(s.start, s.start + len(s.text)) for s in sentences_of(cleaned, report)]
    k = 0
    for digits in _DIGITS.finditer(cleaned):
        while k < len(seen) and seen[k][1] <= digits.start():
            k += 1
        if k >= len(seen) or not seen[k][0] <= digits.start():
            nonmetrics.append(NonMetric(digits.start(), digits.end(), "heading"))


def _metrics_of(sentence: Sentence, masked: dict[int, str]) -> list[_Found]:
    text = sentence.text
    if sentence.part not in ("review", "plan"):
        return []
    quantities = [one for one in ranks_in(text) if one.number not in _quoted(masked)]
    taken = {at for one in quantities for at in range(one.start, one.end)}
    end = 0
    for digits in _DIGITS.finditer(text):
        if digits.start() < end or digits.start() in masked or digits.start() in taken:
            continue
        quantity = quantity_at(text, digits.start())
        if quantity is not None and not _is_name(text, quantity):
            quantities.append(quantity)
            end = quantity.end
    quantities += [one for one in worded_quantities(text) if not taken & set(range(one.start, one.end))]
    quantities.sort(key=lambda one: one.start)
    return _named(sentence, _shared_qualifier(text, quantities))


def _quoted(masked: dict[int, str]) -> set[int]:
    return {at for at, rule in masked.items() if rule in ("quoted_name", "title_name", "year")}


def _is_name(text: str, quantity: Quantity) -> bool:
    """``110千伏变电站``, ``60万吨铝热连轧项目``, ``沿线200米范围内``: a capacity or scope inside a name."""
    behind = text[quantity.stop : quantity.stop + 14]
    if re.match(r"(?:级|型|式)(?!别)", behind):
        return True
    if quantity.unit in ("千伏", "kV", "度", "时") or (
        quantity.unit in ("米", "公里") and re.match(r"(?:范围|半径|以内范围)", behind)
    ):
        return True
    before = text[max(0, quantity.start - 4) : quantity.start]
    return quantity.unit in ("次", "条", "块") and before.endswith("第")


def _shared_qualifier(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """``分别增长9.8%和12%以上``: what closes a list with 分别 holds for all of it."""
    shared = list(quantities)
    for k in range(len(shared) - 1, 0, -1):
        here, before = shared[k], shared[k - 1]
        between = text[before.end : here.start]
        if (
            here.qualifier in ("ge", "le", "approx")
            and before.qualifier == "eq"
            and between in ("、", "和", "及", "，", "与")
            and here.unit == before.unit
        ) and "分别" in text[max(0, before.start - 30) : here.start]:
            shared[k - 1] = Quantity(
                before.start,
                before.end,
                before.number,
                before.stop,
                before.low,
                before.high,
                before.unit,
                here.qualifier,
            )
    return shared


def _named(sentence: Sentence, quantities: list[Quantity]) -> list[_Found]:
    """Give each quantity its indicator and kind, carrying nouns along the sentence's list."""
    text = sentence.text
    found: list[_Found] = []
    carried = ""
    for k, quantity in enumerate(quantities):
        left_from = quantities[k - 1].end if k else 0
        left = text[left_from : quantity.start]
        boundary = _last_break(left)
        clause = left[boundary + 1 :]
        if boundary >= 0 and left[boundary] == "、":
            wide = left[max((left.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
            if not wide.startswith("、") and (
                re.search(r"等[^，]{0,12}$", wide) or _is_listed(wide) or len(clause) < 2
            ):
                clause = wide
        opened = left[: boundary + 1].rstrip(_STOPS + "、")
        opened = opened[max((opened.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
        right_to = quantities[k + 1].start if k + 1 < len(quantities) else len(text)
        right = text[quantity.end : right_to]
        beyond = ""
        if k + 1 < len(quantities) and re.fullmatch(r"的(?:[^，。；、]{0,14}等)?", right):
            after = quantities[k + 2].start if k + 2 < len(quantities) else len(text)
            beyond = text[quantities[k + 1].end : after]
        before = carried
        indicator, base = indicator_of(Context(clause, right, quantity.unit, carried, opened, beyond))
        parallel = _parallel_subject(text, quantities, k, before)
        if parallel:
            indicator = parallel
        kind = kind_of(_reach(text, quantities, k), right, quantity.unit)
        if base:
            carried = base
        found.append(_Found(sentence, quantity, indicator, kind))
    return found


def _last_break(text: str) -> int:
    """The last mark of ``text`` that stands in no bracket and no quotation marks; -1 without one."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in "）”》") - (text[at] in "（“《")
        if depth <= 0 and text[at] in _STOPS + "、":
            return at
    return max((text.rfind(stop) for stop in _STOPS), default=-1)


def _is_listed(wide: str) -> bool:
    """A list of nouns before one number (人大代表建议、政协提案923件) belongs together when no verb starts its last item."""
    return bool(re.search(r"^[^，]{0,40}、[^、]{1,12}$", wide)) and bool(
        re.search(r"(?:占|率|增长|下降|总额|收入|面积|产量|比重|公园|社区)(?:达到?|分别|均|为|共)?$", wide)
    )


def _reach(text: str, quantities: list[Quantity], k: int) -> str:
    """The words that decide the kind: back to the last stop, and through a list of numbers that shares its verb."""
    at = quantities[k].start
    start = k
    while start > 0 and text[quantities[start - 1].end : quantities[start].start] in ("、", "和", "及", "与", "，"):
        start -= 1
    head = text[: quantities[start].start]
    cut = max((head.rfind(stop) for stop in _STOPS), default=-1) + 1
    left = head[max(cut, quantities[start - 1].end if start else 0) :]
    return left if start < k else text[max(cut, quantities[k - 1].end if k else 0) : at]


_PAIR = re.compile(
    r"([^，。；：]*?)分别(?:同比)?((?:增长|下降|提高|提升|达到?|为|完成|实现|超过?|是|减少|增加|排名|位居|位列|名列|排|居|列|全国|全省|全市|全区|全县)*)$"
)


def _parallel_subject(text: str, quantities: list[Quantity], k: int, carried: str) -> str:
    """``A、B分别增长9.8%和12%``: the n-th number belongs to the n-th noun."""
    start = k
    while start > 0 and text[quantities[start - 1].end : quantities[start].start] in ("、", "和", "及", "与", "，"):
        start -= 1
    end = k
    while end + 1 < len(quantities) and text[quantities[end].end : quantities[end + 1].start] in (
        "、",
        "和",
        "及",
        "与",
        "，",
    ):
        end += 1
    if end == start:
        return ""
    head = text[(quantities[start - 1].end if start else 0) : quantities[start].start]
    match = _PAIR.search(head)
    if not match:
        return ""
    # 分别达到…和…，分别增长…和…: the second pair is about the first one's nouns.
    named = match[1].lstrip("，、") or (re.sub(r"^(?:城镇|农村)(?=居民)", "城乡", carried) if "居民" in carried else "")
    nouns = [part for part in re.split(r"[、和及与]", named) if part]
    count = end - start + 1
    if len(nouns) == 1 and count == 2 and "城乡" in nouns[0]:
        nouns = [nouns[0].replace("城乡", "城镇"), nouns[0].replace("城乡", "农村")]
    if len(nouns) != count:
        return ""
    noun = nouns[k - start]
    last = nouns[-1]
    shared = re.search(r"(?:居民|群众)?(?:人均可支配收入|收入|面积|产量|产值|增加值|总量|指数|数量)$", last)
    if shared and not noun.endswith(shared[0]) and not re.search(r"(?:收入|面积|产量|产值|增加值|值|额|量|率)$", noun):
        noun += (
            last[shared.start() :]
            if "居民" in shared[0] or "居民" not in last
            else "居民" + shared[0]
            if not noun.endswith("居民")
            else shared[0]
        )
    word = re.search(r"增长|下降|提高|提升|减少|增加", match[2] or "")
    noun = noun_of(noun) or noun
    return noun + (word[0] if word and quantities[k].unit in ("%", "个百分点", "倍") else "")


_YEAR = re.compile(r"(20\d\d)年(?!代|以前|前|来)")


def _metric(one: _Found, report: Report, number: int) -> Metric:
    sentence, quantity = one.sentence, one.quantity
    year = report.review_year if sentence.part == "review" else report.plan_year
    clause = sentence.text[: quantity.start]
    named = list(_YEAR.finditer(clause))
    if named:
        last = named[-1]
        behind = clause[last.end() :]
        before = clause[max(0, last.start() - 2) : last.start()]
        if (
            not re.search(r"[。；]", behind)
            and not re.search(r"[比较是]$", before)
            and not re.match(r"(?:建成|底以前)", behind)
            and len(behind) < 60
        ):
            said = int(last[1])
            if (sentence.part == "review" and said <= report.review_year) or (
                sentence.part == "plan" and said >= report.plan_year
            ):
                year = said
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    return Metric(
        metric_id=f"{report.report_id}/{sentence.part}-{sentence.area}/{number:03d}",
        part=sentence.part,
        area=sentence.area,
        area_title=sentence.area_title,
        topic=sentence.topic,
        indicator=one.indicator or sentence.topic or sentence.area_title or "（未写明）",
        value_low=quantity.low,
        value_high=quantity.high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        kind=one.kind,
        year=year,
        text=sentence.text[quantity.start : quantity.end],
        sentence=sentence.whole,
        start=start,
        end=end,
    )


def _unclassified(cleaned: str, start: int, end: int, sentence: Sentence) -> Finding:
    around = cleaned[max(sentence.start, start - 10) : min(sentence.start + len(sentence.text), end + 10)]
    return Finding(
        "unclassified_number",
        "check",
        f"第{sentence.paragraph}段",
        start,
        end,
        f"数字“{cleaned[start:end]}”未能归类（…{around}…），请核对是否为指标。",
    )
