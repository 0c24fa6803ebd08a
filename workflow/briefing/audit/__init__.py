"""Audit: finished documents proved against the source, before anything is packed and when a file comes back."""

from briefing.audit.auditing import audit, audit_report
from briefing.audit.evidence import Verdict, describe, evidence, verify
from briefing.audit.manifests import against_files, against_manifest, read_manifest, read_pack, told

__all__ = [
    "Verdict",
    "against_files",
    "against_manifest",
    "audit",
    "audit_report",
    "describe",
    "evidence",
    "read_manifest",
    "read_pack",
    "told",
    "verify",
]
