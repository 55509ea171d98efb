"""What `onrecord remove` says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

from warehouse.lake.removals import Removal


def write_removals(keys: Sequence[str], removed: Sequence[Removal], to: IO[str]) -> None:
    """A line for each document that was taken out, with the names it is kept out by."""
    for removal in removed:
        named = [*removal.article_ids, *removal.urls] or list(removal.locations)
        to.write(f"taken out: {', '.join(named)}\n")
    if not removed:
        to.write(f"taken out before: {', '.join(keys)}\n")
