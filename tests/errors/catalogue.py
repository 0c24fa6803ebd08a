"""Every sentence that the code may stop or warn with, read from the code itself: where it stands, its words, cause and cure."""

from __future__ import annotations

import ast
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

WORKFLOW = Path(__file__).resolve().parents[2] / "workflow"
RAISED = ("BriefingError", "Fault")
# What a reader knows a part of the program by, in the order of a run.
PARTS = {
    "briefing/run": "Before a run begins",
    "briefing/parse": "Reading a report",
    "briefing/extract": "Finding the metrics",
    "briefing/compare": "Comparing",
    "briefing/review": "Reading the reviewed workbook",
    "briefing/chart": "Charts",
    "briefing/assemble": "Making the documents",
    "slide_templates": "Templates: what PowerPoint and Word share, and PowerPoint",
    "word_templates": "Templates: Word",
    "briefing/audit": "The audit",
    "briefing/pack": "Packing",
    "briefing/verify": "Verifying a file that comes back",
    "briefing/distribute": "Sending and publishing",
    "briefing/commands": "Commands and their files",
    "briefing": "Any command",
}


@dataclass(frozen=True)
class Message:
    """One place that raises or warns: ``sentence`` has ‹names› where a value stands; ``key`` changes with module and words only."""

    module: str
    first: int
    last: int
    sentence: str
    raised: bool = True

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.module}\0{self.sentence}".encode()).hexdigest()[:12]

    @property
    def part(self) -> str:
        return next(name for name in PARTS if self.module.startswith(name + "/") or self.module.startswith(name + "."))

    @property
    def cause_and_cure(self) -> tuple[str, str]:
        """Before and behind the last semicolon: so our sentences are built."""
        cause, mark, cure = self.sentence.rpartition("; ")
        return (cause, cure) if mark else (self.sentence, "")


def messages() -> tuple[Message, ...]:
    """All of them, by module and line. What passes on another error's sentence (``str(error)``) is none of its own."""
    found = []
    for path in sorted(WORKFLOW.rglob("*.py")):
        module = path.relative_to(WORKFLOW).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
                for sentence in _sentences(node.args[0], functions, constants):
                    if not re.search(r"\w", re.sub("‹[^›]*›", "", sentence)):
                        continue  # another's sentence, passed on
                    found.append(Message(module, node.lineno, node.end_lineno or node.lineno, sentence))
        raised = [(one.first, one.last) for one in found if one.module == module]
        told = {one.sentence for one in found}
        for node in _texts(tree):
            sentence = _words(node, constants)
            outside = sentence not in told and not any(first <= node.lineno <= last for first, last in raised)
            if outside and (
                (sentence.startswith("error: ") and len(sentence) > 30)
                or (module.startswith("briefing/run/") and _warns(sentence))
            ):
                found.append(
                    Message(
                        module,
                        node.lineno,
                        node.end_lineno or node.lineno,
                        sentence.removeprefix("error: ").strip(),
                        raised=False,
                    )
                )
    return tuple(sorted(set(found), key=lambda one: (list(PARTS).index(one.part), one.module, one.first, one.sentence)))


def _texts(tree: ast.Module) -> list[ast.Constant | ast.JoinedStr]:
    """The texts of a module, each as a whole: no piece of another text, no docstring."""
    pieces = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    pieces |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(tree)
        if id(node) not in pieces
        and (isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)))
    ]


def _warns(sentence: str) -> bool:
    """Whether a text of a run's beginning is a sentence for people: so ours are built."""
    return "; " in sentence and sentence.endswith(".") and not sentence[0].isspace()


def _sentences(node: ast.expr, functions: dict[str, ast.FunctionDef], constants: dict[str, object]) -> list[str]:
    """The texts that an argument may be: itself, or what a function of the same module returns."""
    if isinstance(node, ast.Constant | ast.JoinedStr):
        return [_words(node, constants)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
        returned = [one.value for one in ast.walk(functions[node.func.id]) if isinstance(one, ast.Return) and one.value]
        return [_words(one, constants) for one in returned if isinstance(one, ast.JoinedStr)]
    return []


def _words(node: ast.expr, constants: dict[str, object]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    pieces = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            pieces.append(str(value.value))
        elif (
            isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.Name) and value.value.id in constants
        ):
            pieces.append(str(constants[value.value.id]))
        elif isinstance(value, ast.FormattedValue):
            pieces.append(f"‹{_named(value.value)}›")
    return "".join(pieces)


def _named(node: ast.expr) -> str:
    """A short name for what stands in a place: the last attribute, or what is called on it."""
    if isinstance(node, ast.Call) and node.args:
        return _named(node.args[0])
    if isinstance(node, ast.Call):
        return _named(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Subscript):
        return _named(node.value)
    if isinstance(node, ast.BinOp):
        return _named(node.right)
    return "…"
