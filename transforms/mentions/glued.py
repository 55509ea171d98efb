"""Names that stand in one word with something else: run together by a page ("MossAda"), by a full stop ("Moss.She"), by a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.calendar import month_names
from transforms.mentions.scan import Scan, find_runs
from transforms.names.lexicon import is_forename
from transforms.names.tokens import Token

_SHORTEST = 4  # letters of a word that may be two
_NEAR = 5  # tokens back among which what stands twice began
_JUNCTION = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")
# Behind a forename, what a page puts behind the family name: a title, a site, a number.
_TAIL = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?:[A-ZÀ-Þ]+[^\W\d_A-ZÀ-Þ]*|\d+)$")
_STOP = re.compile(r"(?<=[a-zß-ÿ]{2})\.(?=[A-ZÀ-Þ][a-zß-ÿ])")


def part_glued(scans: Sequence[Scan]) -> None:
    """Parts such words into tokens of their own, in place, where the article itself shows that they are two."""
    words = {w for s in scans for w in s.words}
    for scan in scans:
        if any(_may_be_glued(w) for w in scan.words):
            tokens = list(_parted(scan.tokens, words))
            if len(tokens) != len(scan.tokens):
                scan.tokens, scan.words = tokens, [t.text for t in tokens]
                scan.runs = list(find_runs(scan))


def _may_be_glued(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and ("-" in word or "." in word or not word[1:].islower() or word[-1].isdigit())


def _parted(tokens: Sequence[Token], words: set[str]) -> Iterator[Token]:
    halves: set[str] = set()
    for i, token in enumerate(tokens):
        cuts = []
        if _may_be_glued(token.text):
            is_before_figure = i + 1 < len(tokens) and tokens[i + 1].text.isdigit()
            month = _find_month(token.text) if is_before_figure else _find_age(token.text, [t.text for t in tokens[i + 1 : i + 3]])
            cuts = [(month, month)] if month else list(_cuts(token.text, [t.text for t in tokens[max(0, i - _NEAR) : i]], words, halves))
        at = 0
        for start, end in cuts:
            yield Token(token.start + at, token.start + start, token.text[at:start])
            if start < end:
                yield Token(token.start + start, token.start + end, token.text[start:end])
            at = end
        yield Token(token.start + at, token.end, token.text[at:])


def _find_month(word: str) -> int | None:
    """Where a month begins that a byline runs together with the name before it: "Ada MossMarch 4"; None where there is none."""
    return next((m.start() for m in _JUNCTION.finditer(word) if word[m.start() :].casefold() in month_names()), None)


def _find_age(word: str, after: Sequence[str]) -> int | None:
    """Where the figure begins that a byline runs together with the name before it: "By Ada Moss2 hours ago"; None where there is none."""
    name = word.rstrip("0123456789")
    return len(name) if name.isalpha() and name != word and after[1:] == ["ago"] else None


def _cuts(word: str, before: Sequence[str], words: set[str], halves: set[str]) -> Iterator[tuple[int, int]]:
    """Spans in a word at which it is parted: empty ones, full stops, a hyphen between two names of the article."""
    for m in _STOP.finditer(word):
        yield m.span()
        return
    if word.count("-") == 1:
        one, _, two = word.partition("-")
        if one in words and two in words and one[:1].isupper() and two[:1].isupper():
            yield len(one), len(one) + 1
        return
    tail = _TAIL.search(word)
    if tail and tail.start() >= _SHORTEST and before and is_forename(before[-1]) and word[: tail.start()] in words:
        yield tail.start(), tail.start()
        return
    for m in _JUNCTION.finditer(word):
        left, right = word[: m.start()], word[m.start() :]
        if right in before or left in halves or (left in before and left in words):
            halves.update((left, right))
            yield m.start(), m.start()
            return
