"""briefing publish to an object store that speaks S3. Needs s3fs and moto's server, which the project does not install."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.__main__ import main
from mail_desk import ID, Desk
from mail_server import free_port

s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed: pip install '.[s3]' 'moto[server]'")
server = pytest.importorskip("moto.server", reason="moto is not installed: pip install 'moto[server]'")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[s3fs.S3FileSystem]:
    """A store with one empty bucket, known to fsspec through the environment alone, as an office's would be."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    for name, value in {
        "AWS_ACCESS_KEY_ID": "office",
        "AWS_SECRET_ACCESS_KEY": "secret-word",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("FSSPEC_S3_ENDPOINT_URL", address)
    from fsspec.config import conf, set_conf_env

    set_conf_env(conf)
    running = server.ThreadedMotoServer(port=port)
    running.start()
    store = s3fs.S3FileSystem(endpoint_url=address, skip_instance_cache=True)
    store.mkdir("briefings")
    yield store
    running.stop()
    conf.pop("s3", None)


def test_versions_in_a_bucket(desk: Desk, bucket: s3fs.S3FileSystem, capsys: pytest.CaptureFixture[str]) -> None:
    """Version after version under the prefix; the page leads to the latest; no key is printed."""
    (desk.output / "summaries").mkdir()
    (desk.output / "summaries" / "1.docx").write_bytes(b"summary")
    (desk.output / "index.html").write_text('<a href="summaries/1.docx">x</a>', encoding="utf-8")
    said = ""
    for target in ("12个", "12个", "15个"):
        desk.make(second_target=target)
        status = main(["publish", ID, "s3://briefings/2024", "--config", str(desk.folder / "config.yaml")])
        more = capsys.readouterr()
        said += more.out + more.err
        assert status == 0, said
    bucket.invalidate_cache()
    keys = {key.removeprefix(f"briefings/2024/{ID}/") for key in bucket.find("briefings/2024")}
    packs = {f"packs/{path.name}" for path in (desk.output / "packs").iterdir()}
    whole = {"index.html", "summaries/1.docx", "version.json", *packs}
    assert keys == {"index.html"} | {f"{version}/{name}" for version in ("v1", "v2") for name in whole}
    assert b"url=v2/index.html" in bucket.cat_file(f"briefings/2024/{ID}/index.html")
    assert "secret-word" not in said
