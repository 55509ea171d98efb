"""Which wordings are worth comparing: those with rare words in common, on one occasion or by one speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Protocol

from transforms.groups.utterances.words import Statement, weigh_stem

# On one occasion two of so many rarest stems must be shared; on different ones two of fewer.
_RAREST, _RAREST_FAR = 6, 3
_STATEMENT = 4
# Wordings with the same rare words are all compared, up to so many: of one occasion, and of one speaker or from anywhere.
# In a crowd each is compared with its neighbours in time, with the next in the very same words, and every wording's first
# appearance with those of the others.
_CROWD, _CROWD_FAR, _NEIGHBOURS, _FIRST = 400, 100, 20, 400


class Wording(Protocol):
    """What pairing reads of a wording."""

    @property
    def statement(self) -> Statement: ...
    @property
    def speaker(self) -> str | None: ...
    @property
    def stories(self) -> frozenset[str]: ...
    @property
    def articles(self) -> frozenset[str]: ...
    @property
    def days(self) -> tuple[date, ...]: ...


def propose_pairs(wordings: Sequence[Wording], window: int) -> Iterator[tuple[int, int]]:
    """Pairs (i, k), i < k, each once, whose speakers do not contradict, in the same order on every run.

    Proposed are wordings of one occasion (a story, or without one an article) and those of one speaker within `window`
    days that share two of their six rarest stems; fragments with all that have their rarest stem; the same words
    without any content; and statements from anywhere that share two of their three rarest.
    """
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    rarest = [sorted(set(w.statement.stems), key=lambda s: (-weigh_stem(s), s)) for w in wordings]
    scopes = [_list_scopes(w) for w in wordings]
    anchors = {(*scope, stems[0]) for stems, own in zip(rarest, scopes, strict=True) if 0 < len(stems) < _STATEMENT for scope in own}
    for i, (wording, stems) in enumerate(zip(wordings, rarest, strict=True)):
        for scope in scopes[i]:
            for pair in combinations(sorted(stems[:_RAREST]), 2):
                buckets[(*scope, *pair)].append(i)
            for stem in stems:
                if (anchor := (*scope, stem)) in anchors:
                    buckets[anchor].append(i)
            if not stems:
                buckets[(*scope, " ".join(wording.statement.words))].append(i)
        if len(stems) >= _STATEMENT:
            for pair in combinations(sorted(stems[:_RAREST_FAR]), 2):
                buckets[("far", *pair)].append(i)
    seen: set[tuple[int, int]] = set()
    for bucket in sorted(buckets):
        for i, k in _pair_up(buckets[bucket], wordings, _CROWD if bucket[0] == "occasion" else _CROWD_FAR):
            a, b = wordings[i].speaker, wordings[k].speaker
            if (i, k) not in seen and (a is None or b is None or a == b):
                seen.add((i, k))
                yield i, k


def _list_scopes(wording: Wording) -> list[tuple[str, str]]:
    scopes = [("occasion", occasion) for occasion in sorted(wording.stories or wording.articles)]
    return [*scopes, ("speaker", wording.speaker)] if wording.speaker else scopes


def _pair_up(among: Sequence[int], wordings: Sequence[Wording], crowd: int) -> Iterator[tuple[int, int]]:
    if len(among) <= crowd:
        yield from combinations(among, 2)
        return
    last: dict[str, int] = {}
    first: list[int] = []
    for n, k in enumerate(among):
        line = wordings[k].statement.line
        if (before := last.get(line)) is not None:
            yield before, k
        elif len(first) < _FIRST:
            first.append(k)
        last[line] = k
        yield from ((i, k) for i in among[max(0, n - _NEIGHBOURS) : n])
    yield from combinations(first, 2)
