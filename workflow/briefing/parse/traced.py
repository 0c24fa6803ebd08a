"""Text that remembers, for each character, which character of the raw text it came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Traced:
    """``origins[i]`` is the raw offset of ``text[i]``; both have the same length."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, raw: str) -> Traced:
        return cls(raw, tuple(range(len(raw))))

    def sub(self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> Traced:
        """Like ``pattern.sub``; replaced characters come from the place that the match started at."""
        pieces: list[str] = []
        origins: list[int] = []
        last = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            new = replacement if isinstance(replacement, str) else replacement(match)
            pieces += (self.text[last:start], new)
            origins += self.origins[last:start]
            origins += [
                self.origins[min(start + k, end - 1)]
                if end > start
                else self.origins[min(start, len(self.origins) - 1)]
                for k in range(len(new))
            ]
            last = end
        if not pieces:
            return self
        pieces.append(self.text[last:])
        origins += self.origins[last:]
        return Traced("".join(pieces), tuple(origins))

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.origins[part])

    def strip(self) -> Traced:
        left = len(self.text) - len(self.text.lstrip())
        return self[left : len(self.text.rstrip())] if self.text.strip() else self[0:0]

    def splitlines(self) -> list[Traced]:
        lines, start = [], 0
        for part in self.text.split("\n"):
            lines.append(self[start : start + len(part)])
            start += len(part) + 1
        return lines


def join(parts: list[Traced], between: str = "") -> Traced:
    """Concatenate; the characters of ``between`` come from the end of the part before."""
    pieces: list[str] = []
    origins: list[int] = []
    for k, part in enumerate(parts):
        if k and between:
            pieces.append(between)
            origins += [origins[-1] if origins else 0] * len(between)
        pieces.append(part.text)
        origins += part.origins
    return Traced("".join(pieces), tuple(origins))
