"""What a run withstands: being killed, a full or read-only disk, a report that goes away, a clock that jumps."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.run.start import RECORDS
from killing import IN_SHARDS, SECOND, Undisturbed, trial, undisturbed
from office import SMALL, Office, processes_in, surroundings, without_thumbnails


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[None]:
    """A disk of its own, in memory, at ``place``; the test is skipped where we may not mount one."""
    place.mkdir(parents=True, exist_ok=True)
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place], capture_output=True
    ).returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def remount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)


def start(office: Office, arguments: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2", *without_thumbnails(arguments)],
        cwd=office.folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def until(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert path.exists(), f"the run reached {path.name}"


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """What a run makes of 河口 and 海口 that nobody disturbs."""
    return undisturbed(tmp_path_factory.mktemp("survival"))


def files_of(report: str, expected: Undisturbed) -> dict[str, bytes]:
    return {name: content for name, content in expected.files.items() if name.startswith(f"{report}/")}


def test_killed_runs_are_completed_by_the_same_command(expected: Undisturbed, tmp_path: Path) -> None:
    """Five of the moments of ``make survival``: scheduler and any other process, one Snakemake and shards; same bytes."""
    chance = random.Random(7)
    assert len(expected.files) > 40
    for number, (scheduler, sharded) in enumerate(
        [(True, False), (False, False), (True, True), (False, True), (False, False)]
    ):
        done = trial(tmp_path / str(number), chance, expected, scheduler=scheduler, sharded=sharded)
        assert done.faults == (), f"killed after {done.moment:.2f} s: {done.killed}"
        assert processes_in(tmp_path / str(number)) == {}


def test_a_full_disk_is_told_and_the_same_command_completes_when_there_is_room(
    office: Office, expected: Undisturbed
) -> None:
    """Disks that are full after the first files, or from the start: the reason stands at the end, nothing is half-written."""
    office.write("河口.txt")
    for kilobytes in (300, 16):
        with small_disk(office.output, kilobytes):
            said = office.run()
            assert said.status == 1
            assert "No space left on device" in said.text or "the disk is full; make room and run again." in said.text
            assert "Traceback" not in said.text
            assert [name for name in office.files() if ".part" in name] == []
            remount(office.output, "size=50m")
            said = office.run()
            assert said.status == 0, said.text
            assert office.files() == files_of("河口", expected)


def test_a_disk_that_may_not_be_written_is_told_before_anything_is_done(office: Office) -> None:
    """One sentence, exit status 1; written again when the disk may be written again."""
    office.write("河口.txt")
    with small_disk(office.output, 50_000):
        remount(office.output, "ro")
        said = office.run()
        assert said.status == 1
        assert "error: output_dir output: cannot be written (Read-only file system)" in said.text
        assert "Traceback" not in said.text
        remount(office.output, "rw")
        assert office.run().status == 0


def test_a_report_that_goes_away_during_a_run_holds_up_only_itself(office: Office) -> None:
    """Removed before it is read, it is told by name, the others are made; renamed, it is made under its new name."""
    for name in ("一.txt", "二.txt", "三.txt", "四.txt"):
        office.write(name, SMALL.replace("河口", name[0]))
    running = start(office)
    until(office.output / "一" / "cleaned.txt")
    (office.reports / "四.txt").rename(office.reports / "五.txt")
    text = running.communicate(timeout=120)[0].decode("utf-8")
    if not (office.output / "四" / "cleaned.txt").exists():
        assert running.returncode == 1
        assert "四: no pack was made." in text
        assert "四.txt" in text.partition("四: no pack was made.")[2]
    for report in "一二三":
        assert f"{report}: 2 of 2 packs" in text
    said = office.run()
    assert said.status == 0, said.text
    assert "五: 2 of 2 packs" in said.text


def test_a_disk_of_the_whole_office_that_is_full_or_read_only_is_told_in_one_sentence(
    tmp_path: Path, expected: Undisturbed
) -> None:
    """Where Snakemake's own records have no room either, before a run or amid it: no traceback, and the same command completes."""
    place = tmp_path / "disk"
    with small_disk(place, 60_000):
        office = Office(place / "office")
        office.write("河口.txt")
        filling = place / "filling"
        for free in (700_000, 100_000):
            filling.unlink(missing_ok=True)
            disk = os.statvfs(place)
            filling.write_bytes(bytes(disk.f_bavail * disk.f_frsize - free))
            said = office.run()
            assert said.status == 1
            assert "the disk is full; make room" in said.text or "No space left on device" in said.text
            assert "Traceback" not in said.text
            if free > RECORDS:  # it begins: then it tells what became of the report
                assert "\n河口: " in said.text
        filling.unlink()
        remount(place, "ro")
        said = office.run()
        assert said.status == 1
        assert "cannot be written (Read-only file system), and Snakemake keeps its records there" in said.text
        assert "Traceback" not in said.text
        remount(place, "rw")
        said = office.run()
        assert said.status == 0, said.text
        assert office.files() == files_of("河口", expected)


def test_a_report_removed_before_it_is_read_holds_up_only_itself(office: Office) -> None:
    """Its own job says that it is gone, the closing words name it, and the same command again has nothing to say of it."""
    for name in "一二三":
        office.write(f"{name}.txt", SMALL.replace("河口", name))
    running = start(office, ("--cores", "1"))
    end = time.monotonic() + 60
    while not (begun := sorted(office.output.glob("*/logs"))) and time.monotonic() < end:
        time.sleep(0.002)
    first = begun[0].parent.name
    removed = next(name for name in "三二一" if name != first)
    (office.reports / f"{removed}.txt").unlink()
    text = running.communicate(timeout=120)[0].decode("utf-8")
    assert running.returncode == 1
    assert (
        f"{removed}: no pack was made.\n  data/reports/{removed}.txt: cannot be read (No such file or directory)"
        in text
    )
    assert "3 reports, 1 of them not finished." in text
    assert "Traceback" not in text
    for report in set("一二三") - {removed}:
        assert f"{report}: 2 of 2 packs" in text
    assert "Nothing to be done" in office.run().text


def test_reports_that_are_removed_during_a_run_hold_up_only_themselves(office: Office) -> None:
    """One after it was read, another perhaps before: the others are made, what fails is told by name, and the same command
    again has nothing to say of either."""
    for name in "一二三":
        office.write(f"{name}.txt", SMALL.replace("河口", name))
    running = start(office)
    until(office.output / "一" / "logs" / "parse.log")
    (office.reports / "一.txt").unlink()
    (office.reports / "三.txt").unlink()
    text = running.communicate(timeout=120)[0].decode("utf-8")
    assert "二: 2 of 2 packs" in text
    for report in "一三":
        told = text.partition(f"\n{report}: ")[2].partition("\n")
        if not told[0].startswith("2 of 2 packs"):
            assert told[0] == "no pack was made.", text
            assert f"{report}.txt" in told[2].partition("\n")[0]
            assert running.returncode == 1
    assert "Traceback" not in text
    said = office.run()
    assert said.status == 0, said.text
    assert "Nothing to be done" in said.text


@pytest.mark.parametrize("arguments", [(), IN_SHARDS], ids=["one Snakemake", "shards"])
def test_of_two_runs_begun_at_one_instant_one_makes_everything(
    office: Office, expected: Undisturbed, arguments: tuple[str, ...]
) -> None:
    """The other says in one sentence that it is not alone, or comes late enough to find nothing to do; same bytes."""
    office.write("河口.txt")
    office.write("海口.txt", SECOND)
    both = [start(office, arguments), start(office, arguments)]
    texts = [one.communicate(timeout=120)[0].decode("utf-8") for one in both]
    ended = sorted(zip((one.returncode for one in both), texts, strict=True))
    assert ended[0][0] == 0, texts
    for status, text in ended[1:]:
        lines = [one for one in text.splitlines() if not one.startswith(("Using workflow specific", "Config file"))]
        assert status == 0 or lines == [
            "error: output: another run is writing there; wait for it to end or choose another output_dir."
        ], text
    assert office.files() == expected.files
    assert processes_in(office.folder) == {}


def test_a_clock_that_jumps_changes_nothing(office: Office, expected: Undisturbed) -> None:
    """Half of a run, then all files dated a year ahead or back, each its own way: the same command completes, same bytes, and
    leaves the dates of the files that people gave as they are."""
    office.write("河口.txt")
    running = start(office)
    until(office.output / "河口" / "briefs" / "1.json")
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    chance = random.Random(3)
    files = [path for path in (office.folder / "output").rglob("*") if path.is_file()]
    for path in files:
        year = time.time() + chance.uniform(-3e7, 3e7)
        os.utime(path, (year, year))
    ahead = time.time() + 1e8
    os.utime(office.reports / "河口.txt", (ahead, ahead))
    said = office.run()
    assert said.status == 0, said.text
    assert office.files() == files_of("河口", expected)
    assert (office.reports / "河口.txt").stat().st_mtime == pytest.approx(ahead)
    assert "[" not in office.run().text, "nothing is left to do"


def test_what_is_put_back_counts_although_it_is_older(office: Office) -> None:
    """A report that is replaced by an older file is read again: its content counts, not its date."""
    path = office.write("河口.txt")
    assert office.run("output/河口/report.json").status == 0
    office.write("河口.txt", SMALL.replace("新增学位900个", "新增学位800个"))
    os.utime(path, (1e9, 1e9))
    said = office.run("output/河口/report.json")
    assert said.status == 0, said.text
    assert "新增学位800个" in (office.output / "河口" / "cleaned.txt").read_text(encoding="utf-8")
