"""Joins wordings that say the same: the best pairs first, statements before fragments before indirect reports, while the
clusters hold together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transforms.groups.utterances.evidence import (
    LONG,
    STATEMENT,
    WINDOW_DAYS,
    Wording,
    have_other_names,
    is_contrary,
    is_same_event,
    is_same_speaker,
    is_within_days,
    share_words,
)
from transforms.groups.utterances.pairing import propose_pairs
from transforms.groups.utterances.words import (
    NOTHING,
    Overlap,
    Statement,
    contains_closely,
    contains_run,
    longest_run,
    overlap,
    share_order,
    stand_in_one_sentence,
    weigh,
)
from transforms.groups.words.stems import content_stems

# A report and a quote with so many words in a row in common are of one statement.
_RUN_WORDS = 6
# What is repeated as said earlier has at least so many words.
_RECALLED_WORDS = 4
# What single words are taken from has at least so many stems.
_SENTENCE = 2
# With the speaker known and a day missing, so many stems are too many for two occasions to bring forth by chance.
_REPEATED = 5
# Coverage that wordings of one occasion need, by the number of stems they share; speaker known, or not.
_NEAR = {2: 0.9, 3: 0.8, 4: 0.8, 5: 0.65}
_NEAR_MANY = 0.55
_NEAR_UNKNOWN = {2: 0.95, 3: 0.9, 4: 0.8, 5: 0.7}
_NEAR_UNKNOWN_MANY = 0.6
# A few stems strewn over a long statement tell less than in one hardly longer: where so much of both together is shared.
# By the number of shared stems: that much, and the coverage that then suffices.
_EVEN = {3: (0.52, 0.7), 4: (0.4, 0.65), 5: (0.4, 0.6)}
# Coverage for wordings of different occasions: later reports that repeat what was said before.
_FAR = 0.9
# Statements with little content ("In the channel she would have gone down"): all of the shorter one's, and so much of the
# words of both in the same order.
_ALL, _WORDS = 0.99, 0.8
# Of two stems only, so much of both wordings together.
_FRAGMENT_JACCARD, _REPORT_JACCARD = 0.5, 0.5
# Mean coverage between the wordings of two clusters that become one: a quote of two sentences ties no two statements.
_COHESION = 0.6
# … taken over so many wordings of each, so that a statement the whole world reports costs no more.
_SAMPLE = 20


@dataclass(slots=True)
class _Cluster:
    wordings: list[int]
    speaker: str | None
    articles: set[str] = field(default_factory=set)


class Joiner:
    """Joins wordings into clusters. State: the clusters so far, and which article holds which statements."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.weighed = [weigh(w.statement) for w in wordings]
        self.clusters = {i: _Cluster([i], w.speaker, set(w.articles)) for i, w in enumerate(wordings)}
        self.covered: dict[tuple[int, int], float] = {}
        self.told: dict[str, set[int]] = {}

    def join(self) -> list[list[int]]:
        """The wordings' numbers, by cluster."""
        # Statements; fragments; an indirect report and a quote; two indirect reports. Each edge is (-score, i, k).
        near: tuple[list[tuple[float, int, int]], ...] = ([], [], [], [])
        far: tuple[list[tuple[int, int]], ...] = ([], [], [], [])
        recalls: dict[int, list[int]] = defaultdict(list)
        for i, k in propose_pairs(self.wordings, WINDOW_DAYS):
            a, b = self.wordings[i], self.wordings[k]
            reports = a.is_indirect + b.is_indirect
            phase = 1 + reports if reports else int(min(a.size, b.size) < STATEMENT)
            if self._is_near(a, b):
                if (score := self._judge(i, k)) > 0:
                    near[phase].append((-score, i, k))
            elif self._may_be_repeated(i, k):
                far[phase].append((i, k))
            if (recalled := self._find_recalled(i, k)) is not None:
                recalls[recalled].append(i + k - recalled)
        for number, phases in enumerate(((0,), (0, 1), (2,), (3,))):
            repeated = [(-score, i, k) for phase in phases for i, k in far[phase] if (score := self._judge_far(i, k)) > 0]
            for _, i, k in sorted(repeated + [edge for phase in phases for edge in near[phase]]):
                self._merge(i, k, ties_none=number >= 2)
            if number == 0:
                self._note_told()
        self._join_scraps()
        self._join_frames()
        self._join_recalled(recalls)
        unique = {id(c): c for c in self.clusters.values()}
        return [sorted(c.wordings) for c in unique.values()]

    def _join_scraps(self) -> None:
        """Joins single words and words without content of their own ("outrageous", "behind us") to the statement of the same
        speaker in the same story that alone has exactly these words."""
        said: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, wording in enumerate(self.wordings):
            if wording.speaker and not wording.is_indirect and wording.size >= _SENTENCE:
                for story in wording.stories:
                    said[(story, wording.speaker)].append(i)
        for i, scrap in enumerate(self.wordings):
            if not scrap.speaker or not _is_scrap(scrap):
                continue
            holders = self._find_holders(scrap, {k for story in scrap.stories for k in said.get((story, scrap.speaker), ())})
            if len({id(self.clusters[k]) for k in holders}) == 1 and not _is_denied(scrap, self.wordings[holders[0]]):
                self._unite(self.clusters[holders[0]], self.clusters[i])

    def _join_frames(self) -> None:
        """Joins a report that is like no other to the words that its article quotes in it: "called the plan “a dead end”"."""
        quoted: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, wording in enumerate(self.wordings):
            if wording.speaker and not wording.is_indirect and (wording.size or len(wording.statement.words) > 1):
                for article in wording.articles:
                    quoted[(article, wording.speaker)].append(i)
        for i, report in enumerate(self.wordings):
            if report.speaker and report.is_indirect and len(self.clusters[i].wordings) == 1:
                around = {k for article in report.articles for k in quoted.get((article, report.speaker), ())}
                within = [k for k in sorted(around) if report.statement.line.count(self.wordings[k].statement.line) == 1]
                if len({id(self.clusters[k]) for k in within}) == 1:
                    self._unite(self.clusters[within[0]], self.clusters[i])

    def _find_holders(self, scrap: Wording, among: set[int]) -> list[int]:
        return [k for k in sorted(among) if self.wordings[k].statement.line.count(scrap.statement.line) == 1]

    def _find_recalled(self, i: int, k: int) -> int | None:
        """Which of two wordings repeats, word for word and as said earlier, what the same speaker said in the other."""
        a, b = self.wordings[i], self.wordings[k]
        if a.is_recalled == b.is_recalled or not (a.speaker and a.speaker == b.speaker and a.days and b.days) or self._is_near(a, b):
            return None
        later, earlier, found = (a, b, i) if a.is_recalled else (b, a, k)
        if earlier.is_indirect or later.is_indirect or earlier.days[0] >= later.days[0] or len(later.statement.words) < _RECALLED_WORDS:
            return None
        return found if later.size and contains_run(earlier.statement, later.statement) else None

    def _join_recalled(self, recalls: Mapping[int, Sequence[int]]) -> None:
        """Joins what is repeated as said earlier to where it was said, if that is one statement and no stock phrase."""
        for later, holders in sorted(recalls.items()):
            words = self.wordings[later].statement.words
            earlier = [k for k in holders if self.wordings[k].statement.words == words] or holders
            a, b = self.clusters[earlier[0]], self.clusters[later]
            if len({id(self.clusters[k]) for k in earlier}) == 1 and a is not b and a.articles.isdisjoint(b.articles):
                self._unite(a, b)

    def _unite(self, a: _Cluster, b: _Cluster) -> None:
        if a is b:
            return
        for member in b.wordings:
            self.clusters[member] = a
        a.wordings += b.wordings
        a.speaker = a.speaker or b.speaker
        a.articles |= b.articles

    def _overlap(self, i: int, k: int) -> Overlap:
        a, b = self.wordings[i].speaker, self.wordings[k].speaker
        return NOTHING if a and b and a != b else overlap(self.weighed[i], self.weighed[k])

    def _score(self, i: int, k: int, shared: Overlap) -> float:
        return shared.coverage * (0.8 + 0.2 * share_order(self.wordings[i].statement, self.wordings[k].statement))

    @staticmethod
    def _is_near(a: Wording, b: Wording) -> bool:
        """Whether both are of one occasion."""
        if a.days and b.days and not is_within_days(a, b):
            return False  # a story that goes on: what is said anew may sound like what was said before
        return is_same_event(a, b) or (is_same_speaker(a, b) and is_within_days(a, b))

    def _note_told(self) -> None:
        """Notes for each article the statements that it shares with others, so that their fragments may join as well."""
        for number, cluster in enumerate({id(c): c for c in self.clusters.values()}.values()):
            if len(cluster.articles) > 1 and self.wordings[cluster.wordings[0]].size >= STATEMENT:
                for article in cluster.articles:
                    self.told.setdefault(article, set()).add(number)

    def _tell_the_same(self, a: Wording, b: Wording) -> bool:
        mine = {n for article in a.articles for n in self.told.get(article, ())}
        return any(n in mine for article in b.articles for n in self.told.get(article, ()))

    def _judge(self, i: int, k: int) -> float:
        """How surely two wordings of one occasion are one utterance; 0 where the rules say that they are not."""
        a, b = self.wordings[i], self.wordings[k]
        known = is_same_speaker(a, b)
        shorter, longer = (a, b) if len(a.statement.stems) <= len(b.statement.stems) else (b, a)
        contained = contains_run(longer.statement, shorter.statement)
        # One article gives a statement again only as a part of it.
        if a.articles & b.articles and not (contained and (known or shorter.size >= STATEMENT)):
            return 0.0
        if shorter.size < STATEMENT and not known and have_other_names(a, b):
            return 0.0
        if a.statement.words == b.statement.words:
            return 1.0 if known or a.size > 1 else 0.0
        shared = self._overlap(i, k)
        if not shared.count or is_contrary(a, b, shared):
            return 0.0
        if contained and len(shorter.statement.words) > 1 and (known or shorter.size > 1):
            return 0.95 + 0.05 * shared.jaccard
        if known and is_same_event(a, b) and contains_closely(longer.statement, shorter.statement):
            return 0.9
        if known and is_same_event(a, b) and a.is_indirect != b.is_indirect and shared.count > 1 and self._share_run(a, b):
            return 0.8
        if known and is_same_event(a, b) and shared.coverage >= _ALL and share_words(a.statement, b.statement) >= _WORDS:
            return 0.9
        if shorter.size == 1:
            return 0.9 if known and is_same_event(a, b) and longer.size == 1 else 0.0
        if shorter.size == 2 and shared.jaccard < (
            _REPORT_JACCARD if known and is_same_event(a, b) and a.is_indirect != b.is_indirect else _FRAGMENT_JACCARD
        ):
            return 0.0
        need = _NEAR.get(shared.count, _NEAR_MANY) if known else _NEAR_UNKNOWN.get(shared.count, _NEAR_UNKNOWN_MANY)
        jaccard, coverage = _EVEN.get(shared.count, (1.0, need))
        if known and shared.jaccard >= jaccard:
            need = coverage
        if shared.count < 2 or shared.coverage < need:
            return 0.0
        score = self._score(i, k, shared)
        return score if score >= need else 0.0

    @staticmethod
    def _share_run(a: Wording, b: Wording) -> bool:
        """Whether a report has so many of the speaker's very words, with content, that it must be of this statement."""
        run = longest_run(a.statement, b.statement)
        return len(run) >= _RUN_WORDS and len(content_stems(" ".join(run))) > 1

    def _may_be_repeated(self, i: int, k: int) -> bool:
        """Whether two wordings of different occasions are alike enough to be one utterance, whatever else is known."""
        a, b = self.wordings[i], self.wordings[k]
        if min(a.size, b.size) < STATEMENT and not is_same_speaker(a, b) and have_other_names(a, b):
            return False
        if a.statement.words == b.statement.words:
            return True
        shared = self._overlap(i, k)
        return shared.coverage >= _FAR and not is_contrary(a, b, shared) and self._score(i, k, shared) >= _FAR

    def _judge_far(self, i: int, k: int) -> float:
        """How surely a later report repeats, word for word or nearly, what was said on another occasion."""
        a, b = self.wordings[i], self.wordings[k]
        known, undated, told = is_same_speaker(a, b), a.is_undated or b.is_undated, self._tell_the_same(a, b)
        size = min(a.size, b.size)
        if a.statement.words == b.statement.words:
            is_repeated = size >= LONG or (known and undated and size >= _REPEATED) or (told and (known or size > 1))
            return 1.0 if is_repeated else 0.0
        if size >= LONG:
            is_repeated = True
        elif known and undated:
            is_repeated = size >= (STATEMENT if told else _REPEATED)
        elif known:
            is_repeated = told and size > 1
        else:
            verbatim = contains_run(a.statement, b.statement) or contains_run(b.statement, a.statement)
            is_repeated = told and verbatim and size >= STATEMENT
        return self._score(i, k, self._overlap(i, k)) if is_repeated else 0.0

    def _merge(self, i: int, k: int, ties_none: bool) -> None:
        a, b = self.clusters[i], self.clusters[k]
        if a is b or (a.speaker and b.speaker and a.speaker != b.speaker):
            return
        if ties_none and len(a.wordings) > 1 and len(b.wordings) > 1:
            return  # an indirect report is nobody's wording: it joins one utterance and ties no two
        if a.articles & b.articles and not self._may_stand_together(a, b):
            return
        pairs = [(x, y) for x in a.wordings[:_SAMPLE] for y in b.wordings[:_SAMPLE]]
        if ties_none:  # … what it words in its own way tells nothing of the quotes beside it
            pairs = [(x, y) for x, y in pairs if (x, y) != (i, k) and not (self.wordings[x].is_indirect or self.wordings[y].is_indirect)]
        elif len(pairs) == 1:
            pairs = []
        if not self._hold_together(pairs):
            wholes = self._find_wholes(a, b)
            if not self._hold_together([(x, y) for x, y in pairs if not self._are_pieces(x, y, wholes)]):
                return
        self._unite(a, b)

    def _hold_together(self, pairs: Sequence[tuple[int, int]]) -> bool:
        return sum(self._cover(x, y) for x, y in pairs) >= _COHESION * len(pairs)

    def _cover(self, i: int, k: int) -> float:
        if self.wordings[i].statement.words == self.wordings[k].statement.words:
            return 1.0
        pair = (i, k) if i < k else (k, i)
        if pair not in self.covered:
            shared = self._overlap(i, k)
            self.covered[pair] = 0.0 if is_contrary(self.wordings[i], self.wordings[k], shared) else shared.coverage
        return self.covered[pair]

    def _find_wholes(self, *clusters: _Cluster) -> list[Statement]:
        """The statements of which others of the clusters may be pieces."""
        found = (self.wordings[i] for cluster in clusters for i in cluster.wordings[:_SAMPLE])
        return [w.statement for w in found if w.size >= STATEMENT and not w.is_indirect]

    def _are_pieces(self, i: int, k: int, wholes: Sequence[Statement]) -> bool:
        """Whether both are cut from one sentence of a wording beside them: what they share then tells nothing.

        Of two statements each in full, their words must stand there, of others their stems: who runs two sentences of a
        speaker into one ties no two statements.
        """
        a, b = self.wordings[i], self.wordings[k]
        x, y = a.statement, b.statement
        is_verbatim = not (_is_fragment(a) or _is_fragment(b))
        return any(w is not x and w is not y and stand_in_one_sentence(w, x, y, verbatim=is_verbatim) for w in wholes)

    def _may_stand_together(self, a: _Cluster, b: _Cluster) -> bool:
        """Whether wordings that stand in one article contain one another, or are cut from one sentence."""
        wholes = self._find_wholes(a, b)
        for i in a.wordings:
            for k in b.wordings:
                x, y = self.wordings[i].statement, self.wordings[k].statement
                shared = self.wordings[i].articles & self.wordings[k].articles
                if shared and not (contains_run(x, y) or contains_run(y, x) or self._are_pieces(i, k, wholes)):
                    return False
        return True


def _is_fragment(wording: Wording) -> bool:
    return wording.is_mixed or wording.is_indirect or wording.size < STATEMENT


def _is_scrap(wording: Wording) -> bool:
    """Whether too little is quoted to be compared by its stems: one word, or only words without content."""
    if wording.is_indirect:
        return False
    return wording.size == 1 if len(wording.statement.words) == 1 else wording.is_mixed and wording.size == 0


def _is_denied(scrap: Wording, whole: Wording) -> bool:
    return not whole.statement.denied.isdisjoint(scrap.statement.stems) and not scrap.statement.is_negative
