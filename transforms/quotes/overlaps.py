"""Words that stand in two rows: a report without marks that holds marked words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from transforms.records import Quote


def point_to_marked(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes in their order, each indirect one with the ordinal of the first quote with marks that stands within it."""
    marked: dict[tuple[str, int | None], list[Quote]] = defaultdict(list)
    for q in quotes:
        if q.kind in ("direct", "mixed"):
            marked[q.part, q.block_ordinal].append(q)
    return tuple(
        replace(q, contains_ordinal=_first_within(q, marked[q.part, q.block_ordinal])) if q.kind == "indirect" else q for q in quotes
    )


def _first_within(report: Quote, marked: Sequence[Quote]) -> int | None:
    within = (m.ordinal for m in marked if report.start_char <= m.start_char and m.end_char <= report.end_char)
    return min(within, default=None)
