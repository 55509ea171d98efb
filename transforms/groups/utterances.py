"""One statement in many wordings: quotes of the same speaker on the same occasion that say the same.

Quotes in the same words come together first. Other pairs are proposed by rare words in common and judged by how much
of the shorter one stands in the longer, by rules for its length and for how much is known of speaker and occasion.
The best pairs join first, statements before fragments before indirect reports, while the clusters hold together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from transforms.groups.pairing import propose_pairs
from transforms.groups.statements import (
    NOTHING,
    Overlap,
    Statement,
    contains_run,
    count_in_order,
    overlap,
    read_statement,
    share_order,
    weigh,
    weigh_stems,
)
from transforms.groups.terms import content_stems
from transforms.records import Group, SpokenQuote

# Days between two reports of one occasion.
WINDOW_DAYS = 3
# A quote of so many content stems is a statement of its own, below it is a fragment; from _LONG on it is too long for
# two occasions to bring forth by chance (with the speaker known and a day missing: from _REPEATED on).
_STATEMENT, _REPEATED, _LONG = 4, 5, 6
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
_FRAGMENT_JACCARD = 0.6
# Mean coverage between the wordings of two clusters that become one: a quote of two sentences ties no two statements.
_COHESION = 0.6
# … taken over so many wordings of each, so that a statement the whole world reports costs no more.
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """The quotes of one speaker in the very same words on one occasion. `quotes` are places in the sorted input, `size`
    is the number of different content stems."""

    statement: Statement
    size: int
    speaker: str | None
    speaker_words: frozenset[str]
    is_indirect: bool
    is_mixed: bool
    articles: frozenset[str]
    stories: frozenset[str]
    days: tuple[date, ...]
    is_undated: bool
    quotes: tuple[int, ...]


@dataclass(slots=True)
class _Cluster:
    wordings: list[int]
    speaker: str | None
    articles: set[str] = field(default_factory=set)


def group_utterances(quotes: Sequence[SpokenQuote]) -> list[Group]:
    """Every quote but scare quotes in exactly one group, the groups in the order of their earliest quotes.

    Attributes: `text`, the fullest wording; `speaker`, the entity id or "". Quotes of two known speakers are never in
    one group, nor two quotes of one article unless one contains the other. Quotes without `story_id` and day are
    compared by their words alone, and strictly. The order of `quotes` does not matter.
    """
    ordered = sorted((q for q in quotes if q.kind != "scare"), key=_arrival)
    wordings = _collect_wordings(ordered)
    groups = []
    for cluster in _Joiner(wordings).join():
        members = sorted(i for w in cluster for i in wordings[w].quotes)
        said = [i for i in members if ordered[i].kind != "indirect"] or members
        fullest = max(said, key=lambda i: (len(read_statement(ordered[i].text).stems), len(ordered[i].text), -i))
        speaker = next((s for i in members if (s := ordered[i].speaker)), "")
        groups.append((members, Group(tuple(ordered[i].quote_id for i in members), {"text": ordered[fullest].text, "speaker": speaker})))
    return [group for _, group in sorted(groups, key=lambda g: g[0][0])]


def _arrival(quote: SpokenQuote) -> tuple[bool, date, str, int, str]:
    return quote.published_on is None, quote.published_on or date.max, quote.article_id, quote.ordinal, quote.quote_id


def _collect_wordings(ordered: Sequence[SpokenQuote]) -> list[Wording]:
    same: dict[tuple[str | None, frozenset[str], bool, tuple[str, ...]], list[int]] = defaultdict(list)
    statements: dict[str, Statement] = {}
    for i, quote in enumerate(ordered):
        statement = statements.get(quote.text) or statements.setdefault(quote.text, read_statement(quote.text))
        words = frozenset(content_stems(quote.speaker_name or ""))
        same[(quote.speaker, words, quote.kind == "indirect", statement.words)].append(i)
    wordings = []
    for (speaker, speaker_words, is_indirect, _), members in same.items():
        statement = statements[ordered[members[0]].text]
        for part in _split_by_occasion(members, ordered):
            wordings.append(
                Wording(
                    statement=statement,
                    size=len(set(statement.stems)),
                    speaker=speaker,
                    speaker_words=speaker_words,
                    is_indirect=is_indirect,
                    is_mixed=all(ordered[i].kind == "mixed" for i in part),
                    articles=frozenset(ordered[i].article_id for i in part),
                    stories=frozenset(s for i in part if (s := ordered[i].story_id)),
                    days=tuple(sorted({d for i in part if (d := ordered[i].published_on)})),
                    is_undated=any(ordered[i].published_on is None for i in part),
                    quotes=tuple(part),
                )
            )
    return sorted(wordings, key=lambda w: w.quotes)


def _split_by_occasion(members: Sequence[int], ordered: Sequence[SpokenQuote]) -> list[list[int]]:
    """The same words by story; without a story, by runs of days for a known speaker, and by article for nobody known."""
    parts: dict[tuple[str, str], list[int]] = defaultdict(list)
    run, last = 0, None
    for i in members:  # by day
        quote = ordered[i]
        if quote.story_id:
            parts[("story", quote.story_id)].append(i)
        elif quote.speaker and quote.published_on:
            if last and (quote.published_on - last).days > WINDOW_DAYS:
                run += 1
            last = quote.published_on
            parts[("run", str(run))].append(i)
        else:
            parts[("article", quote.article_id)].append(i)
    return list(parts.values())


class _Joiner:
    """Joins wordings into clusters. State: the clusters so far, and which article holds which statements."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.weights = weigh_stems(w.statement for w in wordings)
        self.weighed = [weigh(w.statement, self.weights) for w in wordings]
        self.clusters = {i: _Cluster([i], w.speaker, set(w.articles)) for i, w in enumerate(wordings)}
        self.covered: dict[tuple[int, int], float] = {}
        self.told: dict[str, set[int]] = {}

    def join(self) -> list[list[int]]:
        """The wordings' numbers, by cluster."""
        # Statements; fragments; an indirect report and a quote; two indirect reports. Each edge is (-score, i, k).
        near: tuple[list[tuple[float, int, int]], ...] = ([], [], [], [])
        far: tuple[list[tuple[int, int]], ...] = ([], [], [], [])
        for i, k in propose_pairs(self.wordings, WINDOW_DAYS):
            a, b = self.wordings[i], self.wordings[k]
            reports = a.is_indirect + b.is_indirect
            phase = 1 + reports if reports else int(min(a.size, b.size) < _STATEMENT)
            if self._is_near(a, b):
                if (score := self._judge(i, k)) > 0:
                    near[phase].append((-score, i, k))
            elif self._may_be_repeated(i, k):
                far[phase].append((i, k))
        for number, phases in enumerate(((0,), (0, 1), (2,), (3,))):
            repeated = [(-score, i, k) for phase in phases for i, k in far[phase] if (score := self._judge_far(i, k)) > 0]
            for _, i, k in sorted(repeated + [edge for phase in phases for edge in near[phase]]):
                self._merge(i, k, ties_none=number >= 2)
            if number == 0:
                self._note_told()
        unique = {id(c): c for c in self.clusters.values()}
        return [sorted(c.wordings) for c in unique.values()]

    def _overlap(self, i: int, k: int) -> Overlap:
        a, b = self.wordings[i].speaker, self.wordings[k].speaker
        return NOTHING if a and b and a != b else overlap(self.weighed[i], self.weighed[k], self.weights)

    def _score(self, i: int, k: int, shared: Overlap) -> float:
        return shared.coverage * (0.8 + 0.2 * share_order(self.wordings[i].statement, self.wordings[k].statement))

    @staticmethod
    def _is_near(a: Wording, b: Wording) -> bool:
        """Whether both are of one occasion."""
        return _is_same_event(a, b) or (_is_same_speaker(a, b) and _is_within_days(a, b))

    def _note_told(self) -> None:
        """Notes for each article the statements that it shares with others, so that their fragments may join as well."""
        for number, cluster in enumerate({id(c): c for c in self.clusters.values()}.values()):
            if len(cluster.articles) > 1 and self.wordings[cluster.wordings[0]].size >= _STATEMENT:
                for article in cluster.articles:
                    self.told.setdefault(article, set()).add(number)

    def _tell_the_same(self, a: Wording, b: Wording) -> bool:
        mine = {n for article in a.articles for n in self.told.get(article, ())}
        return any(n in mine for article in b.articles for n in self.told.get(article, ()))

    def _judge(self, i: int, k: int) -> float:
        """How surely two wordings of one occasion are one utterance; 0 where the rules say that they are not."""
        a, b = self.wordings[i], self.wordings[k]
        known = _is_same_speaker(a, b)
        shorter, longer = (a, b) if len(a.statement.stems) <= len(b.statement.stems) else (b, a)
        contained = contains_run(longer.statement, shorter.statement)
        # One article gives a statement again only as a part of it.
        if a.articles & b.articles and not (contained and (known or shorter.size >= _STATEMENT)):
            return 0.0
        if shorter.size < _STATEMENT and not known and _have_other_names(a, b):
            return 0.0
        if a.statement.words == b.statement.words:
            return 1.0 if known or a.size > 1 else 0.0
        shared = self._overlap(i, k)
        if not shared.count or _is_contrary(a, b, shared):
            return 0.0
        if contained and len(shorter.statement.words) > 1 and (known or shorter.size > 1):
            return 0.95 + 0.05 * shared.jaccard
        if known and _is_same_event(a, b) and shared.coverage >= _ALL and _share_words(a.statement, b.statement) >= _WORDS:
            return 0.9
        if shorter.size == 1:
            return 0.9 if known and _is_same_event(a, b) and longer.size == 1 else 0.0
        if shorter.size == 2 and shared.jaccard < _FRAGMENT_JACCARD:
            return 0.0
        need = _NEAR.get(shared.count, _NEAR_MANY) if known else _NEAR_UNKNOWN.get(shared.count, _NEAR_UNKNOWN_MANY)
        jaccard, coverage = _EVEN.get(shared.count, (1.0, need))
        if known and shared.jaccard >= jaccard:
            need = coverage
        if shared.count < 2 or shared.coverage < need:
            return 0.0
        score = self._score(i, k, shared)
        return score if score >= need else 0.0

    def _may_be_repeated(self, i: int, k: int) -> bool:
        """Whether two wordings of different occasions are alike enough to be one utterance, whatever else is known."""
        a, b = self.wordings[i], self.wordings[k]
        if min(a.size, b.size) < _STATEMENT and not _is_same_speaker(a, b) and _have_other_names(a, b):
            return False
        if a.statement.words == b.statement.words:
            return True
        shared = self._overlap(i, k)
        return shared.coverage >= _FAR and not _is_contrary(a, b, shared) and self._score(i, k, shared) >= _FAR

    def _judge_far(self, i: int, k: int) -> float:
        """How surely a later report repeats, word for word or nearly, what was said on another occasion."""
        a, b = self.wordings[i], self.wordings[k]
        known, undated, told = _is_same_speaker(a, b), a.is_undated or b.is_undated, self._tell_the_same(a, b)
        size = min(a.size, b.size)
        if a.statement.words == b.statement.words:
            is_repeated = size >= _LONG or (known and undated and size >= _REPEATED) or (told and (known or size > 1))
            return 1.0 if is_repeated else 0.0
        if size >= _LONG:
            is_repeated = True
        elif known and undated:
            is_repeated = size >= (_STATEMENT if told else _REPEATED)
        elif known:
            is_repeated = told and size > 1
        else:
            verbatim = contains_run(a.statement, b.statement) or contains_run(b.statement, a.statement)
            is_repeated = told and verbatim and size >= _STATEMENT
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
        if len(pairs) > 1 and sum(self._cover(x, y) for x, y in pairs) < _COHESION * len(pairs):
            return
        for member in b.wordings:
            self.clusters[member] = a
        a.wordings += b.wordings
        a.speaker = a.speaker or b.speaker
        a.articles |= b.articles

    def _cover(self, i: int, k: int) -> float:
        if self.wordings[i].statement.words == self.wordings[k].statement.words:
            return 1.0
        pair = (i, k) if i < k else (k, i)
        if pair not in self.covered:
            shared = self._overlap(i, k)
            self.covered[pair] = 0.0 if _is_contrary(self.wordings[i], self.wordings[k], shared) else shared.coverage
        return self.covered[pair]

    def _may_stand_together(self, a: _Cluster, b: _Cluster) -> bool:
        """Whether wordings that stand in one article contain one another."""
        for i in a.wordings:
            for k in b.wordings:
                x, y = self.wordings[i].statement, self.wordings[k].statement
                shared = self.wordings[i].articles & self.wordings[k].articles
                if shared and not (contains_run(x, y) or contains_run(y, x)):
                    return False
        return True


def _is_same_speaker(a: Wording, b: Wording) -> bool:
    """Whether it is known that one speaker said both: one entity, or where one has none, names that fit."""
    if a.speaker and b.speaker:
        return a.speaker == b.speaker
    mine, yours = a.speaker_words, b.speaker_words
    return bool(mine and yours) and (mine <= yours or yours <= mine)


def _is_same_event(a: Wording, b: Wording) -> bool:
    return not (a.stories.isdisjoint(b.stories) and a.articles.isdisjoint(b.articles))


def _share_words(a: Statement, b: Statement) -> float:
    return 2 * count_in_order(a.words, b.words) / (len(a.words) + len(b.words))


def _have_other_names(a: Wording, b: Wording) -> bool:
    """Whether the speakers' names share no word: "the mayor" may still be Jana Holt, so it rules out fragments only."""
    return bool(a.speaker_words and b.speaker_words) and not a.speaker_words & b.speaker_words


def _is_within_days(a: Wording, b: Wording) -> bool:
    return any(abs((x - y).days) <= WINDOW_DAYS for x in a.days for y in b.days)


def _is_contrary(a: Wording, b: Wording, shared: Overlap) -> bool:
    """Whether one says the opposite of the other. A "not" may stand outside the marks of words quoted in a sentence;
    of long statements that are one, opposites stand in both, and each wording leaves out another."""
    is_outside = (a.is_mixed and not a.statement.is_negative) or (b.is_mixed and not b.statement.is_negative)
    times = {a.statement.time, b.statement.time}
    return (
        (shared.is_opposed and shared.count < _LONG)
        or (shared.is_denied and not is_outside)
        or (max(a.size, b.size) < _STATEMENT and times == {"past", "future"})  # what is to happen is not what has happened
    )
