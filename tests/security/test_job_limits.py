"""One job, one bounded share of the machine: what asks for more ends with a sentence, and the next job is as free as before."""

from __future__ import annotations

import resource
import time

import pytest

from briefing.errors import BriefingError
from briefing.limits import MEMORY_MB, MINUTES, limited
from office import SMALL, Office


def test_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs more than the limit is refused; afterwards the process has its old limit again."""
    monkeypatch.setenv(MEMORY_MB, "100")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(BriefingError, match="more than 100 MB"), limited():
        bytearray(300 * 1024 * 1024)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    with limited():
        bytearray(20 * 1024 * 1024)


def test_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What never ends is stopped, also inside one regular expression that goes astray."""
    monkeypatch.setattr("briefing.limits._limit", lambda name: 0)
    import re

    import briefing.limits

    monkeypatch.setattr(briefing.limits, "_limit", lambda name: 1 if name == MINUTES else 0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    now = int(used.ru_utime + used.ru_stime)
    real = briefing.limits._lower

    def soon(kind: int, wanted: int) -> tuple[int, int]:
        return real(kind, now + 2 if kind == resource.RLIMIT_CPU else wanted)

    monkeypatch.setattr(briefing.limits, "_lower", soon)
    began = time.process_time()
    with pytest.raises(BriefingError, match="stopped after 1 minutes"), limited():
        re.match(r"(a+)+$", "a" * 60 + "b")
    assert time.process_time() - began < 10


def test_a_limit_that_is_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with what was found."""
    monkeypatch.setenv(MINUTES, "ten")
    with pytest.raises(BriefingError, match="BRIEFING_MINUTES: is 'ten'"), limited():
        pass


def test_a_run_hands_its_limits_to_its_jobs(office: Office) -> None:
    """With next to no memory allowed, the job fails with the sentence and no traceback; with the usual limit it does not."""
    long = "".join(f"完成第{number}个村的道路和环境改造，方便群众出行；" for number in range(6000))
    office.write("河口.txt", SMALL.replace("改善人居环境。", f"{long}改善人居环境。"))
    said = office.run("--config", "limits={memory_mb: 1, minutes: 10}", "--", "output/河口/report.json")
    assert said.status == 1
    assert "needs more than 1 MB of memory" in said.text
    assert "Traceback" not in said.text
    assert office.run("output/河口/report.json").status == 0
