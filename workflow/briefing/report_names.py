"""What the report of a place and year is called: a government gives a 政府工作报告, the office of a 街道 a 工作报告."""

from __future__ import annotations

_NO_GOVERNMENT = ("街道", "街道办事处")


def report_name(place: str, year: int = 0) -> str:
    """小店区2024年政府工作报告, 白杨街道2023年工作报告; without a year where none is known."""
    whose = "" if place.endswith(_NO_GOVERNMENT) else "政府"
    return f"{place}{f'{year}年' if year else ''}{whose}工作报告"
