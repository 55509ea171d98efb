"""Where the text chosen so far stands on its page, and how it is marked up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from transforms.pages.selection.choice import Choice, running_text, signature_of

# Share of the text's characters that makes an element one of those that hold it, and a markup one of its own.
_HOLDS = 0.25
_USUAL = 0.4
# Share that the innermost element of the whole text must hold: posts and boxes between its parts count too.
_MOST = 0.7
# Share above which an element's class names say nothing of what stands in it: it holds the text.
SMALL = 0.3


@dataclass(frozen=True, slots=True)
class TextRegion:
    """The running text of a page: its characters by element, the elements and markups that hold much of it, and its tags."""

    total: int
    by_element: Counter[int]
    parents: frozenset[int]
    signatures: frozenset[str]
    hints: frozenset[str]
    tags: frozenset[str]

    def is_small(self, element: int) -> bool:
        """Whether an element holds so little of the text that it may be a box beside it."""
        return self.by_element[element] <= SMALL * self.total


def find_region(choices: list[Choice]) -> TextRegion:
    """The elements and the markup of the running text chosen so far."""
    prose = running_text([c for c in choices if c.is_text and not c.block.heading_level])
    total = sum(len(c.block.text) for c in prose)
    by_element: Counter[int] = Counter()
    by_parent: Counter[int] = Counter()
    by_signature: Counter[str] = Counter()
    by_hints: Counter[str] = Counter()
    for c in prose:
        size = len(c.block.text)
        by_hints[c.block.hints] += size
        by_parent[c.block.parent] += size
        by_signature[signature_of(c.block)] += size
        for number in c.block.path:
            by_element[number] += size
    return TextRegion(
        total,
        by_element,
        frozenset(p for p, n in by_parent.items() if n >= _HOLDS * total),
        frozenset(s for s, n in by_signature.items() if n >= _USUAL * total and " " in s),
        frozenset(h for h, n in by_hints.items() if n >= _USUAL * total and h),
        frozenset(c.block.tag for c in prose),
    )


def find_container(choices: list[Choice]) -> int:
    """The innermost element that holds most of the running text; a paragraph's own is none."""
    sizes: Counter[int] = Counter()
    total = 0
    for c in running_text(choices):
        total += len(c.block.text)
        for number in c.block.path[:-1] if c.block.tag == "p" else c.block.path:
            sizes[number] += len(c.block.text)
    return max((n for n, size in sizes.items() if size >= _MOST * total), default=0)
