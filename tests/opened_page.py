"""A page that is open in a browser, and all that it asked for and complained of since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Opened:
    """A page in the browser, with all that it asked for and complained of."""

    tab: Any
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def count(self, selector: str) -> int:
        """How many elements are to be seen."""
        return int(self.tab.locator(f"{selector} >> visible=true").count())

    def on(self) -> list[str]:
        """The texts of what is highlighted in the source."""
        return [one.inner_text() for one in self.tab.locator(".source .on").all()]
