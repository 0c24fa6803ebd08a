"""A command that works alone loads what it uses and no more."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", ["deck", "summary"])
def test_a_command_that_makes_a_document_loads_no_library_of_workbooks(command: str) -> None:
    """openpyxl and its numpy are two thirds of what a deck's command would load, and only an audit opens a workbook."""
    told = f"import sys, briefing.commands.{command}; print(sorted({{'openpyxl', 'numpy'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
