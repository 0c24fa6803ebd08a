"""An office of its own for each test: the real Snakefile, rules and templates in a temporary folder, other reports at will."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Two areas, six measures, a pair that can be compared: as short as a report can be and still lead to packs.
SMALL = """\
河口县2024年政府工作报告
——2024年1月15日在河口县第十八届人民代表大会第三次会议上
县人民政府县长  李明
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
一年来，全县地区生产总值完成120.5亿元，同比增长5.6%。
乡村建设成效显著。新建高标准农田1.2万亩，改造农村公路35公里。
民生保障持续加强。新增公办幼儿园2所，城镇新增就业3200人。
二、2024年重点工作
今年，我们将重点抓好以下两个方面工作。
（一）坚持农业优先，全面推进乡村振兴。
夯实产业基础。新建高标准农田1.5万亩，建设粮食仓库3座。改善人居环境。改造农村公路40公里，完成8个村污水治理。
（二）坚持民生为本，持续增进人民福祉。
办好人民教育。新增公办幼儿园3所，新增学位900个。稳定扩大就业。城镇新增就业3500人以上。
三、加强政府自身建设
我们将坚持依法行政，自觉接受监督。
各位代表，让我们团结奋斗，谱写新的篇章！
"""
# The same county a year later: most of SMALL's targets have a result, one is missed, one is told in another way, one is not told.
NEXT_YEAR = """\
河口县2025年政府工作报告
——2025年1月16日在河口县第十八届人民代表大会第四次会议上
县人民政府县长  李明
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
一年来，全县地区生产总值完成127.3亿元，同比增长5.5%。
乡村建设成效显著。新建高标准农田1.6万亩，改造农村公路38公里，启动建设粮食仓库3座。
民生保障持续加强。新增公办幼儿园3所，城镇新增就业3650人。
二、2025年重点工作
今年，我们将重点抓好以下两个方面工作。
（一）坚持农业优先，全面推进乡村振兴。
夯实产业基础。新建高标准农田1.8万亩，建设粮食仓库2座。改善人居环境。改造农村公路45公里，完成10个村污水治理。
（二）坚持民生为本，持续增进人民福祉。
办好人民教育。新增公办幼儿园2所，新增学位600个。稳定扩大就业。城镇新增就业3600人以上。
三、加强政府自身建设
我们将坚持依法行政，自觉接受监督。
各位代表，让我们团结奋斗，谱写新的篇章！
"""


@dataclass(frozen=True)
class Said:
    """How a run ended: its exit status and all that it printed."""

    status: int
    text: str


def surroundings() -> dict[str, str]:
    """The environment without what a surrounding run has left in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("BRIEFING_", "SNAKEMAKE_"))}


def without_thumbnails(arguments: Sequence[str | Path]) -> list[str]:
    """``arguments`` of snakemake with the setting that spares LibreOffice, unless they ask for thumbnails themselves."""
    words = list(map(str, arguments))
    if any(one.startswith("thumbnails=") for one in words):
        return words
    if "--config" not in words:
        return ["--config", "thumbnails=false", "--keep-going", *words]  # a flag ends the list of settings
    at = words.index("--config") + 1
    return [*words[:at], "thumbnails=false", *words[at:]]


class Office:
    """A folder with everything that a run needs, and the run itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.reports = folder / "data" / "reports"
        folder.mkdir()
        shutil.copy(ROOT / "Snakefile", folder)
        shutil.copytree(ROOT / "templates", folder / "templates")
        for name in ("workflow", "profiles"):
            (folder / name).symlink_to(ROOT / name)
        self.reports.mkdir(parents=True)

    def write(self, name: str, text: str = SMALL) -> Path:
        """Put a report into the folder of reports."""
        path = self.reports / name
        path.write_text(text, encoding="utf-8")
        return path

    def run(
        self, *arguments: str | Path, cores: int = 2, before: tuple[str, ...] = (), given: dict[str, str] | None = None
    ) -> Said:
        """``snakemake --cores 2 …`` in this folder, as a person would type it; ``before`` is a command that runs it, ``given``
        stands in its environment. Without thumbnails unless they are asked for: LibreOffice takes longer than all the rest."""
        done = subprocess.run(
            [*before, sys.executable, "-m", "snakemake", "--cores", str(cores), *without_thumbnails(arguments)],
            cwd=self.folder,
            env={**surroundings(), **(given or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
        return Said(done.returncode, done.stdout)

    def files(self) -> dict[str, bytes]:
        """Path under output/ → bytes, of everything but the logs."""
        return {
            str(path.relative_to(self.output)): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and not {"logs", ".locks", ".shards"} & set(path.parts)
        }


def processes_in(folder: Path) -> dict[int, str]:
    """Process id → command line of the processes that work in ``folder``."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder:
                words = (process / "cmdline").read_text(encoding="utf-8", errors="replace").replace("\0", " ")
                found[int(process.name)] = words
        except OSError:
            continue  # it has ended, or it is not ours to look at
    return found
