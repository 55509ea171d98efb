"""Which wordings are worth comparing: those with rare words in common, on one occasion or by one speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise

from transforms.groups.utterances.evidence import WINDOW_DAYS, Wording, are_two_speakers
from transforms.groups.utterances.keys import FEWEST, RAREST_FAR, list_rarest
from transforms.groups.utterances.rules import REPEATED

# Rarest stems of a quote, of which two must be shared on one occasion; on different ones two of RAREST_FAR.
_RAREST = 6
_STATEMENT = 4
# Days of a bin: wordings within WINDOW_DAYS stand in one bin or in two that follow each other.
_BIN_DAYS = WINDOW_DAYS + 1

Key = tuple[str, ...]


def propose_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs (i, k), i < k, each once, in order, whose speakers do not contradict.

    Proposed are wordings of one occasion (a story, or without one an article) and those of one speaker within days that share
    two of their six rarest stems; fragments with all that have their rarest stem; the same words without any content. Then,
    from any days, statements of one speaker that share two of their three rarest stems, or of which one has no known speaker
    that share all three; and of one speaker, from articles without a day, fragments of the same stems. Last, what
    reports quote that have a passage of somebody in common, where one contains the other. Whether a pair is proposed depends on
    the two alone, but that of the very same words of one speaker each is paired with the next, and the first stands for all
    beside others.
    """
    rarest = [list_rarest(w.statement) for w in wordings]
    ways = (_propose_near(wordings, rarest), _propose_far(wordings, rarest), _propose_repeated(wordings, rarest))
    yield from sorted(set(chain(*ways)))


def _propose_near(wordings: Sequence[Wording], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    together: dict[Key, list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        for scope in _list_scopes(wording):
            together[scope].append(i)
    keys = [list(combinations(sorted(stems[:_RAREST]), 2)) if len(stems) > 1 else [] for stems in rarest]
    for among in together.values():
        if len(among) > 1:
            for i, k in _propose_in_scope(among, wordings, rarest, keys):
                if not are_two_speakers(wordings[i], wordings[k]):
                    yield i, k


def _propose_in_scope(
    among: Sequence[int], wordings: Sequence[Wording], rarest: Sequence[list[str]], keys: Sequence[Sequence[tuple[str, str]]]
) -> set[tuple[int, int]]:
    """The pairs of wordings of one occasion, in their order, that share two rare stems, or the rarest stem of one of few stems."""
    buckets: dict[Key | str, list[int]] = defaultdict(list)
    anchors = {rarest[i][0] for i in among if 0 < len(rarest[i]) < _STATEMENT}
    for i in among:
        for key in keys[i]:
            buckets[key].append(i)
        for stem in anchors.intersection(rarest[i]) if anchors else ():
            buckets[stem].append(i)
        if not rarest[i]:
            buckets[wordings[i].statement.line].append(i)
    return {pair for bucket in buckets.values() if len(bucket) > 1 for pair in combinations(bucket, 2)}


def _propose_far(wordings: Sequence[Wording], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    own: dict[Key, list[int]] = defaultdict(list)
    anyone: dict[Key, list[int]] = defaultdict(list)
    for i, (wording, stems) in enumerate(zip(wordings, rarest, strict=True)):
        if len(stems) >= REPEATED:
            chosen = sorted(stems[:RAREST_FAR])
            anyone[tuple(chosen)].append(i)
            if wording.speaker:
                for pair in combinations(chosen, 2):
                    own[(wording.speaker, *pair)].append(i)
        elif len(stems) >= FEWEST and wording.speaker and wording.is_undated:
            own[(wording.speaker, "all", *sorted(stems))].append(i)
    for among in own.values():
        if len(among) > 1:
            yield from _pair_texts(among, wordings)
    for among in anyone.values():
        unknown = [i for i in among if wordings[i].speaker is None] if len(among) > 1 else []
        if unknown:
            yield from _pair_texts(unknown, wordings)
        for i in _list_first(unknown, wordings):
            for k in _list_first([k for k in among if wordings[k].speaker], wordings):
                yield min(i, k), max(i, k)


def _propose_repeated(wordings: Sequence[Wording], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    """Quoted words of reports that have a passage in common: of one speaker or name each with the next in the very same words, and
    the first of these with the first of those that have its rarest stem."""
    held: dict[str, dict[tuple[str | None, frozenset[str], str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, (wording, stems) in enumerate(zip(wordings, rarest, strict=True)):
        if not wording.is_indirect and len(stems) >= FEWEST:
            for passage in wording.repeats:
                held[passage][(wording.speaker, wording.speaker_words, wording.statement.line)].append(i)
    for kinds in held.values():
        having: dict[str, list[int]] = defaultdict(list)
        for same in kinds.values():
            yield from pairwise(same)
            for stem in rarest[same[0]]:
                having[stem].append(same[0])
        for i, *_ in kinds.values():
            yield from ((min(i, k), max(i, k)) for k in having[rarest[i][0]] if k != i)


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
