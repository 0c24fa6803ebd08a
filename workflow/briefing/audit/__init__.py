"""Audit: finished documents proved against the source, before anything is packed."""

from briefing.audit.auditing import audit

__all__ = ["audit"]
