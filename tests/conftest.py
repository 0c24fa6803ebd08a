"""What all tests share: property tests without a stop-watch, since machines are noisy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
