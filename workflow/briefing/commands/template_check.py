"""Find everything that is wrong with templates, in Chinese and English; exit status 1 when there is anything."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import write_text
from briefing.given import read_settings
from briefing.templates.checking import findings
from briefing.templates.sets import DOCUMENTS, missing, sets_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and whether looks count."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="template files; those of all sets when none is given"
    )
    parser.add_argument(
        "--allow-looks", action="store_true", help="tell findings on fonts and titles, but do not fail for them"
    )
    parser.add_argument("--output", type=Path, metavar="PATH", help="a file to write when nothing is wrong")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    paths = list(given.paths) or _all(Path(str(read_settings(given.config)["templates_dir"])))
    failed: list[Path] = []
    for path in paths:
        if not path.is_file():
            raise BriefingError(missing(path))
        found = findings(path)
        wrong = [one for one in found if one.severity == "error" or not given.allow_looks]
        for one in found:
            word = "error" if one in wrong else "note"
            print(f"{word}: {one}\n{word}: {one.chinese}", file=sys.stderr)
        if wrong:
            failed.append(path)
        print(f"{path}: {len(found)} findings.")
    if failed:
        raise BriefingError(
            f"{', '.join(map(str, failed))}: mend what is told above in Word or PowerPoint, save, and run again. "
            "请按上述提示修改模板，保存后重新运行。"
        )
    if given.output:
        write_text(given.output, "".join(f"{path}\n" for path in paths))


def _all(folder: Path) -> list[Path]:
    return [path for one in sets_in(folder) for name in DOCUMENTS if (path := folder / one / name).is_file()]
