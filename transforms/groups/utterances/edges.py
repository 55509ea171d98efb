"""The pairs of wordings that may be one utterance, each with the rule and the phase it is joined in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from transforms.disjoint_sets import DisjointSets
from transforms.groups.utterances.evidence import STATEMENT, Wording, is_near, is_scrap
from transforms.groups.utterances.pairing import propose_pairs
from transforms.groups.utterances.paraphrases import find_paraphrases, list_blocks
from transforms.groups.utterances.rules import FAR, NEAR, REWORDED, Pair, judge
from transforms.groups.utterances.unnamed import find_adoptions, leave_strangers, may_be_adopted, tie_adoptions
from transforms.groups.utterances.voices import list_namesakes
from transforms.groups.utterances.words import contains_run, weigh_stem

# Words of what is repeated as said earlier, at least.
_RECALLED_WORDS = 4
# Stems of what single words are taken from, at least.
_SENTENCE = 2

PARAPHRASED = "the same meaning in the same story"


class Phase(IntEnum):
    """When a pair is joined: what is surer first, so that fragments and reports join what stands already."""

    STATEMENTS = 0
    FRAGMENTS = 1
    REPORTS = 2  # an indirect report and a quote
    REPORT_PAIRS = 3  # two indirect reports
    REWORDED = 4  # of one speaker in one story, in other words
    PARAPHRASED = 5  # … that have next to none in common
    SCRAPS = 6  # a word, and the statement that has it
    FRAMES = 7  # a report, and the words quoted in it
    RECALLS = 8  # what is repeated as said earlier, and where it was said
    TIES = 9  # never joined by it: whether others are joined hangs on both


@dataclass(frozen=True, slots=True)
class Edge:
    """Two wordings that may be one, but for ties. From scraps on the first one is joined to the second, if that is one statement."""

    phase: Phase
    score: float
    first: int
    second: int
    rule: str


def find_edges(wordings: Sequence[Wording], by_meaning: bool = True) -> list[Edge]:
    """All edges; without `by_meaning` those of words alone. Whether there is one between two wordings depends on the two alone,
    but for paraphrases: on what else their speaker says in the story, too."""
    edges, apart = [], []
    for i, k in propose_pairs(wordings):
        pair = Pair(wordings[i], wordings[k])
        score, rule = _judge(pair)
        if score > 0:
            phase = Phase.REWORDED if rule == REWORDED else _find_phase(pair)
            edges.append(Edge(phase, score, i, k, rule))
        elif by_meaning and may_be_adopted(pair):
            apart.append((i, k))
    if by_meaning:
        joined = [(e.first, e.second) for e in edges]
        apart = leave_strangers(wordings, apart, joined)
        found = [*find_paraphrases(wordings, joined), *find_adoptions(wordings, apart, joined)]
        edges += [Edge(Phase.PARAPHRASED, sure, i, k, PARAPHRASED) for i, k, sure in found]
        edges += [Edge(Phase.TIES, 0.0, i, k, "looked at together") for i, k in tie_adoptions(wordings, apart)]
    return [*edges, *_find_scraps(wordings), *_find_frames(wordings), *_find_recalls(wordings)]


def link_wordings(wordings: Sequence[Wording], fresh: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Edges, of those between two of which one is fresh, enough to connect what all of them connect."""
    sets = DisjointSets(len(wordings))
    for edge in (*_find_scraps(wordings), *_find_frames(wordings), *_find_recalls(wordings)):
        if (fresh[edge.first] or fresh[edge.second]) and sets.find(edge.first) != sets.find(edge.second):
            sets.join(edge.first, edge.second)
            yield edge.first, edge.second
    apart = []
    for i, k in propose_pairs(wordings):
        if not (fresh[i] or fresh[k]) or (sets.find(i) == sets.find(k) and wordings[i].known and wordings[k].known):
            continue
        pair = Pair(wordings[i], wordings[k])
        if _judge(pair)[0] > 0:
            if sets.find(i) != sets.find(k):
                sets.join(i, k)
                yield i, k
        elif may_be_adopted(pair):
            apart.append((i, k))
    for i, k in tie_adoptions(wordings, apart):
        if sets.find(i) != sets.find(k):
            sets.join(i, k)
            yield i, k
    for members in list_ties(wordings):
        for new in (i for i in members if fresh[i]):
            for k in members:
                if sets.find(new) != sets.find(k):
                    sets.join(new, k)
                    yield min(new, k), max(new, k)


def list_ties(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """Wordings that are looked at together though none may be joined: all that a speaker says in a story, for which two are nearest
    hangs on the others, and all whom a name may mean."""
    yield from list_blocks(wordings)
    yield from list_namesakes(wordings)


def _judge(pair: Pair) -> tuple[float, str]:
    return judge(pair, NEAR if is_near(pair.a, pair.b) else FAR)


def _find_phase(pair: Pair) -> Phase:
    reports = pair.a.is_indirect + pair.b.is_indirect
    if reports:
        return Phase.REPORTS if reports == 1 else Phase.REPORT_PAIRS
    return Phase.FRAGMENTS if min(pair.a.size, pair.b.size) < STATEMENT else Phase.STATEMENTS


def _find_scraps(wordings: Sequence[Wording]) -> Iterator[Edge]:
    """Single words and words without content of their own ("outrageous", "behind us") with the statements of the same
    speaker in the same story that have exactly these words."""
    said: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        if wording.speaker and not wording.is_indirect and wording.size >= _SENTENCE:
            for story in wording.stories:
                said[(story, wording.speaker)].append(i)
    for i, scrap in enumerate(wordings):
        if scrap.speaker and is_scrap(scrap):
            for k in sorted({k for story in scrap.stories for k in said.get((story, scrap.speaker), ())}):
                if wordings[k].statement.line.count(scrap.statement.line) == 1:
                    yield Edge(Phase.SCRAPS, 1.0, i, k, "a word of the statement")


def _find_frames(wordings: Sequence[Wording]) -> Iterator[Edge]:
    """Reports with the words that their article quotes in them: "called the plan “a dead end”"."""
    quoted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, wording in enumerate(wordings):
        if wording.speaker and not wording.is_indirect and (wording.size or len(wording.statement.words) > 1):
            for article in wording.articles:
                quoted[(article, wording.speaker)].append(i)
    for i, report in enumerate(wordings):
        if report.speaker and report.is_indirect:
            for k in sorted({k for article in report.articles for k in quoted.get((article, report.speaker), ())}):
                if report.statement.line.count(wordings[k].statement.line) == 1:
                    yield Edge(Phase.FRAMES, 1.0, i, k, "the words quoted in a report")


def _find_recalls(wordings: Sequence[Wording]) -> Iterator[Edge]:
    """What is repeated, word for word and as said earlier, with where the same speaker said it."""
    recalled = [i for i, w in enumerate(wordings) if w.is_recalled and w.speaker and w.size and _may_be_recalled(w)]
    asked = {(wordings[i].speaker, _find_rarest(wordings[i])) for i in recalled}
    speakers = {speaker for speaker, _ in asked}
    said: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for k, wording in enumerate(wordings):
        if wording.speaker in speakers and not (wording.is_recalled or wording.is_indirect) and wording.days:
            for stem in set(wording.statement.stems):
                if (wording.speaker, stem) in asked:
                    said[(wording.speaker, stem)].append(k)
    for i in recalled:
        later = wordings[i]
        for k in said.get((later.speaker, _find_rarest(later)), ()):
            earlier = wordings[k]
            if earlier.days[0] < later.days[0] and not is_near(later, earlier) and contains_run(earlier.statement, later.statement):
                yield Edge(Phase.RECALLS, 1.0, i, k, "said earlier")


def _may_be_recalled(wording: Wording) -> bool:
    return bool(wording.days) and not wording.is_indirect and len(wording.statement.words) >= _RECALLED_WORDS


def _find_rarest(wording: Wording) -> str:
    return max(wording.statement.stems, key=lambda s: (weigh_stem(s), s))
