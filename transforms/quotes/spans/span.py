"""A stretch of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A word as speakers and what they say are compared by it, with its apostrophes and hyphens.
WORD = re.compile(r"[\w’'\-]+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points of one paragraph; `shift` makes them code points of the part that the paragraph stands in."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there in the paragraph's text."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch, counted from `by` code points further ahead."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Whether all of the other one lies within."""
        return self.start <= other.start and other.end <= self.end

    def has(self, at: int) -> bool:
        """Whether a code point lies within."""
        return self.start <= at < self.end

    def __len__(self) -> int:
        return self.end - self.start


def hull(one: Span, other: Span | None) -> Span:
    """The least stretch that holds both."""
    return one if other is None else Span(min(one.start, other.start), max(one.end, other.end))
