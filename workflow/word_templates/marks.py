"""Tags on their way through docxtpl: each stands as a short mark in the XML until it becomes Jinja's own writing."""

from __future__ import annotations

import re

from slide_templates.blocks import Leaf, Node, nest
from slide_templates.expressions import expression
from slide_templates.places import Placed
from slide_templates.tags import Tag

# Two characters of the private use area that no font in use draws and no document holds.
_OPEN, _CLOSE = "\uf8f0", "\uf8f1"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_BRACES = re.compile(r"\{(?=[{%#])")
_NUMBER = re.compile(r"\|(?:printed|counted|tested)\((\d+)\)")


class Marks:
    """The tags of one template in the order in which they were read."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []

    def mark(self, placed: Placed) -> str:
        """What stands in the XML for the tag."""
        self.placed.append(placed)
        return f"{_OPEN}{len(self.placed) - 1}{_CLOSE}"

    def jinja(self, source: str) -> str:
        """The XML with Jinja's tags. Each expression is on a line of its own: by its number an error finds its tag."""
        plain = _BRACES.sub("{{ '{' }}", source)  # braces that values brought in are no tags
        return _MARK.sub(lambda found: self._written(int(found[1])), plain)

    def at_line(self, source: str, line: int) -> Placed | None:
        """The tag whose expression stands on ``line`` (from 1) of what ``jinja`` gave."""
        lines = source.split("\n")
        found = _NUMBER.search(lines[line - 1]) if 0 < line <= len(lines) else None
        return self.placed[int(found[1])] if found else None

    def nodes(self, source: str) -> list[Node]:
        """The blocks of a marked XML text; leaves are value tags."""
        stream: list[Tag | Leaf] = []
        for found in _MARK.finditer(source):
            tag = self.placed[int(found[1])].tag
            stream.append(Leaf(tag) if tag.kind == "value" else tag)
        return nest(stream)

    def refuse_unsafe(self) -> None:
        """Raise Fault for the first expression that may not stand in a template: docxtpl gets none that was not read."""
        for placed in self.placed:
            for source in (placed.tag.expression, placed.tag.condition):
                if source:
                    with placed.here():
                        expression(source)

    @property
    def names(self) -> set[str]:
        """What the loops of the template call their items, and ``loop``."""
        return {"loop"}.union(*(one.tag.names for one in self.placed))

    def _written(self, number: int) -> str:
        tag = self.placed[number].tag
        if tag.kind == "value":
            return f"{{{{\n({tag.expression})|printed({number})\n}}}}"
        if tag.kind == "for":
            condition = f"if ({tag.condition})" if tag.condition else ""
            return f"{{% for {', '.join(tag.names)} in\n({tag.expression})|counted({number})\n{condition} %}}"
        if tag.kind in ("if", "elif"):
            return f"{{% {tag.kind}\n({tag.expression})|tested({number})\n%}}"
        return f"{{% {tag.kind} %}}"
