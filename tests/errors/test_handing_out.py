"""Settings, packs, ledgers and what goes to others: each sentence that no other test reaches."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from bombs import package
from briefing.__main__ import main
from briefing.audit import read_pack, verify
from briefing.audit.package import read_package
from briefing.audit_result import Audit
from briefing.client import WORKERS
from briefing.distribute import Server, open_ledger, open_package, publish
from briefing.distribute.ledger import Entry
from briefing.distribute.packages import Attachment, Version
from briefing.errors import BriefingError
from briefing.files import write_json
from briefing.pack import pack_area, pack_name
from briefing.run.lock import hold
from briefing.run.products import Products
from briefing.run.reports import reports_in, reviews_without_report
from briefing.run.start import keep_records
from briefing.run.years import Told, _matched
from mail_desk import ID, Desk
from office import SMALL, Office
from small_report import small_brief, small_metrics, small_report

ROOT = Path(__file__).resolve().parents[2]


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """What a command that fails prints."""
    assert main([str(one) for one in arguments]) == 1
    return capsys.readouterr().err


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BriefingError, match="cannot be written"):
        hold(tmp_path / "file", {"甲"}, wait=False)
    with pytest.raises(BriefingError, match=r"cannot be written .*, and Snakemake keeps its records there"):
        keep_records(tmp_path / "file")
    with pytest.raises(BriefingError, match="holds no report; put one there"):
        reports_in(tmp_path)


def test_products_that_are_not_there(tmp_path: Path) -> None:
    """A path asked for by hand names an area or a pack that the report has not."""
    write_json(tmp_path / "products.json", {"1": {"pack": "甲", "brief": ""}})
    checkpoint = SimpleNamespace(
        get=lambda report: SimpleNamespace(output=SimpleNamespace(products=tmp_path / "products.json"))
    )
    products = Products(checkpoint, str(tmp_path))
    with pytest.raises(BriefingError, match="there is no area 9; its areas are 1"):
        products.pictures(SimpleNamespace(report="河口", area="9"))
    with pytest.raises(BriefingError, match="there is no pack '乙'; its packs are 甲"):
        products.of_pack("{area}")(SimpleNamespace(report="河口", pack="乙"))


def test_reports_asked_for_that_are_not_there(tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    office.write("河口.txt", SMALL)
    assert "setting only: there is no report" in office.run("--config", "only=[没有]", "-n").text
    assert "setting compare: there is no report" in office.run("--config", "compare=[没有]", "-n").text


def test_a_chart_without_picture_and_an_area_that_is_none() -> None:
    report, metrics = small_report(), small_metrics()
    brief = small_brief(report, metrics)
    with pytest.raises(BriefingError, match="has no picture; run the stage draw again"):
        pack_area(report, brief, Audit(1, True, (), ()), metrics, b"", b"", {}, {}, "1")
    with pytest.raises(BriefingError, match="there is no plan area 9 to pack"):
        pack_name(report, 9)


def test_files_that_come_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BriefingError, match="holds no manifest"):
        read_pack(package({"a": b""}), "back.zip")
    with pytest.raises(BriefingError, match="is no manifest of a pack"):
        read_pack(package({"manifest.json": b"[]"}), "back.zip")
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", "<a/>")
    with pytest.raises(BriefingError, match="is in the file twice"):
        verify(twice.getvalue(), "back.docx")
    with pytest.raises(BriefingError, match=r"cannot be read .*; run the stage assemble first"):
        read_package(tmp_path / "1.docx")
    (tmp_path / "folder").mkdir()
    assert "no pack (.zip) is in this folder" in said(capsys, "verify", tmp_path / "folder")


def test_mail_settings(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"mail\.security: is 'ssl'; write one of"):
        Server("smtp.example.org", 0, "ssl", 5, "", "")


def test_a_sender_with_a_line_break(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path)
    settings = tmp_path / "config.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("办公室 <", "办公室\u200b <"), encoding="utf-8")
    assert "mail.from: holds a line break" in said(capsys, *desk.arguments())


def test_no_packs_to_send(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path)
    for pack in (desk.output / "packs").iterdir():
        pack.unlink()
    assert "holds no pack of this report" in said(capsys, *desk.arguments())


def test_ledgers(tmp_path: Path) -> None:
    """A file that is none, and a folder that cannot be."""
    (tmp_path / "file").write_text("no ledger at all" * 100)
    with pytest.raises(BriefingError, match="is no ledger"), open_ledger(tmp_path / "file"):
        pass
    (tmp_path / "folder").mkdir()
    with pytest.raises(BriefingError, match="the ledger cannot be written"), open_ledger(tmp_path / "folder"):
        pass


def test_the_ledger_refuses_a_version_twice(tmp_path: Path) -> None:
    """Two messages with the same version to one person, whatever brought them there."""
    version = Version("1", "题", "a" * 64, "b", "要点", {})
    file = Attachment("1", "zip", "1.zip", b"", "a" * 64)
    entries = [
        Entry(name, ID, "jia@example.org", "甲", "", 1, 1, name, (file.key,), "", "", "")
        for name in ("first", "second")
    ]
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        for entry in entries:
            ledger.prepare([entry], [file], {"1": version})
        ledger.hand_over("first")
        ledger.record("first", "accepted", "250")
        with pytest.raises(BriefingError, match="version aaaaaaaaaaaa was sent to this person before"):
            ledger.hand_over("second")


def test_packs_that_are_not_whole() -> None:
    def opened(files: dict[str, bytes], manifest: dict[str, object] | None = None) -> str:
        told = {
            "report": ID,
            "area_title": "",
            "metrics": [],
            "files": {},
            "title": "",
            "source": "",
            "date": "",
            **(manifest or {}),
        }
        with pytest.raises(BriefingError) as error:
            open_package(package({"manifest.json": json.dumps(told).encode(), **files}), "1.zip", ID, "1", {}, b"")
        return str(error.value)

    assert "is no whole pack" in opened({}, {"files": None})
    assert "belongs to report 别的" in opened({}, {"report": "别的"})
    assert "holds no summary and no deck and no keypoints" in opened({})


def test_a_pack_that_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.distribute.packages._LARGEST", 1000)
    with pytest.raises(BriefingError, match="unpacks to more than 1000 bytes"):
        open_package(package({"a": bytes(2000)}), "1.zip", ID, "1", {}, b"")


def test_a_store_that_forgets(tmp_path: Path) -> None:
    """What was written is read back; a disk that is full, or a share that drops, does not pass for published."""
    import fsspec

    class Forgetting:
        """A store that keeps half of what it is given."""

        protocol = "file"
        local_file = True

        def __init__(self) -> None:
            self._inner = fsspec.filesystem("file")

        def __getattr__(self, name: str) -> object:
            return getattr(self._inner, name)

        def pipe_file(self, path: str, content: bytes) -> None:
            self._inner.pipe_file(path, content[: len(content) // 2])

    with pytest.raises(BriefingError, match="is not there as it was written"):
        publish(Forgetting(), str(tmp_path / "share"), "题", {"index.html": b"<p>1</p>"})


def test_nothing_to_publish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path)
    (desk.output / "index.html").write_text("<p>nothing</p>")
    (desk.output / "products.json").write_text("{}")
    (tmp_path / "share").mkdir()
    assert "holds nothing that its page links to" in said(
        capsys, "publish", ID, tmp_path / "share", "--config", tmp_path / "config.yaml"
    )


def test_a_kind_of_target_that_needs_a_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    def missing(*_: object, **__: object) -> object:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec, "filesystem", missing)
    desk = Desk(tmp_path)
    (desk.output / "index.html").write_text('<a href="report.json">1</a>')
    told = said(capsys, "publish", ID, "s3://bucket/x", "--config", tmp_path / "config.yaml")
    assert "needs a package that is not installed" in told


def test_commands_given_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A chart that is not in the list, numerals of two readings, a command that is none."""
    (tmp_path / "charts.json").write_text("{}")
    told = said(
        capsys,
        "draw",
        "--charts",
        tmp_path / "charts.json",
        "--area",
        "1",
        "--name",
        "targets-1",
        "--output",
        tmp_path / "1.png",
    )
    assert "area 1 has no chart 'targets-1'" in told
    write_json(tmp_path / "report.json", small_report())
    (tmp_path / "cleaned.txt").write_text("1，2，3。", encoding="utf-8")
    told = said(capsys, "extract", "--cleaned", tmp_path / "cleaned.txt", "--report", tmp_path / "report.json", "--metrics",
                tmp_path / "m.csv", "--findings", tmp_path / "f.csv", "--numerals", tmp_path / "n.csv")  # fmt: skip
    assert "the two are not of one reading" in told
    assert main(["nonsense"]) == 2
    assert "there is no command 'nonsense'; the commands are" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the system says of any file, with what to check."""
    (tmp_path / "河口.txt").write_text(SMALL, encoding="utf-8")
    outputs = [word for name in ("cleaned", "report", "areas") for word in (f"--{name}", tmp_path / "河口.txt" / name)]
    told = said(capsys, "parse", "--source", tmp_path / "河口.txt", *outputs)
    assert "check the folder, its rights and the room on the disk" in told


def test_a_worker_that_is_killed() -> None:
    """Who waits for it says so."""
    name = f"briefing-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind("\0" + name)
        listener.listen()

        def take_and_die() -> None:
            sender = listener.accept()[0]
            sender.recv(1 << 16)
            sender.close()

        threading.Thread(target=take_and_die, daemon=True).start()
        done = subprocess.run(
            [sys.executable, "-m", "briefing.client", "page"], capture_output=True, text=True, check=False, timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT / "workflow"), WORKERS: name},
        )  # fmt: skip
    assert done.returncode == 1
    assert "the process that did this was ended from outside; run again" in done.stderr


def test_reviews_and_years_that_fit_no_report(tmp_path: Path) -> None:
    """Warnings stop nothing: a review without its report, two reports of one year, a place that is alone."""
    (tmp_path / "别的.review.xlsx").write_bytes(b"")
    (told,) = reviews_without_report(tmp_path, {"河口": "河口.txt"})
    assert "so this review is not used; name it after one of" in told
    years = {"甲": Told("河口县", 2024, 2023), "乙": Told("河口县", 2023, 2022), "丙": Told("河口县", 2023, 2022)}
    _, remarks = _matched(years, named=False)
    assert "are not set against its results, since 乙 and 丙" in remarks[0]
    _, remarks = _matched({"甲": Told("河口县", 2024, 2023), "乙": Told("河上县", 2023, 2022)}, named=True)
    assert "is the only report of 河口县 that it names" in remarks[0]
