"""Offices for the tests of whole runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture(scope="module")
def module_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One office for the tests of a module that build on each other's runs, in the order in which they stand."""
    return Office(tmp_path_factory.mktemp("workflow") / "office")
