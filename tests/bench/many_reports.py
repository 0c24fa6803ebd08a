"""What 1, 10, 100, 300 reports cost: ``make bench-many``. Variations of the project's own report, and the real ones where they are.

Each row is one clean run, then one that only builds the graph of all that has been made (``snakemake -n`` of one shard).
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import tempfile
from pathlib import Path

from costs import adopt, machine, snakemake

from office import ROOT, SMALL, Office
from shared_reports import reports

REPORT = ROOT / "data" / "reports" / "xiaodian-2024.txt"
FIRST, SECOND = "东西南北中上下新平安永长", "山水河川原林泉阳城江溪岭海岗台"
SHARD = 20


def variation(text: str, number: int) -> str:
    """The report of another place with other figures: each digit of a number but its first is drawn anew, years stay."""
    chance = random.Random(number)
    place = FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)] + ("" if number < 180 else "二")

    def other(found: re.Match[str]) -> str:
        first, *rest = found.group()
        return first + "".join(str(chance.randrange(1, 10)) if one.isdigit() else one for one in rest)

    return re.sub(r"(?<!\d)(?!20\d\d年)\d+(?:\.\d+)?", other, text.replace("小店", place))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[1, 10, 100, 300])
    parser.add_argument("--short", action="store_true", help="variations of a report of two areas, a third of the work")
    parser.add_argument("--real", action="store_true", help="also all real reports of the folder shared, in one run")
    given = parser.parse_args()
    adopt()
    print(machine())
    print(
        f"{'reports':>12} {'wall s':>8} {'CPU s':>8} {'wall/report':>12} {'CPU/report':>11} {'busy':>5}"
        f" {'Snakemake MB':>13} {'worker MB':>10} {'graph CPU':>10} {'packs':>6} {'MB out':>7}"
    )
    text = SMALL.replace("河口", "小店") if given.short else REPORT.read_text(encoding="utf-8")
    sets = [
        (str(count), [(f"{n:04}.txt", variation(text, n).encode()) for n in range(count)]) for count in given.reports
    ]
    if given.real and reports():
        real = {path.stem: path for path in reports()}  # of a report in two kinds of file one is taken
        sets.append((f"{len(real)} real", [(path.name, path.read_bytes()) for path in real.values()]))
    for name, contents in sets:
        with tempfile.TemporaryDirectory() as folder:
            _row(name, contents, Path(folder) / "office")


def _row(name: str, contents: list[tuple[str, bytes]], folder: Path) -> None:
    office = Office(folder)
    for file, content in contents:
        (office.reports / file).write_bytes(content)
    made = snakemake(folder, "--config", f"shard_size={SHARD}", "--keep-going")
    first = ",".join(sorted(Path(file).stem for file, _ in contents)[:SHARD])
    graph = snakemake(folder, "-n", "--quiet", "all", "--config", f"only=[{first}]")
    count = len(contents)
    packs = sum(1 for _ in office.output.glob("*/packs/*.zip"))
    size = sum(path.stat().st_size for path in office.output.rglob("*") if path.is_file()) / 1e6
    print(
        f"{name:>12} {made.wall:8.1f} {made.cpu:8.1f} {made.wall / count:12.2f} {made.cpu / count:11.2f} {made.busy:5.0%}"
        f" {made.first_mb:13.0f} {made.peak_mb:10.0f} {graph.cpu:10.2f} {packs:6} {size:7.1f}",
        flush=True,
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
