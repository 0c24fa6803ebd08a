"""What is wrong with a template, said for the people who keep it (Chinese) and for the log (English)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_LONGEST_TEXT = 80  # characters of the template that a message quotes


@dataclass(frozen=True)
class TemplateProblem:
    """One finding. ``place`` is the spot in the file as people find it (``slide 3, shape 标题 1, paragraph 2``);
    ``text`` the words around it.

    ``place_zh`` is the same spot in Chinese; the messages say what is wrong and what to do next. ``severity`` is
    ``error``, or ``look`` for what can be filled but will disappoint (a font, a missing title).
    """

    file: str
    place: str
    text: str
    message_zh: str
    message_en: str
    place_zh: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        quoted = f" (at: {self.text!r})" if self.text else ""
        return f"{self.file}: {self.place}: {self.message_en}{quoted}"

    @property
    def chinese(self) -> str:
        quoted = f"（原文：{self.text}）" if self.text else ""
        return f"{self.file}：{self.place_zh or self.place}：{self.message_zh}{quoted}"


class TemplateError(Exception):
    """A template that cannot be rendered; ``problem`` says where and why, and what to do."""

    def __init__(self, problem: TemplateProblem):
        super().__init__(str(problem))
        self.problem = problem


class Fault(Exception):  # noqa: N818 -- it becomes a TemplateError or, in a check, one of many problems
    """A problem on its way up to whoever knows the place; never leaves the package."""

    severity = "error"

    def __init__(self, message_en: str, message_zh: str, text: str = "", tag: object = None):
        super().__init__(message_en)
        self.message_en = message_en
        self.message_zh = message_zh
        self.text = text
        self.tag = tag  # the tag at fault, by which whoever has read the text finds its place
        self.steps: list[tuple[str, str]] = []
        self.others: list[Fault] = []  # found in the same text; a check tells them all

    def problem(self, file: str) -> TemplateProblem:
        steps = [step for step in reversed(self.steps) if step[0]]
        place = ", ".join(step for step, _ in steps) or "the file"
        return TemplateProblem(
            file,
            place,
            self.text,
            self.message_zh,
            self.message_en,
            "".join(step for _, step in steps) or "整个文件",
            self.severity,
        )


class Look(Fault):
    """A finding on looks alone."""

    severity = "look"


class at:  # noqa: N801 -- read as a word: ``with at("slide 3", "第3页")``
    """Add a step to the place of any fault raised inside; ``text`` widens what is quoted when it holds it.

    Entered thousands of times a deck and almost never with a fault, so it is a plain object and no generator.
    """

    __slots__ = ("_step", "_text")

    def __init__(self, place_en: str, place_zh: str, text: str = ""):
        self._step = (place_en, place_zh)
        self._text = text

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        if isinstance(fault, Fault):
            fault.steps.append(self._step)
            if fault.text in self._text and len(self._text) <= _LONGEST_TEXT:
                fault.text = self._text


@contextmanager
def unusual_xml() -> Iterator[None]:
    """Office files are trees of thousands of optional parts: what the code meets unprepared is told as a fault of the
    file, its cause kept.
    """
    try:
        yield
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError) as error:
        raise Fault(
            f"its XML is not as Office writes it ({type(error).__name__}: {error}); "
            "open it in Office and save it again",
            f"文件内部结构异常（{type(error).__name__}：{error}）；请用 Office 打开后重新保存",
        ) from error


def around(text: str, start: int, end: int, reach: int = 20) -> str:
    """The tag at ``text[start:end]`` with a few characters on both sides, on one line."""
    left, right = max(0, start - reach), min(len(text), end + reach)
    piece = ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
    return " ".join(piece.split())
