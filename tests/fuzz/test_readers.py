"""Every reader of files from outside reads a damaged file or says in one sentence why not: a short run of the fuzzer, and what it found."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import seeds
from hypothesis import HealthCheck, given, settings
from mutation import inputs
from readers import READERS
from running import Hang, fed, memory_limit

FOUND = sorted((Path(__file__).parent / "found").glob("*"))
# Enough to meet each kind of change; the long run is tests/fuzz/fuzz.py.
EXAMPLES = {
    "txt": 60,
    "html": 60,
    "yaml": 60,
    "csv": 150,
    "table": 150,
    "docx": 60,
    "pdf": 15,
    "review": 12,
    "summary": 8,
    "deck": 10,
    "returned": 20,
    "pack": 20,
}


@pytest.mark.parametrize("reader", READERS)
def test_the_corpus_is_read(reader: str) -> None:
    """What mutation starts from are good files: the reader takes each of them."""
    assert [fed(READERS[reader], one) for one in seeds(reader)] == ["read"] * len(seeds(reader))
    assert seeds(reader)


@pytest.mark.parametrize("reader", READERS)
def test_damaged_files(reader: str) -> None:
    """Read or refused, within ten seconds and 500 MB."""
    ends = {"read": 0, "refused": 0}

    @settings(max_examples=EXAMPLES[reader], database=None, suppress_health_check=list(HealthCheck))
    @given(inputs(reader))
    def feed(content: bytes) -> None:
        ends[fed(READERS[reader], content)] += 1

    with memory_limit():
        feed()
    assert sum(ends.values()) >= EXAMPLES[reader]
    assert ends["refused"], "the changes do damage"


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_the_fuzzer_found(path: Path) -> None:
    """Each input that once led to a traceback, a hang or too much memory; the name begins with its reader."""
    with memory_limit():
        assert fed(READERS[path.name.partition("-")[0]], path.read_bytes()) in ("read", "refused")


def test_a_hang_and_a_crash_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness itself: what never ends, what asks for too much and what raises anything else fails."""
    monkeypatch.setattr("running.SECONDS", 0.2)

    def endless(_: bytes) -> None:
        while True:
            pass

    with pytest.raises(Hang):
        fed(endless, b"")
    with memory_limit(), pytest.raises(MemoryError):
        fed(lambda _: bytearray(600 * 1024 * 1024), b"")
    with pytest.raises(ZeroDivisionError):
        fed(lambda _: 1 / 0, b"")
