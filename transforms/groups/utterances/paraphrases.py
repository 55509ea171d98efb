"""Statements of one speaker in one story that mean the same in words of their own, as two outlets report or translate them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from transforms.groups.utterances.evidence import Wording, is_near, share_words
from transforms.groups.utterances.rewording import qualifies_otherwise
from transforms.groups.utterances.words import Statement, have_other_numbers, have_turned

# How near in meaning, as cosine of their vectors, statements are that are one: above what two statements of one speaker in one article
# reach, which are two (920 pairs of 120 real articles and of ten invented people, of which 25 reach 0.5 and 2 their limit). The more is
# said, the nearer any two on one subject are: so much is added for each stem of the longer one beyond six.
_MEANT = 0.55
_MEANT_MOST = 0.8
_MANY_STEMS = 6
_PER_STEM = 0.03
# Of statements that have so much of their words in the same order the frame is what is near; there words decide, not meanings.
_FRAME = 0.5
# A statement of less content than this may mean anything.
_LEAST_STEMS = 2
# Statements of one speaker in one story compared at once: the table of all pairs must fit into memory.
_TOGETHER = 2_000


def find_paraphrases(wordings: Sequence[Wording], parts: Sequence[int] | None = None) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k), i < k, of different articles, each once, and how near they are in meaning, 0.0 to 1.0. Whether a pair is one
    depends on the two alone. With `parts`, what part of all each wording is in, none where all of a story are in one."""
    seen: set[tuple[int, int]] = set()
    for members in _list_blocks(wordings):
        from transforms.nlp.sentence_vectors import compare_meanings  # ONNX Runtime, only where there is something to compare

        if parts is not None and len({parts[i] for i in members}) == 1:
            continue  # connected already
        for start in range(0, len(members), _TOGETHER):
            rows = members[start : start + _TOGETHER]
            nearness = compare_meanings([_line(wordings[i]) for i in rows], [_line(wordings[k]) for k in members])
            for row, column in np.argwhere(nearness >= _MEANT).tolist():
                i, k = rows[row], members[column]
                near = float(nearness[row, column])
                if i < k and (i, k) not in seen and near >= _need(wordings[i], wordings[k]) and _may_mean_one(wordings[i], wordings[k]):
                    seen.add((i, k))
                    yield i, k, near


def _list_blocks(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """The wordings of each speaker in each story that is told by two articles at least."""
    said: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        if wording.speaker and wording.size >= _LEAST_STEMS:
            for story in wording.stories:
                said[(story, wording.speaker)].append(i)
    for _, members in sorted(said.items()):
        if len({a for i in members for a in wordings[i].articles}) > 1:
            yield members


def _need(a: Wording, b: Wording) -> float:
    return min(_MEANT + _PER_STEM * max(0, a.size - _MANY_STEMS, b.size - _MANY_STEMS), _MEANT_MOST)


def _may_mean_one(a: Wording, b: Wording) -> bool:
    """Whether nothing in two wordings speaks against one meaning: a vector hardly sees what is denied, how much and when."""
    x, y = a.statement, b.statement
    if a.articles & b.articles or not is_near(a, b) or x.is_negative != y.is_negative or share_words(x, y) >= _FRAME:
        return False
    if have_other_numbers(x, y) or have_turned(x, y) or _have_other_times(x, y) or qualifies_otherwise(x, y):
        return False
    return a.is_indirect or b.is_indirect or {x.time, y.time} != {"past", "future"}  # reports shift tenses


def _have_other_times(a: Statement, b: Statement) -> bool:
    """Whether each tells of a year, month, week or the like of which the other does not: "this year" beside "next year"."""
    mine, yours = ({s for s in statement.stems if " " in s} for statement in (a, b))
    return bool(mine - yours and yours - mine)


def _line(wording: Wording) -> str:
    statement: Statement = wording.statement
    return statement.line.strip()
