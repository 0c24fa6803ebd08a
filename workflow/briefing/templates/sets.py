"""Sets of templates: one folder each, of only the files that differ; what a set does not bring is ``default``'s."""

from __future__ import annotations

import difflib
from pathlib import Path

from briefing.errors import BriefingError

DEFAULT = "default"
DOCUMENTS = ("summary.docx", "deck.pptx")
# What a set may hold; the last is no template but the colours of the chart pictures, and no set needs one.
FILES = (*DOCUMENTS, "page.html", "drawing.yaml")


class Sets:
    """The sets under ``folder``; ``BriefingError`` when there is no such folder or ``default`` is not complete."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        sets_in(self.folder)
        default = self.folder / DEFAULT
        absent = [name for name in (*DOCUMENTS, "page.html") if not (default / name).is_file()]
        if absent:
            raise BriefingError(
                f"templates_dir {self.folder}: {DEFAULT}/{absent[0]} is missing; put it there, "
                f"since what a set does not bring is taken from {default}."
            )

    def file(self, chosen: str, name: str) -> list[str]:
        """The path of file ``name`` in set ``chosen``, else in ``default``, as a list of one; of none when there is no
        such set, or neither has the file."""
        if self.fault(chosen):
            return []
        places = (self.folder / chosen / name, self.folder / DEFAULT / name)
        return [str(path) for path in places if path.is_file()][:1]

    def fault(self, chosen: str) -> str:
        """Why there is no set ``chosen``, in one sentence; empty when there is one."""
        return "" if chosen in sets_in(self.folder) else _no_set(self.folder, chosen)


def sets_in(folder: Path) -> list[str]:
    """The names of the sets in a folder of templates. BriefingError when there is no such folder."""
    if not folder.is_dir():
        raise BriefingError(
            f"templates_dir {folder}: there is no such folder; make it and put the set {DEFAULT} into it."
        )
    return sorted(
        path.name for path in folder.iterdir() if path.is_dir() and any((path / name).is_file() for name in FILES)
    )


def missing(template: Path) -> str:
    """One sentence on a template file that is not there."""
    folder = template.parent.parent
    if template.parent.is_dir() or not folder.is_dir() or not sets_in(folder):
        return f"{template}: there is no such file; give the path of a template."
    return f"{template}: {_no_set(folder, template.parent.name)}"


def _no_set(folder: Path, chosen: str) -> str:
    known = sets_in(folder)
    near = difflib.get_close_matches(chosen, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
    return f"there is no set {chosen!r} in {folder}; {hint}"
