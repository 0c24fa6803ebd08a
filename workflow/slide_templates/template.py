"""A template as it stands in its file: found safe, read and parsed once, however many documents are made of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from slide_templates.package import Package
from slide_templates.problems import at
from slide_templates.prototypes import Prototype, read_prototypes, take_slide_tags
from slide_templates.safety import content_of, open_template
from slide_templates.tags import Tag
from slide_templates.values import Limits

# A deck's template and that of its variant; each holds its parsed parts, some ten times its size unpacked.
_KEPT = 2


@dataclass(frozen=True)
class Template:
    """``package`` has lost its slide tags, which are in ``slide_tags``, slide by slide. Nothing of it is ever changed."""

    package: Package
    slide_tags: tuple[tuple[Tag, ...], ...]

    def to_fill(self) -> tuple[Package, list[Prototype]]:
        """A copy that a rendering may change, and its slides as prototypes."""
        package = self.package.copy()
        prototypes = read_prototypes(package)
        for prototype, tags in zip(prototypes, self.slide_tags, strict=True):
            prototype.tags = list(tags)
        return package, prototypes


def read_template(template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> Template:
    """The template, known by its content: a file that was saved anew is read anew. Raises Fault as ``open_template``."""
    return _read(content_of(template), limits, frozenset(allowed_links))


@lru_cache(maxsize=_KEPT)
def _read(content: bytes, limits: Limits, allowed_links: frozenset[str]) -> Template:
    package = open_template(content, limits, allowed_links)
    taken = []
    for prototype in read_prototypes(package):
        with at(*prototype.place):
            taken.append(tuple(take_slide_tags(prototype)))
    return Template(package, tuple(taken))
