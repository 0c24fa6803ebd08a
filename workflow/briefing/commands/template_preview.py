"""Fill the templates of a set with one area and show them as PDF and PNG, once or whenever one is saved."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from briefing.commands.template_fields import add_example
from briefing.errors import BriefingError
from briefing.files import write_bytes
from briefing.given import read_settings
from briefing.model import Brief


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which templates, filled with what, written where."""
    add_example(parser, "templates/sample.txt")
    parser.add_argument("--set", metavar="NAME", help="the set to fill; else that of the settings")
    parser.add_argument("--only", choices=("summary", "deck"), help="one of the two documents")
    parser.add_argument(
        "--output", type=Path, default=Path("preview"), metavar="FOLDER", help="where to write (default: preview)"
    )
    parser.add_argument("--watch", action="store_true", help="go on, and do it again whenever a template is saved")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    from briefing.commands.sample import brief_for, pictures_of  # noqa: PLC0415 -- see template_fields
    from briefing.templates.preview import watch  # noqa: PLC0415
    from briefing.templates.sets import DOCUMENTS, Sets  # noqa: PLC0415

    settings = read_settings(given.config)
    chosen = given.set or str(settings["template_set"])
    sets = Sets(str(settings["templates_dir"]))
    if fault := sets.fault(chosen):
        raise BriefingError(fault)
    brief = brief_for(settings, given.report, given.area)
    names = [name for name in DOCUMENTS if not given.only or name.startswith(given.only)]
    drawing = settings.get("drawing")

    def files() -> list[Path]:
        return [Path(path) for name in (*names, "drawing.yaml") for path in sets.file(chosen, name)]

    def show(changed: list[Path]) -> None:
        look = next((path for path in files() if path.name == "drawing.yaml"), None)
        wanted = [path for path in files() if path.name in names and (path in changed or look in changed)]
        try:
            with tempfile.TemporaryDirectory(prefix="briefing-preview-") as folder:
                pictures = pictures_of(brief, drawing if isinstance(drawing, dict) else {}, look, Path(folder))
                _show(wanted, brief, pictures, given.output / chosen)
        except BriefingError as error:
            if not given.watch:
                raise
            print(f"error: {error}", file=sys.stderr, flush=True)  # the next save may mend it

    show(files())
    if given.watch:
        print("Watching; press Ctrl-C to end. 保存模板即重新生成，按 Ctrl-C 结束。", flush=True)
        try:
            watch(files, show)
        except KeyboardInterrupt:
            print()


def _show(templates: list[Path], brief: Brief, pictures: Mapping[str, Path], folder: Path) -> None:
    from briefing.assemble import fill_deck, fill_summary  # noqa: PLC0415 -- see template_fields
    from briefing.libreoffice import program  # noqa: PLC0415
    from briefing.templates.preview import as_pictures  # noqa: PLC0415

    made = []
    for template in templates:
        content = fill_summary(template, brief, pictures) if template.suffix == ".docx" else fill_deck(template, brief)
        made.append(folder / template.name)
        write_bytes(made[-1], content)
        print(f"{made[-1]} (from {template})", flush=True)
    if not made:
        return
    if not program():
        print(
            "LibreOffice is not installed, so there is no PDF and no picture; install it, or open the documents in Office. "
            "未安装 LibreOffice，未生成 PDF 和图片；请安装，或直接打开上述文件。",
            flush=True,
        )
        return
    pages = [path for path in as_pictures(made) if path.suffix == ".png"]
    print(f"{len(pages)} pages: {pages[0]} … {pages[-1]}", flush=True)
