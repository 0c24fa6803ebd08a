"""briefing publish into a folder and onto a WebDAV server: versions that stay, and a page that never leads to half of one."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import fsspec
import pytest

from briefing.__main__ import main
from briefing.distribute import publish
from mail_desk import ID, Desk
from mail_server import free_port


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """With a page that links to the two documents of an area."""
    for name in ("summaries/1.docx", "decks/1.pptx", "metrics.xlsx"):
        path = desk.output / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    links = "".join(
        f'<a href="{one}">x</a>' for one in ("summaries/1.docx", "decks/1.pptx", "metrics.xlsx", "#top", "missing.pdf")
    )
    (desk.output / "index.html").write_text(f"<html>{links}</html>", encoding="utf-8")
    return desk


def publish_to(desk: Desk, target: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["publish", ID, str(target), "--config", str(desk.folder / "config.yaml")])
    said = capsys.readouterr()
    return status, said.out + said.err


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("share")


def test_a_shared_folder(desk: Desk, share: Path, capsys) -> None:
    """The page, what it links to and the packs, byte for byte; nothing half-written is left."""
    status, said = publish_to(desk, share, capsys)
    assert status == 0, said
    there = tree(share / ID / "v1")
    record = json.loads(there.pop("version.json"))
    packs = {f"packs/{path.name}": path.read_bytes() for path in (desk.output / "packs").iterdir()}
    assert len(packs) == 2
    assert (
        there
        == {
            name: (desk.output / name).read_bytes()
            for name in ("index.html", "summaries/1.docx", "decks/1.pptx", "metrics.xlsx")
        }
        | packs
    )
    assert set(record["files"]) == set(there)
    assert "v1/index.html" in (share / ID / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (share / ID).iterdir()) == ["index.html", "v1"]


def test_nothing_is_published_before_the_last_check_of_a_run(desk: Desk, share: Path, capsys) -> None:
    """As with sending."""
    (desk.output / "audits" / "report.json").unlink()
    status, said = publish_to(desk, share, capsys)
    assert status == 1
    assert "have not passed the last check of a run" in said
    assert not tree(share)


def test_versions_stay(desk: Desk, share: Path, capsys) -> None:
    """The same again is no new version; a changed pack is, and the one before is as it was."""
    publish_to(desk, share, capsys)
    first = tree(share / ID / "v1")
    status, said = publish_to(desk, share, capsys)
    assert (status, sorted(path.name for path in (share / ID).iterdir())) == (0, ["index.html", "v1"])
    assert "nothing is new" in said
    desk.make(second_target="15个")
    assert publish_to(desk, share, capsys)[0] == 0
    assert tree(share / ID / "v1") == first
    assert tree(share / ID / "v2") != first
    page = (share / ID / "index.html").read_text(encoding="utf-8")
    assert "url=v2/index.html" in page
    assert "第1版" in page
    (share / "other.txt").write_text("theirs")
    publish_to(desk, share, capsys)
    assert (share / "other.txt").read_text() == "theirs"


class Stopped(Exception):  # noqa: N818 -- stands for a cut line
    """The store went away."""


@dataclass
class Failing:
    """A store that goes away at its n-th change."""

    store: object
    left: int

    def __getattr__(self, name: str) -> object:
        if name == "pipe_file":
            self.left -= 1
            if self.left < 0:
                raise Stopped
        return getattr(self.store, name)


def test_interrupted_at_every_step(tmp_path: Path) -> None:
    """Wherever it stops, the page leads to a whole version, and the same command completes the very same one."""
    files = {"index.html": b"page", "packs/甲.zip": b"pack", "decks/1.pptx": b"deck"}
    local = fsspec.filesystem("file")
    seen = set()
    for left in range(6):
        root = f"{tmp_path}/{left}"
        publish(local, root, "报告", {"index.html": b"old"})
        try:
            publish(Failing(local, left), root, "报告", files)
            stopped = False
        except Stopped:
            stopped = True
        page = (Path(root) / "index.html").read_text(encoding="utf-8")
        leads = page.partition("url=")[2].partition("/")[0]
        seen.add((stopped, leads))
        assert (Path(root) / leads / "version.json").is_file(), "never to half of a version"
        done = publish(local, root, "报告", files)
        assert done.number == 2, "what was begun is completed, not begun again"
        assert {
            name: content
            for name, content in tree(Path(root) / "v2").items()
            if ".incoming-" not in name and name != "version.json"
        } == files
        assert tree(Path(root) / "v1")["index.html"] == b"old"
    assert (True, "v1") in seen
    assert (False, "v2") in seen


def test_another_publisher_was_interrupted(tmp_path: Path) -> None:
    """What someone else left unfinished is not touched: ours is the next number."""
    local = fsspec.filesystem("file")
    (tmp_path / "r" / "v1").mkdir(parents=True)
    (tmp_path / "r" / "v1" / "index.html").write_bytes(b"theirs")
    assert publish(local, f"{tmp_path}/r", "报告", {"index.html": b"ours"}).number == 2
    assert (tmp_path / "r" / "v1" / "index.html").read_bytes() == b"theirs"


def test_a_title_is_no_markup(tmp_path: Path) -> None:
    """The page of versions escapes what the report says, and runs nothing."""
    publish(fsspec.filesystem("file"), f"{tmp_path}/r", "<script>alert(1)</script>", {"index.html": b""})
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "default-src 'none'" in page


@pytest.fixture
def webdav(share: Path) -> Iterator[str]:
    """A WebDAV server on loopback that asks for office/secret; gives its address."""
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    port = free_port()
    application = WsgiDAVApp(
        {
            "host": "127.0.0.1", "port": port, "provider_mapping": {"/": str(share)}, "verbose": 0, "logging": {"enable": False},
            "simple_dc": {"user_mapping": {"*": {"office": {"password": "secret-word"}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        }
    )  # fmt: skip
    server = wsgi.Server(("127.0.0.1", port), application)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.stop()
    thread.join(10)


def test_a_webdav_server(desk: Desk, share: Path, webdav: str, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same tree as in a folder, version after version; the login comes from the environment and is printed nowhere."""
    status, said = publish_to(desk, f"{webdav}/packs of 2024", capsys)
    assert status == 1
    assert "cannot be written" in said
    monkeypatch.setenv("BRIEFING_WEBDAV_USER", "office")
    monkeypatch.setenv("BRIEFING_WEBDAV_PASSWORD", "secret-word")
    for number, target in enumerate(("12个", "12个", "15个")):
        desk.make(second_target=target)
        status, more = publish_to(desk, f"{webdav}/briefings", capsys)
        said += more
        assert status == 0, (number, more)
    root = share / "briefings" / ID
    assert sorted(path.name for path in root.iterdir()) == ["index.html", "v1", "v2"]
    packs = {path.name: path.read_bytes() for path in (desk.output / "packs").iterdir()}
    assert {path.name: path.read_bytes() for path in (root / "v2" / "packs").iterdir()} == packs
    assert "url=v2/index.html" in (root / "index.html").read_text(encoding="utf-8")
    assert "secret-word" not in said
    assert base64.b64encode(b"office:secret-word").decode() not in said


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("no/such/folder", "is no folder"),
        ("https://office:secret@dav.example.org/", "holds a login"),
        ("ftp://example.org/x", "is not known"),
        ("http://127.0.0.1:9/x", "cannot be written"),
    ],
)
def test_targets_that_cannot_be(desk: Desk, capsys, target: str, sentence: str) -> None:
    """Each is one sentence; a login in an address is not repeated."""
    status, said = publish_to(desk, target, capsys)
    assert status == 1
    assert sentence in said
    assert "secret" not in said
    assert "Traceback" not in said


def test_a_link_that_leads_out(desk: Desk, share: Path, capsys) -> None:
    """A page that names a file outside the report's folder does not publish it."""
    (desk.output / "index.html").write_text('<a href="../../config.yaml">x</a>', encoding="utf-8")
    status, said = publish_to(desk, share, capsys)
    assert status == 1
    assert "outside the report" in said
    assert tree(share) == {}
