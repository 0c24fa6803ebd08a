"""What an audit looked at and found (audits/<n>.json): written by the audit, read by what packs and shows an area."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AuditFailure:
    """One thing wrong in a finished file: ``code`` for programs, the rest in Chinese for the office.

    ``file`` is ``summary`` or ``deck``; ``place`` says slide, page part, paragraph or cell; ``text`` is what stands there.
    """

    code: str
    file: str
    place: str
    text: str
    message: str


@dataclass(frozen=True)
class AuditCheck:
    """How many things one check looked at, and how many of them were wrong; ``label`` is Chinese."""

    code: str
    label: str
    checked: int
    failed: int


@dataclass(frozen=True)
class Audit:
    """What the audit of one area looked at and found; ``ok`` is true when nothing was wrong."""

    area: int
    ok: bool
    checks: tuple[AuditCheck, ...]
    failures: tuple[AuditFailure, ...]
