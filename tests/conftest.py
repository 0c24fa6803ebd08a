"""What all tests share: property tests that are the same on every run, without a stop-watch since machines are noisy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
