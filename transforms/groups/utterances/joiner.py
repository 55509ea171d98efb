"""Joins wordings that say the same: the best pairs first, statements before fragments before indirect reports, while the
clusters hold together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.groups.utterances.edges import Edge, Phase
from transforms.groups.utterances.evidence import STATEMENT, Wording, is_contrary, is_fragment
from transforms.groups.utterances.rules import Pair
from transforms.groups.utterances.words import Statement, contains_run, stand_in_one_sentence

# Mean coverage between the wordings of two clusters that become one: a quote of two sentences ties no two statements.
_COHESION = 0.6
# Wordings of each over which it is taken, so that a statement the whole world reports costs no more.
_SAMPLE = 20
# What is joined together, in this order.
_ROUNDS = ((Phase.STATEMENTS,), (Phase.FRAGMENTS,), (Phase.REPORTS,), (Phase.REPORT_PAIRS,), (Phase.REWORDED,), (Phase.PARAPHRASED,))


def join_wordings(wordings: Sequence[Wording], edges: Sequence[Edge]) -> list[list[int]]:
    """The wordings' numbers, by utterance."""
    clusters = Clusters(wordings)
    for phases in _ROUNDS:
        chosen = [e for e in edges if e.phase in phases]
        for edge in sorted(chosen, key=lambda e: (-e.score, e.first, e.second)):
            clusters.merge(edge)
    for phase in (Phase.SCRAPS, Phase.FRAMES, Phase.RECALLS):
        holders: dict[int, list[int]] = defaultdict(list)
        for edge in sorted((e for e in edges if e.phase is phase), key=lambda e: (e.first, e.second)):
            holders[edge.first].append(edge.second)
        for piece, among in holders.items():
            clusters.attach(piece, among, phase)
    return clusters.list_members()


class Clusters:
    """Clusters of wordings that grow. A cluster has one known speaker, and gives an article's statements once."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        self._sets = DisjointSets(len(wordings))
        self._members = {i: [i] for i in range(len(wordings))}
        self._speaker = {i: w.known if w.speaker else None for i, w in enumerate(wordings)}
        self._articles = {i: set(w.articles) for i, w in enumerate(wordings)}
        self._covered: dict[tuple[int, int], float] = {}

    def list_members(self) -> list[list[int]]:
        """The wordings of each cluster."""
        return [sorted(members) for members in self._members.values()]

    def merge(self, edge: Edge) -> None:
        """Makes one cluster of those at the ends of an edge, unless something forbids it."""
        a, b = self._sets.find(edge.first), self._sets.find(edge.second)
        if a == b or (self._speaker[a] and self._speaker[b] and self._speaker[a] != self._speaker[b]):
            return
        ties_none = edge.phase in (Phase.REPORTS, Phase.REPORT_PAIRS)
        mine, yours = self._members[a], self._members[b]
        if ties_none and len(mine) > 1 and len(yours) > 1:
            return  # an indirect report is nobody's wording: it joins one utterance and ties no two
        if self._articles[a] & self._articles[b] and not self._may_stand_together(mine, yours):
            return
        pairs = [(x, y) for x in mine[:_SAMPLE] for y in yours[:_SAMPLE]]
        if ties_none:  # … what it words in its own way tells nothing of the quotes beside it
            pairs = [p for p in pairs if p != (edge.first, edge.second) and not any(self._wordings[x].is_indirect for x in p)]
        elif len(pairs) == 1 or edge.phase in (Phase.REWORDED, Phase.PARAPHRASED):  # … words tell too little of those who say it otherwise
            pairs = []
        if not self._hold_together(pairs):
            wholes = self._find_wholes(mine, yours)
            if not self._hold_together([(x, y) for x, y in pairs if not self._are_pieces(x, y, wholes)]):
                return
        self._unite(a, b)

    def attach(self, piece: int, among: Sequence[int], phase: Phase) -> None:
        """Joins a piece to the one cluster that holds what it is taken from; to none where there are several."""
        own = self._sets.find(piece)
        if phase is Phase.FRAMES and len(self._members[own]) > 1:
            return  # it is like a quote of another article
        if phase is Phase.RECALLS:  # the very words are surer than a longer statement that has them
            words = self._wordings[piece].statement.words
            among = [k for k in among if self._wordings[k].statement.words == words] or among
        roots = {self._sets.find(k) for k in among}
        if len(roots) != 1:
            return
        (root,) = roots
        if phase is Phase.SCRAPS and _is_denied(self._wordings[piece], self._wordings[among[0]]):
            return
        if phase is Phase.RECALLS and self._articles[own] & self._articles[root]:
            return  # a stock phrase
        if own != root:
            self._unite(root, own)

    def _unite(self, a: int, b: int) -> None:
        self._sets.join(a, b)
        kept, gone = (a, b) if self._sets.find(a) == a else (b, a)
        members = self._members.pop(a) + self._members.pop(b)
        self._members[kept] = members
        self._speaker[kept] = self._speaker[a] or self._speaker[b]
        self._articles[kept] |= self._articles.pop(gone)

    def _hold_together(self, pairs: Sequence[tuple[int, int]]) -> bool:
        return sum(self._cover(x, y) for x, y in pairs) >= _COHESION * len(pairs)

    def _cover(self, i: int, k: int) -> float:
        pair = Pair(self._wordings[i], self._wordings[k])
        if pair.are_same_words:
            return 1.0
        key = (i, k) if i < k else (k, i)
        if key not in self._covered:
            self._covered[key] = 0.0 if is_contrary(pair.a, pair.b, pair.shared) else pair.shared.coverage
        return self._covered[key]

    def _find_wholes(self, *clusters: Sequence[int]) -> list[Statement]:
        """The statements of which others of the clusters may be pieces."""
        found = (self._wordings[i] for cluster in clusters for i in cluster[:_SAMPLE])
        return [w.statement for w in found if w.size >= STATEMENT and not w.is_indirect]

    def _are_pieces(self, i: int, k: int, wholes: Sequence[Statement]) -> bool:
        """Whether both are cut from one sentence of a wording beside them: what they share then tells nothing.

        Of two statements each in full, their words must stand there, of others their stems: who runs two sentences of a
        speaker into one ties no two statements.
        """
        a, b = self._wordings[i], self._wordings[k]
        x, y = a.statement, b.statement
        is_verbatim = not (is_fragment(a) or is_fragment(b))
        return any(w is not x and w is not y and stand_in_one_sentence(w, x, y, verbatim=is_verbatim) for w in wholes)

    def _may_stand_together(self, mine: Sequence[int], yours: Sequence[int]) -> bool:
        """Whether wordings that stand in one article contain one another, or are cut from one sentence."""
        wholes = self._find_wholes(mine, yours)
        for i in mine:
            for k in yours:
                x, y = self._wordings[i].statement, self._wordings[k].statement
                shared = self._wordings[i].articles & self._wordings[k].articles
                if shared and not (contains_run(x, y) or contains_run(y, x) or self._are_pieces(i, k, wholes)):
                    return False
        return True


def _is_denied(scrap: Wording, whole: Wording) -> bool:
    return not whole.statement.denied.isdisjoint(scrap.statement.stems) and not scrap.statement.is_negative
