"""Whether the numbers of the page rules hold at outlets that they were not chosen on: `python -m tests.quality.numbers GOLD_DIR…`.

Each GOLD_DIR is one that `tests.quality.rules` reads. Each number of the rules is set to values around its own, and every page is read
with each. Then each outlet in turn is left out: the value that is best for all others reads the outlet's pages. A line a number: its
value, the value that is best on all pages and what that gains on the value that stands, those that were chosen with an outlet left out,
and what they lose against the best on all (both in thousandths of the mean of all pages). A number that fits some outlets loses much.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from tests.quality.rules import read_golds, score
from transforms.pages import blocks, extract, hidden, paragraphs, selection
from transforms.pages.selection.choose import choose_blocks
from transforms.records import Document

# Numbers of a room that decide nothing about a page's text: who signs it, and what only saves time.
_OTHERS = frozenset(("signed", "core._TIMES", "core._VIDEO_CHARS", "blocks._NO_LIMIT", "paragraphs._NO_LEAD_IN"))
_READING = frozenset(("paragraphs", "hidden"))  # whose numbers shape the paragraphs that the rules are given
_STEPS = (-0.2, -0.1, 0.1, 0.2)  # around a share
_TIMES = (0.5, 0.75, 1.5, 2.0)  # around a count
_SMALL = 4  # up to which a count moves by ones
_THOUSANDTHS = 1000


@dataclass(frozen=True, eq=False)
class Number:
    """A constant of the rules: the module that has it, its name there, and its value."""

    module: ModuleType
    name: str
    value: float

    @property
    def label(self) -> str:
        """The module's last name and the constant's."""
        return f"{self.module.__name__.rpartition('.')[2]}.{self.name}"

    @property
    def shapes_paragraphs(self) -> bool:
        """Whether the page must be read again for it."""
        return self.label.partition(".")[0] in _READING


@dataclass(frozen=True)
class Page:
    """A page of a gold, what the rules are given for it, and the scores of the texts that they chose so far."""

    gold: dict
    outlet: str
    document: Document
    given: tuple[Any, ...]
    seen: dict[str, float] = field(default_factory=dict)


def _modules() -> list[ModuleType]:
    names = sorted(m.name for m in pkgutil.iter_modules(selection.__path__))
    return [*(importlib.import_module(f"{selection.__name__}.{n}") for n in names), blocks, hidden, paragraphs]


def find_numbers(modules: list[ModuleType]) -> list[Number]:
    """Every number that a rule compares something with; where several modules share one, that of the module which is first by name."""
    found: dict[tuple[str, int], Number] = {}
    for module in modules:
        for name, value in vars(module).items():
            number = Number(module, name, value) if name.isupper() and type(value) in (int, float) else None
            if number and not {number.label, number.label.partition(".")[0]} & _OTHERS:
                found.setdefault((name, 0 if not name.startswith("_") else id(module)), number)
    return list(found.values())


def values_around(value: float) -> list[float]:
    """Values on both sides of a number, shares within 0 and 1, counts not below 1.

    >>> values_around(0.9), values_around(2), values_around(40)
    ([0.7, 0.8, 1.0], [1, 3, 4], [20, 30, 60, 80])
    """
    if isinstance(value, float):
        return [v for step in _STEPS if 0 < (v := round(value + step, 2)) <= 1]
    if value <= _SMALL:
        return [v for v in (value - 2, value - 1, value + 1, value + 2) if v >= 1]
    return [round(value * t) for t in _TIMES]


@contextmanager
def setting(number: Number, value: float, modules: list[ModuleType]) -> Iterator[None]:
    """The rules with another value of one number."""
    holders = [number.module] if number.name.startswith("_") else [m for m in modules if number.name in vars(m)]
    caches = [f for m in modules for f in vars(m).values() if hasattr(f, "cache_clear")] if number.name == "_LONG_CLASS" else []
    caches += [f for f in vars(blocks).values() if hasattr(f, "cache_clear")] if number.module is blocks else []
    with ExitStack() as stack:
        for module in holders:
            stack.enter_context(patch.object(module, number.name, value))
        for cached in caches:
            cached.cache_clear()
        yield
    for cached in caches:
        cached.cache_clear()


def _given(document: Document, core: Any = None) -> tuple[Any, ...] | None:
    """What the rules are given for a page: its paragraphs, what trafilatura takes, title and description."""
    with ExitStack() as stack:
        spy = stack.enter_context(patch.object(extract, "choose_blocks", side_effect=StopIteration))
        if core is not None:
            stack.enter_context(patch.object(extract, "extract_core", return_value=core))
        extract.extract_article(document)
    return spy.call_args.args if spy.call_args else None


def read_pages(folders: list[Path]) -> Iterator[Page]:
    """The pages of the golds whose text is known."""
    for folder in folders:
        for gold, document in read_golds(folder):
            if given := _given(document):
                yield Page(gold, f"{folder.name}/{gold.get('outlet')}", document, given)


def _score(page: Page, number: Number | None = None) -> float:
    given = _given(page.document, page.given[1]) if number and number.shapes_paragraphs else page.given
    choices = choose_blocks(*(given or page.given))
    text = "\n".join(c.block.text for c in choices if c.is_text)
    if text not in page.seen:
        page.seen[text] = score(page.gold, choices)
    return page.seen[text]


def try_values(page: Page, numbers: list[Number], modules: list[ModuleType]) -> Iterator[tuple[Number, float, float]]:
    """The score of a page with each value of each number, that which stands first. All of a page together: much of it is remembered."""
    stands = _score(page)
    for number in numbers:
        yield number, number.value, stands
        for value in values_around(number.value):
            with setting(number, value, modules):
                yield number, value, _score(page, number)


def leave_out(outlets: list[str], by_value: dict[float, list[float]]) -> tuple[float, Counter[float]]:
    """The mean where each outlet's pages are read with the value that is best for all others, and how many outlets chose which.

    `by_value` begins with the value that stands, which wins where others are no better.
    """
    sums = {v: sum(scores) for v, scores in by_value.items()}
    own: defaultdict[str, Counter[float]] = defaultdict(Counter)
    for v, scores in by_value.items():
        for outlet, one in zip(outlets, scores, strict=True):
            own[outlet][v] += one
    total, chosen = 0.0, Counter[float]()
    for outlet in own:
        best = max(sums, key=lambda v: round(sums[v] - own[outlet][v], 9))
        chosen[best] += 1
        total += own[outlet][best]
    return total / len(outlets), chosen


def main() -> int:
    """Prints a line a number."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.quality.numbers", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--only", default="", help="numbers whose module and name hold this")
    parser.add_argument("--quick", action="store_true", help="without the numbers for which a page is read again")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth page alone")
    given = parser.parse_args()
    modules = _modules()
    numbers = [n for n in find_numbers(modules) if given.only in n.label and not (given.quick and n.shapes_paragraphs)]
    outlets: list[str] = []
    tried: defaultdict[Number, defaultdict[float, list[float]]] = defaultdict(lambda: defaultdict(list))
    for page in islice(read_pages(given.gold), 0, None, given.every):
        outlets.append(page.outlet)
        for number, value, one in try_values(page, numbers, modules):
            tried[number][value].append(one)
    print(f"{len(outlets)} pages of {len(set(outlets))} outlets")
    print(f"{'number':<30}{'value':>7}{'best':>7}{'gains':>7}{'loses':>7}   chosen with an outlet left out")
    for number, by_value in tried.items():
        means = {v: sum(s) / len(s) for v, s in by_value.items()}
        best = max(means, key=lambda v: round(means[v], 9))
        mean, chosen = leave_out(outlets, by_value)
        gains, loses = (_THOUSANDTHS * d for d in (means[best] - means[number.value], means[best] - mean))
        of = ", ".join(f"{v:g} ({n})" for v, n in chosen.most_common())
        print(f"{number.label:<30}{number.value:>7g}{best:>7g}{gains:>7.2f}{loses:>7.2f}   {of}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
