"""Two clean runs of the same files give the same bytes: whatever the folder, order, cores, language, time zone, seed and month."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from killing import SECOND
from office import ROOT, SMALL, Office, surroundings

REAL = ROOT / "data" / "reports" / "xiaodian-2024.txt"
FAKETIME = shutil.which("faketime")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The ordinary run: two cores, all reports at once, today."""
    office = stocked(tmp_path_factory.mktemp("ordinary") / "office")
    said = office.run()
    assert said.status == 0, said.text
    assert len(office.files()) > 100
    return office


def stocked(folder: Path) -> Office:
    """An office with a real report and two short ones."""
    office = Office(folder)
    shutil.copy(REAL, office.reports)
    office.write("河口.txt")
    office.write("海口.txt", SECOND)
    return office


def differing(made: Office, other: Office) -> list[str]:
    """Names of the files that are not the same in both, or only in one."""
    ours, theirs = made.files(), other.files()
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def chinese_locale(folder: Path) -> dict[str, str]:
    """The locale of an old Chinese office, whose names of files are no UTF-8, where the system can make one; else C."""
    where = folder / "zh_CN.GB18030"
    if shutil.which("localedef"):
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "GB18030", where], capture_output=True)
    if not where.is_dir():
        return {"LC_ALL": "C"}
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.GB18030"}


def test_one_by_one_on_one_core_elsewhere(made: Office, tmp_path: Path) -> None:
    """Another folder with blanks and Chinese letters, one core, the reports one after another from the last to the first,
    Shanghai's time, another hash seed."""
    other = stocked(tmp_path / "另 一 处")
    for report in ("河口", "海口", "xiaodian-2024"):
        said = other.run(
            "--config", f"only={report}", cores=1, given={"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
        )
        assert said.status == 0, said.text
    assert differing(made, other) == []


def test_in_shards_on_four_cores_in_a_chinese_locale(made: Office, tmp_path: Path) -> None:
    """Every report by a Snakemake of its own, four commands at a time, Honolulu's time, no hash seed of ours."""
    other = stocked(tmp_path / "office")
    given = {"TZ": "Pacific/Honolulu", "PYTHONHASHSEED": "random", **chinese_locale(tmp_path)}
    said = other.run("--config", "shard_size=1", cores=4, given=given)
    assert said.status == 0, said.text
    assert differing(made, other) == []


@pytest.mark.skipif(FAKETIME is None, reason="faketime, which makes a run live in another month, is not installed")
@pytest.mark.parametrize("day", ["2024-02-29 12:00:00", "2031-12-31 23:59:50"])
def test_in_another_month(made: Office, tmp_path: Path, day: str) -> None:
    """On a leap day, and over the end of a year to come."""
    other = Office(tmp_path / "office")
    other.write("河口.txt")
    said = other.run(before=("faketime", day))
    assert said.status == 0, said.text
    ours = {name: content for name, content in made.files().items() if name.startswith("河口/")}
    assert other.files() == ours


def test_runs_of_two_machines_are_compared_by_manifest(made: Office, tmp_path: Path) -> None:
    """``briefing verify`` of another machine's output: the same bytes, exit status 0. Of one in which one area was made of another
    text: that pack by its name, and 1."""
    theirs = tmp_path / "theirs"
    shutil.copytree(made.output, theirs)

    def verified() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "briefing", "verify", theirs, "--output", made.output]
        return subprocess.run(command, capture_output=True, text=True, env=surroundings(), cwd=made.folder)

    same = verified()
    assert same.returncode == 0, same.stdout + same.stderr
    packs = list(theirs.rglob("*.zip"))
    assert same.stdout.count("本机的") == len(packs) > 6
    other = Office(tmp_path / "office")
    other.write("河口.txt", SMALL.replace("新增学位900个", "新增学位800个"))
    assert other.run().status == 0
    shutil.rmtree(theirs / "河口")
    shutil.copytree(other.output / "河口", theirs / "河口")
    changed = verified()
    assert changed.returncode == 1
    assert "来源" in changed.stdout
