"""Many reports in parts: what a shard holds, and that one shard can be asked for by itself."""

from __future__ import annotations

import fcntl
from itertools import chain

import pytest

from briefing.run.shards import shards_of
from killing import SECOND
from office import SMALL, Office


@pytest.mark.parametrize(
    ("reports", "size", "sizes"), [(20, 20, []), (21, 20, [11, 10]), (300, 20, [20] * 15), (1, 1, [])]
)
def test_shards_are_even_and_no_larger_than_asked_for(reports: int, size: int, sizes: list[int]) -> None:
    """Every report is in one shard, in order."""
    ids = [f"{number:03}" for number in range(reports)]
    shards = shards_of([[one] for one in ids], size)
    assert [len(part) for part in shards.values()] == sizes
    assert list(chain(*shards.values())) == (ids if sizes else [])


def test_years_of_one_place_stay_in_one_shard() -> None:
    """Also where that makes a shard larger; one Snakemake is enough where all are of one place."""
    shards = shards_of([["a-2023", "a-2024", "a-2025"], ["b"], ["c"], ["d"]], 2)
    assert next(iter(shards.values())) == ["a-2023", "a-2024", "a-2025"]
    assert sorted(chain(*shards.values())) == ["a-2023", "a-2024", "a-2025", "b", "c", "d"]
    assert shards_of([["a-2023", "a-2024", "a-2025"]], 2) == {}


def test_a_shard_by_itself_and_a_shard_with_a_bad_report(office: Office) -> None:
    """One shard can be asked for while another machine makes the other; a report that fails is told at the end by name and
    reason, and the reports of its shard and of the others are made."""
    for name, text in (
        ("一.txt", SMALL),
        ("三.txt", "明天开会。"),
        ("二.txt", SECOND),
        ("四.txt", SMALL.replace("河口", "江口")),
    ):
        office.write(name, text)
    in_two = ("--config", "shard_size=2")
    (office.output / ".locks").mkdir(parents=True)
    with (office.output / ".locks" / ".shard-1-of-2").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = office.run("output/.shards/shard-2-of-2", *in_two)
        assert said.status == 0, said.text
        assert sorted(path.parent.parent.name for path in office.output.glob("*/packs/*_1_*.zip")) == ["二", "四"]
        assert "another run is writing there" in office.run(*in_two).text
    said = office.run(*in_two)
    assert said.status == 1
    closing = said.text.partition("\n\n")[2]
    assert "三: no pack was made.\n  " in closing
    assert "三.txt: only 5 characters of report text were found" in closing
    assert "4 reports, 1 of them not finished." in closing
    assert "一: 2 of 2 packs" in closing
