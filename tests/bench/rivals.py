"""What a user would pick instead, side by side in one run: part of ``make bench``. It prints one table and judges nothing.

All make a Word document and a presentation of each area from the same Briefs and pictures. The others do less: no template of an
office, no native charts, no notes with evidence, no audit. pandoc is taken from the package pypandoc_binary, Quarto from the PATH;
what is not installed is told and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from by_hand import make_presentation, make_template, make_word
from costs import CORES, Cost, adopt, commands_of, cost, do_in_one_process, machine, snakemake

from office import ROOT, Office

MANY = 10
REPORT = ROOT / "data" / "reports" / "xiaodian-2024.txt"


def briefs(folder: Path) -> Iterator[tuple[dict[str, Any], list[Path]]]:
    """Each area's Brief and pictures, as the run in ``folder`` left them."""
    made = folder / "output" / REPORT.stem
    for path in sorted((made / "briefs").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8")), sorted((made / "charts" / path.stem).glob("*.png"))


def markdown(brief: dict[str, Any], pictures: list[Path]) -> str:
    """The Brief as a user would write it for pandoc: a level-one heading begins a slide."""
    parts = [f"% {brief['title']}", f"# {brief['title']}", brief["lead"]]
    for topic in brief["topics"]:
        parts += [f"# {topic['title']}", *(f"- {measure['text']}" for measure in topic["measures"])]
    parts += ["# 目标", *(f"- {figure['text']}" for figure in brief["targets"] if "text" in figure)]
    for picture in pictures:
        parts += [f"# {picture.stem}", f"![]({picture})"]
    return "\n\n".join(parts) + "\n"


def all_at_two(commands: list[list[str]], folder: Path) -> None:
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(lambda words: subprocess.run(words, cwd=folder, check=True), commands))


def by_pandoc(folder: Path, program: list[str]) -> None:
    commands = []
    for brief, pictures in briefs(folder):
        text = folder / f"{brief['number']}.md"
        text.write_text(markdown(brief, pictures), encoding="utf-8")
        commands += [
            [*program, str(text), "--to", kind, "--output", str(folder / f"{brief['number']}.{kind}")]
            for kind in ("docx", "pptx")
        ]
    all_at_two(commands, folder)


def by_scripts(folder: Path) -> None:
    template = folder / "by-hand.docx"
    make_template(template)
    for brief, pictures in briefs(folder):
        make_word(template, brief, pictures, folder / f"{brief['number']}-hand.docx")
        make_presentation(brief, pictures, folder / f"{brief['number']}-hand.pptx")


def by_warm_workers(folder: Path) -> None:
    """Our two commands of each area as a run gives them: the client, two at a time, to workers that are started for them."""
    from briefing import workers

    workers.start(CORES)
    all_at_two([["briefing", *words] for words in _documents(folder)], folder)


def by_long_warm_workers(folder: Path) -> None:
    """The same in a run of ten such reports, which pays for the start of its workers once."""
    from briefing import workers

    workers.start(CORES)
    all_at_two([["briefing", *words] for words in _documents(folder)] * MANY, folder)


def by_cold_commands(folder: Path) -> None:
    all_at_two([["briefing", *words] for words in _documents(folder)], folder)


def by_one_process(folder: Path) -> None:
    do_in_one_process(_documents(folder))


def _documents(folder: Path) -> list[list[str]]:
    return [words for words in commands_of(folder) if words[0] in ("summary", "deck")]


def _pandoc(folder: Path) -> None:
    import pypandoc

    by_pandoc(folder, [pypandoc.get_pandoc_path()])


def _quarto(folder: Path) -> None:
    by_pandoc(folder, ["quarto", "pandoc"])


WAYS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "workers": ("our commands, warm workers, two at a time", by_warm_workers),
    "long": (f"our commands, warm workers, {MANY} reports in a run", by_long_warm_workers),
    "process": ("our functions in one process (the floor)", by_one_process),
    "cold": ("our commands, each started cold, two at a time", by_cold_commands),
    "pandoc": ("pandoc from Markdown, two at a time", _pandoc),
    "quarto": ("Quarto's pandoc from Markdown, two at a time", _quarto),
    "scripts": ("docxtpl and python-pptx scripts, one process", by_scripts),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured; the median is printed")
    parser.add_argument("--do", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        WAYS[given.do[0]][1](Path(given.do[1]))
        return
    adopt()
    print(machine())
    ways = list(WAYS)
    try:
        import pypandoc  # noqa: F401
    except ImportError:
        print("pandoc is left out: install the package pypandoc_binary to compare with it.")
        ways.remove("pandoc")
    if shutil.which("quarto") is None:
        print("Quarto is left out: no command quarto is here.")
        ways.remove("quarto")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "office"
        office = Office(folder)
        shutil.copy(REPORT, office.reports)
        whole = snakemake(folder, "--printshellcmds")
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        documents = len(_documents(folder))
        found: dict[str, list[Cost]] = {way: [] for way in ways}
        for _ in range(given.rounds):
            for way in ways:  # in turn, so that what else runs on the machine meets all of them
                found[way].append(cost(folder, [sys.executable, __file__, "--do", way, str(folder)]))
    print(
        f"{'documents of 1 report: ' + str(documents):<50} {'wall s':>7} {'CPU s':>7} {'ms wall/doc':>12} {'ms CPU/doc':>11}"
    )
    rows = [("the whole clean run, all that is made", whole)]
    rows += [(WAYS[way][0], sorted(costs, key=lambda one: one.wall)[len(costs) // 2]) for way, costs in found.items()]
    for words, one in rows:
        each = 1000 / documents / (MANY if words == WAYS["long"][0] else 1)
        print(f"{words:<50} {one.wall:7.2f} {one.cpu:7.2f} {one.wall * each:12.0f} {one.cpu * each:11.0f}")


if __name__ == "__main__":
    main()
