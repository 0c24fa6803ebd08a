"""Errors that a user may meet: one sentence that names the thing, what was found, where, and what to do next."""

from __future__ import annotations


class BriefingError(Exception):
    """A fault in what we were given (report, template, setting): printed as one sentence, exit status 1, no traceback."""
