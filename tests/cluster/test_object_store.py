"""Reports and templates from a store, everything made into it, through one of Snakemake's storage plugins: ``make cluster``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from office import Office

ASKED = os.environ.get("BRIEFING_CLUSTER") == "1"
pytestmark = [
    pytest.mark.skipif(not ASKED, reason="a plugin is installed for it: only by `make cluster`"),
    pytest.mark.skipif(ASKED and shutil.which("rsync") is None, reason="the storage plugin fs copies with rsync"),
]
PLUGINS = ("snakemake-storage-plugin-fs==1.1.3", "sysrsync==1.1.1")


def test_a_store_holds_the_same_bytes_as_a_local_run(tmp_path: Path) -> None:
    """A folder stands for the bucket, as workflow/profiles/object-store names one."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", tmp_path / "plugins"]
    subprocess.run([*pip, "--no-deps", *PLUGINS], check=True)
    local, remote = Office(tmp_path / "local"), Office(tmp_path / "remote")
    for office in (local, remote):
        office.write("河口.txt")
    assert local.run().status == 0
    store = tmp_path / "store"
    for name in ("data", "templates"):
        shutil.copytree(remote.folder / name, store / name)
    said = remote.run(
        *("--default-storage-provider", "fs", "--default-storage-prefix", store, "--keep-storage-local-copies"),
        given={"PYTHONPATH": f"{tmp_path / 'plugins'}:{os.environ.get('PYTHONPATH', '')}"},
    )
    assert said.status == 0, said.text
    remote.output = store / "output"
    assert remote.files() == local.files()
    print(f"{len(local.files())} files in the store are those of a local run.")
