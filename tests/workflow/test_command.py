"""The command that a run's jobs find first: it asks the run's workers at half the cost, and does without them what they would do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import workers
from briefing.client import PYTHON, WORKERS
from office import ROOT, SMALL, surroundings

COMMAND = ROOT / "workflow" / "bin" / "briefing"


def parse(
    folder: Path, environment: dict[str, str], command: Path | str = "briefing"
) -> subprocess.CompletedProcess[str]:
    (folder / "河口.txt").write_text(SMALL, encoding="utf-8")
    words = [
        "parse",
        "--source",
        "河口.txt",
        "--cleaned",
        "cleaned.txt",
        "--report",
        "report.json",
        "--areas",
        "areas.csv",
    ]
    return subprocess.run(
        [command, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=120, env=environment
    )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of the jobs of a run that keeps a worker."""
    for name in (WORKERS, PYTHON):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", os.environ["PATH"])
    workers.start(1)
    return {**surroundings(), **{name: os.environ[name] for name in (WORKERS, PYTHON, "PATH")}}


def test_the_jobs_of_a_run_find_it_before_the_installed_command(run: dict[str, str], tmp_path: Path) -> None:
    assert shutil.which("briefing", path=run["PATH"]) == str(COMMAND)
    done = parse(tmp_path, run)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "report.json").is_file()


def test_a_fault_is_told_as_by_the_installed_command(run: dict[str, str], tmp_path: Path) -> None:
    alone = surroundings() | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    words = ["parse", "--source", "没有.txt", "--cleaned", "c", "--report", "r", "--areas", "a"]
    told = [
        subprocess.run(
            [command, *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120, env=env
        )
        for command, env in ((COMMAND, run), (Path(sys.executable).parent / "briefing", alone))
    ]
    assert told[0].returncode == told[1].returncode == 1
    assert told[0].stderr == told[1].stderr != ""


def test_where_nobody_listens_it_does_the_work_itself_and_takes_no_module_from_the_folder(tmp_path: Path) -> None:
    """The workers of a run that was killed are gone; a file ``json.py`` among somebody's reports is no part of Python."""
    (tmp_path / "json.py").write_text("raise SystemExit('taken from the folder')", encoding="utf-8")
    done = parse(tmp_path, surroundings() | {WORKERS: "briefing-nobody", PYTHON: sys.executable}, COMMAND)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "report.json").is_file()
