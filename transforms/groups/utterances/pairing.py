"""Which wordings are worth comparing: those with rare words in common, on one occasion or by one speaker."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from transforms.groups.utterances.evidence import WINDOW_DAYS, Wording
from transforms.groups.utterances.rules import REPEATED
from transforms.groups.utterances.words import Statement, read_statement, weigh_stem

# On one occasion two of so many rarest stems must be shared; on different ones two of fewer.
_RAREST, _RAREST_FAR = 6, 3
_STATEMENT = 4
# Words of one stem are said by anybody at any time.
_FEWEST = 2
# Days of a bin: wordings within WINDOW_DAYS stand in one bin or in two that follow each other.
_BIN_DAYS = WINDOW_DAYS + 1

Key = tuple[str, ...]


def propose_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs (i, k), i < k, each once, whose speakers do not contradict, in the same order on every run.

    Proposed are wordings of one occasion (a story, or without one an article) and those of one speaker within days that share
    two of their six rarest stems; fragments with all that have their rarest stem; the same words without any content. Then,
    from any days, statements of one speaker that share two of their three rarest stems, or of which one has no known speaker
    that share all three; and of one speaker, from articles without a day, fragments of the same stems. Whether a pair is
    proposed depends on the two alone, but that of the very same words of one speaker each is paired with the next, and the
    first stands for all beside others.
    """
    rarest = [_list_rarest(w.statement) for w in wordings]
    seen: set[tuple[int, int]] = set()
    for pair in _propose_near(wordings, rarest):
        if pair not in seen:
            seen.add(pair)
            yield pair
    for pair in _propose_far(wordings, rarest):
        if pair not in seen:
            seen.add(pair)
            yield pair


def list_far_keys(text: str) -> list[int]:
    """Keys (64 bits) of a quote by which statements of one speaker meet over time, then one for speakers that are not known.

    Of a fragment of two stems or more one key, of all its stems, given twice; none of less. Two quotes are compared over time
    where they share one of the first keys and have one speaker, or where they share the last and one of the two has no known
    speaker.
    """
    stems = _list_rarest(read_statement(text))
    if len(stems) < _FEWEST:
        return []
    if len(stems) < REPEATED:
        return [_digest(sorted(stems))] * 2
    keys = [*combinations(sorted(stems[:_RAREST_FAR]), 2), tuple(sorted(stems[:_RAREST_FAR]))]
    return [_digest(key) for key in keys]


def _digest(key: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(key).encode(), digest_size=8).digest(), "little")


def _list_rarest(statement: Statement) -> list[str]:
    return sorted(set(statement.stems), key=lambda s: (-weigh_stem(s), s))


def _propose_near(wordings: Sequence[Wording], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    buckets: dict[Key, list[int]] = defaultdict(list)
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
    for bucket in sorted(buckets):
        for i, k in combinations(buckets[bucket], 2):
            a, b = wordings[i].speaker, wordings[k].speaker
            if a is None or b is None or a == b:
                yield i, k


def _propose_far(wordings: Sequence[Wording], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    own: dict[Key, list[int]] = defaultdict(list)
    anyone: dict[Key, list[int]] = defaultdict(list)
    for i, (wording, stems) in enumerate(zip(wordings, rarest, strict=True)):
        if len(stems) >= REPEATED:
            chosen = sorted(stems[:_RAREST_FAR])
            anyone[tuple(chosen)].append(i)
            if wording.speaker:
                for pair in combinations(chosen, 2):
                    own[(wording.speaker, *pair)].append(i)
        elif len(stems) >= _FEWEST and wording.speaker and wording.is_undated:
            own[(wording.speaker, "all", *sorted(stems))].append(i)
    for _, among in sorted(own.items()):
        yield from _pair_texts(among, wordings)
    for _, among in sorted(anyone.items()):
        unknown = [i for i in among if wordings[i].speaker is None]
        yield from _pair_texts(unknown, wordings)
        for i in _list_first(unknown, wordings):
            for k in _list_first([k for k in among if wordings[k].speaker], wordings):
                yield min(i, k), max(i, k)


def _pair_texts(among: Sequence[int], wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Each with the next in the very same words, and the first of each words with those of the others."""
    last: dict[str, int] = {}
    for k in among:
        line = wordings[k].statement.line
        if (before := last.get(line)) is not None:
            yield before, k
        last[line] = k
    yield from combinations(_list_first(among, wordings), 2)


def _list_first(among: Sequence[int], wordings: Sequence[Wording]) -> list[int]:
    """The first wording in each words of each speaker."""
    first: dict[tuple[str | None, str], int] = {}
    for k in among:
        first.setdefault((wordings[k].speaker, wordings[k].statement.line), k)
    return list(first.values())


def _list_scopes(wording: Wording) -> list[Key]:
    """The occasions of a wording: its stories, or else articles, and its speaker's days in bins, each with the next bin."""
    scopes: list[Key] = [("occasion", occasion) for occasion in sorted(wording.stories or wording.articles)]
    if wording.speaker:
        bins = {d.toordinal() // _BIN_DAYS + step for d in wording.days for step in (0, 1)}
        scopes += [("speaker", wording.speaker, str(b)) for b in sorted(bins)]
    return scopes
