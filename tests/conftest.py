"""What all tests share: property tests that are the same on every run, without a stop-watch since machines are noisy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import settings

import office_packages

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def files() -> Callable[[bytes], dict[str, bytes]]:
    return office_packages.files


@pytest.fixture(scope="session")
def repacked() -> Callable[[bytes, Mapping[str, Any]], bytes]:
    return office_packages.repacked
