"""Rows shared over slides or columns: as few as hold them, evenly filled, in order."""

from __future__ import annotations

from collections.abc import Sequence


def even_parts(
    heights: Sequence[float],
    room: float,
    *,
    even_number: bool = False,
    last_room: float | None = None,
) -> list[tuple[int, int]]:
    """Start and end of each part of the rows with ``heights``: of all divisions into the fewest parts that ``room`` holds the
    one whose parts are most alike, the first rather fuller, so that no last part has a single row where another has five.

    ``even_number``: more than one part are an even number, as columns that stand two by two on a slide. ``last_room``: what the
    last part holds where something stands at its foot. A row higher than ``room`` has a part of its own.
    """
    count = len(heights)
    # ways[number][end]: the unevenness of the rows before ``end`` in ``number`` parts, and where the last of them starts.
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    while count not in ways[-1] or (even_number and len(ways) > 2 and len(ways) % 2 == 0 and len(ways) <= count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (before, _) in ways[-1].items():
            used = 0.0
            for end in range(start + 1, count + 1):
                used += heights[end - 1]
                if used > room and end > start + 1:
                    break
                if end == count and last_room is not None and used > last_room and end > start + 1:
                    continue
                uneven = before + used**2
                if end not in reached or uneven <= reached[end][0]:
                    reached[end] = (uneven, start)
        ways.append(reached)
    cuts = []
    end = count
    for number in range(len(ways) - 1, 0, -1):
        start = ways[number][end][1]
        cuts.append((start, end))
        end = start
    return cuts[::-1]
