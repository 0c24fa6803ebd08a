"""The desk and the mail server of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.__main__ import main
from mail_desk import Desk, Said
from mail_server import Post, served


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def send(desk: Desk, capsys: pytest.CaptureFixture[str]):
    """``briefing send small-2024 …`` in this process."""

    def call(*arguments: str) -> Said:
        status = main(desk.arguments(*arguments))
        said = capsys.readouterr()
        return Said(status, said.out + said.err)

    return call


@pytest.fixture
def post(desk: Desk) -> Iterator[Post]:
    """A server without TLS or login on loopback, known to the desk."""
    handler = Post()
    yield from served(handler, desk, {})
