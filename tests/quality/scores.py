"""Right ones of how many, as the measuring commands count them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Scores:
    """Right ones of how many by measure, and a line for each miss."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def check(self, measure: str, is_right: bool, note: str) -> None:
        self.total[measure] += 1
        self.right[measure] += is_right
        if not is_right:
            self.misses.append(f"  {measure:<26} {note}")
