"""How often a process looks for garbage that reference counts leave."""

from __future__ import annotations

import gc

# New objects between two looks. With Python's own 700 an eighth of the time of imports and of grouping goes into looking, for next to
# nothing: what lives then lives as long as the run.
_OBJECTS = 100_000


def look_seldom() -> None:
    """Has this process look for garbage once in `_OBJECTS` new objects: before heavy imports, and before much is held at once."""
    gc.set_threshold(_OBJECTS)
