"""A desk with finished packs, settings and recipients, for the tests of what leaves the office."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.audit_result import Audit
from briefing.files import write_bytes, write_json, write_rows
from briefing.model import OVERVIEW, Brief, Metric
from briefing.pack import pack_area, pack_name
from small_report import small_brief, small_metrics, small_report

ROOT = Path(__file__).resolve().parents[1]
ID = "small-2024"


@dataclass
class Said:
    """How a command ended and what it printed."""

    status: int
    text: str


class Desk:
    """A folder with the packs of both areas of the small report, settings and recipients."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output" / ID
        self.recipients = folder / "recipients.csv"
        self.ledger = folder / "ledger.sqlite"
        self.settings: dict[str, object] = {}
        self.deck_bytes = b"deck" * 900
        self.summary_bytes = b"summary" * 40
        self.make()
        self.configure(port=1)
        self.list("all,甲科长,jia@example.org,zip", "2,乙科长,yi@example.org,documents")

    def make(self, second_target: str = "12个", areas: tuple[int, ...] = (1, 2)) -> None:
        """Write what a run would: packs of both areas, tables, briefs. ``second_target`` is a figure of area 2."""
        report = small_report()
        metrics = tuple(replace(one, text=second_target) if one.text == "12个" else one for one in small_metrics())
        first = small_brief(report, metrics)
        products = {}
        write_json(self.output / "report.json", report)
        write_rows(self.output / "metrics.csv", Metric, metrics)
        for old in (self.output / "packs").glob("*.zip"):
            old.unlink()
        for number in areas:
            brief = first if number == 1 else self._second(first, metrics)
            audit = Audit(number, True, (), ())
            shown = {one.name: b"\x89PNG" for one in brief.charts}
            documents = (
                self.summary_bytes + f"{number} {second_target if number == 2 else ''}".encode(),
                self.deck_bytes,
            )
            content = pack_area(report, brief, audit, metrics, *documents, shown, {}, "1")
            products[number] = {"pack": pack_name(report, number)}
            write_bytes(self.output / "packs" / f"{products[number]['pack']}.zip", content)
            write_json(self.output / "briefs" / f"{number}.json", brief)
        products.setdefault(2, {"pack": pack_name(report, 2)})
        write_json(self.output / "products.json", products)
        write_json(self.output / "audits" / "report.json", {"ok": True})

    def add_overview(self, lead: str = "部署两个方面的工作。") -> Path:
        """The pack of the whole report, as a run puts it beside those of the areas."""
        report, metrics = small_report(), small_metrics()
        first = small_brief(report, metrics)
        brief = replace(
            first, number=OVERVIEW, numeral="", title="2024年工作总览：二个方面", lead=lead, charts=(), topics=()
        )
        audit = Audit(OVERVIEW, True, (), ())
        content = pack_area(report, brief, audit, metrics, self.summary_bytes, self.deck_bytes, {}, {}, "1")
        path = self.output / "overview" / f"{pack_name(report, OVERVIEW)}.zip"
        write_bytes(path, content)
        write_json(path.parent / "brief.json", brief)
        return path

    def _second(self, first: Brief, metrics: tuple[Metric, ...]) -> Brief:
        targets = tuple(
            replace(
                first.targets[0],
                metric_id=one.metric_id,
                indicator=one.indicator,
                name="",
                display=one.text,
                paragraph=4,
            )
            for one in metrics
            if one.area == 2
        )
        return replace(
            first,
            number=2,
            numeral="二",
            title="守牢安全底线，维护社会稳定",
            targets=targets,
            results=(),
            charts=(),
            topics=(),
        )

    def list(self, *rows: str, head: str = "area,name,address,gets") -> None:
        """Write the table of recipients."""
        self.recipients.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")

    def configure(self, **mail: object) -> None:
        """Write the settings; what is not given stays as it was."""
        self.settings = {
            "from": "办公室 <office@example.org>", "server": "127.0.0.1", "security": "none", "timeout_seconds": 5,
            **self.settings, **mail, "recipients": str(self.recipients), "ledger": str(self.ledger),
        }  # fmt: skip
        text = (ROOT / "workflow" / "config.yaml").read_text(encoding="utf-8").partition("\nmail:")[0]
        text = text.replace("output_dir: output ", f"output_dir: {self.folder / 'output'} ")
        text = text.replace("reports_dir: data/reports ", f"reports_dir: {self.folder} ")
        lines = [f"  {key}: {value!r}" for key, value in self.settings.items()]
        (self.folder / "config.yaml").write_text("\n".join([text, "mail:", *lines, ""]), encoding="utf-8")

    def arguments(self, *arguments: str) -> list[str]:
        return ["send", ID, "--config", str(self.folder / "config.yaml"), *arguments]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """``briefing send`` as a process of its own, which can be killed."""
        return subprocess.Popen(
            [sys.executable, "-m", "briefing", *self.arguments(*arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "workflow")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def letters(self) -> list[Path]:
        return sorted((self.output / "mail").glob("*.eml"))
