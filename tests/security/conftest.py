"""Offices and a desk for what leaves the office."""

from __future__ import annotations

from pathlib import Path

import pytest

from mail_desk import Desk
from office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
