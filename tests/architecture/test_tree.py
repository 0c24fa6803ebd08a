"""The shape of the repository: short files, documentation that tells what is there, nothing of one machine."""

from __future__ import annotations

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefing.__main__ import BY_HAND, COMMANDS
from real_report import XIAODIAN
from shared_reports import needs_shared, reports

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400
WRITTEN = (".py", ".smk", ".md", ".yaml", ".toml", ".json", ".html")
# Registries' hosts, options that name one, and absolute paths of somebody's machine.
FOREIGN = re.compile(
    r"(?:pypi|pythonhosted|anaconda|conda|registry\.\w+)\.(?:org|com|io)|--(?:extra-)?index-url|--trusted-host|--find-links"
    r"|(?<![\w.])/(?:home|Users|work|root|mnt)/\w"
)


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the repository; where it came as an archive without git, all that a clean tree holds."""
    said = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if said.returncode:
        pytest.skip("this is no git checkout, so what belongs to the repository cannot be told")
    return tuple(path for name in said.stdout.split("\0") if name and (path := ROOT / name).is_file())


def texts() -> list[Path]:
    return [
        path
        for path in tracked()
        if path.suffix in WRITTEN or path.name in ("Snakefile", "Makefile", "run", "requirements.lock")
    ]


def test_no_file_is_too_long_to_read_in_one_go() -> None:
    """Code and documentation stay under 400 lines a file; the lock file and data are not read by people."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in texts()
        if path.suffix in (".py", ".smk", ".md")
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert len(texts()) > 100
    assert long == {}


@needs_shared
def test_no_report_of_another_office_is_in_the_repository() -> None:
    """They are tried from where they lie, and a copy made to look at slips in with the next commit."""
    others = {one.read_bytes(): one.name for one in reports() if one.stem != XIAODIAN.stem}
    print(f"{len(others)} reports of others looked for")
    assert [name for path in tracked() if (name := others.get(path.read_bytes()))] == []
    assert XIAODIAN in tracked()


def test_nothing_names_a_registry_or_a_machine() -> None:
    """Where packages come from and where somebody's files lie is not the project's to say."""
    own = Path(__file__).resolve()
    found = {
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in texts()
        if path != own
        for match in FOREIGN.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_the_lock_pins_every_dependency_with_hashes() -> None:
    """Each line of the lock is a package with one version and hashes, and every dependency we declare is among them."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", lock).strip())
    assert [
        block
        for block in blocks
        if not re.match(r"[\w.-]+==\S+ (?:; [^\\]+)?\\\n", block) or "--hash=sha256:" not in block
    ] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = {block.split("==")[0].lower().replace("_", "-") for block in blocks}
    assert {re.split(r"[<>=\[; ]", one)[0].lower() for one in declared} - locked == set()


def test_the_map_tells_every_command() -> None:
    """workflow/README.md has a row for each command, and no row for one that is gone."""
    table = (ROOT / "workflow" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`briefing (\w+)`", table)) == set(COMMANDS)


def test_every_rule_shows_a_command_a_log_and_what_it_does() -> None:
    """Each rule is one pasteable ``briefing`` command with a log, a line for the screen and a mark of its code."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "workflow" / "rules").glob("*.smk")))
    rules = re.split(r"\n(?=(?:rule|checkpoint) )", text)[1:]
    commands = set()
    for rule in rules:
        name = rule.split(maxsplit=1)[1].split(":")[0]
        assert "    log:\n" in rule, name
        assert "    message:\n" in rule, name
        found = re.search(r'shell:\n        "briefing (\w+) ', rule)
        if found is None:
            assert name in ("finish_report", "make_shard"), name
            continue
        assert f'code=code_of("{found.group(1)}")' in rule, name
        commands.add(found.group(1))
    assert commands == set(COMMANDS) - set(BY_HAND)


def test_links_between_documents_lead_somewhere() -> None:
    """Every relative link and picture in the Markdown files is a file of the repository."""
    broken = set()
    for path in texts():
        if path.suffix == ".md":
            for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
                if "://" not in link and not (path.parent / link).exists():
                    broken.add(f"{path.relative_to(ROOT)}: {link}")
    assert broken == set()
