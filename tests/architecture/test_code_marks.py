"""The files that ``code_of`` names for a command are all that the command runs: else changed code would leave old documents."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from briefing.__main__ import BY_HAND, COMMANDS
from briefing.run.code import ALL, PARTS, WORKFLOW

JOBS = [command for command in COMMANDS if command not in BY_HAND]


def module_file(name: str) -> Path | None:
    """The file of one of our modules, None for anything else."""
    path = WORKFLOW.joinpath(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file
    return None


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(body: ast.AST) -> list[tuple[str, str]]:
    """(module, name) of each ``from module import name`` of ours under ``body``; imports for types alone do not run."""
    found = []
    for node in ast.walk(body):
        if isinstance(node, ast.ImportFrom) and node.module and module_file(node.module):
            found += [(node.module, alias.name) for alias in node.names]
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names if module_file(alias.name)]
    return found


def providers(module: str, name: str) -> set[Path]:
    """The files that run when ``name`` of ``module`` is used: through a package's ``__init__`` only what gives that name."""
    if (inner := module_file(f"{module}.{name}")) is not None:
        return {inner}
    file = module_file(module)
    assert file is not None
    if file.name != "__init__.py":
        return {file}
    for node in parsed(file).body:
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and name in {alias.asname or alias.name for alias in node.names}
        ):
            return {file} | providers(node.module, next(a.name for a in node.names if (a.asname or a.name) == name))
        if isinstance(node, ast.FunctionDef) and node.name == name and imported(node):
            return {file}.union(*(providers(*one) for one in imported(node)))
    return {file}


def hands_on(package: ast.Module) -> bool:
    """Whether an ``__init__`` only passes names on: it defines nothing, save functions that import what they call."""
    defined = [node for node in package.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return all(isinstance(node, ast.FunctionDef) and imported(node) for node in defined)


def reached(command: str) -> set[Path]:
    """All files of ours that a command runs."""
    start = module_file(f"briefing.commands.{command}")
    assert start is not None
    seen, waiting = set(), [start]
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        if file.name == "__init__.py" and hands_on(parsed(file)):
            continue  # what it hands on is followed from where it is asked for
        for one in imported(parsed(file)):
            waiting += providers(*one)
    return seen


@pytest.mark.parametrize("command", JOBS)
def test_every_file_that_a_command_runs_marks_its_jobs(command: str) -> None:
    """A command's mark covers each module that its imports lead to."""
    named = [WORKFLOW / name for name in (*ALL, f"briefing/commands/{command}.py", *PARTS[command])]
    missing = {
        str(file.relative_to(WORKFLOW))
        for file in reached(command)
        if not any(file == one or (one.is_dir() and one in file.parents) for one in named)
    }
    assert len(reached(command)) > 4, "the search itself finds the modules"
    assert missing == set()


@pytest.mark.parametrize("command", JOBS)
def test_every_file_that_is_named_is_there(command: str) -> None:
    """A file that was renamed or taken away does not stay in the list unnoticed."""
    assert [name for name in (*ALL, *PARTS[command]) if not (WORKFLOW / name).exists()] == []
