"""Audit: finished documents proved against the source, before anything is packed and when a file comes back."""

from briefing.audit.auditing import audit
from briefing.audit.evidence import Verdict, describe, stamp, verify

__all__ = ["Verdict", "audit", "describe", "stamp", "verify"]
